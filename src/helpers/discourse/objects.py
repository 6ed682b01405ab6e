"""The participants that may be the object of what is said: joined ones, governments told by their capital, the other side."""

from __future__ import annotations

from functools import cache

from helpers import lexicon
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Keys
from helpers.text import flatten

TO = ("with", "to", "together")  # roles of function words (lexicon/markers.csv)
LEAD_IN = ("adverb", "manner", "determiner", "date", "negation", "companion")
_SPEAKING_OF = (*TO, "of")
_ACTING = ("predicate", "adverb", "modal", "negation", "word", "light")
_NEAR = 5  # chunks between a country and the capital of the one it speaks of
_WIDE = ("sea", "river", "continent", "island", "region", "site")


def series(chunks: list[Chunk], position: int, end: int) -> Keys:
    """The keys of the participant at `position` and of those that "và" (and "của") join to it, sorted."""
    found = list(chunks[position].keys)
    while position + 2 < end and (
        chunks[position + 1].kind == "conjunction" or chunks[position + 1].role == "together"
    ):
        led = chunks[position + 2].role == "of" or chunks[position + 2].kind == "self"  # "và (của, cá nhân) B"
        step = 3 if led and position + 3 < end else 2
        if chunks[position + step].kind != "party":
            break
        position += step
        found += chunks[position].keys
    return tuple(sorted(set(found)))


def company(chunk: Chunk) -> bool:
    """Whether a chunk says that what follows is with somebody: "với", "cùng", "đối thoại với"."""
    ends = chunk.predicate is not None and chunk.predicate.entry.endswith(" với")
    return ends or chunk.role in ("with", "together")


def two_sides(document: Document, draft: Draft) -> bool:
    """Whether the source holds both sides, so that the act is between them."""
    known = [document.sides((key,)) for key in draft.source]
    return draft.joint and len(draft.source) > 1 and not (all(known) and len(set.union(*known)) == 1)


def is_other(document: Document, chunk: Chunk, own: set[str], source: Keys, bodies: bool) -> bool:
    """Whether a participant is of another side than `own`; `bodies` lets in those of no country."""
    if chunk.party == "place" or not chunk.keys or set(chunk.keys) & {*source, *_served(document, source)}:
        return False
    sides = document.sides(chunk.keys)
    return bool(sides - own) or (bodies and not sides)


def _served(document: Document, source: Keys) -> set[str]:
    """The alliances and bodies that the persons of `source` stand for."""
    persons = [document.persons[key] for key in source if key in document.persons]
    return {name for person in persons for name in (person.alliance, *person.bodies)}


def government(chunks: list[Chunk], position: int, own: set[str]) -> Keys:
    """The country whose government a capital stands for where it is spoken of as one ("lên án Washington áp thuế",
    "kế hoạch của Tokyo"), () where it is a place or its own."""
    chunk = chunks[position]
    if not chunk.seat or chunk.seat in own or chunk.head or position == 0:
        return ()
    before = chunks[position - 1]
    motion = before.predicate is not None and before.predicate.frame in ("place", "visit")
    after = chunks[position + 1] if position + 1 < len(chunks) else Chunk(0, 0, "stop")
    opens = (
        before.kind in ("predicate", "complementiser", "comma")
        and not motion
        and (
            after.kind in _ACTING
            or (after.kind == "quote" and before.predicate is not None and before.predicate.act == "PROPOSE")
        )
    )
    named = before.kind == "word" and any(
        set(c.keys) <= own for c in chunks[max(0, position - _NEAR) : position] if c.keys
    )
    return (chunk.seat,) if before.role in _SPEAKING_OF or opens or named else ()  # "Seoul không cần xin lỗi Bắc Kinh"


def is_area(chunk: Chunk) -> bool:
    """Whether a place has people that act for it: a town, a province, no sea and no island."""
    return chunk.party == "place" and bool(chunk.keys) and flatten(chunk.keys[0]) not in _wide(*_WIDE)


def is_bloc(chunk: Chunk) -> bool:
    """Whether a place is a part of the world, whose countries may act together: "phương Tây", "châu Âu"."""
    return chunk.party == "place" and bool(chunk.keys) and flatten(chunk.keys[0]) in _wide("continent")


@cache
def _wide(*categories: str) -> frozenset[str]:
    return frozenset(flatten(row["entry"]) for row in lexicon.load("places") if row["category"] in categories)
