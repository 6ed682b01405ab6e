"""Subjects that commas part from what they do: by an apposition, by a frame, or by a clause about them."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk, back

PERSONS = ("person", "office", "man", "woman", "counterpart")
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
_ENCOUNTERS = ("host-guest", "guest-host", "visit", "counterpart", "with", "joint")
_FRAMING = ("in", "at", "time", "occasion")  # roles of the word that opens a frame


def apposition(chunks: list[Chunk], position: int) -> bool:
    """Whether a comma closes the apposition of a subject: "…, bà A, Đại sứ B, cho biết"."""
    subject = chunks[position - 1] if position else Chunk(0, 0, "start")
    before = chunks[position - 2].kind if position > 1 else "start"
    return subject.party == "person" and subject.actor and before in ("start", "comma", "quote", "semicolon")


def frame(chunks: list[Chunk], position: int) -> int:
    """The subject that a frame between commas parts from its predicate: "A và B, trong cuộc gặp ngày …, nhất trí …"; else -1."""
    for at in range(position - 1, max(0, position - _REACH), -1):
        chunk = chunks[at]
        if chunk.kind in ("semicolon", "colon", "stop", "quote", "open", "complementiser") or (
            chunk.predicate is not None and not any(c.kind == "nominaliser" for c in chunks[max(0, at - 3) : at])
        ):
            return -1
        if chunk.kind == "comma":
            subject = chunks[at - 1]
            before = chunks[at - 2].kind if at > 1 else "start"
            opens = before in ("start", "comma", "subordinator", "quote", "conjunction")
            fits = subject.kind == "party" and subject.actor and opens
            first = chunks[at + 1]
            framed = first.kind == "preposition" and first.role in _FRAMING
            return at - 1 if fits and (framed or _kin(chunks[at:position], subject)) else -1
    return -1


def _kin(between: list[Chunk], subject: Chunk) -> bool:
    """Whether what stands between commas tells whose a person is: "A, cha của B, …"."""
    whose = next((at for at, chunk in enumerate(between) if chunk.role == "of"), 0)
    return subject.party == "person" and whose > 1 and all(chunk.kind in _NOUNS for chunk in between[1:whose])


def inside(chunks: list[Chunk], index: int) -> int:
    """The subject that unnamed fellows part from its predicate ("A và lãnh đạo các sở đã tiếp"), or a frame without commas, or a
    description behind a dash, from its verb of saying ("A trong một cuộc phỏng vấn cho biết"); -1 if there is none."""
    predicate = chunks[index].predicate
    if predicate is None or not tells(chunks, index) or chunks[index - 1].kind == "nominaliser":
        return -1
    says = predicate.kind == "speech"
    for at in range(index - 1, max(0, index - _REACH), -1):
        chunk, subject = chunks[at], chunks[at - 1]
        noun = any(c.kind == "nominaliser" for c in chunks[max(0, at - 3) : at])
        told = says and chunk.kind == "dash" and subject.party in PERSONS
        fellows = subject.party in PERSONS and _with_fellows(chunks, at)
        closed = chunk.kind in _CLOSING and not fellows
        if closed or (chunk.predicate is not None and not noun):
            return -1
        framed = says and chunk.kind == "preposition" and chunk.role in (*_FRAMING, "on")
        if (framed or told or fellows) and subject.kind == "party" and subject.actor and subject.party != "place":
            before = chunks[at - 2].kind if at > 1 else "start"
            return at - 1 if before in _OPENING or _states(chunks, at - 3) else -1
    return -1


def _states(chunks: list[Chunk], position: int) -> bool:
    """Whether the statement of a participant begins the sentence at `position`: "Tuyên bố của A sau cuộc gặp nêu rõ"."""
    noun = chunks[position] if position == 0 else Chunk(0, 0, "word")
    told = noun.predicate is not None and noun.predicate.frame == "say" and noun.predicate.kind != "stance"
    return (noun.kind == "statement" or told) and chunks[position + 1].role == "of"


def _with_fellows(chunks: list[Chunk], at: int) -> bool:
    """Whether "và" or "cùng" at chunk `at` joins persons without a name: "và lãnh đạo các sở", "cùng cán bộ Đại sứ quán"."""
    first = chunks[at + 1]
    people = first.kind.startswith("head:") or first.head.startswith("head:") or first.kind == "determiner"
    return (chunks[at].role == "and" and people) or (chunks[at].role == "together" and (people or first.kind == "word"))


def quoted_stance(chunks: list[Chunk], position: int, index: int) -> bool:
    """Whether the quotation mark at `position` opens no more than the name of a stance: "bày tỏ “sự cảm kích”", "X "kịch liệt phản đối" Y"."""
    before = chunks[position - 1] if position else Chunk(0, 0, "start")
    named = before.kind == "carrier" and all(c.role == "stance" for c in chunks[position + 1 : index])
    alone = before.kind == "party" and before.actor and all(c.kind == "adverb" for c in chunks[position + 1 : index])
    return named or alone


def tells(chunks: list[Chunk], index: int) -> bool:
    """Whether the predicate at `index` is a verb of saying or an encounter."""
    predicate = chunks[index].predicate
    event = predicate is not None and predicate.kind == "event" and predicate.frame in _ENCOUNTERS
    return event or (predicate is not None and predicate.kind == "speech")


def belongs(chunks: list[Chunk], position: int, index: int) -> bool:
    """Whether the participant at `position` only says whose the fellows of a subject are: "A cùng cán bộ Đại sứ quán đón B"."""
    met = chunks[position - 1].role == "with" and any(
        c.kind == "nominaliser" for c in chunks[max(0, position - 4) : position]
    )
    idle = chunks[position].party == "place" or not chunks[position].actor or met  # "A trong cuộc gặp với B đã đề nghị"
    return idle and inside(chunks, index) >= 0


def acting_as(chunks: list[Chunk], position: int) -> int:
    """The subject whose capacity stands between it and its predicate, where the participant at `position` ends that capacity:
    "X với tư cách Chủ tịch Y kêu gọi"; `position` if none does."""
    for at in range(position - 1, max(0, position - _REACH), -1):
        chunk = chunks[at]
        if chunk.kind == "capacity":
            return at - 1 if chunks[at - 1].kind == "party" and chunks[at - 1].actor else position
        if chunk.predicate is not None or (chunk.kind in _CLOSING and chunk.role != "be"):
            break
    return position


def leading(chunks: list[Chunk], position: int, index: int) -> int:
    """Who leads a delegation that travels, where what it is ends at `position`: "A dẫn đầu đoàn 8 người đến X"; else -1."""
    predicate = chunks[index].predicate
    if predicate is None or predicate.act != "VISIT":
        return -1
    for at in range(position, max(0, position - _REACH), -1):
        chunk = chunks[at]
        if chunk.kind == "lead":
            who = back(chunks, at - 1, ("adverb", "date"))
            return at - 1 if at < position and (chunks[who].party in PERSONS or chunks[who].kind == "dash") else -1
        if not _of_a_noun(chunk):
            return -1
    return -1


def unclosed(chunks: list[Chunk], position: int, index: int) -> int:
    """The person whom a clause that no comma closes is about, where the participant at `position` ends that clause and a verb
    of saying follows: "A, người đứng đầu phái bộ của X đã nói"; `position` if there is none."""
    predicate = chunks[index].predicate
    says = predicate is not None and predicate.kind == "speech"
    if not says or position < 1 or chunks[position - 1].kind not in ("preposition", "word"):
        return position
    for at in range(position - 1, max(1, position - _REACH), -1):
        if chunks[at].kind in _CLOSING:
            break
        if described(chunks, at):
            return at - 2
    return position


def described(chunks: list[Chunk], position: int) -> bool:
    """Whether the relative at `position` goes on about the person before it: "A, người sẽ đến …"."""
    return (
        position > 1
        and chunks[position].kind == "relative"
        and chunks[position].role != "contrast"
        and chunks[position - 1].kind == "comma"
        and chunks[position - 2].party in PERSONS
        and chunks[position - 2].actor
    )


def called(chunks: list[Chunk], index: int) -> int:
    """Where "là" or "trở thành" stands that says who does what the predicate at `index` tells: "A là nước đầu tiên phản
    đối …", "A trở thành quan chức đầu tiên của X thăm …"; -1 if there is none."""
    at = back(chunks, index - 1, ("light", "nominaliser"))  # "A là lãnh đạo đầu tiên có chuyến thăm X"
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
    at = back(chunks, at - 1, ("adverb", "date"))
    before = chunks[at - 1].kind if at else "start"
    fits = chunks[at].kind == "party" and chunks[at].actor and bool(chunks[at].keys)
    person = before == "word" and chunks[at].party in PERSONS  # "hãng tin X tường thuật ông A trở thành …"
    opens = before in ("start", "comma", "semicolon", "quote", "conjunction", "complementiser")
    return at if fits and (opens or person) else -1
