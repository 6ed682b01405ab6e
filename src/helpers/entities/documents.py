"""Named documents and frameworks (type DOC), named events and series (type EVENT)."""

from __future__ import annotations

from helpers.entities import bodies, titles
from helpers.entities.context import Context, Piece
from helpers.entities.tokens import NUMBER, UPPER

_OPENING = frozenset("\"“«'")
_CLOSING = {'"': '"', "“": "”", "«": "»", "'": "'"}
_LOOSE = frozenset({"và", "của", "về", "các", "với", "vì", "giữa", "trong", "ở", "những", "-", "/", "&", "tại"})


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the document or event named from token `at` on."""
    found = ctx.find(at, "documents", "events")
    longest = next((hit for hit in ctx.find(at, "bodies") if hit.form == "head"), None)
    if found and longest and longest.last > found[0].last:
        return None
    for hit in found:
        kind = "DOC" if hit.table == "documents" else "EVENT"
        if hit.category == "name":
            end = _after_name(ctx, hit.last, at, kind)
            return Piece(at, end, kind, "", "name")
        end = _quoted(ctx, at) if kind == "DOC" else 0
        end = end or _title(ctx, hit.last, at, kind)
        if end:
            return Piece(at, end, kind, "", "title")
    return None


def extended(ctx: Context, at: int) -> Piece | None:
    """`G7 mở rộng`: a body's name that `mở rộng` makes a meeting."""
    for hit in ctx.find(at, "bodies"):
        if hit.category == "international" and (ctx.key(hit.last, at), ctx.key(hit.last + 1, at)) == ("mở", "rộng"):
            return Piece(at, _open(ctx, hit.last, at), "EVENT", "", "extended meeting")
    return None


def _after_name(ctx: Context, at: int, base: int, kind: str) -> int:
    end = titles.ordinal(ctx, at, base)
    return _open(ctx, end, base) if kind == "EVENT" else end


def _open(ctx: Context, at: int, base: int) -> int:
    """End after `mở rộng`, `lần thứ …`, a year."""
    end = at
    while True:
        if (ctx.key(end, base), ctx.key(end + 1, base)) == ("mở", "rộng"):
            end += 2
            continue
        more = titles.ordinal(ctx, end, base)
        if more == end:
            return end
        end = more


def _quoted(ctx: Context, at: int) -> int:
    """End of a title that stands in quotation marks with its head right after the opening one."""
    before = ctx.key(at - 1, at)
    if before not in _OPENING:
        return 0
    closing = _CLOSING[before]
    for end in range(at + 1, min(at + 70, len(ctx.tokens))):
        if not ctx.same_line(end, at):
            return 0
        if ctx.tokens.word[end] == closing:
            return end if end > at + 2 else 0
    return 0


def _title(ctx: Context, start: int, base: int, kind: str) -> int:
    """End of a title that no quotation marks bound; 0 where nothing in it makes it a name.

    What names it: words with a capital, a number, an abbreviation, a subject after `về`; not whose it is
    (`sáng kiến của Việt Nam`) and not the countries it joins, where its head is written small.
    """
    at = last = start
    strong = ctx.tokens.capital[base]
    named = owned = False
    free = strong and kind == "DOC"
    if not strong and (
        not ctx.same_line(start, base)
        or not (ctx.tokens.capital[start] or ctx.titles[start] or ctx.tokens.word[start].isdigit())
    ):
        return 0
    while ctx.same_line(at, base) and at - start < 40:
        key = ctx.tokens.key[at]
        if ctx.dated[at] >= 0 and not _year(ctx, at):
            break
        if any(hit.category == "stop" for hit in ctx.titles[at]):
            break
        end = titles.ordinal(ctx, at, base)
        if end > at:
            named = named or strong or kind == "EVENT"
        elif (pair := titles.country_pair(ctx, at)) > at:
            end, named = pair, named or strong or kind == "EVENT"
        elif inside := _bracket(ctx, at, base, kind):
            end = inside
        elif ctx.sign(at) and key not in ("-", "/", "&"):
            break
        elif key in _LOOSE:
            if key in ("của", "với", "giữa"):
                owned = True
            elif key in ("về", "vì"):
                owned, free = False, strong
            elif key == "và" and at > start and (not strong or _other(ctx, at, base)):
                break
            at += 1
            continue
        else:
            end = _step(ctx, at, base, free=free)
            if not end:
                break
            named = (
                named
                or (not owned and _names(ctx, at, strong=strong))
                or (key_before(ctx, at) in ("về", "vì") and strong)
            )
        at = last = end
    return last if named and last > start else 0


def key_before(ctx: Context, at: int) -> str:
    return ctx.key(at - 1, at)


def _names(ctx: Context, at: int, *, strong: bool) -> bool:
    """Whether a piece of a title makes it a name: a capital, and not only a country unless the head has a capital."""
    return ctx.tokens.capital[at] and (strong or not titles.country(ctx, at))


def _other(ctx: Context, at: int, base: int) -> bool:
    """Whether `và` at `at` leads to another document, event, office or organisation rather than on in the title."""
    if not ctx.same_line(at + 1, base):
        return True
    return any(
        (hit.table in ("documents", "events") and hit.category == "head")
        or hit.category == "international"
        or hit.table == "offices"
        for hit in ctx.hits[at + 1]
    )


def _bracket(ctx: Context, at: int, base: int, kind: str) -> int:
    """End of a bracket inside a title: an abbreviation before a year, a place in the name of a ceremony."""
    inside = bodies.abbreviation(ctx, at, base)
    if (
        inside
        and ctx.same_line(inside + 1, base)
        and (ctx.dated[inside + 1] >= 0 or ctx.tokens.shape[inside + 1] is NUMBER)
    ):
        return inside + 1
    if kind == "EVENT" and ctx.key(at, base) == "(" and ctx.capital(at + 1, base):
        end = next((hit.last for hit in ctx.find(at + 1, "places")), at + 2)
        if ctx.key(end, base) == ")" and (ctx.key(end + 1, base) == "-" or "-" in ctx.tokens.key[base:at]):
            return end + 1
    return 0


def _year(ctx: Context, at: int) -> bool:
    number = ctx.dated[at]
    first, last = ctx.dates[number] if number < len(ctx.dates) else (at, at + 1)
    words = ctx.tokens.key[first:last]
    return all(word == "năm" or (word.isdigit() and len(word) == 4) for word in words)


def _step(ctx: Context, at: int, base: int, *, free: bool) -> int:
    """End of one piece of a title at `at`, 0 where the title does not go on."""
    if ctx.dated[at] >= 0:
        return at + 1
    party = bodies.party(ctx, at)
    if party:
        return party.last
    for hit in ctx.hits[at]:
        if hit.category in ("area head", "site head"):
            return hit.last
        if hit.table in ("documents", "events") and hit.category == "head":
            continue
        if hit.category not in ("pair", "short") and ctx.tokens.capital[at]:
            return hit.last
    if ctx.tokens.shape[at] is UPPER and not ctx.tokens.shouted[at]:
        return at + 1
    word = titles.word(ctx, at, small=True)
    if word:
        return word
    if ctx.tokens.capital[at] and not ctx.tokens.shouted[at]:
        return at + 1
    return at + 1 if free else 0
