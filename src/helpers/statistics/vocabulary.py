"""The vocabulary of a corpus: its running words as numbers, and tokens, types and hapaxes by group.

A word is a token with a letter in it, in lower case and one placement of the tone, from headline, lede, body or caption
of a text that statistics count. Unlike in `units`, names are not joined: their words count one by one, as in other
corpora. They are read a few hundred texts at a time, so that memory holds a number for each of them and every form once.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from helpers import schemas, store
from helpers.statistics import groups as grouping
from helpers.statistics import units
from helpers.text import fold

Ints = npt.NDArray[np.int64]
WINDOW = 100  # words of the moving window of MATTR; a text that is shorter has none


class Running(NamedTuple):
    """The words of the counted texts in their order: `words` numbers them, text i has words[bounds[i]:bounds[i + 1]],
    and `names` tells how each type is spelt most often."""

    doc_ids: tuple[str, ...]
    bounds: Ints
    words: Ints
    names: tuple[str, ...]

    def lengths(self) -> Ints:
        """How many words each text has."""
        return np.diff(self.bounds)

    def counts(self) -> Ints:
        """How often each type occurs."""
        return np.bincount(self.words, minlength=len(self.names))


def running(run: Path | None = None) -> Running:
    """Return the words of a run, read from its tables `documents`, `sentences` and `tokens`."""
    documents = store.read("documents", run)
    doc_ids = pd.Index(sorted(documents.loc[documents["counted"], "doc_id"]))
    forms, parts = units.Numbers(), list[Ints]()
    for part in units.placed(documents, run, named=False):
        parts.append(np.stack([doc_ids.get_indexer(pd.Index(part["doc_id"])), forms.of(part["text"])]))
    texts = pd.Series(forms.texts(), dtype="str")
    docs, numbers = np.concatenate(parts, axis=1)
    is_word = np.array([any(map(str.isalpha, text)) for text in texts], dtype=np.bool_)[numbers]
    docs, numbers = docs[is_word], numbers[is_word]
    table = pd.DataFrame({"key": texts.map(fold), "spelt": texts.map(str.lower), "form": range(len(texts))})
    table["count"] = np.bincount(numbers, minlength=len(texts))
    table = table[table["count"] > 0]
    best = units.usual(table)
    kind = np.empty(len(texts), dtype=np.int64)
    kind[table["form"]] = best.index.get_indexer(pd.Index(table["key"]))
    bounds = np.concatenate([[0], np.cumsum(np.bincount(docs, minlength=len(doc_ids)))]).astype(np.int64)
    return Running(tuple(doc_ids), bounds, kind[numbers], tuple(best))


def by_group(running: Running, documents: pd.DataFrame, *, group_by: str, window: int = WINDOW) -> pd.DataFrame:
    """Return table `vocabulary`: a row for the whole corpus (group "") and one for each of the largest groups.

    Of each: texts, words (tokens), types, type–token ratio, MATTR (the mean type–token ratio of every window of `window`
    words inside a text: Covington & McFall 2010; missing where no text is that long), hapaxes, their share of the types,
    and the growth rate, hapaxes over words: how likely the next word is a new one (Good 1953; Baayen 2001).
    """
    assigned = grouping.assign(documents, group_by).reindex(running.doc_ids)
    names = grouping.largest(assigned)
    codes = pd.Categorical(assigned, categories=names).codes.astype(np.int64)
    parts = [_rows([""], np.zeros_like(codes), running, window), _rows(names, codes, running, window)]
    return pd.concat(parts, ignore_index=True)[list(schemas.table("vocabulary").columns)]


def distinct_in_windows(words: Ints, bounds: Ints, window: int) -> tuple[Ints, Ints]:
    """Return, by text, the number of windows of `window` words inside it, and of types summed over these windows.

    A word is a new type in just those windows that hold it and not the one before it of its type.
    """
    lengths = np.diff(bounds)
    doc = np.repeat(np.arange(len(lengths)), lengths)
    order = np.lexsort((words, doc))
    same = (words[order][1:] == words[order][:-1]) & (doc[order][1:] == doc[order][:-1])
    before = np.full(len(words), -1, dtype=np.int64)
    before[order[1:][same]] = order[:-1][same]
    place = np.arange(len(words))
    first = np.maximum(np.maximum(place - window, before) + 1, bounds[:-1][doc])
    last = np.minimum(place, bounds[1:][doc] - window)
    types = np.bincount(doc, weights=np.maximum(last - first + 1, 0), minlength=len(lengths))
    return np.maximum(lengths - window + 1, 0), types.astype(np.int64)


def _rows(names: list[str], codes: Ints, running: Running, window: int) -> pd.DataFrame:
    """The rows of groups; `codes` gives the group of each text, -1 for none."""
    kept = codes >= 0
    group = np.repeat(codes, running.lengths())
    pairs, counts = np.unique((group * len(running.names) + running.words)[group >= 0], return_counts=True)
    owner, size = pairs // max(len(running.names), 1), len(names)
    windows, distinct = distinct_in_windows(running.words, running.bounds, window)
    words = np.bincount(codes[kept], running.lengths()[kept], size)
    types = np.bincount(owner, minlength=size)
    hapaxes = np.bincount(owner[counts == 1], minlength=size)
    slots = np.bincount(codes[kept], windows[kept], size) * window
    with np.errstate(divide="ignore", invalid="ignore"):
        return pd.DataFrame(
            {
                "group": names,
                "documents": np.bincount(codes[kept], minlength=size),
                "words": words.astype(np.int64),
                "types": types,
                "ttr": types / words,
                "mattr": np.bincount(codes[kept], distinct[kept], size) / slots,
                "hapaxes": hapaxes,
                "hapax_share": hapaxes / types,
                "growth_rate": hapaxes / words,
            }
        )
