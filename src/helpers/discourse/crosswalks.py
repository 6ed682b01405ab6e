"""From the classes of the codebook to other schemes: Searle (1976), CAMEO root codes, PLOVER types.

CAMEO: Gerner, Schrodt & Yilmaz (2009), codebook of the Conflict and Mediation Event Observations. PLOVER: Open Event
Data Alliance (2018). The table is `lexicon/crosswalk.csv`: a row for each class, and one for each predicate that differs.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from helpers import lexicon


class Crosswalk(NamedTuple):
    """The codes of an act; "" where a scheme has none (an encounter is not one utterance; PLOVER has no statements)."""

    searle: str
    cameo: str
    plover: str


@cache
def _table() -> dict[tuple[str, str], Crosswalk]:
    rows = lexicon.load("crosswalk")
    return {(row["entry"], row["act"]): Crosswalk(row["searle"], row["cameo"], row["plover"]) for row in rows}


def codes(entry: str, act: str) -> Crosswalk:
    """The codes of an act of class `act` made by the predicate `entry` of the lexicon; KeyError for an unknown class."""
    return _table().get((entry, act)) or _table()["*", act]
