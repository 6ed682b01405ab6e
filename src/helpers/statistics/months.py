"""Texts by month of publication, without gaps; over long times by quarter, year or more."""

from __future__ import annotations

import pandas as pd

STEPS = (1, 3, 12, 60, 120, 600, 1200, 6000)  # months
MOST = 24  # rows


def table(documents: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """Return table `months`: the texts of each month from the first to the last that has any, and those without a date.

    Where that would be more than `most` rows, a row is a quarter, a year, or 5, 10, 50, 100 or 500 years, whichever is
    the shortest that fits. A date that tells the year alone counts as undated unless a row is a year or more.
    """
    at = _months(documents["published_at"])
    span = int(at.max() - at.min()) // 1 + 1 if at.notna().any() else 0
    step = next((step for step in STEPS if span // step + 2 <= most), STEPS[-1]) if span else STEPS[0]
    if step >= 12:  # a year is enough
        years = documents["published_at"].str.extract(r"^(\d{4})", expand=False).astype("Float64")
        at = at.fillna(years * 12)
    row = at // step
    copies = documents["duplicate_of"] != ""
    rows = [
        (_period(i * step, step), int((row == i).sum()), int((copies & (row == i)).sum()))
        for i in (range(int(row.min()), int(row.max()) + 1) if row.notna().any() else ())
    ]
    if row.isna().any():
        rows.append(("", int(row.isna().sum()), int((copies & row.isna()).sum())))
    return pd.DataFrame(rows, columns=["period", "documents", "copies"]).astype({"period": "str"})


def _months(dates: pd.Series) -> pd.Series:
    """Months since the year 0; missing where the month is not told."""
    parts = dates.str.extract(r"^(\d{4})-(\d\d)").astype("Float64")
    return parts[0] * 12 + parts[1] - 1


def _period(first: int, step: int) -> str:
    """The months from `first` on as an ISO 8601 month, year or range of them."""
    if step == 1:
        return f"{first // 12:04}-{first % 12 + 1:02}"
    last = first + step - 1
    if step < 12:
        return f"{_period(first, 1)}/{_period(last, 1)}"
    return f"{first // 12:04}" if step == 12 else f"{first // 12:04}/{last // 12:04}"
