"""Words of two syllables and words joined by a hyphen inside names, which no table holds."""

from __future__ import annotations

from helpers.entities.context import Context
from helpers.entities.syllables import vietnamese
from helpers.entities.tokens import UPPER
from helpers.entities.vocabulary import words


def compound(ctx: Context, at: int) -> int:
    """End of a word of two syllables, only the first with a capital, that no table holds (Mật vụ, Quan sát); 0 for none."""
    after = at + 1
    tokens = ctx.tokens
    if (ctx.key(at - 1, at) == "-" and tokens.glued(at)) or ctx.key(after, at) in words("ordinal head"):
        return 0
    if not ctx.same_line(after, at) or tokens.capital[after] or tokens.initial[at] or ctx.dated[after] >= 0:
        return 0
    if not vietnamese(tokens.word[at]) or not vietnamese(tokens.word[after]) or len(tokens.word[after]) < 2:
        return 0
    begins = any(hit.last > after + 1 or "head" not in (hit.form or hit.category) for hit in ctx.hits[after])
    if tokens.key[after] in words("link") or ctx.hits[at] or begins or ctx.titles[after] or ctx.cues[after]:
        return 0
    return after + 1


def hyphen(ctx: Context, at: int) -> bool:
    """Whether a hyphen at `at` stands inside a proper name: Shangri-La, Shangri - La."""
    tokens = ctx.tokens
    if ctx.key(at, at - 1) != "-" or not ctx.capital(at + 1, at):
        return False
    tight = tokens.glued(at) and tokens.glued(at + 1)
    foreign = not vietnamese(tokens.word[at - 1]) and tokens.shape[at + 1] is not UPPER
    return foreign and (tight or not (ctx.hits[at + 1] or ctx.outlets[at + 1]))
