"""How figures look: one style, set once, that reads in colour, in grey, on paper and on a phone.

Figures are drawn 5.2 inches wide, which is a column of print and 499 pixels of a page; at 390 pixels the smallest
letters are still 8 pixels high. Colours are few, differ in lightness, and are never the only sign: marks differ in
shape or filling too.
"""

from __future__ import annotations

import textwrap
from typing import Any, cast

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers import words

WIDTH = 5.2  # inches
TEXT, SMALL = 10.0, 9.0  # points
LINE = 0.165  # inches from one line of small text to the next

INK, SOFT, RULE, PAPER = "#1a1a1a", "#595959", "#d4d4d4", "#ffffff"
DARK, MIDDLE, LIGHT = "#1f5a8c", "#d98324", "#b9d5ea"  # blue, orange, pale blue: dark, middle and light in grey

SETTINGS: dict[str, Any] = {
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "figure.dpi": 100,
    "font.family": "DejaVu Sans",  # comes with matplotlib and has every Vietnamese letter
    "font.size": SMALL,
    "text.color": INK,
    "axes.labelsize": SMALL,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "grid.color": RULE,
    "grid.linewidth": 0.7,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "hatch.linewidth": 0.7,
    "lines.linewidth": 1.4,
    # files: letters as outlines in SVG and as embedded fonts in PDF, ids that do not change
    "svg.fonttype": "path",
    "svg.hashsalt": "banggiao",
    "pdf.fonttype": 42,
    "pdf.compression": 0,
    "path.simplify": False,
}


def canvas(height: float) -> tuple[Figure, Axes]:
    """Return an empty figure of the common width and this height in inches, and its axes, with the style set."""
    mpl.rcParams.update(cast(Any, SETTINGS))
    figure = Figure(figsize=(WIDTH, round(height, 2)), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def rows_height(lines: int, *, around: float) -> float:
    """Height in inches of a figure of so many lines of text with `around` inches above and below them."""
    return max(lines, 1) * LINE + around


def wrap(text: str, width: int, most: int = 3) -> str:
    """Return `text` in at most `most` lines of at most `width` letters, about equally long; the rest is shown as "…".

    Lines that are there already are kept."""
    if "\n" in text:
        return "\n".join(wrap(part, width, most) for part in text.split("\n"))
    lines = _lines(text, width, most)
    for narrower in range(width - 1, width // 2, -1):
        even = _lines(text, narrower, most)
        if len(even) > len(lines) or (even and even[-1] != lines[-1] and even[-1].endswith("…")):
            break
        lines = even
    return "\n".join(lines)


def _lines(text: str, width: int, most: int) -> list[str]:
    return textwrap.wrap(text, width, max_lines=most, placeholder=" …", break_long_words=False, break_on_hyphens=False)


def empty(ax: Axes, message: str) -> None:
    """Say in the middle of bare axes that there is nothing to show; `message` is a key under [figures]."""
    ax.set_axis_off()
    said = wrap(words.say(f"figures.{message}"), 60)
    ax.text(0.5, 0.5, said, transform=ax.transAxes, ha="center", va="center", color=SOFT, fontsize=TEXT)


def bare(ax: Axes, *sides: str) -> None:
    """Hide the spines of these sides and the tick marks."""
    for side in sides:
        ax.spines[side].set_visible(False)
    ax.tick_params(length=0)


def freeze(ax: Axes) -> None:
    """Lay the figure out now and keep it so: for what is placed by measuring."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
