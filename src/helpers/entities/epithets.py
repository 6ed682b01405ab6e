"""Leaders and heads called by what they lead, without office or name: "lãnh đạo X", "người đứng đầu cơ quan ngoại giao X và Y"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities.holders import Holders, Keys, both_sides, is_plural, words_of
from helpers.entities.party import Party
from helpers.entities.persons import LEADER, office, synonyms
from helpers.entities.salience import View
from helpers.lexicon.matching import Hit, Matcher
from helpers.spans import Mention
from helpers.text import flatten

_JOINS = ("-", "&", ",")  # what joins the countries of a list, in the signs of `gaps`
_BEFORE_COUNTRY = ("", "o", "oo")  # "lãnh đạo X", "lãnh đạo của nước X"


class Called(NamedTuple):
    """An epithet at [start, end) and the keys of whom it means."""

    start: int
    end: int
    keys: Keys


class Epithets:
    """The epithets of one text."""

    def __init__(
        self, text: str, mentions: tuple[Mention, ...], parties: tuple[Party, ...], view: View, holders: Holders
    ) -> None:
        self.text, self.flat, self.mentions, self.parties = text, flatten(text), mentions, parties
        self.view, self.holders = view, holders
        self.cores = [party.core for party in parties]
        self.taken = [mention.start for mention in mentions]

    def find(self) -> list[Called]:
        """The epithets that the document resolves, in order."""
        out = []
        for hit in _matcher().longest(self.flat):
            at = bisect_left(self.taken, hit.end) - 1
            inside = at >= 0 and self.mentions[at].end > hit.start
            found = None if inside else self._of_both(hit) or self._of_this(hit) or self._of_named(hit)
            if found:
                out.append(Called(hit.start, *found))
        return sorted([*out, *self._aides()])

    def _aides(self) -> Iterator[Called]:
        """ "trợ lý của Tổng thống X", whom nobody names: the word for an aide, a space and whom he serves."""
        for hit in _aides().longest(self.flat):
            at = bisect_left(self.cores, hit.end)
            master = self.parties[at] if at < len(self.parties) else None
            inside = bisect_left(self.taken, hit.end) - 1
            if master is None or (inside >= 0 and self.mentions[inside].end > hit.start):
                continue
            gap = self.flat[hit.end : master.core]
            himself = gap == " " and not master.offices  # "trợ lý X": he is the aide
            if gap in (" ", " của ") and master.kind in ("office", "person") and not himself:
                word = self.text[hit.start : hit.end]
                yield Called(
                    hit.start, master.end, (f"{word[:1].upper()}{word[1:]} {self.text[master.core : master.end]}",)
                )

    def _of_both(self, hit: Hit) -> tuple[int, Keys] | None:
        """ "nguyên thủ hai nước", "lãnh đạo bộ quốc phòng hai bên"; "lãnh đạo hai nước" are both countries."""
        behind = self.flat[hit.end : hit.end + 30]
        word = next((word for word in both_sides() if behind.removeprefix(" của").startswith(word)), "")
        if not word or hit.entry == LEADER:
            return None
        end = hit.end + behind.index(word) + len(word)
        codes = self.view.two_countries(hit.start)
        keys = self._keys(hit, list(codes))
        leaders = office(hit.entry) == LEADER
        keys = keys or (self.view.two_persons(hit.start) if leaders else ())
        return (end, keys) if keys else None

    def _of_this(self, hit: Hit) -> tuple[int, Keys] | None:
        """ "lãnh đạo nước này": of the country named last."""
        behind = self.flat[hit.end : hit.end + 30]
        word = next((f" {word}" for word in words_of("nation") if behind.startswith(f" {word}")), "")
        keys = self._keys(hit, [self.view.foreign(hit.start)]) if word and not is_plural(self.flat, hit.start) else ()
        return (hit.end + len(word), keys) if keys else None

    def _of_named(self, hit: Hit) -> tuple[int, Keys] | None:
        """ "lãnh đạo X", "lãnh đạo X - Y": of the country or countries named behind."""
        codes: list[str] = []
        position, end = bisect_left(self.cores, hit.end), hit.end
        for party in self.parties[position : position + 3]:
            gap = gaps.between(self.flat[end : party.core]) if party.core - end < 20 else "?"
            fits = gap in (_JOINS if codes else _BEFORE_COUNTRY) and party.kind == "country"
            if not fits:
                break
            codes, end = [*codes, party.countries[0]], party.end
        if not codes or len(codes) > 2 or (len(codes) == 1 and is_plural(self.flat, hit.start)):
            return None
        keys = self._keys(hit, codes)
        return (end, keys) if keys else None

    def _keys(self, hit: Hit, codes: list[str]) -> Keys:
        found = [self.holders.called(hit.entry, code, hit.start) if code else "" for code in codes]
        return tuple(sorted(found)) if found and all(found) and len(set(found)) == len(found) else ()


@cache
def _aides() -> Matcher:
    return Matcher(row["entry"] for row in lexicon.load("actors") if row["category"] == "aide")


@cache
def _matcher() -> Matcher:
    """Words that call somebody by what he leads: main forms and variants of lexicon/office_synonyms.csv."""
    heads = tuple(f"{word} " for word, category in gaps.words().items() if category in ("leader", "counterpart"))
    return Matcher(entry for entry in synonyms() if f"{entry} ".startswith(heads))
