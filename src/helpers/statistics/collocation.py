"""Collocation: which words stand near a node more than their frequency would have it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.statistics import measures
from helpers.statistics.units import WORD


def collocations(
    countable: pd.DataFrame, hits: pd.DataFrame, node: str, *, window: int, min_count: int = 2
) -> pd.DataFrame:
    """Return table `collocations`: the content words within `window` words of `node`, strongest logDice first.

    `countable` is what `units.countable` returns, `hits` what `concordance.hits` returns for `node`. Words are counted
    to the left and right of a hit inside its sentence, punctuation and numbers passed over; a word near two hits
    counts once (surface co-occurrence, Evert 2008). The tables of G2 are: words inside and outside the windows, this
    word and all others; the words of the node itself are left out of both. `min_count` is the least joint frequency.
    """
    words = countable[countable["kind"] == WORD].reset_index(drop=True)
    if words.empty or hits.empty:
        return schemas.empty("collocations")
    near, own, nodes = _windows(words, hits, window)
    outside = words[~own]
    content = outside[~outside["function"]]
    table = content.groupby("unit", as_index=False).agg(collocate_count=("start", "size"))
    table["count"] = table["unit"].map(content[near[content.index]]["unit"].value_counts()).fillna(0).astype("int64")
    table = table[table["count"] >= min_count]
    inside, total = int(near.sum()), len(outside)
    together, alone = table["count"].to_numpy(), table["collocate_count"].to_numpy()
    rest = total - inside - (alone - together)
    table = table.rename(columns={"unit": "collocate"}).assign(
        node=node,
        node_count=nodes,
        log_dice=measures.log_dice(together, nodes, alone),
        log_likelihood=measures.log_likelihood(together, inside - together, alone - together, rest),
    )
    ranked = table.sort_values(["log_dice", "count", "collocate"], ascending=[False, False, True], ignore_index=True)
    return ranked[list(schemas.table("collocations").columns)]


def _windows(words: pd.DataFrame, hits: pd.DataFrame, window: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Which words lie within `window` words of a hit, which are (part of) a hit, and the number of hits counted."""
    near, own = np.zeros(len(words), dtype=np.bool_), np.zeros(len(words), dtype=np.bool_)
    around = words.assign(at=np.arange(len(words))).merge(hits[["doc_id", "sentence"]].drop_duplicates())
    places = {key: part.to_numpy(np.int64) for key, part in around.groupby(["doc_id", "sentence"])["at"]}
    nodes = 0
    for row in hits.itertuples(index=False):
        at = places.get((row.doc_id, row.sentence))
        if at is None:  # a zone that is not counted
            continue
        nodes += 1
        starts, ends = words["start"].to_numpy()[at], words["end"].to_numpy()[at]
        own[at[(starts < row.end) & (ends > row.start)]] = True
        near[at[ends <= row.start][-window:]] = True
        near[at[starts >= row.end][:window]] = True
    return near & ~own, own, nodes
