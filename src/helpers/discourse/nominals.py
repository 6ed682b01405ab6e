"""Encounters named by a noun phrase: an act only where its participants stand in it or beside it (codebook, rulings 3 and 12)."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Scope
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

_TO = ("tới", "đến", "tại", "sang", "ở")
_WITH = ("với", "cùng", "cùng với")
_PASS = {"adverb", "manner", "date", "determiner"}


@dataclass(slots=True)
class Encounter:
    """Participants found in the noun phrase itself, as chunk indices; `both` where they stand on one footing."""

    agents: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    both: bool = False


def scan(chunks: list[Chunk], index: int) -> Encounter:
    """Read the noun phrase headed by the encounter at `index`: "hội đàm giữa A với B", "thăm X của A", "hội kiến của A với B"."""
    found = Encounter()
    predicate = chunks[index].predicate
    visit = predicate is not None and predicate.act == "VISIT"
    word = ""
    for position in range(index + 1, min(len(chunks), index + 22)):
        chunk = chunks[position]
        if chunk.kind == "party":
            if word == "giữa":
                found.agents, found.both = (position,), True
            elif word == "và" and found.both and len(chunks[found.agents[0]].keys) < 2:
                found.agents = (*found.agents, position)
            elif word == "của" and not found.agents and chunk.party != "place":
                found.agents = (position,)
            elif visit and chunk.party in ("country", "place", "nation", "partner") and not found.places:
                found.places = (position,)
            elif word in _WITH and not visit:
                if found.both:
                    found.agents = (*found.agents, position)
                else:
                    found.partners = (*found.partners, position)
            elif not word and not visit and not found.partners and not found.agents:
                if chunk.party == "country" and len(chunk.keys) == 2:  # "hội đàm Mỹ - Triều"
                    found.agents, found.both = (position,), True
                else:
                    found.partners = (position,)
            elif (
                word in ("và", ",")
                and found.partners
                and position - found.partners[-1] <= 2
                and chunk.party in ("person", "office")
            ):
                found.partners = (*found.partners, position)
            word = ""
        elif chunk.kind == "preposition" or chunk.head in ("và", "tới", "đến"):
            word = chunk.head
            if chunk.head in ("về", "nhằm", "sau", "trước", "theo") or (chunk.head == "trong" and not visit):
                break
        elif chunk.kind == "comma":
            if visit or not (found.partners and _party_next(chunks, position)):
                break
            word = ","
        elif chunk.kind in (
            "predicate",
            "semicolon",
            "stop",
            "subordinator",
            "purpose",
            "colon",
            "quote",
            "complementiser",
            "passive",
            "light",
        ):
            if chunk.kind == "predicate" and chunk.predicate is not None and chunk.predicate.frame == "place":
                word = chunks[position].predicate.entry  # type: ignore[union-attr]
                continue
            if chunk.kind == "predicate" and visit and not found.agents:
                continue
            break
        elif chunk.kind == "word" and not visit and (found.partners or found.agents):
            if word not in ("của", "với"):
                break
        elif chunk.kind in _PASS:
            continue
    return found


def _party_next(chunks: list[Chunk], position: int) -> bool:
    """Whether a further participant follows the comma, and not the subject of the main clause."""
    if position + 1 >= len(chunks) or chunks[position + 1].kind != "party":
        return False
    return position + 2 < len(chunks) and chunks[position + 2].kind in (
        "conjunction",
        "comma",
        "stop",
        "semicolon",
        "preposition",
    )


def caption(chunks: list[Chunk], index: int) -> int | None:
    """Index of the joint participants of a caption "A và B tại cuộc hội đàm", None if the sentence is none."""
    if (
        not chunks
        or chunks[0].kind != "party"
        or len(chunks[0].members) < 2
        or any(c.predicate for c in chunks[:index])
    ):
        return None
    between = chunks[1:index]
    return (
        0
        if between
        and all(
            c.kind
            in ("preposition", "nominaliser", "adverb", "date", "determiner", "frame", "open", "close", "word", "comma")
            for c in between
        )
        and len(between) < 8
        else None
    )


def draft(document: Document, chunks: list[Chunk], index: int, link: Link, scope: Scope) -> Draft | None:
    """The act that the encounter named at `index` reports, None where its participants do not stand in the sentence."""
    predicate = chunks[index].predicate
    if predicate is None or predicate.act not in ("VISIT", "MEET", "RECEIVE"):
        return None
    found = scan(chunks, index)
    if any(chunks[at].head == "head:side" for at in found.partners):
        return None  # "các cuộc hội kiến với lãnh đạo Việt Nam": nobody is named
    agents, partners = keys(chunks, found.agents), keys(chunks, found.partners)
    if found.both:
        plural = any(
            c.kind == "nominaliser" and c.head.startswith(("các", "những")) for c in chunks[max(0, index - 3) : index]
        )
        if plural and chunks[found.agents[0]].party == "joint":
            return None  # "các cuộc tiếp xúc giữa hai nước": no one meeting
        return _make(index, predicate, link, agents, agents) if len(agents) > 1 else None
    goal = destination(document, chunks[found.places[0]]) if predicate.act == "VISIT" and found.places else partners
    if not goal and not agents and predicate.act != "VISIT":
        joint = caption(chunks, index)
        if joint is None:
            return None
        members = chunks[joint].members
        if predicate.act == "RECEIVE":
            return _make(index, predicate, link, tuple(sorted(members[0])), tuple(sorted(members[1])))
        both = tuple(sorted(chunks[joint].keys))
        return _make(index, predicate, link, both, both)
    if agents and chunks[found.agents[0]].party == "joint":
        return None  # "các chuyến thăm của lãnh đạo hai nước"
    agents = agents or _beside(document, chunks, index, scope, goal)
    if predicate.act == "VISIT" and len(agents) > 1:
        agents = tuple(key for key in agents if not document.sides((key,)) & document.sides(goal))
    return _make(index, predicate, link, agents, goal) if goal and agents and agents != goal else None


def _make(index: int, predicate: Predicate, link: Link, source: tuple[str, ...], target: tuple[str, ...]) -> Draft:
    return Draft(index, predicate, predicate.act, source, source == target, "nominal", link, target=target)


def _beside(
    document: Document, chunks: list[Chunk], index: int, scope: Scope, goal: tuple[str, ...]
) -> tuple[str, ...]:
    """Who meets or visits `goal` where the noun phrase does not say so: the subject of the sentence, or its other party."""
    host = scope.main or (scope.acts[-1] if scope.acts else None)
    later = syntax.later_subject(chunks, index, within=30)
    if host is not None:
        candidates = [chunks[later].keys] if later is not None and not chunks[later].joint else []
        candidates += [host.source, host.target]
    else:
        places = (syntax.first_subject(chunks, index), syntax.later_subject(chunks, index))
        visit = chunks[index].predicate is not None and chunks[index].predicate.act == "VISIT"  # type: ignore[union-attr]
        candidates = [chunks[at].keys for at in places if at is not None and (visit or not chunks[at].joint)]
    sides = document.sides(goal)
    for source in candidates:
        if source and not set(source) & set(goal) and (not sides or document.sides(source) != sides):
            return tuple(sorted(source))
    return ()


def keys(chunks: list[Chunk], indices: tuple[int, ...]) -> tuple[str, ...]:
    """The entity keys of the participants at `indices`, sorted."""
    return tuple(sorted({key for index in indices for key in chunks[index].keys}))


def destination(document: Document, chunk: Chunk) -> tuple[str, ...]:
    """What a visit to the place in `chunk` has as its target: the country it lies in, else the place itself."""
    if chunk.party == "place" and len(chunk.members) > 1:
        return chunk.members[-1]
    if chunk.party == "place":
        return tuple(sorted(document.country_of_place(key) or key for key in chunk.keys[:1]))
    return tuple(sorted(chunk.keys))
