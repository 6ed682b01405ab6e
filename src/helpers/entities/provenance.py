"""Which rows of the lexicon stand in a mention: what a reader checks where a rule over-fires."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.syllables import surnames

_TRADITIONS = ("vi", "zh", "ko")


def entries(ctx: Context, piece: Piece) -> Iterator[str]:
    """Yield the rows from left to right as `table: entry`, the longest at each place; for a person's name its surname.

    Of a date there is none: its grammar has its own words.
    """
    if piece.type == "PER":
        yield from _surname(ctx, piece)
        return
    at = piece.first
    while piece.type != "DATE" and at < piece.last:
        hit = _longest(ctx, at, piece.last)
        if hit:
            yield hit.label
        at = hit.last if hit else at + 1


def _longest(ctx: Context, at: int, end: int) -> Hit | None:
    rows = [hit for hits in (ctx.hits[at], ctx.outlets[at], ctx.titles[at]) for hit in hits if hit.last <= end]
    return max((hit for hit in rows if hit.category not in ("stop", "speech")), key=lambda hit: hit.last, default=None)


def _surname(ctx: Context, piece: Piece) -> Iterator[str]:
    key = ctx.tokens.key[piece.first]
    if piece.last - piece.first > 1 and any(key in surnames(tradition) for tradition in _TRADITIONS):
        yield f"surnames: {ctx.tokens.word[piece.first].title()}"
