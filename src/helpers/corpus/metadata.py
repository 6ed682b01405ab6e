"""Metadata that a text tells of itself: outlet, agency, author, date and title."""

from __future__ import annotations

from typing import NamedTuple

from helpers.spans import Segment

FIELDS = ("outlet", "agency", "author", "published_at", "title")


class Found(NamedTuple):
    """A value as read in the text, "" where there is none, and the rule that found it."""

    value: str
    rule: str


def find(text: str, segments: tuple[Segment, ...]) -> dict[str, Found]:
    """Return what the normalised `text` tells of itself, by field."""
    found = dict.fromkeys(FIELDS, Found("", ""))
    for segment in segments:
        if segment.zone == "headline":
            found["title"] = Found(text[segment.start : segment.end].strip(), "headline")
            break
    return found
