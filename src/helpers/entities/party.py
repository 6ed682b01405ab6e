"""A participant as the text names it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from helpers import lexicon

PARTY_TYPES = ("PER", "ROLE", "ORG", "LOC")


def is_delegation(key: str) -> bool:
    """Whether the key of a body names a delegation ("Đoàn đại biểu …")."""
    return key.lower().startswith(_delegations())


@cache
def _delegations() -> tuple[str, ...]:
    rows = lexicon.load("references")
    return tuple(sorted(f"{row['entry']} ".lower() for row in rows if row["category"] == "delegation"))


def is_country(key: str) -> bool:
    """Whether an entity key is a country code."""
    return len(key) == 2 and key.isascii() and key.isupper()


@dataclass(slots=True)
class Party:
    """One participant as named at [start, end): `person` is the entity key of the person, "" where none is named.

    `offices` are the offices in their order (as written), `countries` and `bodies` the keys of the places and bodies
    that say whose they are or, where there is neither person nor office, the participant itself. `honorific` is the
    form of address before the name, `head` a word such as "người đồng cấp" that stands for the office; `core` is where
    the first mention begins, `last` the type of the last.
    """

    start: int
    end: int
    person: str = ""
    offices: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    honorific: str = ""
    head: str = ""
    last: str = ""
    core: int = 0

    @property
    def kind(self) -> str:
        """person, office, counterpart, body, country or place."""
        if self.person:
            return "person"
        if self.offices:
            return "office"
        if self.head:
            return "counterpart"
        return "body" if self.bodies else "country" if self.countries else "place"
