"""Persons: names that an office, a form of address or a neighbour shows to be one, and their other mentions."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.entities import names, titles
from helpers.entities.context import Context, Piece
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.vocabulary import words

_SIDES = frozenset({"(", ","})


@dataclass(frozen=True)
class Known:
    """Names found in a document: whole ones as tokens, and the single words that may stand for one of them."""

    whole: dict[str, tuple[tuple[str, ...], ...]]
    rules: dict[tuple[str, ...], str]
    single: frozenset[str]


NOBODY = Known({}, {}, frozenset())


def inventory(ctx: Context, pieces: list[Piece]) -> Known:
    """Return the names that a first reading found: whole names by their first token, and their single words."""
    whole: dict[str, set[tuple[str, ...]]] = {}
    rules: dict[tuple[str, ...], str] = {}
    single: set[str] = set()
    for piece in pieces:
        if piece.type != "PER":
            continue
        keys = tuple(ctx.tokens.key[piece.first : piece.last])
        if len(keys) > 1:
            whole.setdefault(keys[0], set()).add(keys)
            rules.setdefault(keys, piece.rule)
        for at in range(piece.first, piece.last):
            word = ctx.tokens.word[at]
            if (len(word) > 2 and word[0].isupper() and not vietnamese(word)) or (
                at == piece.first and len(keys) > 1 and ctx.tokens.key[at] in surnames("zh") | surnames("ko")
            ):
                single.add(ctx.tokens.key[at])
    ordered = {key: tuple(sorted(names, key=lambda n: (-len(n), n))) for key, names in whole.items()}
    return Known(ordered, rules, frozenset(single))


def known(ctx: Context, at: int, names: Known) -> Piece | None:
    """Return a person whose name was found elsewhere in the document."""
    tokens = ctx.tokens
    if not ctx.capital(at, at):
        return None
    for name in names.whole.get(tokens.key[at], ()):
        end = at + len(name)
        if ctx.same_line(end - 1, at) and tuple(tokens.key[at:end]) == name:
            if (ctx.capital(end, at) and not tokens.shouted[at] and not ctx.hits[end]) or (
                ctx.key(end, at) == "-" and tokens.glued(end)
            ):
                return None
            return Piece(at, end, "PER", "", f"known name: {names.rules[name]}")
    if tokens.key[at] in names.single and not ctx.hits[at] and not tokens.shouted[at]:
        beside = (
            ctx.capital(at + 1, at) or (ctx.key(at + 1, at) == "-" and tokens.glued(at + 1)) or ctx.capital(at - 1, at)
        )
        if not beside and not (vietnamese(tokens.word[at]) and tokens.initial[at]):
            return Piece(at, at + 1, "PER", "", "known single name")
    return None


def parse(ctx: Context, at: int, previous: Piece | None, names_known: Known) -> Piece | None:
    """Return the person named from token `at` on, if something shows that it is one.

    `previous` is the mention that ends right before `at`, if one does; `names_known` are the names of the document.
    """
    tokens = ctx.tokens
    if (
        not ctx.capital(at, at)
        or ctx.cue(at, "honorific")
        or ctx.cue(at, "credit")
        or any(hit.category == "state form" for hit in ctx.hits[at])
    ):
        return None
    end = names.end_of(ctx, at)
    if end == at:
        return None
    rule = _anchor(ctx, at, end, previous)
    if rule.startswith("after") and end == at + 1 and _common(ctx, at, names_known):
        return None
    if rule == "in a credit" and _acronym(ctx, at, end) and not vietnamese(tokens.word[at]):
        return Piece(at, end, "ORG", "", "in a credit")
    if not rule and len(tokens.word[at]) > 1:
        rule = _shape(ctx, at, end)
    return Piece(at, end, "PER", "", rule) if rule else None


def _anchor(ctx: Context, at: int, end: int, previous: Piece | None) -> str:
    """What beside the name shows that it is a person's, "" for nothing."""
    tokens = ctx.tokens
    if previous and previous.last == at:
        if previous.type == "ROLE" and not _acronym(ctx, at, end):
            return "after office"
        if previous.type in ("LOC", "ORG") and previous.rule.endswith("after office") and not _acronym(ctx, at, end):
            return "after office and its country"
    if not _acronym(ctx, at, end):
        if _addressed(ctx, at):
            return "after a form of address"
        if previous and previous.last == at and previous.type == "LOC" and previous.rule.startswith("country"):
            if _addressed(ctx, previous.first):
                return "after a form of address and its country"
            named = end - at > 1 and not vietnamese(tokens.word[at]) and not ctx.titles[at]
            if named and not ctx.cue_before(previous.first, "place preposition") and not tokens.word[end - 1].isupper():
                return "after a country"
    if _side(ctx, end, at):
        return "before a place in the picture"
    if _credit(ctx, at, end):
        return "in a credit"
    if end - at >= 2 and _before_office(ctx, end, at) and not tokens.shouted[at]:
        return "before an office"
    return ""


def after_titles(ctx: Context, at: int) -> int:
    """Token after the titles of honour that follow a form of address at `at` (Samdech | Techo, Dato' | Sri)."""
    end = at
    while ctx.key(end, at) in words("title of honour") or (ctx.key(end, at) == "'" and ctx.same_line(end - 1, end)):
        end += 1
    return end if ctx.same_line(end, end - 1) and ctx.tokens.capital[end] else at


def _addressed(ctx: Context, at: int) -> bool:
    """Whether a form of address stands before `at`, with or without titles of honour between."""
    before = at
    while ctx.same_line(before - 1, at) and (
        ctx.tokens.key[before - 1] in words("title of honour") or ctx.tokens.key[before - 1] == "'"
    ):
        before -= 1
    return any(ctx.cue_before(index, "honorific") for index in range(before, at + 1))


