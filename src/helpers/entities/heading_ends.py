"""What the title of a document or event goes on with once it is a name, and what at its end is none of it."""

from __future__ import annotations

from helpers.entities import countries, heading_parts, ordinals
from helpers.entities.context import Context
from helpers.entities.heading_parts import Heading
from helpers.entities.vocabulary import phrase, words

QUOTES = {'"': '"', "“": "”", "«": "»", "'": "'"}
_LONGEST = 40


def goes_on(ctx: Context, at: int, heading: Heading, *, about: bool) -> int:
    """End of what continues a title begun: a year it reaches to (đến năm 2030), for whom it is (cho người …), the
    parliament of a session after a comma (Kỳ họp thứ 8, Quốc hội khóa XV), a theme in quotation marks; 0 for none."""
    base, after = heading.base, at + 1
    if not ctx.same_line(after, base):
        return 0
    key = ctx.tokens.key[at]
    if key in words("title until") and ctx.dated[after] >= 0 and heading_parts.year(ctx, after):
        return ctx.dates[ctx.dated[after]][1]
    if about and (served := phrase(ctx.tokens.key, at, "title beneficiary")):
        return served
    if heading.kind != "EVENT":
        return 0
    if key == ",":
        organ = next((hit for hit in ctx.find(after, "bodies") if hit.category == "parliament"), None)
        end = ordinals.ordinal(ctx, organ.last, base) if organ else 0
        return end if organ and end > organ.last else 0
    return _theme(ctx, at, base)


def _theme(ctx: Context, at: int, base: int) -> int:
    """End of a theme in quotation marks at `at` that an ordinal follows (Diễn đàn "Vành đai" | lần thứ hai); 0 for none."""
    closing = QUOTES.get(ctx.tokens.word[at], "")
    for end in range(at + 1, min(at + _LONGEST, len(ctx.tokens)) if closing else 0):
        if not ctx.same_line(end, base):
            return 0
        if ctx.tokens.word[end] == closing:
            numbered = ordinals.ordinal(ctx, end + 1, base)
            return numbered if numbered > end + 1 else 0
    return 0


def of_another(ctx: Context, at: int, last: int, heading: Heading) -> bool:
    """Whether `của` leads to whose an event or an initiative is, not to a part of its title: an office, a country after
    a name that is complete."""
    after = at + 1
    if at != last or not ctx.same_line(after, heading.base):
        return False
    if heading.kind == "EVENT":
        return bool(ctx.find(after, "offices"))
    complete = any(
        hit.last == at and hit.category == "name"
        for first in range(heading.base, at)
        for hit in ctx.find(first, "documents")
    )
    return complete and bool(countries.end_of(ctx, after))


def without_tail(ctx: Context, start: int, last: int) -> int:
    """`last` without a word at the end after which the name does not go on: `về việc`, `nhóm`."""
    key = ctx.tokens.key
    if last - start > 1 and key[last - 1] in words("open end"):
        return last - 1
    if last - start > 1 and key[last - 1] in words("title tail") and key[last - 2] in words("title subject"):
        return last - 2
    return last


def venue(ctx: Context, at: int, base: int) -> int:
    """End of the country where a season of culture is held (Những ngày Văn hóa Việt Nam | tại Đức), part of its name."""
    if ctx.key(at, base) not in words("mission place") or not ctx.same_line(at + 1, base):
        return at
    return countries.end_of(ctx, at + 1) or at
