"""How far the title of a document or event goes where no quotation marks bound it."""

from __future__ import annotations

from helpers.entities import bodies, countries, titles
from helpers.entities.context import Context
from helpers.entities.matcher import Hit
from helpers.entities.tokens import NUMBER, UPPER
from helpers.entities.vocabulary import phrase, words

_LONGEST = 40


def end_of(ctx: Context, hit: Hit, kind: str) -> int:
    """End of the title that begins with the head `hit`; 0 where nothing in it makes it a name.

    A head with a capital is named by any capital, number, subject after `về`; one written small only by a proper name
    (hội nghị ASEAN, sáng kiến Vành đai và Con đường), for documents not by whose they are (nghị quyết LHQ).
    """
    base, start = hit.first, hit.last
    if not ctx.same_line(start, base):
        return start if hit.category == "title" else 0
    if any(found.category == "not an event" and found.first < base for found in ctx.compounds[start]):
        return 0
    strong = _strong(ctx, hit)
    if not strong and kind == "DOC" and hit.category != "title":
        return _small(ctx, start, base)
    at = last = start
    named = hit.category == "title"
    owned = about = False
    while ctx.same_line(at, base) and at - start < _LONGEST:
        if (ctx.dated[at] >= 0 and not _year(ctx, at)) or any(found.category == "stop" for found in ctx.titles[at]):
            break
        end, names = _piece(
            ctx, at, base, kind, strong=strong, about=about, numbered_head=hit.category == "numbered head"
        )
        if end:
            named = named or (names and not owned) or about
            at = last = end
            continue
        key = ctx.tokens.key[at]
        placed = kind == "DOC" and last > start and strong and key in words("title place")
        if key in words("title link") or (placed and _region(ctx, at, base)):
            if key in words("and") and _turns(ctx, at, base, about=about):
                break
            owned = owned or key in words("title owner")
            if key in words("title subject"):
                about, owned = strong, False
            at += 1
            continue
        break
    return last if named and (last > start or hit.category == "title") else 0


def _region(ctx: Context, at: int, base: int) -> bool:
    """Whether the place after a preposition at `at` is no city or site, where the document was signed."""
    found = ctx.find(at + 1, "places") if ctx.same_line(at + 1, base) else ()
    return not found or found[0].category in ("sea", "continent", "river", "island")


def series(ctx: Context, at: int, base: int, *, any_number: bool = False) -> int:
    """End after `mở rộng`, `lần thứ …`, a year, and for games any number (SEA Games 31)."""
    end = at
    while True:
        if ctx.same_line(end, base) and (larger := phrase(ctx.tokens.key, end, "enlarged")):
            end = larger
        elif (more := titles.ordinal(ctx, end, base)) > end:
            end = more
        elif (
            any_number
            and ctx.key(end, base).isdigit()
            and ctx.dated[end] < 0
            and ctx.key(end + 1, base) not in words("duration unit")
        ):
            end += 1
        else:
            return end


def _strong(ctx: Context, hit: Hit) -> bool:
    """Whether the capital of the head means something: not at the head of a sentence, unless a capital or `về` follows."""
    if not ctx.tokens.capital[hit.first] or ctx.tokens.shouted[hit.first]:
        return False
    return (
        not ctx.tokens.initial[hit.first]
        or ctx.tokens.capital[hit.last]
        or ctx.tokens.key[hit.last] in words("title subject")
    )


def _small(ctx: Context, start: int, base: int) -> int:
    """End of a document whose head is written small: a proper name must follow, at most two small words between."""
    at = start
    for _ in range(3):
        if not ctx.same_line(at, base) or ctx.dated[at] >= 0:
            return 0
        for hit in ctx.hits[at]:
            if hit.table == "documents" and hit.category == "name":
                return series(ctx, hit.last, base)
        if ctx.tokens.capital[at]:
            known = ctx.hits[at] and ctx.hits[at][0]
            if known and (known.table != "places" or "head" in known.category):
                return 0
            end = known.last if known else at + 1
            return (
                series(ctx, end, base)
                if at == start and not ctx.tokens.shouted[at] and (known or not _runs_on(ctx, end))
                else 0
            )
        word = titles.word(ctx, at, small=True)
        if not word:
            return 0
        at = word
    return 0


