"""Whom words for several or for somebody unnamed take up: "họ", "vị quan chức", "các nước nêu trên"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities.holders import is_plural, words_of
from helpers.entities.party import Party
from helpers.entities.persons import Person
from helpers.entities.salience import View
from helpers.lexicon.matching import Hit, Matcher
from helpers.spans import Sentence
from helpers.text import flatten

Keys = tuple[str, ...]
_APART = 32  # characters between the word for an official and whose he is
_OWNERS = ("body", "country", "counterpart")  # kinds of phrases that say whose an official is
_BELOW = 800  # characters below a headline in which the official that it speaks of is named
_INSIDE = (" ở", " tại", " trong")
_OPENS = 12  # characters before a word that begins its sentence
_BACK = 3  # sentences in which several or somebody unnamed are looked for
_JOINS = ("&", "&h", ",", ",h", "-")  # what joins the members of a group, in the signs of `gaps`


class Antecedents:
    """What a text has told so far of groups and of officials without a name."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], parties: tuple[Party, ...], view: View) -> None:
        self.flat, self.parties, self.view = flatten(text), parties, view
        self.starts = [sentence.start for sentence in sentences]
        self.cores = [party.core for party in parties]
        self.officials = self._officials()
        self.lists = self._lists()
        self.groups: list[tuple[int, Keys]] = []
        self._last: tuple[int, Keys] = (0, ())

    def note(self, party: Party, keys: Keys) -> None:
        """Take note of whom a phrase of persons or offices means, together with those named right before it."""
        end, before = self._last
        joined = before and gaps.between(self.flat[end : party.start]) in _JOINS if party.start - end < 9 else False
        keys = tuple(sorted({*before, *keys})) if joined else keys
        if len(keys) > 1:
            self.groups.append((party.start, keys))
        self._last = party.end, keys

    def _officials(self) -> list[tuple[int, Keys]]:
        """Officials without a name ("một quan chức của X"), by position, as the body or country that they belong to."""
        out = []
        for hit in _official_heads().longest(self.flat):
            at = bisect_left(self.cores, hit.end)
            party = self.parties[at] if at < len(self.parties) else None
            near = party is not None and party.core - hit.end <= _APART and party.kind in _OWNERS
            if party is not None and near and not set(self.flat[hit.end : party.core]) & set(",.;:\n"):
                out.append((hit.start, (*party.bodies, *party.countries)[:1]))
        return out

    def _lists(self) -> list[tuple[int, Keys]]:
        """Three countries or more that stand in a row, by position."""
        out: list[tuple[int, Keys]] = []
        row: list[str] = []
        end = -1
        for party in self.parties:
            joined = row and party.start - end < 6 and gaps.between(self.flat[end : party.start]) in _JOINS
            row = [*row, *party.countries] if joined and party.kind == "country" else list(party.countries)
            end = party.end
            if len(row) > 2:
                out.append((party.start, tuple(sorted(set(row)))))
        return out

    def they(self, position: int) -> Keys:
        """Whom "họ" means: the body that begins the sentence, else the group named last, else the body that spoke."""
        number = bisect_right(self.starts, position)
        here = [keys for at, keys in self.groups if at < position and bisect_right(self.starts, at) == number]
        if here:
            return here[-1]
        head = self._head(number - 1, position)
        if head:
            return (head,)
        for at, keys in reversed(self.groups):
            if keys and at < position and number - bisect_right(self.starts, at) <= _BACK:
                return keys
        before = self._head(number - 2, position) if number > 1 else ""
        return (before,) if before else ()

    def _head(self, sentence: int, position: int) -> str:
        """Key of the participant that begins a sentence (a body or country), "" if none does."""
        start = self.starts[sentence]
        at = bisect_left(self.cores, start)
        if at >= len(self.parties) or self.cores[at] >= position or self.parties[at].start - start > _APART:
            return ""
        party = self.parties[at]
        before = self.flat[start : party.core]
        if _outside().longest(before) or before.rstrip().endswith(_INSIDE):
            return ""  # "Người dân X", "Nhóm phản đối ở X"
        return "" if party.offices or party.person else next(iter((*party.bodies, *party.countries)), "")

    def named_below(self, party: Party, persons: dict[str, Person]) -> tuple[int, str] | None:
        """ "Quan chức X" at the head of a line: where it begins and the one official of X whom the text goes on to name."""
        at, keys = next((one for one in reversed(self.officials) if one[0] < party.core), (-1, ()))
        end = self.flat.find(" ", party.end) if party.kind == "country" and party.countries == list(keys) else -1
        if end < 0 or party.core - at > _APART or (at and self.flat[at - 1] != "\n") or is_plural(self.flat[at:], 8):
            return None
        fellows = [p for p in persons.values() if p.country in keys and p.offices and not p.leads]
        found = min(fellows, key=lambda p: p.places[0], default=None)
        near = found is not None and 0 < found.places[0] - at < _BELOW
        return (at, found.key) if found is not None and near else None

    def official(self, hit: Hit, person: bool) -> Keys:
        """Whom "vị quan chức", "vị này" means: the official without a name, or (`person`) somebody named shortly before."""
        position = hit.start
        unnamed = next((one for one in reversed(self.officials) if one[0] < position), (-1, ()))
        if is_plural(self.flat, position):
            return ()
        here, humble = bisect_right(self.starts, position), any(word in hit.entry for word in words_of("no leader"))
        if person and here > 1 and position - self.starts[here - 1] < _OPENS and unnamed[0] < self.starts[here - 2]:
            seen = [key for at, key in self.view.recent(position) if bisect_right(self.starts, at) == here - 1]
            if seen and not (humble and self.view.persons[seen[0]].leads):
                return (seen[0],)  # who begins a sentence takes up who began the last
        for at, key in reversed(self.view.recent(position) if person or unnamed[0] < 0 else []):
            if at < unnamed[0] or here - bisect_right(self.starts, at) > _BACK:
                break
            if not (humble and self.view.persons[key].leads):
                return (key,)
        return unnamed[1]

    def again(self, position: int, keys: Keys) -> None:
        """Take note that an official without a name is spoken of again."""
        if keys and keys[0] not in self.view.persons:
            self.officials = sorted([*self.officials, (position, keys)])

    def several(self, position: int) -> Keys:
        """The three persons or more named last together before `position`: "ba nhà lãnh đạo"."""
        return next((keys for at, keys in reversed(self.groups) if at < position and len(keys) > 2), ())

    def countries(self, position: int) -> Keys:
        """The countries in a row named last before `position`: "ba nước nêu trên"."""
        return next((keys for at, keys in reversed(self.lists) if at < position), ())


@cache
def _official_heads() -> Matcher:
    return Matcher(row["entry"] for row in lexicon.load("actors") if row["category"] == "official")


@cache
def _outside() -> Matcher:
    """Words for those who are no side: firms, scholars, media, lay persons."""
    kinds = ("private", "scholar", "media", "layman", "thing")
    return Matcher(row["entry"] for row in lexicon.load("actors") if row["category"] in kinds)
