"""Whom what is said concerns: the other side named in the content of an act (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk, back
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Keys
from helpers.discourse.objects import TO, government, is_area, is_other, series

AWAY = ("between", "at", "in", "on", "source", "by", "from")
OPENING = ("adverb", "complementiser", "comma", "quote", "colon", "self")
_NOUNS = ("word", "determiner", "nominaliser", "manner", "number")
_WHEN = ("when", "occasion")
_FRAMES = ("in", "at", "time")


def other_side(
    document: Document, chunks: list[Chunk], draft: Draft, end: int, *, clause: bool = False, bodies: bool = False
) -> Keys:
    """The first other side that is an object in the content of `draft`, which ends before chunk `end`.

    None where the content's own subject is both sides. `clause`: the content is a clause. `bodies` lets in bodies of no
    country.
    """
    own = document.sides(draft.source)
    first, refused, mine = True, False, False
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        refused = refused or chunk.kind == "negation"
        if mine and clause and draft.act == "STRESS" and chunk.tense == "past":
            return ()  # what one's own side has done
        aim = chunk.kind == "purpose" and chunk.role != "aim"
        since = draft.predicate.kind == "event" and chunk.role in _WHEN and position < draft.index + 3
        if aim or since or (chunk.kind == "subordinator" and clause and position > draft.index + 1):
            break
        if chunk.kind == "name" and chunk.keys and not clause and first and not set(chunk.keys) & own:
            return chunk.keys  # "ủng hộ sáng kiến …" of a country
        if chunk.kind != "party":
            continue
        word = preposition(chunks, position)
        if seat := government(chunks, position, own):
            return seat
        if chunk.party in ("joint", "leaders"):
            if first and not word and clause:
                return ()
            continue
        mine = mine or (first and bool(own) and document.sides(chunk.keys) == own)
        if chunk.party in ("man", "woman") and _opens(chunks, draft.index, position):
            first = False
            continue  # the speaker himself
        if word in TO and is_area(chunk) and not chunk.seat and draft.act == "COMMIT":
            return chunk.keys  # "hợp tác với thành phố A"
        kept = refused and draft.act == "COMMIT" and word == "of"  # "sẽ không tham gia mạng lưới của X"
        named = kept or _named_only(document, chunks, draft, position, own)
        if word not in AWAY and not named and not _aside(chunks, position):
            opening = bodies or (chunk.party == "body" and first and _opens(chunks, draft.index, position))
            if is_other(document, chunk, own, draft.source, opening):
                found = series(chunks, position, end)
                return tuple(k for k in found if chunk.party != "country" or not document.sides((k,)) & own)
        first = False
    return ()


def _named_only(document: Document, chunks: list[Chunk], draft: Draft, position: int, own: set[str]) -> bool:
    """Whether a participant is only the attribute of a thing that is stressed ("tên lửa Mỹ"), one of both sides of what is
    agreed on, an office of no country, or what may be the own side of somebody whose side the text does not tell."""
    chunk = chunks[position]
    thing = not chunk.actor and chunks[position - 1].kind == "word"
    attribute = thing and draft.act == "STRESS" and draft.predicate.kind == "speech"
    both = draft.act == "AGREE" and bool(set(chunk.keys) & own)
    sides = document.sides(chunk.keys)
    promised = position + 1 < len(chunks) and chunks[position + 1].tense == "future"
    unknown = not own and draft.predicate.frame == "say" and (chunk.party == "body" or promised)
    return attribute or both or unknown or (chunk.party == "office" and not sides)


def _opens(chunks: list[Chunk], index: int, position: int) -> bool:
    """Whether a participant is the subject of what is said: "nhấn mạnh X có vai trò …"."""
    return all(chunk.kind in OPENING for chunk in chunks[index + 1 : position])


def _aside(chunks: list[Chunk], position: int) -> bool:
    """Whether a participant is only named beside what is said: business people, whom one has met, "với X là nền tảng"."""
    if chunks[position].head == "head:private":
        return True
    before = [chunk for chunk in chunks[max(0, position - 6) : position] if chunk.kind != "adverb"]
    together = bool(before) and before[-1].role in TO
    before = before[:-1] if together else before
    if len(before) < 3:
        return False
    frame, noun, met = before[-3:]
    meeting = met.predicate is not None and met.predicate.act in ("MEET", "RECEIVE") and noun.kind == "nominaliser"
    founded = together and met.kind == "comma" and chunks[min(position + 1, len(chunks) - 1)].role == "be"
    return founded or (meeting and frame.role in _FRAMES)


def judged(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """The other side on which an opinion is given: the subject of what one thinks, or whose it is."""
    own = document.sides(draft.source)
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party":
            if seat := government(chunks, position, own):
                return seat
            passive = any(c.kind == "passive" for c in chunks[position + 1 : position + 4])
            whose = chunks[position - 1].role in ("of", "fact") or chunk.actor
            single = chunk.party not in ("joint", "leaders", "place") and not set(chunk.keys) & own
            person = chunk.party == "person" and position < draft.index + 3
            other = whose and single and not passive and is_other(document, chunk, own, draft.source, person)
            return tuple(sorted(chunk.keys)) if other else ()
        noun = (
            chunks[min(position + 1, end - 1)].role == "of"
            and chunk.predicate is not None
            and chunk.predicate.kind != "event"
        )
        if noun:
            continue  # "phản hồi của X"
        if chunk.kind not in (*OPENING, *_NOUNS) and chunk.role != "of":
            return ()
        if chunk.tense in ("past", "present", "future"):
            return ()
    return ()


def provoking(document: Document, chunks: list[Chunk], draft: Draft) -> Keys:
    """Who does what somebody is angry about: "giận dữ khi B tuyên bố …"."""
    chunk = chunks[min(draft.index + 2, len(chunks) - 1)]
    other = (
        chunk.actor and not chunk.joint and is_other(document, chunk, document.sides(draft.source), draft.source, True)
    )
    return tuple(sorted(chunk.keys)) if chunk.kind == "party" and other else ()


def trusted(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """The other side that is trusted to do something: "tin tưởng nhân dân X sẽ …"; none where a thing is spoken of."""
    own = document.sides(draft.source)
    for position in range(draft.index + 1, end):
        chunk = chunks[position]
        if chunk.kind == "party" and chunks[position - 1].kind in (*OPENING, "predicate"):
            single = chunk.party not in ("joint", "leaders") and chunk.actor
            return (
                tuple(sorted(chunk.keys))
                if single and is_other(document, chunk, own, draft.source, chunk.party != "body")
                else ()
            )
        if chunk.kind == "word" and chunks[position - 1].kind not in ("preposition", "word", "manner", "party"):
            return ()
    return ()


def preposition(chunks: list[Chunk], position: int) -> str:
    """What the preposition before a participant does, "" if none stands there."""
    before = back(chunks, position - 1, ("adverb",))  # "ở lại X"
    return chunks[before].role if chunks[before].kind == "preposition" else ""
