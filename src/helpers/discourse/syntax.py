"""Small questions about the chunks around a predicate."""

from __future__ import annotations

from dataclasses import replace

from helpers.discourse.actors import is_local, seat
from helpers.discourse.chunks import Chunk, back
from helpers.discourse.drafts import Candidate
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

_FIRST = "đầu tiên"
PERSONS = ("person", "office", "counterpart", "man", "woman", "comrade", "leaders")
_DESCRIPTION = 20  # chunks of a description between a person and what he does
_BOUNDARIES = ("start", "comma", "semicolon", "conjunction", "quote", "colon")


def is_actor(chunk: Chunk) -> bool:
    """Whether a chunk is a participant that can act, with known keys."""
    return chunk.kind == "party" and chunk.actor and bool(chunk.keys) and chunk.party not in ("place", "relation")


def by_person(chunks: list[Chunk], index: int, link: Link) -> bool:
    """Whether a person is the subject that a predicate hangs on."""
    first = any(chunk.head == _FIRST for chunk in chunks[link.at : index])  # "A là tổng thống đầu tiên thăm …"
    return link.kind == "subject" and chunks[link.at].party in PERSONS and is_actor(chunks[link.at]) and not first


def possible(candidate: Candidate) -> bool:
    """Whether a journey or encounter is told as likely in the reporter's own words: "A có thể sẽ thăm B"."""
    chunks, link = candidate.chunks, candidate.link
    modal = [chunk for chunk in chunks[link.at + 1 : candidate.index] if chunk.kind == "modal"]
    told = link.kind == "subject" and candidate.scope.saying is None and candidate.speaker is None
    opens = link.before in ("start", "comma", "semicolon", "date")
    planned = any(c.kind == "adverb" and c.tense == "future" for c in chunks[link.at + 1 : candidate.index])
    return (
        told and opens and planned and candidate.predicate.kind == "event" and all(c.role == "possible" for c in modal)
    )


def governing(chunk: Chunk, predicate: Predicate) -> Chunk:
    """The participant, a capital taken as its country's government where it speaks ("Moscow phản đối")."""
    seats = tuple(map(seat, chunk.keys)) if len(chunk.members) > 1 and chunk.party == "place" else ()
    if seats and all(seats):
        return replace(chunk, keys=tuple(sorted(set(seats))), party="country", joint=True)
    if chunk.party == "place" and not chunk.seat and predicate.kind in ("speech", "stance") and is_local(chunk.keys):
        return replace(chunk, party="body")  # "Tỉnh X đề nghị …"
    if chunk.seat and not seats and predicate.act != "VISIT" and predicate.kind != "weak":
        return replace(chunk, keys=(chunk.seat,), party="country")
    return chunk


def governor(chunks: list[Chunk], position: int) -> Predicate | None:
    """The predicate whose object the participant at `position` is: right before it, or before its adverb."""
    before = back(chunks, position - 1, ("adverb", "manner", "determiner"))
    return chunks[before].predicate if before >= 0 and (before == position - 1 or _is_event(chunks[before])) else None


def _is_event(chunk: Chunk) -> bool:
    return chunk.predicate is not None and chunk.predicate.kind == "event"


def complete(chunks: list[Chunk], index: int, known: bool) -> bool:
    """Whether an encounter that needs somebody to meet has an object (or is `known` to have one elsewhere)."""
    predicate = chunks[index].predicate
    if predicate is not None and predicate.frame == "exchange" and _with_media(chunks, index):
        return False
    if predicate is None or predicate.frame not in ("host-guest", "guest-host", "counterpart") or known:
        return True
    if predicate.frame == "counterpart":
        after, further = [*chunks[index + 1 : index + 3], Chunk(0, 0, "stop"), Chunk(0, 0, "stop")][:2]
        shared = after.kind in ("comma", "conjunction") and further.predicate is not None  # "gặp, chúc mừng B"
        return shared or after.kind not in ("comma", "stop", "semicolon", "conjunction")
    for chunk in chunks[index + 1 : index + 8]:
        if (chunk.kind == "party" and chunk.party != "place") or chunk.kind.startswith("head:"):
            return chunk.kind != "head:layman"
        of_thing = chunk.role == "of" and predicate.frame == "host-guest"  # "chào đón nhiệm kỳ của A"
        if chunk.kind in ("semicolon", "stop") or of_thing:
            return False
    return False


