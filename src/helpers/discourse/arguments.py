"""Whom an act is addressed to, by the argument frame of its predicate (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse import nominals
from helpers.discourse.chunks import Chunk
from helpers.discourse.concerns import TO, other_side, owners, series, trusted, two_sides
from helpers.discourse.document import Document
from helpers.discourse.drafts import MAIN, OBJECT, Draft

_LEAD_IN = {"adverb", "manner", "determiner", "date", "negation", "companion"}
_LOOSE = {"word", "nominaliser", "carrier"}  # may stand before an object: "gặp nhiều quan chức của X"
_GUESTS = ("guest-host", "with", "counterpart")
_BETWEEN = (*_GUESTS, "host-guest", "joint", "exchange", "sign")
_BETWEEN_NAMES = ("comma", "semicolon", "conjunction", "party", "word", "determiner")
_ASKING = (*TO, "that", "be", "adding")


def target(document: Document, chunks: list[Chunk], draft: Draft, end: int, before: list[Draft]) -> tuple[str, ...]:
    """Return the keys of the target of `draft`, whose content ends before chunk `end`; `before` are the earlier acts."""
    frame = draft.predicate.frame
    if draft.patient:
        return tuple(key for key in draft.patient if key not in draft.source)
    if frame in ("visit", "place"):
        return _destination(document, chunks, draft, before)
    if frame in _BETWEEN:
        return _object(chunks, draft.index, end, frame == "exchange") or _between(document, chunks, draft, end, before)
    if frame == "agree":
        if two_sides(document, draft):
            return draft.source
        with_someone = draft.index + 1 < end and chunks[draft.index + 1].role in ("with", "about", "of")
        return other_side(document, chunks, draft, end) if with_someone else ()
    if frame in ("honour", "wish", "convey"):
        sent = _receiver(chunks, draft.index, end) if frame == "convey" else ()
        found = sent or _object(chunks, draft.index, end, False)
        found = found if found or frame == "wish" else owners(document, chunks, draft, end)
        return found or (document.partner(draft.source) if frame == "convey" else ())
    if frame == "trust":
        return trusted(document, chunks, draft, end)
    if frame == "deny":
        return other_side(document, chunks, draft, end) if _owned(chunks, draft, end) else ()
    if frame in ("ask", "invite"):
        return _asked(chunks, draft, end)
    if frame == "praise":
        return owners(document, chunks, draft, end)
    if frame == "object" and draft.index + 1 < end and chunks[draft.index + 1].party == "person":
        return tuple(sorted(set(chunks[draft.index + 1].keys) - set(draft.source)))
    if frame in ("object", "refuse", "regard", "support"):
        return other_side(document, chunks, draft, end, bodies=True)
    if frame == "say":
        return other_side(document, chunks, draft, end, clause=True, bodies=draft.act == "COMMIT")
    return ()


def _between(document: Document, chunks: list[Chunk], draft: Draft, end: int, before: list[Draft]) -> tuple[str, ...]:
    """The other party where no object stands: both sides of a joint act, or the host of a guest who calls."""
    host = next((d for d in reversed(before) if d.act == "RECEIVE"), None)
    if host is not None and draft.predicate.frame in _GUESTS and draft.level == OBJECT:
        return host.source
    mutual = draft.joint and draft.index + 1 < len(chunks) and chunks[draft.index + 1].role == "mutual"
    if mutual or two_sides(document, draft):
        return draft.source
    if draft.predicate.frame == "sign":
        content = (c for c in chunks[draft.index + 1 : end] if c.kind == "party" and len(c.keys) > 1)
        return next((tuple(sorted(c.keys)) for c in content), ())
    return ()


def _object(chunks: list[Chunk], index: int, end: int, marked: bool) -> tuple[str, ...]:
    """The participant right behind the predicate, or behind its preposition (only that, if `marked`)."""
    preposition = False
    for position in range(index + 1, end):
        chunk = chunks[position]
        near = position - index
        if chunk.kind == "party":
            if chunk.seat and preposition:
                return (chunk.seat,)  # "thảo luận với Hà Nội": the government there
            held = (marked and not preposition) or chunk.party == "place"
            return () if held else _with_named(chunks, position, end)
        if chunk.role in TO or (chunk.predicate is not None and chunk.predicate.frame == "place"):
            preposition = True
        elif near == 1 and chunk.predicate is not None and chunk.predicate.frame == "honour":
            continue  # "gọi điện chúc mừng B"
        elif chunk.kind == "comma":
            listed = position + 1 < end and chunks[position + 1].kind == "word"
            if near == 1 or not listed:
                return ()
        elif chunk.kind in _LOOSE or chunk.kind.startswith("head:"):
            if near > 8 or marked:
                return ()
        elif chunk.role in ("of", "in"):
            if near > 9:
                return ()
        elif chunk.kind not in _LEAD_IN and chunk.kind not in ("open", "close"):
            return ()
    return ()


def _with_named(chunks: list[Chunk], position: int, end: int) -> tuple[str, ...]:
    """The participant at `position`; where persons of a group are named behind it, they: "các nghị sĩ X, trong đó có A; B"."""
    group = series(chunks, position, end)
    opening = next((at for at in range(position + 1, min(end, position + 12)) if chunks[at].role == "adding"), end)
    if any(chunk.predicate for chunk in chunks[position + 1 : opening]):
        return group
    named: list[str] = []
    for at in range(opening + 1, end):
        if chunks[at].kind == "party" and chunks[at].party == "person":
            named += chunks[at].keys
        elif chunks[at].kind not in _BETWEEN_NAMES or (chunks[at].kind == "party" and named):
            break
    return tuple(sorted({*named, *(group if chunks[position].party == "body" else ())})) if named else group


def _owned(chunks: list[Chunk], draft: Draft, end: int) -> bool:
    """Whether what is denied is somebody's claim ("cáo buộc của A"), not a fact ("việc A có mặt")."""
    first = next((at for at in range(draft.index + 1, end) if chunks[at].kind == "party"), draft.index)
    return chunks[first - 1].role in ("of", "from")


