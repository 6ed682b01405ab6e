"""Metadata that a text tells of itself: outlet, agency, author, date of publication, month of an issue, and title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from helpers.cells import joined, split
from helpers.corpus import bylines, outlets, publication
from helpers.spans import Segment

FIELDS = ("outlet", "agency", "author", "published_at", "month", "title")


class Found(NamedTuple):
    """A value as read in the text, "" where there is none, the rule that found it, and how sure it is.

    `certainty` is "exact", or what makes it less than that: flags joined by ";" (of `publication.FLAGS`).
    """

    value: str
    rule: str
    certainty: str = ""


def find(text: str, segments: tuple[Segment, ...]) -> dict[str, Found]:
    """Return what the normalised `text` tells of itself, by field: outlet, agency, author, published_at, month, title.

    `published_at` is ISO 8601, a date or a date and minutes (see `publication`); `month` is the month (2023-10) of an
    issue that names no day. What the text does not say is "".
    """
    found = dict.fromkeys(FIELDS, Found("", ""))
    for field, value, rule in _readings(text, segments):
        if value and not found[field].value:
            found[field] = Found(value, rule, "exact")
    day = publication.find(text, segments)
    if day:
        found["published_at"] = Found(day.value, day.rule, joined(day.flags) or "exact")
    month = "" if day else publication.month(text, segments)
    if month:
        found["month"] = Found(month, "byline", "exact")
    return found


def flags(found: Mapping[str, Found]) -> list[str]:
    """The quality flags of a text (`publication.FLAGS`) that its metadata give reason for, sorted."""
    return sorted(flag for flag in split(found["published_at"].certainty) if flag in publication.FLAGS)


def _readings(text: str, segments: tuple[Segment, ...]) -> Iterator[tuple[str, str, str]]:
    """Everything that a segment tells, the most trustworthy first."""
    for segment in segments:
        if segment.zone == "headline":
            yield "title", " ".join(text[segment.start : segment.end].split()), "headline"
    for segment in segments:
        line = text[segment.start : segment.end].strip()
        if segment.zone == "byline" and segment.rule == "agency credit":
            yield from _sources(line, "agency credit", credit=True)
        elif segment.zone == "byline":
            yield from _sources(line, "byline")
            yield "author", bylines.names(line), "byline"
    for segment in segments:
        if segment.zone == "boilerplate" and segment.rule != "in a list":
            for outlet in outlets.find(text[segment.start : segment.end]):
                if outlet.kind not in ("agency", "foreign"):
                    yield "outlet", outlet.name, "copyright or label of the page"


def _sources(line: str, rule: str, *, credit: bool = False) -> Iterator[tuple[str, str, str]]:
    """The outlet or agency that a byline names: whatever stands after "Theo" or "Nguồn" is the source taken from."""
    for outlet in outlets.find(line) or (outlets.in_credit(line) if credit else ()):
        quoted = bylines.is_quoted(line[: outlet.start])
        yield "agency" if quoted or outlet.kind in ("agency", "foreign") else "outlet", outlet.name, rule
