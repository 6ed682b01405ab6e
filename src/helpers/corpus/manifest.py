"""The manifest of a corpus: one row a text, with what its source says of it."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

FIELDS = ("doc_id", "file", "outlet", "agency", "published_at", "title", "sha256", "rights", "note")


def read(folder: Path) -> dict[str, dict[str, str]]:
    """Return the rows of `manifest.csv` in `folder` by file; {} without a manifest."""
    path = folder / "manifest.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return {row["file"]: {f: row.get(f) or "" for f in FIELDS} for row in csv.DictReader(handle)}


def digest(folder: Path) -> str:
    """Return one SHA-256 of all names and contents of a corpus folder."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
