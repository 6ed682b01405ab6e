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
    content = (rows["kind"] == WORD) & ~rows["function"]
    codes, names = pd.factorize(rows.loc[content, "unit"])
    words = _tally(codes, pd.factorize(rows.loc[content, "doc_id"])[0], list(names))
    frames = {"word": words, "phrase": phrases(rows, min_count=min_count)}
    parts = []
    for kind, table in frames.items():
        table = table[table["count"] >= min_count]
        best = table.sort_values(["count", "documents", "unit"], ascending=[False, False, True]).head(top_n)
        parts.append(best.assign(group=name, kind=kind)[["group", "kind", "unit", "count", "documents"]])
    return pd.concat(parts, ignore_index=True)


def phrases(rows: pd.DataFrame, *, min_count: int) -> pd.DataFrame:
    """Return every phrase of `rows` (as in `frequencies`): unit, count, documents."""
    codes, names = pd.factorize(rows["unit"], sort=True)
    codes = np.where(rows["kind"] == MARK, -1, codes).astype(np.int64)
    docs = pd.factorize(rows["doc_id"])[0].astype(np.int32)
    sentences = rows["sentence"].to_numpy(np.int64)
    runs = np.cumsum((np.diff(docs, prepend=-1) != 0) | (np.diff(sentences, prepend=-1) != 0))
    edges = rows["opens"].to_numpy(np.bool_), rows["closes"].to_numpy(np.bool_)
    found = list(repeated(codes, runs, min_count=min_count, longest=LONGEST + 1))
    known: dict[str, int] = {}  # the same words cut in two ways are one phrase
    units, places = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.int32)]
    for phrase, longer in zip_longest(found, found[1:]):
        if SHORTEST <= phrase.length <= LONGEST:
            kept = _kept(phrase, longer, edges)
            starts, ids = phrase.starts[kept], phrase.ids[kept]
            distinct, first = np.unique(ids, return_index=True)
            texts = [" ".join(names[codes[start : start + phrase.length]]) for start in starts[first]]
            number = np.full(len(phrase.counts), -1, dtype=np.int32)
            number[distinct] = [known.setdefault(text, len(known)) for text in texts]
            units.append(number[ids])
            places.append(docs[starts])
    return _tally(np.concatenate(units), np.concatenate(places), list(known))


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


def _tally(units: np.ndarray, docs: np.ndarray, names: list[str]) -> pd.DataFrame:
    """By unit: occurrences, and documents they stand in. `units` and `docs` number the unit and the document of each."""
    size = int(docs.max(initial=0)) + 1
    pairs = np.unique(units.astype(np.int64) * size + docs)
    counts = (np.bincount(numbers, minlength=len(names)) for numbers in (units, pairs // size))
    columns = dict(zip(("count", "documents"), counts, strict=True))
    return pd.DataFrame({"unit": pd.Series(names, dtype="str"), **columns}).sort_values("unit", ignore_index=True)
