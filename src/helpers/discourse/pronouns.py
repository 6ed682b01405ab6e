"""Whom "ông" or "bà" means by what he does: nobody visits his own country, and one promises for one's own side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Candidate

_REACH = 2000  # characters before a pronoun in which somebody else is looked for
_OPENING = ("adverb", "complementiser", "colon", "quote", "manner")


def meant(document: Document, candidate: Candidate, subject: Chunk) -> Chunk:
    """The subject of a predicate; where it is a pronoun that what follows gives to another person named before, that one."""
    if subject.party not in ("man", "woman", "comrade") or not subject.keys:
        return subject
    own = document.sides(subject.keys)
    if candidate.predicate.act == "VISIT":
        behind = candidate.chunks[candidate.index + 1 :][:6]
        there = next((c for c in behind if c.party == "country" and c.actor), None)
        if there is None or not own or set(there.keys) != own:
            return subject
        key = _before(document, subject, lambda country: bool(country) and country not in own)
    else:
        side = _promised(candidate)
        if not side or side in own:
            return subject
        key = _before(document, subject, lambda country: country == side)
    return replace(subject, keys=(key,)) if key else subject


def _promised(candidate: Candidate) -> str:
    """The country whose stance a speaker takes, or whose plans he tells: "khẳng định X sẵn sàng …", "cho biết X sẽ …"; else ""."""
    if candidate.predicate.frame != "say" or candidate.predicate.kind != "speech":
        return ""
    rest = [c for c in candidate.chunks[candidate.index + 1 :][:8] if c.kind not in _OPENING]
    if len(rest) < 2 or rest[0].party != "country" or len(rest[0].keys) != 1:
        return ""
    stance, stressed = rest[1].predicate, candidate.predicate.act == "STRESS"
    planned = candidate.chunks[candidate.chunks.index(rest[0]) + 1].tense in ("future", "continued")
    taken = stressed and stance is not None and stance.kind == "stance"
    return rest[0].keys[0] if taken or planned else ""


def _before(document: Document, subject: Chunk, fits: Callable[[str], bool]) -> str:
    """Key of the person named last before a pronoun whose country and gender fit; "" if there is none."""
    for item in reversed(document.items[: bisect_left(document.starts, subject.start)]):
        if subject.start - item.start > _REACH:
            break
        person = document.persons.get(item.keys[0]) if item.keys and item.party in ("person", "office") else None
        if person is None or not fits(person.country):
            continue
        if not (person.woman if subject.party == "man" else person.man and subject.party == "woman"):
            return person.key
    return ""
