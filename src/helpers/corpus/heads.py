"""The head of a page: section, headline, teasers of other articles, the author, and the lede."""

from __future__ import annotations

from helpers.corpus import bylines, line_parts, stamps, zone_cues
from helpers.corpus.cues import SHORT, Zone
from helpers.corpus.lines import Line, is_cut, is_headline, is_plain_label, is_running
from helpers.text import count_words

_TOP = 14  # lines within which headline and byline stand
_SECTION = 6  # words of the name of a section or story in capitals
_CAPITALS = 5  # words of a headline in capitals
_TEASER = Zone("body", "teaser")


def name(lines: list[Line], zones: list[Zone | None]) -> None:
    """Set the zone of the lines at the head of the page among those whose zone is still open (None)."""
    top = min(len(lines), _TOP)
    body = next((n for n in range(top) if zones[n] is None and _opens_text(lines[n].text)), top)
    _drop_date_of_visit(lines, zones, body)
    _labels(lines, zones, body)
    stamped = next((n for n in range(top) if is_stamped(lines[n], zones[n])), len(lines))
    _authors(lines, zones, stamped, body)
    _photo_texts(lines, zones, body)
    free = [n for n in range(top) if zones[n] is None and not _is_caption(lines[n].text, above=n < min(body, stamped))]
    headline = _headline(lines, zones, free, stamped, body)
    if headline >= 0:
        zones[headline] = Zone("headline", "above the byline" if headline < stamped < len(lines) else "first title")
        _above(lines, zones, [n for n in free if n < headline], headline)
        for n in free:
            if headline < n < stamped < len(lines) and is_cut(lines[n].text):
                zones[n] = _TEASER
        if (
            headline + 1 < len(lines) - 1
            and zones[headline + 1] is None
            and bylines.is_author(lines[headline + 1].text)
        ):
            zones[headline + 1] = Zone("byline", "name of the author")
    lede = next((n for n in free if n > headline and zones[n] is None), -1)
    if lede >= 0 and len(lines[lede].text) <= 4 * SHORT:
        zones[lede] = Zone("lede", "first text below the headline" if headline >= 0 else "first text")


def _is_caption(line: str, *, above: bool) -> bool:
    """Whether a line is a caption; above stamp and text only a photo's credit makes one."""
    return line_parts.is_caption(line) and not (above and is_headline(line) and not line_parts.has_photo_credit(line))


def _photo_texts(lines: list[Line], zones: list[Zone | None], body: int) -> None:
    """Above the lede: a short sentence that ends with its full date tells of a photo; "Ảnh" alone is a section."""
    for n in range(min(len(lines) - 1, _TOP)):
        if n <= body and zones[n] is None and len(lines[n].text) <= SHORT / 2 and is_running(lines[n + 1].text):
            end = lines[n].text.rstrip(".")
            if n and any(stamp.end == len(end) and stamp.start for stamp in stamps.find(end)):
                zones[n] = Zone("caption", "ends with its day")
        if n == 0 and zones[n] == Zone("caption", "opening of the line") and len(lines[n].text.split()) == 1:
            zones[n] = Zone("kicker", "name of a section")


def is_stamped(line: Line, zone: Zone | None) -> bool:
    """Whether a line of the byline tells its day."""
    if zone is None or zone.zone != "byline":
        return False
    return any(True for _ in stamps.find(line.text)) or any(True for _ in stamps.without_year(line.text))


def _opens_text(line: str) -> bool:
    return is_running(line) and not line_parts.is_caption(line)


def _drop_date_of_visit(lines: list[Line], zones: list[Zone | None], body: int) -> None:
    """A day without time at the very top, above a title and another stamp with its time, is the day of the visit."""
    stamped = [n for n in range(body) if is_stamped(lines[n], zones[n])]
    if len(stamped) < 2 or any(zones[n] is None for n in range(stamped[0]) if is_headline(lines[n].text)):
        return
    first, second = (list(stamps.find(lines[n].text)) for n in stamped[:2])
    between = any(zones[n] is None for n in range(stamped[0] + 1, stamped[1]))
    if between and first and second and not first[0].timed and second[0].timed:
        zones[stamped[0]] = Zone("boilerplate", "day of the visit")


def _labels(lines: list[Line], zones: list[Zone | None], body: int) -> None:
    """Short lines that open like labels ("Theo dõi …"), above the text."""
    for n in range(body):
        if zones[n] is None and zone_cues.opens_like_a_label(lines[n].text) and is_plain_label(lines[n].text):
            zones[n] = Zone("boilerplate", "label of the page")


