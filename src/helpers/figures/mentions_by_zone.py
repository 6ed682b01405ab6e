"""Where in a text names stand: mentions by zone and type."""

from __future__ import annotations

import pandas as pd

from helpers import words
from helpers.figures import labels, matrix
from helpers.figures.matrix import Matrix
from helpers.figures.save import Description
from helpers.spans import MENTION_TYPES, ZONES

NAME, TABLE = "mentions_by_zone", "mentions"


def data(mentions: pd.DataFrame, words_by_zone: pd.DataFrame, documents: pd.DataFrame) -> Matrix:
    """Return the mentions by zone and type, zones in the order of a text, each labelled with its mentions per 100 words.

    `words_by_zone` is what `lengths.by_zone` returns. Documents that repeat another are left out.
    """
    own = documents.loc[documents["counted"], "doc_id"]
    kept = mentions[mentions["doc_id"].isin(own)]
    cells = kept.groupby(["zone", "type"]).size().rename("count").reset_index()
    cells = cells.rename(columns={"zone": "row", "type": "column"})
    length = words_by_zone.set_index("zone")["words"]
    found = [zone for zone in ZONES if zone in set(cells["row"])]
    rows = {
        zone: _label(zone, int(cells.loc[cells["row"] == zone, "count"].sum()), int(length.get(zone, 0)))
        for zone in found
    }
    present = set(cells["column"])
    types = {t: words.say(f"figures.mention_{t}") for t in MENTION_TYPES if t in present}
    return Matrix(cells, rows, types, "no_mentions")


def _label(zone: str, count: int, length: int) -> str:
    name = words.say(f"figures.zone_{zone}")
    return words.say("figures.zone_rate", zone=name, rate=f"{100 * count / length:.0f}") if length else name


height = matrix.height
plot = matrix.plot


def describe(data: Matrix) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.mentions_by_zone_title")
    if data.counts.empty:
        return Description(title, words.say("figures.no_mentions"), words.say("figures.no_mentions"))
    by_zone, by_type = (data.counts.groupby(part)["count"].sum() for part in ("row", "column"))
    zones = [f"{words.say(f'figures.zone_{zone}')} ({by_zone[zone]})" for zone in data.rows]
    best = by_type.sort_values(ascending=False, kind="stable").index[0]
    alt = words.say(
        "figures.mentions_by_zone_alt",
        n=int(by_zone.sum()),
        zones=labels.listed(zones),
        type=data.columns[str(best)],
        count=int(by_type[best]),
    )
    return Description(title, words.say("figures.mentions_by_zone_caption"), alt)
