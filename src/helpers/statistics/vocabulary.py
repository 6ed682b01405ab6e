"""The vocabulary of a corpus: its running words as numbers, and tokens, types and hapaxes by group.

A word is a token with a letter in it, in lower case and one placement of the tone, from headline, lede, body or caption
of a text that statistics count. Unlike in `units`, names are not joined: their words count one by one, as in other
corpora. Words are numbered inside DuckDB, so that memory holds four bytes for each of them and every form once.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from helpers import schemas, store
from helpers.spans import ACT_ZONES
from helpers.statistics import groups as grouping
from helpers.statistics import units
from helpers.text import fold

Ints = npt.NDArray[np.int64]
WINDOW = 100  # words of the moving window of MATTR; a text that is shorter has none
_WORDS = rf"""
WITH words AS (
    SELECT doc_id, t.start, t.text FROM tokens t JOIN sentences s USING (doc_id, sentence) JOIN documents d USING (doc_id)
    WHERE d.counted AND s.zone IN {ACT_ZONES} AND regexp_matches(t.text, '\p{{L}}')),
forms AS (SELECT text, count(*) AS count, row_number() OVER (ORDER BY text) - 1 AS form FROM words GROUP BY text)"""


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
    forms = store.query(f"{_WORDS} SELECT text, count FROM forms ORDER BY form", run)
    table = forms.assign(key=[fold(text) for text in forms["text"]], spelt=[text.lower() for text in forms["text"]])
    best = units.usual(table)
    number = {key: i for i, key in enumerate(best.index)}
    kind = np.array([number[key] for key in table["key"]], dtype=np.int64)
    docs = store.query("SELECT doc_id FROM documents WHERE counted ORDER BY doc_id", run)["doc_id"]
    places = store.query(
        f"""{_WORDS} SELECT d.doc::INTEGER AS doc, f.form::INTEGER AS form
        FROM words w JOIN forms f USING (text) JOIN
            (SELECT doc_id, row_number() OVER (ORDER BY doc_id) - 1 AS doc FROM documents WHERE counted) d USING (doc_id)
        ORDER BY d.doc, w.start""",
        run,
    )
    sizes = np.bincount(places["doc"].to_numpy(np.int64), minlength=len(docs))
    bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    words = kind[places["form"].to_numpy(np.int64)]
    return Running(tuple(docs), bounds, words, tuple(best))


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
