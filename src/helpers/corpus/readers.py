"""A corpus read text by text: every input ends as a document or as a skipped row, with a reason and a remedy.

It is gone through twice. The first time tells how many texts there are, what they are called and which columns they
come from; the second hands out the texts, of which no more than one is in memory at a time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple

from helpers import text as texts
from helpers.corpus import encodings, files, given_dates, kinds, manifest, quality, sources
from helpers.corpus.sources import READ_ERRORS, Column, Content, Entry, Options, Problem, Source
from helpers.errors import CorpusError


class Document(NamedTuple):
    """A text of the corpus: `file` is its path inside the folder, `record` its place in a file of several, `text` is
    normalised. `given` is what manifest and columns say of it, `found` what its web page does, `notes` are the
    quality flags that only the file as received can tell, `address` is where it stood on the web."""

    doc_id: str
    file: str
    sha256: str
    text: str
    given: Mapping[str, str]
    notes: tuple[str, ...] = ()
    record: str = ""
    found: Mapping[str, str] = {}
    address: str = ""


class Skipped(NamedTuple):
    """An input that was left out, why, and what would let it in; `record` names the part of a file of several."""

    path: str
    record: str
    reason: str
    remedy: str


class Corpus(NamedTuple):
    """A corpus of which names are known: how many inputs it has, the columns its records are read from, and the names
    that more than one text bears. `items` reads it."""

    place: Path
    options: Options
    total: int
    columns: tuple[Column, ...]
    repeated: frozenset[str]
    listed: manifest.Listed


def read(place: Path, **options: Any) -> Corpus:
    """Return the corpus at `place`, a folder or a file; `options` are the fields of `Options`.

    Raises CorpusError, naming path and remedy, where there is no such place, or its manifest does not fit: a row without
    its text, or with another doc_id than the text has; ParameterError for an encoding that is not known.
    """
    wanted = Options(**options)
    if wanted.encoding:
        encodings.known(wanted.encoding)
    rows = manifest.read(place)
    total, columns, seen, repeated = 0, dict[Column, None](), set[str](), set[str]()
    for file, entry in _entries(place, wanted):
        total += 1
        columns |= dict.fromkeys(entry.columns)
        name = files.doc_id(entry.name, file, entry.record, ()).casefold()
        (repeated if name in seen else seen).add(name)
        rows.meet(file, entry.record, entry.name)
    rows.check(repeated)
    return Corpus(place, wanted, total, tuple(columns), frozenset(repeated), rows)


def items(corpus: Corpus) -> Iterator[Document | Skipped]:
    """The texts of a corpus and what is left out of it, by file and by place in the file.

    Raises CorpusError where a file has not the checksum that the manifest gives.
    """
    for file, entry in _entries(corpus.place, corpus.options):
        content = entry.load()
        if isinstance(content, Problem):
            yield Skipped(file, entry.record, *content)
            continue
        doc_id = files.doc_id(entry.name, file, entry.record, corpus.repeated)
        row = corpus.listed.row(file, entry.record, doc_id)
        manifest.check_sum(
            files.folder_of(corpus.place), files.key(file, entry.record), row.get("sha256", ""), content.sha256
        )
        document = _document(doc_id, file, entry.record, content, row)
        fault = _fault(document.text, corpus.options)
        yield Skipped(file, entry.record, *fault) if fault else document


def check(corpus: Corpus) -> None:
    """Raise CorpusError where no text of a corpus can be read; reading stops at the first that can."""
    skipped: list[Skipped] = []
    for item in items(corpus):
        if isinstance(item, Document):
            return
        skipped = [*skipped, item][:3]
    raise no_text(corpus, skipped)


def no_text(corpus: Corpus, skipped: list[Skipped]) -> CorpusError:
    """The error of a corpus without a readable text, with the reasons of the first inputs."""
    why = "; ".join(f"{files.key(s.path, s.record)}: {s.reason} ({s.remedy})" for s in skipped[:3])
    return CorpusError(f"{corpus.place}: no readable text{f': {why}' if why else ''}; the types read are {kinds.NAMES}")


def _entries(place: Path, options: Options) -> Iterator[tuple[str, Entry]]:
    """Every entry of every input, with the path of its file."""
    for item in files.inputs(place):
        if item.reason:
            yield item.file, sources.problem(item.reason, item.remedy)
            continue
        reader = kinds.reader(item.file)
        if reader is None:
            yield item.file, sources.problem(f"not one of the file types read ({kinds.NAMES})", sources.AS_TEXT)
            continue
        last = ""
        try:
            source = Source(item.file, item.path.stat().st_size, partial(_open, item.path))
            for entry in reader(source, options):
                yield item.file, entry
                last = entry.record
        except READ_ERRORS as error:
            yield item.file, sources.problem(*sources.unreadable(error), f"after {last}" if last else "")


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _document(doc_id: str, file: str, record: str, content: Content, row: Mapping[str, str]) -> Document:
    notes = list(content.notes)
    if not unicodedata.is_normalized("NFC", content.text):
        notes.append("decomposed-letters")
    given = {**content.given, **{field: row[field] for field in manifest.SAID if field in row}}
    if "published_at" in row:
        written = given_dates.iso(row["published_at"])
        given["published_at"] = written or content.given.get("published_at", "")
        notes += [] if written else ["date-unreadable"]
    return Document(
        doc_id, file, content.sha256, texts.normalise(content.text), given, tuple(dict.fromkeys(notes)), record,
        content.found, content.address,
    )  # fmt: skip


def _fault(text: str, options: Options) -> Problem | None:
    """Why a text is left out, None where it is not."""
    if not text:
        return Problem("empty", "put a text into it or delete it")
    if not text.strip():
        return Problem("white space only", "put a text into it or delete it")
    if "\0" in text:
        return Problem("holds NUL characters", "remove them, if it is a text: tr -d '\\000' < FILE > NEW")
    if len(text) > options.max_document_chars:
        return sources.too_long(f"{len(text)} characters", options)
    language = "" if options.other_languages else quality.language(text)
    if language not in ("", "vi"):
        return Problem(f"not in Vietnamese (by its letters and words: {language})", "-p other_languages=true")
    return None
