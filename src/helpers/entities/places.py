"""Places: countries, territories, cities, regions, seas, named sites (codebook type LOC)."""

from __future__ import annotations

from helpers import lexicon
from helpers.entities import bodies, countries, names
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import NUMBER, UPPER, key_of
from helpers.entities.vocabulary import words

_PAIRED = frozenset({"name", "short", "pair"})
_LAND = frozenset({"đảo", "quần", "bán", "vịnh", "eo"})


def parse(ctx: Context, at: int, *, after_office: bool = False) -> list[Piece]:
    """Return the places named from token `at` on: none, one, or the sides of a pair (Việt - Trung)."""
    pair = _pair(ctx, at)
    if pair:
        return pair
    for hit in ctx.find(at, "countries", "places"):
        piece = _one(ctx, hit, after_office=after_office)
        if piece:
            return [piece]
    return []


def unknown(ctx: Context, at: int) -> Piece | None:
    """Return a place that no table holds but a preposition of place shows: `ở Ohio`, `tại thủ đô Mogadishu`."""
    tokens = ctx.tokens
    if not ctx.capital(at, at) or tokens.shape[at] is UPPER or tokens.shouted[at]:
        return None
    if not ctx.cue_before(at, "place preposition") or vietnamese(tokens.word[at]):
        return None
    end = _run(ctx, at, at)
    if ctx.acts(end, at) or any(tokens.shape[i] is UPPER for i in range(at, end)):
        return None
    return Piece(at, end, "LOC", "", "after a preposition of place")


def _one(ctx: Context, hit: Hit, *, after_office: bool) -> Piece | None:
    at, end = hit.first, hit.last
    if hit.table == "countries":
        if ctx.cut(end, at):
            return Piece(at, end, "LOC", hit.entry.row["iso"], "country, cut off")
        if (
            hit.category == "pair"
            and ctx.key(at - 1, at) not in words("short after")
            and not _before_country(ctx, end, at)
        ):
            return None
        if hit.category != "name" and not _alone(ctx, hit, after_office=after_office):
            return None
        if end == at + 1 and not _likely(ctx, at, after_office=after_office):
            return None
        return Piece(at, end, "LOC", hit.entry.row["iso"], "country")
    if hit.category == "state form":
        inner = countries.at(ctx, end) if ctx.same_line(end, at) else None
        if not inner:
            return _cut_off(ctx, at, end)
        return Piece(at, inner.last, "LOC", inner.entry.row["iso"], "country with its form of state")
    if hit.category == "area head":
        surname = end == at + 1 and ctx.tokens.capital[at] and ctx.tokens.key[at] in surnames("vi")
        if _compound(ctx, hit) or surname or (countries.at(ctx, end) and ctx.tokens.key[at] not in _LAND):
            return None
        name = _name_end(ctx, end, at, short=after_office)
        return Piece(at, name, "LOC", "", "area") if name else None
    if hit.category in ("site head", "seat head"):
        return _site(ctx, hit)
    if end == at + 1 and ctx.capital(end, at) and ctx.capital(at - 1, at) and not ctx.tokens.shouted[at]:
        return None
    return Piece(at, end, "LOC", "", hit.category)


def _cut_off(ctx: Context, at: int, end: int) -> Piece | None:
    """`Liên bang Thụy ...`: a form of state and the first word of a country that the document names elsewhere."""
    if not ctx.capital(end, at) or not ctx.cut(end + 1, at):
        return None
    named = {hit.entry.row["iso"] for here in ctx.hits for hit in here if hit.table == "countries"}
    first = ctx.tokens.key[end]
    codes = {row["iso"] for row in lexicon.load("countries") if key_of(row["entry"].split()[0]) == first} & named
    return Piece(at, end + 1, "LOC", codes.pop(), "country, cut off") if len(codes) == 1 else None


def _pair(ctx: Context, at: int) -> list[Piece]:
    """Countries joined by dashes: Việt Nam - Nhật Bản, Việt - Trung, Mỹ-Nhật-Hàn."""
    pieces: list[Piece] = []
    end = at
    while end < len(ctx.tokens):
        side = next((h for h in ctx.find(end, "countries") if h.category in _PAIRED), None)
        if not side:
            break
        pieces.append(Piece(side.first, side.last, "LOC", side.entry.row["iso"], "countries in a pair"))
        end = side.last
        if ctx.key(end, at) != "-" or not ctx.same_line(end + 1, at):
            break
        end += 1
    return pieces if len(pieces) > 1 else []


