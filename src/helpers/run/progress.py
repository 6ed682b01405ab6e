"""How far a long cell is: the kernel notes it in a file, the command line reads it while it waits.

Where nobody waits, as in JupyterLab, nothing is noted.
"""

from __future__ import annotations

import os
from pathlib import Path

PROGRESS_VARIABLE = "BANGGIAO_PROGRESS"
STEPS = 1000  # about as many notes a task


def report(done: int, total: int) -> None:
    """Note that `done` of `total` documents are through; called from a notebook, directly or as a callback."""
    path = os.environ.get(PROGRESS_VARIABLE)
    if path and (done == total or done % max(1, total // STEPS) == 0):
        with open(path, "r+b" if os.path.exists(path) else "wb") as file:  # noqa: PTH110, PTH123 -- called very often
            file.write(f"{done:>20} {total:>20}\n".encode())  # one write of fixed length: never seen half done


def read(path: Path) -> tuple[int, int] | None:
    """What `report` noted last in `path`: (done, total), or None."""
    try:
        done, total = path.read_bytes().split()
        return int(done), int(total)
    except (OSError, ValueError):
        return None
