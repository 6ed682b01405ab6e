"""The manifest of a corpus: one row a text, with what its source says of it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator

from helpers.corpus import files
from helpers.errors import CorpusError

FIELDS = ("doc_id", "file", "outlet", "agency", "published_at", "title", "sha256", "rights", "note")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?")


class Row(BaseModel):
    """A row of manifest.csv; every cell may be empty, but doc_id and file not both."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    doc_id: str = ""
    file: str = ""
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

    @field_validator("published_at")
    @classmethod
    def _iso(cls, value: str) -> str:
        if value:
            if not _DATE.fullmatch(value):
                raise ValueError("write it as 2024-04-02 or 2024-04-02T06:37")
            datetime.fromisoformat(value)
        return value

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
        return self


def read(folder: Path) -> dict[int, Row]:
    """Return the rows of `manifest.csv` in `folder` by line number, {} where there is no manifest.

    Raises CorpusError, naming file, line, value and remedy, for a manifest that cannot be read, an unknown column, a
    malformed cell or a text listed twice.
    """
    path = folder / files.MANIFEST
    if not path.is_file():
        return {}
    rows: dict[int, Row] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            _check_columns(path, reader.fieldnames or [])
            for cells in reader:
                rows[reader.line_num] = _row(path, reader.line_num, cells)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorpusError(f"{path}: cannot be read as CSV in UTF-8 ({error}); save it again as such") from None
    for name in ("file", "doc_id"):
        _check_once(path, name, {line: getattr(row, name) for line, row in rows.items()})
    return rows


def by_file(folder: Path, doc_ids: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the manifest's cells by file, for the files of a corpus (file → doc_id).

    Raises CorpusError for a row whose file is missing or bears another doc_id.
    """
    path = folder / files.MANIFEST
    named = {unicodedata.normalize("NFC", file): file for file in doc_ids}
    identified = {doc_id: file for file, doc_id in doc_ids.items()}
    out: dict[str, dict[str, str]] = {}
    for line, row in read(folder).items():
        file = named.get(row.file.removeprefix("./")) if row.file else identified.get(row.doc_id)
        if file is None:
            raise CorpusError(
                f"{path}, line {line}: {row.file or row.doc_id} is not in the corpus folder; add the file or delete the row"
            )
        if row.doc_id and row.doc_id != doc_ids[file]:
            raise CorpusError(
                f"{path}, line {line}: doc_id {row.doc_id} is not that of {file}; write {doc_ids[file]} or leave the cell empty"
            )
        if file in out:
            raise CorpusError(f"{path}, line {line}: {file} is listed twice; delete one of the rows")
        out[file] = row.model_dump()
    return out


def check_sum(folder: Path, file: str, expected: str, found: str) -> None:
    """Raise CorpusError where a file does not have the checksum that the manifest gives ("" gives none)."""
    if expected and expected != found:
        raise CorpusError(
            f"{folder / file}: the file was changed: SHA-256 expected {expected}, found {found}; restore the file, or correct {files.MANIFEST} if the change is meant"
        )


def digest(folder: Path) -> str:
    """Return one SHA-256 of the names and contents of a corpus and of its manifest: the identity of the corpus."""
    return files.digest(folder)


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
