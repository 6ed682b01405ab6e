"""What the shape of a name shows by itself, and a person or a verb of meeting beside it."""

from __future__ import annotations

from helpers.entities.context import Context, Piece
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import TITLE
from helpers.entities.vocabulary import words


def shows(ctx: Context, at: int, end: int) -> str:
    """What the shape of a name shows: a Vietnamese surname and syllables, or foreign words; "" for nothing."""
    tokens = ctx.tokens
    parts = [tokens.word[index] for index in range(at, end) if tokens.capital[index]]
    if not 1 < len(parts) < 6 or ctx.cue_before(at, "thing") or any(hit.last > at + 1 for hit in ctx.hits[at]):
        return ""
    if ctx.key(at - 1, at).isdigit() or ctx.key(at - 1, at) in words("title place"):
        return ""  # an address, a place
    if all(vietnamese(word) for word in parts):
        return "Vietnamese surname" if _local(ctx, at, end, len(parts)) else ""
    if tokens.shouted[at] or ctx.titles[at] or ctx.cue_before(at, "place preposition") or _machine(ctx, at, end):
        return ""
    if any(word.isupper() and len(word) > 2 for word in parts):
        return ""
    if tokens.key[at] in surnames("ko") and not tokens.initial[at] and not ctx.find(at + 1, "places"):
        return "Korean surname"
    if tokens.initial[at] and vietnamese(tokens.word[at]):
        return ""
    return "foreign name" if ctx.acts(end, at) or not any(vietnamese(word) for word in parts) else ""


def _local(ctx: Context, at: int, end: int, length: int) -> bool:
    """Whether syllables are a Vietnamese or Chinese name: a surname, and three of them or a verb of acting after two."""
    tokens = ctx.tokens
    if tokens.key[at] not in surnames("vi") | surnames("zh"):
        return False
    if tokens.shouted[at]:
        return length > 2 and tokens.key[at] in surnames("vi")
    plain = tokens.initial[at] and tokens.key[at + 1] in ctx.lowered
    return ctx.acts(end, at) or (length > 2 and not plain)


def _machine(ctx: Context, at: int, end: int) -> bool:
    """Whether a type number stands before the words, or a roman number ends them: machines, not men."""
    before = ctx.key(at - 1, at)
    numbered = before.isdigit() or (len(before) == 1 and ctx.key(at - 2, at).isdigit())
    return numbered or ctx.tokens.key[end - 1] in words("roman")


def beside(ctx: Context, at: int, end: int, previous: Piece | None) -> str:
    """What a person named just before shows: `A và B`, `A (trái) và B`; or a verb of meeting: `gặp Merrick`."""
    tokens = ctx.tokens
    if previous and previous.type == "PER" and end - at > 1 and ctx.same_line(previous.last, at):
        gap = tokens.key[previous.last : at]
        whole = all(tokens.capital[at:end]) and tokens.key[at] in surnames("vi") and not tokens.shouted[at]
        aside = ctx.cue(previous.last + 1, "side") if gap and gap[0] == "(" else None
        if gap and gap[-1] in words("and") and whole and (len(gap) == 1 or (aside and aside.last == at - 2)):
            return "beside a person"
    known = ctx.hits[at] or ctx.titles[at] or ctx.outlets[at] or tokens.shape[at] is not TITLE
    if known or end > at + 1 or vietnamese(tokens.word[at]) or ctx.capital(end, at) or tokens.shouted[at]:
        return ""
    return "after a verb of meeting" if ctx.cue_before(at, "meeting") and ctx.key(end, at) != "-" else ""
