"""Persons across documents: the namings of one person together, those of two persons with one name apart.

A person of the corpus is first a name with a country, then every other form of that name that fits: in other order or
spelling, shorter, or written by its sound. Countries are never mixed; offices decide where a form fits several.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from helpers.entities import namesakes
from helpers.entities import person_forms as forms
from helpers.entities.evidence import Evidence, most
from helpers.entities.name_keys import parts

Pair = tuple[str, str]  # doc_id and codebook key
_MOST = 5  # a short name is of whom the corpus names so many times as often as all others that it fits
_RARE = 10  # a form in fewer than one in so many texts is no label


@dataclass
class Person:
    """The namings of one name with one country: the evidence of every text."""

    name: forms.Words
    country: str
    evidence: list[Evidence]
    offices: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.offices = {office for one in self.evidence for office in one.offices}

    def may_be(self, other: Person) -> bool:
        """Whether nothing told of the countries keeps two apart."""
        return not self.country or not other.country or self.country == other.country


def labels(evidence: Iterable[Evidence]) -> dict[Pair, str]:
    """(doc_id, key) → label of the person, such as "Kishida Fumio"; whatever the order of `evidence`, the same.

    Where two persons have one label, the one named in fewer texts has the country or the office added in brackets.
    """
    people = list(_people(evidence))
    groups: dict[int, list[Person]] = defaultdict(list)
    for number, root in enumerate(_joined(people)):
        groups[root].append(people[number])
    ranked = sorted(groups.values(), key=lambda group: (-_texts(group), _label(group), _marks(group)))
    taken: set[str] = set()
    out: dict[Pair, str] = {}
    for group in ranked:
        label = next(name for name in _names(group) if name not in taken)
        taken.add(label)
        out |= {(one.doc_id, one.key): label for person in group for one in person.evidence}
    return out


def _people(evidence: Iterable[Evidence]) -> Iterator[Person]:
    by_key: dict[str, list[Evidence]] = defaultdict(list)
    for one in sorted(evidence, key=lambda one: (one.doc_id, one.key)):
        by_key[one.key].append(one)
    names = forms.spellings(by_key)
    by_name: dict[forms.Words, list[Evidence]] = defaultdict(list)
    for key in sorted(by_key):
        by_name[names[key]] += by_key[key]
    for name in sorted(by_name):
        for country, group in sorted(namesakes.by_country(by_name[name]).items()):
            yield from (Person(name, country, part) for part in namesakes.by_office(group))


def _joined(people: list[Person]) -> list[int]:
    """Number of the person that each of `people` is one with."""
    groups = _Groups(people)
    for small, large in (*_respelt(people), *_by_sound(people)):
        groups.join(small, large)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for word in set(map(forms.bare, person.name)):
            by_word[word].append(number)
    for number in sorted(
        range(len(people)), key=lambda n: (-len(people[n].name), people[n].name, people[n].country, n)
    ):
        rarest = min((by_word[forms.bare(word)] for word in people[number].name), key=len)
        longer = {groups.top(n) for n in rarest if n != number and _is_short_for(people[number], people[n])}
        fit = sorted(other for other in longer - {groups.top(number)} if groups.compatible(number, other))
        if (chosen := _choose(people[number], fit, groups)) is not None:
            groups.join(number, chosen)
    return [groups.top(number) for number in range(len(people))]


class _Groups:
    """Which of `people` are one, each known by the number of its fullest form; no group has two countries."""

    def __init__(self, people: list[Person]) -> None:
        self._root = list(range(len(people)))
        self._country = [person.country for person in people]
        self.texts = [len(person.evidence) for person in people]
        self.offices = [set(person.offices) for person in people]

    def top(self, number: int) -> int:
        while self._root[number] != number:
            number = self._root[number]
        return number

    def compatible(self, one: int, other: int) -> bool:
        countries = {self._country[self.top(one)], self._country[self.top(other)]}
        return len(countries - {""}) < 2

    def join(self, small: int, large: int) -> None:
        """Put the group of `small` to that of `large`, if no country speaks against it."""
        one, other = self.top(small), self.top(large)
        if one != other and self.compatible(one, other):
            self._root[one] = other
            self._country[other] = self._country[other] or self._country[one]
            self.texts[other] += self.texts[one]
            self.offices[other] |= self.offices[one]


def _is_short_for(short: Person, long: Person) -> bool:
    if not short.may_be(long) or not forms.fits(short.name, long.name):
        return False
    shared = bool(short.offices & long.offices)
    return shared or not (forms.is_given_name(short.name) or forms.differ_by_generation(short.name, long.name))


def _choose(short: Person, longer: list[int], groups: _Groups) -> int | None:
    """The one person whom a short name means: of those with an office of the same name, if there are such."""
    same_office = [number for number in longer if short.offices & groups.offices[number]]
    left = sorted(same_office or longer, key=lambda number: (-groups.texts[number], number))
    others = sum(groups.texts[number] for number in left[1:])
    return left[0] if left and (not others or groups.texts[left[0]] >= _MOST * others) else None


def _respelt(people: list[Person]) -> Iterator[tuple[int, int]]:
    """Pairs of people whose names are nearly the same, with the same country and an office in common."""
    blocks: dict[tuple[str, forms.Words], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        if person.country and person.offices:
            blocks[person.country, forms.initials(person.name)].append(number)
    for block in blocks.values():
        block.sort(key=lambda n: (-len(people[n].evidence), people[n].name, n))
        for at, large in enumerate(block):
            for small in block[at + 1 :]:
                same = people[large].offices & people[small].offices
                if same and forms.alike(people[small].name, people[large].name):
                    yield small, large


def _by_sound(people: list[Person]) -> Iterator[tuple[int, int]]:
    """Pairs of a name written by its sound and one that sounds so, with the same country and an office in common."""
    by_country: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        if person.country and person.offices:
            by_country[person.country].append(number)
    for block in by_country.values():
        heard = [n for n in block if any(forms.is_by_sound(one.key) for one in people[n].evidence)]
        for small in heard:
            own = forms.sounds(_label([people[small]]))
            fit = [n for n in block if n not in heard and people[n].offices & people[small].offices]
            fit = [n for n in fit if forms.sound_alike(own, forms.sounds(_label([people[n]])))]
            if len(fit) == 1:
                yield small, fit[0]


def _texts(group: list[Person]) -> int:
    return len({one.doc_id for person in group for one in person.evidence})


def _label(group: list[Person]) -> str:
    """The fullest form that is in use, without abbreviations; of equals the most frequent, then the longest."""
    counts = Counter(one.key for person in group for one in person.evidence)
    used = [key for key in counts if _RARE * counts[key] >= counts.total()]
    return min(used, key=lambda key: (_shouts(key), -len(parts(key)), -counts[key], -len(key), key))


def _shouts(key: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in key.split())


def _marks(group: list[Person]) -> list[str]:
    """What tells a person from others of the same name: country, then the offices in order."""
    country = most(Counter(person.country for person in group if person.country for _ in person.evidence))
    offices = Counter(office for person in group for one in person.evidence for office in one.offices)
    return [*([country] if country else []), *sorted(offices, key=lambda office: (-offices[office], office))]


def _names(group: list[Person]) -> Iterator[str]:
    label = _label(group)
    yield label
    yield from (f"{label} ({mark})" for mark in _marks(group))
    yield from (f"{label} ({number})" for number in range(2, len(group) + 1_000_000))
