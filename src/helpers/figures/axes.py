"""Axes that several figures share."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter


def both_logarithmic(ax: Axes) -> None:
    """Make both axes logarithmic, with a line and a whole number at each power of ten and marks between them."""
    ax.set_xscale("log")
    ax.set_yscale("log")
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(LogLocator(10, numticks=12))
        axis.set_major_formatter(FuncFormatter(_whole))
        axis.set_minor_locator(LogLocator(10, subs=tuple(range(2, 10)), numticks=12))
        axis.set_minor_formatter(NullFormatter())
    ax.grid(which="major")
    ax.tick_params(which="minor", length=2)


def _whole(value: float, _place: int | None = None) -> str:
    return f"{value:,.0f}" if value >= 1 else ""
