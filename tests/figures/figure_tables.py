"""Tables of a run with the columns that a test gives, the others empty."""

from __future__ import annotations

import pandas as pd

from helpers import schemas


def fill(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows of a table, columns not given left empty."""
    blank = {"text": "", "integer": 0, "number": 0.0, "flag": False}
    columns = {key: blank[column.kind] for key, column in schemas.table(name).columns.items()}
    return schemas.conform(name, pd.DataFrame([columns | row for row in rows])) if rows else schemas.empty(name)
