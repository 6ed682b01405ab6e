"""Recurrent formulas: sequences of words that come back word for word, or with one slot filled anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.cells import joined
from helpers.statistics.elements import Elements, Flags, Integers, elements
from helpers.statistics.ngrams import Repeated, repeated
from helpers.statistics.set_phrases import SLOT, set_phrases, variants

RECURRENT, FRAME = "recurrent", "frame"
SHORTEST, LONGEST = 3, 40  # words of a formula, punctuation not counted
SHORTEST_FRAME, LONGEST_FRAME = 4, 8  # elements of a frame, its slot and punctuation counted
MOST_FILLED = 0.75  # a slot that one filler takes more often is no slot


def formulas(
    countable: pd.DataFrame,
    texts: pd.DataFrame,
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    min_count: int,
    top_n: int | None = None,
) -> pd.DataFrame:
    """Return table `formulas`, by kind and frequency, at most `top_n` of each kind.

    - recurrent: a sequence of 3 or more words inside one sentence that occurs at least `min_count` times. Commas and
      dashes may stand in it; it begins and ends like a phrase and holds two content words that are no names.
      Longest first: a shorter one is kept only if it occurs `min_count` times outside of longer ones.
    - frame: the same with one inner slot that has at least two fillers, such as "đưa quan hệ … lên tầm cao" (phrase
      frame, Fletcher 2012), none of which makes more than 3 in 4 of its occurrences. Its variants are the fillers;
      recurrent formulas that it covers are not listed again.
    - set phrase: hits of lexicon `set_phrases`, from one occurrence up, with its gloss.

    `countable` is what `units.countable` returns; a name of `mentions` counts as one word. Spans are offsets in
    `texts`, written `doc_id:start-end`.
    """
    found = elements(countable, mentions)
    rows = [_row(found, item) for item in _find(found, min_count)]
    known = texts[texts["doc_id"].isin(countable["doc_id"].unique())]
    table = pd.DataFrame([*rows, *set_phrases(known, sentences)], columns=list(schemas.table("formulas").columns))
    if table.empty:
        return schemas.empty("formulas")
    # the same words cut in two ways are one formula: the more frequent cut is kept
    order = ["kind", "count", "documents", "formula"]
    table = table.sort_values(order, ascending=[True, False, False, True]).drop_duplicates(["kind", "formula"])
    if top_n is not None:
        table = table.groupby("kind", sort=False).head(top_n)
    return table.reset_index(drop=True)


class Formula(NamedTuple):
    """`length` elements from each of `starts`; `slot` is the place of the open one, -1 where there is none."""

    length: int
    starts: Integers
    slot: int


class _Cover:
    """Which stretches of the sequence are taken by formulas kept so far."""

    def __init__(self, size: int) -> None:
        self._reach = np.zeros(size + 1, dtype=np.int64)

    def holds(self, starts: Integers, length: int) -> Flags:
        """Whether each stretch lies inside one that was kept."""
        if len(starts) * LONGEST > len(self._reach):
            return np.asarray(np.maximum.accumulate(self._reach)[starts] >= starts + length)
        before = np.maximum(starts[:, None] - np.arange(LONGEST), 0)  # nothing that was kept is longer
        return np.asarray(self._reach[before].max(axis=1, initial=0) >= starts + length)

    def add(self, starts: Integers, length: int) -> None:
        np.maximum.at(self._reach, starts, starts + length)


def _find(found: Elements, min_count: int) -> list[Formula]:
    """All formulas and frames, longest first."""
    levels = list(repeated(found.codes, found.runs, min_count=min_count, longest=LONGEST))
    cover = _Cover(len(found.codes))
    kept: list[Formula] = []
    for length in range(max(len(levels), LONGEST_FRAME), SHORTEST - 1, -1):
        whole = list(_recurrent(found, levels[length - 1], cover, min_count)) if length <= len(levels) else []
        frames = _frames(found, levels, length, cover, min_count)
        for item in frames:
            cover.add(item.starts, length)
        whole = [item for item in whole if not (frames and cover.holds(item.starts, length).all())]
        for item in whole:
            cover.add(item.starts, length)
        kept += [*frames, *whole]
    return kept


def _recurrent(found: Elements, level: Repeated, cover: _Cover, min_count: int) -> Iterator[Formula]:
    good = _well_formed(found, level.starts, level.length)
    free = good & ~cover.holds(level.starts, level.length)
    enough = np.bincount(level.ids[free], minlength=len(level.counts)) >= min_count
    here = good & enough[level.ids]
    for starts in _by_label(level.ids[here], level.starts[here]):
        yield Formula(level.length, starts, -1)


def _frames(found: Elements, levels: list[Repeated], length: int, cover: _Cover, min_count: int) -> list[Formula]:
    """The frames of one length, the most frequent first; each needs `min_count` occurrences and two fillers that no
    formula kept before holds."""
    if not SHORTEST_FRAME <= length <= LONGEST_FRAME:
        return []
    candidates = [f for slot in range(1, length - 1) for f in _slotted(found, levels, length, slot, min_count)]
    candidates.sort(key=lambda f: (-len(f.starts), f.slot, int(f.starts[0])))
    mine, kept = _Cover(len(found.codes)), []
    for item in candidates:
        free = item.starts[~cover.holds(item.starts, length) & ~mine.holds(item.starts, length)]
        if len(free) >= min_count and _is_open(found.codes[free + item.slot]):
            mine.add(item.starts, length)
            kept.append(item)
    return kept


def _slotted(found: Elements, levels: list[Repeated], length: int, slot: int, min_count: int) -> Iterator[Formula]:
    """Frames with the slot at one place: what stands before it and what stands after it are repeated sequences."""
    after = length - slot - 1
    if max(slot, after) > len(levels):
        return
    left, right = levels[slot - 1], levels[after - 1]
    at = np.searchsorted(right.starts, left.starts + slot + 1)
    at[at == len(right.starts)] = 0
    whole = right.starts[at] == left.starts + slot + 1
    starts, labels = left.starts[whole], (left.ids * np.int64(len(right.counts)) + right.ids[at])[whole]
    good = (found.runs[starts] == found.runs[starts + length - 1]) & (found.codes[starts + slot] >= 0)
    good &= (found.content | found.name)[starts + slot] & _well_formed(found, starts, length, slot)
    for group in _by_label(labels[good], starts[good], min_count):
        if _is_open(found.codes[group + slot]):
            yield Formula(length, group, slot)


def _is_open(fillers: Integers) -> bool:
    """Whether a slot is filled in more than one way, and by none nearly always."""
    counts = np.unique(fillers, return_counts=True)[1]
    return len(counts) > 1 and bool(counts.max() <= MOST_FILLED * len(fillers))


def _well_formed(found: Elements, starts: Integers, length: int, slot: int = -1) -> Flags:
    """Edges as of a phrase, SHORTEST elements that are no marks, two content words that are no names."""
    content, words = np.zeros(len(starts), dtype=np.int64), np.zeros(len(starts), dtype=np.int64)
    for i in range(length):
        if i != slot:
            content += found.content[starts + i]
            words += ~found.mark[starts + i]
    return np.asarray(found.opens[starts] & found.closes[starts + length - 1] & (content >= 2) & (words >= SHORTEST))


def _by_label(labels: Integers, starts: Integers, fewest: int = 1) -> Iterator[Integers]:
    """The starts that share a label, if there are at least so many, each group in text order."""
    order = np.argsort(labels, kind="stable")
    labels, starts = labels[order], starts[order]
    begins = np.flatnonzero(np.diff(labels, prepend=labels[:1] - 1))
    ends = np.append(begins[1:], len(labels))
    enough = ends - begins >= fewest
    for first, last in zip(begins[enough].tolist(), ends[enough].tolist(), strict=True):
        yield np.sort(starts[first:last])


def _row(found: Elements, item: Formula) -> dict[str, Any]:
    def text(start: int, places: range) -> str:
        words = [SLOT if i == item.slot else found.names[found.codes[start + i]] for i in places]
        return " ".join(words).replace(" ,", ",")

    ends = found.end[item.starts + item.length - 1]
    docs = found.docs[item.starts]
    fillers = (
        Counter(found.names[code] for code in found.codes[item.starts + item.slot]) if item.slot > 0 else Counter()
    )
    return {
        "kind": FRAME if item.slot > 0 else RECURRENT,
        "formula": text(int(item.starts[0]), range(item.length)),
        "count": len(item.starts),
        "documents": len(set(docs)),
        "variants": variants(fillers),
        "spans": joined(f"{d}:{s}-{e}" for d, s, e in zip(docs, found.start[item.starts], ends, strict=True)),
        "gloss": "",
    }
