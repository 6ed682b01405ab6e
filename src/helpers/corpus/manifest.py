"""The manifest of a corpus: one row a text, with what its source says of it; a row may speak of a whole file of records."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator

from helpers.corpus import files
from helpers.errors import CorpusError

FIELDS = ("doc_id", "file", "record", "outlet", "agency", "published_at", "title", "sha256", "rights", "note")
SAID = ("outlet", "agency", "published_at", "title", "rights", "note")  # of the text


class Row(BaseModel):
    """A row of manifest.csv; every cell may be empty, but doc_id and file not both."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    doc_id: str = ""
    file: str = ""
    record: str = ""
    outlet: str = ""
    agency: str = ""
    published_at: str = ""
    title: str = ""
    sha256: str = ""
    rights: str = ""
    note: str = ""

    @field_validator("*", mode="after")
    @classmethod
    def _nfc(cls, value: str) -> str:
        return unicodedata.normalize("NFC", value)

    @field_validator("sha256")
    @classmethod
    def _checksum(cls, value: str) -> str:
        if value and not re.fullmatch(r"[0-9a-fA-F]{64}", value):
            raise ValueError("a SHA-256 has 64 hexadecimal digits; `sha256sum FILE` prints it")
        return value.lower()

    @model_validator(mode="after")
    def _named(self) -> Row:
        if not self.doc_id and not self.file:
            raise ValueError("fill in file or doc_id")
        if self.record and not self.file:
            raise ValueError("fill in file: a record is one of a file")
        return self


class Listed:
    """The rows of a manifest. While the names of a corpus are gathered, `meet` is told each of its texts and `check`
    then says what does not fit; after that `row` gives what is known of a text."""

    def __init__(self, path: Path, rows: Mapping[int, Row], *, part: bool = False) -> None:
        """`part` is for a corpus that is one file of a folder: rows of other files are no fault."""
        self._path, self._rows, self._part = path, rows, part
        self._by_place = {(row.file.removeprefix("./"), row.record): line for line, row in rows.items() if row.file}
        self._by_id = {row.doc_id: line for line, row in rows.items() if not row.file}
        self._met: dict[int, tuple[str, str, str]] = {}  # line → file, record and name of the first text it speaks of

    def meet(self, file: str, record: str, name: str) -> None:
        """Take note of a text of the corpus."""
        if not self._rows:
            return
        for place in dict.fromkeys((_place(file, record), _place(file, ""))):
            if place in self._by_place:
                self._met.setdefault(self._by_place[place], (file, record, name))
        for doc_id in {name, files.slug(name, file, record)} & self._by_id.keys():
            self._met.setdefault(self._by_id[doc_id], (file, record, name))

    def check(self, repeated: Iterable[str]) -> None:
        """Raise CorpusError for a row without its text, with another doc_id than its text, or for a text that has
        two, and where a file of records has not the checksum given. `repeated` are names that several texts bear."""
        shared = frozenset(repeated)
        for line, row in self._rows.items():
            if line not in self._met:
                if self._part:
                    continue
                raise self._error(line, f"{_said(row)} is not in the corpus folder; add the file or delete the row")
            file, record, name = self._met[line]
            doc_id = files.doc_id(name, file, record, shared)
            if row.doc_id and row.doc_id != doc_id:
                where = files.key(file, record)
                raise self._error(
                    line, f"doc_id {row.doc_id} is not that of {where}; write {doc_id} or leave the cell empty"
                )
            if not row.file and _place(file, record) in self._by_place:
                where = files.key(file, record)
                raise self._error(line, f"{where} is listed twice; delete one of the rows")
            if row.sha256 and record and not row.record:
                check_sum(self._path.parent, file, row.sha256, _sha256(self._path.parent / file))

    def row(self, file: str, record: str, doc_id: str) -> dict[str, str]:
        """What the manifest says of a text, its own row before that of its file; empty cells are left out."""
        lines = (
            self._by_place.get(_place(file, "")),
            self._by_place.get(_place(file, record)),
            self._by_id.get(doc_id),
        )
        said: dict[str, str] = {}
        for line in dict.fromkeys(line for line in lines if line is not None):
            row = self._rows[line]
            own = (*SAID, "sha256") if row.record or not row.file or not record else SAID
            said |= {field: getattr(row, field) for field in own if getattr(row, field)}
        return said

    def _error(self, line: int, what: str) -> CorpusError:
        return CorpusError(f"{self._path}, line {line}: {what}")


def read(place: Path) -> Listed:
    """Return the rows of `manifest.csv` in a corpus folder, or beside a corpus that is one file; none without it.

    Raises CorpusError, naming file, line, value and remedy, for a manifest that cannot be read, an unknown column, a
    malformed cell or a text listed twice.
    """
    path, part = files.folder_of(place) / files.MANIFEST, not place.is_dir()
    if not path.is_file():
        return Listed(path, {}, part=part)
    rows: dict[int, Row] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            _check_columns(path, reader.fieldnames or [])
            for cells in reader:
                rows[reader.line_num] = _row(path, reader.line_num, cells)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{path}: cannot be read as CSV in UTF-8 ({error}); save it again as such") from None
    _check_once(path, "file", {line: files.key(row.file, row.record) for line, row in rows.items()})
    _check_once(path, "doc_id", {line: row.doc_id for line, row in rows.items()})
    return Listed(path, rows, part=part)


def check_sum(folder: Path, file: str, expected: str, found: str) -> None:
    """Raise CorpusError where a text does not have the checksum that the manifest gives ("" gives none)."""
    if expected and expected != found:
        raise CorpusError(
            f"{folder / file}: the file was changed: SHA-256 expected {expected}, found {found}; restore the file, or correct {files.MANIFEST} if the change is meant"
        )


def _place(file: str, record: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", file), unicodedata.normalize("NFC", record)


def _said(row: Row) -> str:
    return files.key(row.file, row.record) or row.doc_id


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _row(path: Path, line: int, cells: dict[Any, Any]) -> Row:
    if None in cells or None in cells.values():
        raise CorpusError(
            f"{path}, line {line}: the row does not have as many cells as the header; quote cells that hold a comma"
        )
    try:
        return Row(**cells)
    except ValidationError as error:
        first = error.errors()[0]
        column = str(first["loc"][0]) if first["loc"] else ""
        what = f"{column} {cells[column]!r}" if column else "the row"
        raise CorpusError(f"{path}, line {line}: {what}: {first['msg'].removeprefix('Value error, ')}") from None


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    columns = list(columns)
    unknown = [column for column in columns if column not in FIELDS]
    if unknown or len(set(columns)) < len(columns) or not {"file", "doc_id"} & set(columns):
        what = f"unknown column {unknown[0]!r}" if unknown else "a column is missing or stands twice"
        raise CorpusError(
            f"{path}, line 1: {what}; the columns are {', '.join(FIELDS)}, of which file or doc_id is needed"
        )


def _check_once(path: Path, name: str, values: Mapping[int, str]) -> None:
    seen: dict[str, int] = {}
    for line, value in values.items():
        if value and value in seen:
            raise CorpusError(
                f"{path}, line {line}: {name} {value} is listed twice (first in line {seen[value]}); delete one of the rows"
            )
        seen[value] = line
