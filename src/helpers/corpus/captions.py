"""Captions: lines with a photo's credit, and photo texts without one."""

from __future__ import annotations

import re

from helpers.corpus import line_parts
from helpers.corpus.lines import Line
from helpers.corpus.zone_cues import SHORT, Zone

END = 5  # last lines, in which photo texts are repeated and the author may sign


def name(lines: list[Line], zones: list[Zone | None]) -> None:
    """Set the zone of captions among the lines whose zone is still open (None) or that tease another article."""
    lede = next((number for number, zone in enumerate(zones) if zone and zone.zone == "lede"), -1)
    for number, line in enumerate(lines):
        if zones[number] in (None, Zone("body", "teaser")) and line_parts.is_caption(line.text):
            zones[number] = Zone("caption", "credit or place in the photo")
        elif zones[number] is None and number == lede + 1 > 0 and _repeats_what_is_near(lines, number, lede):
            zones[number] = Zone("caption", "short sentence after the lede")
        elif zones[number] == Zone("caption", "opening of the line") and _is_open_photo_text(lines, zones, number - 1):
            zones[number - 1] = Zone("caption", "above a photo credit")
    known = {line.text for line, zone in zip(lines, zones, strict=True) if zone and zone.zone == "caption"}
    for number, line in enumerate(lines):
        if zones[number] is None and line.text in known:
            zones[number] = Zone("caption", "repeated caption")
    first = {line.text: number for number, line in reversed([*enumerate(lines)])}
    for number in range(max(0, len(lines) - END), len(lines)):
        earlier = first[lines[number].text]
        if earlier < number - 1 and zones[earlier] is None and _is_open_photo_text(lines, zones, number):
            zones[earlier] = zones[number] = Zone("caption", "repeated at the end")


def is_photo_text(line: str) -> bool:
    """Whether a line is short and a single sentence."""
    return len(line) <= SHORT and not re.search(r"[.!?…]\s", line)


def _is_open_photo_text(lines: list[Line], zones: list[Zone | None], number: int) -> bool:
    return number >= 0 and zones[number] is None and is_photo_text(lines[number].text)


def _repeats_what_is_near(lines: list[Line], number: int, lede: int) -> bool:
    """Whether a short sentence right after the lede says again what headline, lede or the next line say."""
    return number + 1 < len(lines) and _echoes(
        lines[number].text, lines[0].text, lines[lede].text, lines[number + 1].text
    )


def _echoes(line: str, *others: str) -> bool:
    """Whether a line is one short sentence of which at least half of the words stand in the lines above it."""
    words = [word.casefold() for word in re.findall(r"\w+", line)]
    if (
        len(words) < 4
        or len(line) > 160
        or not line.endswith(".")
        or re.search(r"[.!?…;:\"“”]\s", line)
        or any(True for _ in re.finditer(r"\d", line[:12]))
    ):
        return False
    above = {word.casefold() for other in others for word in re.findall(r"\w+", other[: 4 * SHORT])}
    return sum(word in above for word in words) >= len(words) / 2
