"""Repeated sequences of words: every n-gram that occurs often enough, grown one word at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]


class Repeated(NamedTuple):
    """The n-grams of one length: they stand at the positions `starts`, `ids` tells which is which, `counts[id]` how
    often each occurs. Positions are those of the sequence of words."""

    length: int
    starts: Integers
    ids: Integers
    counts: Integers

    def subsumed_by(self, longer: Repeated | None) -> npt.NDArray[np.bool_]:
        """By id: whether every occurrence stands in one and the same n-gram of `longer` (one word more)."""
        out = np.zeros(len(self.counts), dtype=np.bool_)
        if longer is None or not len(longer.starts):
            return out
        for shift in (0, 1):  # as its beginning, as its end
            at = np.searchsorted(self.starts, longer.starts + shift)
            inside = self.ids[at]
            out[inside[longer.counts[longer.ids] == self.counts[inside]]] = True
        return out


def repeated(codes: Integers, runs: Integers, *, min_count: int, longest: int) -> Iterator[Repeated]:
    """Yield the n-grams of one word, two, … up to `longest` that occur at least `min_count` times.

    `codes` numbers the words, -1 for what no n-gram may hold; `runs` numbers the stretches that no n-gram leaves
    (sentences). Stops early where nothing repeats. An n-gram can only repeat if both its shorter parts do, so each
    length looks only where the one before left something (Agrawal & Srikant 1994).
    """
    starts = np.flatnonzero(codes >= 0)
    current = _frequent(1, starts, codes[starts], min_count)
    while len(current.starts):
        yield current
        if current.length == longest:
            return
        # both (n-1)-grams of an n-gram must be there: at its first word and at its second
        following = np.searchsorted(current.starts, current.starts + 1)
        exists = following < len(current.starts)
        exists[exists] = current.starts[following[exists]] == current.starts[exists] + 1
        last = current.starts[exists] + current.length
        fits = runs[last] == runs[current.starts[exists]]
        first = np.flatnonzero(exists)[fits]
        pairs = current.ids[first] * np.int64(len(current.counts)) + current.ids[following[first]]
        current = _frequent(current.length + 1, current.starts[first], pairs, min_count)


def _frequent(length: int, starts: Integers, labels: Integers, min_count: int) -> Repeated:
    """Keep the labels that occur at least `min_count` times, numbered from 0."""
    _, ids, counts = np.unique(labels, return_inverse=True, return_counts=True)
    kept = counts >= min_count
    renumbered = np.cumsum(kept) - 1
    here = kept[ids]
    return Repeated(length, starts[here], renumbered[ids[here]].astype(np.int64), counts[kept].astype(np.int64))
