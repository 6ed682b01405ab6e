"""The zones of a page, and the cues of `lexicon/zones.csv` by which they are told."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from helpers import lexicon

SHORT = 200  # characters: longer lines are neither headline nor byline
LABEL = 40  # characters of a label that only its opening tells, and of a name


class Zone(NamedTuple):
    """A zone and the rule that named it."""

    zone: str
    rule: str


@cache
def written(zone: str, match: str) -> tuple[str, ...]:
    """The cues of a zone and way of matching, as written, longest first."""
    entries = {row["entry"] for row in lexicon.load("zones") if row["category"] == zone and row["match"] == match}
    return tuple(sorted(entries, key=lambda cue: (-len(cue), cue)))


@cache
def cues(zone: str, match: str) -> tuple[str, ...]:
    """The same, casefolded."""
    return tuple(dict.fromkeys(cue.casefold() for cue in written(zone, match)))


@cache
def line_cues(zone: str, match: str) -> frozenset[str]:
    """The same as a set, to look whole lines up in."""
    return frozenset(cues(zone, match))
