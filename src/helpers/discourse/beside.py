"""Who takes part in an encounter named by a noun without standing in its phrase: the subject of the sentence, who is met there."""

from __future__ import annotations

from itertools import pairwise

from helpers.discourse import syntax
from helpers.discourse.chunks import back
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, Candidate, Draft, Keys


def welcomed(candidate: Candidate) -> Keys:
    """Who gets the welcome of somebody: "B nhận được sự đón tiếp của A", "B đến X, trước sự chào đón của A"."""
    chunks, index, scope = candidate.chunks, candidate.index, candidate.scope
    first = back(chunks, index - 1, ("nominaliser", "determiner", "adverb", "manner"))
    if chunks[first].role != "receive" and not (chunks[first].head == "trước" and scope.main is not None):
        return ()
    if scope.main is not None:
        return scope.main.source
    subject = syntax.first_subject(chunks, index)
    return tuple(sorted(chunks[subject].keys)) if subject is not None else ()


def whose(document: Document, candidate: Candidate, goal: Keys) -> Keys:
    """Who met `goal` where he stands right before the frame: "tuyên bố của A trong cuộc gặp với B"."""
    chunks, at = candidate.chunks, candidate.link.at - 1
    if candidate.link.kind != "preposition" or at < 1 or candidate.predicate.act != "MEET":
        return ()
    who, word = chunks[at], chunks[at - 1]
    other = who.party in syntax.PERSONS and who.actor and not document.sides(who.keys) & document.sides(goal)
    return tuple(sorted(who.keys)) if other and word.role in ("of", "by") else ()


def subject(document: Document, candidate: Candidate, goal: Keys) -> Keys:
    """Who meets or visits `goal` where the noun phrase does not say so: the subject of the sentence, or its other party."""
    chunks, index, scope = candidate.chunks, candidate.index, candidate.scope
    host = scope.main or (scope.acts[-1] if scope.acts else None)
    if host is not None:
        near = [syntax.later_subject(chunks, index, within=30)]
        last = scope.acts[-1] if scope.acts else host
        near = [_told_of(candidate, host), *near]
        further = [*((last.source,) if last.level == INNER else ()), host.source, host.target]
    else:
        near = [_traveller(candidate), syntax.first_subject(chunks, index), syntax.later_subject(chunks, index)]
        further = []
    joint_too = candidate.predicate.act == "VISIT" and host is None
    visit = candidate.predicate.act == "VISIT"  # which no country makes
    candidates = [
        chunks[at].keys
        for at in near
        if at is not None
        and (joint_too or not chunks[at].joint)
        and not (visit and chunks[at].party == "country" and not chunks[at].head)
    ]
    sides = document.sides(goal)
    for source in [*candidates, *further]:
        if source and not set(source) & set(goal) and (not sides or document.sides(source) != sides):
            return tuple(sorted(source))
    return _met_there(document, candidate, sides) if visit and sides else ()


def _told_of(candidate: Candidate, host: Draft) -> int | None:
    """The person with whom what somebody says begins: "A cho rằng B lạc quan trong cuộc gặp với C" is told of B."""
    chunks = candidate.chunks
    if host.predicate.frame not in ("say", "opine") or host.index >= candidate.index:
        return None
    for at in range(host.index + 1, candidate.index):
        if chunks[at].kind == "party":
            named = chunks[at].party in ("person", "office") and chunks[at].actor
            return at if named and syntax.opens_content(chunks, host.index, at) else None
    return None


def _traveller(candidate: Candidate) -> int | None:
    """The person before a visit in the same clause: "Sau tin A sẽ ghé B trong chuyến thăm X, C thông báo …"."""
    chunks = candidate.chunks
    if candidate.predicate.act != "VISIT":
        return None
    for at in range(candidate.index - 1, -1, -1):
        if chunks[at].kind in ("comma", "semicolon", "quote", "stop"):
            return None
        if (
            chunks[at].party in ("person", "office")
            and chunks[at].actor
            and at
            and chunks[at - 1].role not in ("with", "of")
        ):
            return at
    return None


def _met_there(document: Document, candidate: Candidate, sides: set[str]) -> Keys:
    """The visitor whom the people of the country meet: "Trong thời gian thăm X, lãnh đạo X sẽ hội đàm với A"."""
    chunks, index = candidate.chunks, candidate.index
    subject = syntax.later_subject(chunks, index)
    if candidate.link.kind == "coordinate" or subject is None or document.sides(chunks[subject].keys) != sides:
        return ()
    for one, other in pairwise(chunks[subject + 1 :]):
        if one.predicate is not None and one.predicate.act not in ("MEET", "RECEIVE"):
            return ()
        abroad = document.sides(other.keys) if other.party in syntax.PERSONS else set()
        if abroad and not abroad & sides and (one.predicate is not None or one.role in ("with", "together")):
            return tuple(sorted(other.keys))
    return ()
