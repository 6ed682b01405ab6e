"""Accuracy: F1 of each type with its 95% interval, ours beside the stock recogniser."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from helpers import words
from helpers.evaluation.scores import ALL, NAMES, SHARES
from helpers.figures import labels, style
from helpers.figures.save import Description
from helpers.spans import ACT_CLASSES, MENTION_TYPES

NAME, TABLE = "accuracy", "accuracy"
LAYERS = ("mentions", "acts", *SHARES)
# marker, filling and edge by order of the series
LOOKS = (
    ("o", style.DARK, style.DARK),
    ("D", style.LIGHT, style.DARK),
    ("s", style.PAPER, style.MIDDLE),
    ("^", style.PAPER, style.INK),
    ("P", style.MIDDLE, style.MIDDLE),
    ("v", style.LIGHT, style.INK),
)
LETTERS = 56  # of a line of the legend


class Accuracy(NamedTuple):
    """`points` has a row for each series and measure: series, measure, f1, low, high. `measures` lists the measures
    from top to bottom with their labels, "" standing for a gap; `series` the series in order."""

    points: pd.DataFrame
    measures: dict[str, str]
    series: tuple[str, ...]


def data(accuracy: pd.DataFrame) -> Accuracy:
    """Return the measures of table `accuracy`, each block and system a series of its own."""
    rows = accuracy.assign(
        measure=accuracy["layer"] + ":" + accuracy["type"],
        series=[
            words.say("figures.series", system=system, block=block)
            for system, block in zip(accuracy["system"], accuracy["block"], strict=True)
        ],
    )
    order = [("mentions", kind) for kind in (*MENTION_TYPES, NAMES, ALL)]
    order += [("acts", kind) for kind in (*ACT_CLASSES, ALL)] + [(layer, ALL) for layer in SHARES]
    present, measures, before = set(rows["measure"]), {}, ""
    for layer, kind in order:
        part = layer if layer in ("mentions", "acts") else "shares"
        if f"{layer}:{kind}" in present:
            if before not in ("", part):
                measures[f"gap:{part}"] = ""
            measures[f"{layer}:{kind}"] = _label(layer, kind)
            before = part
    series = tuple(dict.fromkeys(rows["series"]))
    return Accuracy(rows[["series", "measure", "f1", "low", "high"]].reset_index(drop=True), measures, series)


def _label(layer: str, kind: str) -> str:
    if layer in SHARES:
        return words.say(f"figures.share_{layer}")
    if kind in (ALL, NAMES):
        return words.say(f"figures.{layer}_all" if kind == ALL else "figures.mentions_names")
    return words.say(f"figures.{'act' if layer == 'acts' else 'mention'}_{kind}")


def height(data: Accuracy) -> float:
    """Height in inches of the figure of `data`."""
    lines = sum(style.wrap(series, LETTERS).count("\n") + 1 for series in data.series)
    return 0.235 * len(data.measures) + 0.75 + 0.2 * lines if data.measures else 1.6


def plot(data: Accuracy, ax: Axes) -> None:
    """Draw a mark at F1 and a line over its interval for each series and measure."""
    if data.points.empty:
        style.empty(ax, "no_accuracy")
        return
    at = {measure: i for i, measure in enumerate(data.measures)}
    step = min(0.5 / max(len(data.series), 1), 0.28)
    for i, series in enumerate(data.series):
        marker, color, edge = LOOKS[i % len(LOOKS)]
        own = data.points[data.points["series"] == series]
        y = own["measure"].map(at) + (i - (len(data.series) - 1) / 2) * step
        dashes = "solid" if i % 2 == 0 else (0, (2.5, 1.2))
        ax.hlines(y, own["low"], own["high"], color=edge, linewidth=1.3, linestyle=dashes, zorder=2)
        name = style.wrap(series, LETTERS)
        ax.scatter(
            own["f1"], y, s=26, marker=marker, color=color, edgecolors=edge, linewidths=1.1, zorder=3, label=name
        )
    shown = [(at[measure], label) for measure, label in data.measures.items() if label]
    ax.set_yticks([y for y, _ in shown], [label for _, label in shown])
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1])
    ax.set_xlim(-0.02, 1.02)
    ax.set_ylim(len(data.measures) - 0.4, -0.6)
    ax.grid(True, axis="x")
    style.bare(ax, "left", "bottom")
    ax.set_xlabel(words.say("figures.accuracy_axis"))
    ax.figure.legend(loc="outside lower center", ncols=1, handletextpad=0.3)


def describe(data: Accuracy) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.accuracy_title")
    if data.points.empty:
        return Description(title, words.say("figures.no_accuracy"), words.say("figures.no_accuracy"))
    parts = []
    for series in data.series:
        own = data.points[data.points["series"] == series].set_index("measure")
        wanted = [m for m in (f"mentions:{NAMES}", f"mentions:{ALL}", f"acts:{ALL}") if m in own.index]
        values = [f"{data.measures[m]} {own['f1'][m]:.2f}" for m in wanted]
        parts.append(words.say("figures.accuracy_series", series=series, values=labels.listed(values)))
    alt = labels.sentences([words.say("figures.accuracy_alt", n=sum(map(bool, data.measures.values()))), *parts])
    return Description(title, words.say("figures.accuracy_caption"), alt)
