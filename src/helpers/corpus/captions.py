"""Captions: lines with a photo's credit, and photo texts without one."""

from __future__ import annotations

import re

from helpers.corpus import line_parts, outlets
from helpers.corpus.cues import SHORT, Zone, cues
from helpers.corpus.lines import Line, is_running, is_title

_END = 5  # last lines, in which photo texts are repeated
_SCENE = 120  # characters of a line that tells what a photo shows
_PLACE = 3  # words of the place that may follow the words for what it shows
_GAP = 2  # blank lines that part a block of photo texts from the article


def name(lines: list[Line], zones: list[Zone | None]) -> None:
    """Set the zone of captions among the lines whose zone is still open (None) or that tease another article."""
    lede = next((number for number, zone in enumerate(zones) if zone and zone.zone == "lede"), -1)
    for number, line in enumerate(lines):
        if zones[number] in (None, Zone("body", "teaser")) and line_parts.is_caption(line.text):
            zones[number] = Zone("caption", "credit or place in the photo")
        elif zones[number] is None and number == lede + 1 > 0 and _repeats_what_is_near(lines, number, lede):
            zones[number] = Zone("caption", "short sentence after the lede")
        elif zones[number] == Zone("caption", "opening of the line"):
            _beside_a_credit(lines, zones, number)
        elif zones[number] is None and number > lede >= 0 and _says_again(line.text, lines[number - 1].text):
            zones[number] = Zone("caption", "says again what stands above")
        elif zones[number] is None and number > lede and _is_scene(line.text):
            zones[number] = Zone("caption", "what a photo shows")
        elif number > 1 and outlets.named(line.text) and zones[number - 1] == _caption(zones[number - 1]):
            zones[number] = Zone("caption", "photo credit")
        elif number > max(lede, 1) and _is_bare_credit(lines, zones, number):
            zones[number - 1] = zones[number - 1] or Zone("caption", "above a photo credit")
            zones[number] = Zone("caption", "photo credit")
    _repeated(lines, zones)
    _block_at_the_end(lines, zones)


def is_photo_text(line: str) -> bool:
    """Whether a line is short and a single sentence."""
    return len(line) <= SHORT and not re.search(r"[.!?…]\s", line)


def _is_open_photo_text(lines: list[Line], zones: list[Zone | None], number: int) -> bool:
    return number >= 0 and zones[number] is None and is_photo_text(lines[number].text)


def _beside_a_credit(lines: list[Line], zones: list[Zone | None], number: int) -> None:
    """The photo text above a line that is a credit or a sign for a photo, else the one below it."""
    if _is_open_photo_text(lines, zones, number - 1):
        zones[number - 1] = Zone("caption", "above a photo credit")


def _is_scene(line: str) -> bool:
    """Whether a line without full stop, or that ends in the frame of an encounter and its place, says what a photo shows."""
    if len(line) > _SCENE or len(line.split()) < 5 or re.search(r"[;:?!…\"“”]|\.\s|^\d", line):
        return False
    folded = line.casefold()
    after = [folded.rpartition(cue)[2] for cue in cues("caption", "scene") if cue in folded]
    if not after or is_title(line):
        return bool(after)
    told = any(re.search(rf"(?<!\w){word}(?!\w)", folded) for word in cues("caption", "told"))
    return not told and min(len(rest.split()) for rest in after) <= _PLACE


def _is_bare_credit(lines: list[Line], zones: list[Zone | None], number: int) -> bool:
    """Whether a line below a photo text is only its source: an outlet, or a few words in capitals."""
    line, above = lines[number].text, lines[number - 1].text
    source = line.isupper() and len(line.split()) <= 5 and not re.search(r"\d", line)
    if not (outlets.named(line) or source) or zones[number] not in (None, Zone("byline", "source, author and time")):
        return False
    follows = any(
        zones[n] is None and is_running(lines[n].text) for n in range(number + 1, min(len(lines), number + 4))
    )
    open_above = zones[number - 1] is None or zones[number - 1] == Zone("caption", "what a photo shows")
    return follows and open_above and is_title(above) and len(above.split()) >= 5


