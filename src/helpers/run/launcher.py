"""What the process of a notebook's kernel begins with: a guard that ends it with the command that started it.

A kernel is a session of its own, so that Ctrl-C does not reach it, and would outlive a driver that is killed. The
guard is a small sibling that waits on a pipe whose other end only the driver holds. When that end closes without a
word, the guard kills the kernel with all its worker processes and removes the run's temporary folder. Unlike a thread
of the kernel it also works while a cell holds the interpreter.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import signal
import sys


def guard(pipe: int, folder: str) -> None:
    """Fork the guard of this process, which leads its process group; `pipe` is the end to read from."""
    group = os.getpid()
    if os.fork():
        return
    os.setpgid(0, 0)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    if not os.read(pipe, 1):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def main() -> None:
    """Take pipe, temporary folder and modules from the command line, and start a kernel with the rest of it.

    The modules (joined by commas) are those that notebooks load first; this kernel loads them while it waits its turn.
    """
    pipe, folder, modules = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    guard(pipe, folder)
    os.close(pipe)
    from ipykernel.kernelapp import IPKernelApp

    for name in filter(None, modules.split(",")):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    IPKernelApp.launch_instance(sys.argv[4:])


if __name__ == "__main__":
    main()
