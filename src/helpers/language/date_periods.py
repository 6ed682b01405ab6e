"""Weeks, months, quarters, halves, decades and centuries: the periods that a matched shape names."""

from __future__ import annotations

from helpers.language import date_points
from helpers.language.date_matches import Match
from helpers.language.date_points import Point, Range

_ROMAN = {"I": 1, "V": 5, "X": 10}


def week(it: Match) -> Range | None:
    return date_points.week(it.known.published, it.number("by")) if it.known.published else None


def same(it: Match) -> Point | None:
    """The month or year of the day named before."""
    anchor = it.known.anchor
    if anchor is None:
        return None
    return Point(anchor.year, anchor.month) if it.text("d") == "same month" else Point(anchor.year)


def relative_month(it: Match) -> Point | None:
    if not it.known.published:
        return None
    month = date_points.shifted(it.known.published, it.number("by"))
    return Point(month.year, month.month)


def start_or_end(it: Match) -> Point | Range | None:
    """The beginning or end of a year or month that is not named lies in that of the publication."""
    published = it.known.published
    if published and it.group("of") == "T":
        return Point(published.year, published.month)
    return half(it)


def half(it: Match) -> Point | Range | None:
    """A half of a year is a range of months; its beginning, middle or end is taken for the year."""
    published, half = it.known.published, it.text("half")
    year = it.year() or (published.year if published else 0)
    if half == "first half" and year:
        return date_points.months(year, 1, 6)
    if half == "last half" and year:
        return date_points.months(year, 7, 12)
    return Point(year) if year else None


def months_of_year(it: Match) -> Range | None:
    """The first or last months or quarters of a year: "6 tháng đầu năm 2017"."""
    published = it.known.published
    year = it.year() or (published.year if published else 0)
    count = it.number("n") * (3 if it.group("of") == "Q" else 1)
    if not year or not 1 <= count <= 12:
        return None
    return date_points.months(year, 13 - count, 12) if it.text("end") == "end" else date_points.months(year, 1, count)


def quarter(it: Match) -> Range | None:
    published = it.known.published
    year = it.year() or (published.year if published else 0)
    part = it.text("q")
    quarter = int(part) if part.isdigit() else {"end": 4, "": 1}.get(part) or _roman(part)
    return date_points.months(year, 3 * quarter - 2, 3 * quarter) if year and 1 <= quarter <= 4 else None


def relative_quarter(it: Match) -> Range | None:
    if not it.known.published:
        return None
    start = date_points.shifted(it.known.published, 3 * it.number("by") - (it.known.published.month - 1) % 3)
    return date_points.months(start.year, start.month, start.month + 2)


def decade(it: Match) -> Range | None:
    """Ten years; two digits are of the century named with them, else of the twentieth."""
    start, century = it.number("d"), _century_number(it) if it.group("c") else 20
    start += (century - 1) * 100 if start < 100 else 0
    return (Point(start), Point(start + 9)) if start % 10 == 0 and century else None


def relative_decade(it: Match) -> Range | None:
    published = it.known.published
    start = (published.year // 10 + it.number("by")) * 10 if published else 0
    return (Point(start), Point(start + 9)) if start else None


def century(it: Match) -> Range | None:
    century = _century_number(it)
    return (Point(100 * century - 99), Point(100 * century)) if 1 <= century <= 30 else None


def _century_number(it: Match) -> int:
    value, published = it.text("c"), it.known.published
    if it.group("c") in ("n", "R"):
        return int(value) if value.isdigit() else _roman(value)
    return (published.year - 1) // 100 + 1 + int(value) if published else 0


def _roman(written: str) -> int:
    digits = [_ROMAN.get(sign, 0) for sign in written.upper()]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
