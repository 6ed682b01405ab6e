"""Records in Parquet, of which only the columns that are read are loaded, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from helpers.corpus import columns, sources
from helpers.corpus.columns import Row
from helpers.corpus.sources import READ_ERRORS, Entry, Options, Problem, Source

_ROWS = 64  # at a time


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """The entries of a .parquet file; `record` is the row's number, from 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with source.open() as handle:
        try:
            file = pq.ParquetFile(pa.PythonFile(handle, mode="r"), pre_buffer=False)
            names = file.schema_arrow.names
        except (pa.ArrowException, *READ_ERRORS) as error:
            yield sources.problem(*_damaged(error))
            return
        chosen = columns.choose(source.file, names, options)
        if isinstance(chosen, Problem):
            yield sources.problem(*chosen)
        else:
            yield from columns.entries(_rows(file, [column.column for column in chosen]), chosen)


def _rows(file: object, wanted: list[str]) -> Iterator[Row]:
    import pyarrow as pa

    numbers = count(1)
    try:
        for batch in file.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):  # type: ignore[attr-defined]
            for cells in batch.to_pylist():
                yield Row(str(next(numbers)), cells)
    except (pa.ArrowException, *READ_ERRORS, OverflowError) as error:
        yield Row(f"from {next(numbers)}", _damaged(error))


def _damaged(error: BaseException) -> Problem:
    why = " ".join(str(error).split())[:100]
    return Problem(f"no Parquet, damaged or cut short ({why})", "get the file again from where it came from")
