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


class Share:
    """The words of one text, which of them are shown, and how many may be: `budget`."""

    def __init__(self, text: str, quote_share: float) -> None:
        self.starts = np.array([m.start() for m in WORD.finditer(text)], dtype=np.int64)
        self.sequences = sequences(text)
        self.budget = int(quote_share * len(self.starts) + 1e-9)

    def covered(self, spans: Iterable[Span], elsewhere: Numbers | None = None) -> int:
        """Number of words shown where `spans` are, also counting the `sequences` shown `elsewhere`."""
        shown = np.zeros(len(self.starts), dtype=bool)
        for start, end in spans:
            shown[np.searchsorted(self.starts, start) : np.searchsorted(self.starts, end)] = True
        visible = self.visible(spans)
        found = np.isin(self.sequences, visible if elsewhere is None else np.concatenate([visible, elsewhere]))
        for i in range(SEQUENCE if len(found) else 0):
            shown[i : len(found) + i] |= found
        return int(shown.sum())

    def visible(self, spans: Iterable[Span]) -> Numbers:
        """The `sequences` that can be read where `spans` are shown."""
        inside = np.zeros(len(self.starts) + 1, dtype=np.int64)
        for start, end in spans:
            inside[np.searchsorted(self.starts, start) : np.searchsorted(self.starts, end)] = 1
        run = np.concatenate([[0], np.cumsum(inside)])[: len(self.starts) + 1]
        whole = run[SEQUENCE:] - run[:-SEQUENCE] == SEQUENCE if len(self.sequences) else np.empty(0, dtype=bool)
        return self.sequences[whole]
