"""Words in a row that make a quotation: which of a text's can be read where parts of it are shown."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

import numpy as np

from helpers.text import WORD

SEQUENCE = 6  # fewer words in a row, such as most names, are no quotation
_BASE = np.uint64(0x9E3779B97F4A7C15)

Span = tuple[int, int]
Numbers = np.ndarray


def sequences(text: str) -> Numbers:
    """A number for every SEQUENCE words in a row of `text`, in order; the same words, in any case, give the same."""
    codes = np.array([crc32(word.casefold().encode()) for word in WORD.findall(text)], dtype=np.uint64)
    if len(codes) < SEQUENCE:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(len(codes) - SEQUENCE + 1, dtype=np.uint64)
    for i in range(SEQUENCE):
        total = total * _BASE + codes[i : len(total) + i]
    return total


def places(codes: Numbers, known: Numbers) -> Numbers:
    """Where each of `codes` stands in `known`, which is sorted and holds each once; -1 where it does not."""
    if not len(known):
        return np.full(len(codes), -1)
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    return np.where(known[at] == codes, at, -1)


def whole(inside: np.ndarray) -> np.ndarray:
    """Whether all words of each sequence are `inside`, given for every word whether it is."""
    found = inside[: max(len(inside) - SEQUENCE + 1, 0)].copy()
    for i in range(1, SEQUENCE):
        found &= inside[i : len(found) + i]
    return found


class Share:
    """The words of one text, its `sequences`, and how many words may be shown: `budget`."""

    def __init__(self, text: str, quote_share: float) -> None:
        self.starts = np.array([m.start() for m in WORD.finditer(text)], dtype=np.int64)
        self.sequences = sequences(text)
        self.budget = int(quote_share * len(self.starts) + 1e-9)

    def words(self, span: Span) -> slice:
        """The words that begin in a span."""
        return slice(*np.searchsorted(self.starts, span))

    def readable(self, spans: Iterable[Span]) -> np.ndarray:
        """Whether each of the `sequences` can be read where `spans` are shown."""
        inside = np.zeros(len(self.starts), dtype=bool)
        for span in spans:
            inside[self.words(span)] = True
        return whole(inside)

    def covered(self, shown: np.ndarray) -> int:
        """Number of words read where the `sequences` that `shown` tells are."""
        words = np.zeros(len(self.starts), dtype=bool)
        for i in range(SEQUENCE if len(shown) else 0):
            words[i : len(shown) + i] |= shown
        return int(words.sum())
