"""Two-sided keyness: the words that one group of texts uses more, and less, than its reference."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers import store, words
from helpers.figures import labels, style
from helpers.figures.save import Description

NAME, TABLE = "keyness", "keyness"
LETTERS = 22


class Keyness(NamedTuple):
    """The key words of one group: rows of table `keyness`, those it uses more first, by log ratio from high to low."""

    rows: pd.DataFrame
    group: str
    reference: str
    other_groups: int


def data(keyness: pd.DataFrame, documents: pd.DataFrame, *, group: str = "", top_n: int) -> Keyness:
    """Return the `top_n` strongest words of `group` by G2, half of each direction; "" is the group with most words.

    Texts are named by outlet and day where the groups are texts.
    """
    sizes = keyness.drop_duplicates("group").sort_values(["words", "group"], ascending=[False, True])
    names = labels.of_documents(documents)
    group = group or (str(sizes["group"].iloc[0]) if len(sizes) else "")
    own = keyness[keyness["group"] == group].sort_values(["log_likelihood", "unit"], ascending=[False, True])
    half = max(top_n // 2, 1)
    best = pd.concat([own[own["log_ratio"] > 0].head(half), own[own["log_ratio"] < 0].head(half)])
    reference = str(best["reference"].iloc[0]) if len(best) else ""
    others = sorted(set(sizes["group"]) - {group})
    if not reference and len(others) == 1:
        reference = others[0]  # all other documents are this one group
    return Keyness(
        best.sort_values(["log_ratio", "unit"], ascending=[False, True], ignore_index=True),
        names.get(group, group),
        names.get(reference, reference) if reference else words.say("figures.all_others"),
        len(others),
    )


def height(data: Keyness) -> float:
    """Height in inches of the figure of `data`."""
    return style.rows_height(0, around=1.15) + 0.25 * len(data.rows) if len(data.rows) else 1.6


def plot(data: Keyness, ax: Axes) -> None:
    """Draw a bar for each word, right for the group and left for its reference, as long as the log ratio."""
    if data.rows.empty:
        style.empty(ax, "no_keyness")
        return
    rows = data.rows
    limit = max(rows["log_ratio"].abs().max() * 1.3, 1)
    for y, row in enumerate(store.each(rows)):
        side = 1 if row.log_ratio > 0 else -1
        absent = (row.reference_count if side > 0 else row.count) == 0
        color = style.DARK if side > 0 else style.MIDDLE
        fill: dict[str, Any] = {"facecolor": style.PAPER, "hatch": "////"} if absent else {"facecolor": color}
        ax.barh(y, row.log_ratio, height=0.62, edgecolor=color, linewidth=1, zorder=2, **fill)
        gap = limit * 0.02
        counts = f"{row.count}:{row.reference_count}"
        ax.text(
            row.log_ratio + side * gap, y, counts, ha="left" if side > 0 else "right", va="center", color=style.SOFT
        )
        word = style.wrap(str(row.unit), LETTERS, 1)
        ax.text(-side * gap, y, word, ha="right" if side > 0 else "left", va="center")
    ax.axvline(0, color=style.SOFT, linewidth=0.8, zorder=3)
    ax.set_xlim(-limit, limit)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_yticks([])
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    style.bare(ax, "left", "right")
    heads = style.wrap(f"← {data.reference}", 30), style.wrap(f"{data.group} →", 30)
    ax.text(0, 1.01, heads[0], transform=ax.transAxes, ha="left", va="bottom", fontweight="bold", color=style.INK)
    ax.text(1, 1.01, heads[1], transform=ax.transAxes, ha="right", va="bottom", fontweight="bold", color=style.INK)
    ax.set_xlabel(words.say("figures.keyness_axis"))


def describe(data: Keyness) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.keyness_title")
    if data.rows.empty:
        return Description(title, words.say("figures.no_keyness"), words.say("figures.no_keyness"))
    more, less = (data.rows[sign(data.rows["log_ratio"])] for sign in (lambda x: x > 0, lambda x: x < 0))
    first = data.rows.iloc[0]
    few = min(first["documents"], first["reference_documents"])
    caption = labels.sentences(
        [
            words.say("figures.keyness_caption", group=data.group, reference=data.reference),
            words.say("figures.keyness_single") if pd.isna(first["p_value"]) else "",
            words.say("figures.keyness_others", n=data.other_groups) if data.other_groups > 1 else "",
        ]
    )
    said = {
        side: labels.listed([f"{row.unit} ({row.count}:{row.reference_count})" for row in store.each(part)])
        for side, part in (("more", _strongest(more)), ("less", _strongest(less)))
    }
    alt = labels.sentences(
        [
            words.say(
                "figures.keyness_alt", n=len(data.rows), group=data.group, reference=data.reference, texts=int(few)
            ),
            words.say("figures.keyness_more", group=data.group, words=said["more"]) if said["more"] else "",
            words.say("figures.keyness_less", reference=data.reference, words=said["less"]) if said["less"] else "",
        ]
    )
    return Description(title, caption, alt)


def _strongest(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(["log_likelihood", "unit"], ascending=[False, True]).head(5)
