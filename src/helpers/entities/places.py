"""Places: countries, territories, cities, regions, seas, named sites (codebook type LOC)."""

from __future__ import annotations

from helpers import lexicon
from helpers.entities import bodies, titles
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.tokens import NUMBER, key_of

_PAIRED = frozenset({"name", "short", "pair"})


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


def _one(ctx: Context, hit: Hit, *, after_office: bool) -> Piece | None:
    at, end = hit.first, hit.last
    if hit.table == "countries":
        if _cut(ctx, end, at):
            return Piece(at, end, "LOC", hit.entry.row["iso"], "country, cut off")
        if hit.category == "pair" and ctx.key(at - 1, at) not in ("người", "gốc", "phía", "kiều"):
            return None
        if hit.category != "name" and not _alone(ctx, hit, after_office=after_office):
            return None
        if end == at + 1 and not _likely(ctx, at, after_office=after_office):
            return None
        return Piece(at, end, "LOC", hit.entry.row["iso"], "country")
    if hit.category == "state form":
        inner = titles.country(ctx, end) if ctx.same_line(end, at) else None
        if not inner and ctx.capital(end, at) and _cut(ctx, end + 1, at):
            codes = {
                row["iso"]
                for row in lexicon.load("countries")
                if key_of(row["entry"].split()[0]) == ctx.tokens.key[end]
            }
            return Piece(at, end + 1, "LOC", codes.pop(), "country, cut off") if len(codes) == 1 else None
        return Piece(at, inner.last, "LOC", inner.entry.row["iso"], "country with its form of state") if inner else None
    if hit.category == "area head":
        name = _name_end(ctx, end, at)
        return Piece(at, name, "LOC", "", "area") if name else None
    if hit.category in ("site head", "seat head"):
        return _site(ctx, hit)
    if end == at + 1 and ctx.capital(end, at) and ctx.capital(at - 1, at) and not ctx.tokens.shouted[at]:
        return None
    return Piece(at, end, "LOC", "", hit.category)


def _cut(ctx: Context, at: int, base: int) -> bool:
    """Whether the text breaks off at token `at` (a teaser: "Đoàn đại biểu Việt ...")."""
    if ctx.key(at, base) == "…":
        return not ctx.tokens.glued(at)
    return ctx.key(at, base) == "." and ctx.key(at + 1, base) == "." and not ctx.tokens.glued(at)


def _pair(ctx: Context, at: int) -> list[Piece]:
    """Countries joined by dashes: Việt Nam - Nhật Bản, Việt - Trung, Mỹ-Nhật-Hàn."""
    pieces: list[Piece] = []
    end = at
    while True:
        hit = (
            next((h for h in ctx.find(end, "countries") if h.category in _PAIRED), None)
            if end < len(ctx.tokens)
            else None
        )
        if not hit:
            break
        pieces.append(Piece(hit.first, hit.last, "LOC", hit.entry.row["iso"], "countries in a pair"))
        end = hit.last
        if ctx.key(end, at) != "-" or not ctx.same_line(end + 1, at):
            break
        end += 1
    return pieces if len(pieces) > 1 else []


def _alone(ctx: Context, hit: Hit, *, after_office: bool) -> bool:
    """Whether a short form (Nhật, Hàn, Thái) stands for the country: no other capital beside it, or after an office."""
    if ctx.tokens.initial[hit.first] or ctx.tokens.shouted[hit.first]:
        return False
    beside = ctx.capital(hit.last, hit.first) or (ctx.capital(hit.first - 1, hit.first) and not after_office)
    return not beside or (after_office and ctx.key(hit.first - 1, hit.first) not in ("ông", "bà"))


def _likely(ctx: Context, at: int, *, after_office: bool) -> bool:
    """Whether a name of one syllable that is also a common word or given name (Anh, Đức, Ý) is the country here."""
    tokens = ctx.tokens
    if len(tokens.word[at]) > 4 or after_office:
        return True
    if tokens.shouted[at]:
        return tokens.key[at] not in ("anh", "ý", "áo", "đức", "pháp", "bỉ")
    if tokens.initial[at] and tokens.key[at] in ("anh", "ý", "áo", "pháp", "đức", "úc"):
        following = ctx.key(at + 1, at)
        return tokens.key[at] not in ("anh", "ý", "áo") or (
            following in (",", "và") and bool(ctx.same_line(at + 2, at) and ctx.find(at + 2, "countries"))
        )
    return not (ctx.capital(at + 1, at) and ctx.capital(at - 1, at) and not ctx.find(at + 1, "offices"))


def _name_end(ctx: Context, at: int, base: int) -> int:
    """End of the capitalised name of an area or site at `at`, 0 for none."""
    if not ctx.same_line(at, base):
        return 0
    for hit in ctx.find(at, "places"):
        if "head" not in hit.category and hit.category != "state form":
            return hit.last
    end = at
    while (
        ctx.capital(end, base)
        and end - at < 5
        and not (end > at and (titles.country(ctx, end) or ctx.find(end, "offices")))
    ):
        end += 1
        if (
            ctx.key(end, base) == "-"
            and ctx.tokens.glued(end)
            and ctx.same_line(end + 1, base)
            and ctx.tokens.glued(end + 1)
        ):
            end += 2
        elif ctx.key(end, base) == "." and len(ctx.tokens.word[end - 1]) <= 2 and ctx.capital(end + 1, base):
            end += 1
    if end == at and ctx.same_line(at, base) and ctx.tokens.shape[at] is NUMBER and ctx.dated[at] < 0:
        return at + 1 if ctx.key(base, base) in ("quận", "phường") else 0
    return end if end > at else 0


def _site(ctx: Context, hit: Hit) -> Piece | None:
    """A building or site: `trụ sở` and the body it houses, `sân bay` and its name."""
    at, end = hit.first, hit.last
    if not ctx.same_line(end, at):
        return None
    body = bodies.parse(ctx, end)
    if hit.category == "seat head":
        return Piece(at, body.last, "LOC", "", "seat") if body else None
    if body and ctx.tokens.capital[end]:
        return Piece(at, body.last, "LOC", "", "site")
    name = _name_end(ctx, end, at)
    return Piece(at, name, "LOC", "", "site") if name else None
