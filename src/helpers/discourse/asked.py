"""Who is asked, or with whom something is wished for: the target of a proposal (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Keys
from helpers.discourse.objects import LEAD_IN, TO, company, government, is_area, is_other, series

_ASKING = (*TO, "that", "be", "adding")
_WISHING = ("mong", "muốn", "vọng", "đề nghị", "đề xuất")  # words of a proposal that may name what it is about alone
_ORDERING = "yêu cầu"  # to a body of one's own state it is an order
_ENDS = ("comma", "semicolon", "purpose", "subordinator", "colon", "quote", "stop", "complementiser")
_OTHERS = ("companion", "head:group", "determiner")  # somebody else is asked, whom nobody names
_REACH, _NOUN = 6, 2


def asked(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """Who is asked: the participant that begins the content; where none does, with whom something is wished for."""
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party":
            return _asked(document, chunks, draft, position, end)
        if chunk.kind == "nominaliser":
            return _whose(document, chunks, draft, position, end) or _wished(document, chunks, draft, end)
        if chunk.kind not in LEAD_IN and chunk.role not in _ASKING and chunk.kind != "quote":
            return _among(chunks, position, end) or _wished(document, chunks, draft, end)
    return ()


def _asked(document: Document, chunks: list[Chunk], draft: Draft, position: int, end: int) -> Keys:
    chunk = chunks[position]
    own = document.sides(draft.source)
    if chunk.party == "place":
        seat = government(chunks, position, own)
        area = (is_area(chunk) and not chunk.seat) or chunk.head == "head:group"
        return seat or (series(chunks, position, end) if area else ())
    ordered = chunk.party == "body" and draft.predicate.entry.endswith(_ORDERING)
    if ordered and document.sides(chunk.keys) & own:
        return ()
    return series(chunks, position, end)


def _whose(document: Document, chunks: list[Chunk], draft: Draft, position: int, end: int) -> Keys:
    """Whose visit is hoped for: "mong đợi chuyến thăm của A"; nobody's where it is one of the own side."""
    owned = (at for at in range(position, min(end, position + _REACH + 2)) if chunks[at].role == "of")
    at = next(owned, end) + 1
    if at >= end or chunks[at].kind != "party":
        return ()
    return () if document.sides(chunks[at].keys) & document.sides(draft.source) else series(chunks, at, end)


def _among(chunks: list[Chunk], position: int, end: int) -> Keys:
    """Those named of a group that is asked: "các bên liên quan, trong đó có A và B"; the town whose firms are."""
    if chunks[position].kind == "head:private" and position + 2 < end and chunks[position + 1].role == "of":
        return chunks[position + 2].keys if chunks[position + 2].kind == "party" else ()
    if chunks[position - 1].kind != "determiner":
        return ()
    for at in range(position, min(end - 1, position + _REACH)):
        if chunks[at].role == "adding" and chunks[at + 1].kind == "party":
            return series(chunks, at + 1, end)
    return ()


def _wished(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """With whom, or between whom, something is wished for or proposed: "muốn mở rộng hợp tác với X"."""
    first = draft.index + 1
    if not draft.predicate.entry.endswith(_WISHING) or chunks[first].kind in _OTHERS or _says(chunks[first]):
        return ()
    own = document.sides(draft.source)
    received = chunks[first].role == "receive" or chunks[min(first + 1, end - 1)].kind == "passive"  # "nhận được"
    for position in range(first, end):
        chunk, word = chunks[position], chunks[position - 1].role
        if chunk.kind in _ENDS:
            return ()
        if chunk.kind != "party":
            continue
        if chunk.joint and not set(chunk.keys) & own:
            return ()
        if word == "between" and set(chunk.keys) & own:
            return tuple(sorted(chunk.keys))
        if company(chunks[_noun(chunks, position) - 1]) or (received and word == "of"):
            place = chunk.party == "place"
            found = government(chunks, position, own) if place else series(chunks, position, end)
            return found if place or is_other(document, chunk, own, draft.source, True) else ()
    return ()


def _says(chunk: Chunk) -> bool:
    return chunk.predicate is not None and chunk.predicate.kind != "event"


def _noun(chunks: list[Chunk], position: int) -> int:
    """Where the noun begins that the participant at `position` belongs to: "với thành phố (của) X"."""
    first = position
    while not chunks[position].actor and chunks[first - 1].kind == "word" and position - first < _NOUN:
        first -= 1
    return first
