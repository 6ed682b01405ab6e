"""Time stamps of news pages: dates in figures or words, with weekday and time of day where they stand beside them.

Vietnamese pages write the day first. Some software writes the month first: a stamp that its weekday, or a number above
twelve, does not decide is marked ambiguous where the line looks American (AM, PM).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from helpers.corpus import stamp_grammar

_YEAR = re.compile(r"\d{4}|\d/\d{1,2}/\d")  # what every full date holds: looked for first, as it is found fast
_SHORT = re.compile(r"\d[/.-]\d")
_NUMBER = re.compile(r"\d+")
_AMERICAN = re.compile(r"[AaPp]\.?[Mm]\b")
_HALF = re.compile(r"([AaPp])\.?[Mm]\b|\b(SA|CH)\b")


class Stamp(NamedTuple):
    """A full date at [start, end); `value` is ISO 8601, with minutes where `timed`; `sure` if it can be read one way."""

    start: int
    end: int
    value: str
    timed: bool
    sure: bool


class Partial(NamedTuple):
    """A day and month without a year at [start, end); `weekday` is 0 for Monday, -1 for unknown; `clock` HH:MM or ""."""

    start: int
    end: int
    month: int
    day: int
    weekday: int
    clock: str


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Yield the stamps of `text[start:end]` in order, with offsets into `text`. Dates that no calendar has are left out."""
    end = len(text) if end is None else end
    if not _YEAR.search(text, start, end):
        return
    for match in stamp_grammar.full().finditer(text, start, end):
        around = f"{match.group('before')} {match.group('after')}"
        clock = _clock(around)
        found = _day(match.group("date"), _weekday(around), timed=bool(clock), american=bool(_AMERICAN.search(around)))
        if found:
            day, sure = found
            yield Stamp(match.start(), match.end(), day + (f"T{clock}" if clock else ""), bool(clock), sure)


def without_year(text: str, start: int = 0, end: int | None = None) -> Iterator[Partial]:
    """Yield the days of `text[start:end]` that lack their year but stand beside a weekday, a clock or a part of day."""
    end = len(text) if end is None else end
    if not _SHORT.search(text, start, end):
        return
    for match in stamp_grammar.without_year().finditer(text, start, end):
        day, month = (int(number) for number in _NUMBER.findall(match.group("date") or match.group("bare")))
        around = f"{match.group('before') or ''} {match.group('after') or match.group('clock') or ''}"
        if _date(2000, month, day):
            yield Partial(match.start(), match.end(), month, day, _weekday(around), _clock(around))


def months(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Yield the months with their year in `text[start:end]`, their value as 2023-10."""
    for match in stamp_grammar.month().finditer(text, start, len(text) if end is None else end):
        month, year = (int(number) for number in _NUMBER.findall(match.group()))
        if _date(year, month, 1):
            yield Stamp(match.start(), match.end(), f"{year}-{month:02d}", timed=False, sure=True)


def is_clock(line: str) -> bool:
    """Whether a line is a time of day and nothing else."""
    return stamp_grammar.clock().fullmatch(line.strip(" \n()|-,")) is not None


def clock(line: str) -> str:
    """The time of day in a line, as HH:MM, "" where there is none."""
    return _clock(line)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2199 else None
    except ValueError:
        return None


def _day(written: str, weekday: int, *, timed: bool, american: bool) -> tuple[str, bool] | None:
    """ISO 8601 of a written date and whether it can be read in one way only; None where no calendar has it."""
    worded = re.search(r"[^\W\d_]{3}", written)
    numbers = [int(number) for number in _NUMBER.findall(written)]
    if worded:
        month = _worded_month(written)
        found = _date(numbers[-1], month, numbers[0] if written[0].isdigit() else numbers[-2])
        return (found.isoformat(), _agrees(found, weekday)) if found else None
    first, second, last = numbers
    if first > 31:
        found = _date(first, second, last)
        return (found.isoformat(), _agrees(found, weekday)) if found else None
    if last < 100:
        if not timed:
            return None  # 3/4/20 alone may be anything
        last += 2000
    usual, swapped = _date(last, second, first), _date(last, first, second) if "/" in written else None
    if weekday >= 0 and swapped and not (usual and usual.weekday() == weekday) and swapped.weekday() == weekday:
        return swapped.isoformat(), True
    found = usual or (swapped if american else None)
    if not found:
        return None
    undecided = american and weekday < 0 and usual is not None and swapped not in (None, usual)
    return found.isoformat(), _agrees(found, weekday) and not undecided


def _worded_month(written: str) -> int:
    """The month of a date in words: "12 tháng 3, 2024", "12 Tháng Ba, 2024", "March 12, 2024"."""
    words = written.casefold()
    names = {**stamp_grammar.values("english month"), **stamp_grammar.values("numeral")}
    names |= stamp_grammar.values("month name")
    inside = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)]
    if inside:
        return int(names[max(inside, key=len)])
    numbers = _NUMBER.findall(written)
    return int(numbers[1] if written[0].isdigit() else numbers[0])


def _agrees(day: date, weekday: int) -> bool:
    return weekday < 0 or day.weekday() == weekday


def _weekday(around: str) -> int:
    match = stamp_grammar.weekday().search(around)
    if not match:
        return -1
    name = match.group("weekday").casefold().rstrip(".")
    return int({**stamp_grammar.values("written weekday"), **stamp_grammar.values("weekday")}[name])


def _clock(around: str) -> str:
    """Hours and minutes of the time of day beside a date, "" where there is none."""
    match = stamp_grammar.clock().search(around)
    if not match:
        return ""
    hour, minute = ([int(number) for number in _NUMBER.findall(match.group())[:2]] + [0])[:2]
    half = _HALF.search(match.group())
    letter = (half.group(1) or half.group(2)).casefold() if half else ""
    if letter in ("p", "ch") and hour < 12:
        hour += 12
    elif letter in ("a", "sa") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"
