"""The day a text was published, as it tells it: from the byline, else from the day of the event that it opens with.

Exact, or flagged with what it rests on, or none. A year that is not written is taken from the full dates of the text:
the one that brings the day nearest to the latest of them and, where a weekday stands beside it, agrees with that.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.corpus import stamps
from helpers.corpus.cues import cues
from helpers.corpus.stamps import Partial, Stamp
from helpers.spans import Segment

FLAGS = ("date-ambiguous", "date-of-event", "date-year-inferred")
_BEFORE = 24  # characters before a date that are searched for what it is the date of
_OPENING = 60  # characters at the start of a paragraph within which its date is the day of the event
_NEAR = 184  # days between a day without year and the full date that gives it


class Day(NamedTuple):
    """A day, or a day and minutes, in ISO 8601; the rule that found it; the flags of `FLAGS` it deserves."""

    value: str
    rule: str
    flags: tuple[str, ...]


def find(text: str, segments: tuple[Segment, ...]) -> Day | None:
    """The day on which the normalised `text` was published, None where it does not tell."""
    partials = _partials(text, segments)
    return (
        _stamped(text, segments) or _with_year(text, partials) or (None if partials else _of_the_event(text, segments))
    )


def month(text: str, segments: tuple[Segment, ...]) -> str:
    """The month (2023-10) that the byline names, "" where it names none."""
    return next((stamp.value for s in _bylines(segments) for stamp in stamps.months(text, s.start, s.end)), "")


def _bylines(segments: tuple[Segment, ...]) -> list[Segment]:
    return [segment for segment in segments if segment.zone == "byline"]


def _stamped(text: str, segments: tuple[Segment, ...]) -> Day | None:
    """The first full date of the byline, one with its time before one without, one of publication before an update."""
    found = [(stamp, s) for s in _bylines(segments) for stamp in stamps.find(text, s.start, s.end)]
    if not found:
        return None
    updates = [stamp for stamp, segment in found if _is_update(text[segment.start : stamp.start])]
    own = [stamp for stamp, _ in found if stamp not in updates]
    best = min(own or updates, key=lambda stamp: (not stamp.timed, stamp.start))
    days = {stamp.value[:10] for stamp in own}
    sure = best.sure and len(days) <= 1
    rule = "byline" if own else "byline, time of update"
    value = best.value if best.timed else best.value + _clock_beside(text, segments, best)
    return Day(value, rule, () if sure else ("date-ambiguous",))


def _clock_beside(text: str, segments: tuple[Segment, ...], stamp: Stamp) -> str:
    """The time of day in a line of its own right above or below a stamp, as T07:30, "" where there is none."""
    at = next(n for n, segment in enumerate(segments) if segment.start <= stamp.start < segment.end)
    for segment in (*segments[at + 1 : at + 2], *segments[max(0, at - 1) : at]):
        line = text[segment.start : segment.end]
        if segment.zone == "byline" and stamps.is_clock(line):
            return f"T{stamps.clock(line)}"
    return ""


def _is_update(before: str) -> bool:
    """Whether the last label before a stamp in its byline is that of an update, not of publication."""
    folded = before.casefold()
    labels = {cue: folded.rfind(cue) for cue in cues("byline", "source") if cue in folded}
    last = max(labels, key=lambda cue: (labels[cue] + len(cue), len(cue)), default="")
    return any(last.startswith(cue) for cue in cues("byline", "update"))


def _partials(text: str, segments: tuple[Segment, ...]) -> list[Partial]:
    """The days without year that the byline names, an agency's credit apart: "(TTXVN 3/4)"."""
    bylines = [segment for segment in _bylines(segments) if segment.rule != "agency credit"]
    return [partial for s in bylines for partial in stamps.without_year(text, s.start, s.end)]


def _with_year(text: str, partials: list[Partial]) -> Day | None:
    known = list(stamps.find(text)) if partials else []
    day = next((day for partial in partials if (day := _completed(partial, known))), "")
    return Day(day, "byline", ("date-year-inferred",)) if day else None


def _completed(partial: Partial, known: list[Stamp]) -> str:
    """ISO 8601 of a day without year, "" where no full date of the text gives it."""
    if not known:
        return ""
    latest = max(date.fromisoformat(stamp.value[:10]) for stamp in known)
    days = []
    for year in (latest.year - 1, latest.year, latest.year + 1):
        try:
            day = date(year, partial.month, partial.day)
        except ValueError:
            continue
        if abs((day - latest).days) <= _NEAR and partial.weekday in (-1, day.weekday()):
            days.append(day)
    if not days:
        return ""
    best = min(days, key=lambda day: (abs((day - latest).days), day))
    return best.isoformat() + (f"T{partial.clock}" if partial.clock else "")


def _of_the_event(text: str, segments: tuple[Segment, ...]) -> Day | None:
    """The day in the opening words of the first paragraphs, which the reports of that day or the next open with."""
    opening = [segment for segment in segments if segment.zone in ("lede", "body")][:3]
    for segment in opening:
        end = min(segment.end, segment.start + _OPENING)
        for stamp in stamps.find(text, segment.start, end):
            if stamp.sure and not _is_past(text[max(segment.start, stamp.start - _BEFORE) : stamp.start]):
                return Day(stamp.value[:10], "date that opens the text", ("date-of-event",))
    return None


def _is_past(before: str) -> bool:
    """Whether what stands before a date says that it is of an event long past: born, founded, signed …"""
    flat = f" {' '.join(before.casefold().split())} "
    return any(f" {entry} " in flat for entry in _past_events())


@cache
def _past_events() -> frozenset[str]:
    return frozenset(row["entry"] for row in lexicon.load("dates") if row["category"] == "past event")
