"""Entity keys inside one document: the fullest form of a name, the country of an organ, abbreviations (codebook, section 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from helpers import lexicon
from helpers.entities import persons_keys
from helpers.entities.context import Context, Piece
from helpers.entities.tokens import keys as token_keys
from helpers.entities.vocabulary import words
from helpers.text import fold


def link(ctx: Context, pieces: list[Piece]) -> list[Piece]:
    """Return `pieces` with the key of each filled in; "" still stands for the text itself."""
    short = _abbreviations(ctx, pieces)
    names = _country_names(ctx, pieces)
    people = persons_keys.keys(ctx, pieces)
    organs = {index: _organ_key(ctx, pieces, index, names) for index, piece in enumerate(pieces) if piece.type == "ORG"}
    fuller = _fullest(
        {key for key in organs.values() if key} | {ctx.surface(p.first, p.last) for p in pieces if p.type == "ORG"}
    )
    places = {ctx.surface(p.first, p.last) for p in pieces if p.type == "LOC" and not p.key}
    out = []
    for index, piece in enumerate(pieces):
        surface = ctx.surface(piece.first, piece.last)
        if piece.type == "PER":
            key = people[index]
        elif piece.type == "ORG":
            key = organs[index] or surface
            key = short.get(fold(surface), key)
            key = fuller.get(fold(key), key)
        elif piece.type in ("DOC", "EVENT"):
            key = short.get(fold(surface), "")
        elif piece.type == "LOC":
            key = piece.key or _place_key(ctx, piece, places)
        else:
            key = piece.key
        out.append(piece._replace(key=key))
    return out


def _place_key(ctx: Context, piece: Piece, places: set[str]) -> str:
    """Key of a place: its country where a capital stands for the government, the bare name of a city of the text."""
    for hit in ctx.find(piece.first, "places"):
        if hit.category == "capital" and hit.last == piece.last and _government(ctx, piece, hit.entry.row["iso"]):
            return hit.entry.row["iso"]
        if hit.category == "area head" and hit.last < piece.last:
            bare = ctx.surface(hit.last, piece.last).lstrip(". ")
            return bare if bare in places else ""
    surface = ctx.surface(piece.first, piece.last)
    return next((form for form in sorted(places, reverse=True) if form.casefold() == surface.casefold()), "")


def _government(ctx: Context, piece: Piece, iso: str) -> bool:
    """Whether a capital acts or owns what a government does: `Moscow phản đối`, `lập trường của Bình Nhưỡng`."""
    base, end = piece.first, piece.last
    if ctx.cue_before(base, "place preposition"):
        return False
    if (ctx.key(end, base) == "-" and _capital(ctx, end + 1, base)) or (
        ctx.key(base - 1, base) == "-" and _ends_capital(ctx, base - 1)
    ):
        return True
    if ctx.key(end, base) in (",", "(", ")", "-"):
        return False
    if ctx.key(end, base) == "và" and (other := _capital(ctx, end + 1, base)):
        end = other
    if ctx.acts(end, base) and ctx.key(end, base) not in words("not acting verb"):
        return True
    return iso != "VN" and ctx.key(base - 1, base) in words("government before")


def _capital(ctx: Context, at: int, base: int) -> int:
    """End of the name of a capital at `at`, 0 for none."""
    found = ctx.find(at, "places") if ctx.same_line(at, base) else ()
    return next((hit.last for hit in found if hit.category == "capital"), 0)


def _ends_capital(ctx: Context, at: int) -> bool:
    """Whether the name of a capital ends before token `at`."""
    return any(_capital(ctx, first, at) == at for first in range(max(0, at - 3), at))


def _abbreviations(ctx: Context, pieces: list[Piece]) -> dict[str, str]:
    """Abbreviation → full form, from `full form (ABBR)` and from the lexicon where the document has both."""
    found: dict[str, str] = {}
    for before, after in zip(pieces, pieces[1:], strict=False):
        if before.type == after.type and after.rule == "abbreviation" and after.first == before.last + 1:
            found.setdefault(fold(ctx.surface(after.first, after.last)), ctx.surface(before.first, before.last))
    present = {fold(surface): surface for p in pieces if p.type == "ORG" for surface in [ctx.surface(p.first, p.last)]}
    for abbreviation, forms in _known().items():
        if abbreviation in present and abbreviation not in found:
            full = next((present[form] for form in forms if form in present), "")
            if full:
                found[abbreviation] = full
    return found


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Folded abbreviation → folded full forms, from the column `full` of the bodies."""
    return {
        fold(row["entry"]): tuple(fold(form) for form in row["full"].split(";"))
        for row in lexicon.load("bodies")
        if row["full"]
    }


