"""The tables of a run, as declared in `schemas.toml`: columns, types and meaning; `store` checks them on every write.

Text columns are never null: what is not known is the empty string. Number columns may be missing (NaN).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from helpers.errors import TableError
from helpers.spans import ACT_CLASSES, MENTION_TYPES, TIMES, ZONES

if TYPE_CHECKING:
    import pandera.pandas as pa

DTYPES = {"text": "str", "integer": "int64", "number": "float64", "flag": "bool"}
VALUES = {"zone": ZONES, "act": ACT_CLASSES, "mention": MENTION_TYPES, "time": TIMES}


class Column(NamedTuple):
    """`kind` is a key of DTYPES; `values`, where there are any, are the only ones allowed."""

    kind: str
    meaning: str
    values: tuple[str, ...] = ()


class Table(NamedTuple):
    """One table: `notebook` writes it; `row` says what a row is; `key` are the columns that identify one;
    `csv` says whether a CSV stands beside the Parquet file; a `running_text` table is written but never published."""

    notebook: str
    row: str
    columns: dict[str, Column]
    key: tuple[str, ...]
    csv: bool
    running_text: bool


def _column(declared: str) -> Column:
    kind, _, meaning = declared.partition(": ")
    return Column("text", meaning, VALUES[kind]) if kind in VALUES else Column(kind, meaning)


def _declared() -> dict[str, Table]:
    tables: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        name: Table(
            notebook=item["notebook"],
            row=item["row"],
            columns={key: _column(value) for key, value in item["columns"].items()},
            key=tuple(item["key"]),
            csv=item.get("csv", True),
            running_text=item.get("running_text", False),
        )
        for name, item in tables.items()
    }


TABLES = _declared()


def table(name: str) -> Table:
    """The schema of a table; TableError for a name that is none."""
    try:
        return TABLES[name]
    except KeyError:
        raise TableError(f"no table is called {name}; the tables are {', '.join(TABLES)}") from None


def empty(name: str) -> pd.DataFrame:
    """A table without rows, with the columns and types of its schema."""
    return pd.DataFrame({key: pd.Series(dtype=DTYPES[column.kind]) for key, column in table(name).columns.items()})


def conform(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return `rows` with exactly the columns, order and types of the schema; TableError naming table and column."""
    wanted = table(name).columns
    missing, surplus = [c for c in wanted if c not in rows], [c for c in rows if c not in wanted]
    if missing or surplus:
        raise TableError(f"table {name}: missing columns {missing}, unknown columns {surplus}")
    if rows.empty:
        return empty(name)
    frame = rows[list(wanted)].reset_index(drop=True)
    for key, column in wanted.items():
        if column.kind == "text" and frame[key].isna().any():
            raise TableError(f"table {name}, column {key}: a missing value; write an empty text")
        try:
            frame = frame.astype({key: DTYPES[column.kind]})
        except (TypeError, ValueError) as error:
            raise TableError(f"table {name}, column {key}: {error}") from None
    _check(name, frame)
    return frame


def _check(name: str, frame: pd.DataFrame) -> None:
    import pandera.errors

    try:
        _pandera(name).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        case = error.failure_cases.iloc[0]
        raise TableError(
            f"table {name}, column {case['column']}: {case['failure_case']!r} fails {case['check']} (row {case['index']})"
        ) from None


def _pandera(name: str) -> pa.DataFrameSchema:
    import pandera.pandas as pa  # 0.7 s to import: only where a table is written

    schema = table(name)
    columns = {
        key: pa.Column(
            DTYPES[c.kind], checks=[pa.Check.isin(c.values)] if c.values else None, nullable=c.kind == "number"
        )
        for key, c in schema.columns.items()
    }
    return pa.DataFrameSchema(columns, unique=list(schema.key), strict=True)
