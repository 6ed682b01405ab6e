"""Text zones: a segment for each line, or part of a line, that plays one role in a news page (codebook, section 1).

Lines that tell their zone by themselves (`zone_cues`) come first; the others get theirs from where they stand. In
doubt a line is body: a mention in boilerplate would be lost.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.corpus import line_parts, stamps, zone_cues
from helpers.corpus.zone_cues import SHORT, Zone
from helpers.spans import Segment

_LINE = re.compile(r"[^\n]*\n\s*|[^\n]+\Z")
_LIST = 8  # lines that the head of a list may govern
_TOP = 10  # lines within which headline and byline stand


class Line(NamedTuple):
    """A line with the blank lines after it, [start, end), and its text without outer white space."""

    start: int
    end: int
    text: str


def segment(text: str) -> tuple[Segment, ...]:
    """Return segments that tile the normalised `text`, each with its zone and the rule that named it.

    A segment is a line, with the blank lines after it, or a part of one (an agency's credit at its start, the credit
    of a photo at its end). An empty text has none. Takes time linear in the text.
    """
    lines = _lines(text)
    zones = [zone_cues.of_line(line.text) for line in lines]
    _names_by_stamps(lines, zones)
    _lists(lines, zones)
    _top(lines, zones)
    _captions(lines, zones)
    _repeats(lines, zones)
    _authors(lines, zones)
    out: list[Segment] = []
    for line, zone in zip(lines, zones, strict=True):
        out += line_parts.cut(text, line.start, line.end, zone or Zone("body", "running text"), first=not out)
    return tuple(out)


def _lines(text: str) -> list[Line]:
    found = [Line(match.start(), match.end(), match.group().strip()) for match in _LINE.finditer(text)]
    if len(found) > 1 and not found[0].text:  # blank lines at the very start
        found[:2] = [found[1]._replace(start=0)]
    return found


def _lists(lines: list[Line], zones: list[Zone | None]) -> None:
    """Headline-like lines below the head of a list belong to the list, once the article has begun."""
    begun, left = False, 0
    for number, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if zone and zone.rule == "head of a list":
            left = _LIST if begun else 0
        elif zone is None and left and _is_title(line.text):
            zones[number] = Zone("boilerplate", "in a list")
            left -= 1
        elif zone is None:
            begun = begun or not _is_title(line.text)
            left = 0


def _names_by_stamps(lines: list[Line], zones: list[Zone | None]) -> None:
    """A name alone beside a line of the byline belongs to it, unless it would be the first of the page's lines."""
    for number in range(1, min(len(lines), _TOP)):
        if zones[number] is None and zone_cues.is_author(lines[number].text):
            beside = [
                zone for zone in (zones[number - 1], *zones[number + 1 : number + 2]) if zone and zone.zone == "byline"
            ]
            if beside and any(zone is None for zone in zones[:number]):
                zones[number] = Zone("byline", "name of the author")


def _is_title(line: str) -> bool:
    """Whether a line reads like a headline: not long, and without the full stop of a sentence."""
    return len(line) <= SHORT and not line.rstrip('"”’»)').endswith((".", ";", ":", ","))


def _is_cut(line: str) -> bool:
    return line.endswith(("...", "…"))


def _top(lines: list[Line], zones: list[Zone | None]) -> None:
    """Name headline, teasers of other articles above it, and lede."""
    free = [
        number
        for number, zone in enumerate(zones[:_TOP])
        if zone is None and not line_parts.is_caption(lines[number].text)
    ]
    if not free:
        return
    stamped = [
        n
        for n, zone in enumerate(zones[:_TOP])
        if zone and zone.zone == "byline" and any(True for _ in stamps.find(lines[n].text))
    ]
    above = [n for n in free if not stamped or n < stamped[0]]
    titles = [n for n in above if _is_title(lines[n].text) or _is_cut(lines[n].text)]
    titles = [n for n in titles if not line_parts.credit(lines[n].text)]
    headline = -1
    if stamped and titles:
        whole = [n for n in titles if not _is_cut(lines[n].text)]
        headline = whole[-1] if whole else titles[0]
    elif titles and titles[0] == free[0] and (len(free) > 1 or len(lines) == 1):
        headline = titles[0]
    if headline >= 0:
        zones[headline] = Zone("headline", "above the byline" if stamped else "first line")
        for number in above:
            if number < headline or (number > headline and stamped and _is_cut(lines[number].text)):
                zones[number] = Zone("body", "teaser")
    first = next((number for number in free if zones[number] is None), -1)
    if first >= 0 and len(lines[first].text) <= 4 * SHORT:
        zones[first] = Zone("lede", "first text below the headline" if headline >= 0 else "first text")