def _country_names(ctx: Context, pieces: list[Piece]) -> dict[str, str]:
    """ISO code → the name that the document gives the country most often (the earlier one where equal)."""
    counts: dict[str, Counter[str]] = {}
    for piece in pieces:
        if piece.type == "LOC" and piece.rule.startswith("country") and "pair" not in piece.rule:
            counts.setdefault(piece.key, Counter())[ctx.surface(piece.first, piece.last)] += 1
    names = {}
    for iso, forms in counts.items():
        long = {form: n for form, n in forms.items() if (form, iso) not in _short_forms()} or forms
        names[iso] = max(long, key=lambda form: long[form])
    return names


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    return frozenset((row["entry"], row["iso"]) for row in lexicon.load("countries") if row["category"] != "name")


@cache
def _usual_name(iso: str) -> str:
    """The first name of a country in the lexicon."""
    return next(
        (row["entry"] for row in lexicon.load("countries") if row["iso"] == iso and row["category"] == "name"), ""
    )


@cache
def _ruling() -> dict[str, str]:
    """ISO code → the ruling party that the press calls just `Đảng`."""
    out: dict[str, str] = {}
    for row in lexicon.load("bodies"):
        if row["category"] == "ruling party":
            out.setdefault(row["iso"], row["entry"])
    return out


def _organ_key(ctx: Context, pieces: list[Piece], index: int, names: dict[str, str]) -> str:
    """Key of a state organ or party with its country; "" where the text itself serves."""
    piece = pieces[index]
    inside = _country_inside(ctx, piece)
    surface = ctx.surface(piece.first, piece.last)
    if inside:
        first, last, iso = inside
        name = ctx.surface(first, last)
        if (name, iso) in _short_forms():
            return (
                surface[: len(surface) - len(name)] + names.get(iso, _usual_name(iso))
                if last == piece.last
                else surface
            )
        return ""
    if piece.rule == "party: bare":
        iso = _context(ctx, pieces, index)
        return _ruling().get(iso, "")
    if piece.rule == "party":
        return ""
    if piece.rule.startswith("body: mission"):
        return _mission_key(ctx, pieces, index)
    owner = next(
        (h.entry.row for h in ctx.find(piece.first, "bodies") if h.last == piece.last and h.form == "party"), None
    )
    if owner:
        iso = owner["iso"]
        known = owner["category"] == "party" and iso in names and not surface.isupper()
        return f"{surface} {names[iso]}" if known else ""
    if piece.rule in (
        "body: government",
        "body: parliament",
        "body: ministry",
        "body: seat",
        "body: court",
    ) and not _complete(ctx, piece):
        iso = _context(ctx, pieces, index)
        name = names.get(iso) or _usual_name(iso)
        return f"{surface[0].upper()}{surface[1:]} {name}" if name else ""
    return ""


def _mission_key(ctx: Context, pieces: list[Piece], index: int) -> str:
    """The full name of a mission named without its country: the one named last before, else the first after."""
    own = fold(ctx.surface(pieces[index].first, pieces[index].last))
    others = [
        (n, p)
        for n, p in enumerate(pieces)
        if p.rule.startswith("body: mission") and p.last - p.first > pieces[index].last - pieces[index].first
    ]
    full = [(n, ctx.surface(p.first, p.last)) for n, p in others if fold(ctx.surface(p.first, p.last)).startswith(own)]
    before = [name for n, name in full if n < index]
    return before[-1] if before else full[0][1] if full else ""


def _complete(ctx: Context, piece: Piece) -> bool:
    """Whether the name needs no country: a proper name, or an organ of an international organisation."""
    if any(hit.last == piece.last and hit.form in ("name", "party") for hit in ctx.find(piece.first, "bodies")):
        return True
    return any(
        hit.category == "international" for at in range(piece.first + 1, piece.last) for hit in ctx.find(at, "bodies")
    )


