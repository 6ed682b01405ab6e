"""What surrounds a date: the checks that keep scores, fractions, quantities, street names and ordinals out."""

from __future__ import annotations

import re
from collections.abc import Callable

from helpers.language.date_candidates import Candidate, plausible
from helpers.language.date_grammar import Rule
from helpers.language.date_tokens import category, next_word, previous_word

_FRACTION_BASES = {2, 3, 4, 5, 6, 8, 10}


def holds(rule: Rule, it: Candidate) -> bool:
    """Whether a match of `rule` is a date where it stands."""
    return plausible(it) and (rule.strong or WEAK[rule.name](it))


def _day(it: Candidate) -> bool:
    """A day and month count with a part of day, weekday, clock, `ngày` or a year; bare ones need a cue."""
    letters = it.letters
    if letters[0] == "h" and "/" not in letters and it.after("quantifier"):
        return False  # mỗi ngày 3-4 giờ
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
    """A weekday, but not an ordinal: thứ hai is also the second."""
    letters, weekday = it.letters, it.word("w")
    reckoned = letters[-1] in "rak"  # thứ hai tuần trước
    if "p" in letters or "c" in letters or it.value("h") == "on":
        return True
    sunday = it.value("w") == "6"  # no ordinal sounds like it
    if "h" in letters:  # ngày thứ hai is the second day, too
        return reckoned or sunday or weekday.split()[-1][:1].isupper()
    if it.after("ordinal context") or it.before == "n":
        return reckoned
    bracketed = re.match(r"[ \u00a0]?\(\d", it.text[it.end : it.end + 3])
    return reckoned or sunday or weekday.split()[-1][:1].isupper() or bool(bracketed) or it.after("weekday cue")


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
    """Decades and centuries by name; "những năm 1990" too, but "các năm 1990, 2000" are single years."""
    if "G" in it.letters or "E" in it.letters:
        return True
    start = it.numbers()[0]
    return it.value("q") == "decade" and start % 10 == 0 and start >= 10 and not next_word(it.text, it.end, "unit")


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
    return word is not None and (word.group(1)[0].isupper() or (1945 <= year <= 2050 and year % 100 != 0))


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
