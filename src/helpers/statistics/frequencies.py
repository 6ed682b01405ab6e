"""The most frequent words and phrases, function words left out."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np
import pandas as pd

from helpers.statistics import groups as grouping
from helpers.statistics.ngrams import Repeated, repeated
from helpers.statistics.units import MARK, WORD

SHORTEST, LONGEST = 2, 5  # words of a phrase


def frequencies(
    countable: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    min_count: int,
    top_n: int,
    group_by: str = "",
) -> pd.DataFrame:
    """Return table `frequencies`: the `top_n` words and the `top_n` phrases that occur at least `min_count` times.

    `countable` is what `units.countable` returns. Words are its content words. A phrase is a sequence of 2 to 5 words
    inside one sentence that holds no punctuation and neither begins nor ends with a function word (save those that
    lexicon `stopwords` allows there, as in "hai nước"); one that stands only inside one longer phrase is left out. Rows of the whole corpus have the group ""; with `group_by` those of
    each group follow.
    """
    parts = [_one_group("", countable, min_count, top_n)]
    if group_by:
        groups = grouping.assign(documents, group_by)
        labels = countable["doc_id"].map(groups)
        for name in grouping.largest(groups):
            parts.append(_one_group(name, countable[labels == name], min_count, top_n))
    return pd.concat(parts, ignore_index=True)


def _one_group(name: str, rows: pd.DataFrame, min_count: int, top_n: int) -> pd.DataFrame:
    content = rows[(rows["kind"] == WORD) & ~rows["function"]]
    frames = {"word": _tally(content["unit"], content["doc_id"]), "phrase": phrases(rows, min_count=min_count)}
    parts = []
    for kind, table in frames.items():
        table = table[table["count"] >= min_count]
        best = table.sort_values(["count", "documents", "unit"], ascending=[False, False, True]).head(top_n)
        parts.append(best.assign(group=name, kind=kind)[["group", "kind", "unit", "count", "documents"]])
    return pd.concat(parts, ignore_index=True)


def phrases(rows: pd.DataFrame, *, min_count: int) -> pd.DataFrame:
    """Return every phrase of `rows` (as in `frequencies`): unit, count, documents."""
    rows = rows.reset_index(drop=True)
    codes, names = pd.factorize(rows["unit"], sort=True)
    codes = np.where(rows["kind"] == MARK, -1, codes).astype(np.int64)
    runs = rows.groupby(["doc_id", "sentence"], sort=False).ngroup().to_numpy().astype(np.int64)
    docs = rows["doc_id"].to_numpy()
    edges = rows["opens"].to_numpy(np.bool_), rows["closes"].to_numpy(np.bool_)
    found = list(repeated(codes, runs, min_count=min_count, longest=LONGEST + 1))
    parts = [
        pd.DataFrame({"unit": pd.Series(dtype="str"), "doc_id": pd.Series(dtype="str"), "n": pd.Series(dtype="int64")})
    ]
    for phrase, longer in zip_longest(found, found[1:]):
        if SHORTEST <= phrase.length <= LONGEST:
            kept = _kept(phrase, longer, edges)
            starts, ids = phrase.starts[kept], phrase.ids[kept]
            _, first = np.unique(ids, return_index=True)
            text = {int(ids[i]): " ".join(names[codes[starts[i] : starts[i] + phrase.length]]) for i in first}
            pairs = (
                pd.DataFrame({"id": ids, "doc_id": docs[starts]})
                .groupby(["id", "doc_id"])
                .size()
                .rename("n")
                .reset_index()
            )
            parts.append(pairs.assign(unit=pairs["id"].map(text).astype("str"))[["unit", "doc_id", "n"]])
    # the same words cut in two ways are one phrase
    whole = pd.concat(parts, ignore_index=True).groupby("unit")
    return (
        pd.DataFrame({"count": whole["n"].sum(), "documents": whole["doc_id"].nunique()}).astype("int64").reset_index()
    )


Edges = tuple[np.ndarray, np.ndarray]


def _kept(phrase: Repeated, longer: Repeated | None, edges: Edges) -> np.ndarray:
    """Which occurrences begin and end well and are not those of a phrase that is always part of one longer phrase."""
    outer = None
    if longer is not None:  # a longer sequence that is no phrase itself takes none away
        kept = _well_edged(longer, edges)
        outer = longer._replace(starts=longer.starts[kept], ids=longer.ids[kept])
    return np.asarray(_well_edged(phrase, edges) & ~phrase.subsumed_by(outer)[phrase.ids])


def _well_edged(phrase: Repeated, edges: Edges) -> np.ndarray:
    opens, closes = edges
    return np.asarray(opens[phrase.starts] & closes[phrase.starts + phrase.length - 1])


def _tally(units: pd.Series, docs: pd.Series) -> pd.DataFrame:
    """By unit: occurrences, and documents they stand in."""
    table = pd.DataFrame({"unit": units.to_numpy(), "doc_id": docs.to_numpy()}).astype("str")
    return table.groupby("unit", as_index=False).agg(count=("doc_id", "size"), documents=("doc_id", "nunique"))
