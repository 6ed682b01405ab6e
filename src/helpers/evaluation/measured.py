"""Accuracy on 40 excerpts of press texts that are not distributed: `measured.csv` holds counts only, no text."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers import schemas
from helpers.errors import TableError
from helpers.evaluation import intervals

FILE = Path(__file__).with_suffix(".csv")
COLUMNS = (
    "block", "system", "layer", "type", "correct", "predicted", "gold", "documents", "low", "high", "interval", "version", "date",
)  # fmt: skip
_WHOLE = ("correct", "predicted", "gold", "documents")


def measured(path: Path = FILE) -> pd.DataFrame:
    """Return the measured counts, with the version of the program and the date (ISO) they belong to.

    Raises TableError where the file is missing, has other columns, or holds counts that cannot be.
    """
    if not path.is_file():
        raise TableError(f"{path}: no such file; write it with `python -m helpers.evaluation.measure`")
    table = pd.read_csv(path, dtype="str", keep_default_na=False)
    if tuple(table.columns) != COLUMNS:
        raise TableError(f"{path}: expected the columns {', '.join(COLUMNS)}; found {', '.join(table.columns)}")
    try:
        table = table.astype(dict.fromkeys(_WHOLE, "int64") | {"low": "float64", "high": "float64"})
    except ValueError as error:
        raise TableError(f"{path}: {error}; write whole numbers and shares") from None
    wrong = table[(table["correct"] > table["predicted"]) | (table["correct"] > table["gold"]) | (table["correct"] < 0)]
    if len(wrong):
        row = wrong.iloc[0]
        raise TableError(
            f"{path}, {row['layer']} {row['type']}: {row['correct']} right of {row['predicted']} found and {row['gold']} wanted"
        )
    return table


def measured_accuracy(path: Path = FILE) -> pd.DataFrame:
    """Return the measured counts as rows of table `accuracy`."""
    table = measured(path)
    if table.empty:
        return schemas.empty("accuracy")
    table = table.assign(
        precision=table["correct"] / table["predicted"].where(table["predicted"] > 0),
        recall=table["correct"] / table["gold"].where(table["gold"] > 0),
        f1=table["correct"] / intervals.f1_base(table["predicted"], table["gold"]),
    )
    return table[list(schemas.table("accuracy").columns)]
