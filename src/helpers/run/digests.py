"""Checksums of files and folders, by which a run names its inputs and proves its outputs."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers.corpus.files import MANIFEST

ASIDE = ("readme", "license")  # beginnings of file names that are no input of a corpus


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


def of_files(folder: Path, files: Iterable[Path]) -> dict[str, str]:
    """The checksum of each file by its path in `folder` (with `/`, letters composed), in the order of the paths."""
    named = {_name(folder, file): file for file in files}
    return {name: of_file(named[name]) for name in sorted(named)}


def corpus_files(corpus: Path) -> list[Path]:
    """The files that a corpus consists of: all but `gold/`, README and LICENSE files, and names that begin with a dot.

    The manifest is among them, also where it stands beside a corpus that is one file: it decides what is known of the
    texts.
    """
    if not corpus.is_dir():
        return [file for file in (corpus, corpus.with_name(MANIFEST)) if file.is_file()]
    folder = corpus
    files = [f for f in files_below(folder) if not f.name.lower().startswith(ASIDE)]
    return [f for f in files if f.relative_to(folder).parts[0] != "gold"]


def files_below(folder: Path) -> list[Path]:
    """All files in and below a folder, hidden ones apart, sorted."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if not name.startswith(".")]
    return sorted(f for f in found if f.is_file())


def _name(folder: Path, file: Path) -> str:
    return unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