def _captions(lines: list[Line], zones: list[Zone | None]) -> None:
    """Lines with a photo's credit, with a word for who stands where, or a short repetition right after the lede."""
    lede = next((number for number, zone in enumerate(zones) if zone and zone.zone == "lede"), -1)
    known: set[str] = set()
    for number, line in enumerate(lines):
        if zones[number] in (None, Zone("body", "teaser")) and line_parts.is_caption(line.text):
            zones[number] = Zone("caption", "credit or place in the photo")
        elif (
            zones[number] is None
            and number - 1 == lede >= 0
            and number + 1 < len(lines)
            and _echoes(line.text, *(other.text for other in (lines[0], lines[lede], lines[number + 1])))
        ):
            zones[number] = Zone("caption", "short sentence after the lede")
        zone = zones[number]
        if (
            zone
            and zone.rule == "opening of the line"
            and zone.zone == "caption"
            and number
            and _is_photo_text(lines[number - 1], zones[number - 1])
        ):
            zones[number - 1] = Zone("caption", "above a photo credit")
        if zone and zone.zone == "caption":
            known.add(line.text)
        elif zone is None and line.text in known:
            zones[number] = Zone("caption", "repeated caption")


def _is_photo_text(line: Line, zone: Zone | None) -> bool:
    return zone is None and len(line.text) <= SHORT and not re.search(r"[.!?…]\s", line.text)


def _echoes(line: str, *others: str) -> bool:
    """Whether a line is one short sentence of which at least half of the words stand in the lines above it."""
    words = [word.casefold() for word in re.findall(r"\w+", line)]
    if (
        not len(words) >= 4
        or len(line) > 160
        or not line.endswith(".")
        or re.search(r"[.!?…;:\"“”]\s", line)
        or any(True for _ in re.finditer(r"\d", line[:12]))
    ):
        return False
    above = {word.casefold() for other in others for word in re.findall(r"\w+", other[: 4 * SHORT])}
    return sum(word in above for word in words) >= len(words) / 2


def _repeats(lines: list[Line], zones: list[Zone | None]) -> None:
    """The headline once more, after the text or beside a label of the page, stands in a widget."""
    headline = next((lines[n].text.casefold() for n, zone in enumerate(zones) if zone and zone.zone == "headline"), "")
    last = next(
        (n for n in range(len(lines) - 1, -1, -1) if zones[n] is None and not _is_title(lines[n].text)), len(lines)
    )
    for number, line in enumerate(lines):
        beside = [zone for zone in zones[max(0, number - 1) : number + 2] if zone and zone.zone == "boilerplate"]
        if zones[number] is None and headline and line.text.casefold() == headline and (number > last or beside):
            zones[number] = Zone("boilerplate", "repeated headline")


def _authors(lines: list[Line], zones: list[Zone | None]) -> None:
    """A name alone is a byline right below the headline, or after the last sentence of the text."""
    headline = next((n for n, zone in enumerate(zones) if zone and zone.zone == "headline"), -2)
    last = next(
        (n for n in range(len(lines) - 1, -1, -1) if not zones[n] and lines[n].text.endswith((".", "”", '"', "…"))),
        len(lines),
    )
    for number, line in enumerate(lines):
        placed = number == headline + 1 or last < number
        free = zones[number] is None or (zones[number] or Zone("", "")).zone == "lede"
        if free and placed and zone_cues.is_author(line.text):
            if zones[number] and number + 1 < len(lines) and zones[number + 1] is None:
                zones[number + 1] = zones[number]
            zones[number] = Zone("byline", "name of the author")
