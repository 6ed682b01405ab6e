"""Who is in view at a place of a text: persons, countries and delegations named before it, the nearer ones first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from helpers.entities.owner_country import country_of_body
from helpers.entities.party import is_country, is_delegation
from helpers.entities.persons import HOME, Person, is_alliance
from helpers.spans import Mention, Sentence

_RECENT = 40  # namings that are looked back at
_OFTEN, _NEAR, _HOME_FIRST = (
    0.1,
    8,
    3.0,
)  # weight of each naming of a country; sentences in which Viet Nam is near; its lead
_LEAD, _BESIDE, _ASIDE = 1.0, 0.8, 0.4  # weight of who begins a sentence, of others in the last one, of others before


class View:
    """What a document has named so far; `named` grows while its expressions are resolved from left to right."""

    def __init__(
        self, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], persons: dict[str, Person]
    ) -> None:
        self.persons = persons
        self.starts = [sentence.start for sentence in sentences]
        countries = [(m.start, m.entity) for m in mentions if m.type == "LOC" and is_country(m.entity)]
        countries += [(place, p.country) for p in persons.values() for place in p.places if p.country]
        countries += [
            (place, p.alliance) for p in persons.values() for place in p.places if not p.country and p.alliance
        ]
        sides = {p.alliance for p in persons.values() if not p.country and p.alliance}
        countries += [(m.start, m.entity) for m in mentions if m.type == "ORG" and m.entity in sides]
        self.countries = sorted(countries)
        self.counts = Counter(code for _, code in self.countries)
        bodies = [m.entity for m in mentions if m.type in ("ORG", "LOC") and is_alliance(m.entity)]
        self.alliances = [name for name, _ in Counter(bodies).most_common()]
        self.owners = sorted(
            [
                *countries,
                *((m.start, code) for m in mentions if m.type == "ORG" and (code := country_of_body(m.entity))),
            ]
        )
        self.delegations = [(m.start, m.entity) for m in mentions if m.type == "ORG" and is_delegation(m.entity)]
        self.named: list[tuple[int, str]] = []

    def add(self, position: int, keys: tuple[str, ...]) -> None:
        """Take note of the persons that a phrase at `position` names or stands for."""
        self.named += [(position, key) for key in keys if key in self.persons]

    def recent(self, position: int) -> list[tuple[int, str]]:
        """The persons named last before `position`, in order, at most forty."""
        at = bisect_left(self.named, (position, ""))
        return self.named[max(0, at - _RECENT) : at]

    def foreign(self, position: int) -> str:
        """The foreign country named last before `position`, itself or as that of a body, "" if there is none."""
        at = bisect_left(self.owners, (position, ""))
        return next((code for _, code in reversed(self.owners[max(0, at - _RECENT) : at]) if code != HOME), "")

    def delegation(self, position: int) -> str:
        """The delegation named last before `position`, "" if there is none."""
        at = bisect_left(self.delegations, (position, ""))
        return self.delegations[at - 1][1] if at else ""

    def person(self, position: int, kind: str) -> str:
        """Whom "ông", "bà" or "đồng chí" means: who is named first in this sentence, else in the one before, and so on."""
        seen = [(bisect_right(self.starts, at), key) for at, key in self.recent(position) if self._fits(key, kind)]
        if not seen:
            return ""
        fellows = [key for sentence, key in seen if sentence == seen[-1][0]]
        return next((key for key in fellows if self._is_known(key, kind)), fellows[0])

    def foremost(self, position: int, keys: set[str]) -> str:
        """Who of `keys` is named first in the last sentence before `position` that names one of them, "" if none does."""
        seen = [(bisect_right(self.starts, at), key) for at, key in self.recent(position) if key in keys]
        return next((key for sentence, key in seen if sentence == seen[-1][0]), "")

    def _is_known(self, key: str, kind: str) -> bool:
        person = self.persons[key]
        return person.woman if kind == "woman" else kind == "man" and person.man

    def _fits(self, key: str, kind: str) -> bool:
        person = self.persons[key]
        return not (person.woman if kind == "man" else kind == "woman" and person.man)

    def two_persons(self, position: int) -> tuple[str, ...]:
        """The two persons of different sides most in view: who begins a sentence counts more, and the later sentence."""
        here, seen = bisect_right(self.starts, position), -1
        weight: dict[str, float] = {}
        for at, key in self.recent(position):
            sentence = bisect_right(self.starts, at)
            lead = _LEAD if sentence != seen else _BESIDE if here - sentence <= 1 else _ASIDE
            weight[key] = weight.get(key, 0.0) + lead / (1 + here - sentence)
            seen = sentence
        chosen: list[Person] = []
        for key in sorted(weight, key=lambda name: (-weight[name], name)):
            person = self.persons[key]
            if not person.country or all(person.country != other.country for other in chosen):
                chosen.append(person)
            if len(chosen) == 2:
                return tuple(sorted(other.key for other in chosen))
        return ()

    def two_countries(self, position: int) -> tuple[str, ...]:
        """The two sides at `position`: those named nearest before it and most often, Viet Nam before others where it is near."""
        here = bisect_right(self.starts, position)
        at = bisect_left(self.countries, (position, ""))
        near = at == 0 and HOME in self.counts
        score = {code: _OFTEN * min(count, _RECENT) for code, count in self.counts.items()}
        for place, code in self.countries[max(0, at - _RECENT) : at]:
            distance = here - bisect_right(self.starts, place)
            score[code] += 1 / (1 + distance) ** 2
            near = near or (code == HOME and distance <= _NEAR)
        if near:
            score[HOME] += _HOME_FIRST
        if len(score) < 2:
            score |= dict.fromkeys(self.alliances[:1], 0.0)
        ranked = sorted(score, key=lambda code: (-score[code], code))[:2]
        return tuple(sorted(ranked)) if len(ranked) == 2 else ()
