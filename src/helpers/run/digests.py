"""Checksums of files and folders, by which a run names its inputs and proves its outputs."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.corpus import files


def of_text(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def of_file(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_sums(sums: Mapping[str, str]) -> str:
    """One checksum for many: that of the lines `checksum  path`, sorted by path, as `sha256sum` prints them."""
    return of_text("".join(f"{sums[path]}  {path}\n" for path in sorted(sums)))


def of_files(folder: Path, paths: Iterable[Path]) -> dict[str, str]:
    """The checksum of each file by its path in `folder` (with `/`, letters composed), in the order of the paths."""
    named = {_name(folder, path): path for path in paths}
    return {name: of_file(named[name]) for name in sorted(named)}


def corpus_files(corpus: Path) -> list[Path]:
    """The files that a corpus consists of: its inputs as far as they can be opened, and its manifest, also where that
    stands beside a corpus that is one file: it decides what is known of the texts."""
    manifest = files.folder_of(corpus) / files.MANIFEST
    found = [item.path for item in files.inputs(corpus) if not item.reason and os.access(item.path, os.R_OK)]
    return [*found, manifest] if manifest.is_file() and manifest != corpus else found


def files_below(folder: Path) -> list[Path]:
    """All files in and below a folder, hidden ones apart, sorted."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if not name.startswith(".")]
    return sorted(f for f in found if f.is_file())


def _name(folder: Path, file: Path) -> str:
    return unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
