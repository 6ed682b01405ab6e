"""Keys of state organs, parties and missions: with the country that the text leaves to be understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.entities.context import Context, Piece
from helpers.entities.vocabulary import phrases, words
from helpers.text import fold

_OF_A_STATE = frozenset({"government", "parliament", "ministry", "seat", "court"})
HOME = "VN"


class Setting(NamedTuple):
    """What the text says of countries: the last foreign one before a piece, the last one in the same sentence, the
    foreign one named most often."""

    foreign: str
    sentence: str
    leading: str


def keys(ctx: Context, pieces: list[Piece]) -> dict[int, str]:
    """Piece number → key, "" for the text itself, of the bodies among `pieces`."""
    names = _names(ctx, pieces)
    usual = Counter(p.key for p in pieces if _is_country(p))
    home = HOME in usual or not usual
    default = HOME if home else max(usual, key=lambda iso: usual[iso])
    missions = [p for p in pieces if p.rule.startswith("body: mission") and _inside(ctx, p)]
    out: dict[int, str] = {}
    for index, setting in enumerate(_settings(ctx, pieces)):
        piece = pieces[index]
        if piece.type == "ORG":
            if piece.rule.startswith("body: mission"):
                out[index] = _mission(ctx, piece, missions)
            else:
                out[index] = _key(ctx, pieces, index, names, setting, default)
    return out


def _key(ctx: Context, pieces: list[Piece], index: int, names: dict[str, str], setting: Setting, default: str) -> str:
    piece = pieces[index]
    surface = ctx.surface(piece.first, piece.last)
    inside = _inside(ctx, piece)
    if inside:
        first, last, iso = inside
        name = ctx.surface(first, last)
        short = last == piece.last and (name, iso) in _short_forms()
        return surface[: len(surface) - len(name)] + names.get(iso, _first_name(iso)) if short else ""
    kind = piece.rule.removeprefix("body: ").partition(",")[0]
    if piece.rule.startswith("party: bare"):
        return _ruling().get(_shared(ctx, pieces, index) or HOME, "")
    owners = [h for h in ctx.find(piece.first, "bodies") if h.last == piece.last and h.form == "party"]
    if owners:
        states = [h.entry.row["iso"] for h in owners if h.category == "party" and not surface.isupper()]
        near = (iso for iso in (setting.sentence, setting.leading) if iso in states and iso in names)
        return f"{surface} {names[iso]}" if (iso := next(near, "")) else ""
    if kind not in _OF_A_STATE or _complete(ctx, piece):
        return ""
    iso = _shared(ctx, pieces, index) or _context(ctx, piece, setting, default)
    name = names.get(iso) or _first_name(iso)
    return f"{surface[0].upper()}{surface[1:]} {name}" if name else ""


def _context(ctx: Context, piece: Piece, setting: Setting, default: str) -> str:
    """ISO code of the country whose organ a piece without a country is, from what stands before it."""
    after = (ctx.key(piece.last, piece.first), ctx.key(piece.last + 1, piece.first))
    if after[0] in words("country word") and after[1] in words("this country"):
        return setting.foreign or default
    if after[0] in words("our"):
        return HOME
    if not ctx.tokens.capital[piece.first]:
        return setting.sentence or setting.foreign or default
    own = piece.rule.startswith("body: ministry") and _own_source(ctx, piece.first)
    return default if own or ctx.cue_before(piece.first, "credit") else setting.sentence or default


def _own_source(ctx: Context, at: int) -> bool:
    """Whether the ministry at `at` gives the news, so that it is of the outlet's own country: theo thông cáo của …."""
    before = (tuple(ctx.tokens.key[first:at]) for first in range(max(0, at - 3), at) if ctx.same_line(first, at))
    return any(key in phrases("own source") for key in before)


def _settings(ctx: Context, pieces: list[Piece]) -> Iterator[Setting]:
    """Yield for every piece what the pieces before it say of countries."""
    foreign = sentence = ""
    abroad = Counter(piece.key for piece in pieces if _is_country(piece) and piece.key != HOME)
    leading = max(abroad, key=lambda iso: abroad[iso], default="")
    at = 0
    for piece in pieces:
        if any(_opens(ctx, token) for token in range(at + 1, piece.first + 1)):
            sentence = ""
        at = piece.first
        yield Setting(foreign, sentence, leading)
        iso = piece.key if _is_country(piece) else ""
        if piece.type == "ORG" and (inside := _inside(ctx, piece)):
            iso = inside[2]
        if iso:
            sentence = iso
            foreign = iso if iso != HOME else foreign


