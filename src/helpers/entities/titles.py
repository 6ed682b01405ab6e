"""Where a name made of institutional words ends: ministries, committees, portfolios.

Vietnamese writes only some words of such names with a capital (Ủy ban Thường vụ Quốc hội, Cơ quan Hợp tác quốc tế);
the vocabulary in `title_words.csv` tells which small words may stand inside one.
"""

from __future__ import annotations

from typing import NamedTuple

from helpers.entities import compounds, countries, ordinals
from helpers.entities.context import Context
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import UPPER
from helpers.entities.vocabulary import phrase, words

_LONGEST = 24


class Extent(NamedTuple):
    """Ends of a name (token numbers): `inner` without a country or city that comes last, `outer` with it."""

    inner: int
    outer: int


def word(ctx: Context, index: int, *, small: bool) -> int:
    """End of the institutional word at `index`, 0 for none; `small` lets words of action in without a capital."""
    for hit in ctx.titles[index]:
        if hit.category == "stop":
            return 0
        if hit.category == "speech":
            continue
        deed = any(other.category == "deed" and other.last == hit.last for other in ctx.titles[index])
        inside = small or any(ctx.tokens.capital[index : hit.last]) or hit.category == "quality"
        if inside or (hit.category == "field" and not deed):
            return hit.last
    return 0


def institution(
    ctx: Context, start: int, *, names: bool = False, small: bool = False, pairs: bool = True, field: bool = False
) -> Extent:
    """Return how far the name of a body goes on from token `start`, the first after its head.

    `names` accepts words that are no institutional vocabulary if they have a capital (firms, universities), `small`
    a first word of action written small, `pairs` countries joined by a dash as part of the name; `field` keeps to the
    words of a portfolio.
    """
    at = inner = outer = start
    about = False
    while at - start < _LONGEST and ctx.same_line(at, start - 1) and ctx.dated[at] < 0:
        pair = countries.pair(ctx, at)
        if pair > at:
            if not pairs or at == start:
                break
            at = inner = outer = pair
            continue
        last = countries.formal(ctx, at) or countries.at(ctx, at) or countries.place(ctx, at)
        if last and last.last > word(ctx, at, small=False):
            branch = _branch(ctx, last.last, start)
            if branch and not field:
                at = inner = outer = branch
                about = False
                continue
            outer = countries.end_of(ctx, last.last) or last.last if last.category == "region" else last.last
            break
        proper = names and (inner == start or _unknown(ctx, at - 1))
        end = _piece(ctx, at, names=proper, small=(small and at == start) or about, field=field)
        if end:
            at = inner = outer = end
            continue
        if names and compounds.hyphen(ctx, at):
            at = inner = outer = at + 2
            continue
        about = about or (ctx.tokens.key[at] in words("title subject") and not field)
        step = _link(ctx, at, start, field=field, about=about)
        if not step:
            break
        at = step
    return Extent(inner, outer)


def _piece(ctx: Context, at: int, *, names: bool, small: bool, field: bool) -> int:
    """End of one piece of a name at `at`: a body inside it, an institutional word, an abbreviation; 0 for none."""
    tokens = ctx.tokens
    end = word(ctx, at, small=small) or ordinals.of_unit(ctx, at) or phrase(tokens.key, at, "namesake")
    capital = tokens.capital[at]
    if capital and not field:
        for body in ctx.find(at, "bodies"):
            if body.category == "ministry" and (of := institution(ctx, body.last, field=True).inner) > body.last:
                return of
            if (
                (body.form in ("organ", "name") or body.category == "unit")
                and body.last >= end
                and not before_party(ctx, body.last)
            ):
                return body.last
    if end:
        return end
    if not capital or tokens.shouted[at]:
        return 0
    if tokens.shape[at] is UPPER:
        if len(tokens.word[at]) == 2 and ctx.capital(at + 1, at) and not vietnamese(tokens.word[at + 1]):
            return 0  # initials of a person: HR McMaster
        other = any(hit.category in ("international", "area head") for hit in ctx.hits[at])
        return 0 if tokens.key[at] in words("roman") or (other and (field or ctx.find(at, "places"))) else at + 1
    if field or (_person(ctx, at) and not (names and _unknown(ctx, at - 1))):
        return 0
    head = next((hit.last for hit in ctx.find(at, "bodies") if hit.form == "head" and hit.last > at + 1), 0)
    whole = head or (0 if names and _unknown(ctx, at - 1) else compounds.compound(ctx, at))
    if names and not whole and not tokens.initial[at]:
        return at + 1
    return whole


def before_party(ctx: Context, at: int) -> bool:
    """Whether `Đảng` before token `at` begins the name of a party (Trung ương | Đảng Cộng sản …)."""
    return (
        ctx.key(at - 1, at - 2) in words("party head")
        and ctx.capital(at, at - 1)
        and bool(ctx.titles[at])
        and not countries.at(ctx, at)
        and not any(hit.form == "organ" for hit in ctx.find(at, "bodies"))
    )


def _unknown(ctx: Context, at: int) -> bool:
    """Whether a word is in no table: a part of a proper name that may go on."""
    return ctx.tokens.capital[at] and not ctx.titles[at] and not ctx.hits[at]


def _person(ctx: Context, at: int) -> bool:
    """Whether a Vietnamese name seems to begin: a surname before another capital."""
    tokens = ctx.tokens
    return tokens.key[at] in surnames("vi") and ctx.capital(at + 1, at) and vietnamese(tokens.word[at + 1])


def _link(ctx: Context, at: int, start: int, *, field: bool, about: bool) -> int:
    """Token after linking words at `at` if the name goes on after them; 0 if not."""
    base, end = start - 1, at
    while ctx.key(end, base) in words("field link" if field else "link") and end - at < 2:
        end += 1
    if end == at or not ctx.same_line(end, base) or ctx.dated[end] >= 0:
        return 0
    if "," in ctx.tokens.key[at:end] and not _listed(ctx, end, base):
        return 0
    leads_out = ctx.tokens.key[end - 1] in words("list link")
    if leads_out and (countries.at(ctx, end) or any(hit.form in ("organ", "head") for hit in ctx.find(end, "bodies"))):
        return 0
    piece = _piece(ctx, end, names=False, small=False, field=field)
    if piece and any(ctx.tokens.capital[end:piece]):
        return end
    subject = ctx.tokens.key[at] in words("subject link") or (about and ctx.tokens.key[at] != ",")
    return end if subject and word(ctx, end, small=True) else 0


def _branch(ctx: Context, at: int, start: int) -> int:
    """End of `Phân ban Việt Nam | trong Ủy ban …`: the committee of which a country's part is the branch; 0 for none."""
    if ctx.key(at, start - 1) != "trong" or not ctx.same_line(at + 1, start - 1):
        return 0
    for hit in ctx.find(at + 1, "bodies"):
        if hit.form == "head" and (inner := institution(ctx, hit.last).inner) > hit.last:
            return inner
    return 0


def _listed(ctx: Context, at: int, base: int) -> bool:
    """Whether a comma before `at` stands inside a name: another institutional word, then `và` and one more."""
    end = word(ctx, at, small=False) if ctx.tokens.capital[at] else 0
    if not end or not ctx.same_line(end + 1, base):
        return False
    if ctx.tokens.key[end] in words("and"):
        return ctx.tokens.capital[end + 1] and bool(word(ctx, end + 1, small=False))
    return ctx.tokens.key[end] == "," and _listed(ctx, end + 1, base)
