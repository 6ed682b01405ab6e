"""From the classes of the codebook to other schemes: Searle (1976), CAMEO codes, PLOVER categories, modes and parties.

CAMEO: Schrodt (2012), Conflict and Mediation Event Observations, event and actor codebook, version 1.1b3. PLOVER: Open
Event Data Alliance (2023), Political Language Ontology for Verifiable Event Records, manual, draft version 2.0.

The table is `lexicon/crosswalk.csv`. Its `level` says what a row speaks of, from general to special: a class, a class in
the future (`planned`), a frame of arguments, a protocol form, a predicate. The most special row that fits an act counts,
save that an act to come is `planned` whatever its form. Words before the predicate of a row leave its codes as they are.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from helpers import lexicon

Keys = tuple[str, ...]


class Crosswalk(NamedTuple):
    """The codes of an act; "" where a scheme has none (an encounter is not one utterance; PLOVER has no statements).

    `actor` tells whom PLOVER makes the actor: our source, our target (the guest received), or both; `note` gives the reason.
    """

    searle: str
    cameo: str
    plover: str
    mode: str
    actor: str
    note: str = ""


NONE = Crosswalk("", "", "", "", "source")


@cache
def _table() -> dict[tuple[str, str, str], Crosswalk]:
    return {
        (row["level"], row["entry"], row["act"]): Crosswalk(
            row["searle"], row["cameo"], row["plover"], row["mode"], row["actor"], row["note"]
        )
        for row in lexicon.load("crosswalk")
    }


@cache
def codes(entry: str, act: str, *, frame: str = "", protocol: str = "", time: str = "reported") -> Crosswalk:
    """The codes of an act of class `act` made by the predicate `entry` of the lexicon; KeyError for an unknown class.

    An act that is denied has no code, unless the refusal is the act (`frame` refuse): both schemes leave out what did
    not happen.
    """
    table = _table()
    if time == "denied" and frame != "refuse":
        return NONE
    if time == "planned" and (found := table.get(("planned", "planned", act))):
        return found
    return (
        _of_predicate(entry, act)
        or table.get(("protocol", protocol, act))
        or table.get(("frame", frame, act))
        or table["class", "*", act]
    )


def _of_predicate(entry: str, act: str) -> Crosswalk | None:
    """The row of a predicate, or of the longest ending of it that has one ("kịch liệt lên án" is a "lên án")."""
    words = entry.split()
    endings = (("predicate", " ".join(words[first:]), act) for first in range(len(words)))
    return next((found for key in endings if (found := _table().get(key))), None)


def parties(codes: Crosswalk, source: Keys, target: Keys) -> tuple[Keys, Keys]:
    """PLOVER's actor and recipient of an act, () for an act without category.

    The visitor is the actor and the host the recipient; where the sides are not told apart, all are actors.
    """
    if not codes.plover:
        return (), ()
    if codes.actor == "both" or set(source) == set(target):
        return tuple(sorted({*source, *target})), ()
    return (target, source) if codes.actor == "target" else (source, target)
