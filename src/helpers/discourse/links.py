"""How a predicate hangs on what stands before it: its subject, an agent, a coordination, or another word."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.discourse import parted
from helpers.discourse.chunks import Chunk, back

_SKIP = {
    "adverb", "date", "modal", "negation", "light", "nominaliser", "determiner", "carrier", "passive", "manner", "frame",
    "lead", "quote"}  # fmt: skip
_BREAKS = {"comma", "semicolon", "colon", "dash", "stop", "conjunction", "open", "close", "quote"}
_APART = {*_BREAKS, "complementiser", "subordinator", "purpose", "relative", "agent"}  # what no frame ends with
_REACH, _FIRST = 60, 12  # chunks within which a predicate's subject is looked for; of a frame before a subject
_OPENING = ("adverb", "date", "conjunction")  # "Bên cạnh đó, …" leaves a predicate at the head of its sentence
_COMPANION = {"with", "together"}


@dataclass(slots=True)
class Link:
    """What stands left of a predicate at chunk `index`.

    `kind`: subject (a participant right before it), agent (do X …, được X …), patient (X được …), coordinate (a comma or conjunction),
    initial (nothing), direct (another predicate), clause (complementiser, subordinator, purpose), embedded (any other word).
    `at` is the chunk it hangs on, -1 if none; `before` the kind and entry of what stands before a subject.
    """

    kind: str
    at: int = -1
    sign: str = ""
    before: str = ""
    before_at: int = -1
    nominal: bool = False
    light: bool = False
    negated: bool = False
    modal: bool = False
    passive: bool = False
    tenses: tuple[str, ...] = ()


def find(chunks: list[Chunk], index: int) -> Link:
    """Return how the predicate at `index` of a sentence's chunks hangs on what stands before it."""
    link = Link("initial")
    seen: list[str] = []
    position = index - 1
    while position >= max(0, index - _REACH):
        chunk = chunks[position]
        kind = chunk.kind
        if kind == "close":
            opened = _opening(chunks, position)
            if opened < 0:
                break
            position = opened - 1
            continue
        marked = kind == "quote" and position < index - 1
        if kind in _SKIP and (not marked or parted.quoted_stance(chunks, position, index)):
            link.nominal = link.nominal and not marked
            _note(link, chunk, position, chunks, index)
            seen.append(chunk.tense)
            position -= 1
            continue
        if (led := parted.leading(chunks, position, index)) >= 0:
            position = led
            continue
        if kind == "statement" and (issued := _issued(chunks, position)) > 0:
            position = issued - 1  # "A có công văn yêu cầu …", "X thông qua một nghị quyết kêu gọi …"
            continue
        if kind == "party" and not parted.belongs(chunks, position, index):
            position = parted.acting_as(chunks, position)
            skipped = _beside(chunks, position)
            if skipped >= 0 and not link.passive:
                position = skipped
                continue
            position = parted.unclosed(chunks, position, index)
            link.at = position
            link.before_at = position - 1
            link.before = _before(chunks, position)
            because = link.before == "agent" and bool(seen) and _because(chunks, position)
            if because:
                link.kind, link.before = "subject", "subordinator"
            elif link.before in ("agent", "passive"):
                link.kind = "agent"
            else:
                link.kind = "patient" if link.passive else "subject"
        elif kind not in _APART and (framed := parted.inside(chunks, index)) >= 0:
            link.kind, link.at, link.before_at, link.before = "subject", framed, framed - 1, _before(chunks, framed)
            link.nominal = link.light = False
        elif kind == "predicate":
            link.kind, link.at = "direct", position
        elif kind in ("conjunction", "comma") and position > 1 and chunks[position - 1].kind == "attend":
            position -= 2  # "A dự và phát biểu"
            continue
        elif chunk.role == "besides" and chunks[position - 1].kind == "party" and _opens(chunks, position - 1):
            position -= 1  # "A đồng thời đề nghị …"
            continue
        elif kind == "comma" and parted.apposition(chunks, position):
            link.kind, link.at, link.before = "subject", position - 1, "comma"
        elif kind == "comma" and (framed := parted.frame(chunks, position)) >= 0:
            link.kind, link.at, link.before_at, link.before = "subject", framed, framed - 1, _before(chunks, framed)
        elif kind in _BREAKS:
            opening = kind == "comma" and all(c.kind in _OPENING for c in chunks[:position])
            if not opening:
                link.kind, link.at, link.sign = "coordinate", position, kind
        elif kind in ("complementiser", "subordinator", "purpose", "relative", "agent"):
            link.kind, link.at, link.sign = "clause", position, chunk.role
        elif kind == "preposition":
            link.kind, link.at = "preposition", position
        elif (person := _through_words(chunks, position, index)) >= 0:
            position = person
            continue
        else:
            link.kind, link.at = "embedded", position
        break
    link.nominal = link.nominal or chunks[index].role == "noun"
    link.tenses = tuple(filter(None, seen))
    return link


