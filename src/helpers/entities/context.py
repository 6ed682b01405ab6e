"""What the grammars of a document share: its tokens, the lexicon entries at each, the dates, the cues."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from helpers.entities import matcher
from helpers.entities.matcher import Hit
from helpers.entities.tokens import SIGN, Tokens, tokenize
from helpers.language import dates
from helpers.spans import Segment


class Piece(NamedTuple):
    """A candidate mention: tokens [first, last), its type, its key ("" for the text itself), the rule."""

    first: int
    last: int
    type: str
    key: str
    rule: str


@dataclass
class Context:
    """A document under analysis: lexicon entries, institutional words and cues by the token they begin at, compounds
    by the token after them or, where they are no country, by their first; `dated[i]` is the number of the date that token i is part of, -1 for none."""

    tokens: Tokens
    hits: list[tuple[Hit, ...]]
    titles: list[tuple[Hit, ...]]
    cues: list[tuple[Hit, ...]]
    verbs: list[tuple[Hit, ...]]
    outlets: list[tuple[Hit, ...]]
    compounds: dict[int, list[Hit]]
    openings: dict[int, list[Hit]]
    dated: list[int]
    dates: list[tuple[int, int]] = field(default_factory=list)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """Keys of the words that the document writes small somewhere."""
        tokens = self.tokens
        return frozenset(key for key, capital in zip(tokens.key, tokens.capital, strict=True) if not capital)

    @cached_property
    def cue_ends(self) -> dict[int, list[Hit]]:
        """The cues by the token after them, longest first."""
        ends: dict[int, list[Hit]] = {}
        for here in self.cues:
            for hit in here:
                ends.setdefault(hit.last, []).append(hit)
        return ends

    def same_line(self, first: int, second: int) -> bool:
        return self.tokens.same_line(first, second)

    def key(self, index: int, base: int) -> str:
        """The key of token `index` if it stands in the line of `base`, else ""."""
        return self.tokens.key[index] if self.same_line(index, base) else ""

    def cue(self, index: int, category: str, base: int | None = None) -> Hit | None:
        """The longest cue of that category which begins at `index` (in the line of `base`, where given)."""
        if not 0 <= index < len(self.cues) or (base is not None and not self.same_line(index, base)):
            return None
        return next((hit for hit in self.cues[index] if hit.category == category), None)

    def cue_before(self, index: int, category: str) -> Hit | None:
        """The longest cue of that category which ends just before `index`, in its line."""
        for hit in self.cue_ends.get(index, ()):
            if hit.category == category and self.same_line(hit.first, index):
                return hit
        return None

    def acts(self, index: int, base: int) -> bool:
        """Whether a verb of acting or saying, or a particle of tense, begins at `index` in the line of `base`."""
        if not self.same_line(index, base):
            return False
        return bool(self.verbs[index]) or any(hit.category == "saying" for hit in self.cues[index])

    def capital(self, index: int, base: int) -> bool:
        """Whether token `index`, in the line of `base`, is a word with a capital that no date holds."""
        return self.same_line(index, base) and self.tokens.capital[index] and self.dated[index] < 0

    def cut(self, index: int, base: int) -> bool:
        """Whether the text breaks off at token `index` (a teaser: "Đoàn đại biểu Việt ...")."""
        if self.key(index, base) == "…":
            return not self.tokens.glued(index)
        return self.key(index, base) == "." and self.key(index + 1, base) == "." and not self.tokens.glued(index)

    def sign(self, index: int) -> bool:
        return self.tokens.shape[index] is SIGN

    def words_at(self, index: int, category: str) -> list[Hit]:
        """The compounds of that category which begin at `index`."""
        return [hit for hit in self.openings.get(index, ()) if hit.category == category]

    def find(self, index: int, *tables: str) -> tuple[Hit, ...]:
        """The lexicon entries of those tables at `index`, longest first."""
        return tuple(hit for hit in self.hits[index] if hit.table in tables)

    def surface(self, first: int, last: int) -> str:
        return self.tokens.surface(first, last)


def read(text: str, segments: tuple[Segment, ...]) -> Context:
    """Return the context of a document."""
    tokens = tokenize(text, segments)
    compounds: defaultdict[int, list[Hit]] = defaultdict(list)
    openings: defaultdict[int, list[Hit]] = defaultdict(list)
    for here in matcher.hits(tokens, ("grammar_words",)):
        for hit in here:
            if hit.category in ("not a place head", "not an event"):
                compounds[hit.last].append(hit)
            elif hit.category == "not a country":
                openings[hit.first].append(hit)
    dated = [-1] * len(tokens)
    covered: list[tuple[int, int]] = []
    index = 0
    for span in dates.find(text):
        while index < len(tokens) and tokens.start[index] < span.start:
            index += 1
        first = index
        while index < len(tokens) and tokens.end[index] <= span.end:
            dated[index] = len(covered)
            index += 1
        if index > first:
            covered.append((first, index))
    return Context(
        tokens,
        matcher.hits(tokens),
        matcher.hits(tokens, ("title_words",)),
        matcher.hits(tokens, ("name_cues",)),
        matcher.hits(tokens, ("predicates",)),
        matcher.hits(tokens, ("outlets",)),
        compounds,
        openings,
        dated,
        covered,
    )
