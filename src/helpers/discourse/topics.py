"""What an act is about: the topics of `lexicon/topics.csv` named in its content."""

from __future__ import annotations

from functools import cache

from helpers import lexicon
from helpers.lexicon.matching import Hit, Matcher


@cache
def _table() -> tuple[Matcher, dict[str, str]]:
    rows = {row["entry"]: row["category"] for row in lexicon.load("topics")}
    return Matcher(rows), rows


def hits(text: str) -> list[Hit]:
    """The topic words of the normalised `text`, from left to right and without overlap."""
    return _table()[0].longest(text)


def named(found: list[Hit], start: int, end: int) -> tuple[str, ...]:
    """The topics of the hits in [start, end), each once, in the order of their first word."""
    categories = _table()[1]
    return tuple(dict.fromkeys(categories[hit.entry] for hit in found if start <= hit.start < end))
