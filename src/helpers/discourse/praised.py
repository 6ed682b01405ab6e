"""Whose work, visit or relations are praised (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Keys
from helpers.discourse.objects import is_area, is_other, two_sides

_PLACED = ("at", "in", "source")
_JOINING = ("of", "and", "adding", "together")
_VISIT = 12  # chunks before a visit that nobody is named with: "những kết quả tốt đẹp của chuyến thăm"


def owners(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """The owners named in the object of a praise, or both sides of a relation."""
    own = document.sides(draft.source)
    found: list[str] = []
    more = True  # a further owner counts only where it is coordinated with the last
    for position in range(draft.index + 1, end):
        chunk, before = chunks[position], chunks[position - 1]
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
        if not found and before.role == "of" and is_area(chunk) and not chunk.seat:
            return chunk.keys  # "công tác của thành phố X"
        away = before.role in _PLACED or (bool(found) and not chunk.actor and before.role not in _JOINING)
        if more and not away and is_other(document, chunk, own, draft.source, True):
            found += chunk.keys
            more = False
    return tuple(sorted(set(found) or (own if draft.act == "PRAISE" and two_sides(document, draft) else ())))


def of_a_visit(chunks: list[Chunk], draft: Draft, end: int) -> bool:
    """Whether what is praised is a visit whose visitor the sentence does not name: "kết quả của chuyến thăm"."""
    for position in range(draft.index + 1, min(end, draft.index + _VISIT)):
        chunk = chunks[position]
        if chunk.kind in ("party", "comma", "semicolon"):
            return False
        if chunk.predicate is not None and chunk.predicate.act == "VISIT":
            further = chunks[position + 1 : position + 4]
            return not any(c.kind == "party" and c.party != "joint" for c in further) and (
                chunks[position - 1].kind == "nominaliser"
            )
    return False
