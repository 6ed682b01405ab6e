"""Which words of some texts can be read so far, wherever they are quoted from, and what may still be shown.

A sequence of words that is shown is read in every text that has it. Each stretch is looked at once, with the sequences
that it adds, so that the time grows with the length of the texts alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from helpers.sequences import SEQUENCE, Numbers, Share, Span, places, whole

_NONE = np.empty(0, dtype=np.uint64)


class Readable:
    """What is read of the texts of `shares` where the sequences `shown` (each once, sorted) are shown elsewhere."""

    def __init__(self, shares: Sequence[Share], shown: Numbers = _NONE) -> None:
        self._shares = shares
        lengths = [len(share.starts) for share in shares]
        sizes = [len(share.sequences) for share in shares]
        self._words, self._sequences = (np.concatenate([[0], np.cumsum(n, dtype=np.int64)]) for n in (lengths, sizes))
        codes, self._kind, counts = np.unique(
            np.concatenate([_NONE, *(share.sequences for share in shares)]), return_inverse=True, return_counts=True
        )
        first_word = np.arange(len(self._kind)) + np.repeat(self._words[:-1] - self._sequences[:-1], sizes)
        self._places = first_word[np.argsort(self._kind, kind="stable")]
        self._ends = np.cumsum(counts, dtype=np.int64)
        self._begins = self._ends - counts
        self._shown = places(codes, shown) >= 0
        self._read = np.zeros(self._words[-1], dtype=bool)
        self._read[_together(self._places_of(np.flatnonzero(self._shown)))] = True
        self._count = np.array(
            [self._read[a:b].sum() for a, b in zip(self._words[:-1], self._words[1:], strict=True)], dtype=np.int64
        )
        self._budget = np.array([share.budget for share in shares], dtype=np.int64)

    def admit(self, number: int, spans: Iterable[Span], given: Iterable[Span] = ()) -> tuple[Span, ...]:
        """Those of the `spans` of a text, in order, that leave every text within its share; `given` are shown anyway."""
        share, taken = self._shares[number], list[Span]()
        inside = np.zeros(len(share.starts), dtype=bool)
        for span in given:
            self._show(number, inside, share.words(span), always=True)
        for span in spans:
            if self._show(number, inside, share.words(span)):
                taken.append(span)
        return tuple(taken)

    def _show(self, number: int, inside: np.ndarray, words: slice, *, always: bool = False) -> bool:
        """Show these words of a text, of which those `inside` are shown, if that leaves every text within its share."""
        low, high = max(words.start - SEQUENCE + 1, 0), words.stop + SEQUENCE - 1
        before = inside[low:high]
        after = before.copy()
        after[words.start - low : words.stop - low] = True
        added = np.flatnonzero(whole(after) & ~whole(before)) + low + self._sequences[number]
        kinds = np.unique(self._kind[added])
        found = self._places_of(kinds[~self._shown[kinds]])
        own = np.arange(words.start, words.stop) + self._words[number]
        new = np.unique(np.concatenate([_together(found), own]))
        new = new[~self._read[new]]
        touched = np.unique(np.append(self._text_of(found), number))
        more = np.bincount(np.searchsorted(touched, self._text_of(new)), minlength=len(touched))
        if not always and (self._count[touched] + more > self._budget[touched]).any():
            return False
        inside[words] = True
        self._shown[kinds] = True
        self._read[new] = True
        self._count[touched] += more
        return True

    def _places_of(self, kinds: np.ndarray) -> np.ndarray:
        """The first word of every sequence of these kinds, in all texts."""
        begins, sizes = self._begins[kinds], self._ends[kinds] - self._begins[kinds]
        shift = np.repeat(begins - np.concatenate([[0], np.cumsum(sizes)[:-1]])[: len(sizes)], sizes)
        return np.asarray(self._places[shift + np.arange(len(shift))])

    def _text_of(self, words: np.ndarray) -> np.ndarray:
        return np.searchsorted(self._words, words, side="right") - 1


def _together(first_words: np.ndarray) -> np.ndarray:
    """All words of the sequences that begin at these words."""
    return (first_words[:, None] + np.arange(SEQUENCE)).ravel()
