"""Subjects that commas part from what they do: by an apposition, by a frame, or by a clause about them."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk

_PERSONS = ("person", "office", "man", "woman", "counterpart")
_REACH = 16  # chunks of a frame between a subject and its predicate
_NOUNS = (
    "word",
    "manner",
    "determiner",
    "number",
    "party",
    "relative",
    "adverb",
    "nominaliser",
)  # of one who is told of
_CLOSING = ("comma", "semicolon", "colon", "stop", "quote", "open", "complementiser", "subordinator", "conjunction")
_OPENING = ("start", "comma", "semicolon", "quote", "conjunction")
_FRAMING = ("in", "at", "time", "occasion")  # roles of the word that opens a frame


def apposition(chunks: list[Chunk], position: int) -> bool:
    """Whether a comma closes the apposition of a subject: "…, bà A, Đại sứ B, cho biết"."""
    subject = chunks[position - 1] if position else Chunk(0, 0, "start")
    before = chunks[position - 2].kind if position > 1 else "start"
    return subject.party == "person" and subject.actor and before in ("start", "comma", "quote", "semicolon")


def frame(chunks: list[Chunk], position: int) -> int:
    """The subject that a frame between commas parts from its predicate: "A và B, trong cuộc gặp ngày …, nhất trí …"; else -1."""
    for at in range(position - 1, max(1, position - _REACH), -1):
        chunk = chunks[at]
        if chunk.kind in ("semicolon", "colon", "stop", "quote", "open", "complementiser") or (
            chunk.predicate is not None and not any(c.kind == "nominaliser" for c in chunks[max(0, at - 3) : at])
        ):
            return -1
        if chunk.kind == "comma":
            subject = chunks[at - 1]
            before = chunks[at - 2].kind if at > 1 else "start"
            fits = subject.kind == "party" and subject.actor and chunks[at + 1].kind == "preposition"
            opens = before in ("start", "comma", "subordinator", "quote", "conjunction")
            return at - 1 if fits and opens and chunks[at + 1].role in _FRAMING else -1
    return -1


def inside(chunks: list[Chunk], index: int) -> int:
    """The subject that a description with fellows parts from its predicate, or a frame without commas from its verb of saying:
    "A - chủ tịch X và lãnh đạo các sở đã tiếp", "A trong một cuộc phỏng vấn cho biết"; -1 if there is none."""
    predicate = chunks[index].predicate
    says = predicate is not None and predicate.kind == "speech"
    for at in range(index - 1, max(0, index - _REACH), -1):
        chunk, subject = chunks[at], chunks[at - 1]
        noun = any(c.kind == "nominaliser" for c in chunks[max(0, at - 3) : at])
        told = subject.party in _PERSONS and (
            chunk.kind == "dash" or (chunk.kind == "comma" and subject.party == "person" and chunks[at + 1].party == "office")
        )
        fellows = chunk.kind == "conjunction" and (chunks[at + 1].head or chunks[at + 1].kind).startswith("head:")
        closed = chunk.kind in _CLOSING and not (told or fellows)
        if closed or (chunk.predicate is not None and not noun):
            return -1
        framed = says and chunk.kind == "preposition" and chunk.role in (*_FRAMING, "on")
        if (framed or told) and subject.kind == "party" and subject.actor and subject.party != "place":
            before = chunks[at - 2].kind if at > 1 else "start"
            return at - 1 if before in _OPENING else -1
    return -1


def acting_as(chunks: list[Chunk], position: int) -> int:
    """The subject whose capacity stands between it and its predicate, where the participant at `position` ends that capacity:
    "X với tư cách Chủ tịch Y kêu gọi"; -1 if none does."""
    for at in range(position - 1, max(0, position - _REACH), -1):
        chunk = chunks[at]
        if chunk.kind == "capacity":
            return at - 1 if chunks[at - 1].kind == "party" and chunks[at - 1].actor else -1
        if chunk.predicate is not None or (chunk.kind in _CLOSING and chunk.role != "be"):
            return -1
    return -1


def unclosed(chunks: list[Chunk], position: int) -> int:
    """The person whom a clause that no comma closes is about, where the participant at `position` ends that clause:
    "A, người đứng đầu phái bộ của X đã nói"; -1 if there is none."""
    if chunks[position - 1].kind not in ("preposition", "word"):
        return -1
    for at in range(position - 1, max(1, position - _REACH), -1):
        if chunks[at].kind in _CLOSING:
            return -1
        if described(chunks, at):
            return at - 2
    return -1


def described(chunks: list[Chunk], position: int) -> bool:
    """Whether the relative at `position` goes on about the person before it: "A, người sẽ đến …"."""
    return (
        position > 1
        and chunks[position].kind == "relative"
        and chunks[position].role != "contrast"
        and chunks[position - 1].kind == "comma"
        and chunks[position - 2].party in _PERSONS
        and chunks[position - 2].actor
    )


def called(chunks: list[Chunk], index: int) -> int:
    """Where "là" or "trở thành" stands that says who does what the predicate at `index` tells: "A là nước đầu tiên phản
    đối …", "A trở thành quan chức đầu tiên của X thăm …"; -1 if there is none."""
    at = index - 1
    while at > 0 and index - at < _REACH and _of_a_noun(chunks[at]):
        at -= 1
    return at if at >= 1 and chunks[at].role == "be" and at < index - 1 else -1


def _of_a_noun(chunk: Chunk) -> bool:
    return chunk.kind in _NOUNS or chunk.kind.startswith("head:") or chunk.role == "of"


def equated(chunks: list[Chunk], index: int) -> int:
    """Who is said to be one that does what the predicate at `index` tells; -1 if nobody is."""
    at = called(chunks, index)
    if at < 1:
        return -1
    at -= 1
    while at > 0 and chunks[at].kind in ("adverb", "date"):
        at -= 1
    before = chunks[at - 1].kind if at else "start"
    fits = chunks[at].kind == "party" and chunks[at].actor and bool(chunks[at].keys)
    return at if fits and before in ("start", "comma", "semicolon", "quote", "conjunction", "complementiser") else -1