def _country_inside(ctx: Context, piece: Piece) -> tuple[int, int, str] | None:
    """The last country named inside a piece: its tokens and code."""
    found = None
    at = piece.first
    while at < piece.last:
        hit = next(
            (h for h in ctx.find(at, "countries") if h.category in ("name", "short") and h.last <= piece.last), None
        )
        if hit:
            found = (hit.first, hit.last, hit.entry.row["iso"])
            at = hit.last
        else:
            at += 1
    return found


def _context(ctx: Context, pieces: list[Piece], index: int) -> str:
    """ISO code of the country whose organ a piece without a country is."""
    right = _shared_country(ctx, pieces, index)
    if right:
        return right
    piece = pieces[index]
    earlier = list(_named_countries(ctx, pieces[:index]))
    foreign = next((p.key for p in reversed(earlier) if p.key != "VN"), "")
    if ctx.key(piece.last, piece.first) == "nước" and ctx.key(piece.last + 1, piece.first) in words("this country"):
        return foreign or "VN"
    if ctx.key(piece.last, piece.first) == "ta" or piece.rule == "party: bare":
        return "VN"
    line = [
        p for p in earlier if ctx.same_line(p.first, piece.first) and not _sentence_between(ctx, p.last, piece.first)
    ]
    if not ctx.tokens.capital[piece.first]:
        return line[-1].key if line else foreign or "VN"
    home = any(p.key == "VN" for p in pieces if p.type == "LOC")
    if line and not ctx.cue_before(piece.first, "credit"):
        return line[-1].key
    if home or not pieces:
        return "VN"
    counts = Counter(p.key for p in pieces if p.type == "LOC" and p.rule.startswith("country"))
    return max(counts, key=lambda key: counts[key]) if counts else "VN"


def _named_countries(ctx: Context, pieces: list[Piece]) -> Iterator[Piece]:
    """The countries that pieces name or hold."""
    for piece in pieces:
        if piece.type == "LOC" and piece.rule.startswith("country"):
            yield piece
        elif piece.type == "ORG" and (inside := _country_inside(ctx, piece)):
            yield piece._replace(key=inside[2])


def _sentence_between(ctx: Context, first: int, last: int) -> bool:
    return any(
        ctx.tokens.initial[at] for at in range(first, last + 1) if ctx.tokens.key[at - 1] in (".", "!", "?", "…")
    )


def _shared_country(ctx: Context, pieces: list[Piece], index: int) -> str:
    """Country at the end of a list of organs (`Đảng, Nhà nước và nhân dân Lào`), "" where there is none."""
    at = pieces[index].last
    base = pieces[index].first
    following = iter(pieces[index + 1 :])
    nearest = next(following, None)
    for _ in range(14):
        if not ctx.same_line(at, base):
            return ""
        if nearest and nearest.first == at:
            if nearest.type == "LOC" and nearest.rule.startswith("country"):
                return nearest.key if at > pieces[index].last else ""
            if nearest.type != "ORG":
                return ""
            inside = _country_inside(ctx, nearest)
            if inside:
                return inside[2]
            at, nearest = nearest.last, next(following, None)
        elif ctx.tokens.key[at] in words("list") | words("people"):
            at += 1
        else:
            return ""
    return ""


def _fullest(forms: set[str]) -> dict[str, str]:
    """Folded form → the one longer form that begins with it, where there is just one longest such form."""
    spelled = {form: token_keys(form) for form in sorted(forms)}
    owners = _owners()
    out: dict[str, str] = {}
    for form, own in spelled.items():
        longer = [
            other
            for other, parts in spelled.items()
            if parts[: len(own)] == own
            and len(parts) > len(own)
            and any(parts[len(own) : n] in owners for n in range(len(own) + 1, len(parts) + 1))
        ]
        if not longer or len(own) < 2:
            continue
        best = max(longer, key=len)
        if all(spelled[best][: len(spelled[other])] == spelled[other] for other in longer):
            out[fold(form)] = best
    return out


@cache
def _owners() -> frozenset[tuple[str, ...]]:
    """Countries and international organisations, as tokens: what a fuller form of an organ's name adds."""
    rows = [row["entry"] for row in lexicon.load("countries")]
    rows += [row["entry"] for row in lexicon.load("bodies") if row["category"] == "international"]
    return frozenset(token_keys(entry) for entry in rows)
