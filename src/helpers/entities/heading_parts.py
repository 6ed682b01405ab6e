"""The pieces that titles of documents and events are made of."""

from __future__ import annotations

from typing import NamedTuple

from helpers.entities import bodies, compounds, countries, ordinals, titles
from helpers.entities.context import Context
from helpers.entities.tokens import NUMBER, UPPER
from helpers.entities.vocabulary import phrase, words

_HEADS = frozenset({"area head", "site head", "seat head"})


class Heading(NamedTuple):
    """A title begun: first token of its head, DOC or EVENT, whether the capital of the head means something, whether
    a bare number may follow it (đại hội 19), whether the head is a title by itself (Bộ Quy tắc ứng xử)."""

    base: int
    kind: str
    strong: bool
    numbered: bool
    whole: bool


class Part(NamedTuple):
    """One piece of a title: where it ends (0 for none), and whether it makes the title a name."""

    end: int
    names: bool


def part(ctx: Context, at: int, heading: Heading, *, about: bool) -> Part:
    """Return the piece of a title at token `at`; `about` says that the title has come to its subject (về …)."""
    tokens, base, strong = ctx.tokens, heading.base, heading.strong
    numbered = ordinals.ordinal(ctx, at, base)
    if numbered > at:
        return Part(numbered, strong)
    if tokens.key[at].isdigit() and (heading.numbered or _of_series(ctx, at, heading)):
        return Part(at + 1, True)
    if heading.kind == "DOC" and (end := code(ctx, at, base)):
        return Part(end, True)
    pair = countries.pair(ctx, at)
    if pair > at:
        return Part(pair, strong or (heading.kind == "EVENT" and bool(phrase(tokens.key, base, "conference"))))
    inside = _bracket(ctx, at, heading)
    if inside or ctx.sign(at):
        return Part(inside, False)
    if ctx.dated[at] >= 0:
        return Part(at + 1, strong)
    party = bodies.party(ctx, at)
    return Part(party.last, True) if party else _word(ctx, at, heading, about=about)


def code(ctx: Context, at: int, base: int) -> int:
    """End of the number of a document with the letters of who issued it (25-CT/TW, số 98/NQ-CP); 0 for none."""
    tokens = ctx.tokens
    at += ctx.key(at, base) in words("number head")
    if not ctx.key(at, base).isdigit():
        return 0
    end, letters = at + 1, False
    while ctx.key(end, base) in ("-", "/") and ctx.same_line(end + 1, base):
        letters = letters or tokens.shape[end + 1] is UPPER
        end += 2
    return end if letters else 0


def _of_series(ctx: Context, at: int, heading: Heading) -> bool:
    """Whether a number at `at` counts the meetings of the body named before it (Hội nghị Cấp cao ASEAN 44)."""
    if heading.kind != "EVENT" or not heading.strong or ctx.key(at + 1, heading.base) in words("duration unit"):
        return False
    return any(hit.category == "international" and hit.last == at for hit in ctx.hits[at - 1])


def _word(ctx: Context, at: int, heading: Heading, *, about: bool) -> Part:
    """A lexicon entry, an institutional word, a word with a capital; in the subject of a title any word."""
    tokens = ctx.tokens
    capital = tokens.capital[at] and not tokens.shouted[at]
    word = titles.word(ctx, at, small=True)
    for hit in ctx.hits[at]:
        if hit.last < word:
            continue
        if hit.category in _HEADS and (heading.strong or about):
            return Part(hit.last, False)
        listed = hit.table == "documents" and "head" in hit.category and ctx.key(at - 1, at) in words("list")
        if any(tokens.capital[at : hit.last]) and hit.category not in ("pair", "short") and not listed:
            return Part(hit.last, heading.strong or hit.table != "countries")
    if capital and tokens.shape[at] is UPPER:
        return Part(at + 1, True)
    if word:
        return Part(word, capital)
    if capital:
        end = compounds.compound(ctx, at) or at + 1
        hyphen = ctx.key(end, heading.base) == "-" and tokens.glued(end) and ctx.same_line(end + 1, at)
        return Part(end + 2 if hyphen and tokens.glued(end + 1) else end, True)
    free = about and tokens.key[at] not in words("title link") | words("title place")
    return Part(at + 1, True) if free else Part(0, False)


def series(ctx: Context, at: int, base: int, *, any_number: bool = False) -> int:
    """End after `mở rộng`, `lần thứ …`, a year, and for games any number (SEA Games 31)."""
    end = at
    while ctx.same_line(end, base):
        more = phrase(ctx.tokens.key, end, "enlarged") or ordinals.ordinal(ctx, end, base)
        if more <= end and any_number and ctx.tokens.key[end].isdigit() and ctx.dated[end] < 0:
            more = end + 1 if ctx.key(end + 1, base) not in words("duration unit") else end
        if more <= end:
            break
        end = more
    return end


def year(ctx: Context, at: int) -> bool:
    """Whether a date is a bare year or a span of years (năm 1982, giai đoạn 2024-2028), which may belong to a title."""
    first, last = ctx.dates[ctx.dated[at]]
    return all(word in words("year word") or (word.isdigit() and len(word) == 4) for word in ctx.tokens.key[first:last])


def _bracket(ctx: Context, at: int, heading: Heading) -> int:
    """End of a bracket inside a title: an abbreviation before a year, a place in the name of a ceremony."""
    base = heading.base
    after = bodies.abbreviation(ctx, at, base) + 1
    if after > 1 and ctx.same_line(after, base):
        dated = ctx.dated[after] >= 0 and year(ctx, after)
        if dated or ctx.tokens.shape[after] is NUMBER or ordinals.ordinal(ctx, after, base) > after:
            return after
    if heading.kind == "EVENT" and ctx.key(at, base) == "(" and ctx.capital(at + 1, base):
        end = next((hit.last for hit in ctx.find(at + 1, "places")), at + 2)
        if ctx.key(end, base) == ")" and (ctx.key(end + 1, base) == "-" or "-" in ctx.tokens.key[base:at]):
            return end + 1
    return 0
