"""Which columns of records hold text, id, title, date and outlet: named by a parameter, or guessed by their names.

The names that are known stand in lexicon `columns`; a guess is reported with the run.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

from helpers import lexicon
from helpers.corpus import given_dates, sources
from helpers.corpus.sources import Column, Content, Entry, Options, Problem

FIELDS = ("text", "id", "title", "date", "outlet")
NAMED, GUESSED = "parameter", "guessed by its name"
_SHOWN = 12  # columns named in a message


class Row(NamedTuple):
    """A record: its place in the file, its cells, or what is wrong with it, and notes on how it was read."""

    record: str
    cells: Mapping[str, Any] | Problem
    notes: tuple[str, ...] = ()


def choose(path: str, names: Iterable[str], options: Options) -> tuple[Column, ...] | Problem:
    """Return the columns of the records of `path`, whose columns are `names`; text is always among them.

    A Problem where a column that a parameter names is missing, or none can be taken for the text.
    """
    names = list(dict.fromkeys(names))
    chosen = []
    for field in FIELDS:
        wanted = getattr(options, f"{field}_column")
        if wanted and wanted not in names:
            return Problem(f"the column {wanted} is missing ({_listed(names)})", f"name another as {field}_column")
        column = wanted or _guess(field, names)
        if column:
            chosen.append(Column(path, field, column, NAMED if wanted else GUESSED))
    if not any(column.field == "text" for column in chosen):
        return Problem(f"no column can be taken for the text ({_listed(names)})", "-p text_column=NAME")
    return tuple(chosen)


def entries(rows: Iterable[Row], columns: tuple[Column, ...]) -> Iterator[Entry]:
    """The entries of the records of a file; one that says so where there is no record."""
    empty = True
    for row in rows:
        empty = False
        if isinstance(row.cells, Problem):
            yield sources.problem(*row.cells, row.record)
        else:
            name = _name(row.cells, columns)
            yield Entry(row.record, name, partial(_content, row.cells, columns, row.notes), columns)
    if empty:
        yield sources.problem("holds no record", "put records into it or delete it")


def whole_text(text: str) -> str:
    """`text` with halves of surrogate pairs, which JSON can hold and no file, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _name(cells: Mapping[str, Any], columns: tuple[Column, ...]) -> str:
    value = next((cells.get(c.column) for c in columns if c.field == "id"), None)
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _content(cells: Mapping[str, Any], columns: tuple[Column, ...], notes: tuple[str, ...]) -> Content | Problem:
    by_field = {column.field: column.column for column in columns}
    if by_field["text"] not in cells:
        return Problem(f"the column {by_field['text']} is missing", "give the record this column, or delete it")
    value = cells[by_field["text"]]
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n".join(value)  # paragraphs
    if value is not None and not isinstance(value, str):
        return Problem(
            f"the column {by_field['text']} holds no text but {type(value).__name__}", "-p text_column=NAME of another"
        )
    text = whole_text(value or "")
    dated = cells.get(by_field.get("date", ""))
    published = given_dates.iso(dated)
    given = {
        "title": _line(cells.get(by_field.get("title", ""))),
        "outlet": _line(cells.get(by_field.get("outlet", ""))),
        "published_at": published,
    }
    if not published and dated not in (None, ""):
        notes = (*notes, "date-unreadable")
    return Content(text, sources.sha256(text.encode()), notes, given={k: v for k, v in given.items() if v})


def _line(value: object) -> str:
    return unicodedata.normalize("NFC", " ".join(whole_text(value).split())) if isinstance(value, str) else ""


def _guess(field: str, names: list[str]) -> str:
    """The first name of the lexicon that a column bears, "" for none."""
    bare = {_bare(name): name for name in reversed(names)}
    return next((bare[entry] for entry in _known(field) if entry in bare), "")


@cache
def _known(field: str) -> tuple[str, ...]:
    return tuple(_bare(row["entry"]) for row in lexicon.load("columns") if row["category"] == field)


def _bare(name: str) -> str:
    """A column's name without case, diacritics and what divides its words."""
    letters = unicodedata.normalize("NFKD", str(name).casefold().replace("đ", "d"))
    return "".join(c for c in letters if c.isalnum() and not unicodedata.combining(c))


def _listed(names: list[str]) -> str:
    shown = ", ".join(" ".join(name.split())[:40] for name in names[:_SHOWN])
    return f"columns: {shown}{', …' if len(names) > _SHOWN else ''}" if names else "no columns"
