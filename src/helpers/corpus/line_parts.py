"""Parts of a line that play another role than the rest: agency credits, photo credits, and a page in one line."""

from __future__ import annotations

import re
from functools import cache

from helpers.corpus import bylines, outlets, stamps
from helpers.corpus.cues import SHORT, Zone, cues, written
from helpers.spans import Segment

_CREDIT = re.compile(
    r"(?P<place>[^\W\d][^().\n]{1,40}[ ])?\((?P<inside>[^()\n]{2,40})\)[ ]?[.:]?[ ]?[-–—:.,]?[ ]*"
    r"|(?P<site>[^\W\d][\w-]+(?:\.[^\W\d]\w+){1,2})\.?[ ]?[-–—.:]?[ ]+(?=[\"“]?[^\W\d])"
    r"|(?P<bare>[^()\n–—-]{2,25}?)[ ]?[-–—][ ]*(?=\S)"
)
_ACRONYM = re.compile(r"[A-ZĐ][A-ZĐ&0-9]{1,6}(?:[-/][A-Z]{2,6})?")
_SITE = re.compile(r"[A-Za-z][\w-]+(?:\.\w{2,4}){0,2}\.(?:vn|com|net|org)", re.IGNORECASE)
_PAPER = re.compile(r"(?:Báo|Tạp chí|Đài|Cổng)[ ][^\d()]{2,30}")
_CREDIT_END = re.compile(r"\||(?<=[\w)][\w)])\.[ ](?=\S)")
_WORD = re.compile(r"[ ]?\S+")
_VISIBLE = re.compile(r"\S")
_CAPTION = 2 * SHORT


def cut(text: str, start: int, end: int, zone: Zone, *, first: bool) -> list[Segment]:
    """Return the segments that tile the line `text[start:end]`, whose zone as a whole is `zone`."""
    if zone.zone not in ("headline", "lede", "body", "caption"):
        return [Segment(start, end, *zone)]
    points: list[tuple[int, Zone]] = [(start, zone)]
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    head = credit(text[begin : begin + SHORT]) if zone.zone in ("lede", "body") else 0
    if head and begin + head < end and text[begin + head : end].strip():
        points = [(start, Zone("byline", "agency credit")), (begin + head, zone)]
    if first and zone.zone in ("lede", "body") and end - start > SHORT:
        points = _one_line(text, start, end, zone) or points
    for credit_start, credit_end in _credits(text, points[-1][0], end):
        opened, role = points[-1]
        if role.zone == "body" and credit_start - opened <= _CAPTION and _VISIBLE.search(text, opened, credit_start):
            points[-1] = (opened, Zone("caption", "photo text"))
        points.append((credit_start, Zone("caption", "photo credit")))
        rest = text[credit_end : min(end, credit_end + SHORT)].strip()
        if rest and not (outlets.named(rest.rstrip(".")) or bylines.is_author(rest)):
            points.append((credit_end, Zone("body", "running text")))
    if points[-1][1].zone in ("lede", "body", "caption") and (tail := _tail(text, points[-1][0], start, end)):
        points.append((tail, Zone("boilerplate", "end of the page in the line")))
    ends = [point[0] for point in points[1:]] + [end]
    return [Segment(at, stop, *name) for (at, name), stop in zip(points, ends, strict=True) if stop > at]


def credit(line: str) -> int:
    """Length of the agency's credit that opens a line, "(VOV5) - " or "TTXVN - ", with its dash; 0 where none does."""
    match = _CREDIT.match(line[:SHORT])
    if not match:
        return 0
    inside, bare, site = match.group("inside"), match.group("bare"), match.group("site")
    dashed = match.group().rstrip()[-1:] in "-–—"
    if site:
        return match.end() if outlets.named(site) else 0
    if bare:
        return match.end() if outlets.named(bare) or _SITE.fullmatch(bare) else 0
    if outlets.named(inside) or (outlets.find(inside) and len(inside) < 25):
        return match.end() if dashed or not match.group("place") else 0
    before = (match.group("place") or "").strip()
    if before:  # TT (Hà Nội) -
        return match.end() if dashed and outlets.named(before) else 0
    signed = _ACRONYM.fullmatch(inside) or _SITE.fullmatch(inside) or _PAPER.fullmatch(inside)
    return match.end() if dashed and signed else 0


def is_caption(line: str) -> bool:
    """Whether a line of moderate length holds a photo's credit, or says who stands where in the photo."""
    folded = line.casefold()
    if len(line) > _CAPTION or any(stamp.timed for stamp in stamps.find(line)):
        return False
    if _credit_cue().search(line):
        return True
    if any(re.search(rf"{re.escape(cue)}[ ]?\d{{0,2}}\.?$", folded) for cue in cues("caption", "end")):
        return True
    return len(line) <= SHORT and any(cue in folded for cue in cues("caption", "mark"))


def has_photo_credit(line: str) -> bool:
    """Whether a line names the source of a photo."""
    return _credit_cue().search(line) is not None


def _credits(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of photo credits in text[start:end], each with the bar or full stop that closes it."""
    out: list[tuple[int, int]] = []
    at = start
    for match in _credit_cue().finditer(text, start, end):
        if match.start() < at:
            continue
        limit = min(end, match.end() + 80)
        if match.group().startswith("("):
            closing = text.find(")", match.end(), limit)
            stop = closing + 1 if closing >= 0 else limit
            stop += text.startswith(".", stop)
        else:
            close = _CREDIT_END.search(text, match.end(), limit)
            stop = close.end() if close else (end if end <= limit else _end_of_names(text, match.end(), limit))
        out.append((match.start(), stop))
        at = stop
    return out


def _end_of_names(text: str, start: int, limit: int) -> int:
    """Where a credit ends that no sign closes: behind the outlet it names, else behind its capitalised words."""
    outlet = next(iter(outlets.find(text[start:limit])), None)
    return start + outlet.end if outlet else _names_end(text, start, limit)


def _names_end(text: str, start: int, limit: int) -> int:
    end = start
    for word in list(_WORD.finditer(text, start, limit))[:4]:
        if not word.group().lstrip()[0].isupper():
            break
        end = word.end()
    return end


def _tail(text: str, last: int, start: int, end: int) -> int:
    """Where the labels below an article begin in a long line that holds them too; 0 where there are none."""
    if end - start <= SHORT:
        return 0
    found = (text.find(cue, max(last + 1, end - 2 * _CAPTION), end) for cue in written("boilerplate", "split"))
    return min((place for place in found if place > 0), default=0)


@cache
def _credit_cue() -> re.Pattern[str]:
    words = sorted({*written("caption", "inside"), *written("caption", "start")}, key=lambda cue: (-len(cue), cue))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + ")")


def _one_line(text: str, start: int, end: int, zone: Zone) -> list[tuple[int, Zone]]:
    """Headline, byline and text of a page that lost its line breaks, told by the time stamp between them."""
    stamp = next((s for s in stamps.find(text, start, min(end, start + _CAPTION)) if s.timed), None)
    if stamp is None or stamp.start == start:
        return []
    source = next((o for o in reversed(outlets.find(text[start : stamp.start]))), None)
    begin = stamp.start
    if source and stamp.start - start - source.end <= 3:
        begin = start + source.start
        theo = re.search(r"\w+[ ]\Z", text[start:begin])
        if theo and theo.group().strip().casefold() in cues("byline", "source"):
            begin = start + theo.start()
    return [
        (start, Zone("headline", "before the time stamp")),
        (begin, Zone("byline", "time stamp in the line")),
        (stamp.end, zone),
    ]
