"""How a run takes the place of the last one: built beside it, exchanged with it when whole, kept apart when not.

Beside a target `reports/NAME` stand, while they are needed, `.NAME.lock` (held by the run that writes), `.NAME.building`
(the run in the making), `.NAME.previous` (the last one, between two renames) and `.failed/NAME` (a run that stopped).
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.errors import RunError
from helpers.run.manifest import FILE, is_run
from helpers.words import say

UNFINISHED = ".unfinished"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def building(target: Path) -> Path:
    """Where the run that will stand at `target` is built."""
    return target.with_name(f".{target.name}.building")


def failed(target: Path) -> Path:
    """Where a run into `target` that stopped is kept."""
    return target.parent / ".failed" / target.name


def check_replaceable(target: Path) -> None:
    """RunError unless `target` does not exist, is empty, or holds a run."""
    if os.path.ismount(target):
        raise RunError(say("run.target_mount", target=target))
    if any(is_run(folder) for folder in target.parents):
        raise RunError(say("run.target_nested", target=target))
    if target.exists() and not target.is_dir():
        raise RunError(say("run.target_file", target=target))
    if target.is_dir() and not is_run(target) and any(target.iterdir()):
        raise RunError(say("run.target_foreign", target=target, file=FILE))


@contextmanager
def claim(target: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    """Hold the lock of `target` and yield the empty folder to build in; what an earlier command left is put in order.

    Raises RunError when another run holds it, or when nothing can be written there. Folders made on the way are
    removed again if the run makes nothing.
    """
    made = _make_parents(target)
    try:
        with _locked(target):
            _recover(target, tell)
            check_replaceable(target)
            build = building(target)
            build.mkdir()
            (build / UNFINISHED).touch()
            try:
                yield build
            finally:
                if (build / UNFINISHED).exists() and len(list(build.iterdir())) == 1:
                    shutil.rmtree(build)
    finally:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


def finish(target: Path, tell: Callable[[str], None]) -> None:
    """Complete or undo an exchange that was interrupted, if no run is writing to `target` now."""
    left = [building(target), _previous(target)]
    if any(path.exists() for path in left):
        with suppress(RunError), _locked(target):
            _recover(target, tell)


def exchange(target: Path, rename: Callable[[Path, Path], bool] | None = None) -> None:
    """Put the finished build in the place of `target`; the last run is removed.

    `rename` exchanges two folders in one step and says whether it could (by default renameat2, where there is one).
    """
    build, previous = building(target), _previous(target)
    (build / UNFINISHED).unlink()
    try:
        if not target.exists():
            build.rename(target)
        elif (rename or swap)(build, target):
            shutil.rmtree(build, ignore_errors=True)
        else:
            _rename_twice(build, target, previous)
    except OSError:
        (build / UNFINISHED).touch()
        raise


def unfinished(target: Path) -> bool:
    """Whether a build for `target` is there that was not exchanged with it."""
    return (building(target) / UNFINISHED).exists()


def keep(target: Path) -> Path:
    """Move an unfinished build to where it can be looked at, in place of an older one, and return that folder."""
    kept = failed(target)
    shutil.rmtree(kept, ignore_errors=True)
    kept.parent.mkdir(exist_ok=True)
    building(target).rename(kept)
    (kept / UNFINISHED).unlink(missing_ok=True)
    return kept


def swap(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux); False where the system or the file system cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _rename_twice(build: Path, target: Path, previous: Path) -> None:
    """Exchange where it cannot be done in one step; between the steps `_recover` knows what to do."""
    target.rename(previous)
    try:
        build.rename(target)
    except OSError:
        previous.rename(target)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _previous(target: Path) -> Path:
    return target.with_name(f".{target.name}.previous")


def _recover(target: Path, tell: Callable[[str], None]) -> None:
    """Put in order what a killed command left; the caller holds the lock."""
    build, previous = building(target), _previous(target)
    whole = is_run(build) and not (build / UNFINISHED).exists()
    if not target.exists() and (whole or previous.exists()):  # before the last rename
        (build if whole else previous).rename(target)
    shutil.rmtree(previous, ignore_errors=True)
    if not build.exists():
        return
    if whole or not any(p.name != UNFINISHED for p in build.iterdir()):  # the last run, after an exchange, or nothing
        shutil.rmtree(build)
    else:
        tell(say("run.killed_before", target=target, kept=keep(target)))


def _make_parents(target: Path) -> list[Path]:
    """Make the folders above `target`; return those that were made, outermost first."""
    missing = [folder for folder in target.parents if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunError(say("run.target_unwritable", target=target, reason=error.strerror)) from None
    return missing[::-1]


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    path = target.with_name(f".{target.name}.lock")
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise RunError(say("run.target_unwritable", target=target, reason=error.strerror)) from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(descriptor, 20).decode(errors="replace").strip()
            os.close(descriptor)
            busy = error.errno in (errno.EWOULDBLOCK, errno.EACCES)
            key, reason = ("run.target_busy", holder) if busy else ("run.target_unlockable", error.strerror)
            raise RunError(say(key, target=target, reason=reason)) from None
        with suppress(FileNotFoundError):
            if os.stat(path).st_ino == os.fstat(descriptor).st_ino:  # not removed by its holder meanwhile  # noqa: PTH116
                break
        os.close(descriptor)
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode())
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)
