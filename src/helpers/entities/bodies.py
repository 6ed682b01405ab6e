"""Organisations by a head or a proper name: committees, firms, media, international bodies (codebook type ORG)."""

from __future__ import annotations

from helpers.entities import countries, ordinals, organs, titles
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.syllables import vietnamese
from helpers.entities.tokens import TITLE, UPPER
from helpers.entities.vocabulary import phrase, phrases, words

_TO_BRACKET = 12  # tokens from the end of a name to the bracket with its abbreviation


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the body named from token `at` on."""
    for hit in ctx.find(at, "bodies"):
        end = _end(ctx, hit)
        if end:
            end = _to_bracket(ctx, hit, end) or _before_person(ctx, hit, end) or end
            return Piece(at, end, "ORG", "", f"body: {hit.category}")
        if hit.form == "organ" and not titles.before_party(ctx, hit.last):
            return None
    return party(ctx, at) or _delegation(ctx, at)


def listed(ctx: Context, at: int, previous: Piece | None) -> Piece | None:
    """Return a ministry whose head stands before the first of a list: `Bộ Tài chính, Công Thương và Xây dựng`."""
    if previous is None or not previous.rule.startswith(("body: ministry", "ministry in a list")):
        return None
    joint = (
        at == previous.last + 1 and ctx.same_line(previous.last, at) and ctx.tokens.key[previous.last] in words("list")
    )
    if not joint or not ctx.tokens.capital[at] or ctx.tokens.shouted[at] or not titles.word(ctx, at, small=False):
        return None
    end = titles.word(ctx, at, small=False)
    return Piece(at, countries.end_of(ctx, end) or end, "ORG", "", "ministry in a list")


def _end(ctx: Context, hit: Hit) -> int:
    if hit.form == "organ":
        return organs.end_of(ctx, hit)
    if hit.form == "head":
        return _headed(ctx, hit)
    if hit.form == "party":
        return countries.end_of(ctx, hit.last) or hit.last
    if hit.category != "international":
        return hit.last
    held = any(office.last < hit.last for office in ctx.find(hit.first, "offices"))
    return 0 if held and ctx.capital(hit.last, hit.first) else organs.owner(ctx, hit.last)


def _headed(ctx: Context, hit: Hit) -> int:
    """End of a name that begins with a head word (Ủy ban …); 0 where no name follows."""
    first, at = hit.first, hit.last
    tokens = ctx.tokens
    if not ctx.same_line(first, at) or tokens.shouted[first]:
        return 0
    if organs.several(ctx, first) and hit.category == "ministry":
        return _first_of_list(ctx, first, at)
    if any(place.last > at and "head" not in place.category for place in ctx.find(first, "places")):
        return 0
    foreign = ctx.capital(at, first) and tokens.capital[first] and not vietnamese(tokens.word[at])
    open_name = hit.category in ("firm", "media") or (hit.category == "body" and foreign)
    if countries.at(ctx, at) and not (open_name and tokens.capital[first]):
        return 0
    informative = tokens.capital[first] and not tokens.initial[first]
    proper = tokens.capital[at] or ordinals.of_unit(ctx, at) or (tokens.capital[first] and _of_pair(ctx, at))
    quiet = not tokens.capital[first] and tuple(tokens.key[first:at]) in phrases("quiet head")
    if not informative and (not proper or quiet):
        return 0
    extent = titles.institution(
        ctx, at, names=open_name, small=hit.category != "ministry", field=hit.category == "ministry"
    )
    joint = any(phrase(tokens.key, index, "joint body") for index in range(first, extent.outer))
    if extent.outer == at or (organs.generic(ctx, extent.outer, first) and not joint):
        return 0
    if extent.inner == at and not (open_name and informative):
        return 0
    return extent.outer


def _first_of_list(ctx: Context, first: int, at: int) -> int:
    """End of the first ministry in a list with one head (các Bộ | Tài chính, Công Thương và Xây dựng); 0 for others."""
    end = titles.word(ctx, at, small=False) if ctx.capital(at, first) else 0
    more = ctx.key(end, first) == "," and ctx.capital(end + 1, first) and titles.word(ctx, end + 1, small=False)
    return end if more and ctx.key(first - 1, first) in words("whole list") else 0


def _of_pair(ctx: Context, at: int) -> bool:
    """Whether the name after a head holds a pair of countries (Nhóm nghị sĩ | hữu nghị Việt Nam - Áo)."""
    end = titles.institution(ctx, at).inner
    return any(countries.pair(ctx, index) > index for index in range(at, end))


def party(ctx: Context, at: int) -> Piece | None:
    """`Đảng` (the ruling party), `đảng Dân chủ Tự do`, `Đảng Cộng sản Trung Quốc`."""
    tokens = ctx.tokens
    if tokens.key[at] not in words("party head"):
        return None
    if ctx.capital(at + 1, at) and not tokens.shouted[at]:
        extent = titles.institution(ctx, at + 1, names=True)
        if extent.inner > at + 1:
            return Piece(at, extent.outer, "ORG", "", "party")
    if organs.channel(ctx, at) or organs.shared(ctx, at, at + 1) or not tokens.capital[at] or tokens.shouted[at]:
        return None
    if organs.several(ctx, at) or phrase(tokens.key, at + 1, "kind of party"):
        return None
    return Piece(at, at + 1, "ORG", "", "party: bare")


def _delegation(ctx: Context, at: int) -> Piece | None:
    """`Đoàn đại biểu cấp cao Chính phủ Nhật Bản`: a delegation with a name."""
    if ctx.tokens.key[at] not in words("delegation head"):
        return None
    end, high = at + 1, False
    while ctx.same_line(end, at) and (step := phrase(ctx.tokens.key, end, "delegation")):
        end, high = step, high or tuple(ctx.tokens.key[end:step]) in phrases("high level")
    if end == at + 1 or not ctx.same_line(end, at):
        return None
    found = next((last for hit in ctx.find(end, "bodies") if (last := _end(ctx, hit))), 0)
    named = party(ctx, end) if not found else None
    last = found or (named.last if named else 0) or (countries.end_of(ctx, end) if high else 0)
    last = _of_several(ctx, end, last) or last
    return Piece(at, last, "ORG", "", "delegation") if last else None


def _of_several(ctx: Context, first: int, end: int) -> int:
    """End of the last of several organs of one country that send a delegation (Đảng và Nhà nước Triều Tiên); 0 for one."""
    bare = end and not any(countries.end_of(ctx, at) == end for at in range(first + 1, end))
    if not bare or ctx.key(end, first) not in words("list") or not ctx.same_line(end + 1, first):
        return 0
    further = next((hit for hit in ctx.find(end + 1, "bodies") if hit.form == "organ"), None)
    last = organs.end_of(ctx, further) if further else 0
    if further is None or not last:
        return 0
    return _of_several(ctx, end + 1, last) or (last if countries.end_of(ctx, further.last) == last else 0)


def _to_bracket(ctx: Context, hit: Hit, end: int) -> int:
    """End of a name that goes on in small words to the abbreviation in brackets (Trung tâm Nghiên cứu | chiến lược và
    quốc tế (CSIS)); 0 where it does not."""
    if hit.category not in ("body", "unit", "forces") or not ctx.tokens.capital[hit.first]:
        return 0
    at = end
    while ctx.same_line(at, end - 1) and at - end < _TO_BRACKET and ctx.dated[at] < 0:
        if at > end and ctx.key(at, at - 1) == "(":
            return at if abbreviation(ctx, at, hit.first) else 0
        step = titles.word(ctx, at, small=True) or (at + 1 if ctx.tokens.key[at] in words("link") else 0)
        proper = ctx.tokens.capital[at] and not ctx.hits[at] and ctx.key(at + 1, at) == "("
        if not step and not proper:
            return 0
        at = step or at + 1
    return 0


def _before_person(ctx: Context, hit: Hit, end: int) -> int:
    """End of a firm's name before that of its head (lãnh đạo | Tập đoàn AKA | Tanabe Osamu); 0 where none follows.

    After an office or `lãnh đạo` a firm that is named by an abbreviation or in the table ends there, if two foreign
    words or more remain.
    """
    first, at = hit.first, hit.last
    led = ctx.key(first - 2, first), ctx.key(first - 1, first)
    office = any(
        found.last == first for before in range(max(0, first - 6), first) for found in ctx.find(before, "offices")
    )
    if hit.category != "firm" or not (office or led in phrases("head of a firm")):
        return 0
    known = next((found.last for found in ctx.find(at, "bodies") if found.form == "name"), 0)
    name = known or (at + 1 if ctx.tokens.shape[at] is UPPER else 0)
    rest = range(name, end)
    strange = all(ctx.tokens.shape[i] is TITLE and not ctx.hits[i] and not ctx.titles[i] for i in rest)
    return name if name and 2 <= len(rest) <= 3 and strange else 0


def abbreviation(ctx: Context, at: int, base: int) -> int:
    """End of an abbreviation that stands in brackets at `at` ("(JICA)"): the token after it; 0 for none."""
    if ctx.key(at, base) != "(" or not ctx.same_line(at + 2, base):
        return 0
    end, capitals = at + 1, False
    while ctx.same_line(end, base) and end - at < 7 and ctx.tokens.key[end] != ")":
        upper = ctx.tokens.shape[end] is UPPER
        if not upper and not (capitals and (ctx.tokens.key[end] in ("-", "&", "+") or ctx.tokens.capital[end])):
            return 0
        capitals = capitals or upper
        end += 1
    return end if ctx.key(end, base) == ")" and end > at + 1 else 0
