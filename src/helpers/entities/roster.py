"""Who holds which office in a document, and whom an office without a name means."""

from __future__ import annotations

from functools import cache

from helpers import lexicon
from helpers.entities.party import Party
from helpers.entities.persons import HOME, Person, home_offices, office, party_country
from helpers.text import flatten

_GENERAL = "tướng"  # any rank of general


class Roster:
    """Who holds which office in a document."""

    def __init__(self, persons: dict[str, Person]) -> None:
        self._persons = persons
        self._found: dict[tuple[str, str], list[Person]] = {}

    def holders(self, name: str, country: str) -> list[Person]:
        """Persons who hold the office `name` (of `country`, if given), the exact office before a wider or narrower one."""
        wanted = office(name)
        if (wanted, country) not in self._found:
            fellows = [p for p in self._persons.values() if not country or not p.country or p.country == country]
            exact = [person for person in fellows if wanted in person.offices]
            akin = exact or [p for p in fellows if any(_akin(wanted, o) and not _speaks(o, wanted) for o in p.offices)]
            self._found[wanted, country] = akin or [
                p for p in fellows if wanted == _GENERAL and p.offices.keys() & _generals()
            ]
        return self._found[wanted, country]

    def leaders(self, country: str) -> list[Person]:
        """Persons who lead `country`: heads of state and government, and whom the document calls its leader."""
        return [person for person in self._persons.values() if person.leads and person.country == country]

    def bearers(self, name: str) -> set[str]:
        """Keys of those whose office is the bare title `name` ("Bộ trưởng") or begins with it; none for a home office."""
        wanted = office(name)
        if wanted in home_offices():
            return set()
        return {p.key for p in self._persons.values() if any(f"{held} ".startswith(f"{wanted} ") for held in p.offices)}

    def holder(self, party: Party, position: int) -> str:
        """Key of the person whom a party phrase without a name means by its offices, "" if the document names none."""
        country = party_country(party)
        for name in reversed(party.offices):
            found = self.holders(name, country)
            if not country and office(name) in home_offices():
                found = [person for person in found if person.country == HOME] or found
            found = [person for person in found if _of_bodies(person, party)]
            if found:
                return nearest(found, position).key
        return ""


def _of_bodies(person: Person, party: Party) -> bool:
    """Whether a person may hold an office of the bodies that a phrase names: no spokesman of another house."""
    if not party.bodies:
        return True
    names = [flatten(name) for name in party.bodies]
    held = [*map(flatten, person.bodies), *person.offices]
    apart = len(set(person.bodies)) == 1 or any(
        _akin(o, office(n)) and o != office(n) for n in party.offices for o in person.offices
    )
    return not apart or any(one.endswith(name) or name.endswith(one) for one in held for name in names)


def _speaks(held: str, wanted: str) -> bool:
    """Whether `held` is a spokesman's office, and `wanted` that of another house: "người phát ngôn Nhà Trắng"."""
    return held in _spokesmen() and wanted != held and wanted.startswith(f"{held} ")


@cache
def _spokesmen() -> frozenset[str]:
    return frozenset(office(row["entry"]) for row in lexicon.load("offices") if row["category"] == "spokes")


def _akin(one: str, other: str) -> bool:
    return one.startswith(other + " ") or other.startswith(one + " ")


@cache
def _generals() -> frozenset[str]:
    rows = lexicon.load("offices")
    return frozenset(
        office(row["entry"]) for row in rows if row["category"] == "military" and row["entry"].endswith(_GENERAL)
    )


def nearest(found: list[Person], position: int) -> Person:
    """The person named last before `position`, else the one named first after it."""
    earlier = [person for person in found if person.before(position) >= 0]
    if earlier:
        return max(earlier, key=lambda person: person.before(position))
    return min(found, key=lambda person: person.places[0])
