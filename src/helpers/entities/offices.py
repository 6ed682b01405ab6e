"""Offices and titles (codebook type ROLE): head, rank, and the state body or field that it holds."""

from __future__ import annotations

from helpers.entities import bodies, organs, titles
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.vocabulary import phrases, words

_STATE = frozenset({"government", "parliament", "court", "local", "forces", "party", "seat", "board"})


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the office named from token `at` on, with the body it heads but without its country."""
    for hit in ctx.find(at, "offices"):
        if ctx.tokens.key[at] in words("acting") and (ctx.key(at - 1, at), ctx.tokens.key[at]) in phrases("not acting"):
            continue
        if _rank(ctx, hit):
            return None
        if hit.category == "abbreviation" and ctx.key(at - 1, at) in ("-", "/"):
            return None  # who issued a decree: QĐ-TTg
        if titles.before_party(ctx, hit.last):
            continue
        end = complement(ctx, hit)
        if hit.entry.row["takes"] == "capital" and not ctx.capital(end, at):
            continue
        if hit.entry.row["takes"].startswith("named") and not _name_follows(ctx, end, at):
            continue
        if end == hit.last and tuple(ctx.tokens.key[at:end]) in phrases("needs more"):
            continue
        return Piece(at, end, "ROLE", "", f"office: {hit.category}")
    return None


def _rank(ctx: Context, hit: Hit) -> bool:
    """Whether `cấp` before the office, or before a longer one that ends with it, makes it a rank (cấp Tổng cục trưởng)."""
    for first in range(hit.first, max(hit.first - 3, 0), -1):
        if ctx.key(first - 1, hit.first) in words("rank before"):
            return first == hit.first or any(longer.last >= hit.last for longer in ctx.find(first, "offices"))
    return False


def _name_follows(ctx: Context, at: int, base: int) -> bool:
    """Whether a capital follows that is no country, or one after a country, a party or another such title."""
    if ctx.key(at, base) in (",", "-") and ctx.same_line(at + 1, base):
        return any(
            hit.category == "academic" and _name_follows(ctx, hit.last, base) for hit in ctx.find(at + 1, "offices")
        )
    for _ in range(3):
        if not ctx.capital(at, base):
            return False
        hit = next(iter(ctx.find(at, "countries", "bodies", "offices")), None)
        if hit is None:
            return True
        at = hit.last
    return False


def complement(ctx: Context, hit: Hit) -> int:
    """End of the office with what it takes: field, organ, commission, unit, forces."""
    takes, end = hit.entry.row["takes"], hit.last
    if not takes or not ctx.same_line(hit.first, end):
        return end
    if takes in ("field", "named field"):
        return _field(ctx, end)
    if takes == "commission":
        inner = titles.institution(ctx, end, small=True).inner
        return inner if any(ctx.tokens.capital[end:inner]) else end
    if takes == "household":
        return _household(ctx, end)
    if takes == "adviser":
        return max(titles.institution(ctx, end).inner, titles.word(ctx, end, small=True))
    if takes in ("organ", "unit", "forces", "speaker", "cabinet", "title"):
        return _organ(ctx, end, takes)
    return end


def _household(ctx: Context, at: int) -> int:
    """End of `Chánh Văn phòng` with the organ or the office it serves."""
    served = next((hit.last for hit in ctx.find(at, "offices") if hit.category in ("state", "government", "royal")), at)
    return max(_organ(ctx, at, "organ"), served if ctx.tokens.capital[at] else at)


def _field(ctx: Context, start: int) -> int:
    """End of a portfolio: [Bộ] Ngoại giao; Văn hóa, Thể thao và Du lịch."""
    at = start + 1 if ctx.tokens.key[start] in words("ministry head") else start
    if not ctx.same_line(at, start - 1):
        return start
    end = titles.institution(ctx, at, pairs=False, field=True).inner
    if end == at and not ctx.tokens.capital[at]:
        end = titles.word(ctx, at, small=True) or at
    if end == at:
        return _organ(ctx, start, "cabinet")
    for split in range(at + 1, end):
        if ctx.tokens.key[split] in words("and") and tuple(ctx.tokens.key[split + 1 : end]) in phrases(
            "sole portfolio"
        ):
            return split
    return end


def _organ(ctx: Context, at: int, takes: str) -> int:
    """End of the organ, committee or unit at `at` that an office holds; `at` where none does or the body is its own."""
    found = ctx.find(at, "bodies")
    if found and found[0].form in ("name", "party"):
        return found[0].last if found[0].category == "seat" else at
    for hit in found:
        if hit.form == "organ" and (hit.category in _STATE or takes == "speaker"):
            if organs.generic(ctx, hit.last, at):
                return at
            if titles.before_party(ctx, hit.last):
                continue
            if takes == "speaker" or _own_name(ctx, hit.last):
                return hit.last
            second = _second_organ(ctx, hit)
            if second:
                return second
            return max(hit.last, titles.institution(ctx, hit.last).inner)
        if hit.form == "head" and takes != "cabinet" and hit.category in ("ministry", "body", "unit"):
            if not ctx.tokens.capital[at] and not ctx.capital(hit.last, at):
                continue
            ministry = hit.category == "ministry"
            extent = titles.institution(ctx, hit.last, small=not ministry, field=ministry)
            if extent.outer > extent.inner and bodies.abbreviation(ctx, extent.outer, at):
                return at
            if extent.inner > hit.last:
                return at if _international(ctx, hit.last, extent.inner) else extent.inner
    if takes in ("unit", "forces", "title") and ctx.tokens.capital[at]:
        return titles.institution(ctx, at).inner
    return at


def _second_organ(ctx: Context, hit: Hit) -> int:
    """End of a second organ that the same office heads (Hội đồng Nhà nước và Hội đồng Bộ trưởng); 0 for none."""
    if ctx.key(hit.last, hit.first) not in words("and") or not ctx.capital(hit.last + 1, hit.first):
        return 0
    same = (other.last for other in ctx.find(hit.last + 1, "bodies") if other.category == hit.category == "government")
    return next(same, 0)


def _own_name(ctx: Context, at: int) -> bool:
    """Whether a party or an international organisation follows, a mention of its own."""
    return ctx.same_line(at - 1, at) and any(
        hit.form == "party" or hit.category == "international" for hit in ctx.find(at, "bodies")
    )


def _international(ctx: Context, first: int, last: int) -> bool:
    """Whether a name ends in an international organisation that owns the body: it is a mention of its own."""
    for at in range(first, last):
        if any(hit.category == "international" and hit.last == last for hit in ctx.find(at, "bodies")):
            return ctx.tokens.key[at - 1] != "-"
    return False
