"""Days, months and years that may lack their year or month, and how they are completed from the date of a text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Point(NamedTuple):
    """A day, month or year; 0 stands for what is not said. `turn` is 1 for the coming one, -1 for the last one."""

    year: int = 0
    month: int = 0
    day: int = 0
    turn: int = 0

    def iso(self) -> str:
        """ISO 8601 of a completed point: 2024, 2024-03 or 2024-03-31."""
        if not self.month:
            return f"{self.year:04d}"
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def exists(self) -> bool:
        """Whether the calendar has it (29 February counts where the year is not said)."""
        if not 0 <= self.month <= 12 or not 0 <= self.year <= 9999:
            return False
        return self.day <= (monthrange(self.year or 2000, self.month)[1] if self.month else 31)

    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


Range = tuple[Point, Point]


def of_date(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def parse(iso: str) -> date | None:
    """The day of an ISO 8601 date or date-time, None where it has none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def completed(point: Point, near: date | None) -> Point | None:
    """The point with its year (and month) filled in so that it lies nearest to `near`, or on the side that `turn` says.

    None where that needs a date that is not known, or where no such day exists.
    """
    if point.year:
        return point._replace(turn=0) if point.exists() else None
    if near is None or not (point.month or point.day):
        return None
    if point.month:
        candidates = [point._replace(year=near.year + offset) for offset in (-1, 0, 1, 2, -2, -3, -4, 3, 4)]
    else:
        months = [shifted(near, offset) for offset in (-1, 0, 1, -2, 2)]
        candidates = [point._replace(year=month.year, month=month.month) for month in months]
    existing = [candidate for candidate in candidates if candidate.exists() and 1 <= candidate.year <= 9999]
    if point.turn:
        reference = near if point.day else near.replace(day=1)
        existing = [c for c in existing if (c.first_day() - reference).days * point.turn >= 0]
    if not existing:
        return None
    best = min(existing, key=lambda candidate: (abs((candidate.first_day() - near).days), candidate))
    return best._replace(turn=0)


def joined(start: Point, end: Point, near: date | None) -> Range | None:
    """The range from `start` to `end`, each completed by the other: "ngày 28 đến 3/3", "31-3 đến 3-4/2024"."""
    last = completed(end, near)
    if start.year and not end.year and start.exists():
        following = (end._replace(year=start.year + later, month=end.month or start.month, turn=0) for later in (0, 1))
        last = next((point for point in following if point.exists() and point.last_day() >= start.first_day()), None)
    if last is None:
        return None
    first = start
    if not first.year:
        first = first._replace(year=last.year, month=first.month or (last.month if first.day else 0), turn=0)
        if first.exists() and first.first_day() > last.last_day():
            earlier = shifted(first.first_day(), -1)
            first = (
                first._replace(year=first.year - 1)
                if start.month
                else first._replace(year=earlier.year, month=earlier.month)
            )
    return (first._replace(turn=0), last) if first.exists() and first.first_day() <= last.last_day() else None


def shifted(day: date, months: int) -> date:
    """The first day of the month that lies `months` after that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(max(1, min(9999, count // 12)), count % 12 + 1, 1)


def week(day: date, offset: int) -> Range:
    """Monday to Sunday of the week `offset` weeks after that of `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return of_date(monday), of_date(monday + timedelta(days=6))


def months(year: int, first: int, last: int) -> Range:
    return Point(year, first), Point(year, last)
