"""Texts by month of publication: a bar a month, from the earliest down, those without a date last."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers import store, words
from helpers.figures import labels, style
from helpers.figures.save import Description

NAME, TABLE = "months", "months"
_BAR = 0.21  # inches from one bar to the next


class Months(NamedTuple):
    """The rows of table `months`."""

    rows: pd.DataFrame


def data(months: pd.DataFrame) -> Months:
    """Return what `statistics.months.table` returns, to be drawn."""
    return Months(months)


def height(data: Months) -> float:
    """Height in inches of the figure of `data`."""
    return 1.0 + _BAR * (len(data.rows) + 1) if len(data.rows) else 1.6


def plot(data: Months, ax: Axes) -> None:
    """Draw a bar for each row: dark what is counted once, pale what repeats another, hollow what has no date."""
    if data.rows.empty:
        style.empty(ax, "no_texts")
        return
    most = max(int(data.rows["documents"].max()), 1)
    for y, row in enumerate(store.each(data.rows)):
        own = row.documents - row.copies
        fill = style.DARK if row.period else style.PAPER
        for left, width, color in ((0, own, fill), (own, row.copies, style.LIGHT)):
            if width:
                ax.barh(y, width, 0.66, left, color=color, edgecolor=style.DARK, linewidth=1, zorder=2)
        ax.text(row.documents + most * 0.015, y, f"{row.documents:,}", va="center", ha="left", color=style.SOFT)
    ax.set_yticks(range(len(data.rows)), [_label(period) for period in data.rows["period"]])
    ax.set_ylim(len(data.rows) - 0.4, -0.6)
    ax.set_xlim(0, most * 1.12)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    ax.xaxis.set_major_formatter("{x:,.0f}")
    style.bare(ax, "left")
    copies = int(data.rows["copies"].sum())
    ax.set_xlabel(words.say("figures.months_axis_copies" if copies else "figures.months_axis"))


def describe(data: Months) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.months_title")
    if data.rows.empty:
        return Description(title, words.say("figures.no_texts"), words.say("figures.no_texts"))
    dated = data.rows[data.rows["period"] != ""]
    undated = int(data.rows.loc[data.rows["period"] == "", "documents"].sum())
    copies = int(data.rows["copies"].sum())
    caption = labels.sentences(
        [
            words.say("figures.months_caption"),
            words.say("figures.months_copies", n=copies) if copies else "",
            labels.left_out(undated, "months_undated"),
        ]
    )
    if dated.empty:
        return Description(title, caption, words.say("figures.months_undated", n=undated))
    best = dated.sort_values(["documents", "period"], ascending=[False, True]).iloc[0]
    alt = labels.sentences(
        [
            words.say(
                "figures.months_alt",
                n=int(dated["documents"].sum()),
                rows=len(dated),
                first=_label(dated["period"].iloc[0]),
                last=_label(dated["period"].iloc[-1]),
            ),
            words.say("figures.months_most", when=_label(best["period"]), n=int(best["documents"])),
            labels.left_out(undated, "months_undated"),
        ]
    )
    return Description(title, caption, alt)


def _label(period: str) -> str:
    return labels.date(period) or words.say("figures.undated")
