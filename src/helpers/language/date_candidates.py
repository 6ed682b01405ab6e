"""A stretch of tokens that a rule of the date grammar matches, in its surroundings; whether it can be a date at all."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from helpers.language.date_tokens import DateToken, any_of, category, next_word, previous_word

_FULL = re.compile(r"n/n/Y|n\.n\.Y|n-n-Y")
_SHORT = re.compile(r"n[/.-]n(?![/.-]?n|[/.-]Y|T)")
_MONTH = re.compile(r"T(n)")
_BROKEN = re.compile(r"\w|[./–-]\d|,\d|/\w|%|-[A-ZĐ]{2}")


class Candidate(NamedTuple):
    """Tokens [first, end) of a chain, standing in `text`; `last` is where the date before them ends, or -1."""

    text: str
    tokens: tuple[DateToken, ...]
    first: int
    stop: int
    last: int

    @property
    def letters(self) -> str:
        return "".join(token.letter for token in self.tokens[self.first : self.stop])

    @property
    def start(self) -> int:
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.tokens[self.stop - 1].end

    @property
    def before(self) -> str:
        """The letter of the token just before, "" where another word stands there."""
        return self.tokens[self.first - 1].letter if self.first else ""

    def numbers(self) -> list[int]:
        return [int(token.value) for token in self.tokens[self.first : self.stop] if token.letter in "nY"]

    def word(self, letter: str) -> str:
        """The first token with `letter`, as written; "" where there is none."""
        return next((self.text[t.start : t.end] for t in self.tokens[self.first : self.stop] if t.letter == letter), "")

    def value(self, letter: str) -> str:
        return next((t.value for t in self.tokens[self.first : self.stop] if t.letter == letter), "")

    def after(self, *names: str) -> bool:
        """Whether a word of one of the categories stands just before the candidate."""
        return any(previous_word(self.text, self.start, name) for name in names)

    def continues(self) -> bool:
        """Whether a date stands just before, with only a comma, a bracket or `và` between."""
        return (
            self.last >= 0
            and self.start - self.last < 8
            and bool(_after_date().fullmatch(self.text, self.last, self.start))
        )

    def counted(self) -> bool:
        """Whether a number or quantifier before makes it a duration: "hai năm trước"."""
        return (self.before != "" and self.before in "nuq") or self.after("quantifier")

    def measured(self) -> bool:
        """Whether a unit after it, or a word before it, makes its number a quantity or a reference number."""
        return next_word(self.text, self.end, "unit") or self.after("barrier")


@cache
def _after_date() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0]?[,(]?[ \u00a0]?(?:{any_of('and', 'alternative')}[ \u00a0])?", re.IGNORECASE)


def plausible(it: Candidate) -> bool:
    """Whether its numbers are days and months, and it is neither part of a longer number nor a rate."""
    return _calendar(it) and _whole(it) and not _rate(it)


def _calendar(it: Candidate) -> bool:
    """Whether its numbers are days and months."""
    letters, tokens = it.letters, it.tokens[it.first : it.stop]

    def number(position: int) -> int:
        return int(tokens[position].value)

    for match in [*_FULL.finditer(letters), *_SHORT.finditer(letters)]:
        if not (1 <= number(match.start()) <= 31 and 1 <= number(match.start() + 2) <= 12):
            return False
    if not all(1 <= number(match.start(1)) <= 12 for match in _MONTH.finditer(letters)):
        return False
    return all(1 <= number(position) <= 99 for position, letter in enumerate(letters) if letter == "n")


def _whole(it: Candidate) -> bool:
    """Whether it is no part of a longer number or code."""
    opening = it.text[max(0, it.start - 2) : it.start]
    return not _BROKEN.match(it.text, it.end) and not re.search(r"\d[.,/:–-]\Z|[$€£#№]\Z", opening)


def _rate(it: Candidate) -> bool:
    """Whether it is a rate such as "ngày 3-4 lần" (but not "ngày 3-4 lần đầu")."""
    if it.letters[-1] != "n" or it.letters[-2:-1] == "/":
        return False
    first, second, *_ = [*it.text[it.end : it.end + 16].casefold().split(), "", ""]
    return (
        category("unit").get(first) == "rate" and second not in category("ordinal") and second not in category("phase")
    )
