"""Tables on disk: Parquet (exact) with a CSV beside it, and DuckDB over both.

Same rows, same bytes: fixed schema, no pandas metadata, numbers rounded to 6 digits. A table of more than a million
rows is a folder of parts (see `parts`); read and query make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from helpers import lexicon, parts, paths, schemas, sql_names
from helpers.errors import TableError

_ARROW = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
_NAME = re.compile(r"\w+")
_GROUP_ROWS, _GROUP_BYTES = 50_000, 16_000_000  # from which a row group is written
_SINGLE = 32  # batches kept as they came; a batch of a few rows takes many times their memory


def folder(run: Path | None = None) -> Path:
    """The tables folder of a run, by default of the current one."""
    return (run or paths.run_folder()) / "tables"


def write(name: str, rows: pd.DataFrame, run: Path | None = None) -> pd.DataFrame:
    """Check `rows` against their schema, write them, and return them as written.

    Numbers are rounded to 6 digits. Raises TableError, naming table and column, when the schema is broken.
    """
    frame = _checked(name, rows)
    with _writer(name, folder(run)) as writer:
        writer.add(frame)
    return frame


class Writer:
    """A context that writes a table as its rows come: `add` takes whole documents, in the order of the table.

    `place` is the folder of the table, by default that of the current run's tables. Raises TableError as `write` does.
    """

    def __init__(self, name: str, place: Path | None = None) -> None:
        self.name = name
        self._writer = _writer(name, place or folder())
        self._single: list[pa.RecordBatch] = []
        self._waiting: list[pa.Table] = []
        self._rows = self._bytes = 0

    def __enter__(self) -> Writer:
        self._writer.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        if error[0] is None:
            self._flush()
        self._writer.__exit__(*error)

    def __len__(self) -> int:
        return self._writer.rows + self._rows

    def add(self, rows: pa.RecordBatch) -> None:
        """Append rows as `batch` makes them."""
        self._single.append(rows)
        self._rows, self._bytes = self._rows + rows.num_rows, self._bytes + rows.nbytes
        if len(self._single) >= _SINGLE:
            self._put_together()
        if self._rows >= _GROUP_ROWS or self._bytes >= _GROUP_BYTES:
            self._flush()

    def add_frame(self, rows: pd.DataFrame) -> None:
        """Append rows as a row group of their own."""
        self._flush()
        self._writer.add(_checked(self.name, rows))

    def _flush(self) -> None:
        if self._rows:
            self._put_together()
            self._writer.add(_checked(self.name, pa.concat_tables(self._waiting).to_pandas()))
        self._single, self._waiting, self._rows, self._bytes = [], [], 0, 0

    def _put_together(self) -> None:
        if self._single:
            self._waiting.append(pa.Table.from_batches(self._single).combine_chunks())
            self._single = []


def batch(name: str, rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """`rows` of a table in the form that costs least to keep and to send to another process.

    Raises TableError, naming table and column, for a column that is missing or unknown or a value of another kind.
    """
    wanted = set(schemas.table(name).columns)
    for row in rows:
        if row.keys() != wanted:
            raise TableError(f"table {name}: missing or unknown columns {sorted(wanted ^ row.keys())}")
    try:
        return pa.RecordBatch.from_pylist(rows, schema=_arrow(name))
    except (pa.ArrowException, TypeError, ValueError) as error:
        raise TableError(f"table {name}: {error}") from None


def exists(name: str, run: Path | None = None) -> bool:
    """Whether a run has a table."""
    return bool(parts.files(folder(run), name))


def read(name: str, run: Path | None = None, *, columns: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a table of a run, or some `columns` of it; TableError naming the notebook that writes it where it is missing."""
    schema, place = schemas.table(name), folder(run)
    wanted = {key: schema.columns[key] for key in columns or schema.columns}
    files = parts.files(place, name)
    if not files:
        raise TableError(
            f"{name}.parquet is missing from {place}: notebook {schema.notebook} writes it; run that one first"
        )
    data = [pq.ParquetFile(file) for file in files]
    if any(file.schema_arrow.names != list(schema.columns) for file in data):
        raise TableError(
            f"{name}.parquet has other columns than this version writes: run notebook {schema.notebook} again"
        )
    frame = pa.concat_tables([file.read(list(wanted)) for file in data]).to_pandas()
    return frame.astype({key: schemas.DTYPES[column.kind] for key, column in wanted.items()})


def of_documents(name: str, doc_ids: Iterable[str], run: Path | None = None) -> pd.DataFrame:
    """Return the rows of a table that belong to the documents `doc_ids`, in the order of the table."""
    wanted = sorted(set(doc_ids))
    there = pc.field("doc_id").isin(pa.array(wanted, pa.string()))
    if wanted:  # row groups that hold none of them are not read
        there = (pc.field("doc_id") >= wanted[0]) & (pc.field("doc_id") <= wanted[-1]) & there
    found = [pq.read_table(file, filters=there) for file in parts.files(folder(run), name)]
    frame = pa.concat_tables(found).to_pandas() if found else read(name, run)
    return frame.astype({key: schemas.DTYPES[column.kind] for key, column in schemas.table(name).columns.items()})


def query(sql: str, run: Path | None = None) -> pd.DataFrame:
    """Return the rows of a DuckDB query in which every table of the run stands under its own name, and every lexicon
    table under `lexicon_<name>`; `country_names` holds the English name of each ISO code (CLDR). `labels(ids)` turns entity ids joined by ; into their labels joined by
    commas, `sides_of(ids, mark)` the same with `mark` between them, people first and countries last.

    Raises TableError with the query and DuckDB's reason.
    """
    asked = set(_NAME.findall(sql))
    with _database().cursor() as connection:
        for name in sorted(asked & set(schemas.TABLES) | ({"entities"} if asked & sql_names.MACROS.keys() else set())):
            quoted = ", ".join("'" + str(path).replace("'", "''") + "'" for path in parts.files(folder(run), name))
            if quoted:
                connection.execute(f'CREATE TEMP VIEW "{name}" AS FROM read_parquet([{quoted}])')
        for name in sorted(name for name in asked if name.startswith("lexicon_")):
            connection.register(name, pd.DataFrame(list(lexicon.load(name.removeprefix("lexicon_")))))
        if "country_names" in asked:
            connection.register("country_names", sql_names.countries())
        try:
            for name in sorted(asked & sql_names.MACROS.keys()):
                connection.execute(sql_names.MACROS[name])
            return connection.execute(sql).df()
        except duckdb.Error as error:
            raise TableError(f"query failed: {sql!r}: {error}") from None


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """One empty database for the process: each query has views of its own in it, read anew from the files."""
    return duckdb.connect(config={"enable_external_file_cache": "false"})


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table, each with its columns as attributes."""
    return iter(frame.itertuples(index=False))


def _arrow(name: str) -> pa.Schema:
    return pa.schema([(key, _ARROW[column.kind]) for key, column in schemas.table(name).columns.items()])


def _writer(name: str, place: Path) -> parts.Writer:
    return parts.Writer(place, name, _arrow(name), csv=schemas.table(name).csv)


def _checked(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    frame = schemas.conform(name, rows)
    for key, column in schemas.table(name).columns.items():
        if column.kind == "number":
            frame[key] = frame[key].round(6) + 0.0  # + 0.0 turns -0.0 into 0.0
    return frame
