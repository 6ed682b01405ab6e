"""How far the title of a document or event goes where no quotation marks bound it."""

from __future__ import annotations

from helpers.entities import countries, heading_ends, heading_parts, titles
from helpers.entities.context import Context
from helpers.entities.heading_parts import Heading
from helpers.entities.matcher import Hit
from helpers.entities.tokens import UPPER
from helpers.entities.vocabulary import words

_LONGEST = 40
_REGIONS = frozenset({"sea", "continent", "river", "island"})


def end_of(ctx: Context, hit: Hit, kind: str) -> int:
    """End of the title that begins with the head `hit`; 0 where nothing in it makes it a name.

    A head with a capital is named by any capital, number, subject after `về`; one written small only by a proper name
    (hội nghị ASEAN, sáng kiến Vành đai và Con đường), for documents not by whose they are (nghị quyết LHQ).
    """
    base, start = hit.first, hit.last
    complete = hit.category == "title"
    if not ctx.same_line(start, base):
        return start if complete else 0
    series = kind == "EVENT" and any(found.category == "international" for found in ctx.find(start, "bodies"))
    if not series and any(found.category == "not an event" and found.first < base for found in ctx.compounds[start]):
        return 0
    strong = _strong(ctx, hit) or (kind == "DOC" and bool(heading_parts.code(ctx, start, base)))
    if kind == "EVENT" and ctx.tokens.initial[base] and ctx.find(start, "offices"):
        return 0
    if not strong and kind == "DOC" and not complete:
        return _small(ctx, start, base)
    if hit.category == "day head" and not (countries.end_of(ctx, start) or countries.pair(ctx, start) > start):
        return 0
    heading = Heading(base, kind, strong, hit.category == "numbered head", complete)
    last, named = _read(ctx, start, heading, named=complete)
    if hit.category == "season head" and named:
        last = heading_ends.venue(ctx, last, base)
    return last if named and (last > start or complete) else 0


def _read(ctx: Context, start: int, heading: Heading, *, named: bool) -> tuple[int, bool]:
    """End of the pieces that follow the head, and whether one of them makes the title a name."""
    at = last = start
    owned = about = False
    while ctx.same_line(at, heading.base) and at - start < _LONGEST:
        more = heading_ends.goes_on(ctx, at, heading, about=about) if at == last > start else 0
        if not more and _stops(ctx, at):
            break
        end, names = (more, False) if more else heading_parts.part(ctx, at, heading, about=about)
        if end:
            named = named or (names and not owned) or about
            at = last = end
            continue
        key = ctx.tokens.key[at]
        if not (key in words("title link") or ((last > start or heading.whole) and _placed(ctx, at, heading))):
            break
        if key in words("and") and _turns(ctx, at, heading.base, about=about):
            break
        if key in words("title owner") and heading_ends.of_another(ctx, at, last, heading):
            break
        if key in words("title subject"):
            about, owned = heading.strong, False
        owned = owned or key in words("title owner")
        at += 1
    return heading_ends.without_tail(ctx, start, last), named


def _stops(ctx: Context, at: int) -> bool:
    """Whether a date, or a word at which titles end and which opens no part of this one, stands at `at`."""
    if ctx.dated[at] >= 0 and not heading_parts.year(ctx, at):
        return True
    if ctx.tokens.capital[at] and not ctx.tokens.shouted[at]:
        return False
    return ctx.tokens.key[at] in words("title stop") or any(found.category == "stop" for found in ctx.titles[at])


def _placed(ctx: Context, at: int, heading: Heading) -> bool:
    """Whether a preposition at `at` leads to a region, not to the city or site where a document was signed."""
    if heading.kind != "DOC" or not heading.strong or ctx.tokens.key[at] not in words("title place"):
        return False
    found = ctx.find(at + 1, "places") if ctx.same_line(at + 1, at) else ()
    return not found or found[0].category in _REGIONS


def _strong(ctx: Context, hit: Hit) -> bool:
    """Whether the capital of the head means something: not at the head of a sentence, unless a capital or `về` follows."""
    tokens = ctx.tokens
    if not tokens.capital[hit.first] or tokens.shouted[hit.first]:
        return False
    if not tokens.initial[hit.first] or any(tokens.capital[hit.first + 1 : hit.last + 1]):
        return True
    return tokens.key[hit.last] in words("title subject") or _with_subject(ctx, hit.last, hit.first)


def _with_subject(ctx: Context, at: int, base: int) -> bool:
    """Whether `của` with an international body, and then the subject follow: Công ước | của Liên hợp quốc về …."""
    at += ctx.key(at, base) in words("title owner")
    found = ctx.find(at, "bodies") if ctx.same_line(at, base) else ()
    return any(hit.category == "international" and ctx.key(hit.last, base) in words("title subject") for hit in found)


def _small(ctx: Context, start: int, base: int) -> int:
    """End of a document whose head is written small: a proper name must follow, at most two small words between."""
    if _with_subject(ctx, start, base):
        return _read(ctx, start, Heading(base, "DOC", True, False, False), named=False)[0]
    at = start
    for _ in range(3):
        if not ctx.same_line(at, base) or ctx.dated[at] >= 0:
            return 0
        name = next((hit for hit in ctx.find(at, "documents") if hit.category == "name"), None)
        if name:
            return heading_parts.series(ctx, name.last, base)
        if ctx.tokens.capital[at]:
            return _proper(ctx, at, base) if at == start else 0
        at = titles.word(ctx, at, small=True)
        if not at:
            return 0
    return 0


def _proper(ctx: Context, at: int, base: int) -> int:
    """End of the place or abbreviation after a head written small (thỏa thuận Paris, hiệp ước ABC); 0 for others."""
    known = next(iter(ctx.hits[at]), None)
    if ctx.tokens.shouted[at] or (known and (known.table != "places" or "head" in known.category)):
        return 0
    end = known.last if known else at + 1
    single = ctx.tokens.shape[at] is UPPER and not ctx.capital(end, at)
    return heading_parts.series(ctx, end, base) if known or single else 0


def _ends(ctx: Context, base: int, at: int) -> list[Hit]:
    return [hit for first in range(base, at) for hit in ctx.find(first, "bodies")]


def _turns(ctx: Context, at: int, base: int, *, about: bool) -> bool:
    """Whether `và` at `at` leads on to something else: another document, event, office, body, or what is done."""
    after = at + 1
    while ctx.key(after, base) in words("plural"):
        after += 1
    if not ctx.same_line(after, base) or any(hit.category == "stop" for hit in ctx.titles[after]):
        return True
    if ctx.dated[at - 1] >= 0 and not ctx.tokens.capital[after]:
        return True
    international = any(hit.category == "international" and hit.last == at for hit in _ends(ctx, base, at))
    if international and not about and not ctx.tokens.capital[after]:
        return True  # Hiến chương Liên hợp quốc | và luật pháp quốc tế
    between = not words("between").isdisjoint(ctx.tokens.key[base:at])
    for hit in ctx.hits[after]:
        if hit.table in ("documents", "events", "offices") or hit.category == "international":
            return True
        if hit.form in ("organ", "head") and not between:
            return True
    return not (about or ctx.tokens.capital[after] or titles.word(ctx, after, small=True))
