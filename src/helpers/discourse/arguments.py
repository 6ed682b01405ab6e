"""Whom an act is addressed to, by the argument frame of its predicate (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse import nominals
from helpers.discourse.addressees import quoted, told
from helpers.discourse.asked import asked
from helpers.discourse.chunks import Chunk
from helpers.discourse.concerns import judged, other_side, provoking, trusted
from helpers.discourse.document import Document
from helpers.discourse.drafts import MAIN, OBJECT, Draft
from helpers.discourse.objects import LEAD_IN, TO, company, is_bloc, is_other, series, two_sides
from helpers.discourse.praised import owners
from helpers.discourse.syntax import PERSONS

_LOOSE = {"word", "nominaliser", "carrier"}  # may stand before an object: "gặp nhiều quan chức của X"
_GUESTS = ("guest-host", "with", "counterpart")
_BETWEEN = (*_GUESTS, "host-guest", "joint", "exchange", "sign")
_WARNING = "cảnh báo"
_ABOUT = ("with", "of", "about")
_TALKS = ("exchange", "joint", "with", "sign", "counterpart")  # frames of what one does with somebody
_BETWEEN_NAMES = ("comma", "semicolon", "conjunction", "party", "word", "determiner")


def target(document: Document, chunks: list[Chunk], draft: Draft, end: int, before: list[Draft]) -> tuple[str, ...]:
    """Return the keys of the target of `draft`, whose content ends before chunk `end`; `before` are the earlier acts."""
    frame = draft.predicate.frame
    if draft.patient:
        return tuple(key for key in draft.patient if key not in draft.source)
    if draft.joint and any(chunk.role == "mutual" for chunk in chunks[draft.index + 1 : draft.index + 3]):
        return draft.source  # "thông báo cho nhau", "ca ngợi lẫn nhau"
    if frame in ("visit", "place"):
        return _destination(document, chunks, draft, before)
    if frame in _BETWEEN:
        met = _object(chunks, draft.index, end, frame == "exchange") or _between(document, chunks, draft, end, before)
        return met or (_with_whom(document, chunks, draft, end) if frame in _TALKS else ())
    if frame == "agree":
        if two_sides(document, draft):
            return draft.source
        accepts = draft.predicate.kind == "event" and chunks[min(draft.index + 1, end - 1)].role not in _ABOUT
        return () if accepts else other_side(document, chunks, draft, end)
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
        return asked(document, chunks, draft, end)
    if frame == "praise":
        return owners(document, chunks, draft, end)
    after = chunks[min(draft.index + 1, len(chunks) - 1)]
    if is_bloc(after) and (draft.act == "OBJECT" or draft.predicate.entry.endswith(_WARNING)):
        return after.keys  # "cáo buộc phương Tây"
    if frame == "object" and after.kind == "subordinator" and (who := provoking(document, chunks, draft)):
        return who
    if frame == "object" and draft.index + 1 < end and chunks[draft.index + 1].party == "person":
        return tuple(sorted(set(chunks[draft.index + 1].keys) - set(draft.source)))
    if frame in ("object", "refuse", "regard", "support"):
        return other_side(document, chunks, draft, end, bodies=True)
    if frame == "opine":
        return judged(document, chunks, draft, end)
    if draft.act == "STATE":
        return told(document, chunks, draft, end)
    if frame == "say":
        bodies = draft.act == "COMMIT" or draft.predicate.kind == "stance"
        return other_side(document, chunks, draft, end, clause=True, bodies=bodies) or quoted(document, chunks, draft)
    return ()


def _between(document: Document, chunks: list[Chunk], draft: Draft, end: int, before: list[Draft]) -> tuple[str, ...]:
    """The other party where no object stands: both sides of a joint act, or the host of a guest who calls."""
    host = next((d for d in reversed(before) if d.act == "RECEIVE"), None)
    if host is not None and draft.predicate.frame in _GUESTS and draft.level == OBJECT:
        return host.source
    thanked = next((d for d in before if d.act == "PRAISE" and d.target == draft.source), None)
    if thanked is not None and draft.predicate.frame == "host-guest":
        return thanked.source  # "cảm ơn A đã đón tiếp"
    if two_sides(document, draft):
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
            if chunk.head == "head:private":
                return _named(chunks, position, end, True)  # "các doanh nghiệp X"
            if chunk.seat and preposition:
                return (chunk.seat,)  # "thảo luận với Hà Nội": the government there
            held = (marked and not preposition) or (chunk.party == "place" and chunk.head != "head:side")
            return () if held else _named(chunks, position, end, False)
        if chunk.role in TO or (chunk.predicate is not None and chunk.predicate.frame == "place"):
            preposition = True
        elif near == 1 and chunk.predicate is not None and chunk.predicate.frame == "honour":
            continue  # "gọi điện chúc mừng B"
        elif chunk.kind == "comma":
            listed = position + 1 < end and chunks[position + 1].kind == "word"
            if near == 1 or not listed:
                return ()
        elif chunk.kind in _LOOSE or chunk.kind.startswith("head:") or _joins_nouns(chunks, position):
            if near > 8 or marked:
                return ()
        elif chunk.kind == "preposition" and not chunk.role and company(chunks[min(position + 1, end - 1)]):
            continue  # "tiếp xúc bên lề với B"
        elif chunk.role in ("of", "in"):
            if near > 9:
                return ()
        elif chunk.kind not in LEAD_IN and chunk.kind not in ("open", "close"):
            return ()
    return ()


def _joins_nouns(chunks: list[Chunk], position: int) -> bool:
    """Whether "và" stands between two nouns for people: "doanh nhân và chính khách X"."""
    return chunks[position].kind == "conjunction" and chunks[position - 1].kind.startswith("head:")


def _with_whom(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> tuple[str, ...]:
    """The person behind what is talked about: "thảo luận về thương mại với B"."""
    own = document.sides(draft.source)
    for position in range(draft.index + 2, end):
        chunk = chunks[position]
        listed = chunk.kind == "comma" and chunks[min(position + 1, end - 1)].kind in ("adverb", "manner", "word")
        if chunk.kind in ("comma", "semicolon", "subordinator", "purpose") and not listed:
            return ()
        if chunk.party in PERSONS and company(chunks[position - 1]):
            return series(chunks, position, end) if is_other(document, chunk, own, draft.source, True) else ()
    return ()


def _named(chunks: list[Chunk], position: int, end: int, only: bool) -> tuple[str, ...]:
    """The persons of a group that are named behind it ("các nghị sĩ X, trong đó có A; B"), else the group, if not `only` they."""
    group = () if only else series(chunks, position, end)
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
    """The country visited: named behind the verb, else that of the host; a body that is visited itself."""
    for at in range(draft.index + 1, min(len(chunks), draft.index + 10)):
        chunk = chunks[at]
        if chunk.kind == "party" and at + 2 < len(chunks):
            nearer, of = chunks[at + 2], chunks[at + 1].role == "of"  # "thị trấn A của X", "căn cứ X gần A"
            turned = (chunk.party, nearer.party) == (("place", "country") if of else ("country", "place"))
            chunk = nearer if turned and (of or not chunk.actor) else chunk
        if chunk.kind == "party" and chunk.party in ("country", "place", "nation", "partner"):
            return nominals.destination(document, chunk)
        if chunk.party == "body" and all(c.kind in LEAD_IN for c in chunks[draft.index + 1 : at]):
            return chunk.keys
        other = chunk.predicate is not None and chunk.predicate.frame != "place"
        if chunk.kind in ("comma", "semicolon", "stop") or other:
            break
    for at in range(draft.index + 1, len(chunks) - 1):
        if chunks[at].role == "at" and chunks[at + 1].party == "country":
            return nominals.destination(document, chunks[at + 1])  # "đến thăm và triển khai dự án tại X"
    brought = chunks[draft.link.at - 2 : draft.link.at] if draft.link.kind == "subject" and draft.link.at > 1 else []
    if brought and brought[0].kind == "party" and brought[1].kind in ("word", "causative"):
        return tuple(sorted(document.sides(brought[0].keys) - document.sides(draft.source)))  # "A đưa B thăm vườn thú"
    host = next((d for d in reversed(before) if d.act == "RECEIVE" or draft.level != MAIN), None)
    there = document.sides(host.source) if host is not None else set()
    return tuple(sorted(there - document.sides(draft.source)))
