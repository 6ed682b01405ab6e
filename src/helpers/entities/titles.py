"""Where a name made of institutional words ends: ministries, committees, forums, agreements.

Vietnamese writes only some words of such names with a capital (Ủy ban Thường vụ Quốc hội, Cơ quan Hợp tác quốc tế);
the vocabulary in `title_words.csv` tells which small words may stand inside one.
"""

from __future__ import annotations

from typing import NamedTuple

from helpers.entities.context import Context
from helpers.entities.matcher import Hit
from helpers.entities.tokens import NUMBER, UPPER

_LINKS = frozenset({"-", "/", "&", "và", "của", "về", "các", "vì", "với", "những", "trong", ","})
_ROMAN = frozenset(
    [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
        "xviii",
        "xix",
        "xx",
        "xxi",
    ]
)


class Extent(NamedTuple):
    """Ends of a name (token numbers): `inner` without a country that comes last, `outer` with it."""

    inner: int
    outer: int


def country(ctx: Context, index: int) -> Hit | None:
    """The country named at `index`."""
    return next((hit for hit in ctx.hits[index] if hit.table == "countries" and hit.category == "name"), None)


def country_pair(ctx: Context, index: int) -> int:
    """End of countries joined by dashes that begin at `index` (Việt Nam - Lào - Campuchia); `index` where there are none."""
    first = _side(ctx, index)
    if not first:
        return index
    end, count = first, 1
    while ctx.key(end, index) == "-" and ctx.same_line(end + 1, index) and (more := _side(ctx, end + 1)):
        end, count = more, count + 1
    return end if count > 1 else index


def _side(ctx: Context, index: int) -> int:
    for hit in ctx.hits[index]:
        if hit.table == "countries" or (hit.table == "bodies" and hit.category == "international"):
            return hit.last
    return 0


def word(ctx: Context, index: int, *, small: bool) -> int:
    """End of the institutional word at `index`, 0 for none; `small` lets words of action in without a capital."""
    for hit in ctx.titles[index]:
        if hit.category == "stop":
            return 0
        if (
            ctx.tokens.capital[index]
            or hit.category == "quality"
            or (hit.category == "field" and not _deed(ctx, index, hit))
        ):
            return hit.last
        if small:
            return hit.last
    return 0


def _deed(ctx: Context, index: int, hit: Hit) -> bool:
    return any(other.category == "deed" and other.last == hit.last for other in ctx.titles[index])


def institution(
    ctx: Context, start: int, *, names: bool = False, small: bool = False, pairs: bool = True, limit: int = 16
) -> Extent:
    """Return how far the name of a body goes on from token `start`, the first after its head.

    `names` accepts words that are no institutional vocabulary if they have a capital (firms, universities), `small`
    a first word of action written small, `pairs` countries joined by a dash as part of the name.
    """
    at = inner = outer = start
    while at - start < limit and ctx.same_line(at, start - 1) and ctx.dated[at] < 0:
        pair = country_pair(ctx, at)
        if pair > at:
            if not pairs or at == start:
                break
            at = inner = outer = pair
            continue
        state = country(ctx, at)
        if state:
            outer = state.last
            break
        end = _piece(ctx, at, names=names, small=small and at == start)
        if end:
            at = inner = outer = end
            continue
        place = next(
            (
                hit
                for hit in ctx.hits[at]
                if hit.table == "places" and "head" not in hit.category and hit.category != "state form"
            ),
            None,
        )
        if place:
            outer = place.last
            break
        step = _link(ctx, at, start, names=names)
        if not step:
            break
        at = step
    return Extent(inner, outer)


def _piece(ctx: Context, at: int, *, names: bool, small: bool) -> int:
    """End of one piece of a name at `at`: a body inside it, an institutional word, an abbreviation; 0 for none."""
    end = word(ctx, at, small=small)
    for body in ctx.find(at, "bodies") if ctx.tokens.capital[at] else ():
        if body.category == "ministry" and (field := institution(ctx, body.last, pairs=False).inner) > body.last:
            return field
        if body.form in ("organ", "name", "party") and body.last >= end and not before_party(ctx, body.last):
            return body.last
    if end:
        return end
    if ctx.tokens.shape[at] is UPPER and not ctx.tokens.shouted[at] and ctx.tokens.key[at] not in _ROMAN:
        return at + 1
    if names and ctx.tokens.capital[at] and not ctx.tokens.initial[at]:
        return at + 1
    return 0


def before_party(ctx: Context, at: int) -> bool:
    """Whether `Đảng` before token `at` begins the name of a party (Trung ương | Đảng Cộng sản …)."""
    return (
        ctx.key(at - 1, at - 2) == "đảng" and ctx.capital(at, at - 1) and bool(ctx.titles[at]) and not country(ctx, at)
    )


def _link(ctx: Context, at: int, start: int, *, names: bool) -> int:
    """Token after linking words at `at` if the name goes on after them; 0 if not."""
    end = at
    while ctx.key(end, start - 1) in _LINKS and end - at < 2:
        end += 1
    if end == at or not ctx.same_line(end, start - 1) or ctx.dated[end] >= 0:
        return 0
    if "," in ctx.tokens.key[at:end] and not _listed(ctx, end, start):
        return 0
    if country(ctx, end) and ctx.tokens.key[end - 1] in ("và", "với", "trong", ","):
        return 0
    capital = ctx.tokens.capital[end]
    goes_on = (capital and _piece(ctx, end, names=False, small=False)) or (
        ctx.tokens.key[at] in ("về", "vì", "của") and word(ctx, end, small=True)
    )
    if (
        goes_on
        and any(hit.form == "organ" or hit.form == "head" for hit in ctx.find(end, "bodies"))
        and ctx.tokens.key[end - 1] in ("và", ",", "với")
    ):
        return 0
    return end if goes_on else 0


def _listed(ctx: Context, at: int, start: int) -> bool:
    """Whether a comma before `at` stands inside a name: another institutional word, then `và` and one more."""
    end = word(ctx, at, small=False) if ctx.tokens.capital[at] else 0
    if not end:
        return False
    follow = ctx.key(end, start - 1)
    if follow == "và":
        return (
            ctx.same_line(end + 1, start - 1) and ctx.tokens.capital[end + 1] and bool(word(ctx, end + 1, small=False))
        )
    return follow == "," and ctx.same_line(end + 1, start - 1) and _listed(ctx, end + 1, start)


def ordinal(ctx: Context, at: int, base: int) -> int:
    """End of `lần thứ 12`, `lần II`, `khóa XIII`, `thứ ba`, a year or a roman number at `at`; `at` where there is none."""
    key = ctx.key(at, base)
    if key in ("lần", "khóa", "khoá", "kỳ", "thứ", "số"):
        after = at + 1
        if ctx.key(after, base) == "thứ":
            after += 1
        following = ctx.key(after, base)
        if following and (ctx.tokens.shape[after] is NUMBER or following in _ROMAN or following in _NUMERALS):
            return after + 1
    if key and (ctx.tokens.shape[at] is NUMBER or (key in _ROMAN and ctx.tokens.shape[at] is UPPER)):
        return at + 1 if not key.isdigit() or len(key) in (1, 2, 4) else at
    return at


_NUMERALS = frozenset({"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "đầu"})
