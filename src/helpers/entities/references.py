"""Referring expressions (hai bên, ông, đoàn, an office without name …) and the entities that they stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from functools import cache

from helpers import lexicon
from helpers.entities import parties as party_phrases
from helpers.entities.parties import Party, is_country
from helpers.entities.persons import HOME, Person, gather, holder, holders, nearest
from helpers.lexicon.matching import Hit, Matcher
from helpers.spans import Mention, Reference, Sentence


@cache
def _expressions() -> tuple[Matcher, dict[str, str]]:
    rows = {row["entry"]: row["category"] for row in lexicon.load("references") if row["category"] != "home office"}
    return Matcher(rows), rows


def find(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Reference, ...]:
    """Return the referring expressions of the normalised `text`, in order, with the entity keys they stand for.

    An expression that the document does not resolve has no keys, except an office, which then stands for itself
    (the office, a space and the country as written). Offsets are code points of `text`.
    """
    return Resolver(text, sentences, mentions).run()


class Resolver:
    """The state of one document while its expressions are resolved from left to right."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> None:
        self.text, self.sentences, self.mentions = text, sentences, mentions
        self.parties = party_phrases.find(text, mentions)
        self.persons = gather(self.parties)
        self.starts = [sentence.start for sentence in sentences]
        self.countries = [(m.start, m.entity) for m in mentions if m.type == "LOC" and is_country(m.entity)]
        self.countries += [(place, p.country) for p in self.persons.values() for place in p.places if p.country]
        self.countries.sort()
        self.counts = Counter(code for _, code in self.countries)
        self.bodies = [(m.start, m.entity) for m in mentions if m.type == "ORG"]
        self.covered = {(m.start, m.end) for m in mentions}
        self.named: list[tuple[int, str]] = []  # persons in the order of their naming, offices resolved among them
        self.done: list[Reference] = []

    def run(self) -> tuple[Reference, ...]:
        matcher, categories = _expressions()
        items: list[tuple[int, int, Party | Hit]] = [(p.start, 0, p) for p in self.parties]
        items += [(hit.start, 1, hit) for hit in matcher.longest(self.text)]
        for _, _, item in sorted(items, key=lambda entry: entry[:2]):
            if isinstance(item, Party):
                self._party(item)
            else:
                self._expression(item, categories[item.entry])
        return tuple(sorted(self.done))

    def _party(self, party: Party) -> None:
        if party.person:
            self.named.append((party.start, party.person))
        elif party.offices:
            keys = self._pair(party) if self._after_two(party) else self._office(party)
            self._add(party.core, party.end, "office", keys)
            self.named += [(party.start, key) for key in keys if key in self.persons]
        elif party.head:
            keys = self._counterpart(party)
            self._add(party.start, party.end, "counterpart", keys)
            self.named += [(party.start, key) for key in keys if key in self.persons]

    def _office(self, party: Party) -> tuple[str, ...]:
        if len(party.countries) > 1:
            return tuple(
                sorted(key for code in party.countries for key in self._office(replace(party, countries=[code])))
            )
        key = holder(party, self.persons, party.start)
        if key:
            return (key,)
        owner = self._as_written(party)
        name = party.offices[-1]
        return (name if owner in ("", name) else f"{name} {owner}",)

    def _as_written(self, party: Party) -> str:
        """The country or body that says whose an office is, as the text writes it."""
        wanted = {*party.countries, *party.bodies}
        return next(
            (
                self.text[m.start : m.end]
                for m in self.mentions
                if party.start <= m.start < party.end and m.entity in wanted
            ),
            "",
        )

    def _after_two(self, party: Party) -> bool:
        return self.text[max(0, party.core - 4) : party.core].lower() == "hai "

    def _pair(self, party: Party) -> tuple[str, ...]:
        """The two holders of one office: "hai Thủ tướng", "Thủ tướng Việt - Thái"."""
        found: dict[str, Person] = {}
        for code in party.countries or [""]:
            for person in sorted(holders(party.offices[-1], code, self.persons), key=lambda p: -p.before(party.start)):
                found.setdefault(person.country or person.key, person)
                if len(found) == 2:
                    break
        return (
            tuple(sorted(person.key for person in found.values()))
            if len(found) == 2
            else self._two_persons(party.start)
        )

    def _counterpart(self, party: Party) -> tuple[str, ...]:
        code = next(iter(party.countries), "")
        others = [self.persons[key] for position, key in self.named[-4:] if position < party.start]
        if code:
            own = next((p for p in reversed(others) if p.country != code), None)
            for name in own.offices if own else ():
                found = holders(name, code, self.persons)
                found = [person for person in found if person is not own and person.country]
                if found:
                    return (nearest(found, party.start).key,)
            fellows = [person for person in self.persons.values() if person.country == code]
            return (nearest(fellows, party.start).key,) if fellows else (code,)
        return ()

    def _expression(self, hit: Hit, kind: str) -> None:
        if any(start < hit.end and hit.start < end for start, end in self._near(hit.start)):
            return
        position = hit.start
        keys: tuple[str, ...] = ()
        if kind == "joint":
            keys = self.two_countries(position)
        elif kind == "leaders":
            keys = self._two_persons(position)
        elif kind in ("man", "woman", "comrade"):
            if self._followed_by_name(hit):
                return
            keys = self._pronoun(position, kind)
        elif kind in ("nation", "partner"):
            recent = [code for place, code in self.countries if place < position and code != HOME]
            keys = (recent[-1],) if recent else ()
        elif kind == "delegation":
            if any(hit.end <= p.start <= hit.end + 20 and p.kind in ("country", "body") for p in self.parties):
                return
            recent = [
                key for place, key in self.bodies if place < position and key.lower().startswith(("đoàn", "phái đoàn"))
            ]
            if not recent:
                return
            keys = (recent[-1],)
        elif kind == "home":
            keys = (HOME,)
        else:
            return
        self._add(hit.start, hit.end, kind, keys)

    def _near(self, position: int) -> list[tuple[int, int]]:
        return [span for span in self.covered if span[0] < position + 40 and position - 200 < span[1]]

    def _followed_by_name(self, hit: Hit) -> bool:
        return any(party.start <= hit.start < party.end or 0 <= party.core - hit.end <= 1 for party in self.parties)

    def _pronoun(self, position: int, kind: str) -> tuple[str, ...]:
        index = bisect_right(self.starts, position) - 1
        begin = self.starts[index] if index >= 0 else 0

        def fits(key: str) -> bool:
            person = self.persons[key]
            return not (person.woman if kind == "man" else kind == "woman" and person.man)

        here = [key for place, key in self.named if begin <= place < position and fits(key)]
        if here:
            return (here[0],)
        while index > 0:
            index -= 1
            earlier = [
                key for place, key in self.named if self.starts[index] <= place < self.starts[index + 1] and fits(key)
            ]
            if earlier:
                return (earlier[0],)
        return ()

    def _two_persons(self, position: int) -> tuple[str, ...]:
        """The two persons most in view at `position`, of different sides: who begins a sentence counts more, and the later."""
        here = bisect_right(self.starts, position)
        weight: dict[str, float] = {}
        seen = -1
        for place, key in self.named:
            if place >= position:
                break
            sentence = bisect_right(self.starts, place)
            lead = 1.0 if sentence != seen else 0.8 if here - sentence <= 1 else 0.4
            weight[key] = weight.get(key, 0.0) + lead / (1 + here - sentence)
            seen = sentence
        chosen: list[Person] = []
        for key in sorted(weight, key=lambda name: (-weight[name], name)):
            person = self.persons[key]
            if not any(p.country == person.country for p in chosen if p.country):
                chosen.append(person)
            if len(chosen) == 2:
                return tuple(sorted(p.key for p in chosen))
        return ()

    def two_countries(self, position: int) -> tuple[str, ...]:
        """The two sides of the document at `position`: by how often they are named, and how recently."""
        score = Counter(self.counts)
        for place, code in self.countries[max(0, bisect_right(self.countries, (position, "")) - 6) :]:
            if place < position:
                score[code] += 3
        if HOME in score:
            score[HOME] += 100
        best = sorted(score, key=lambda code: (-score[code], code))[:2]
        return tuple(sorted(best)) if len(best) == 2 else ()

    def _add(self, start: int, end: int, kind: str, keys: tuple[str, ...]) -> None:
        self.done.append(Reference(start, end, self.text[start:end], kind, keys))
