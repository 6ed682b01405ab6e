"""ZIP archives: the files in them are entries, read in place; nothing is ever unpacked to disk.

Left out with a reason are members whose path leads out of the archive, links, archives inside archives, locked members,
and members that unpack to far more than they take (Fifield 2019 calls such archives bombs).
"""

from __future__ import annotations

import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from helpers.corpus import files, sources
from helpers.corpus.sources import READ_ERRORS, Column, Entry, Options, Problem, Reader, Source

_RATIO = 200  # unpacked over packed size, above which a member is a bomb; text rarely passes 20
_HARMLESS = 1_000_000  # bytes that may be packed as tightly as they like
_MOST_MEMBERS = 1_000_000


def entries(source: Source, options: Options, *, readers: Mapping[str, Reader]) -> Iterator[Entry]:
    """The entries of the members of a .zip file, read by the `readers` of their extensions; `record` is the member's
    path, followed by # and its record where it has several."""
    with source.open() as handle:
        try:
            archive = zipfile.ZipFile(handle)
            members = [m for m in archive.infolist() if not m.is_dir() and not _is_left_out(m.filename)]
        except READ_ERRORS as error:
            yield sources.problem(*sources.unreadable(error))
            return
        if not members or len(members) > _MOST_MEMBERS:
            yield sources.problem(f"holds {len(members) or 'no'} files", "divide it" if members else "delete it")
            return
        met: Counter[str] = Counter()
        for member in members:
            met[member.filename] += 1
            times = met[member.filename]
            name = member.filename if times == 1 else f"{member.filename} ({times})"
            fault = _fault(member, readers)
            if fault:
                yield sources.problem(*fault, name)
            else:
                yield from _entries(archive, member, (source.file, name), options, readers)


def _entries(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    called: tuple[str, str],
    options: Options,
    readers: Mapping[str, Reader],
) -> Iterator[Entry]:
    """The entries of one member; `called` are the path of the archive and the member's name in it."""
    path, name = called
    inside = Source(member.filename, member.file_size, partial(_open, archive, member))
    last, columns, renamed = "", tuple[Column, ...](), tuple[Column, ...]()
    try:
        for entry in readers[sources.ending(member.filename, readers)](inside, options):
            last = entry.record
            if entry.columns is not columns:  # the same for all records of a member
                columns = entry.columns
                renamed = tuple(column._replace(path=f"{path}#{name}") for column in columns)
            yield entry._replace(record=f"{name}#{entry.record}" if entry.record else name, columns=renamed)
    except READ_ERRORS as error:
        yield sources.problem(*sources.unreadable(error), f"{name}#after {last}" if last else name)


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    return archive.open(member)


def _fault(member: zipfile.ZipInfo, readers: Mapping[str, Reader]) -> Problem | None:
    """Why a member is not opened, None where it is."""
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":":
        return Problem("a path that leads out of the archive", "pack the file again under its plain name")
    if stat.S_ISLNK(member.external_attr >> 16):
        return Problem("a link", "pack the file itself")
    if member.flag_bits & 0x1:
        return Problem("locked by a password", "pack it again without one")
    if path.casefold().endswith(".zip"):
        return Problem("an archive inside an archive", "put it beside this one")
    if not sources.ending(member.filename, readers):
        return Problem(f"not one of the file types read ({', '.join(readers)})", sources.AS_TEXT)
    if member.file_size > max(_HARMLESS, _RATIO * member.compress_size):
        return Problem(
            f"unpacks to {member.file_size} bytes from {member.compress_size}: a bomb",
            "put the file itself into the corpus",
        )
    return None


def _is_left_out(name: str) -> bool:
    """What is no input in a folder is none in an archive; nor is what macOS adds."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return parts[:1] == ("__MACOSX",) or any(files.is_aside(part) for part in parts if part != "..")
