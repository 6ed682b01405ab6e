"""Entity keys inside one document: the fullest form of a name, the country of an organ, abbreviations (codebook, section 2)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

from helpers import lexicon
from helpers.entities import known, name_keys, organ_keys, place_keys, sources
from helpers.entities.context import Context, Piece
from helpers.entities.tokens import UPPER
from helpers.entities.tokens import keys as token_keys
from helpers.text import fold

Words = tuple[str, ...]


def link(ctx: Context, pieces: list[Piece]) -> list[Piece]:
    """Return `pieces` with the key of each filled in; "" still stands for the text itself."""
    names = name_keys.keys(ctx, pieces)
    organs = organ_keys.keys(ctx, pieces)
    short = _abbreviations(ctx, pieces, organs)
    places = place_keys.keys(ctx, pieces)
    fuller = _fullest({key or ctx.surface(pieces[n].first, pieces[n].last) for n, key in organs.items()})
    out = []
    for index, piece in enumerate(pieces):
        surface = ctx.surface(piece.first, piece.last)
        key = piece.key
        if piece.type == "PER":
            key = names[index]
        elif piece.type == "ORG":
            own = sources.own_name(ctx, piece)
            key = short.get(fold(ctx.surface(own, piece.last))) or organs[index] or surface
            key = fuller.get(fold(key), key)
        elif piece.type == "LOC":
            key = key or places[index]
        elif piece.type in ("DOC", "EVENT"):
            key = short.get(fold(surface), "")
        out.append(piece._replace(key=key))
    return out


def _abbreviations(ctx: Context, pieces: list[Piece], organs: dict[int, str]) -> dict[str, str]:
    """Abbreviation → full form, from `full form (ABBR)` and from the lexicon where the document has both."""
    found: dict[str, str] = {}
    for index, (before, after) in enumerate(pairwise(pieces)):
        if before.type == after.type and after.rule == "abbreviation" and after.first == before.last + 1:
            full = _body_of(ctx, before) or organs.get(index) or ctx.surface(before.first, before.last)
            found.setdefault(fold(ctx.surface(after.first, after.last)), full)
    for index, piece in enumerate(pieces):
        if known.firm(ctx, piece) and ctx.tokens.shape[piece.last - 1] is UPPER:
            full = organs.get(index) or ctx.surface(piece.first, piece.last)
            found.setdefault(fold(ctx.tokens.word[piece.last - 1]), full)
        if (own := sources.own_name(ctx, piece)) > piece.first:
            found.setdefault(fold(ctx.surface(own, piece.last)), ctx.surface(piece.first, piece.last))
    present = {fold(surface): surface for p in pieces if p.type == "ORG" for surface in [ctx.surface(p.first, p.last)]}
    for abbreviation, forms in _known().items():
        full = next((present[form] for form in forms if form in present), "")
        if full and abbreviation in present:
            found.setdefault(abbreviation, full)
    return found


def _body_of(ctx: Context, piece: Piece) -> str:
    """The body that a delegation is of, which a bracket after it shortens; "" for other pieces."""
    if piece.rule != "delegation":
        return ""
    heads = (
        at for at in range(piece.first + 1, piece.last) if any(hit.last <= piece.last for hit in ctx.find(at, "bodies"))
    )
    return next((ctx.surface(at, piece.last) for at in heads), "")


@cache
def _known() -> dict[str, Words]:
    """Folded abbreviation → folded full forms, from the column `full` of the bodies."""
    rows = [row for row in lexicon.load("bodies") if row["full"]]
    return {fold(row["entry"]): tuple(fold(form) for form in row["full"].split(";")) for row in rows}


def _fullest(forms: set[str]) -> dict[str, str]:
    """Folded form → the longer form that adds an owner to it (Hội đồng Bảo an → … Liên hợp quốc), if all such agree."""
    spelled = {form: token_keys(form) for form in sorted(forms)}
    by_head: dict[Words, list[str]] = defaultdict(list)
    for form, own in spelled.items():
        by_head[own[:2]].append(form)
    out: dict[str, str] = {}
    for form, own in spelled.items():
        longer = [other for other in by_head[own[:2]] if len(own) > 1 and _owned(own, spelled[other])]
        best = max(longer, key=len, default="")
        if best and all(spelled[best][: len(spelled[other])] == spelled[other] for other in longer):
            out[fold(form)] = best
    return out


def _owned(own: Words, longer: Words) -> bool:
    rest = longer[len(own) :]
    return longer[: len(own)] == own and any(rest[:size] in _owners() for size in range(1, len(rest) + 1))


@cache
def _owners() -> frozenset[Words]:
    """Countries and international organisations, as tokens: what a fuller form of an organ's name adds."""
    rows = [row["entry"] for row in lexicon.load("countries")]
    rows += [row["entry"] for row in lexicon.load("bodies") if row["category"] == "international"]
    return frozenset(token_keys(entry) for entry in rows)
