"""Names that a document has shown to be persons', and their other mentions in it."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.entities.context import Context, Piece
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import UPPER
from helpers.entities.vocabulary import words

Words = tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """Names found in a document: whole ones by their first token, with the rule that found them, and the single
    words that may stand for one of them; abbreviations that it introduces, with their type."""

    whole: dict[str, tuple[Words, ...]]
    rules: dict[Words, str]
    single: frozenset[str]
    short: dict[str, str]


NOBODY = Known({}, {}, frozenset(), {})


def inventory(ctx: Context, pieces: list[Piece]) -> Known:
    """Return the names that a first reading found."""
    whole: dict[str, set[Words]] = {}
    rules: dict[Words, str] = {}
    single: set[str] = set()
    places = {tuple(ctx.tokens.key[p.first : p.last]) for p in pieces if p.rule == "after a preposition of place"}
    for piece in pieces:
        if piece.type == "PER" and not (
            piece.rule == "foreign name" and tuple(ctx.tokens.key[piece.first : piece.last]) in places
        ):
            keys = tuple(ctx.tokens.key[piece.first : piece.last])
            if len(keys) > 1:
                whole.setdefault(keys[0], set()).add(keys)
                rules.setdefault(keys, piece.rule)
            single.update(ctx.tokens.key[at] for at in range(piece.first, piece.last) if _stands_alone(ctx, piece, at))
    ordered = {key: tuple(sorted(names, key=lambda n: (-len(n), n))) for key, names in whole.items()}
    return Known(ordered, rules, frozenset(single), _short(ctx, pieces))


def _short(ctx: Context, pieces: list[Piece]) -> dict[str, str]:
    """Abbreviation → type, of those in brackets after a name (`(ABBR)`) and of firms called by one (Tập đoàn ABC)."""
    found: dict[str, str] = {}
    for piece in pieces:
        at = piece.last - 1
        whole = piece.rule == "abbreviation" and at == piece.first
        if (whole or firm(ctx, piece)) and ctx.tokens.shape[at] is UPPER and len(ctx.tokens.word[at]) > 1:
            found.setdefault(ctx.tokens.word[at], piece.type)
    return found


def firm(ctx: Context, piece: Piece) -> bool:
    """Whether a piece is a firm whose name is one word after its head (Tập đoàn | ABC)."""
    heads = ctx.find(piece.first, "bodies") if piece.rule.startswith("body: firm") else ()
    return any(hit.form == "head" and hit.last == piece.last - 1 for hit in heads)


def abbreviation(ctx: Context, at: int, names: Known) -> Piece | None:
    """Return an abbreviation that the document introduces elsewhere, alone at token `at`."""
    kind = names.short.get(ctx.tokens.word[at])
    if not kind or ctx.tokens.shouted[at] or ctx.hits[at] or (ctx.key(at + 1, at) == "-" and ctx.tokens.glued(at + 1)):
        return None
    return Piece(at, at + 1, kind, "", "known abbreviation")


def _stands_alone(ctx: Context, piece: Piece, at: int) -> bool:
    """Whether a word of a name may stand for it anywhere: foreign words, and Chinese or Korean surnames."""
    word = ctx.tokens.word[at]
    if not vietnamese(word):
        return len(word) > 2 and word[0].isupper()
    first = at == piece.first and piece.last - piece.first > 1
    return first and ctx.tokens.key[at] in surnames("zh") | surnames("ko")


def find(ctx: Context, at: int, names: Known) -> Piece | None:
    """Return a person whose name was found elsewhere in the document, named again from token `at` on."""
    tokens = ctx.tokens
    if not ctx.capital(at, at):
        return None
    for name in names.whole.get(tokens.key[at], ()):
        end = at + len(name)
        if ctx.same_line(end - 1, at) and tuple(tokens.key[at:end]) == name:
            return None if _goes_on(ctx, end, at) else Piece(at, end, "PER", "", f"known name: {names.rules[name]}")
    if _given(ctx, at, names):
        return Piece(at, at + 1, "PER", "", "known given name")
    if tokens.key[at] not in names.single or ctx.hits[at] or tokens.shouted[at]:
        return None
    hyphen = ctx.key(at + 1, at) == "-" and tokens.glued(at + 1)
    beside = hyphen or ctx.capital(at + 1, at) or ctx.capital(at - 1, at)
    if beside or (vietnamese(tokens.word[at]) and tokens.initial[at]):
        return None
    return Piece(at, at + 1, "PER", "", "known single name")


def _given(ctx: Context, at: int, names: Known) -> bool:
    """Whether the given name of a Vietnamese person of the document stands alone after a word that goes before persons
    (cùng | Hương)."""
    tokens = ctx.tokens
    if ctx.key(at - 1, at) not in words("with a person") or tokens.shouted[at] or ctx.capital(at + 1, at):
        return False
    if ctx.hits[at] or ctx.titles[at] or ctx.key(at + 1, at) == "-" or ctx.words_at(at, "not a country"):
        return False
    full = (name for name, rule in names.rules.items() if rule != "in a credit" and len(name) > 2)
    return any(name[-1] == tokens.key[at] and name[0] in surnames("vi") for name in full)


def _goes_on(ctx: Context, end: int, at: int) -> bool:
    """Whether the name in the text is longer than the one known."""
    longer = ctx.capital(end, at) and not ctx.tokens.shouted[at] and not ctx.hits[end]
    return longer or (ctx.key(end, at) == "-" and ctx.tokens.glued(end))
