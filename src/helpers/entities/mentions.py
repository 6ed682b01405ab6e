"""All mentions of a document: persons, offices, bodies, places, dates, documents, events (codebook, section 2).

A cascade of hand-written grammars over lexicon tables, read from left to right: at each token the first grammar that
finds a name wins, dates and titles of documents before offices and bodies, these before places, places before
persons. The document is read twice, the second time with the names found in the first.
"""

from __future__ import annotations

from helpers.cells import joined
from helpers.entities import (
    bodies,
    context,
    documents,
    keys,
    known,
    offices,
    people,
    places,
    provenance,
    sites,
    sources,
)
from helpers.entities.context import Context, Piece
from helpers.entities.vocabulary import phrases, words
from helpers.spans import Mention, Segment, Sentence


def find(text: str, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the mentions of a normalised `text`, sorted and without overlap, in the zones that carry mentions.

    Each has its type and the codebook key of its entity; offsets are code points of `text`. `sentences` are not
    looked at: a name ends with its line at the latest.
    """
    ctx = context.read(text, segments)
    out = []
    for piece in keys.link(ctx, scan(ctx)):
        start, end = ctx.tokens.start[piece.first], ctx.tokens.end[piece.last - 1]
        entry = joined(provenance.entries(ctx, piece))
        out.append(Mention(start, end, text[start:end], piece.type, piece.key or text[start:end], piece.rule, entry))
    return tuple(out)


def scan(ctx: Context) -> list[Piece]:
    """Return the pieces that the grammars find, in order, countries with their key."""
    names = known.inventory(ctx, _read(ctx, known.NOBODY))
    return _read(ctx, names)


def _read(ctx: Context, names: known.Known) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    while at < len(ctx.tokens):
        found = [] if _nothing(ctx, at) else _at(ctx, at, pieces[-1] if pieces else None, names)
        if found:
            short = documents.bracketed(ctx, found[-1])
            pieces += [*found, short] if short else found
            at = pieces[-1].last
        else:
            title = ctx.cue(at, "honorific")
            at = people.after_titles(ctx, title.last) if title else at + 1
    return pieces


def _nothing(ctx: Context, at: int) -> bool:
    """Whether no grammar can begin at a token: a small word that no table holds and no address begins with."""
    if ctx.hits[at] or ctx.outlets[at] or ctx.tokens.capital[at] or ctx.dated[at] >= 0:
        return False
    return ctx.key(at + 1, at) != "." and ctx.tokens.key[at] not in words("party head") | words("delegation head")


def _at(ctx: Context, at: int, previous: Piece | None, names: known.Known) -> list[Piece]:
    """The mention that begins at a token, or the countries of a pair; empty where none does."""
    if ctx.dated[at] >= 0:
        first, last = ctx.dates[ctx.dated[at]]
        return [Piece(first, last, "DATE", "", "date")] if first == at else []
    title = sources.parse(ctx, at) or documents.parse(ctx, at) or documents.extended(ctx, at)
    if title:
        return [title]
    signed = people.signed(ctx, at)
    if signed:
        return [signed]
    office, body = offices.parse(ctx, at), bodies.parse(ctx, at) or bodies.listed(ctx, at, previous)
    reach = max(office.last if office else at, body.last if body else at)
    country = places.parse(ctx, at, after_office=_follows_office(previous, at)) if reach > at else []
    if country and country[0].last >= reach and country[0].rule.startswith("country"):
        return [_after(ctx, country[0], previous), *country[1:]]
    if body and (not office or body.last > office.last):
        return [_after(ctx, _seat(ctx, body), previous)]
    if office:
        return [office]
    return _place_or_person(ctx, at, previous, names)


def _place_or_person(ctx: Context, at: int, previous: Piece | None, names: known.Known) -> list[Piece]:
    short = known.abbreviation(ctx, at, names)
    if short:
        return [short]
    found = places.parse(ctx, at, after_office=_follows_office(previous, at))
    person = known.find(ctx, at, names) or people.parse(ctx, at, previous, names)
    sure = person is not None and (person.rule == "Vietnamese surname" or person.rule.startswith("known name"))
    addressed = person is not None and _addressed(ctx, at, previous, found)
    if found and not (person and (addressed or (sure and person.last > found[-1].last))):
        return [*found[:-1], _after(ctx, found[-1], previous)]
    place = None if person else sites.unknown(ctx, at)
    return [piece for piece in (person, place) if piece]


def _addressed(ctx: Context, at: int, previous: Piece | None, found: list[Piece]) -> bool:
    """Whether a name that is also a place's is a person's: after `ông`, `bà`, or after the office of a monarch."""
    if ctx.key(at - 1, at) in words("personal address") and ctx.key(at - 2, at) not in words("not an address"):
        country = bool(found) and found[0].rule.startswith("country")
        return not country or ctx.tokens.key[at] in words("given often")
    royal = previous is not None and previous.last == at and previous.rule == "office: royal"
    return royal and bool(found) and found[0].rule in ("capital", "city")


def _follows_office(previous: Piece | None, at: int) -> bool:
    return previous is not None and previous.last == at and previous.type == "ROLE"


def _seat(ctx: Context, piece: Piece) -> Piece:
    """A palace or office that acts is a body; where one is, or goes to, a place."""
    at = piece.first
    around = ctx.key(at - 1, at) in words("seat surroundings") or (
        (ctx.key(at - 2, at), ctx.key(at - 1, at)) in phrases("seat surroundings")
    )
    if piece.rule == "body: seat" and (around or ctx.cue_before(at, "place preposition")):
        return piece._replace(type="LOC")
    return piece


def _after(ctx: Context, piece: Piece, previous: Piece | None) -> Piece:
    """Note on a country or body right after an office, or after `tại` and one, that a name may follow it."""
    if previous is None or not ctx.same_line(previous.first, piece.first):
        return piece
    office = previous.type == "ROLE" or previous.rule.endswith("after office")
    gap = ctx.tokens.key[previous.last : piece.first]
    if office and (not gap or (len(gap) == 1 and gap[0] in words("mission place"))):
        return piece._replace(rule=piece.rule + ", after office")
    return piece
