"""The pieces that a sentence is read in: participants, predicates, function words, signs and the words between."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from helpers.discourse.predicates import Predicate

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s\u200b-\u200d\u2060\ufeff'‘’]|_")
SIGNS = {
    ",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "-": "dash", "–": "dash", "—": "dash",
    '"': "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote", ".": "stop", "!": "stop", "?": "stop",
    "…": "stop", "/": "comma",
}  # fmt: skip


@dataclass(slots=True)
class Chunk:
    """A piece of a sentence. `kind`: party, predicate, date, name (document, event), a marker category, a sign, or word.

    A party has the keys of its participants; `actor` tells whether it can act (firms, media and scholars cannot, nor can
    a country that only says whose something is); `seat` is the country whose government a capital may stand for.
    `members` are the keys of each coordinated part. `head` is the function word, or the kind of noun before a party, `role`
    what a function word does (with, to, of, at, and, that …);
    `tense` what an adverb tells of time (past, present, future, continued, habitual, recalled).
    """

    start: int
    end: int
    kind: str
    keys: tuple[str, ...] = ()
    party: str = ""
    actor: bool = True
    joint: bool = False
    predicate: Predicate | None = None
    head: str = ""
    role: str = ""
    tense: str = ""
    seat: str = ""
    members: list[tuple[str, ...]] = field(default_factory=list)


def between(text: str, start: int, end: int) -> list[Chunk]:
    """The words and signs of the stretch [start, end)."""
    return [Chunk(m.start(), m.end(), _kind(m.group())) for m in _WORD.finditer(text, start, end)]


def _kind(word: str) -> str:
    return "number" if word.isdigit() else SIGNS.get(word, "word")


def back(chunks: list[Chunk], at: int, kinds: tuple[str, ...]) -> int:
    """Index of the last chunk at or before `at` that is of none of these kinds; the first one where all are."""
    while at > 0 and chunks[at].kind in kinds:
        at -= 1
    return at


class Cover:
    """Which stretches of a text are taken by the chunks given."""

    def __init__(self, chunks: list[Chunk]) -> None:
        spans = sorted((chunk.start, chunk.end) for chunk in chunks)
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether [start, end) overlaps a taken stretch."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and self.ends[index] > start