def _receiver(chunks: list[Chunk], index: int, end: int) -> tuple[str, ...]:
    """Who gets what is sent: "chuyển lời thăm hỏi của A tới B"."""
    for position in range(index + 1, end - 1):
        chunk = chunks[position]
        if chunk.kind in ("comma", "semicolon"):
            return ()
        place = chunk.predicate is not None and chunk.predicate.frame == "place"
        if (place or chunk.role in ("to", "with")) and chunks[position + 1].kind == "party":
            return series(chunks, position + 1, end)
    return ()


def _destination(document: Document, chunks: list[Chunk], draft: Draft, before: list[Draft]) -> tuple[str, ...]:
    """The country visited: named behind the verb, else that of the host."""
    for chunk in chunks[draft.index + 1 : draft.index + 10]:
        if chunk.kind == "party" and chunk.party in ("country", "place", "nation", "partner"):
            return nominals.destination(document, chunk)
        other = chunk.predicate is not None and chunk.predicate.frame != "place"
        if chunk.kind in ("comma", "semicolon", "stop") or other:
            break
    for at in range(draft.index + 1, len(chunks) - 1):
        if chunks[at].role == "at" and chunks[at + 1].party == "country":
            return nominals.destination(document, chunks[at + 1])  # "đến thăm và triển khai dự án tại X"
    host = next((d for d in reversed(before) if d.act == "RECEIVE" or draft.level != MAIN), None)
    there = document.sides(host.source) if host is not None else set()
    return tuple(sorted(there - document.sides(draft.source)))


def _asked(chunks: list[Chunk], draft: Draft, end: int) -> tuple[str, ...]:
    """Who is asked: the participant that begins the content."""
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party":
            return () if chunk.party == "place" else series(chunks, position, end)
        if chunk.kind == "nominaliser":
            owned = (at for at in range(position, min(end, position + 6)) if chunks[at].role == "of")
            at = next(owned, end) + 1
            return (
                series(chunks, at, end) if at < end and chunks[at].kind == "party" else ()
            )  # "mong đợi chuyến thăm của A"
        if chunk.kind not in _LEAD_IN and chunk.role not in _ASKING and chunk.kind != "quote":
            return _among(chunks, position, end)
    return ()


def _among(chunks: list[Chunk], position: int, end: int) -> tuple[str, ...]:
    """Those named of a group that is asked: "các bên liên quan, trong đó có A và B"."""
    if chunks[position - 1].kind != "determiner":
        return ()
    for at in range(position, min(end - 1, position + 6)):
        if chunks[at].role == "adding" and chunks[at + 1].kind == "party":
            return series(chunks, at + 1, end)
    return ()
