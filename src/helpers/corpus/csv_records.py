"""Records in CSV: a table with a header, its cells divided by comma, semicolon or tab."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO

from helpers.corpus import columns, encodings, sources
from helpers.corpus.columns import Row
from helpers.corpus.sources import Entry, Options, Problem, Source

_SAMPLE = 1_000_000  # bytes by which the encoding is told
_DELIMITERS = ",;\t"
_QUOTES = "a quotation mark that does not close, or stands inside a cell: write it twice"


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """The entries of a .csv or .tsv file; `record` is the row's number below the header, from 1."""
    with source.open() as handle:
        opened = _as_text(handle, options)
        if isinstance(opened, Problem):
            yield sources.problem(*opened)
            return
        stream, notes = opened
        header = _header(stream, "\t" if source.file.casefold().endswith(".tsv") else "")
        if isinstance(header, Problem):
            yield sources.problem(*header)
            return
        names, delimiter = header
        chosen = columns.choose(source.file, names, options)
        if isinstance(chosen, Problem):
            yield sources.problem(*chosen)
        else:
            rows = _rows(stream, names, delimiter, options)
            yield from columns.entries((row._replace(notes=notes) for row in rows), chosen)


def _as_text(handle: IO[bytes], options: Options) -> tuple[Iterator[str], tuple[str, ...]] | Problem:
    """The lines of a file, in the encoding of its beginning, and the note on it; a byte that does not fit it becomes
    U+FFFD."""
    sample, most = handle.read(_SAMPLE), sources.most_bytes(options)
    handle.seek(0)
    if not sample.strip():
        return Problem("empty", "put records into it or delete it")
    name = encodings.codec(sample, options.encoding)
    if name:
        text = io.TextIOWrapper(handle, name, errors="replace", newline="")
        return iter(lambda: text.readline(most), ""), sources.noted(name)
    whole = sample[: sample.rfind(b"\n") + 1] or sample  # no half letter at the end
    decoded = sources.decode(whole, options.encoding)
    if isinstance(decoded, Problem):
        return decoded
    encoding = options.encoding or encodings.decode(whole).encoding
    return _legacy(iter(lambda: handle.readline(most), b""), encoding), decoded[1]


def _legacy(lines: Iterator[bytes], encoding: str) -> Iterator[str]:
    for raw in lines:
        decoded = sources.decode(raw, encoding)
        yield raw.decode("ascii", "replace") if isinstance(decoded, Problem) else decoded[0]


def _header(stream: Iterator[str], delimiter: str) -> tuple[list[str], str] | Problem:
    line = next((line for line in stream if line.strip()), "")
    delimiter = delimiter or max(_DELIMITERS, key=line.count)
    try:
        names = [" ".join(name.split()) for name in next(csv.reader([line], delimiter=delimiter, strict=True))]
    except csv.Error as error:
        return Problem(f"the header cannot be read ({error})", _QUOTES)
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        return Problem(f"the column {twice or 'without a name'} stands twice", "give every column a name of its own")
    return names, delimiter


def _rows(stream: Iterator[str], names: list[str], delimiter: str, options: Options) -> Iterator[Row]:
    reader, number = csv.reader(stream, delimiter=delimiter, strict=True), 0
    while True:
        # a limit of the whole process: set anew for every row, as it may have been changed since the last
        csv.field_size_limit(sources.most_bytes(options))
        try:
            cells = next(reader, None)
        except csv.Error as error:
            number += 1
            yield Row(str(number), Problem(f"broken row ({error}; up to line {reader.line_num + 1})", _QUOTES))
            continue
        if cells is None:
            return
        if not cells:  # an empty line
            continue
        number += 1
        if len(cells) != len(names):
            reason = f"{len(cells)} cells under {len(names)} columns (line {reader.line_num + 1})"
            yield Row(str(number), Problem(reason, "put cells that hold the delimiter into quotation marks"))
        else:
            yield Row(str(number), dict(zip(names, cells, strict=True)))
