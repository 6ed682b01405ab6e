"""Areas and sites by their heads: `tỉnh Wakayama`, `sân bay quốc tế Nội Bài`, `trụ sở Bộ Quốc phòng` (type LOC)."""

from __future__ import annotations

from helpers.entities import bodies, countries, names, titles
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import NUMBER, UPPER
from helpers.entities.vocabulary import words

_LONGEST = 5


def area(ctx: Context, hit: Hit, *, after_office: bool) -> Piece | None:
    """Return the area whose head is `hit`; after an office a person's name may follow that of the area."""
    at, end = hit.first, hit.last
    surname = end == at + 1 and ctx.tokens.capital[at] and ctx.tokens.key[at] in surnames("vi")
    if surname or _compound(ctx, hit):
        return None
    if countries.at(ctx, end) and ctx.tokens.key[at] not in words("land head"):
        return None
    last = _name_end(ctx, end, at, short=after_office)
    return Piece(at, last, "LOC", "", "area") if last else None


def site(ctx: Context, hit: Hit) -> Piece | None:
    """Return the building or site whose head is `hit`: the body it houses, or its name."""
    at, end = hit.first, hit.last
    if not ctx.same_line(end, at):
        return None
    body = bodies.parse(ctx, end)
    if hit.category == "seat head":
        return Piece(at, body.last, "LOC", "", "seat") if body else None
    if countries.at(ctx, end) or _compound(ctx, hit):
        return None
    if body and ctx.tokens.capital[end]:
        return Piece(at, body.last, "LOC", "", "site")
    after = next((office.last for office in ctx.find(end, "offices")), end)
    if after > end and ctx.capital(after, at) and not countries.at(ctx, after):
        return Piece(at, names.end_of(ctx, after), "LOC", "", "site named after a person")
    last = _name_end(ctx, end, at)
    return Piece(at, last, "LOC", "", "site") if last else None


def unknown(ctx: Context, at: int) -> Piece | None:
    """Return a place that no table holds but a preposition of place shows: `ở Ohio`, `tại thủ đô Mogadishu`."""
    tokens = ctx.tokens
    if not ctx.capital(at, at) or tokens.shape[at] is UPPER or tokens.shouted[at]:
        return None
    cue = ctx.cue_before(at, "place preposition")
    if not cue or ctx.tokens.key[cue.first] in words("weak preposition"):
        return None
    end = run(ctx, at, at)
    hyphen = any(tokens.key[index] == "-" and tokens.glued(index) for index in range(at, end))
    if vietnamese(tokens.word[at]) and not hyphen:
        return None
    if ctx.acts(end, at) or any(tokens.shape[index] is UPPER for index in range(at, end)):
        return None
    return Piece(at, end, "LOC", "", "after a preposition of place")


def run(ctx: Context, at: int, base: int) -> int:
    """End of the words with a capital that begin at `at`, with what hyphens join."""
    tokens = ctx.tokens
    end = at
    while ctx.capital(end, base) and end - at < _LONGEST and not (end > at and _other(ctx, end, at)):
        end += 1
        hyphens = end
        while ctx.key(end, base) == "-" and ctx.same_line(end + 1, base) and _joins(ctx, end):
            end += 2
        if end > hyphens:
            continue
        if ctx.key(end, base) == "." and len(tokens.word[end - 1]) <= 2 and ctx.capital(end + 1, base):
            end += 1
    return end


def _compound(ctx: Context, hit: Hit) -> bool:
    """Whether the head is the last word of a compound (yêu cầu, bưu điện, bóng đá)."""
    longer = (found for found in ctx.compounds[hit.last] if found.first < hit.first)
    return any(found.category == "not a place head" for found in longer)


def _name_end(ctx: Context, at: int, base: int, *, short: bool = False) -> int:
    """End of the capitalised name of an area or site at `at`, 0 for none; `short`: a person's name may follow."""
    if not ctx.same_line(at, base) or ctx.dated[at] >= 0:
        return 0
    tokens = ctx.tokens
    known = countries.place(ctx, at) or countries.at(ctx, at)
    if known:
        return known.last
    if tokens.shape[at] is NUMBER:
        return at + 1 if tokens.key[base] in words("numbered area") else 0
    if tokens.shape[at] is UPPER and any(letter.isdigit() for letter in tokens.word[at]):
        return 0
    word = ctx.titles[at][0].last if ctx.titles[at] else at
    if tokens.capital[at] and word > at + 1:
        return max(word, titles.institution(ctx, at).outer)
    end = run(ctx, at, base)
    if short and end - at > 2:
        end = at + (2 if tokens.key[at] in words("direction place") or vietnamese(tokens.word[at]) else 1)
    return end if end > at else 0


def _other(ctx: Context, end: int, at: int) -> bool:
    """Whether an office begins, or a country that is not the second half of the name (Nam | Úc)."""
    if ctx.find(end, "offices"):
        return True
    return countries.at(ctx, end) is not None and not (end == at + 1 and ctx.tokens.key[at] in words("direction place"))


def _joins(ctx: Context, at: int) -> bool:
    return (ctx.tokens.glued(at) and ctx.tokens.glued(at + 1)) or _loose(ctx, at)


def _loose(ctx: Context, at: int) -> bool:
    """Whether a dash at `at` with blanks around it stands inside a foreign name (Rheinland - Pfalz, Punggye - ri)."""
    tokens, after = ctx.tokens, at + 1
    if vietnamese(tokens.word[at - 1]) or ctx.hits[after] or ctx.sign(after) or tokens.shape[after] in (UPPER, NUMBER):
        return False
    explains = not tokens.capital[after] and names.vietnamese_only(tokens.word[after])
    return len(tokens.word[after]) > 1 and not explains