def _opens(chunks: list[Chunk], position: int) -> bool:
    """Whether the participant at `position` begins the sentence or follows the frame that does."""
    return chunks[position].actor and position < _FIRST and _before(chunks, position) in ("start", "comma", "numeral")


def _issued(chunks: list[Chunk], position: int) -> int:
    """Where the verb stands that brings about the statement at `position`: "có công văn", "thông qua một nghị quyết"; else -1."""
    at = back(chunks, position - 1, ("determiner",))
    return at if at > 0 and (chunks[at].kind == "light" or chunks[at].head == "thông qua") else -1


def _because(chunks: list[Chunk], position: int) -> bool:
    """Whether "bởi" before the participant at `position` opens a reason, with a word that tells when ("bởi X đã cáo buộc …")."""
    tensed = any(chunk.tense for chunk in chunks[position + 1 : position + 4])
    passive = any(chunk.kind == "passive" for chunk in chunks[max(0, position - 6) : position])
    return chunks[position - 1].head == "bởi" and tensed and not passive


def _through_words(chunks: list[Chunk], position: int, index: int) -> int:
    """The person right before at most three unknown words that end at `position`, where a verb of saying or an encounter follows
    ("A thẳng thừng nói", "A trải thảm đỏ đón B"); -1 if none stands there."""
    first = position
    while first > 0 and chunks[first].kind == "word" and position - first < 3:
        first -= 1
    words = position - first
    told = parted.tells(chunks, index)
    fits = chunks[first].party in parted.PERSONS and chunks[first].actor and position == index - 1
    received = any(chunk.role == "receive" for chunk in chunks[first:index])  # "nhận được đề nghị"
    return first if told and fits and not received and 0 < words <= 3 else -1


def _note(link: Link, chunk: Chunk, position: int, chunks: list[Chunk], index: int) -> None:
    if chunk.kind == "nominaliser" or (chunk.kind == "determiner" and position == index - 1):
        link.nominal = True
    elif chunk.kind == "light":
        link.light = True
    elif chunk.kind == "negation":
        link.negated = True
    elif chunk.kind == "modal":
        link.modal = True
    elif chunk.kind == "passive":
        link.passive = True


def _opening(chunks: list[Chunk], position: int) -> int:
    """Index of the bracket that opens what closes at `position`, -1 if none does."""
    for index in range(position - 1, max(-1, position - 14), -1):
        if chunks[index].kind == "open":
            return index
    return -1


def _beside(chunks: list[Chunk], position: int) -> int:
    """Where to go on if the participant at `position` is only a companion or a place ("cùng X", "tại X"); else -1."""
    if position == 0:
        return -1
    word = chunks[position - 1]
    if word.kind == "preposition" and word.role in ("at", "in", "on"):
        return position - 2
    first = position
    while first > 2 and chunks[first - 1].kind in ("comma", "conjunction") and chunks[first - 2].kind == "party":
        first -= 2
    if first > 1 and chunks[first - 1].kind == "behalf" and chunks[first - 2].kind == "party":
        return first - 2  # "A thay mặt B, C và D"
    if word.role in _COMPANION:
        before = position - 2
        while before >= 0 and chunks[before].kind == "adverb":
            before -= 1  # "ông sẽ cùng A trao đổi"
        joined = before == position - 2 and chunks[before].kind in ("conjunction", "comma") and word.role == "together"
        return before if before >= 0 and (chunks[before].kind == "party" or joined) else -1
    return -1


def _before(chunks: list[Chunk], position: int) -> str:
    """Kind of the chunk before a participant, determiners left out."""
    while position > 0 and chunks[position - 1].kind == "determiner":
        position -= 1
    return chunks[position - 1].kind if position else "start"
