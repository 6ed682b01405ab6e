"""What a document tells of its persons: their offices, country and gender."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities.owner_country import country_of_body
from helpers.entities.party import Party, is_country
from helpers.text import flatten

HOME = "VN"
LEADER = "lãnh đạo"  # the main form of the words for a leader in lexicon/office_synonyms.csv


@dataclass(slots=True)
class Person:
    """A person of the document: where named, with which offices (flattened) and country ("" unknown), or of which alliance.

    `leads` tells whether the text makes somebody head of a state or government, or calls him its leader.
    """

    key: str
    offices: dict[str, int] = field(default_factory=dict)
    country: str = ""
    alliance: str = ""
    bodies: list[str] = field(default_factory=list)
    woman: bool = False
    man: bool = False
    leads: bool = False
    places: list[int] = field(default_factory=list)

    def before(self, position: int) -> int:
        """Start of the last naming before `position`, -1 if there is none."""
        at = bisect_left(self.places, position)
        return self.places[at - 1] if at else -1


@cache
def synonyms() -> dict[str, str]:
    """Offices that are the same, flattened: variant → main form."""
    return {flatten(row["entry"]): flatten(row["office"]) for row in lexicon.load("office_synonyms")}


def office(name: str) -> str:
    """The form under which an office is compared: flattened, variants made one, "Bộ trưởng Bộ X" as "Bộ trưởng X".

    In `lexicon/office_synonyms.csv` an entry that ends in * stands for every office that begins so.
    """
    flat = flatten(" ".join(name.split()))
    for entry, main in synonyms().items():
        if entry[-1] == "*" and flat.startswith(entry[:-1]):
            flat = main[:-1] + flat[len(entry) - 1 :]
            break
    return synonyms().get(flat, flat)


@cache
def home_offices() -> frozenset[str]:
    """Offices that mean the Vietnamese holder where no country stands with them."""
    return frozenset(office(row["entry"]) for row in lexicon.load("references") if row["category"] == "home office")


@cache
def _leading_offices() -> frozenset[str]:
    rows = [row for row in lexicon.load("references") if row["category"] == "leading office"]
    return frozenset(office(row["entry"]) for row in rows) | {LEADER}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["entry"] for row in lexicon.load("surnames") if row["category"] == "vi")


@cache
def _alliances() -> frozenset[str]:
    rows = [row for row in lexicon.load("bodies") if row["category"] == "international"]
    return frozenset(flatten(name) for row in rows for name in (row["entry"], *row["full"].split(";")) if name)


def is_alliance(body: str) -> bool:
    """Whether the key of a body names an international organisation, which may be a side as a country is."""
    return flatten(body) in _alliances()


def is_vietnamese(name: str) -> bool:
    """Whether a person named without a country has a name of Vietnamese form: a Vietnamese surname and a syllable more."""
    parts = name.split()
    return len(parts) >= 2 and parts[0] in _surnames()


def _is_fellow(party: Party) -> bool:
    """Whether a person is named as the counterpart of whoever was named before: of the same office elsewhere."""
    return gaps.words().get(party.head) == "fellow"


@cache
def _addresses(kind: str) -> frozenset[str]:
    return frozenset(flatten(row["entry"]) for row in lexicon.load("references") if row["category"] == kind)


def _middle_name(name: str, category: str) -> bool:
    return any(gaps.words().get(part) == category for part in flatten(name).split()[1:-1])


def gather(parties: tuple[Party, ...]) -> dict[str, Person]:
    """Return the persons of a document by entity key, from its party phrases."""
    persons: dict[str, Person] = {}
    votes: dict[str, Counter[str]] = {}
    last: list[str] = []
    for party in parties:
        last = party.offices or last
        if not party.person:
            continue
        person = persons.setdefault(party.person, Person(party.person))
        person.places.append(party.start)
        for name in party.offices or (last if _is_fellow(party) else ()):
            person.offices.setdefault(office(name), party.start)
        leading = {office(name) for name in (*party.offices, party.head)} & _leading_offices()
        person.leads = person.leads or bool(leading)
        address = flatten(party.honorific).split(" ")[-1]
        person.woman = person.woman or address in _addresses("woman") or _middle_name(party.person, "woman name")
        person.man = person.man or address in _addresses("man") or _middle_name(party.person, "man name")
        code = party_country(party)
        person.bodies += party.bodies
        person.alliance = person.alliance or next(filter(is_alliance, party.bodies), "")
        if code:
            votes.setdefault(party.person, Counter())[code] += 1
    for key, person in persons.items():
        if key in votes:
            person.country = max(sorted(votes[key]), key=lambda code: votes[key][code])
        elif is_vietnamese(key):
            person.country = HOME
    _partners(parties, persons)
    return persons


def _partners(parties: tuple[Party, ...], persons: dict[str, Person]) -> None:
    """Officials with a foreign name and no country belong to the foreign country with which the document writes their office,
    else to the one that it names most, of those where nobody else holds their office or, of leaders, leads."""
    named = Counter(code for party in parties for code in party.countries if code != HOME)
    if named:
        held = {(office, person.country) for person in persons.values() if person.country for office in person.offices}
        written = {(office(o), p.countries[0]) for p in parties if not p.person and p.countries for o in p.offices}
        led = {person.country for person in persons.values() if person.leads}
        ranked = sorted(named, key=lambda code: (-named[code], code))
        for person in persons.values():
            if not person.country and person.offices and not person.alliance:
                free = [code for code in ranked if not any((name, code) in held for name in person.offices)]
                first = [code for code in free if any((name, code) in written for name in person.offices)]
                apart = [code for code in free if not (person.leads and code in led)]
                person.country = next(iter([*first, *apart, *free, *ranked]))


def party_country(party: Party) -> str:
    """Code of the country that a phrase gives, or that the name of its body gives, "" if none."""
    return next(iter(party.countries), "") or next(filter(None, map(country_of_body, party.bodies)), "")


def country_of(key: str, persons: dict[str, Person]) -> str:
    """Code of the country on whose side an entity key stands, "" if the document does not tell."""
    if is_country(key):
        return key
    return persons[key].country if key in persons else country_of_body(key)