def _with_media(chunks: list[Chunk], index: int) -> bool:
    """Whether what the predicate at `index` tells of is a talk with the press: "trao đổi với báo chí"."""
    behind = [chunk for chunk in chunks[index + 1 : index + 4] if chunk.kind not in ("determiner", "manner", "adverb")]
    return len(behind) > 1 and behind[0].role == "with" and behind[1].kind == "head:media"


def before_brackets(chunks: list[Chunk], index: int) -> int:
    """Index of the chunk before the bracket that closes right before chunk `index`, -1 if none does."""
    if index < 2 or chunks[index - 1].kind != "close":
        return -1
    opened = [at for at in range(max(0, index - 12), index) if chunks[at].kind == "open"]
    return opened[-1] - 1 if opened else -1


def place_follows(chunks: list[Chunk], index: int) -> bool:
    """Whether a country or place stands right behind a verb of motion."""
    return (
        index + 1 < len(chunks)
        and chunks[index + 1].kind == "party"
        and chunks[index + 1].party in ("country", "place")
    )


def regards(chunks: list[Chunk], index: int) -> bool:
    """Whether "coi" and its like are followed by "là"."""
    return any(chunk.role == "be" for chunk in chunks[index + 1 : index + 25])


def object_follows(chunks: list[Chunk], index: int) -> bool:
    """Whether a participant stands behind the predicate before the clause ends."""
    for chunk in chunks[index + 1 : index + 6]:
        if chunk.kind == "party":
            return True
        motion = chunk.predicate is not None and chunk.predicate.frame == "place"
        if chunk.kind in ("comma", "semicolon", "predicate", "stop") and not motion:
            return False
    return False


def opens_content(chunks: list[Chunk], host: int, subject: int) -> bool:
    """Whether nothing but a comma (behind a verb of saying), colon or complementiser stands between a predicate and a subject."""
    predicate = chunks[host].predicate
    says = predicate is not None and predicate.frame in ("say", "opine", "ask", "trust")
    light = ("colon", "complementiser", "adverb", "manner", "quote", "date", *(("comma",) if says else ()))
    return all(chunk.kind in light for chunk in chunks[host + 1 : subject])


def boundary_before(chunks: list[Chunk], position: int) -> str:
    """Kind of the boundary right before `position` ("start", "comma" …), "" if there is none."""
    while position > 0 and chunks[position - 1].kind in ("adverb", "date", "determiner", "numeral"):
        position -= 1
    kind = chunks[position - 1].kind if position else "start"
    return kind if kind in _BOUNDARIES else ""


def done_to(chunks: list[Chunk], subject: int, index: int) -> bool:
    """Whether a passive with an agent stands between the participant at `subject` and chunk `index`."""
    return any(
        chunks[at].kind == "passive" and chunks[at + 1].kind in ("party", "head:media", "head:scholar")
        for at in range(subject + 1, index - 1)
    )


def first_subject(chunks: list[Chunk], index: int) -> int | None:
    """The participant that begins the sentence or follows its opening frame, before chunk `index`."""
    for position in range(index):
        chunk = chunks[position]
        if chunk.kind == "party" and boundary_before(chunks, position):
            if is_actor(chunk):
                return position
            if chunk.party in PERSONS:
                return None  # a scholar, a journalist, someone unknown: what follows is theirs
    return None


def _described_then(chunks: list[Chunk], position: int, after: Chunk) -> bool:
    """Whether a description between commas parts the person at `position` from what he does: "…, ông A, Ủy viên B, đã tiếp"."""
    closing = (
        at for at in range(position + 1, min(len(chunks) - 1, position + _DESCRIPTION)) if chunks[at].kind == "comma"
    )
    at = next(closing, -1)
    described = (
        after.kind == "comma"
        and at >= 0
        and not any(c.predicate or c.party in PERSONS for c in chunks[position + 1 : at])
    )
    return described and chunks[at + 1].kind in ("adverb", "light") and chunks[at + 1].tense == "past"


def later_subject(chunks: list[Chunk], index: int, within: int = 200) -> int | None:
    """The subject of the main clause behind a frame that holds chunk `index`, at most `within` chunks away."""
    for position in range(index + 2, min(len(chunks) - 1, index + within)):
        chunk = chunks[position]
        if is_actor(chunk) and boundary_before(chunks, position) in ("comma", "quote"):
            after = next((c for c in chunks[position + 1 :] if c.kind not in ("date", "open", "close")), chunk)
            if after.kind in ("predicate", "adverb", "light", "negation", "modal") or (
                chunk.party in PERSONS and (after.kind in ("word", "dash") or _described_then(chunks, position, after))
            ):
                return position
    return None
