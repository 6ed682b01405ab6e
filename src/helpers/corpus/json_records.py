"""Records in JSON: lines of objects (.jsonl), or a file of objects, in a list or one after the other (.json)."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import IO, Any

from helpers.corpus import columns, encodings, sources
from helpers.corpus.columns import Row
from helpers.corpus.sources import Entry, Options, Problem, Source

_PEEK = 20  # records whose columns are looked at before they are chosen
_CHUNK = 200_000  # characters of a .json file read at a time, bytes by which the encoding is told
_BETWEEN = re.compile(r"[\s,\ufeff]*")


def lines(source: Source, options: Options) -> Iterator[Entry]:
    """The entries of a .jsonl file: an object a line; `record` is the line's number, empty lines are none."""
    with source.open() as handle:
        yield from _entries(_lines(handle, options), source, options)


def values(source: Source, options: Options) -> Iterator[Entry]:
    """The entries of a .json file; `record` is the object's number, from 1. What follows a fault cannot be read."""
    with source.open() as handle:
        opened = _as_text(handle, source, options)
        if isinstance(opened, Problem):
            yield sources.problem(*opened)
        else:
            rows = _values(opened[0], sources.most_bytes(options))
            yield from _entries((row._replace(notes=opened[1]) for row in rows), source, options)


def _entries(rows: Iterator[Row], source: Source, options: Options) -> Iterator[Entry]:
    """With the columns chosen by the first records; if all of them are broken, by the first good one."""
    first = list(islice(rows, _PEEK))
    good = [row.cells for row in first if not isinstance(row.cells, Problem)]
    while not good and (row := next(rows, None)):
        first.append(row)
        good += [] if isinstance(row.cells, Problem) else [row.cells]
    chosen = columns.choose(source.file, [str(name) for cells in good for name in cells], options)
    if not isinstance(chosen, Problem):
        yield from columns.entries(chain(first, rows), chosen)
    elif good:
        yield sources.problem(*chosen)
    else:
        yield from columns.entries(first, ())


def _lines(handle: IO[bytes], options: Options) -> Iterator[Row]:
    """In UTF-16 as one text, else each line in the encoding that is named, or that it has."""
    name, most = encodings.codec(handle.read(_CHUNK), options.encoding), sources.most_bytes(options)
    handle.seek(0)
    wide = name.startswith("utf-16")
    stream: IO[Any] = io.TextIOWrapper(handle, name, errors="replace", newline="\n") if wide else handle
    for number, line in enumerate(_physical(stream, most), start=1):
        if len(line) > most:
            yield Row(str(number), sources.too_long(f"more than {most} bytes", options))
        elif line.strip():
            decoded = (line, sources.noted(name)) if wide else sources.decode(line, options.encoding)
            yield Row(str(number), *((decoded,) if isinstance(decoded, Problem) else (_parsed(decoded[0]), decoded[1])))


def _physical(stream: IO[Any], most: int) -> Iterator[Any]:
    """Lines; of one longer than `most` no more than its beginning."""
    while line := stream.readline(most + 1):
        yield line
        while len(line) > most and line[-1:] not in (b"\n", "\n"):
            line = stream.readline(most + 1)


def _parsed(line: str) -> Any:
    try:
        return _object(json.loads(line.removeprefix("\ufeff")))
    except (ValueError, RecursionError) as error:
        return _broken(error)


def _as_text(handle: IO[bytes], source: Source, options: Options) -> tuple[IO[str], tuple[str, ...]] | Problem:
    """UTF-8 and UTF-16 as they are read, another encoding only of a file that fits into memory; and the note on it."""
    name = encodings.codec(handle.read(_CHUNK), options.encoding)
    handle.seek(0)
    if name:
        return io.TextIOWrapper(handle, name), sources.noted(name)
    raw = sources.whole(source, options)
    decoded = raw if isinstance(raw, Problem) else sources.decode(raw, options.encoding)
    return decoded if isinstance(decoded, Problem) else (io.StringIO(decoded[0]), decoded[1])


def _values(stream: IO[str], most: int) -> Iterator[Row]:
    number = 0
    try:
        for number, value in enumerate(_decoded(stream, most), start=1):
            yield Row(str(number), _object(value))
    except (ValueError, RecursionError) as error:
        yield Row(str(number + 1), _broken(error))


def _decoded(stream: IO[str], most: int) -> Iterator[Any]:
    """The values of a list, or values one after the other, with no more of the text in memory than the next one needs."""
    parse = json.JSONDecoder().raw_decode
    buffer = stream.read(_CHUNK).lstrip()
    at = start = int(buffer[:1] == "[")
    while True:
        at = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # it matches the empty text
        if start and buffer[at : at + 1] == "]":
            return
        try:
            value, at = parse(buffer, at)
        except (ValueError, RecursionError):
            left = len(buffer) - at
            more = stream.read(max(_CHUNK, left)) if left <= most else ""
            if not more and left:
                raise
            if not more:
                return
            buffer, at = buffer[at:] + more, 0
            continue
        yield value


def _object(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    return Problem(f"no JSON object but {type(value).__name__}", 'write records as objects: {"text": …}')


def _broken(error: BaseException) -> Problem:
    why = " ".join(str(error).split())[:100]
    return Problem(f"broken JSON ({why})", "mend or delete the record")
