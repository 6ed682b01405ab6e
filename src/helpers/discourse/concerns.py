"""Whom what is said or praised concerns: the other side named in the content of an act (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft
from helpers.discourse.syntax import PERSONS

# Roles of function words (lexicon/markers.csv)
TO = ("with", "to", "together")
_AWAY = ("between", "at", "in", "on", "source", "by", "like", "from")
_PLACED = ("at", "in", "source")
_OPENING = ("adverb", "complementiser", "comma", "quote", "colon", "self")


def two_sides(document: Document, draft: Draft) -> bool:
    """Whether the source holds both sides, so that the act is between them."""
    known = [document.sides((key,)) for key in draft.source]
    return draft.joint and len(draft.source) > 1 and not (all(known) and len(set.union(*known)) == 1)


def series(chunks: list[Chunk], position: int, end: int) -> tuple[str, ...]:
    """The keys of the participant at `position` and of those that "và" (and "của") join to it, sorted."""
    found = list(chunks[position].keys)
    while position + 2 < end and (
        chunks[position + 1].kind == "conjunction" or chunks[position + 1].role == "together"
    ):
        step = 3 if chunks[position + 2].role == "of" and position + 3 < end else 2
        if chunks[position + step].kind != "party":
            break
        position += step
        found += chunks[position].keys
    return tuple(sorted(set(found)))


def other_side(
    document: Document, chunks: list[Chunk], draft: Draft, end: int, *, clause: bool = False, bodies: bool = False
) -> tuple[str, ...]:
    """The first other side that is an object in the content of `draft`, which ends before chunk `end`.

    None where the content's own subject is both sides, or where it only gives information (`clause`: the content is a
    clause). `bodies` lets in bodies of no country.
    """
    own = document.sides(draft.source)
    if clause and draft.act == "STATE" and not _own_stance(document, chunks, draft, own, end):
        return addressee(chunks, draft.index, end)
    first = True
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "subordinator" and clause and position > draft.index + 1:
            break
        if chunk.kind != "party":
            continue
        word = _preposition(chunks, position)
        if chunk.seat and word in TO and chunk.seat not in own:
            return (chunk.seat,)
        if chunk.party in ("joint", "leaders"):
            if first and not word and clause:
                return ()
            continue
        if word not in _AWAY and _is_other(document, chunk, own, draft.source, bodies):
            found = series(chunks, position, end)
            return tuple(k for k in found if chunk.party != "country" or not document.sides((k,)) & own)
        first = False
    return ()


def owners(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> tuple[str, ...]:
    """Whose work, visit or relations are praised: the owners named in the object, or both sides of a relation."""
    own = document.sides(draft.source)
    found: list[str] = []
    more = True  # a further owner counts only where it is coordinated with the last
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind in ("semicolon", "purpose") or (chunk.kind == "comma" and found):
            break
        more = more or chunk.kind == "conjunction"
        if chunk.role == "bilateral" and not found:
            return document.pair(chunk.start)
        if chunk.kind == "name" and chunk.keys and not found and not set(chunk.keys) & own:
            found += chunk.keys  # "chúc mừng Quốc khánh Trung Quốc"
            more = False
        if chunk.kind != "party":
            continue
        relation = len(chunk.keys) > 1 and chunk.party == "country" and bool(own & set(chunk.keys))
        if relation or chunk.party in ("joint", "leaders"):
            return tuple(sorted(set(found or chunk.keys)))
        away = _preposition(chunks, position) in _PLACED
        if more and not away and _is_other(document, chunk, own, draft.source, True):
            found += chunk.keys
            more = False
    return tuple(sorted(set(found) or (own if two_sides(document, draft) else ())))


def trusted(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> tuple[str, ...]:
    """The other side that is trusted to do something: "tin tưởng nhân dân X sẽ …"; none where a thing is spoken of."""
    own = document.sides(draft.source)
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party" and chunks[position - 1].kind in (*_OPENING, "predicate"):
            single = chunk.party not in ("joint", "leaders") and chunk.actor
            return (
                tuple(sorted(chunk.keys))
                if single and _is_other(document, chunk, own, draft.source, chunk.party != "body")
                else ()
            )
        if chunk.kind == "word" and chunks[position - 1].kind not in ("preposition", "word", "manner"):
            return ()
    return ()


def addressee(chunks: list[Chunk], index: int, end: int) -> tuple[str, ...]:
    """The keys after a preposition right behind a saying predicate: "nói với X"."""
    for position in range(index + 1, min(end - 1, index + 4)):
        predicate = chunks[position].predicate
        to = chunks[position].role in ("with", "to") or (predicate is not None and predicate.frame == "place")
        if to and chunks[position + 1].kind == "party":
            return tuple(sorted(chunks[position + 1].keys))
        if chunks[position].kind not in ("adverb", "manner", "determiner", "date"):
            break
    return ()


def _preposition(chunks: list[Chunk], position: int) -> str:
    return chunks[position - 1].role if chunks[position - 1].kind == "preposition" else ""


def _is_other(document: Document, chunk: Chunk, own: set[str], source: tuple[str, ...], bodies: bool) -> bool:
    if chunk.party == "place" or not chunk.keys or set(chunk.keys) & set(source):
        return False
    sides = document.sides(chunk.keys)
    return bool(sides - own) or (bodies and not sides)


def _own_stance(document: Document, chunks: list[Chunk], draft: Draft, own: set[str], end: int) -> bool:
    """Whether the content begins with a stance of the speaker's own side ("cho biết Nga coi trọng …")."""
    for chunk in chunks[draft.index + 1 : end]:
        if chunk.predicate is not None:
            stance = chunk.predicate.act in ("PRAISE", "COMMIT") or chunk.predicate.frame == "regard"
            return stance and chunk.predicate.kind in ("stance", "speech")
        side = chunk.kind == "party" and chunk.party not in PERSONS and document.sides(chunk.keys) & own
        if chunk.kind not in _OPENING and not side:
            return False
    return False
