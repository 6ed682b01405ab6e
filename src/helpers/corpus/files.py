"""The files of a corpus: which are inputs, which cannot be looked at, and how their texts are called."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Container
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from helpers.errors import CorpusError

MANIFEST = "manifest.csv"
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")


_ASIDE = re.compile(r"\.|README|LICENSE|(?i:readme|license)(?![^\W\d_])")


class Input(NamedTuple):
    """A file of the corpus: where it is, its path inside the folder, and why it cannot be read ("" where it can)."""

    path: Path
    file: str
    reason: str = ""
    remedy: str = ""


def check(place: Path) -> None:
    """Raise CorpusError unless `place` is a folder or a file."""
    if not place.is_dir() and not place.is_file():
        raise CorpusError(f"{place}: no such folder or file; name a folder of texts, or a file that holds some")


def folder_of(place: Path) -> Path:
    """The folder in which the files of a corpus lie: a corpus that is one file lies in the folder around it."""
    return place if place.is_dir() else place.parent


def inputs(place: Path) -> list[Input]:
    """Return every input of a corpus, a file or a folder with its sub-folders, sorted by path.

    No inputs are manifest.csv and gold/ at the top, and anywhere what `is_aside` tells. Links
    that lead out of the folder or nowhere, folders that may not be opened and special files carry a reason.
    """
    check(place)
    if not place.is_dir():
        return [Input(place, _inside(place.parent, place))]
    folder = place
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
            if is_aside(entry.name) or (here == folder and entry.name in (MANIFEST, "gold")):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            else:
                found.append(_input(folder, root, path, linked=entry.is_symlink()))
    return sorted(found, key=lambda item: item.file)


def key(file: str, record: str) -> str:
    """The path of a text inside its corpus: that of its file, with its record behind # where the file has several."""
    return f"{file}#{record}" if record else file


def is_plain(name: str) -> bool:
    """Whether a name can be a doc_id as it is: 1 to 100 letters, digits, dots, underscores and hyphens of ASCII, of
    which neither dot nor hyphen come first (the one hides a file, the other begins a formula or an option)."""
    return bool(_PLAIN.fullmatch(name))


def doc_id(name: str, file: str, record: str, repeated: Container[str]) -> str:
    """The doc_id of a text: its name where that is plain and not among the `repeated` ones (in lower case), else a slug."""
    own = is_plain(name) and name.casefold() not in repeated
    return name if own else slug(name, file, record)


def slug(name: str, file: str, record: str) -> str:
    """A doc_id for a text whose `name` cannot be one, or is that of another: what is plain in it, with 8 hex digits of
    the SHA-256 of its path. A text without a name is called after its file and record."""
    digits = hashlib.sha256(key(file, record).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    wanted = _plainly(name)[:80] if name else f"{_plainly(PurePosixPath(file).stem)[:60]}-{_plainly(record)[-20:]}"
    return f"{wanted.strip('-.') or 'text'}-{digits}"


def _plainly(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"[^A-Za-z0-9._-]+", "-", letters.encode("ascii", "ignore").decode()).strip("-.")


def is_aside(name: str) -> bool:
    """Whether a file or folder is no input wherever it stands: what begins with a dot, README or LICENSE, or, in small
    letters, with one of these as a word of its own (Readme.md, license-texts; not licensed.txt)."""
    return bool(_ASIDE.match(name))


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
