"""The files of a corpus folder: which are inputs, which cannot be read, and what they are called."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from helpers.errors import CorpusError

MANIFEST = "manifest.csv"
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,100}")


class Input(NamedTuple):
    """A file of the corpus: where it is, its path inside the folder, and why it cannot be read ("" where it can)."""

    path: Path
    file: str
    reason: str = ""
    remedy: str = ""


def check(folder: Path) -> None:
    """Raise CorpusError unless `folder` is a folder."""
    if folder.is_dir():
        return
    if folder.exists():
        raise CorpusError(f"{folder} is a file, not a folder: put it into a folder of its own and name that folder")
    raise CorpusError(f"{folder}: no such folder; name a folder that holds .txt files")


def inputs(folder: Path) -> list[Input]:
    """Return every input of a corpus folder, those in sub-folders too, sorted by path.

    No inputs are manifest.csv and gold/ at the top, and anywhere README*, LICENSE* and what begins with a dot. Links
    that lead out of the folder or nowhere, folders that may not be opened and special files carry a reason.
    """
    check(folder)
    root = folder.resolve()
    found: list[Input] = []
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            found.append(
                Input(
                    here,
                    _inside(folder, here),
                    f"the folder cannot be opened ({_why(error)})",
                    "give yourself the right to read it",
                )
            )
            continue
        for entry in entries:
            path = Path(entry.path)
            if _is_left_out(entry.name, top=here == folder):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            else:
                found.append(_input(folder, root, path, linked=entry.is_symlink()))
    return sorted(found, key=lambda item: item.file)


def digest(folder: Path) -> str:
    """Return one SHA-256 of the names and contents of all inputs and of the manifest: the identity of a corpus."""
    total = hashlib.sha256()
    listed = [*inputs(folder), *([Input(folder / MANIFEST, MANIFEST)] if (folder / MANIFEST).is_file() else [])]
    for item in listed:
        total.update(item.file.encode("utf-8", "backslashreplace") + b"\0")
        total.update((item.reason.encode() if item.reason else _sha256(item.path)) + b"\0")
    return total.hexdigest()


def doc_ids(files: Iterable[str], *, with_text: Callable[[str], bool] = lambda file: True) -> dict[str, str]:
    """Return the doc_id of each file: its name without the last extension, where that is plain and unique.

    Plain is 1 to 100 letters, digits, dots, underscores or hyphens of ASCII. Unique is reckoned without regard to
    case, among the files that can be documents (`with_text`). Otherwise a slug of the name with 8 hex digits of the
    SHA-256 of the path inside the folder.
    """
    stems = {file: Path(file).stem for file in files}
    count = Counter(stem.casefold() for file, stem in stems.items() if with_text(file))
    return {
        file: stem if _PLAIN.fullmatch(stem) and with_text(file) and count[stem.casefold()] == 1 else _slug(stem, file)
        for file, stem in stems.items()
    }


def _slug(stem: str, file: str) -> str:
    ascii_only = (
        unicodedata.normalize("NFKD", stem.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    )
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", ascii_only).strip("-.")[:80] or "text"
    return f"{plain}-{hashlib.sha256(file.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"


def _is_left_out(name: str, *, top: bool) -> bool:
    return name.startswith((".", "README", "LICENSE")) or (top and name in (MANIFEST, "gold"))


def _input(folder: Path, root: Path, path: Path, *, linked: bool) -> Input:
    file = _inside(folder, path)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        why = "a link that leads nowhere" if linked else f"cannot be looked at ({_why(error)})"
        return Input(path, file, why, "put the file itself into the folder")
    if linked and not path.resolve().is_relative_to(root):
        return Input(path, file, "a link that leads out of the corpus folder", "put the file itself into the folder")
    if stat.S_ISDIR(mode):
        return Input(path, file, "a link to a folder", "put the folder itself into the corpus")
    if not stat.S_ISREG(mode):
        return Input(path, file, "not a regular file", "put its content into a .txt file")
    return Input(path, file)


def _inside(folder: Path, path: Path) -> str:
    """The path inside the folder with slashes; bytes that are no UTF-8 are written as \\x.."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _sha256(path: Path) -> bytes:
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").digest()
    except OSError as error:
        return _why(error).encode()
