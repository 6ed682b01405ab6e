"""Organs of state, with the country they belong to, and missions abroad."""

from __future__ import annotations

from helpers.entities import countries, titles
from helpers.entities.context import Context
from helpers.entities.matcher import Hit
from helpers.entities.vocabulary import phrase, phrases, words


def end_of(ctx: Context, hit: Hit) -> int:
    """End of a state organ with its country; 0 where the word stands for organs of several states or for none."""
    first, end = hit.first, hit.last
    tokens = ctx.tokens
    if several(ctx, first) or channel(ctx, first) or shared(ctx, first, end):
        return 0
    if titles.before_party(ctx, end):
        return 0
    if hit.category in ("service", "forces"):
        country = countries.end_of(ctx, end)
        if hit.category == "service" and not country:
            return 0
        return country or (end if tokens.capital[first] else 0)
    if hit.category == "local":
        return 0 if ctx.key(end, first) in words("plural") else _local(ctx, end)
    if hit.category == "mission":
        return _mission(ctx, end)
    if owner(ctx, end) > end:
        return owner(ctx, end)
    if ctx.same_line(first, end):
        of = next((other for other in ctx.find(end, "bodies") if other.form == "party"), None)
        if of and hit.category == "party":
            return of.last
    country = countries.end_of(ctx, end)
    if not country and not tokens.capital[first] and tuple(tokens.key[first:end]) in phrases("state word"):
        return end if _listed(ctx, first) else 0
    return country or end


def _local(ctx: Context, at: int) -> int:
    """End of an organ of a province or city with whose it is: UBND | tỉnh Nghệ An."""
    end = titles.institution(ctx, at).outer
    head = (
        next((hit for hit in ctx.find(end, "places") if hit.category == "area head"), None)
        if ctx.same_line(end, at - 1)
        else None
    )
    if not head or not ctx.capital(head.last, at - 1):
        return end
    known = countries.place(ctx, head.last)
    if known:
        return known.last
    after = head.last
    while ctx.capital(after, at - 1) and after - head.last < 3 and not ctx.hits[after]:
        after += 1
    return after if after > head.last else end


def several(ctx: Context, first: int) -> bool:
    """Whether a word before the organ shows that no single one is meant: hai quốc hội, phi chính phủ, cấp Nhà nước."""
    return ctx.key(first - 1, first) in words("plural")


def generic(ctx: Context, end: int, base: int) -> bool:
    """Whether `hai nước`, `các nước`, `hai bên` follow: the organs of several states."""
    return ctx.key(end, base) in words("quantity") and ctx.key(end + 1, base) in words("shared owner")


def shared(ctx: Context, first: int, end: int) -> bool:
    """Whether a list of organs that begins with this one belongs to both sides: `Quốc hội, Chính phủ hai nước`."""
    at = end
    for _ in range(6):
        if generic(ctx, at, first):
            return True
        if ctx.key(at, first) not in words("list") or not ctx.same_line(at + 1, first):
            return False
        at += 1
        organ = next((other.last for other in ctx.find(at, "bodies") if other.form == "organ"), 0)
        if not organ and ctx.tokens.key[at] not in words("organ word"):
            return False
        while not organ and ctx.key(at, first) in words("organ word"):
            at += 1
        at = organ or at
    return False


def channel(ctx: Context, first: int) -> bool:
    """Whether `kênh` opens the list in which the organ stands: the channels of both sides."""
    before = first - 1
    while ctx.same_line(before, first) and first - before < 14:
        key = ctx.tokens.key[before]
        if key in words("channel head"):
            return True
        if key not in words("list") and key not in words("organ word"):
            return False
        before -= 1
    return False


def owner(ctx: Context, at: int) -> int:
    """End after an international organisation that owns the organ (Đại hội đồng Liên hợp quốc); `at` without one."""
    if ctx.same_line(at - 1, at):
        for hit in ctx.find(at, "bodies"):
            if hit.category == "international":
                return hit.last
    return at


def _listed(ctx: Context, first: int) -> bool:
    """Whether another organ stands right before in a list: `Đảng, nhà nước`."""
    return ctx.key(first - 1, first) in words("list") and ctx.key(first - 2, first) in words("organ word")


def _mission(ctx: Context, at: int) -> int:
    """End of a diplomatic mission with whose it is and where: Đại sứ quán Việt Nam tại Nhật Bản."""
    end = countries.end_of(ctx, at) or owner(ctx, at)
    after = phrase(ctx.tokens.key, end, "mission place") if ctx.same_line(end, at - 1) else 0
    if not after or not ctx.same_line(after, at - 1):
        return end
    place = (h.last for h in ctx.find(after, "places", "bodies") if "head" not in h.category and h.form != "head")
    return countries.end_of(ctx, after) or next(place, end)
