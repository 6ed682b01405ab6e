"""Time stamps of news pages: full dates in figures or words, with the time of day where one stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from helpers import lexicon

_CLOCK = r"(?<![\d:])(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|h[0-5]\d)(?![\w:])(?:[ ]?[AaPp][Mm]\b)?"
_DATE = (
    r"(?<![\w./-])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}[ ]MONTH[ ]\d{1,2}(?:,?[ ](?:YEAR[ ])?|/)\d{4})(?![\w/-]|\.\d)"
)
_SEPARATOR = r"[ \u00a0]{0,2}[,|•·–-]?[ \u00a0]{0,2}(?:AT[ ])?"
_NUMBER = re.compile(r"\d+")


class Stamp(NamedTuple):
    """A full date at [start, end); `value` is ISO 8601, with minutes where `timed`."""

    start: int
    end: int
    value: str
    timed: bool


@cache
def _stamp() -> re.Pattern[str]:
    words = {"MONTH": "month head", "YEAR": "year head", "AT": "at", "DAY": "day head"}
    pattern = rf"(?:(?P<before>{_CLOCK}){_SEPARATOR}(?:DAY[ ])?)?(?P<date>{_DATE})(?:{_SEPARATOR}(?P<after>{_CLOCK}))?"
    for name, category in words.items():
        entries = [re.escape(row["entry"]) for row in lexicon.load("dates") if row["category"] == category]
        pattern = pattern.replace(name, "(?i:" + "|".join(entries) + ")")
    return re.compile(pattern)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Yield the stamps of `text[start:end]` in order, with offsets into `text`. Dates that no calendar has are left out."""
    for match in _stamp().finditer(text, start, len(text) if end is None else end):
        clock = match.group("after") or match.group("before") or ""
        day = _day(match.group("date"), timed=bool(clock))
        if day:
            yield Stamp(match.start(), match.end(), day + (f"T{_minutes(clock)}" if clock else ""), bool(clock))


def _day(written: str, *, timed: bool) -> str:
    first, month, last = (int(number) for number in _NUMBER.findall(written))
    day, year = (last, first) if first > 31 else (first, last)
    if year < 100:
        if not timed:
            return ""  # 3/4/20 alone may be anything
        year += 2000
    try:
        return date(year, month, day).isoformat() if year >= 1900 else ""
    except ValueError:
        return ""


def _minutes(clock: str) -> str:
    hour, minute = (int(number) for number in _NUMBER.findall(clock)[:2])
    half = clock[-2:].casefold()
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"
