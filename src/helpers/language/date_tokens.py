"""The words and numbers of dates, each as one letter: the alphabet over which the date grammar is written.

A chain is a run of such tokens with nothing but blanks between them. Source of the method: cascaded finite-state
grammars (Abney 1996), here with one cascade for tokens and one for dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers import lexicon

# Letter of each category of lexicon/dates.csv, and of the numbers and signs that no table can hold:
# n number of one or two digits, Y year of four digits, c time of the clock, R Roman numeral, and / . - , | themselves.
LETTERS = {
    "part": "p", "day head": "h", "month head": "T", "year head": "N", "week head": "K", "quarter head": "Q",
    "decade head": "G", "century head": "E", "period head": "g", "weekday": "w", "month name": "v", "numeral": "u",
    "plural": "q", "phase": "f", "season": "s", "day deictic": "D", "near deictic": "a", "tomorrow": "i",
    "period deictic": "k", "following": "r", "tới": "x", "connector": "t", "opening": "o", "of": "e", "ordinal": "m",
    "and": "l", "at": "L", "same period": "z", "same unit": "C",
}  # fmt: skip
_NUMBER = r"""
    (?P<c>(?:(?<![\d:.,])(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?![\w:])
        |(?<!\d[.,/:–-])(?<!\d[ ][–-][ ])(?:[01]?\d|2[0-4])[ ]?
         (?:HOUR[ ]?(?:[0-5]?\d(?:[ ]?MINUTE|['’])?(?![\w/.–-])(?![ ][–-]))?)(?!\w))
        (?:[ ]?[AaPp][Mm](?!\w))?)
  | (?P<Y>(?<![\w,])(?<!\d:)(?:1\d{3}|20\d{2})(?!\w))
  | (?P<n>(?<![\w,])\d{1,2}(?!\w|,\d))
  | (?P<R>(?<!\w)(?-i:[IVX]{1,5})(?!\w))
  | (?P<slash>(?<=\d)/(?=\d)|(?<=[\dIVX])[ ]?/[ ]?(?=\d{4}(?!\w)|\d{1,2}[ ]?/[ ]?\d{4}(?!\w)))
  | (?P<dot>(?<=\d)\.(?=\d))
  | (?P<dash>(?<=\w)[ ]{0,2}[-–—][ ]{0,2}(?=\w))
  | (?P<comma>(?<=\w),)
  | (?P<bar>[|•])
"""
_SIGNS = {"slash": "/", "dot": ".", "dash": "-", "comma": ",", "bar": "|"}
_BLANK = re.compile(r"[ \t\u00a0]{0,3}\Z")
_WORD = re.compile(r"[ \t\u00a0]+(\w+)(?:[ \t\u00a0]+(\w+))?")


class DateToken(NamedTuple):
    """A token of a date: [start, end), its letter, and its value in the lexicon (or its digits)."""

    start: int
    end: int
    letter: str
    value: str


class Chain(NamedTuple):
    """Adjacent tokens and the word that their letters spell."""

    tokens: tuple[DateToken, ...]
    letters: str


@cache
def category(name: str) -> dict[str, str]:
    """The entries of a category of the date lexicon with their values."""
    return {row["entry"].casefold(): row["value"] for row in lexicon.load("dates") if row["category"] == name}


def any_of(*names: str) -> str:
    """A regular expression for any entry of the categories, the longest first."""
    entries = sorted({entry for name in names for entry in category(name)}, key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(re.escape(entry).replace(r"\ ", "[ \u00a0]") for entry in entries) + ")"


@cache
def _entries() -> dict[str, tuple[str, str]]:
    return {entry: (letter, value) for name, letter in LETTERS.items() for entry, value in category(name).items()}


@cache
def _lexer() -> re.Pattern[str]:
    words = any_of(*LETTERS)
    number = _NUMBER.replace("HOUR", any_of("hour")).replace("MINUTE", any_of("minute"))
    return re.compile(rf"(?P<word>(?<!\w){words}(?!\w)) | {number}", re.IGNORECASE | re.VERBOSE)


def chains(text: str) -> Iterator[Chain]:
    """Yield the chains of date tokens of the normalised `text`, in order."""
    chain: list[DateToken] = []
    for token in _tokens(text):
        if chain and not _BLANK.match(text, chain[-1].end, token.start):
            yield _closed(chain)
            chain = []
        chain.append(token)
    if chain:
        yield _closed(chain)


def _closed(tokens: list[DateToken]) -> Chain:
    return Chain(tuple(tokens), "".join(token.letter for token in tokens))


def _tokens(text: str) -> Iterator[DateToken]:
    for match in _lexer().finditer(text):
        kind, start, end = match.lastgroup or "", match.start(), match.end()
        if kind == "word":
            letter, value = _entries()[match.group().replace("\u00a0", " ").casefold()]
            letter = _reading(text, end) if letter == "x" else letter
            if letter and not (letter == "a" and value == "-1" and next_word(text, end, "after qua")):
                yield DateToken(start, end, letter, value)
        else:
            yield DateToken(start, end, _SIGNS.get(kind, kind), match.group().strip())


def _reading(text: str, end: int) -> str:
    """What `tới` is: r coming, t to, "" the verb to arrive."""
    rest = text[end : end + 12].lstrip(" \u00a0")
    if not rest or not rest[0].isalnum():
        return "r"
    opening = _lexer().match(rest)
    if opening and (opening.lastgroup != "word" or _entries()[opening.group().casefold()][0] in "phTNKfDwa"):
        return "t"
    return "r" if next_word(text, end, "after tới") else ""


def next_word(text: str, end: int, name: str) -> bool:
    """Whether the word or pair of words after `end` is in a category of the date lexicon."""
    match = _WORD.match(text, end, end + 40)
    if not match:
        return False
    first = match.group(1).casefold()
    return first in category(name) or f"{first} {(match.group(2) or '').casefold()}" in category(name)


def previous_word(text: str, start: int, name: str) -> str:
    """The entry of a category of the date lexicon that stands just before `start`, "" where none does."""
    parts = text[max(0, start - 40) : start].rsplit("\n", 1)[-1].casefold().split()
    joined = (" ".join(parts[-size:]) for size in (1, 2, 3) if len(parts) >= size)
    return next((words for words in joined if words in category(name)), "")