def _alone(ctx: Context, hit: Hit, *, after_office: bool) -> bool:
    """Whether a short form (Nhật, Hàn, Thái) stands for the country: no other capital beside it, or after an office."""
    tokens = ctx.tokens
    if tokens.shouted[hit.first]:
        return False
    if tokens.initial[hit.first]:
        return ctx.acts(hit.last, hit.first)
    after = ctx.capital(hit.last, hit.first)
    if after_office:
        return not after or not vietnamese(tokens.word[hit.last])
    return not after and not ctx.capital(hit.first - 1, hit.first)


def _before_country(ctx: Context, at: int, base: int) -> bool:
    """Whether `và` and a country follow: `Việt và Mỹ`."""
    return ctx.key(at, base) == "và" and ctx.same_line(at + 1, base) and countries.at(ctx, at + 1) is not None


def _likely(ctx: Context, at: int, *, after_office: bool) -> bool:
    """Whether a name of one syllable that is also a common word or given name (Anh, Đức, Ý) is the country here."""
    tokens = ctx.tokens
    key = tokens.key[at]
    if key not in words("given often"):
        return True
    if after_office:
        return not (ctx.capital(at + 1, at) and vietnamese(tokens.word[at + 1]) and not ctx.hits[at + 1])
    if tokens.shouted[at]:
        return False
    if tokens.initial[at] and key in words("given alone"):
        following = ctx.key(at + 1, at)
        return following in (",", "và") and ctx.same_line(at + 2, at) and bool(ctx.find(at + 2, "countries"))
    return not (ctx.capital(at + 1, at) and ctx.capital(at - 1, at) and not ctx.find(at + 1, "offices"))


def _compound(ctx: Context, hit: Hit) -> bool:
    """Whether the head is the last word of a compound (yêu cầu, bưu điện, bóng đá)."""
    return any(found.category == "not a place head" and found.first < hit.first for found in ctx.compounds[hit.last])


def _name_end(ctx: Context, at: int, base: int, *, short: bool = False) -> int:
    """End of the capitalised name of an area or site at `at`, 0 for none; `short`: a person's name may follow."""
    if not ctx.same_line(at, base) or ctx.dated[at] >= 0:
        return 0
    known = countries.place(ctx, at) or countries.at(ctx, at)
    if known:
        return known.last
    tokens = ctx.tokens
    if tokens.shape[at] is NUMBER:
        return at + 1 if tokens.key[base] in words("numbered area") else 0
    if tokens.shape[at] is UPPER and any(letter.isdigit() for letter in tokens.word[at]):
        return 0
    if tokens.capital[at] and any(hit.last > at + 1 for hit in ctx.titles[at]):
        return ctx.titles[at][0].last
    end = _run(ctx, at, base)
    if short and end - at > 2:
        end = at + (2 if tokens.key[at] in words("direction place") or vietnamese(tokens.word[at]) else 1)
    return end if end > at else 0


def _run(ctx: Context, at: int, base: int) -> int:
    """End of the words with a capital that begin at `at`, with what hyphens join."""
    tokens = ctx.tokens
    end = at
    while ctx.capital(end, base) and end - at < 5 and not (end > at and _other(ctx, end, at)):
        end += 1
        if ctx.key(end, base) == "-" and ctx.same_line(end + 1, base):
            glued = tokens.glued(end) and tokens.glued(end + 1)
            foreign = (
                not vietnamese(tokens.word[end - 1])
                and not ctx.hits[end + 1]
                and tokens.shape[end + 1] not in (UPPER, NUMBER)
            )
            if glued or (
                foreign
                and len(tokens.word[end + 1]) > 1
                and not ctx.sign(end + 1)
                and not vietnamese_word(ctx, end + 1)
            ):
                end += 2
        elif ctx.key(end, base) == "." and len(tokens.word[end - 1]) <= 2 and ctx.capital(end + 1, base):
            end += 1
    return end


def _other(ctx: Context, end: int, at: int) -> bool:
    """Whether an office begins, or a country that is not the second half of the name (Nam | Úc)."""
    if ctx.find(end, "offices"):
        return True
    return countries.at(ctx, end) is not None and not (end == at + 1 and ctx.tokens.key[at] in words("direction place"))


def vietnamese_word(ctx: Context, at: int) -> bool:
    """Whether a small word after a dash opens an explanation rather than the second half of a name."""
    return not ctx.tokens.capital[at] and names.vietnamese_only(ctx.tokens.word[at])


def _site(ctx: Context, hit: Hit) -> Piece | None:
    """A building or site: `trụ sở` and the body it houses, `sân bay` and its name."""
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
    name = _name_end(ctx, end, at)
    return Piece(at, name, "LOC", "", "site") if name else None