def _opens(ctx: Context, at: int) -> bool:
    """Whether a sentence or line begins at token `at`."""
    return ctx.tokens.line[at] != ctx.tokens.line[at - 1] or (
        ctx.tokens.initial[at] and ctx.tokens.word[at - 1] in (".", "!", "?", "…")
    )


def _is_country(piece: Piece) -> bool:
    return piece.type == "LOC" and piece.rule.startswith("countr")


def _names(ctx: Context, pieces: list[Piece]) -> dict[str, str]:
    """ISO code → the name, if possible a full one, that the document gives the country most often."""
    counts: dict[str, Counter[str]] = {}
    for piece in pieces:
        if _is_country(piece) and "pair" not in piece.rule:
            counts.setdefault(piece.key, Counter())[ctx.surface(piece.first, piece.last)] += 1
    out = {}
    for iso, forms in counts.items():
        full = [form for form in forms if (form, iso) not in _short_forms()] or list(forms)
        out[iso] = max(full, key=lambda form: forms[form])
    return out


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    return frozenset((row["entry"], row["iso"]) for row in lexicon.load("countries") if row["category"] != "name")


@cache
def _first_name(iso: str) -> str:
    """The first name of a country in the lexicon."""
    rows = (row["entry"] for row in lexicon.load("countries") if row["iso"] == iso and row["category"] == "name")
    return next(rows, "")


@cache
def _ruling() -> dict[str, str]:
    """ISO code → the ruling party that the press calls just `Đảng`."""
    rows = [row for row in lexicon.load("bodies") if row["category"] == "ruling party"]
    return {row["iso"]: row["entry"] for row in reversed(rows)}


def _mission(ctx: Context, piece: Piece, missions: list[Piece]) -> str:
    """The full name of a mission named without its country: the one named last before it, else the first after."""
    if _inside(ctx, piece):
        return ""
    own = fold(ctx.surface(piece.first, piece.last))
    full = [p for p in missions if fold(ctx.surface(p.first, p.last)).startswith(own)]
    before = [p for p in full if p.first < piece.first]
    chosen = before[-1] if before else full[0] if full else None
    return ctx.surface(chosen.first, chosen.last) if chosen else ""


def _complete(ctx: Context, piece: Piece) -> bool:
    """Whether the name needs no country: a proper name, or an organ of an international organisation."""
    if any(hit.last == piece.last and hit.form in ("name", "party") for hit in ctx.find(piece.first, "bodies")):
        return True
    inner = (hit for at in range(piece.first + 1, piece.last) for hit in ctx.find(at, "bodies"))
    return any(hit.category == "international" for hit in inner)


def _inside(ctx: Context, piece: Piece) -> tuple[int, int, str] | None:
    """The last country named inside a piece: its tokens and code."""
    found, at = None, piece.first
    while at < piece.last:
        full = (h for h in ctx.find(at, "countries") if h.category in ("name", "short") and h.last <= piece.last)
        hit = next(full, None)
        found = (hit.first, hit.last, hit.entry.row["iso"]) if hit else found
        at = hit.last if hit else at + 1
    return found


def _shared(ctx: Context, pieces: list[Piece], index: int) -> str:
    """Country at the end of a list of organs (`Đảng, Nhà nước và nhân dân Lào`), "" where there is none."""
    at, base = pieces[index].last, pieces[index].first
    following = iter(pieces[index + 1 : index + 8])
    nearest = next(following, None)
    while ctx.same_line(at, base) and at - base < 24:
        if nearest and nearest.first == at:
            if _is_country(nearest):
                return nearest.key if at > pieces[index].last else ""
            inside = _inside(ctx, nearest) if nearest.type == "ORG" else None
            if inside or nearest.type != "ORG":
                return inside[2] if inside else ""
            at, nearest = nearest.last, next(following, None)
        elif ctx.tokens.key[at] in words("list") | words("people"):
            at += 1
        else:
            return ""
    return ""
