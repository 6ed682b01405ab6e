"""Tables on disk: Parquet (exact) with a CSV beside it, and DuckDB over both.

Same rows, same bytes: fixed schema, no pandas metadata, floats rounded to 6 digits in CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from babel import Locale

from helpers import lexicon, paths, schemas
from helpers.errors import TableError

_ARROW = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
_NAME = re.compile(r"\w+")
_SPLIT = """
    FROM (SELECT unnest(string_split(ids, ';')) AS id, generate_subscripts(string_split(ids, ';'), 1) AS place) AS i
    LEFT JOIN entities AS e ON e.entity_id = i.id"""
_MACROS = {
    "labels": f"""CREATE TEMP MACRO labels(ids) AS (
    SELECT string_agg(coalesce(e.label, i.id), ', ' ORDER BY i.place) {_SPLIT})""",
    "sides_of": f"""CREATE TEMP MACRO sides_of(ids, mark) AS (
    SELECT string_agg(coalesce(e.label, i.id), mark
                      ORDER BY array_position(['PER', 'ROLE', 'ORG', 'LOC'], e.type), i.place) {_SPLIT})""",
}
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def folder(run: Path | None = None) -> Path:
    """The tables folder of a run, by default of the current one."""
    return (run or paths.run_folder()) / "tables"


def write(name: str, rows: pd.DataFrame, run: Path | None = None) -> pd.DataFrame:
    """Check `rows` against their schema, write them, and return them as written.

    Numbers are rounded to 6 digits. Raises TableError, naming table and column, when the schema is broken.
    """
    schema = schemas.table(name)
    frame = schemas.conform(name, rows)
    for key, column in schema.columns.items():
        if column.kind == "number":
            frame[key] = frame[key].round(6) + 0.0  # + 0.0 turns -0.0 into 0.0
    target = folder(run)
    target.mkdir(parents=True, exist_ok=True)
    arrow = pa.schema([(key, _ARROW[column.kind]) for key, column in schema.columns.items()])
    data = pa.Table.from_pandas(frame, schema=arrow, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(data, target / f"{name}.parquet", compression="zstd")
    if schema.csv:
        _guarded(frame).to_csv(target / f"{name}.csv", index=False, lineterminator="\n", float_format="%.6f")
    return frame


def read(name: str, run: Path | None = None) -> pd.DataFrame:
    """Return a table of a run; TableError naming the notebook that writes it where it is missing."""
    schema = schemas.table(name)
    path = folder(run) / f"{name}.parquet"
    if not path.is_file():
        raise TableError(
            f"{path.name} is missing from {path.parent}: notebook {schema.notebook} writes it; run that one first"
        )
    data = pq.read_table(path)
    if data.column_names != list(schema.columns):
        raise TableError(
            f"{path.name} has other columns than this version writes: run notebook {schema.notebook} again"
        )
    frame = data.to_pandas()
    return frame.astype({key: schemas.DTYPES[column.kind] for key, column in schema.columns.items()})


def query(sql: str, run: Path | None = None) -> pd.DataFrame:
    """Return the rows of a DuckDB query in which every table of the run stands under its own name, and every lexicon
    table under `lexicon_<name>`; `country_names` holds the English name of each ISO code (CLDR). `labels(ids)` turns entity ids joined by ; into their labels joined by
    commas, `sides_of(ids, mark)` the same with `mark` between them, people first and countries last.

    Raises TableError with the query and DuckDB's reason.
    """
    asked = set(_NAME.findall(sql))
    with _database().cursor() as connection:
        for name in sorted(asked & set(schemas.TABLES) | ({"entities"} if asked & _MACROS.keys() else set())):
            path = folder(run) / f"{name}.parquet"
            if path.is_file():
                quoted = str(path).replace("'", "''")
                connection.execute(f"CREATE TEMP VIEW \"{name}\" AS FROM read_parquet('{quoted}')")
        for name in sorted(name for name in asked if name.startswith("lexicon_")):
            connection.register(name, pd.DataFrame(list(lexicon.load(name.removeprefix("lexicon_")))))
        if "country_names" in asked:
            connection.register("country_names", _country_names())
        try:
            for name in sorted(asked & _MACROS.keys()):
                connection.execute(_MACROS[name])
            return connection.execute(sql).df()
        except duckdb.Error as error:
            raise TableError(f"query failed: {sql!r}: {error}") from None


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """One empty database for the process: each query has views of its own in it, read anew from the files."""
    return duckdb.connect(config={"enable_external_file_cache": "false"})


@cache
def _country_names() -> pd.DataFrame:
    named = {str(code): str(name) for code, name in Locale("en").territories.items()}
    codes = sorted(code for code in named if len(code) == 2 and code.isalpha())
    return pd.DataFrame({"iso": codes, "name": [named[code] for code in codes]})


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table, each with its columns as attributes."""
    return iter(frame.itertuples(index=False))


def _guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """Text cells that a spreadsheet would take for a formula get a leading apostrophe."""
    guarded = frame.copy()
    for name in [key for key in frame if frame[key].dtype == "str"]:
        guarded[name] = frame[name].where(~frame[name].str.startswith(_RISKY), "'" + frame[name])
    return guarded
