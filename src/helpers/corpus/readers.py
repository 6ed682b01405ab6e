"""Files of a corpus folder to documents: every input ends as a document or as a skipped row, with a reason and a remedy.

A reader turns the bytes of a file into its records; `READERS` names one for each extension.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from helpers import text as texts
from helpers.corpus import encodings, files, manifest
from helpers.errors import CorpusError


class Document(NamedTuple):
    """A text of the corpus: `file` is its path inside the folder, `text` is normalised, `manifest` its row there ({}
    without one), `notes` are the quality flags that only the file as received can tell."""

    doc_id: str
    file: str
    sha256: str
    text: str
    manifest: dict[str, str]
    notes: tuple[str, ...] = ()


class Skipped(NamedTuple):
    """An input that was left out, why, and what would let it in; `record` names the part of a file of several."""

    path: str
    record: str
    reason: str
    remedy: str


class Corpus(NamedTuple):
    """All inputs of a folder: those read, sorted by doc_id, and those left out, sorted by path."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


class Record(NamedTuple):
    """A text in a file: its name there ("" where the file is one text), the text as decoded, and notes on it."""

    name: str
    text: str
    notes: tuple[str, ...] = ()


class Problem(NamedTuple):
    """Why a file gives no text, and the remedy."""

    reason: str
    remedy: str


def read(folder: Path, *, max_document_chars: int, progress: Callable[[int, int], None] | None = None) -> Corpus:
    """Return the corpus of `folder` and its sub-folders; `progress(done, total)` is called after each file.

    Raises CorpusError, naming path and remedy, where `folder` is no folder or holds no readable text, and where its
    manifest does not fit: a row without its file, a file whose checksum changed.
    """
    found = files.inputs(folder)
    ids = files.doc_ids([item.file for item in found], with_text=_is_read)
    listed = manifest.by_file(folder, ids)
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for number, item in enumerate(found, start=1):
        row = listed.get(item.file, {})
        outcome = _document(folder, item, ids[item.file], row, max_document_chars)
        if isinstance(outcome, Problem):
            skipped.append(Skipped(item.file, "", *outcome))
        else:
            documents.append(outcome)
        if progress:
            progress(number, len(found))
    if not documents:
        why = "; ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:3])
        raise CorpusError(
            f"{folder}: no readable text{f' ({why})' if why else ''}; put .txt files in UTF-8 into the folder"
        )
    return Corpus(tuple(sorted(documents, key=lambda document: document.doc_id)), tuple(skipped))


def _extension(file: str) -> str:
    return Path(file).suffix.casefold()


def _is_read(file: str) -> bool:
    return _extension(file) in READERS


def _document(folder: Path, item: files.Input, doc_id: str, row: dict[str, str], limit: int) -> Document | Problem:
    if item.reason:
        return Problem(item.reason, item.remedy)
    reader = READERS.get(_extension(item.file))
    if reader is None:
        return Problem(
            f"not one of the file types read ({', '.join(READERS)})", "save its text as a .txt file in UTF-8"
        )
    try:
        size = item.path.stat().st_size
        raw = item.path.read_bytes() if size <= 16 * limit + 4 else None
    except OSError as error:
        return Problem(f"cannot be read ({(error.strerror or 'error').lower()})", "give yourself the right to read it")
    if raw is None:
        return _too_long(f"{size} bytes", limit)
    checksum = hashlib.sha256(raw).hexdigest()
    manifest.check_sum(folder, item.file, row.get("sha256", ""), checksum)
    records = reader(raw)
    if isinstance(records, Problem):
        return records
    (record,) = records  # a .txt file is one text
    text = texts.normalise(record.text)
    if not text:
        return Problem("empty", "put a text into it or delete it")
    if not text.strip():
        return Problem("white space only", "put a text into it or delete it")
    if len(text) > limit:
        return _too_long(f"{len(text)} characters", limit)
    return Document(doc_id, item.file, checksum, text, row, record.notes)


def _too_long(size: str, limit: int) -> Problem:
    return Problem(f"longer than {limit} characters ({size})", "divide it, or raise the parameter max_document_chars")


def _plain_text(raw: bytes) -> list[Record] | Problem:
    """The one record of a .txt file; a Problem where its encoding cannot be told or it is no text."""
    text, encoding = encodings.decode(raw)
    if not encoding:
        if b"\0" in raw:
            return Problem(
                "holds NUL bytes: binary, or UTF-16 without its mark",
                "if it is a text: iconv -f UTF-16LE -t UTF-8 FILE > NEW",
            )
        return Problem(
            "not UTF-8, and no legacy encoding can be told safely",
            "iconv -f WINDOWS-1258 -t UTF-8 FILE > NEW, or whichever encoding it has",
        )
    if "\0" in text:
        return Problem("holds NUL characters", "remove them, if it is a text: tr -d '\\000' < FILE > NEW")
    notes = []
    if encoding not in ("utf-8", "utf-8-sig"):
        notes.append(f"encoding-{encoding}")
    if not unicodedata.is_normalized("NFC", text):
        notes.append("decomposed-letters")
    return [Record("", text, tuple(notes))]


# Further types (web pages, archives, tables of records) are further functions here, keyed by their extension.
READERS: dict[str, Callable[[bytes], list[Record] | Problem]] = {".txt": _plain_text}
