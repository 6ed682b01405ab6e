"""The shapes of a single date or period, as strings of token letters, and what each of them names."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from helpers.language import date_periods, date_points
from helpers.language.date_matches import Known, Match
from helpers.language.date_points import Point, Range
from helpers.language.date_tokens import DateToken


def read(tokens: list[DateToken], known: Known) -> Point | Range | None:
    """The day, month or year that `tokens` name, perhaps without its year, or the period they name; None for neither."""
    letters = "".join(token.letter for token in tokens)
    for pattern, value in _SHAPES:
        groups = pattern.fullmatch(letters)
        if groups:
            found = value(Match(tokens, groups, known))
            return None if isinstance(found, Point) and not found.exists() else found
    return None


def _day(it: Match) -> Point | None:
    return Point(it.year(), _month_number(it), it.number("d", "d2"), it.number("turn"))


def _month(it: Match) -> Point | None:
    return Point(it.year(), _month_number(it), 0, it.number("turn"))


def _month_number(it: Match) -> int:
    return 5 if it.group("m") == "N" else it.number("m", "m2")


def _year(it: Match) -> Point | None:
    year = it.year()
    return Point(year) if year else None


def _day_of_month(it: Match) -> Point | None:
    return Point(0, 0, it.number("d"), it.number("turn"))


def _day_of_a_month(it: Match) -> Point | None:
    if not it.known.published:
        return None
    month = date_points.shifted(it.known.published, it.number("by"))
    return Point(month.year, month.month, it.number("d"))


def _deictic(it: Match) -> Point | None:
    """Today and its neighbours are reckoned from the publication, the same day and the next from the day named before."""
    value = it.text("d")
    if value in ("same", "next", "previous"):
        base, offset = it.known.anchor, {"same": 0, "next": 1, "previous": -1}[value]
    else:
        base, offset = it.known.published, int(value)
    return date_points.of_date(base + timedelta(days=offset)) if base else None


def _weekday(it: Match) -> Point | None:
    """The day of that name in the week meant; without one, the last before the publication or on it."""
    published = it.known.published
    if published is None:
        return None
    day = published - timedelta(days=(published.weekday() - it.number("d")) % 7)
    if it.group("unit"):
        monday = date_points.week(published, it.number("by"))[0].first_day()
        day = monday + timedelta(days=it.number("d"))
    elif it.number("turn") > 0:
        day += timedelta(days=7)
    return date_points.of_date(day)


_REL = r"(?:(?P<unit>[NK])(?P<by>[rak])|(?P<turn>r))?"
_OF = r"(?:(?:[/-]|,?N)(?P<y>Y))?"
_OF_OR_REL = r"(?:(?:[/-]|,?N)(?P<y>Y)|(?P<unit>N)(?P<by>[rak]))?"
_SOME = r"(?:[qun]?[hTKNQ])?[fs]?"
_MONTH = r"T(?P<m>[nuvN])"
_SHAPES: list[tuple[re.Pattern[str], Callable[[Match], Point | Range | None]]] = [
    (re.compile(pattern), value)
    for pattern, value in (
        (r"(?P<d>n)(?P<sep>[/.-])(?P<m>n)(?P=sep)(?P<y>Y)|(?P<d2>n)/(?P<m2>n)/(?P<y2>n)", _day),
        (r"(?P<y>Y)-(?P<m>n)-(?P<d>n)", _day),
        (rf"(?P<d>n)[/.-](?P<m>n)(?:,?N(?P<y>Y))?{_REL}", _day),
        (rf"(?P<d>n){_MONTH}{_OF}{_REL}", _day),
        (rf"{_SOME}{_MONTH}{_OF}{_REL}", _month),
        (r"(?P<m>n)/(?P<y>Y)", _month),
        (r"(?P<d>[nu])(?P<turn>r)?", _day_of_month),
        (r"(?P<d>n)T(?P<by>[rak])", _day_of_a_month),
        (r"(?P<d>[Dai])", _deictic),
        (r"(?P<d>w)(?:(?P<unit>K)(?P<by>[rak])|(?P<turn>r))?", _weekday),
        (r"[fs]?(?P<d>C)", date_periods.same),
        (rf"{_SOME}K(?P<by>[rak])|fK", date_periods.week),
        (rf"{_SOME}T(?P<by>[rak])", date_periods.relative_month),
        (rf"(?P<n>[nu])(?P<of>[TQ])f?{_OF_OR_REL}".replace("f?", "(?P<end>f)?"), date_periods.months_of_year),
        (r"(?P<n>[nu])(?P<of>[TQ])(?P<end>f)N", date_periods.months_of_year),
        (r"(?:[qun]?[hTKNQ])?(?P<half>f)(?P<of>[TN])", date_periods.start_or_end),
        (r"(?P<half>f)(?P<of>N)(?:(?P<y>Y)|(?P<by>[rak]))", date_periods.half),
        (rf"{_SOME}[qu]?N?(?P<y>Y)r?|{_SOME}(?P<unit>N)(?P<by>[rak])|s(?P<by2>[rak])", _year),
        (rf"{_SOME}Q(?P<q>[Rnf]){_OF_OR_REL}", date_periods.quarter),
        (r"Q(?P<by>[rak])", date_periods.relative_quarter),
        (rf"{_SOME}(?:G(?:qN)?|qN)(?P<d>[Yn])(?:E(?P<c>[Rnkr]))?", date_periods.decade),
        (rf"{_SOME}G(?P<by>[rak])", date_periods.relative_decade),
        (rf"{_SOME}E(?P<c>[Rnkra])", date_periods.century),
        (r"z(?:N?(?P<y>Y)|(?P<unit>N)(?P<by>[rak]))", _year),
        (rf"z{_MONTH}{_OF}{_REL}", _month),
        (r"zT(?P<by>[rak])", date_periods.relative_month),
    )
]
