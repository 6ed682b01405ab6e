"""Places: countries, territories, cities, regions, seas, named sites (codebook type LOC)."""

from __future__ import annotations

from helpers import lexicon
from helpers.entities import countries, sites
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.syllables import vietnamese
from helpers.entities.tokens import key_of
from helpers.entities.vocabulary import words

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
        if any(found.last > end for found in ctx.words_at(at, "not a country")):
            return None
        if ctx.cut(end, at):
            return Piece(at, end, "LOC", hit.entry.row["iso"], "country, cut off")
        if (
            hit.category == "pair"
            and ctx.key(at - 1, at) not in words("short after")
            and not _before_country(ctx, end, at)
            and not _after_country(ctx, at)
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
        return sites.area(ctx, hit, after_office=after_office)
    if hit.category in ("site head", "seat head"):
        return sites.site(ctx, hit)
    if end == at + 1 and ctx.capital(end, at) and ctx.capital(at - 1, at) and not ctx.tokens.shouted[at]:
        return None
    if hit.category == "region":
        end = countries.end_of(ctx, end) or end
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
        longer = countries.place(ctx, end) if side else None
        if not side or (longer and longer.last > side.last):
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
    if ctx.key(hit.first - 1, hit.first) == "(" and ctx.key(hit.last, hit.first) == ")":
        return True
    if tokens.initial[hit.first]:
        return ctx.acts(hit.last, hit.first) or _listed(ctx, hit)
    after = ctx.capital(hit.last, hit.first)
    if after_office:
        return not after or not vietnamese(tokens.word[hit.last])
    before = ctx.capital(hit.first - 1, hit.first) and tokens.key[hit.first - 1] not in words("short after")
    return not after and not before


def _listed(ctx: Context, hit: Hit) -> bool:
    """Whether a comma or `và` and another country follow a short form (Hàn, Nhật)."""
    after = hit.last + 1
    joint = ctx.key(hit.last, hit.first) in words("list") and ctx.same_line(after, hit.first)
    return joint and any(other.table == "countries" for other in ctx.hits[after])


def _after_country(ctx: Context, at: int) -> bool:
    """Whether a country and a comma or `và` stand before: `Hàn, Nhật, Trung`."""
    if ctx.key(at - 1, at) not in words("list") or not ctx.same_line(at - 2, at) or ctx.capital(at + 1, at):
        return False
    return any(hit.table == "countries" and hit.last == at - 1 for hit in ctx.hits[at - 2])


def _before_country(ctx: Context, at: int, base: int) -> bool:
    """Whether `và` and a country follow: `Việt và Mỹ`."""
    return ctx.key(at, base) in words("and") and ctx.same_line(at + 1, base) and countries.at(ctx, at + 1) is not None


def _by_given_name(ctx: Context, at: int) -> bool:
    """Whether the title before `at` goes with a given or religious name (Thượng tọa | Đức Thiện), not with a full one."""
    before = (hit for first in range(max(0, at - 4), at) for hit in ctx.find(first, "offices") if hit.last == at)
    return any(hit.category in ("church", "academic") for hit in before)


def _likely(ctx: Context, at: int, *, after_office: bool) -> bool:
    """Whether a name of one syllable that is also a common word or given name (Anh, Đức, Ý) is the country here."""
    tokens = ctx.tokens
    key = tokens.key[at]
    if key not in words("given often"):
        return True
    if after_office:
        named = ctx.capital(at + 1, at) and len(tokens.word[at + 1]) > 1 and vietnamese(tokens.word[at + 1])
        return not (named and not ctx.hits[at + 1] and _by_given_name(ctx, at))
    if tokens.shouted[at]:
        return False
    if tokens.initial[at] and key in words("given alone"):
        listed = ctx.key(at + 1, at) in words("list") and ctx.same_line(at + 2, at) and ctx.find(at + 2, "countries")
        acts = key not in words("form of address") and ctx.same_line(at + 1, at) and ctx.verbs[at + 1]
        return bool(listed or acts)
    return not (ctx.capital(at + 1, at) and ctx.capital(at - 1, at) and not ctx.find(at + 1, "offices"))
