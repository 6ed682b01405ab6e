"""Text zones: a segment for each line, or part of a line, that plays one role in a news page (codebook, section 1).

Lines that tell their zone by themselves (`zone_cues`) come first; the others get theirs from where they stand. In
doubt a line is body: a mention in boilerplate would be lost.
"""

from __future__ import annotations

from helpers.corpus import captions, line_parts, stamps, zone_cues
from helpers.corpus.lines import Line, is_cut, is_title, split
from helpers.corpus.zone_cues import SHORT, Zone
from helpers.spans import Segment

_LIST = 8  # lines that the head of a list may govern
_TOP = 10  # lines within which headline and byline stand
_STOPS = (".", "!", "?", "”", '"', "…", ")")


def segment(text: str) -> tuple[Segment, ...]:
    """Return segments that tile the normalised `text`, each with its zone and the rule that named it.

    A segment is a line, with the blank lines after it, or a part of one (an agency's credit at its start, the credit
    of a photo at its end). An empty text has none. Takes time linear in the text.
    """
    lines = split(text)
    zones = [zone_cues.of_line(line.text) for line in lines]
    _names_by_stamps(lines, zones)
    _lists(lines, zones)
    _top(lines, zones)
    captions.name(lines, zones)
    _repeats(lines, zones)
    _authors(lines, zones)
    out: list[Segment] = []
    for line, zone in zip(lines, zones, strict=True):
        out += line_parts.cut(text, line.start, line.end, zone or Zone("body", "running text"), first=not out)
    return tuple(out)


def _lists(lines: list[Line], zones: list[Zone | None]) -> None:
    """Headline-like lines below the head of a list belong to the list, once the article has begun."""
    begun, left = False, 0
    for number, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if zone and zone.rule == "head of a list":
            left = _LIST if begun else 0
        elif zone is None and left and is_title(line.text):
            zones[number] = Zone("boilerplate", "in a list")
            left -= 1
        elif zone is None:
            begun = begun or not is_title(line.text)
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


def _top(lines: list[Line], zones: list[Zone | None]) -> None:
    """Name headline, teasers of other articles beside it, and lede."""
    top = range(min(len(lines), _TOP))
    free = [n for n in top if zones[n] is None and not line_parts.is_caption(lines[n].text)]
    stamped = next((n for n in top if _is_stamped(lines[n], zones[n])), len(lines))
    above = [n for n in free if n < stamped]
    headline = _headline(lines, free, above, stamped=stamped < len(lines))
    if headline >= 0:
        zones[headline] = Zone("headline", "above the byline" if stamped < len(lines) else "first line")
        for number in above:
            if number < headline or (number > headline and stamped < len(lines) and is_cut(lines[number].text)):
                zones[number] = Zone("body", "teaser")
    lede = next((n for n in free if zones[n] is None), -1)
    if lede >= 0 and len(lines[lede].text) <= 4 * SHORT:
        zones[lede] = Zone("lede", "first text below the headline" if headline >= 0 else "first text")


def _is_stamped(line: Line, zone: Zone | None) -> bool:
    return zone is not None and zone.zone == "byline" and any(True for _ in stamps.find(line.text))


def _headline(lines: list[Line], free: list[int], above: list[int], *, stamped: bool) -> int:
    """The headline's line: the last whole title above a byline with its time, else the first line; -1 for none."""
    titles = [
        n for n in above if (is_title(lines[n].text) or is_cut(lines[n].text)) and not line_parts.credit(lines[n].text)
    ]
    if not titles:
        return -1
    if stamped:
        return next((n for n in reversed(titles) if not is_cut(lines[n].text)), titles[0])
    return titles[0] if titles[0] == free[0] and (len(free) > 1 or len(lines) == 1) else -1


def _repeats(lines: list[Line], zones: list[Zone | None]) -> None:
    """The headline once more, after the text or beside a label of the page, stands in a widget."""
    headline = next((lines[n].text.casefold() for n, zone in enumerate(zones) if zone and zone.zone == "headline"), "")
    last = next(
        (n for n in range(len(lines) - 1, -1, -1) if zones[n] is None and not is_title(lines[n].text)), len(lines)
    )
    for number, line in enumerate(lines):
        beside = [zone for zone in zones[max(0, number - 1) : number + 2] if zone and zone.zone == "boilerplate"]
        if zones[number] is None and headline and line.text.casefold() == headline and (number > last or beside):
            zones[number] = Zone("boilerplate", "repeated headline")


def _authors(lines: list[Line], zones: list[Zone | None]) -> None:
    """A name alone is a byline right below the headline, or among the last lines, if only photo texts follow it."""
    headline = next((n for n, zone in enumerate(zones) if zone and zone.zone == "headline"), -2)
    for number in sorted({headline + 1, *range(max(1, len(lines) - captions.END), len(lines))}):
        zone = zones[number] if 0 < number < len(lines) else Zone("", "")
        if (zone is not None and zone.zone != "lede") or not zone_cues.is_author(lines[number].text):
            continue
        if number == headline + 1:
            if zone and number + 1 < len(lines) and zones[number + 1] is None:
                zones[number + 1] = zone
        elif not lines[number - 1].text.endswith(_STOPS) or not _only_photo_texts(lines, zones, number + 1):
            continue
        zones[number] = Zone("byline", "name of the author")


def _only_photo_texts(lines: list[Line], zones: list[Zone | None], start: int) -> bool:
    rest = zip(lines[start:], zones[start:], strict=True)
    return all(zone is not None or captions.is_photo_text(line.text) for line, zone in rest)
