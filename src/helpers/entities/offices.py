"""Offices and titles (codebook type ROLE): head, rank, and the state body or field that it holds."""

from __future__ import annotations

from helpers.entities import bodies, titles
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit

_STATE = frozenset({"government", "parliament", "court", "local", "forces", "party"})
# Portfolios that stand alone: "Ngoại giao và Quốc phòng" are two ministries.
_SOLE = frozenset({"ngoại giao", "quốc phòng", "công an", "nội vụ", "tư pháp"})
_NEEDS_MORE = frozenset({"thường trực", "tổng trưởng"})


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the office named from token `at` on, with the body it heads but without its country."""
    for hit in ctx.find(at, "offices"):
        end = complement(ctx, hit)
        if hit.entry.row["takes"] == "named" and not _name_follows(ctx, end, at):
            continue
        if end == hit.last and " ".join(ctx.tokens.key[at:end]) in _NEEDS_MORE:
            continue
        return Piece(at, end, "ROLE", "", f"office: {hit.category}")
    return None


def _name_follows(ctx: Context, at: int, base: int) -> bool:
    """Whether a capital follows that is no country, or one after a country or party."""
    for _ in range(3):
        if not ctx.capital(at, base):
            return False
        hit = next(iter(ctx.find(at, "countries", "bodies")), None)
        if hit is None:
            return True
        at = hit.last
    return False


def complement(ctx: Context, hit: Hit) -> int:
    """End of the office with what it takes: field, organ, commission, unit, forces."""
    takes, end = hit.entry.row["takes"], hit.last
    if not takes or end >= len(ctx.tokens) or not ctx.same_line(hit.first, end):
        return end
    if takes == "field":
        return _field(ctx, end)
    if takes == "commission":
        return _commission(ctx, end)
    if takes == "adviser":
        return _institution(ctx, end)
    if takes in ("organ", "unit", "forces", "speaker", "cabinet", "title"):
        return _organ(ctx, end, takes)
    return end


def _field(ctx: Context, at: int) -> int:
    """End of a portfolio: [Bộ] Ngoại giao; Văn hóa, Thể thao và Du lịch."""
    start = at
    ministry = ctx.tokens.key[at] == "bộ"
    if ministry:
        at += 1
    if not ctx.same_line(at, start - 1):
        return start
    end = titles.institution(ctx, at, pairs=False).inner
    first = titles.word(ctx, at, small=True)
    if end == at and first and not ctx.tokens.capital[at]:
        end = first
    if end == at:
        return start
    for split in range(at + 1, end):
        if ctx.tokens.key[split] == "và" and " ".join(ctx.tokens.key[split + 1 : end]) in _SOLE:
            return split
    return end


def _commission(ctx: Context, at: int) -> int:
    if not ctx.tokens.capital[at]:
        return at
    return titles.institution(ctx, at).inner


def _institution(ctx: Context, at: int) -> int:
    end = titles.institution(ctx, at).inner
    first = titles.word(ctx, at, small=True)
    return max(end, first)


def _organ(ctx: Context, at: int, takes: str) -> int:
    for hit in ctx.find(at, "bodies"):
        if hit.form == "organ" and (hit.category in _STATE or takes == "speaker"):
            if bodies.generic(ctx, hit.last, at):
                return at
            if " ".join(ctx.tokens.key[at : hit.last]).endswith(" đảng") and titles.before_party(ctx, hit.last):
                continue
            return hit.last if _is_party(ctx, hit.last) else max(hit.last, titles.institution(ctx, hit.last).inner)
        if hit.form == "head" and takes != "cabinet" and hit.category in ("ministry", "body"):
            if not ctx.tokens.capital[at] and not ctx.capital(hit.last, at):
                continue
            extent = titles.institution(ctx, hit.last, small=hit.category != "ministry")
            if extent.outer > extent.inner and bodies.abbreviation(ctx, extent.outer, at):
                return at
            if extent.inner > hit.last:
                return extent.inner
    if takes in ("unit", "forces", "title") and ctx.tokens.capital[at]:
        return titles.institution(ctx, at).inner
    return at


def _is_party(ctx: Context, at: int) -> bool:
    return at < len(ctx.tokens) and any(hit.form == "party" for hit in ctx.find(at, "bodies"))
