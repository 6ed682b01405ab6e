"""Tables of a run with the columns that a test gives, the others empty."""

from __future__ import annotations

import pandas as pd

from helpers import schemas


def fill(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows of a table, columns not given left empty."""
    blank = {"text": "", "integer": 0, "number": 0.0, "flag": False}
    declared = schemas.table(name).columns
    columns = {key: column.values[0] if column.values else blank[column.kind] for key, column in declared.items()}
    if name == "documents":  # texts that repeat another are not counted
        rows = [{"counted": not row.get("duplicate_of")} | row for row in rows]
    return schemas.conform(name, pd.DataFrame([columns | row for row in rows])) if rows else schemas.empty(name)
