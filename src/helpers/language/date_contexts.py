"""What surrounds a date: the checks that keep scores, fractions, quantities, street names and ordinals out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from helpers.language.date_grammar import Rule
from helpers.language.date_tokens import DateToken, category, next_word, previous_word

_FULL = re.compile(r"n/n/Y|n\.n\.Y|n-n-Y")
_SHORT = re.compile(r"n[/.-]n(?![/.-]?n|[/.-]Y|T)")
_MONTH = re.compile(r"T(n)")
_AFTER_DATE = re.compile(r"[ \u00a0]?[,(]?[ \u00a0]?(?:(?:và|hoặc|hay)[ \u00a0])?")
_BROKEN = re.compile(r"\w|[./–-]\d|,\d|/\w|%|-[A-ZĐ]{2}")
_FRACTION_BASES = {2, 3, 4, 5, 6, 8, 10}


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
            and bool(_AFTER_DATE.fullmatch(self.text, self.last, self.start))
        )

    def counted(self) -> bool:
        """Whether a number or quantifier before makes it a duration: "hai năm trước"."""
        return (self.before != "" and self.before in "nuq") or self.after("quantifier")

    def measured(self) -> bool:
        """Whether a unit after it, or a word before it, makes its number a quantity or a reference number."""
        return next_word(self.text, self.end, "unit") or self.after("barrier")


def holds(rule: Rule, it: Candidate) -> bool:
    """Whether a match of `rule` is a date where it stands."""
    return _calendar(it) and _whole(it) and (rule.strong or WEAK[rule.name](it)) and not _rate(it)


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


def _day(it: Candidate) -> bool:
    """A day and month count with a part of day, weekday, clock, `ngày` or a year; bare ones need a cue."""
    letters = it.letters
    if any(letter in letters for letter in "hpw") or letters[0] == "c" or "Y" in letters:
        return True
    if it.counted():
        return False
    if it.continues():
        return not it.measured()
    if "T" in letters:
        return letters[-1] in "nr" and it.after("date cue", "holiday cue") and not it.measured()
    day, month = it.numbers()[:2]
    cue = it.after("date cue", "holiday cue")
    if it.measured() or ((day, month) == (24, 7) and not cue):
        return False
    if "/" not in letters:
        return it.after("holiday cue")
    if day < month and month in _FRACTION_BASES:
        return it.after("holiday cue")
    return day > 10 or cue or it.text[it.start - 1 : it.start] == "("


def _day_of_month(it: Candidate) -> bool:
    number = it.numbers()
    if it.counted() or it.after("barrier") or (number and number[0] > 31):
        return False
    if "u" in it.letters and it.word("h").casefold() not in category("lunar head"):
        return False
    return not next_word(it.text, it.end, "unit") and not next_word(it.text, it.end, "quantifier")


def _days_of_month(it: Candidate) -> bool:
    first, second = it.numbers()[:2]
    apart = it.letters.count("h") > 1 or "t" in it.letters or second > 12
    return apart and first < second <= 31 and _day_of_month(it)


def _days(it: Candidate) -> bool:
    letters = it.letters
    if any(letter in letters for letter in "hpTY"):
        return not it.counted() and max(n for n in it.numbers() if n < 1000) <= 31
    return (
        not it.measured()
        and max(it.numbers()) <= 31
        and ("o" in letters or "/" in letters)
        and not ("t" in letters and "o" not in letters)
    )


def _weekday(it: Candidate) -> bool:
    letters, weekday = it.letters, it.word("w")
    named = weekday.split()[-1][:1].isupper() or not weekday.casefold().startswith("thứ")
    if (
        "p" in letters
        or "c" in letters
        or it.word("h").casefold() == "hôm"
        or (
            named
            and not it.after("ordinal context")
            and ("h" not in letters or letters[-1] in "rak" or not weekday[-1].isdigit())
        )
    ):
        return True
    if "h" in letters or it.after("ordinal context") or it.before == "n":
        return letters[-1] in "rak"
    bracketed = re.match(r"[ \u00a0]?\(\d", it.text[it.end : it.end + 3])
    return bool(bracketed) or letters[-1] in "rak" or it.after("weekday cue")


def _month(it: Candidate) -> bool:
    if it.before in ("n", "u") and it.letters[0] == "T":
        return False
    spelled = it.letters.endswith(("TN", "Tu"))
    if it.letters.endswith("TN") and not it.word("N")[0].isupper():
        return False
    return not it.after("revolution") and not (
        spelled and (it.after("quantifier") or next_word(it.text, it.end, "unit"))
    )


def _period(it: Candidate) -> bool:
    letters, near = it.letters, it.value("a")
    if it.counted() or next_word(it.text, it.end, "after period"):
        return False
    if near == "0":  # nay
        return letters.endswith("Na")
    if near:  # qua
        return letters.endswith("Ka") or len(letters) > 2
    return True


def _start_or_end(it: Candidate) -> bool:
    if it.counted() or next_word(it.text, it.end, "after period"):
        return False
    if "K" in it.letters:
        return category("phase cue").get(previous_word(it.text, it.start, "phase cue")) == "week"
    return it.value("f").endswith("half") or bool(it.after("phase cue"))


def _decade(it: Candidate) -> bool:
    number = it.numbers()
    return (
        "G" in it.letters
        or "E" in it.letters
        or (number[0] % 10 == 0 and number[0] >= 10 and not next_word(it.text, it.end, "unit"))
    )


def _years(it: Candidate) -> bool:
    first, last = it.numbers()[:2]
    return first < last and not it.measured()


def _bare_year(it: Candidate) -> bool:
    """A year of our time that no unit, counting word or sign makes a quantity or a code."""
    year = it.numbers()[0]
    if not 1900 <= year <= 2100 or it.measured() or (it.before and it.before in "/.-nu"):
        return False
    if it.continues() or it.after("year cue") or it.text[max(0, it.start - 1) : it.start] == "(":
        return True
    word = re.search(r"([^\W\d_][\w.&]*)[ \u00a0]\Z", it.text[max(0, it.start - 30) : it.start])
    return bool(word) and (word.group(1)[0].isupper() or (1945 <= year <= 2050 and year % 100 != 0))


def _quarter(it: Candidate) -> bool:
    number = it.value("n")
    return (not number or 1 <= int(number) <= 4) and not next_word(it.text, it.end, "after period")


def _always(it: Candidate) -> bool:
    return True


WEAK: dict[str, Callable[[Candidate], bool]] = {
    "day": _day,
    "day of the month": _day_of_month,
    "days": _days,
    "days of the month": _days_of_month,
    "day deictic": _always,
    "weekday": _weekday,
    "month": _month,
    "month and year": lambda it: not it.after("barrier"),
    "period": _period,
    "start or end": _start_or_end,
    "decade": _decade,
    "years": _years,
    "bare year": _bare_year,
    "quarter": _quarter,
}