def _common(ctx: Context, at: int, names_known: Known) -> bool:
    """Whether a single word after an office begins an institution (Đất đai, Chính quyền) or shouts, and is no known name."""
    tokens = ctx.tokens
    if tokens.shouted[at]:
        return tokens.key[at] not in names_known.single
    if not vietnamese(tokens.word[at]) or any(name[-1] == tokens.key[at] for name in names_known.rules):
        return False
    return any(hit.last > at + 1 for hit in ctx.titles[at]) or titles.compound(ctx, at) > 0


def _acronym(ctx: Context, at: int, end: int) -> bool:
    return (
        end - at == 1 and ctx.tokens.word[at].isupper() and len(ctx.tokens.word[at]) > 1 and not ctx.tokens.shouted[at]
    )


def _side(ctx: Context, end: int, base: int) -> bool:
    """`(trái)`, `, phải,` after a name in a caption."""
    if ctx.key(end, base) not in _SIDES:
        return False
    side = ctx.cue(end + 1, "side", base)
    return bool(side) and ctx.key(side.last, base) in (")", ",", ".", "") if side else False


def _credit(ctx: Context, at: int, end: int) -> bool:
    """`Ảnh: Trí Dũng`; a name alone in its line."""
    before = at - 1
    while ctx.same_line(before, at) and ctx.sign(before) and ctx.tokens.key[before] in (":", "(", "/"):
        before -= 1
    if before < at - 1 or ctx.same_line(before, at):
        cue = ctx.cue_before(before + 1, "credit")
        if cue and before < at - 1 and ctx.tokens.key[cue.first] != "theo":
            return True
    return _second_credit(ctx, at, end) or _signature(ctx, at, end)


def _second_credit(ctx: Context, at: int, end: int) -> bool:
    """`Ảnh: VGP/Nhật Bắc`, `Bài, ảnh: A - B`: a name after another source, to the end of its bracket or line."""
    if ctx.key(at - 1, at) not in ("/", "-") or (ctx.same_line(end, at) and not ctx.sign(end)):
        return False
    for before in range(at - 2, max(at - 9, -1), -1):
        if not ctx.same_line(before, at) or not (ctx.tokens.capital[before] or ctx.sign(before)):
            return False
        cue = ctx.cue_before(before, "credit")
        if cue and ctx.tokens.key[before] == ":":
            return True
    return False


def _signature(ctx: Context, at: int, end: int) -> bool:
    """A name alone in its line, or there before a date or `(Theo …)`: who wrote the article."""
    tokens = ctx.tokens
    if ctx.same_line(at - 1, at) or tokens.zones[tokens.line[at]] == "headline":
        return False
    if not 2 <= end - at <= 4 or not all(tokens.capital[at:end]) or ctx.find(at, "countries", "places", "bodies"):
        return False
    if not ctx.same_line(end, at):
        return all(len(word) > 1 for word in tokens.word[at:end]) and all(
            vietnamese(word) for word in tokens.word[at : end - 1]
        )
    if tokens.key[end] not in ("-", "|", "(", ",") or not ctx.same_line(end + 1, at):
        return False
    return ctx.dated[end + 1] >= 0 or (tokens.key[end] == "(" and ctx.cue(end + 1, "credit") is not None)


def _before_office(ctx: Context, end: int, base: int) -> bool:
    sign = ctx.key(end, base)
    return (
        sign in (",", "-", "(")
        and ctx.same_line(end + 1, base)
        and any(hit.table == "offices" and hit.last - hit.first > 1 for hit in ctx.hits[end + 1])
    )


def _shape(ctx: Context, at: int, end: int) -> str:
    """A name that its own shape shows: Vietnamese surname and syllables, or foreign words of which none is known."""
    tokens = ctx.tokens
    parts = [word for word, shape in zip(tokens.word[at:end], tokens.capital[at:end], strict=True) if shape]
    length = len(parts)
    if length < 2 or (tokens.shouted[at] and not (length > 2 and tokens.key[at] in surnames("vi"))):
        return ""
    local = all(vietnamese(word) for word in parts)
    if ctx.cue_before(at, "thing") or any(hit.last > at + 1 for hit in ctx.hits[at]):
        return ""
    speaks = ctx.acts(end, at)
    if local:
        if tokens.key[at] not in surnames("vi") | surnames("zh"):
            return ""
        return (
            "Vietnamese surname"
            if speaks or (length > 2 and not (tokens.initial[at] and tokens.key[at + 1] in ctx.lowered))
            else ""
        )
    if (
        any(word.isupper() and len(word) > 2 for word in parts)
        or ctx.cue_before(at, "place preposition")
        or ctx.titles[at]
    ):
        return ""
    foreign = [word for word in parts if not vietnamese(word)]
    if _numbered(ctx, at, end) or length > 5:
        return ""
    if tokens.key[at] in surnames("ko") and not tokens.initial[at] and not ctx.find(at + 1, "places"):
        return "Korean surname"
    if tokens.initial[at] and vietnamese(tokens.word[at]):
        return ""
    return "foreign name" if speaks or len(foreign) == length else ""


def _numbered(ctx: Context, at: int, end: int) -> bool:
    """Whether a type number stands before the words, or a roman number ends them: machines, not men."""
    return (
        ctx.key(at - 1, at).isdigit()
        or (len(ctx.key(at - 1, at)) == 1 and ctx.key(at - 2, at).isdigit())
        or (ctx.tokens.word[end - 1] in ("I", "II", "III", "IV"))
    )
