"""Metadata that a text tells of itself: outlet, agency, author, date of publication and title."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.corpus import outlets, stamps, zone_cues
from helpers.spans import Segment

FIELDS = ("outlet", "agency", "author", "published_at", "title")
_BEFORE = 24  # characters before a date that are searched for what it is the date of
_OPENING = 60  # characters at the start of a paragraph within which its date is the day of the event


class Found(NamedTuple):
    """A value as read in the text, "" where there is none, and the rule that found it."""

    value: str
    rule: str


def find(text: str, segments: tuple[Segment, ...]) -> dict[str, Found]:
    """Return what the normalised `text` tells of itself, by field: outlet, agency, author, published_at, title.

    `published_at` is ISO 8601, a date or a date and minutes; it comes from the byline, else from a full date with its
    year that opens one of the first paragraphs, as the rule says. Nothing is guessed: what the text does not say is "".
    """
    found = dict.fromkeys(FIELDS, Found("", ""))
    for field, value, rule in _readings(text, segments):
        if value and not found[field].value:
            found[field] = Found(value, rule)
    return found


def _readings(text: str, segments: tuple[Segment, ...]) -> Iterator[tuple[str, str, str]]:
    """Everything that a segment tells, the most trustworthy first."""
    bylines = [segment for segment in segments if segment.zone == "byline"]
    for segment in segments:
        if segment.zone == "headline":
            yield "title", " ".join(text[segment.start : segment.end].split()), "headline"
    for timed in (True, False):
        for segment in bylines:
            for stamp in stamps.find(text, segment.start, segment.end):
                if stamp.timed is timed:
                    yield "published_at", stamp.value, "byline"
    for segment in bylines:
        yield from _sources(
            text[segment.start : segment.end], "agency credit" if segment.rule == "agency credit" else "byline"
        )
        if segment.rule != "agency credit":
            yield "author", zone_cues.names(text[segment.start : segment.end].strip()), "byline"
    for segment in segments:
        if segment.zone == "boilerplate" and segment.rule != "in a list":
            for outlet in outlets.find(text[segment.start : segment.end]):
                if outlet.kind not in ("agency", "foreign"):
                    yield "outlet", outlet.name, "copyright or label of the page"
    opening = [segment for segment in segments if segment.zone in ("lede", "body")][:3]
    for segment in opening:
        for stamp in stamps.find(text, segment.start, min(segment.end, segment.start + _OPENING)):
            if not _of_an_event(text[max(segment.start, stamp.start - _BEFORE) : stamp.start]):
                yield "published_at", stamp.value, "date that opens the text"


def _of_an_event(before: str) -> bool:
    """Whether what stands before a date says that it is of an event long past: born, founded, signed …"""
    flat = f" {' '.join(before.casefold().split())} "
    return any(f" {entry} " in flat for entry in _past_events())


@cache
def _past_events() -> frozenset[str]:
    return frozenset(row["entry"] for row in lexicon.load("dates") if row["category"] == "past event")


def _sources(line: str, rule: str) -> Iterator[tuple[str, str, str]]:
    """The outlet or agency that a byline names: whatever stands after "Theo" or "Nguồn" is the source taken from."""
    for outlet in outlets.find(line):
        quoted = zone_cues.is_quoted(line[: outlet.start])
        yield "agency" if quoted or outlet.kind in ("agency", "foreign") else "outlet", outlet.name, rule
