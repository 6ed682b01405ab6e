"""Whom an act is addressed to or concerns, by the argument frame of its predicate (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse import nominals
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft

_LEAD_IN = {"adverb", "manner", "determiner", "date", "negation", "companion"}
_TO = ("với", "tới", "đến", "cho", "lên", "cùng", "đối với")
_AWAY = ("giữa", "tại", "ở", "trong", "theo", "trên", "qua", "thông qua", "như")


def target(document: Document, chunks: list[Chunk], draft: Draft, end: int, before: list[Draft]) -> tuple[str, ...]:
    """Return the keys of the target of `draft`, whose content ends before chunk `end`; `before` are the earlier acts."""
    frame = draft.predicate.frame
    if frame in ("visit", "place"):
        return _destination(document, chunks, draft, end, before)
    if frame in ("host-guest", "guest-host", "with", "counterpart", "joint", "exchange", "sign"):
        found = _object(chunks, draft.index, end, frame == "exchange")
        if found:
            return found
        if frame == "sign" and not _two_sides(document, draft):
            return _joint_inside(chunks, draft.index, end)
        if _two_sides(document, draft):
            return draft.source
        if frame in ("guest-host", "with", "counterpart") and draft.level == "object":
            host = next((d for d in reversed(before) if d.act == "RECEIVE"), None)
            return host.source if host is not None else ()
        return ()
    if frame == "agree":
        if _two_sides(document, draft):
            return draft.source
        if draft.index + 1 < end and chunks[draft.index + 1].head in ("với", "về"):
            return _foreign(document, chunks, draft, end)
        return ()
    if frame in ("honour", "wish", "convey"):
        found = (frame == "convey" and _receiver(chunks, draft.index, end)) or _object(chunks, draft.index, end, False)
        if found or frame == "wish":
            return found
        return _concerned(document, chunks, draft, end)
    if frame in ("ask", "order"):
        return _asked(document, chunks, draft, end) if frame == "ask" else ()
    if frame == "praise":
        return _concerned(document, chunks, draft, end)
    if frame in ("object", "regard", "support"):
        return _foreign(document, chunks, draft, end, bodies=True)
    if frame == "say" or draft.act == "COMMIT":
        return _foreign(document, chunks, draft, end, clause=True, bodies=draft.act == "COMMIT")
    return ()


def _two_sides(document: Document, draft: Draft) -> bool:
    """Whether the source holds both sides, so that the act is between them."""
    known = [document.sides((key,)) for key in draft.source]
    return draft.joint and len(draft.source) > 1 and not (all(known) and len(set.union(*known)) == 1)


def addressee(chunks: list[Chunk], index: int, end: int) -> tuple[str, ...]:
    """The keys after a preposition right behind a saying predicate: "nói với X"."""
    for position in range(index + 1, min(end, index + 4)):
        if (
            chunks[position].head in ("với", "cho", "tới", "đến")
            and position + 1 < end
            and chunks[position + 1].kind == "party"
        ):
            return tuple(sorted(chunks[position + 1].keys))
        if chunks[position].kind not in _LEAD_IN:
            break
    return ()


def _object(chunks: list[Chunk], index: int, end: int, marked: bool) -> tuple[str, ...]:
    """The participant right behind the predicate, or behind its preposition (only that, if `marked`)."""
    preposition = False
    for position in range(index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party":
            if chunk.seat and preposition:
                return (chunk.seat,)  # "thảo luận với Hà Nội": the government there
            if (marked and not preposition) or chunk.party == "place":
                return ()
            return _series(chunks, position, end)
        if chunk.head in _TO or (chunk.predicate is not None and chunk.predicate.frame == "place"):
            preposition = True
        elif (
            (chunk.kind in ("word", "nominaliser", "carrier") or chunk.kind.startswith("head:"))
            and position - index < 6
            and not marked
        ) or (chunk.kind == "preposition" and chunk.head in ("của", "trong") and position - index < 8):
            continue
        elif (chunk.kind not in _LEAD_IN and chunk.kind not in ("open", "close", "comma")) or (
            chunk.kind == "comma"
            and (position == index + 1 or (chunks[position + 1 : position + 2] and chunks[position + 1].kind != "word"))
        ):
            return ()
    return ()


def _receiver(chunks: list[Chunk], index: int, end: int) -> tuple[str, ...]:
    """Who gets what is sent: "chuyển lời thăm hỏi của A tới B"."""
    for position in range(index + 1, end - 1):
        chunk = chunks[position]
        if chunk.kind in ("comma", "semicolon"):
            return ()
        place = chunk.predicate is not None and chunk.predicate.frame == "place"
        if (place or chunk.head in ("tới", "đến", "cho", "với")) and chunks[position + 1].kind == "party":
            return _series(chunks, position + 1, end)
    return ()


def _series(chunks: list[Chunk], position: int, end: int) -> tuple[str, ...]:
    found = list(chunks[position].keys)
    while position + 2 < end and chunks[position + 1].kind == "conjunction":
        step = 3 if chunks[position + 2].head == "của" and position + 3 < end else 2
        if chunks[position + step].kind != "party":
            break
        position += step
        found += chunks[position].keys
    return tuple(sorted(set(found)))


def _joint_inside(chunks: list[Chunk], index: int, end: int) -> tuple[str, ...]:
    return next((tuple(sorted(c.keys)) for c in chunks[index + 1 : end] if c.kind == "party" and len(c.keys) > 1), ())


def _destination(
    document: Document, chunks: list[Chunk], draft: Draft, end: int, before: list[Draft]
) -> tuple[str, ...]:
    for position in range(draft.index + 1, min(len(chunks), draft.index + 10)):
        chunk = chunks[position]
        if chunk.kind == "party" and chunk.party in ("country", "place", "nation", "partner"):
            return nominals.destination(document, chunk)
        if chunk.kind in ("comma", "semicolon", "stop") or (
            chunk.kind == "predicate" and chunk.predicate and chunk.predicate.frame != "place"
        ):
            break
    host = next((d for d in reversed(before) if d.act == "RECEIVE" or draft.level != "main"), None)
    there = document.sides(host.source) if host is not None else set()
    return tuple(sorted(there - document.sides(draft.source)))


def _asked(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> tuple[str, ...]:
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party":
            return _series(chunks, position, end) if chunk.party != "place" else ()
        if chunk.kind not in _LEAD_IN and chunk.head not in (*_TO, "rằng", "là", "nhất là") and chunk.kind != "quote":
            return ()
    return ()


def _is_foreign(document: Document, chunk: Chunk, own: set[str], source: tuple[str, ...], bodies: bool) -> bool:
    if chunk.kind != "party" or chunk.party == "place" or not chunk.keys or set(chunk.keys) & set(source):
        return False
    sides = document.sides(chunk.keys)
    return bool(sides - own) or (bodies and not sides)


def _foreign(
    document: Document, chunks: list[Chunk], draft: Draft, end: int, *, clause: bool = False, bodies: bool = False
) -> tuple[str, ...]:
    """The first other side that is an object in the content; none where the content's own subject is both sides."""
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
        word = chunks[position - 1].head if chunks[position - 1].kind == "preposition" else ""
        if chunk.seat and word in _TO and chunk.seat not in own:
            return (chunk.seat,)
        if chunk.party in ("joint", "leaders"):
            if first and not word and clause:
                return ()
            continue
        if word not in _AWAY and word != "từ" and _is_foreign(document, chunk, own, draft.source, bodies):
            keys = [
                key
                for key in _series(chunks, position, end)
                if not (document.sides((key,)) & own) or chunk.party != "country"
            ]
            return tuple(keys)
        first = False
    return ()


