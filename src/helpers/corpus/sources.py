"""What a file of a corpus is made of: entries, each of which gives a text or says why it gives none.

The readers of the file types (`plain`, `web`, `warc`, `json_records`, `csv_records`, `parquet_records`, `archives`) turn
a source into its entries, one after the other, so that no file has to fit into memory.
"""

from __future__ import annotations

import gzip
import hashlib
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import IO, NamedTuple

from helpers.corpus import encodings

# What reading a damaged, locked or cut file raises: a ZIP that wants a password RuntimeError, one with damaged headers
# most of the rest.
READ_ERRORS = (
    OSError, EOFError, zlib.error, lzma.LZMAError, struct.error, zipfile.BadZipFile, gzip.BadGzipFile, RuntimeError,
    NotImplementedError, ValueError, IndexError,
)  # fmt: skip
AS_TEXT = "save its text as a .txt file in UTF-8"  # the remedy where nothing else helps
_SPARE = 65_536  # bytes of a record beside its text


class Options(NamedTuple):
    """How a corpus is read: the parameters of the same names."""

    max_document_chars: int
    encoding: str = ""
    text_column: str = ""
    id_column: str = ""
    title_column: str = ""
    date_column: str = ""
    outlet_column: str = ""
    other_languages: bool = False


class Problem(NamedTuple):
    """Why an entry gives no text, and what would mend it."""

    reason: str
    remedy: str


class Content(NamedTuple):
    """A text as decoded and the SHA-256 of its bytes as received; `notes` are quality flags, `given` what columns say of
    it (outlet, published_at, title), `found` what a web page says of itself, `address` where it stood on the web."""

    text: str
    sha256: str
    notes: tuple[str, ...] = ()
    given: Mapping[str, str] = {}
    found: Mapping[str, str] = {}
    address: str = ""


class Column(NamedTuple):
    """Which column of the records of `path` was read as `field`; the rule says whether it was named or guessed."""

    path: str
    field: str
    column: str
    rule: str


class Entry(NamedTuple):
    """A text in a file. `record` is its place there ("" for the whole file), `name` what its doc_id is made from ("" for
    none); `load` reads it and must be called before the next entry is asked for."""

    record: str
    name: str
    load: Callable[[], Content | Problem]
    columns: tuple[Column, ...] = ()


class Source(NamedTuple):
    """A file, on disk or in an archive: its path inside the corpus, its size in bytes, and how it is opened."""

    file: str
    size: int
    open: Callable[[], IO[bytes]]


Reader = Callable[[Source, Options], Iterator[Entry]]


def problem(reason: str, remedy: str, record: str = "") -> Entry:
    """An entry that gives no text."""
    return Entry(record, "", lambda: Problem(reason, remedy))


def unreadable(error: BaseException) -> Problem:
    """What to say of an error while reading."""
    why = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
    if isinstance(error, PermissionError):
        return Problem(f"cannot be read ({why})", "give yourself the right to read it")
    return Problem(
        f"cannot be read: damaged, locked or cut short ({why})", "get the file again from where it came from"
    )


def too_long(size: str, options: Options) -> Problem:
    """What to say of a text over the limit; `size` says how long it is."""
    return Problem(
        f"longer than {options.max_document_chars} characters ({size})",
        "divide it, or raise the parameter max_document_chars",
    )


def text_bytes(options: Options) -> int:
    """The most bytes that a text within the limit can take."""
    return 16 * options.max_document_chars


def most_bytes(options: Options) -> int:
    """The most bytes that the record of a text within the limit can take."""
    return text_bytes(options) + _SPARE


def ending(file: str, readers: Mapping[str, Reader]) -> str:
    """The ending of a file's name by which it is read, "" where its type is not read."""
    return next((known for known in readers if file.casefold().endswith(known)), "")


def whole(source: Source, options: Options) -> bytes | Problem:
    """The bytes of a source that is one text."""
    if source.size > text_bytes(options) + 4:
        return too_long(f"{source.size} bytes", options)
    try:
        with source.open() as handle:
            return handle.read()
    except READ_ERRORS as error:
        return unreadable(error)


def sha256(raw: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def noted(encoding: str) -> tuple[str, ...]:
    """The note that a text was in this encoding; none for UTF-8."""
    return () if encoding in ("utf-8", "utf-8-sig") else (f"encoding-{encoding}",)


def decode(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]] | Problem:
    """The text of `raw` and the notes on its encoding; a Problem where it cannot be told or it is no text."""
    text, name = encodings.decode(raw, encoding)
    if name:
        return text, noted(name)
    if encoding:
        return Problem(
            f"cannot be read in the encoding {encoding}", "leave the parameter encoding empty, or name another"
        )
    if b"\0" in raw:
        return Problem(
            "holds NUL bytes: binary, or UTF-16 without its mark", "if it is a text in UTF-16: -p encoding=utf-16-le"
        )
    return Problem(
        "not UTF-8, and no legacy encoding can be told safely", "name its encoding, such as -p encoding=windows-1258"
    )
