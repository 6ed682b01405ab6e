"""`run.json`: what a run was made from and what it made, in checksums; nothing in it depends on time or place.

Times and machine stand apart, in `environment.json`, which is not published.
"""

from __future__ import annotations

import json
import os
import platform
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from helpers import __version__
from helpers.errors import RunError
from helpers.run import digests
from helpers.words import say

FILE = "run.json"
ENVIRONMENT_FILE = "environment.json"
SCHEMA = 1


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Input(_Strict):
    """A folder or file that was read: its name (never its path), how many files, and the checksum over them."""

    name: str
    files: int
    digest: str


class NotebookRecord(_Strict):
    """One notebook: checksums of its cells (`source`), of the helpers behind it (`code`) and of all that its results
    depend on (`inputs`: these, corpus, gold, lock, its parameters and what earlier notebooks wrote), the parameters
    it uses, and each file it wrote, by its path in the run."""

    name: str
    source: str
    code: str
    inputs: str
    parameters: tuple[str, ...]
    outputs: dict[str, str]


class Manifest(_Strict):
    """A run. `code` are the helper files behind its notebooks, `pages` what was rendered after them; paths of
    `pages` and `outputs` start at the run's folder, values are SHA-256. `changed` are the parameters that differ
    from the defaults; the parameter gold is named by its folder alone."""

    schema_version: int = SCHEMA
    banggiao: str = __version__
    corpus: Input
    gold: Input | None
    lock: str
    parameters: dict[str, Any]
    changed: tuple[str, ...]
    code: dict[str, str]
    notebooks: dict[str, NotebookRecord]
    pages: dict[str, str] = {}

    @property
    def outputs(self) -> dict[str, str]:
        """All files that the notebooks wrote, the last writer's checksum winning."""
        return {
            path: sum_ for number in sorted(self.notebooks) for path, sum_ in self.notebooks[number].outputs.items()
        }


def write(run: Path, manifest: Manifest) -> None:
    """Write `run.json` into a run's folder."""
    _write_json(run / FILE, manifest.model_dump(mode="json"))


def read(run: Path) -> Manifest:
    """Return the manifest of a run; RunError where there is none or it was written by another version."""
    path = run / FILE
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise RunError(say("run.bad_manifest", path=path, reason=reason)) from None


def is_run(folder: Path) -> bool:
    """Whether a folder holds a run of ours, of whatever version."""
    try:
        found = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and {"schema_version", "banggiao"} <= set(found)


def inputs(place: Path, files: list[Path]) -> Input:
    """What a manifest says of a folder, or a file in one, of which `files` are read."""
    sums = digests.of_files(place if place.is_dir() else place.parent, files)
    return Input(name=place.name, files=len(sums), digest=digests.of_sums(sums))


def environment(run: Path, started: str, finished: str, seconds: dict[str, float], reused: list[str]) -> None:
    """Write `environment.json`: interpreter, platform, times in ISO 8601 and seconds by notebook."""
    _write_json(
        run / ENVIRONMENT_FILE,
        {
            "python": platform.python_version(),
            "implementation": platform.python_implementation(),
            "platform": platform.platform(),
            "machine": platform.machine(),
            "processors": os.cpu_count(),
            "started": started,
            "finished": finished,
            "seconds": {number: round(value, 2) for number, value in seconds.items()},
            "reused": reused,
        },
    )


def _write_json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
