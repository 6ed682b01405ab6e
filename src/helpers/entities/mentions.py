"""All mentions of a document: persons, offices, bodies, places, dates, documents, events (codebook, section 2)."""

from __future__ import annotations

from helpers.entities import bodies, context, documents, keys, offices, people, places, sources
from helpers.entities.context import Context, Piece
from helpers.entities.vocabulary import words
from helpers.spans import Mention, Segment, Sentence


def find(text: str, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the mentions of a normalised `text`, sorted and without overlap, in the zones that carry mentions.

    Each has its type and the codebook key of its entity; offsets are code points of `text`.
    """
    ctx = context.read(text, segments)
    pieces = keys.link(ctx, scan(ctx))
    out = []
    for piece in pieces:
        start, end = ctx.tokens.start[piece.first], ctx.tokens.end[piece.last - 1]
        out.append(Mention(start, end, text[start:end], piece.type, piece.key or text[start:end], piece.rule))
    return tuple(out)


def scan(ctx: Context) -> list[Piece]:
    """Return the pieces that the grammars find, reading twice: the second time with the names found in the first."""
    known = people.inventory(ctx, _pass(ctx, people.NOBODY))
    return _pass(ctx, known)


def _pass(ctx: Context, known: people.Known) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    while at < len(ctx.tokens):
        if _nothing(ctx, at) and not ctx.cues[at]:
            at += 1
            continue
        found = _at(ctx, at, pieces[-1] if pieces else None, known)
        if found:
            pieces.extend(found)
            at = found[-1].last
            short = documents.bracketed(ctx, found[-1])
            if short:
                pieces.append(short)
                at = short.last
        else:
            title = ctx.cue(at, "honorific")
            at = people.after_titles(ctx, title.last) if title else at + 1
    return pieces


def _nothing(ctx: Context, at: int) -> bool:
    """Whether no grammar can begin at a token: a small word that no table holds."""
    if ctx.outlets[at] or ctx.key(at + 1, at) == ".":
        return False
    return not ctx.hits[at] and not ctx.tokens.capital[at] and ctx.dated[at] < 0 and ctx.tokens.key[at] != "đảng"


def _at(ctx: Context, at: int, previous: Piece | None, known: people.Known) -> list[Piece]:
    if ctx.dated[at] >= 0:
        first, last = ctx.dates[ctx.dated[at]]
        if first != at:
            return []
        return [Piece(first, last, "DATE", "", "date")]
    outlet = sources.parse(ctx, at)
    if outlet:
        return [outlet]
    document = documents.parse(ctx, at)
    if document:
        return [document]
    extended = documents.extended(ctx, at)
    if extended:
        return [extended]
    office = offices.parse(ctx, at)
    body = bodies.parse(ctx, at)
    if body and (not office or body.last > office.last):
        state = places.parse(ctx, at)
        if state and state[0].last >= body.last and state[0].rule.startswith("country"):
            return state
        return [_after(ctx, _seat(ctx, body), previous)]
    if office:
        return [office]
    after = previous is not None and previous.last == at and previous.type == "ROLE"
    found = places.parse(ctx, at, after_office=after)
    person = people.known(ctx, at, known) or people.parse(ctx, at, previous, known)
    if found and not (
        person
        and person.last > found[-1].last
        and (person.rule == "Vietnamese surname" or person.rule.startswith("known name"))
    ):
        return [*found[:-1], _after(ctx, found[-1], previous)]
    if person:
        return [person]
    place = places.unknown(ctx, at)
    return [place] if place else []


def _seat(ctx: Context, piece: Piece) -> Piece:
    """A palace or office that acts is a body; where one is, or goes to, a place."""
    if piece.rule == "body: seat" and ctx.cue_before(piece.first, "place preposition"):
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