def _authors(lines: list[Line], zones: list[Zone | None], stamped: int, body: int) -> None:
    """A name alone beside a line of the byline belongs to it, unless it would be the first of the page's lines."""
    last = max(body, stamped if stamped < len(lines) else 0) + 1
    for n in range(1, min(len(lines), _TOP, last + 1)):
        if zones[n] is None and (bylines.is_author(lines[n].text) or bylines.is_titled_author(lines[n].text)):
            above = next((zones[at] for at in range(n - 1, -1, -1) if not _is_photo(lines[at].text, zones[at])), None)
            beside = [zone for zone in (above, *zones[n + 1 : n + 2]) if zone and zone.zone == "byline"]
            if beside and (any(zone is None for zone in zones[:n]) or stamped < n):
                zones[n] = Zone("byline", "name of the author")


def _is_photo(line: str, zone: Zone | None) -> bool:
    return zone.zone == "caption" if zone else line_parts.is_caption(line)


def _headline(lines: list[Line], zones: list[Zone | None], free: list[int], stamped: int, body: int) -> int:
    """The headline's line, -1 for none.

    Above a stamp it is the last whole title; where there is none, the first title between stamp and text. Without a
    stamp it is the first line. A short line without a name above another title is the name of a section.
    """
    titles = [n for n in free if is_headline(lines[n].text) and not line_parts.credit(lines[n].text)]
    titles = _without_names_of_pages(lines, titles, body)
    capitals = [n for n in titles if n < body and lines[n].text.isupper() and count_words(lines[n].text) >= _CAPITALS]
    if len(capitals) == 1:
        return capitals[0]
    above = _without_section(lines, [n for n in titles if n < min(stamped, body)])
    if stamped == len(lines):
        if not titles or titles[0] != free[0] or (len(free) == 1 and len(lines) > 1):
            return -1
        return above[0] if above else titles[0]
    below = [n for n in titles if stamped < n < body and not bylines.is_author(lines[n].text)]
    if above and not (below and all(is_plain_label(lines[n].text) for n in above)):
        return next((n for n in reversed(above) if not is_cut(lines[n].text)), above[0])
    below = _without_section(lines, below)
    if below:
        return below[0]
    return above[0] if above else next((n for n in titles if n < stamped), -1)


def _without_names_of_pages(lines: list[Line], titles: list[int], body: int) -> list[int]:
    others = [n for n in titles if not zone_cues.names_the_page(lines[n].text)]
    return others if any(n < body for n in others) else titles


def _without_section(lines: list[Line], titles: list[int]) -> list[int]:
    """The titles without a first one that is the name of a section: short, right above a longer one."""
    if len(titles) < 2 or titles[1] - titles[0] != 1:
        return titles
    first, second = lines[titles[0]].text, lines[titles[1]].text
    short = len(first.split()) <= _SECTION and len(first) < len(second)
    section = zone_cues.opens_with_a_section(first) or (first.isupper() and not second.isupper())
    return titles[1:] if is_plain_label(first) or (short and section) else titles


def _above(lines: list[Line], zones: list[Zone | None], above: list[int], headline: int) -> None:
    """Lines above the headline: name of the page above a section, name of a section, or teaser of another article."""
    section = _last(zones, headline, Zone("kicker", "name of a section"))
    label = _last(zones, headline, Zone("boilerplate", "label of the page"))
    for n in range(label):
        if zones[n] == Zone("kicker", "name of a section"):
            zones[n] = Zone("boilerplate", "section in a menu")
    for n in above:
        text = lines[n].text
        if (
            (n < section and not is_cut(text) and not is_running(text))
            or zone_cues.names_the_page(text)
            or _is_outlet_and_slogan(n, text)
        ):
            zones[n] = Zone("boilerplate", "name of the page")
        elif is_plain_label(text) or zone_cues.opens_with_a_section(text) or _is_story(text, lines[headline].text):
            zones[n] = Zone("kicker", "short line above the headline")
        else:
            zones[n] = _TEASER


def _last(zones: list[Zone | None], end: int, zone: Zone) -> int:
    return max((n for n in range(end) if zones[n] == zone), default=-1)


def _is_outlet_and_slogan(number: int, line: str) -> bool:
    """Whether the first line of a page is an outlet's name with a dash and more words behind it."""
    return number == 0 and bool(line_parts.credit(line)) and count_words(line) > _SECTION


def _is_story(line: str, headline: str) -> bool:
    """Whether a line is the name of a running story, in capitals above a headline that is not."""
    return line.isupper() and not headline.isupper() and len(line.split()) <= _SECTION
