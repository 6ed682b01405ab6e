"""Referring expressions (hai bên, ông, đoàn, an office without name …) and the entities that they stand for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities import parties as party_phrases
from helpers.entities.party import Party
from helpers.entities.persons import (
    HOME,
    Person,
    Roster,
    gather,
    nearest,
    party_country,
    synonyms,
)
from helpers.entities.salience import View
from helpers.entities.unnamed import Unnamed
from helpers.lexicon.matching import Hit, Matcher
from helpers.spans import Mention, Reference, Sentence
from helpers.text import flatten

_PRONOUNS = ("man", "woman", "comrade")


@cache
def _expressions() -> tuple[Matcher, dict[str, str]]:
    rows = {row["entry"]: row["category"] for row in lexicon.load("references", excluded=True)}
    return Matcher(rows), rows


def find(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Reference, ...]:
    """Return the referring expressions of the normalised `text`, in order, with the entity keys they stand for.

    An expression that the document does not resolve has no keys, except an office, which then stands for itself
    (the office, a space and the country as written). Offsets are code points of `text`.
    """
    return _Resolver(text, sentences, mentions).run()


class _Resolver:
    """The state of one document while its expressions are resolved from left to right."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> None:
        self.text, self.mentions = text, mentions
        self.parties = party_phrases.find(text, mentions)
        self.persons = gather(self.parties)
        self.roster = Roster(self.persons)
        self.view = View(sentences, mentions, self.persons)
        self.taken = [mention.start for mention in mentions]
        self.cores = [party.core for party in self.parties]
        self.done: list[Reference] = []
        self.offices = Unnamed(text, mentions, self.parties)

    def run(self) -> tuple[Reference, ...]:
        """Every expression of the document, resolved."""
        matcher, categories = _expressions()
        items: list[tuple[int, int, Party | Hit]] = [(party.start, 0, party) for party in self.parties]
        items += [(hit.start, 1, hit) for hit in matcher.longest(self.text)]
        for _, _, item in sorted(items, key=lambda entry: entry[:2]):
            if isinstance(item, Party):
                self._party(item)
            elif not self._inside_name(item) and not (self.done and item.start < self.done[-1].end):
                self._expression(item, categories[item.entry])
        return tuple(sorted(self.done))

    def _party(self, party: Party) -> None:
        if party.person:
            keys: tuple[str, ...] = (party.person,)
        elif party.offices:
            keys = self._pair(party) if self._after_two(party) else self._office(party)
            self._add(party.core, party.end, "office", keys)
        elif party.head:
            keys = self._counterpart(party)
            self._add(party.start, party.end, "counterpart", keys)
        elif led := self.offices.leader(party, self.persons):
            keys = (led[1],)
            self._add(led[0], party.end, "counterpart", keys)
        else:
            return
        self.view.add(party, keys)

    def _office(self, party: Party) -> tuple[str, ...]:
        if len(party.countries) > 1:
            each = [self._office(replace(party, countries=[code])) for code in party.countries]
            return tuple(sorted(key for keys in each for key in keys))
        if not party.countries and flatten(self.text[party.end : party.end + 20]).startswith(_this_country()):
            return self._office(replace(party, countries=[self.view.foreign(party.start)]))
        sharing = self.offices.sharing(party)
        if sharing is not party:
            party = replace(party, countries=sharing.countries)
        bare = len(party.offices) == 1 and not party.countries and not party.bodies
        bearers = self.roster.bearers(party.offices[0]) if bare else set()
        key = self.view.foremost(party.start, bearers) if len(bearers) > 1 else ""
        key = key or self.roster.holder(party, party.start)
        if key:
            return (key,)
        owner, name = self.offices.as_written(party), party.offices[-1]
        return (self.offices.full(party) or (name if owner in ("", name) else f"{name} {owner}"),)

    def _after_two(self, party: Party) -> bool:
        """Whether a word for a pair stands before an office, or one for both sides behind it: "hai Thủ tướng"."""
        words = [row["entry"] for row in lexicon.load("references") if row["category"] == "pair"]
        before = self.text[max(0, party.core - 8) : party.core].lower().split()
        return bool(before) and before[-1] in words and self.text[party.core - 1 : party.core] == " "

    def _pair(self, party: Party) -> tuple[str, ...]:
        """The two holders of one office: "hai Thủ tướng", "Thủ tướng Việt - Thái"."""
        found: dict[str, Person] = {}
        for code in party.countries or [""]:
            for person in sorted(self.roster.holders(party.offices[-1], code), key=lambda p: -p.before(party.start)):
                found.setdefault(person.country or person.key, person)
                if len(found) == 2:
                    return tuple(sorted(person.key for person in found.values()))
        return self.view.two_persons(party.start)

    def _counterpart(self, party: Party) -> tuple[str, ...]:
        """ "người đồng cấp Lào", "người đứng đầu Chính phủ Lào": the holder of the other's office there, else of any."""
        code = party_country(party)
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
        fellows = [person for person in self.persons.values() if person.country == code]
        return (nearest(fellows, party.start).key,) if fellows else (party.bodies[0] if party.bodies else code,)

    def _epithet(self, party: Party, code: str) -> tuple[str, ...]:
        """ "Người đứng đầu Chính phủ", "đại diện Bộ Ngoại giao": the holder of the office that the phrase stands for."""
        phrase = flatten(self.text[party.start : party.end])
        name = next((entry for entry in synonyms() if phrase.startswith(entry)), "")
        found = (self.roster.holders(name, code) or self.roster.holders(name, "")) if name else []
        return (nearest(found, party.start).key,) if found else ()

    def _inside_name(self, hit: Hit) -> bool:
        """Whether an expression overlaps a mention."""
        at = bisect_left(self.taken, hit.end) - 1
        return at >= 0 and self.mentions[at].end > hit.start

    def _named_behind(self, hit: Hit, kinds: tuple[str, ...], reach: int) -> bool:
        """Whether a party phrase of one of `kinds` begins at most `reach` characters behind an expression."""
        at = bisect_left(self.cores, hit.end)
        return at < len(self.parties) and self.cores[at] - hit.end <= reach and self.parties[at].kind in kinds

    def _expression(self, hit: Hit, kind: str) -> None:
        keys: tuple[str, ...]
        if kind == "joint":
            keys = self.view.two_countries(hit.start)
        elif kind == "leaders":
            keys = self.view.two_persons(hit.start)
        elif kind in _PRONOUNS:
            if self._named_behind(hit, ("person", "office"), 1):
                return  # a form of address, not a pronoun
            keys = _one(self.view.person(hit.start, kind))
        elif kind in ("nation", "partner"):
            keys = _one(self.view.foreign(hit.start))
        elif kind == "delegation":
            keys = _one(self.view.delegation(hit.start))
            if not keys or self._named_behind(hit, ("country", "body"), 20):
                return
        elif kind == "home":
            keys = (HOME,)
        else:
            return
        self._add(hit.start, hit.end, kind, keys)

    def _add(self, start: int, end: int, kind: str, keys: tuple[str, ...]) -> None:
        self.done.append(Reference(start, end, self.text[start:end], kind, keys))


@cache
def _this_country() -> tuple[str, ...]:
    return tuple(f" {flatten(row['entry'])}" for row in lexicon.load("references") if row["category"] == "nation")


def _one(key: str) -> tuple[str, ...]:
    return (key,) if key else ()
