"""Whom an office means that stands without a name: the one who holds it in the document, both who do, or nobody named."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities.party import Party
from helpers.entities.persons import LEADER, Person, office, party_country, synonyms
from helpers.entities.roster import Roster, nearest
from helpers.entities.salience import View
from helpers.entities.unnamed import Unnamed
from helpers.text import flatten

Keys = tuple[str, ...]


class Holders:
    """The holders of the offices of one document; `view` knows who has been named so far."""

    def __init__(self, text: str, persons: dict[str, Person], view: View, unnamed: Unnamed) -> None:
        self.flat, self.persons, self.view, self.unnamed = flatten(text), persons, view, unnamed
        self.roster = Roster(persons)

    def office(self, party: Party) -> Keys:
        """Keys of whom a phrase of offices means; an office that nobody is named to hold stands for itself."""
        if len(party.countries) > 1:
            each = [self.office(replace(party, countries=[code])) for code in party.countries]
            return tuple(sorted({key for keys in each for key in keys}))
        if not party.countries and self.flat[party.end : party.end + 20].startswith(_this_country()):
            return self.office(replace(party, countries=[self.view.foreign(party.start)]))
        sharing = self.unnamed.sharing(party)
        if sharing is not party:
            party = replace(party, countries=sharing.countries)
        if several := self._each(party):
            return several
        if len(party.countries) == 1 and not party.bodies and is_plural(self.flat, party.core):
            return (party.countries[0],)
        bare = len(party.offices) == 1 and not party.countries and not party.bodies
        bearers = self.roster.bearers(party.offices[0]) if bare else set()
        key = self.view.foremost(party.start, bearers) if len(bearers) > 1 else ""
        key = key or self.roster.holder(party, party.start)
        if key:
            return (key,)
        owner, name = self.unnamed.as_written(party) or self.unnamed.served(party), party.offices[-1]
        return (self.unnamed.full(party) or (name if owner in ("", name) else f"{name} {owner}"),)

    def _each(self, party: Party) -> Keys:
        """The holders of several offices of one country, where no one holds them all: "Tổng thống, Thủ tướng Israel"."""
        if len(party.offices) < 2 or not party.countries or party.bodies:
            return ()
        held = [self.roster.holders(name, party_country(party)) for name in party.offices]
        first = [{person.key for person in found} for found in held]
        alone = all(len(keys) == 1 for keys in first) and len(set.union(*first)) == len(first)
        return tuple(sorted(set.union(*first))) if alone else ()

    def both(self, party: Party) -> bool:
        """Whether a word for a pair stands before an office, or one for both sides behind it: "hai Thủ tướng", "Bộ trưởng hai nước"."""
        before = self.flat[max(0, party.core - 8) : party.core]
        two = before.endswith(" ") and before.split()[-1:] in [[word] for word in words_of("pair")]
        behind = self.flat[party.end : party.end + 20].removeprefix(" của")
        return two or (not party.countries and behind.startswith(both_sides()))

    def pair(self, party: Party) -> Keys:
        """The two holders of one office: "hai Thủ tướng", "Thủ tướng Việt - Thái"."""
        found: dict[str, Person] = {}
        for code in party.countries or [""]:
            for person in sorted(self.roster.holders(party.offices[-1], code), key=lambda p: -p.before(party.start)):
                found.setdefault(person.country or person.key, person)
                if len(found) == 2:
                    return tuple(sorted(person.key for person in found.values()))
        return self.view.two_persons(party.start)

    def counterpart(self, party: Party) -> Keys:
        """ "người đồng cấp Lào", "người đứng đầu Chính phủ Lào": the holder of the other's office there, else of any."""
        code = party_country(party)
        if code and is_plural(self.flat, party.start) and office(party.head) == LEADER:
            return (code,)  # "các nhà lãnh đạo X"
        told = self._epithet(party, code)
        if told or not code:
            return told or tuple(party.bodies[:1])
        others = [self.persons[key] for _, key in self.view.recent(party.start)[-4:]]
        own = next((person for person in reversed(others) if person.country != code), None)
        for name in own.offices if own else ():
            found = [p for p in self.roster.holders(name, code) if p is not own and p.country]
            if found:
                return (nearest(found, party.start).key,)
        if party.bodies and gaps.words().get(party.head) == "representative":
            return (party.bodies[0],)
        if party.bodies and gaps.words().get(party.head) == "counterpart":
            return (party.bodies[0],)
        fellows = [person for person in self.persons.values() if person.country == code]
        return (nearest(fellows, party.start).key,) if fellows else (party.bodies[0] if party.bodies else code,)

    def _epithet(self, party: Party, code: str) -> Keys:
        """ "Người đứng đầu Chính phủ", "đại diện Bộ Ngoại giao": the holder of the office that the phrase stands for."""
        phrase = self.flat[party.start : party.end]
        name = max((entry for entry in synonyms() if phrase.startswith(entry)), key=len, default="")
        key = self.called(name, code, party.start) or (self.called(name, "", party.start) if name else "")
        if not key and party.bodies and gaps.words().get(party.head) == "counterpart":
            key = self._head_of(flatten(party.bodies[0]))
        return (key,) if key else ()

    def _head_of(self, body: str) -> str:
        """The one person whose office is named after a body, or who is named with it: "Bí thư Thành ủy X" of "Thành ủy X"."""
        names = (f" {body}", f" {' '.join(body.split()[:2])}")  # "Bí thư Thành ủy", of which city stands behind
        found = [p.key for p in self.persons.values() if any(held.endswith(names) for held in p.offices)]
        found = found or [p.key for p in self.persons.values() if body in map(flatten, p.bodies)]
        return found[0] if len(found) == 1 else ""

    def called(self, name: str, code: str, position: int) -> str:
        """Key of whom a word such as "lãnh đạo", "người đứng đầu cơ quan ngoại giao" calls so in a country; "" if nobody."""
        if not name:
            return ""
        found = self.roster.leaders(code) if office(name) == LEADER else self.roster.holders(name, code)
        return nearest(found, position).key if found else ""


def is_plural(flat: str, position: int) -> bool:
    """Whether a word for several stands right before `position` of a flattened text."""
    before = flat[max(0, position - 24) : position].split()
    if len(before) > 1 and before[-1].isdigit() and len(before[-1]) < 3:
        return before[-2] not in words_of("dated")  # "5 tổng thống", not "tháng 5 Tổng thống X"
    return before[-1:] != [] and (before[-1] in words_of("plural") or " ".join(before[-2:]) in words_of("plural"))


@cache
def words_of(category: str) -> frozenset[str]:
    """Entries of a category of lexicon/references.csv, flattened."""
    return frozenset(flatten(row["entry"]) for row in lexicon.load("references") if row["category"] == category)


@cache
def both_sides() -> tuple[str, ...]:
    """Words for both sides with a space before: " hai nước"."""
    return tuple(sorted(f" {word}" for word in words_of("joint")))


@cache
def _this_country() -> tuple[str, ...]:
    return tuple(sorted(f" {word}" for word in words_of("nation")))
