"""The foot of a page: who signs the article, and the labels and lists below it."""

from __future__ import annotations

from helpers.corpus import bylines, captions, heads, line_parts, zone_cues
from helpers.corpus.cues import Zone
from helpers.corpus.lines import Line, ends, is_plain_label, is_running, is_title

_LIST = 8  # lines that the head of a list may govern
_TOLD = 0.8  # share of the words of a photo text that the paragraphs beside it have
_TOLD_ALL = 0.9  # the same, of all paragraphs


def lists(lines: list[Line], zones: list[Zone | None]) -> None:
    """Headline-like lines below the head of a list belong to the list, once the article has begun."""
    begun, left = False, 0
    for number, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if zone and zone.rule == "head of a list":
            left = _LIST if begun else 0
        elif zone is not None and left and _is_entry(line.text, zone):
            zones[number] = Zone("boilerplate", "in a list")
        elif zone is None and left and is_title(line.text) and not _is_photo_text(lines, number):
            zones[number] = Zone("boilerplate", "in a list")
            left -= 1
        elif zone is None:
            begun = begun or not is_title(line.text)
            left = 0


def _is_photo_text(lines: list[Line], number: int) -> bool:
    """Whether a line right above a paragraph has most of its words from there, so that the list ended before it."""
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    return bool(line_parts.credit(lines[number].text)) or (
        is_running(below) and captions.shares_its_words(lines[number].text, below, 0.75)
    )


def _is_entry(line: str, zone: Zone) -> bool:
    """Whether a line in a list only looks like a section or an outlet: a key word."""
    return zone.zone == "kicker" or (zone.zone == "byline" and not bylines.has_source(line))


def name(lines: list[Line], zones: list[Zone | None]) -> None:
    """Set the zone of the lines below the last paragraph among those whose zone is still open (None)."""
    last = max((n for n, line in enumerate(lines) if _is_text(line, zones[n])), default=-1)
    if last < 0:
        return
    _signature(lines, zones, last)
    _repeated_headline(lines, zones, last)
    words = _vocabulary(lines, zones)
    seen = signed = False
    for n in range(last + 1, len(lines)):
        zone, text = zones[n], lines[n].text
        if zone is not None:
            seen = seen or (zone.zone == "boilerplate" and zone.rule != "opening of the line")
            signed = signed or zone.zone == "byline"
        elif is_title(text) and bylines.tells_a_source(text):
            zones[n] = Zone("byline", "source below the article")
        elif heads.is_stamped(lines[n - 1], zones[n - 1]) and is_title(text) and not seen:
            zones[n] = Zone("byline", "who signs below place and day")
        elif is_title(text) and not seen and not is_plain_label(text) and _is_told(text, words):
            zones[n] = Zone("caption", "photo text below the article")
        elif is_title(text) and (
            seen
            or signed
            or zone_cues.opens_like_a_label(text)
            or is_plain_label(text)
            or _are_key_words(lines, zones, n)
        ):
            zones[n] = Zone("boilerplate", "below the article")
            seen = True


def links(lines: list[Line], zones: list[Zone | None]) -> None:
    """Two titles or more right below the lede and above a paragraph lead to other articles: one may be a subheading."""
    start = next((n for n, zone in enumerate(zones) if zone and zone.zone == "lede"), len(lines)) + 1
    end = start
    while end < len(lines) and zones[end] is None and _is_link(lines, end):
        end += 1
    if end - start >= 2 and end < len(lines) and zones[end] is None and is_running(lines[end].text):
        zones[start:end] = [Zone("boilerplate", "links to other articles")] * (end - start)


def _is_link(lines: list[Line], number: int) -> bool:
    text = lines[number].text
    near = " ".join(line.text for line in lines[max(0, number - 3) : number + 4] if is_running(line.text))
    words = len(text.split())
    return is_title(text) and 5 <= words <= 25 and not captions.shares_its_words(text, near, _TOLD)


def _vocabulary(lines: list[Line], zones: list[Zone | None]) -> str:
    """The words of the article: headline, lede and paragraphs."""
    inside = ("headline", "lede")
    return " ".join(
        line.text
        for line, zone in zip(lines, zones, strict=True)
        if (zone is None and is_running(line.text)) or (zone and zone.zone in inside)
    )


def _is_told(line: str, words: str) -> bool:
    """Whether nearly all words of a line stand in the article, too, as those of a photo text do."""
    return len(line.split()) >= 6 and captions.shares_its_words(line, words, _TOLD_ALL)


def sections(lines: list[Line], zones: list[Zone | None]) -> None:
    """The name of a section below the lede is a subheading if paragraphs follow, else a label with a list below it."""
    lede = next((n for n, zone in enumerate(zones) if zone and zone.zone == "lede"), len(lines))
    last = max((n for n, line in enumerate(lines) if _is_text(line, zones[n])), default=-1)
    for n in range(lede + 1, len(lines)):
        if zones[n] == Zone("kicker", "name of a section"):
            zones[n] = Zone("boilerplate", "section below the article") if n > last else None


def _are_key_words(lines: list[Line], zones: list[Zone | None], number: int) -> bool:
    """Whether three lines or more, to the end of the page, are up to four words each and not all of them names."""
    rest = [line.text for line in lines[number:]]
    return (
        len(rest) >= 3
        and all(zone is None for zone in zones[number:])
        and all(len(text.split()) <= 4 for text in rest)
        and not all(bylines.is_author(text) for text in rest)
    )


def _is_text(line: Line, zone: Zone | None) -> bool:
    return (zone is None and is_running(line.text)) or (zone is not None and zone.zone == "lede")


def _signature(lines: list[Line], zones: list[Zone | None], last: int) -> None:
    """A name or initials below the last paragraph sign the article, if only photo texts and labels stand between."""
    for n in range(last + 1, len(lines)):
        zone = zones[n]
        if zone is None and bylines.is_signature(lines[n].text):
            if ends(lines[last].text):
                zones[n] = Zone("byline", "name of the author")
            return
        if zone is None and not captions.is_photo_text(lines[n].text):
            return
        if zone is not None and _ends_the_article(lines[n].text, zone):
            return


def _ends_the_article(line: str, zone: Zone) -> bool:
    """Whether nothing of the article follows: labels and lists do not, a link to another article may."""
    if zone.zone == "boilerplate":
        return zone.rule != "opening of the line"
    return zone.zone == "byline" and bylines.has_source(line)


def _repeated_headline(lines: list[Line], zones: list[Zone | None], last: int) -> None:
    """The headline once more, after the text or beside a label of the page, stands in a widget."""
    headline = next((lines[n].text.casefold() for n, zone in enumerate(zones) if zone and zone.zone == "headline"), "")
    for n, line in enumerate(lines):
        beside = [zone for zone in zones[max(0, n - 1) : n + 2] if zone and zone.zone == "boilerplate"]
        if zones[n] is None and headline and line.text.casefold() == headline and (n > last or beside):
            zones[n] = Zone("boilerplate", "repeated headline")