def _own_stance(document: Document, chunks: list[Chunk], draft: Draft, own: set[str], end: int) -> bool:
    """Whether the content begins with a stance of the speaker's own side ("cho biết Nga coi trọng …")."""
    for chunk in chunks[draft.index + 1 : end]:
        if chunk.predicate is not None:
            return chunk.predicate.kind == "stance" and chunk.predicate.act in ("PRAISE", "COMMIT", "OBJECT")
        if chunk.kind not in ("adverb", "complementiser", "comma", "quote", "colon", "self") and not (
            chunk.kind == "party" and document.sides(chunk.keys) & own
        ):
            return False
    return False


def _concerned(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> tuple[str, ...]:
    """Whose work, visit or relations are praised: the owners named in the object, or both sides of a relation."""
    own = document.sides(draft.source)
    found: list[str] = []
    more = True  # a further owner counts only where it is coordinated with the last
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind in ("semicolon", "purpose") or (chunk.kind == "comma" and found):
            break
        more = more or chunk.kind == "conjunction"
        if chunk.head == "song phương" and not found:
            return document.pair(chunk.start)
        if chunk.kind != "party":
            continue
        word = chunks[position - 1].head if chunks[position - 1].kind == "preposition" else ""
        if chunk.party in ("joint", "leaders"):
            return tuple(sorted(found)) if found else tuple(sorted(chunk.keys))
        if len(chunk.keys) > 1 and chunk.party == "country" and own & set(chunk.keys):
            return tuple(sorted(found)) if found else tuple(sorted(chunk.keys))
        if word in ("tại", "ở", "trong", "theo") or not _is_foreign(document, chunk, own, draft.source, True):
            continue
        if more:
            found += chunk.keys
            more = False
    if not found and _two_sides(document, draft):
        return tuple(sorted(own))
    return tuple(sorted(set(found)))
