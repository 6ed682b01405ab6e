"""Keys of places that are no countries: the place itself, or the country whose government a capital stands for."""

from __future__ import annotations

from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.vocabulary import phrase, words

_AFTER = frozenset(",()-")
_REACH = 6  # tokens back to what a government holds


def keys(ctx: Context, pieces: list[Piece]) -> dict[int, str]:
    """Piece number → key, "" for the text itself, of the places among `pieces` without one."""
    places = {index: ctx.surface(p.first, p.last) for index, p in enumerate(pieces) if p.type == "LOC" and not p.key}
    spelling: dict[str, str] = {}
    for surface in sorted(set(places.values()), reverse=True):
        spelling.setdefault(surface.casefold(), surface)
    return {index: _key(ctx, pieces[index], surface, spelling) for index, surface in places.items()}


def _key(ctx: Context, piece: Piece, surface: str, spelling: dict[str, str]) -> str:
    for hit in ctx.find(piece.first, "places"):
        if hit.category == "capital" and hit.last == piece.last and _government(ctx, piece, hit.entry.row["iso"]):
            return hit.entry.row["iso"]
        if hit.category == "area head" and hit.last < piece.last:
            bare = ctx.surface(hit.last, piece.last).lstrip(". ")
            return bare if spelling.get(bare.casefold()) == bare else ""
    return spelling[surface.casefold()]


def _government(ctx: Context, piece: Piece, iso: str) -> bool:
    """Whether a capital acts or owns what a government does: `Moscow phản đối`, `lập trường của Bình Nhưỡng`."""
    base, end = piece.first, piece.last
    if ctx.cue_before(base, "place preposition"):
        return False
    beside = ctx.key(end, base) == "-" and _capital(ctx, end + 1, base)
    if beside or (ctx.key(base - 1, base) == "-" and _ends_capital(ctx, base - 1)):
        return True
    if iso != "VN" and (_holds(ctx, base) or phrase(ctx.tokens.key, end, "government attitude")):
        return True
    if ctx.key(end, base) in _AFTER and ctx.same_line(end, base):
        return False
    if ctx.key(end, base) in words("list") and (other := _capital(ctx, end + 1, base)):
        end = other
    if ctx.acts(end, base) and ctx.key(end, base) not in words("not acting verb"):
        return True
    if iso != "VN" and any(hit.last == base and hit.category == "OBJECT" for hit in _verbs_before(ctx, base)):
        return True  # cáo buộc Washington
    return iso != "VN" and ctx.key(base - 1, base) in words("government before")


def _holds(ctx: Context, at: int) -> bool:
    """Whether what only a government has stands before the capital: lập trường trước đây của | Tokyo."""
    if ctx.key(at - 1, at) != "của":
        return False
    firsts = (first for first in range(max(0, at - _REACH), at - 1) if ctx.same_line(first, at))
    ends = {phrase(ctx.tokens.key, first, "government holding") for first in firsts} - {0}
    return any(all(not ctx.tokens.capital[i] and not ctx.sign(i) for i in range(end, at)) for end in ends)


def _verbs_before(ctx: Context, at: int) -> list[Hit]:
    """The predicates of at most three tokens that stand right before `at`."""
    return [hit for first in range(max(0, at - 3), at) if ctx.same_line(first, at) for hit in ctx.verbs[first]]


def _capital(ctx: Context, at: int, base: int) -> int:
    """End of the name of a capital at `at`, 0 for none."""
    found = ctx.find(at, "places") if ctx.same_line(at, base) else ()
    return next((hit.last for hit in found if hit.category == "capital"), 0)


def _ends_capital(ctx: Context, at: int) -> bool:
    """Whether the name of a capital ends before token `at`."""
    return any(_capital(ctx, first, at) == at for first in range(max(0, at - 3), at))
