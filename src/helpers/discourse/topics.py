"""What an act is about: the topics of `lexicon/topics.csv` named in its content."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from helpers import lexicon
from helpers.lexicon.matching import Matcher


@cache
def _table() -> tuple[Matcher, dict[str, str]]:
    rows = {row["entry"]: row["category"] for row in lexicon.load("topics")}
    return Matcher(rows), rows


class Named:
    """The topic words of a text, asked for by stretch."""

    def __init__(self, text: str) -> None:
        matcher, categories = _table()
        hits = matcher.longest(text)
        self._starts = [hit.start for hit in hits]
        self._topics = [categories[hit.entry] for hit in hits]

    def between(self, start: int, end: int) -> tuple[str, ...]:
        """The topics whose words begin in [start, end), each once, in the order of their first word."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(dict.fromkeys(self._topics[first:last]))
