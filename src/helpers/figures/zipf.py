"""Rank and frequency of words on two logarithmic axes, with the laws of Zipf and Mandelbrot."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from helpers import words
from helpers.figures import axes, labels, style
from helpers.figures.save import Description
from helpers.statistics import growth, laws
from helpers.statistics import zipf as law

NAME, TABLE = "zipf", "rank_frequency"
LETTERS = 18


class Ranks(NamedTuple):
    """`points` is table `rank_frequency`; the laws are None where the corpus is too small for them."""

    points: pd.DataFrame
    zipf: law.Mandelbrot | None
    mandelbrot: law.Mandelbrot | None


def data(points: pd.DataFrame, fitted: pd.DataFrame) -> Ranks:
    """Return the ranks, and the two laws from table `laws` where they are there."""
    found = {
        str(row["law"]): law.Mandelbrot(*(row[key] for key in law.Mandelbrot._fields))
        for row in fitted.to_dict("records")
    }
    return Ranks(points, found.get(laws.ZIPF), found.get(laws.MANDELBROT))


def height(data: Ranks) -> float:
    """Height in inches of the figure of `data`."""
    return 3.4 if len(data.points) else 1.6


def plot(data: Ranks, ax: Axes) -> None:
    """Draw a dot for each rank, the word beside some, and the laws as lines over the dots that they are fitted to."""
    points = data.points
    if points.empty:
        style.empty(ax, "no_words")
        return
    rank, frequency = points["rank"], points["frequency"]
    ax.scatter(rank, frequency, s=11, color=style.DARK, linewidths=0, zorder=2, label=words.say("figures.zipf_words"))
    kept = rank[frequency >= law.FIT_DOWN_TO]
    lines = ((data.zipf, style.INK, ":", "zipf_plain"), (data.mandelbrot, style.MIDDLE, "-", "zipf_shifted"))
    for fitted, color, dashes, key in lines:
        if fitted:
            label = words.say(f"figures.{key}", exponent=f"{fitted.exponent:.2f}", shift=f"{fitted.shift:.1f}")
            ax.plot(kept, fitted.at(kept.to_numpy()), color=color, linestyle=dashes, label=label, zorder=3)
    axes.both_logarithmic(ax)
    named = points[rank.isin([r for r in law.NAMED if r == 1 or r * 2 <= rank.iloc[-1]])]
    for _, row in named.iterrows():
        word = style.wrap(str(row["unit"]), LETTERS, 1)
        place = (row["rank"], row["frequency"])
        ax.annotate(word, place, (-6, -4), textcoords="offset points", ha="right", va="top", color=style.INK)
    ax.set_xlim(left=0.25)
    ax.set_ylim(0.7, 1.5 * max(frequency.max(), data.zipf.constant if data.zipf else 0))
    ax.set_xlabel(words.say("figures.zipf_x"))
    ax.set_ylabel(words.say("figures.zipf_y"))
    if data.zipf or data.mandelbrot:
        ax.legend(loc="upper right", handlelength=2.2, borderaxespad=0.2)


def describe(data: Ranks) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.zipf_title")
    if data.points.empty:
        return Description(title, words.say("figures.no_words"), words.say("figures.no_words"))
    fitted = words.say("figures.too_small_for_a_law", words=f"{growth.FEWEST_WORDS:,}", texts=growth.FEWEST_TEXTS)
    if data.zipf and data.mandelbrot:
        fitted = words.say(
            "figures.zipf_fit", least=law.FIT_DOWN_TO, plain=f"{data.zipf.exponent:.2f}",
            exponent=f"{data.mandelbrot.exponent:.2f}", shift=f"{data.mandelbrot.shift:.1f}",
            plain_deviation=f"{data.zipf.deviation:.3f}", deviation=f"{data.mandelbrot.deviation:.3f}",
        )  # fmt: skip
    first = [f"{unit} ({n:,})" for unit, n in zip(data.points["unit"][:5], data.points["frequency"][:5], strict=True)]
    last = data.points.iloc[-1]
    alt = words.say(
        "figures.zipf_alt", n=len(data.points), first=labels.listed(first), types=f"{int(last['rank']):,}",
        least=f"{int(last['frequency']):,}",
    )  # fmt: skip
    caption = labels.sentences([words.say("figures.zipf_caption"), fitted])
    return Description(title, caption, labels.sentences([alt, fitted]))
