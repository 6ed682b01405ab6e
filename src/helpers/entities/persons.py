"""What a document tells of its persons: their offices, country and gender; and whom an office without name means."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from helpers import lexicon
from helpers.entities.parties import Party, is_country
from helpers.text import flatten

HOME = "VN"
_BARE_BO = re.compile(r"^((?:phó |quyền |cựu )?(?:bộ|thứ) trưởng) bộ ")


@dataclass(slots=True)
class Person:
    """A person of the document: where named, with which offices (flattened) and country ("" unknown)."""

    key: str
    offices: dict[str, int] = field(default_factory=dict)
    country: str = ""
    woman: bool = False
    man: bool = False
    places: list[int] = field(default_factory=list)

    def before(self, position: int) -> int:
        """Start of the last naming before `position`, -1 if there is none."""
        return next((place for place in reversed(self.places) if place < position), -1)


@cache
def synonyms() -> dict[str, str]:
    """Offices that are the same, flattened: variant → main form."""
    return {flatten(row["entry"]): flatten(row["office"]) for row in lexicon.load("office_synonyms")}


def office(name: str) -> str:
    """The form under which an office is compared: flattened, variants made one, "Bộ trưởng Bộ X" as "Bộ trưởng X"."""
    flat = _BARE_BO.sub(r"\1 ", flatten(" ".join(name.split())))
    return synonyms().get(flat, flat)


@cache
def home_offices() -> frozenset[str]:
    """Offices that mean the Vietnamese holder where no country stands with them."""
    return frozenset(office(row["entry"]) for row in lexicon.load("references") if row["category"] == "home office")


@cache
def body_countries() -> tuple[tuple[str, str], ...]:
    """Names of countries, flattened and longest first, with their codes: a body that has one in its name is of it."""
    rows = [
        (flatten(row["entry"]), row["iso"])
        for row in lexicon.load("countries")
        if row["category"] == "name" and row["iso"]
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def country_of_body(key: str) -> str:
    """Code of the country named in the key of a body, "" if none is."""
    flat = f" {flatten(key)} "
    return next((code for name, code in body_countries() if f" {name} " in flat), "")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["entry"] for row in lexicon.load("surnames") if row["category"] == "vi")


def is_vietnamese(name: str) -> bool:
    """Whether a person named without a country has a name of Vietnamese form: a Vietnamese surname and a syllable more."""
    parts = name.split()
    return len(parts) >= 2 and parts[0] in _surnames()


def gather(parties: tuple[Party, ...]) -> dict[str, Person]:
    """Return the persons of a document by entity key, from its party phrases."""
    persons: dict[str, Person] = {}
    votes: dict[str, Counter[str]] = {}
    for party in parties:
        if not party.person:
            continue
        person = persons.setdefault(party.person, Person(party.person))
        person.places.append(party.start)
        for name in party.offices:
            person.offices.setdefault(office(name), party.start)
        person.woman = person.woman or party.honorific.endswith("bà") or " Thị " in party.person
        person.man = person.man or party.honorific.endswith("ông")
        code = next(iter(party.countries), "") or next(filter(None, map(country_of_body, party.bodies)), "")
        if code:
            votes.setdefault(party.person, Counter())[code] += 1
    for key, person in persons.items():
        if key in votes:
            person.country = max(sorted(votes[key]), key=lambda code: votes[key][code])
        elif home_offices() & person.offices.keys() or is_vietnamese(key):
            person.country = HOME
    return persons


def holders(name: str, country: str, persons: dict[str, Person]) -> list[Person]:
    """Persons who hold the office `name` (of `country`, if given), the exact office before a wider or narrower one."""
    wanted = office(name)
    exact, near = [], []
    for person in persons.values():
        if country and person.country and person.country != country:
            continue
        if wanted in person.offices:
            exact.append(person)
        elif any(held.startswith(wanted + " ") or wanted.startswith(held + " ") for held in person.offices):
            near.append(person)
    return exact or near


def holder(party: Party, persons: dict[str, Person], position: int) -> str:
    """Key of the person whom a party phrase without a name means by its offices, "" if the document names none."""
    country = next(iter(party.countries), "") or next(filter(None, map(country_of_body, party.bodies)), "")
    for name in reversed(party.offices):
        found = holders(name, country, persons)
        if not country and office(name) in home_offices():
            found = [person for person in found if person.country == HOME] or found
        if found:
            return nearest(found, position).key
    return ""


def nearest(found: list[Person], position: int) -> Person:
    """The person named last before `position`, else the one named first after it."""
    earlier = [person for person in found if person.before(position) >= 0]
    if earlier:
        return max(earlier, key=lambda person: person.before(position))
    return min(found, key=lambda person: person.places[0])


def country_of(key: str, persons: dict[str, Person]) -> str:
    """Code of the country on whose side an entity key stands, "" if the document does not tell."""
    if is_country(key):
        return key
    return persons[key].country if key in persons else country_of_body(key)
