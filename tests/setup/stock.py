"""What set-up left on this machine to install from, so that the tests that install need no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Stock(NamedTuple):
    """`variables` let pip or uv install from what set-up left; `uv` is the program, "" where pip is to install."""

    variables: dict[str, str]
    uv: str


def stock() -> Stock:
    """The wheels that pip kept, else the cache of uv, else nothing: then pip asks its index."""
    wheels = Path(sys.prefix) / "wheels"
    if wheels.is_dir():
        return Stock({"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_CONFIG_FILE": os.devnull}, "")
    uv = shutil.which("uv")
    if uv is None:
        return Stock({}, "")
    cache = subprocess.run([uv, "cache", "dir"], capture_output=True, text=True, check=True).stdout.strip()
    return Stock({"UV_OFFLINE": "1", "UV_CACHE_DIR": cache}, uv)
