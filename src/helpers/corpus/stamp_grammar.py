"""How news pages write the time they were published: the regular expressions of `stamps`.

The words (weekdays, months, parts of the day) stand in `lexicon/dates.csv`; those that only pages use, not sentences
(T2, Mon, January), have categories of their own there.
"""

from __future__ import annotations

import re
from functools import cache

from helpers import lexicon

_SEPARATOR = r"[ \u00a0]{0,2}[,|•·–—-]?[ \u00a0]{0,2}"
_CLOCK = r"""(?<![\d:.,/])(?:[01]?\d|2[0-3])
    (?: :[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?!\d) | [ ]?[hg][ ]?[0-5]\d(?!\d) | [ ]?h(?!\w)
      | [ ]?HOUR(?:[ ][0-5]?\d(?:[ ]?MINUTE)?)?(?!\w) )
    ['’]? (?:[ ]?[AaPp]\.?[Mm]\b\.?|[ ](?:SA|CH)\b)?"""
_MONTH = r"(?:MONTH[ ](?:\d{1,2}|MONTHNAME)|ENGLISH\.?)"
_DATE = r"""(?<![\w./-])(?:
    \d{1,2}/\d{1,2}/(?:\d{4}|\d{2}) | \d{1,2}[ ]/[ ]\d{1,2}[ ]/[ ]\d{4} | \d{1,2}-\d{1,2}-\d{4} | \d{1,2}\.\d{1,2}\.\d{4}
  | \d{4}[-/]\d{2}[-/]\d{2}
  | \d{1,2}(?:st|nd|rd|th)?[ ]WORDED(?:,?[ ](?:YEAR[ ])?|[/-])\d{4}
  | WORDED[ ]\d{1,2}(?:st|nd|rd|th)?,?[ ]\d{4}
  )(?!(?!T\d)\w|[/-]\d(?!\d?:)|\.\d|-[^\W\d_]{1,3}(?!\w))"""
_DAY_AND_MONTH = r"(?<![\w./-])\d{1,2}[/.-]\d{1,2}(?![\w/]|[.,-]\d)"
_MONTH_AND_YEAR = r"(?<![\w./-])MONTH[ ]?\d{1,2}(?:[ ]?[/-][ ]?|,?[ ](?:YEAR[ ])?)\d{4}(?![\w/-])"


@cache
def values(name: str) -> dict[str, str]:
    """The entries of a category of the date lexicon, casefolded, with their values."""
    return {row["entry"].casefold(): row["value"] for row in lexicon.load("dates") if row["category"] == name}


@cache
def full() -> re.Pattern[str]:
    """A date with its year, and what stands beside it: clock, weekday, part of day. Groups before, date, after."""
    around = rf"(?:WEEKDAY|CLOCK|PART|AT|DAY){_SEPARATOR}"
    return _compiled(
        rf"(?P<before>(?:{around}){{0,4}})(?P<date>{_DATE})(?P<after>(?:(?:T|{_SEPARATOR}(?:AT[ ])?)(?:CLOCK|WEEKDAY|\(CLOCK\)))?)"
    )


@cache
def without_year() -> re.Pattern[str]:
    """A day and month with a clock, a weekday, a part of day or the word day beside it. Groups before, date, after."""
    around = rf"(?:WEEKDAY|CLOCK|PART|AT|DAY){_SEPARATOR}"
    return _compiled(
        rf"(?P<before>(?:{around}){{1,4}})(?P<date>{_DAY_AND_MONTH})(?P<after>(?:{_SEPARATOR}(?:AT[ ])?CLOCK)?)"
        rf"|(?P<bare>{_DAY_AND_MONTH}){_SEPARATOR}(?:AT[ ])?(?P<clock>CLOCK)"
    )


@cache
def month() -> re.Pattern[str]:
    """A month with its year."""
    return _compiled(_MONTH_AND_YEAR)


@cache
def clock() -> re.Pattern[str]:
    return _compiled("CLOCK")


@cache
def weekday() -> re.Pattern[str]:
    return _compiled("(?P<weekday>WEEKDAY)")


def _compiled(pattern: str) -> re.Pattern[str]:
    parts = {
        "WORDED": _MONTH,
        "CLOCK": f"(?:{_CLOCK})",
        "MONTHNAME": _any("month name", "numeral"),
        "MONTH": _any("month head"),
        "ENGLISH": _any("english month"),
        "YEAR": _any("year head"),
        "WEEKDAY": rf"(?<!\w){_any('weekday', 'written weekday')}\.?(?!\w)",
        "PART": rf"(?<!\w){_any('part')}(?!\w)",
        "AT": rf"(?<!\w){_any('at')}(?!\w)",
        "DAY": rf"(?<!\w){_any('day head')}(?!\w)",
        "HOUR": _any("hour"),
        "MINUTE": _any("minute"),
    }
    for name, expression in parts.items():
        pattern = pattern.replace(name, expression)
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


def _any(*names: str) -> str:
    entries = sorted({entry for name in names for entry in values(name)}, key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(re.escape(entry) for entry in entries) + ")"
