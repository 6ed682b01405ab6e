"""Names in the credits of pictures and at the end or head of articles: who took, wrote, compiled."""

from __future__ import annotations

from helpers.entities.context import Context
from helpers.entities.syllables import vietnamese
from helpers.entities.vocabulary import words

_JOINTS = frozenset("/-")
_REACH = 9  # tokens back to the word that opens a credit


def credited(ctx: Context, at: int, end: int) -> bool:
    """Whether the name at tokens [at, end) stands in a credit: `Ảnh: Trí Dũng`, `(Ảnh: VGP/Nhật Bắc)`, a signature."""
    return _first(ctx, at, end) or _second(ctx, at, end) or _signature(ctx, at, end)


def _first(ctx: Context, at: int, end: int) -> bool:
    if end == at + 1 and ctx.same_line(end, at) and not (ctx.sign(end) or ctx.tokens.capital[end]):
        return False  # a sentence begins after the colon
    before = at
    while ctx.key(before - 1, at) in (":", "(", "/") and ctx.same_line(before - 1, at):
        before -= 1
    cue = ctx.cue_before(before, "credit")
    return cue is not None and before < at and ctx.tokens.key[cue.first] not in words("source word")


def _second(ctx: Context, at: int, end: int) -> bool:
    """A name after another source, to the end of its bracket or line: `Ảnh: VGP/Nhật Bắc`, `Bài, ảnh: A - B`."""
    if ctx.key(at - 1, at) not in _JOINTS or not ctx.same_line(at - 1, at):
        return False
    if ctx.same_line(end, at) and not ctx.sign(end):
        return False
    for before in range(at - 2, max(at - _REACH, -1), -1):
        if not ctx.same_line(before, at) or not (ctx.tokens.capital[before] or ctx.sign(before)):
            return False
        if ctx.tokens.key[before] == ":" and ctx.cue_before(before, "credit"):
            return True
        cue = ctx.cue_before(before, "credit") if ctx.outlets[before] else None
        if cue and ctx.tokens.key[cue.first] not in words("source word"):
            return True
    return False


def _names_else(ctx: Context, at: int) -> bool:
    """Whether a place or body is named at `at`; a given name may begin like a country (Việt | Anh)."""
    found = ctx.find(at, "countries", "places", "bodies")
    return any(hit.category != "pair" for hit in found)


def _signature(ctx: Context, at: int, end: int) -> bool:
    """A name alone in its line, or there before a date or `(Theo …)`."""
    tokens = ctx.tokens
    if ctx.same_line(at - 1, at) or tokens.zones[tokens.line[at]] == "headline":
        return False
    if not 2 <= end - at <= 4 or not all(tokens.capital[at:end]) or _names_else(ctx, at):
        return False
    if not ctx.same_line(end, at):
        whole = all(len(word) > 1 for word in tokens.word[at:end])
        return whole and all(vietnamese(word) for word in tokens.word[at : end - 1])
    if tokens.key[end] not in ("-", "|", "(", ",") or not ctx.same_line(end + 1, at):
        return False
    if tokens.key[end] == "(" and (ctx.cue(end + 1, "credit") or ctx.outlets[end + 1]):
        return True
    return ctx.dated[end + 1] >= 0