def _repeated(lines: list[Line], zones: list[Zone | None]) -> None:
    """Photo texts that stand twice on the page."""
    known = {line.text for line, zone in zip(lines, zones, strict=True) if zone and zone.zone == "caption"}
    for number, line in enumerate(lines):
        if zones[number] is None and line.text in known:
            zones[number] = Zone("caption", "repeated caption")
    first = {line.text: number for number, line in reversed([*enumerate(lines)])}
    for number in range(max(0, len(lines) - _END), len(lines)):
        earlier = first[lines[number].text]
        if earlier < number - 1 and zones[earlier] is None and _is_open_photo_text(lines, zones, number):
            zones[earlier] = zones[number] = Zone("caption", "repeated at the end")


def _block_at_the_end(lines: list[Line], zones: list[Zone | None]) -> None:
    """Photo texts in a block of their own at the end of the page, told by a caption among them or by the blank line above."""
    start = len(lines)
    while start > 0 and (
        zones[start - 1] == _caption(zones[start - 1]) or _is_open_photo_text(lines, zones, start - 1)
    ):
        start -= 1
    block = range(max(start, 1), len(lines))
    first = next((n for n in block if lines[n - 1].gap >= _GAP or _is_parted(lines, n)), len(lines))
    first = min(first, next((n for n in block if zones[n] and _is_repeat(zones[n])), len(lines)))
    if any(zones[n] or _is_parted(lines, n) for n in range(first, len(lines))):
        for n in range(first, len(lines)):
            zones[n] = zones[n] or Zone("caption", "in a block of photo texts")


def _caption(zone: Zone | None) -> Zone | None:
    return zone if zone and zone.zone == "caption" else Zone("", "")


def _is_repeat(zone: Zone | None) -> bool:
    return zone is not None and zone.rule in ("repeated caption", "repeated at the end")


def _is_parted(lines: list[Line], number: int) -> bool:
    """Whether a blank line stands above, while the paragraphs before it follow one another without."""
    return lines[number - 1].gap > 0 and number > 3 and all(line.gap == 0 for line in lines[number - 3 : number - 1])


def _repeats_what_is_near(lines: list[Line], number: int, lede: int) -> bool:
    """Whether a short sentence right after the lede says again what headline, lede or the next line say."""
    return number + 1 < len(lines) and _echoes(
        lines[number].text, lines[0].text, lines[lede].text, lines[number + 1].text
    )


def shares_its_words(line: str, paragraph: str, share: float) -> bool:
    """Whether at least `share` of the words of a short line stand in the paragraph beside it, which has more."""
    words, known = (re.findall(r"\w+", text.casefold()) for text in (line, paragraph))
    return 6 <= len(words) < len(known) and sum(word in set(known) for word in words) >= share * len(words)


def _says_again(line: str, above: str) -> bool:
    """Whether a short line of one sentence has no word that the paragraph above it does not have."""
    if len(line) > 160 or line_parts.credit(line) or re.search(r"[.!?…;:\"“”]\s|^\d", line):
        return False
    return shares_its_words(line, above, 1.0)


def _echoes(line: str, *others: str) -> bool:
    """Whether a line is one short sentence of which at least half of the words stand in the lines above it."""
    words = [word.casefold() for word in re.findall(r"\w+", line)]
    if (
        len(words) < 4
        or len(line) > 160
        or not line.endswith(".")
        or line_parts.credit(line)
        or re.search(r"[.!?…;:\"“”]\s", line)
        or any(True for _ in re.finditer(r"\d", line[:12]))
    ):
        return False
    above = {word.casefold() for other in others for word in re.findall(r"\w+", other[: 4 * SHORT])}
    return sum(word in above for word in words) >= len(words) / 2
