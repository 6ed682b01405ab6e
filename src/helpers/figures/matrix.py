"""Counts in rows and columns: a number in each cell on a disc whose area is the number."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from helpers import store, words
from helpers.figures import style

COLUMNS = ("row", "column", "count")
ROW_LETTERS = 24


class Matrix(NamedTuple):
    """`counts` has a row for each cell with a count: row, column, count. `rows` and `columns` give their order and
    labels; `hidden_rows` rows with `hidden_count` in them are left out. `empty` is said where there is nothing."""

    counts: pd.DataFrame
    rows: dict[str, str]
    columns: dict[str, str]
    empty: str
    hidden_rows: int = 0
    hidden_count: int = 0


def ranked(cells: pd.DataFrame, labels: dict[str, str], columns: dict[str, str], *, top_n: int, empty: str) -> Matrix:
    """Return a matrix of counted `cells` (row, column, count) with its `top_n` heaviest rows, heaviest first; columns
    without a count are left out."""
    totals = cells.groupby("row")["count"].sum().rename("total").reset_index()
    order = totals.sort_values(["total", "row"], ascending=[False, True])
    kept, hidden = order.head(top_n), order.iloc[top_n:]
    shown = cells[cells["row"].isin(kept["row"])]
    present = set(shown["column"])
    return Matrix(
        counts=shown.reset_index(drop=True),
        rows={str(row): labels.get(str(row), str(row)) for row in kept["row"]},
        columns={key: label for key, label in columns.items() if key in present},
        empty=empty,
        hidden_rows=len(hidden),
        hidden_count=int(hidden["total"].sum()),
    )


def height(data: Matrix) -> float:
    """Height in inches of the figure of `data`."""
    return style.rows_height(0, around=1.0) + sum(map(_lines, data.rows.values())) * style.LINE if data.rows else 1.6


def _lines(label: str) -> float:
    """Lines of text that a row takes."""
    return max(1.6, style.wrap(label, ROW_LETTERS).count("\n") + 1.5)


def plot(data: Matrix, ax: Axes) -> None:
    """Draw `data` on `ax`, its rows from top to bottom."""
    if data.counts.empty:
        style.empty(ax, data.empty)
        return
    rows, columns = list(data.rows), list(data.columns)
    heights = [_lines(data.rows[row]) for row in rows]
    at = dict(zip(rows, np.cumsum(heights) - np.array(heights) / 2, strict=True))
    x = data.counts["column"].map({key: i for i, key in enumerate(columns)})
    y = data.counts["row"].map(at)
    largest = data.counts["count"].max()
    areas = 90 + 330 * data.counts["count"] / largest
    ax.scatter(x, y, s=areas, color=style.LIGHT, linewidths=0, zorder=2)
    for i, row in enumerate(store.each(data.counts)):
        ax.text(
            x.iloc[i], y.iloc[i], f"{row.count:,}", ha="center", va="center_baseline", fontsize=style.SMALL, zorder=3
        )
    ax.set_xticks(
        range(len(columns)), [data.columns[key] for key in columns], rotation=50, ha="left", rotation_mode="anchor"
    )
    ax.set_yticks([at[row] for row in rows], [style.wrap(data.rows[row], ROW_LETTERS) for row in rows])
    ax.xaxis.tick_top()
    ax.grid(True)
    ax.set_xlim(-0.6, len(columns) - 0.4)
    ax.set_ylim(float(sum(heights)), 0)
    style.bare(ax, "left", "bottom", "top", "right")
    if data.hidden_rows:
        note = words.say("figures.more_rows", n=data.hidden_rows, count=data.hidden_count)
        ax.set_xlabel(note, color=style.SOFT, loc="left")
