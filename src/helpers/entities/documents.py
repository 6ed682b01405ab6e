"""Named documents and frameworks (type DOC), named events and series (type EVENT)."""

from __future__ import annotations

from helpers.entities import bodies, countries, heading_ends, heading_parts, headings
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.tokens import UPPER
from helpers.entities.vocabulary import phrase, phrases, words

_LONGEST = 70
_NEAR = 18  # tokens back to the office whose field a title would be


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the document or event named from token `at` on."""
    found = ctx.find(at, "documents", "events")
    if not found:
        return None
    if _after_field_head(ctx, at) or _of_an_office(ctx, at):
        return None
    body = next((hit for hit in ctx.find(at, "bodies") if hit.form in ("head", "name", "organ", "party")), None)
    if _portfolio(ctx, at, found[0]):
        return None
    place = next((hit for hit in ctx.find(at, "places") if "head" not in hit.category), None)
    if any(longer and longer.last > found[0].last for longer in (body, place)):
        return None
    for hit in found:
        kind = "DOC" if hit.table == "documents" else "EVENT"
        if hit.category == "name":
            return Piece(at, _after_name(ctx, hit), kind, "", "name")
        end = (_quoted(ctx, hit) if kind == "DOC" else 0) or headings.end_of(ctx, hit, kind)
        if end:
            return Piece(at, end, kind, "", "title")
    return None


def _after_field_head(ctx: Context, at: int) -> bool:
    """Whether `bộ`, `ngành` or `sở` stands before: Bộ | Kế hoạch; not where it ends a compound (cơ sở | Hiến chương)."""
    compound = (ctx.key(at - 2, at), ctx.key(at - 1, at)) in phrases("not a field head")
    return ctx.key(at - 1, at) in words("field head") and not ctx.tokens.initial[at] and not compound


def _of_an_office(ctx: Context, at: int) -> bool:
    """Whether `về` joins the words to an office and the body it is in (Đại diện cấp cao của … về | Chính sách …): the
    field of the office, no document."""
    before = at - 1
    if ctx.key(before, at) not in words("title subject"):
        return False
    while ctx.same_line(before - 1, at) and at - before < _NEAR and ctx.tokens.word[before - 1] not in (",", ";", "."):
        before -= 1
        office = next((hit for hit in ctx.find(before, "offices") if hit.entry.row["takes"] == "envoy"), None)
        if office and office.last < at:
            return not any(ctx.verbs[between] for between in range(office.last, at - 1))
    return False


def _portfolio(ctx: Context, at: int, head: Hit) -> bool:
    """Whether the word is one of a body's name: Kế hoạch và Đầu tư; Nghiên cứu | Chiến lược."""
    longer = any(hit.category == "field" and hit.last > head.last for hit in ctx.titles[at])
    before = (hit for first in range(max(0, at - 2), at) if ctx.capital(first, at) for hit in ctx.titles[first])
    deed = any(hit.last == at and hit.category == "deed" for hit in before)
    return ctx.tokens.capital[at] and head.table == "documents" and (longer or deed)


def extended(ctx: Context, at: int) -> Piece | None:
    """`G7 mở rộng`, `dự APEC`: the name of a body that stands for its meeting."""
    for hit in ctx.find(at, "bodies"):
        if hit.category != "international":
            continue
        if ctx.same_line(hit.last, at) and phrase(ctx.tokens.key, hit.last, "enlarged"):
            return Piece(at, heading_parts.series(ctx, hit.last, at), "EVENT", "", "extended meeting")
        if ctx.key(at - 1, at) in words("attend") and ctx.tokens.shape[at] is UPPER:
            return Piece(at, heading_parts.series(ctx, hit.last, at), "EVENT", "", "meeting attended")
    return None


def bracketed(ctx: Context, piece: Piece) -> Piece | None:
    """The abbreviation in brackets after a body, document or event."""
    if piece.type not in ("ORG", "DOC", "EVENT"):
        return None
    end = bodies.abbreviation(ctx, piece.last, piece.first)
    if not end:
        return None
    known = any(hit.table == "bodies" and hit.last == end for hit in ctx.hits[piece.last + 1])
    return Piece(piece.last + 1, end, "ORG" if known else piece.type, "", "abbreviation")


def _after_name(ctx: Context, hit: Hit) -> int:
    """End of a proper name with its number: SEA Games 31, UNCLOS 1982."""
    if hit.table == "events":
        end = heading_parts.series(ctx, hit.last, hit.first, any_number=True)
        venue = countries.place(ctx, end) if ctx.same_line(end, hit.first) else None
        return heading_parts.series(ctx, venue.last, hit.first, any_number=True) if venue else end
    return heading_parts.series(ctx, hit.last, hit.first)


def _quoted(ctx: Context, hit: Hit) -> int:
    """End of a title that stands alone in quotation marks; 0 where the marks hold what somebody says."""
    at = hit.first
    closing = heading_ends.QUOTES.get(ctx.tokens.word[at - 1]) if ctx.same_line(at - 1, at) else None
    if not closing or not ctx.tokens.capital[at]:
        return 0
    for end in range(at + 1, min(at + _LONGEST, len(ctx.tokens))):
        if not ctx.same_line(end, at) or any(found.category == "speech" for found in ctx.titles[end]):
            return 0
        if ctx.tokens.word[end] == closing:
            return end if end > hit.last and not ctx.sign(end - 1) else 0
    return 0
