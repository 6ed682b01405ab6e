"""News outlets as sources: agencies, papers, websites (type ORG)."""

from __future__ import annotations

from helpers.entities.context import Context, Piece
from helpers.entities.syllables import vietnamese
from helpers.entities.vocabulary import words


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the outlet named at token `at`; names that are also common words only where a source is given."""
    end = _website(ctx, at)
    if end:
        return Piece(at, end, "ORG", "", "website")
    for hit in ctx.outlets[at]:
        own = any(not vietnamese(word) for word in ctx.tokens.word[at : hit.last] if word.isalpha())
        if own or hit.last - at > 3 or ctx.tokens.key[at] in words("outlet head") or _given(ctx, at):
            return Piece(at, hit.last, "ORG", "", "outlet")
    return None


def _given(ctx: Context, at: int) -> bool:
    """Whether a source is given here: `Theo Nhân Dân`, `Ảnh: Thanh Niên`, `báo Lao Động`, a byline."""
    before = at
    while ctx.same_line(before - 1, at) and ctx.tokens.key[before - 1] in (":", "(", "/"):
        before -= 1
    cue = ctx.cue_before(before, "credit")
    if cue and (before < at or ctx.tokens.key[cue.first] == "theo"):
        return True
    return ctx.key(at - 1, at) in words("outlet head") or ctx.tokens.zones[ctx.tokens.line[at]] == "byline"


def _website(ctx: Context, at: int) -> int:
    """End of an address such as chinhphu.vn; 0 for none."""
    tokens = ctx.tokens
    end = at
    while (
        ctx.key(end + 1, at) == "." and tokens.glued(end + 1) and ctx.same_line(end + 2, at) and tokens.glued(end + 2)
    ):
        end += 2
    return end + 1 if end > at and tokens.key[end] in words("domain") and len(tokens.word[at]) > 2 else 0
