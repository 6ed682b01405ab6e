"""Finding lexicon entries in text: many patterns in one pass, on a folded copy that keeps every offset."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import ahocorasick

from helpers.text import flatten, is_boundary


class Hit(NamedTuple):
    """An entry found at [start, end); `entry` is the form it has in the lexicon."""

    start: int
    end: int
    entry: str


class Matcher:
    """A set of entries, found on word boundaries; the case of the text does not count."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._machine = ahocorasick.Automaton()
        for entry in sorted(set(entries)):
            key = flatten(entry)
            self._machine.add_word(key, (len(key), entry))
        self._empty = not len(self._machine)
        if not self._empty:
            self._machine.make_automaton()

    def all(self, text: str) -> list[Hit]:
        """Every occurrence of every entry in `text`, by start, longer ones first."""
        if self._empty:
            return []
        flat = flatten(text)
        hits = [Hit(end + 1 - size, end + 1, entry) for end, (size, entry) in self._machine.iter(flat)]
        kept = [hit for hit in hits if is_boundary(text, hit.start) and is_boundary(text, hit.end)]
        return sorted(kept, key=lambda hit: (hit.start, -hit.end))

    def longest(self, text: str) -> list[Hit]:
        """Non-overlapping occurrences from left to right, the longest where several begin together."""
        out: list[Hit] = []
        for hit in self.all(text):
            if not out or hit.start >= out[-1].end:
                out.append(hit)
        return out
