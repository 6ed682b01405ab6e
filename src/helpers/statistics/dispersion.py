"""Dispersion: how evenly a word is spread over the documents, and where it stands in each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.statistics import measures
from helpers.statistics.units import WORD


def dispersion(countable: pd.DataFrame, *, min_count: int = 2, top_n: int | None = None) -> pd.DataFrame:
    """Return table `dispersion` of the content words that occur at least `min_count` times, the most frequent first.

    `countable` is what `units.countable` returns. Its documents are the parts of the corpus, their sizes in words.
    `range` is the number of documents with the word, `dp` the deviation of proportions (Gries 2008), 0 for a word
    spread as the documents are long, and `dp_norm` the same normalised (Lijffijt & Gries 2012).
    """
    words = countable[countable["kind"] == WORD]
    sizes = words.groupby("doc_id").size()
    content = words[~words["function"]]
    pairs = content.groupby(["unit", "doc_id"]).size().rename("n").reset_index()
    table = pairs.groupby("unit", as_index=False).agg(count=("n", "sum"), range=("n", "size"))
    table = table[table["count"] >= min_count].sort_values(["count", "range", "unit"], ascending=[False, False, True])
    table = table.head(top_n if top_n is not None else len(table)).reset_index(drop=True)
    if table.empty:
        return schemas.empty("dispersion")
    dp = _deviations(pairs, table["unit"], sizes)
    table = table.assign(dp=dp, dp_norm=measures.normalised_deviation(dp, sizes.to_numpy()))
    return table[list(schemas.table("dispersion").columns)]


def _deviations(pairs: pd.DataFrame, units: pd.Series, sizes: pd.Series) -> np.ndarray:
    """DP of each of `units`, one at a time, so that memory does not grow with words times documents."""
    at = pd.Series(np.arange(len(sizes)), index=sizes.index)
    by_unit = dict(list(pairs[pairs["unit"].isin(units)].groupby("unit")))
    out = np.empty(len(units))
    for i, unit in enumerate(units):
        counts = np.zeros(len(sizes))
        counts[at[by_unit[unit]["doc_id"]]] = by_unit[unit]["n"]
        out[i] = measures.deviation_of_proportions(counts, sizes.to_numpy())[0]
    return out


def positions(countable: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return where in its document each hit stands: doc_id, start, end, and `position`, the share of the document's
    words before it (0 at the beginning, below 1), to 6 digits. `hits` is what `concordance.hits` returns."""
    words = countable[countable["kind"] == WORD]
    starts = {doc: np.sort(part.to_numpy()) for doc, part in words.groupby("doc_id")["start"]}
    kept = hits[hits["doc_id"].isin(starts)]
    shares = [
        round(min(int(np.searchsorted(starts[doc], start)), len(starts[doc]) - 1) / len(starts[doc]), 6)
        for doc, start in kept[["doc_id", "start"]].itertuples(index=False)
    ]
    table = kept[["doc_id", "start", "end"]].reset_index(drop=True)
    return table.assign(position=pd.Series(shares, dtype="float64"))
