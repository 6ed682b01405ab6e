"""Levels of a relationship named in a text: the ladder of partnerships, and the phrases that stand beside it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.lexicon.matching import Matcher


class Level(NamedTuple):
    """A level named at [start, end): its English name and its rank on the ladder (5: apart from it)."""

    start: int
    end: int
    text: str
    level: str
    rank: int


@cache
def _table() -> tuple[Matcher, dict[str, dict[str, str]]]:
    rows = {row["entry"]: row for row in lexicon.load("relationship_levels")}
    return Matcher(rows), rows


def find(text: str) -> tuple[Level, ...]:
    """Return the relationship levels named in the normalised `text`, in order; the longest name counts."""
    matcher, rows = _table()
    found = [(hit, rows[hit.entry]) for hit in matcher.longest(text)]
    return tuple(Level(h.start, h.end, text[h.start : h.end], row["level"], int(row["rank"])) for h, row in found)
