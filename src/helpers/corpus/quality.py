"""What a reader should know of a text's quality before trusting a count on it."""

from __future__ import annotations

from helpers.spans import Segment


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`."""
    return "vi"


def flags(text: str, segments: tuple[Segment, ...]) -> list[str]:
    """Return the quality flags of a normalised `text`, sorted."""
    out = []
    if not any(s.zone == "headline" for s in segments):
        out.append("no-headline")
    return out
