"""Kernel processes for the notebooks of one run: this interpreter, a clean environment, sockets in a short folder.

While a notebook runs, the kernel of the next one starts up beside it.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

from helpers.run.environment import environment

NAME = "banggiao"
_SOCKET_PATH = 90  # longest folder whose sockets have a path that all systems take


class Kernels:
    """A context that hands out fresh kernels and leaves no process and no file behind.

    `cwd` is the folder the notebooks run in, `variables` the environment variables that tell them their run, `modules`
    what kernels load while they wait. What kernels say outside of cells goes to the file `log`.
    """

    def __init__(self, cwd: Path, variables: dict[str, str], modules: tuple[str, ...] = ()) -> None:
        self.cwd, self.modules = cwd, ",".join(modules)
        self.folder = _short_folder()
        self.log = self.folder / "kernel.log"
        self.progress = self.folder / "progress"
        self.environment = environment(variables, self.folder, self.progress)
        self._waiting: AsyncKernelManager | None = None
        self._living: dict[AsyncKernelManager, int] = {}
        self._started = 0

    def __enter__(self) -> Kernels:
        return self

    def __exit__(self, *_: object) -> None:
        for manager in list(self._living):
            self.release(manager)
        shutil.rmtree(self.folder, ignore_errors=True)

    def warm(self) -> None:
        """Start the kernel that will be asked for next, if it is not started."""
        self._waiting = self._waiting or self._start()

    def take(self, *, more: bool = False) -> AsyncKernelManager:
        """Return a started kernel; `more` starts the one that will be asked for next."""
        self.warm()
        manager, self._waiting = self._waiting, None
        if more:
            self.warm()
        assert manager is not None
        return manager

    def release(self, manager: AsyncKernelManager) -> None:
        """End a kernel at once, with the processes it started: what cells wanted to write, they have written."""
        pipe = self._living.pop(manager)
        process = getattr(manager.provisioner, "process", None)
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            with contextlib.suppress(OSError):
                os.write(pipe, b".")  # nothing is left to do for the guard
        os.close(pipe)
        run_sync(_abandon_tasks)()
        run_sync(manager.cleanup_resources)()

    def _start(self) -> AsyncKernelManager:
        self._started += 1
        theirs, ours = os.pipe()
        command = [sys.executable, "-P", "-m", "helpers.run.launcher", str(theirs), str(self.folder), self.modules]
        manager = AsyncKernelManager(
            kernel_name=NAME,
            kernel_spec_manager=_Specs([*command, "-f", "{connection_file}"]),
            connection_file=str(self.folder / f"{self._started}.json"),
            transport=_transport(self.folder),
        )
        self._living[manager] = ours
        with self.log.open("ab") as log:
            run_sync(manager.start_kernel)(
                env=self.environment, cwd=str(self.cwd), stdout=log, stderr=subprocess.STDOUT, pass_fds=(theirs,)
            )
        os.close(theirs)
        return manager


async def _abandon_tasks() -> None:
    """End what an interrupted client still waits for, so that nothing complains when the event loop goes."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


class _Specs(KernelSpecManager):
    """The one kernel of a run, whatever kernels the user has installed."""

    def __init__(self, command: list[str]) -> None:
        super().__init__()
        self.command = command

    def get_kernel_spec(self, kernel_name: str) -> Any:
        """The kernel of this interpreter, under any name."""
        return KernelSpec(argv=self.command, display_name=NAME, language="python")


def _short_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bg-")).resolve()
    if len(os.fsencode(folder)) > _SOCKET_PATH and Path("/tmp").is_dir():
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="bg-", dir="/tmp"))
    return folder


def _transport(folder: Path) -> str:
    """Sockets in the file system, which need no network, where it has them; else the loopback device."""
    probe = folder / "probe"
    try:
        with socket.socket(socket.AF_UNIX) as attempt:
            attempt.bind(str(probe))
        probe.unlink()
    except (OSError, AttributeError):
        return "tcp"
    return "ipc"