def _runs_on(ctx: Context, at: int) -> bool:
    return ctx.capital(at, at - 1) or ctx.tokens.shape[at - 1] is not UPPER


def _piece(
    ctx: Context, at: int, base: int, kind: str, *, strong: bool, about: bool, numbered_head: bool
) -> tuple[int, bool]:
    """End of one piece of a title at `at` and whether it makes it a name; (0, False) where the title does not go on."""
    tokens = ctx.tokens
    numbered = titles.ordinal(ctx, at, base)
    if numbered > at:
        return numbered, strong
    if numbered_head and tokens.key[at].isdigit():
        return at + 1, True
    pair = countries.pair(ctx, at)
    if pair > at:
        return pair, strong or (kind == "EVENT" and bool(phrase(tokens.key, base, "conference")))
    inside = _bracket(ctx, at, base, kind)
    if inside:
        return inside, False
    if ctx.sign(at):
        return 0, False
    if ctx.dated[at] >= 0:
        return at + 1, strong
    capital = tokens.capital[at] and not tokens.shouted[at]
    party = bodies.party(ctx, at)
    if party:
        return party.last, True
    for hit in ctx.hits[at]:
        if hit.category in ("area head", "site head", "seat head") and (strong or about):
            return hit.last, False
        if (
            not any(tokens.capital[at : hit.last])
            or hit.category in ("pair", "short")
            or (hit.table == "documents" and "head" in hit.category and ctx.key(at - 1, at) in words("list"))
        ):
            continue
        return hit.last, strong or hit.table != "countries"
    if capital and tokens.shape[at] is UPPER:
        return at + 1, True
    word = titles.word(ctx, at, small=True)
    if word:
        return word, capital
    if capital:
        return titles.compound(ctx, at) or at + 1, True
    free = about and tokens.key[at] not in words("title link") | words("title place")
    return (at + 1, True) if free else (0, False)


def _turns(ctx: Context, at: int, base: int, *, about: bool) -> bool:
    """Whether `và` at `at` leads on to something else: another document, event, office, body, or what is done."""
    after = at + 1
    if not ctx.same_line(after, base):
        return True
    while ctx.key(after, base) in words("plural"):
        after += 1
    if not ctx.same_line(after, base):
        return True
    for hit in ctx.hits[after]:
        if hit.table in ("documents", "events", "offices") or hit.category == "international":
            return True
    if any(hit.table == "bodies" and hit.form in ("organ", "head") for hit in ctx.hits[after]) and words(
        "between"
    ).isdisjoint(ctx.tokens.key[base:at]):
        return True
    if any(hit.category == "stop" for hit in ctx.titles[after]):
        return True
    return not (about or ctx.tokens.capital[after] or titles.word(ctx, after, small=True))


def _year(ctx: Context, at: int) -> bool:
    """Whether a date is a bare year or a span of years (năm 1982, giai đoạn 2024-2028), which may belong to a title."""
    first, last = ctx.dates[ctx.dated[at]]
    return all(word in words("year word") or (word.isdigit() and len(word) == 4) for word in ctx.tokens.key[first:last])


def _bracket(ctx: Context, at: int, base: int, kind: str) -> int:
    """End of a bracket inside a title: an abbreviation before a year, a place in the name of a ceremony."""
    inside = bodies.abbreviation(ctx, at, base)
    if inside and ctx.same_line(inside + 1, base):
        after = inside + 1
        if (
            (ctx.dated[after] >= 0 and _year(ctx, after))
            or ctx.tokens.shape[after] is NUMBER
            or titles.ordinal(ctx, after, base) > after
        ):
            return after
    if kind == "EVENT" and ctx.key(at, base) == "(" and ctx.capital(at + 1, base):
        end = next((hit.last for hit in ctx.find(at + 1, "places")), at + 2)
        if ctx.key(end, base) == ")" and (ctx.key(end + 1, base) == "-" or "-" in ctx.tokens.key[base:at]):
            return end + 1
    return 0
