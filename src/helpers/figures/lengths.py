"""How long texts or sentences are: a histogram, or a stroke each where there are few."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers import words
from helpers.figures import labels, style
from helpers.figures.save import Description

NAME, TABLE = "lengths", "lengths"
FEW = 30  # up to so many are drawn one by one
BINS = 30
SHARE = 0.99  # of the lengths inside the axis; longer ones stand in the last bar


class Lengths(NamedTuple):
    """`bins` has a row for each bar: first and last length, and count; `values` are the lengths themselves where they
    are few. `kind` is texts or sentences, `size` how many there are, `beyond` how many stand in the last bar because they are longer."""

    bins: pd.DataFrame
    values: tuple[int, ...]
    kind: str
    size: int
    quartiles: tuple[float, float, float]
    beyond: int


def data(values: npt.NDArray[np.int64], *, kind: str) -> Lengths:
    """Return lengths in bins of one width, 1, 2 or 5 times a power of ten. `kind` is "texts" or "sentences"."""
    if not len(values):
        return Lengths(pd.DataFrame({"first": [], "last": [], "count": []}), (), kind, 0, (0.0, 0.0, 0.0), 0)
    top = int(np.quantile(values, SHARE, method="higher"))
    step = next(s * 10**k for k in range(20) for s in (1, 2, 5) if top // (s * 10**k) < BINS)
    first = np.arange(0, top + 1, step)
    counts = np.bincount(np.minimum(values, top) // step, minlength=len(first))
    bins = pd.DataFrame({"first": first, "last": first + step - 1, "count": counts})
    beyond = int((values > bins["last"].iloc[-1]).sum())
    low, middle, high = (float(q) for q in np.quantile(values, (0.25, 0.5, 0.75)))
    few = tuple(int(v) for v in values) if len(values) <= FEW else ()
    return Lengths(bins, few, kind, len(values), (low, middle, high), beyond)


def height(data: Lengths) -> float:
    """Height in inches of the figure of `data`."""
    return 1.6 if data.values or not data.size else 2.6


def plot(data: Lengths, ax: Axes) -> None:
    """Draw bars, or a stroke for each length, with the median as a line and the middle half as a band."""
    if not data.size:
        style.empty(ax, "no_texts")
        return
    low, middle, high = data.quartiles
    if data.values:
        ax.vlines(data.values, 0.1, 0.9, color=style.DARK, linewidth=1.6, zorder=3)
        ax.set_ylim(0, 1)
        ax.set_yticks([])
        ax.set_xlim(0, max(data.values) * 1.05)
        style.bare(ax, "left")
    else:
        width = data.bins["last"].iloc[0] + 1
        ax.bar(
            data.bins["first"], data.bins["count"], width, align="edge",
            color=style.DARK, edgecolor=style.PAPER, linewidth=0.6, zorder=2,
        )  # fmt: skip
        ax.set_xlim(0, data.bins["first"].iloc[-1] + width)
        ax.set_ylabel(words.say(f"figures.lengths_{data.kind}"))
        ax.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
        ax.yaxis.set_major_formatter("{x:,.0f}")
    if data.size >= 4:
        ax.axvspan(low, high, color=style.LIGHT, alpha=0.6, linewidth=0, zorder=0)
    ax.axvline(middle, color=style.MIDDLE, linewidth=1.6, zorder=4)
    said = words.say("figures.lengths_median", value=_said(middle))
    ax.text(middle, 1.02, said, transform=ax.get_xaxis_transform(), ha="center", va="bottom", color=style.INK)
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.set_xlabel(words.say(f"figures.lengths_axis_{data.kind}"))


def describe(data: Lengths) -> Description:
    """Return title, caption and alternative text."""
    title = words.say(f"figures.lengths_{data.kind}_title")
    if not data.size:
        return Description(title, words.say("figures.no_texts"), words.say("figures.no_texts"))
    low, middle, high = (_said(q) for q in data.quartiles)
    caption = labels.sentences(
        [
            words.say(f"figures.lengths_{data.kind}_caption"),
            words.say("figures.lengths_strokes") if data.values else "",
            words.say("figures.lengths_half", low=low, high=high) if data.size >= 4 else "",
            labels.left_out(data.beyond, "lengths_beyond", last=f"{data.bins['first'].iloc[-1]:,}"),
        ]
    )
    if data.values:
        alt = words.say("figures.lengths_each", values=labels.listed([f"{v:,}" for v in data.values]), median=middle)
    else:
        best = data.bins.iloc[int(data.bins["count"].to_numpy().argmax())]
        alt = words.say(
            "figures.lengths_alt",
            n=data.size, kind=words.say(f"figures.lengths_{data.kind}"), median=middle, low=low, high=high,
            first=f"{best['first']:,}", last=f"{best['last']:,}", most=int(best["count"]),
        )  # fmt: skip
    return Description(title, caption, alt)


def _said(length: float) -> str:
    return f"{length:,.1f}".removesuffix(".0")
