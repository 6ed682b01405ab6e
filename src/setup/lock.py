"""Writes environment.yml, for conda, mamba and Binder, from requirements.lock: the same pins, for pip to install."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
HEAD = """\
# Written by `make lock` from requirements.lock; for conda, mamba and Binder.
name: banggiao
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python>=3.11,<3.15
  - pip
  - pip:
"""


def pins(lock: str) -> list[str]:
    """The requirements of a lock file without their hashes: `name==version`, or `name==version ; marker`."""
    return re.findall(r"^([A-Za-z0-9][^\\\n]*?) *\\?$", lock, re.MULTILINE)


def environment(lock: str) -> str:
    """The text of environment.yml for the text of a lock file."""
    items = [*pins(lock), "-e ."]
    return HEAD + "".join(f'      - "{item}"\n' for item in items)


if __name__ == "__main__":
    text = environment((PROJECT / "requirements.lock").read_text(encoding="utf-8"))
    (PROJECT / "environment.yml").write_text(text, encoding="utf-8")
