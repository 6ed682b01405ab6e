"""Vocabulary growth: the types among the first words of the corpus, over random orders of its texts and by date."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from helpers import words
from helpers.figures import axes, labels, style
from helpers.figures.save import Description
from helpers.statistics import growth, laws

NAME, TABLE = "vocabulary_growth", "vocabulary_growth"


class Growth(NamedTuple):
    """`points` is table `vocabulary_growth`; `law` the fitted one, None where the corpus is too small for it."""

    points: pd.DataFrame
    law: growth.Power | None


def data(points: pd.DataFrame, fitted: pd.DataFrame) -> Growth:
    """Return the curve, and the law of Herdan from table `laws` where there is one."""
    found = fitted[fitted["law"] == laws.HERDAN]
    law = growth.Power(*found[list(growth.Power._fields)].iloc[0]) if len(found) else None
    return Growth(points, law)


def height(data: Growth) -> float:
    """Height in inches of the figure of `data`."""
    return 3.4 if len(data.points) else 1.6


def plot(data: Growth, ax: Axes) -> None:
    """Draw the mean of the random orders with their range, the order of publication, and the fitted law."""
    points = data.points
    if points.empty:
        style.empty(ax, "no_words")
        return
    ax.fill_between(points["words"], points["low"], points["high"], color=style.LIGHT, linewidth=0, zorder=1)
    mean = words.say("figures.growth_random", n=int(points["orders"].iloc[0]))
    ax.plot(points["words"], points["types"], color=style.DARK, label=mean, zorder=3)
    if points["in_order_of_date"].notna().any():
        label = words.say("figures.growth_dated")
        ax.plot(points["words"], points["in_order_of_date"], color=style.INK, linestyle=":", label=label, zorder=4)
    if data.law:
        at = points.loc[points["words"] >= growth.FIT_FROM, "words"]
        label = words.say("figures.growth_law", exponent=f"{data.law.exponent:.2f}")
        types = data.law.constant * at**data.law.exponent
        ax.plot(at, types, color=style.MIDDLE, linestyle="--", label=label, zorder=5)
    axes.both_logarithmic(ax)
    ax.set_xlabel(words.say("figures.growth_x"))
    ax.set_ylabel(words.say("figures.growth_y"))
    ax.legend(loc="upper left", handlelength=2.2, borderaxespad=0.2)


def describe(data: Growth) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.growth_title")
    if data.points.empty:
        return Description(title, words.say("figures.no_words"), words.say("figures.no_words"))
    last, half = data.points.iloc[-1], data.points[data.points["words"] <= data.points["words"].iloc[-1] / 2]
    caption = labels.sentences(
        [
            words.say("figures.growth_caption", n=int(last["orders"])),
            words.say("figures.growth_in_order") if data.points["in_order_of_date"].notna().any() else "",
            _fitted(data),
        ]
    )
    before = half.iloc[-1] if len(half) else last
    alt = labels.sentences(
        [
            words.say(
                "figures.growth_alt",
                words=f"{int(last['words']):,}", types=f"{last['types']:,.0f}",
                earlier=f"{int(before['words']):,}", fewer=f"{before['types']:,.0f}",
            ),
            _fitted(data),
        ]
    )  # fmt: skip
    return Description(title, caption, alt)


def _fitted(data: Growth) -> str:
    if not data.law:
        return words.say("figures.too_small_for_a_law", words=f"{growth.FEWEST_WORDS:,}", texts=growth.FEWEST_TEXTS)
    law = data.law
    return words.say(
        "figures.growth_fit", exponent=f"{law.exponent:.3f}", constant=f"{law.constant:,.1f}",
        deviation=f"{law.deviation:.3f}", start=f"{growth.FIT_FROM:,}",
    )  # fmt: skip
