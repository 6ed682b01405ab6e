"""Persons: names that an office, a form of address, a neighbour or their own shape shows to be one."""

from __future__ import annotations

from helpers.entities import compounds, credits, name_shapes, names
from helpers.entities.context import Context, Piece
from helpers.entities.known import Known
from helpers.entities.matcher import Hit
from helpers.entities.syllables import vietnamese
from helpers.entities.tokens import TITLE, UPPER
from helpers.entities.vocabulary import words

_ENDS_SIDE = frozenset({")", ",", ".", ""})


def parse(ctx: Context, at: int, previous: Piece | None, known: Known) -> Piece | None:
    """Return the person named from token `at` on, if something shows that it is one.

    `previous` is the mention before `at`, if there is one; `known` are the names of the document.
    """
    if not ctx.capital(at, at) or ctx.cue(at, "credit") or _ship(ctx, at) or _half(ctx, at):
        return None
    named = ctx.tokens.key[at] in words("form of address") and ctx.key(at - 1, at) in words("personal address")
    if ctx.cue(at, "honorific") and not named:
        return None
    end = names.end_of(ctx, at)
    if end == at or any(hit.category == "state form" or _institution(hit) for hit in ctx.hits[at]):
        return None
    before = previous if previous and previous.last == at and ctx.same_line(at - 1, at) else None
    if before and (body := _short_body(ctx, at, end, before)):
        return Piece(at, body, "ORG", "", "abbreviation after office")
    rule = _anchor(ctx, at, end, before)
    if rule.startswith("after office") and end == at + 1 and _common(ctx, at, known):
        return None
    if rule == "in a credit" and _acronym(ctx, at, end) and not vietnamese(ctx.tokens.word[at]):
        return Piece(at, end, "ORG", "", rule)
    if not rule and len(ctx.tokens.word[at]) > 1:
        rule = name_shapes.shows(ctx, at, end) or name_shapes.beside(ctx, at, end, previous)
    return Piece(at, end, "PER", "", rule) if rule else None


def _ship(ctx: Context, at: int) -> bool:
    """Whether the prefix of a warship stands at `at` (USS)."""
    return ctx.tokens.shape[at] is UPPER and not ctx.tokens.shouted[at] and ctx.cue(at, "thing") is not None


def _half(ctx: Context, at: int) -> bool:
    """Whether a word that no name is begins with the token: công dân | Trung ương."""
    after = ctx.same_line(at + 1, at) and not ctx.tokens.capital[at + 1]
    return after and any(hit.last == at + 2 for hit in ctx.words_at(at, "not a country"))


def _short_body(ctx: Context, at: int, end: int, before: Piece) -> int:
    """End of a body that stands as an unknown abbreviation between an office and a name or alone (Tổng Bí thư | CPI)."""
    tokens = ctx.tokens
    short = tokens.shape[at] is UPPER and len(tokens.word[at]) > 2 and not tokens.shouted[at]
    if before.type != "ROLE" or not short or vietnamese(tokens.word[at]):
        return 0
    return at + 1 if end == at + 1 or tokens.shape[at + 1] is TITLE else 0


def _institution(hit: Hit) -> bool:
    """Whether a lexicon entry of several words is no name of a person (Ủy ban, Bộ trưởng)."""
    return hit.last > hit.first + 1 and hit.table in ("bodies", "offices", "documents", "events")


def _anchor(ctx: Context, at: int, end: int, before: Piece | None) -> str:
    """What beside the name shows that it is a person's, "" for nothing; `before` is the mention right before it."""
    if not _acronym(ctx, at, end):
        rule = _after_mention(ctx, at, end, before) if before else ""
        if rule:
            return rule
        if _addressed(ctx, at):
            return "after a form of address"
    if _side(ctx, end, at):
        return "before a place in the picture"
    if credits.credited(ctx, at, end):
        return "in a credit"
    if end - at > 1 and not ctx.tokens.shouted[at] and _before_office(ctx, end, at):
        return "before an office"
    return ""


def _after_mention(ctx: Context, at: int, end: int, before: Piece) -> str:
    if before.type == "ROLE":
        return "after office"
    if before.type in ("LOC", "ORG") and before.rule.endswith("after office"):
        return "after office and its country"
    if before.type != "LOC" or not before.rule.startswith("country"):
        return ""
    if _addressed(ctx, before.first):
        return "after a form of address and its country"
    foreign = end - at > 1 and not vietnamese(ctx.tokens.word[at]) and not ctx.tokens.word[end - 1].isupper()
    if foreign and not ctx.titles[at] and not ctx.cue_before(before.first, "place preposition"):
        return "after a country"
    return ""


def signed(ctx: Context, at: int) -> Piece | None:
    """Return a name all in capitals in a credit, before its first word is taken for an abbreviation (Ảnh: NAM TRẦN)."""
    tokens = ctx.tokens
    if tokens.shape[at] is not UPPER or not ctx.capital(at + 1, at) or tokens.shouted[at] or ctx.cue(at, "credit"):
        return None
    if ctx.titles[at + 1] and ctx.find(at, "bodies", "offices"):
        return None  # Ảnh: BỘ NGOẠI GIAO
    end = names.end_of(ctx, at)
    whole = end - at > 1 and all(tokens.shape[i] is UPPER and vietnamese(tokens.word[i]) for i in range(at, end))
    return Piece(at, end, "PER", "", "in a credit") if whole and credits.credited(ctx, at, end) else None


def after_titles(ctx: Context, at: int) -> int:
    """Token after the titles of honour that follow a form of address at `at` (Samdech | Techo, Dato' | Sri)."""
    end = at
    while ctx.same_line(end, at - 1) and _honour(ctx, end):
        end += 1
    return end if ctx.same_line(end, at - 1) and ctx.tokens.capital[end] else at


def _addressed(ctx: Context, at: int) -> bool:
    """Whether a form of address stands before `at`, with or without titles of honour between."""
    before = at
    while ctx.same_line(before - 1, at) and _honour(ctx, before - 1):
        before -= 1
    return any(ctx.cue_before(index, "honorific") for index in range(before, at + 1))


def _honour(ctx: Context, at: int) -> bool:
    return ctx.tokens.key[at] in words("title of honour") or ctx.tokens.key[at] == "'"


def _common(ctx: Context, at: int, known: Known) -> bool:
    """Whether a single word after an office begins an institution (Đất đai, Chính quyền) and is no known name."""
    tokens = ctx.tokens
    if tokens.shouted[at]:
        return tokens.key[at] not in known.single
    if not vietnamese(tokens.word[at]) or any(name[-1] == tokens.key[at] for name in known.rules):
        return False
    return any(hit.last > at + 1 for hit in ctx.titles[at]) or compounds.compound(ctx, at) > 0


def _acronym(ctx: Context, at: int, end: int) -> bool:
    word = ctx.tokens.word[at]
    return end == at + 1 and word.isupper() and len(word) > 1 and not ctx.tokens.shouted[at]


def _side(ctx: Context, end: int, base: int) -> bool:
    """`(trái)`, `, phải,` after a name in a caption."""
    side = ctx.cue(end + 1, "side", base) if ctx.key(end, base) in ("(", ",") else None
    return side is not None and ctx.key(side.last, base) in _ENDS_SIDE


def _before_office(ctx: Context, end: int, base: int) -> bool:
    if ctx.key(end, base) not in (",", "-", "(") or not ctx.same_line(end + 1, base):
        return False
    return any(hit.table == "offices" and hit.last > hit.first + 1 for hit in ctx.hits[end + 1])
