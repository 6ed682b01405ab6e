"""The class of a saying predicate by what is said first: a commitment of the speaker's own side (codebook, ruling 5)."""

from __future__ import annotations

from helpers.discourse import quotes, ships
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft
from helpers.discourse.syntax import PERSONS
from helpers.entities.persons import HOME

_THREAT = 6  # chunks in which a threat is told
_NOUN = 7  # chunks of a noun with its owner
_AHEAD = ("future", "continued")
_OPENING = '"“«'
_PROMISES = ("cam kết", "sẵn sàng", "quyết tâm")
_WARNING = "cảnh báo"  # a threat is no promise
_ANNOUNCING = "thông báo"  # binds its side to the journeys of others; other verbs only tell of them


def adjust(document: Document, chunks: list[Chunk], draft: Draft) -> str:
    """Return the class of the draft: COMMIT where its content is its own side's future action, support or readiness."""
    predicate = draft.predicate
    if predicate.frame != "say" or draft.act not in ("STATE", "STRESS") or predicate.entry.startswith(_WARNING):
        return draft.act
    if quoted := _promised(document, chunks, draft):
        return quoted
    if predicate.kind != "speech":
        return draft.act
    own = document.sides(draft.source)
    position, owner, future, themselves, both = draft.index + 1, True, False, True, False
    while position < len(chunks):
        chunk = chunks[position]
        if chunk.kind == "party":
            if position > draft.index + 1 and chunks[position - 1].role in ("with", "to", "of"):
                position += 1
                continue
            if chunk.head == ships.HEAD:
                return draft.act  # the journey of a ship is told, no promise
            same = bool(own & document.sides(chunk.keys)) and chunk.party != "place"
            announced = draft.predicate.entry.endswith(_ANNOUNCING)
            themselves = announced or chunk.party not in PERSONS or _same(chunk.keys, draft.source)
            first = position == draft.index + 1 or chunks[position - 1].role == "that"
            speaker = chunk.party in ("man", "woman") or (chunk.party == "nation" and HOME not in own)
            both = chunk.party == "joint" and bool(own & document.sides(chunk.keys))
            owner = (
                (first and speaker)
                or both
                or (same and len(document.sides(chunk.keys)) < 2)
                or (_same(chunk.keys, draft.source) and chunk.joint == draft.joint)
            )
            if not owner:
                return draft.act
        elif chunk.kind == "predicate" and chunk.predicate is not None:
            if both and not draft.joint:
                return draft.act  # what both do is an act of both
            alone = chunk.predicate.act == "EXCHANGE" and not any(c.joint for c in chunks[draft.index + 1 : position])
            to_come = (
                future
                and themselves
                and (chunk.predicate.kind == "event" or chunk.predicate.act in ("VISIT", "MEET") or alone)
            )
            return "COMMIT" if chunk.predicate.act == "COMMIT" or to_come else draft.act
        elif chunk.kind == "capacity":
            position = next(
                (at for at in range(position, min(len(chunks), position + 20)) if chunks[at].kind == "comma"), position
            )
        elif chunk.kind == "adverb":
            future = future or chunk.tense in _AHEAD
        elif chunk.kind == "negation" and (future or chunk.tense == "future"):
            return "COMMIT"
        elif future and chunk.role == "be":
            return draft.act  # "sẽ là" tells what will be
        elif future and chunk.kind == "preposition" and chunks[position - 1].kind == "adverb":
            return "COMMIT"  # "sẽ ở lại", "sẽ lên"
        elif chunk.kind == "word" or (chunk.kind == "light" and future):
            if chunk.role == "deed" and position == draft.index + 1 and draft.act == "STRESS":
                return "COMMIT"  # "tuyên bố dừng tập trận"
            if future:
                threat = any(c.role == "threat" for c in chunks[position : position + _THREAT])
                return draft.act if threat else "COMMIT"
            begins = all(c.kind in ("determiner", "complementiser") for c in chunks[draft.index + 1 : position])
            if begins and not future and (owned := _people(document, chunks, position, own)):
                position, themselves = owned, False
                continue
            step = _policy(chunks, position)
            if step is None:
                return draft.act
            position = step
            continue
        elif chunk.kind in ("stop", "semicolon", "modal", "negation", "passive", "subordinator", "purpose"):
            return draft.act
        position += 1
    return draft.act


def _promised(document: Document, chunks: list[Chunk], draft: Draft) -> str:
    """COMMIT where the quotation before the speaker begins with what his own side will do: "Chúng tôi sẽ …", ông A nói."""
    marks = quotes.marks_before(chunks, draft.index)
    if not marks:
        return ""
    close = chunks[marks[-1]].start
    opened = max(document.text.rfind(mark, 0, close) for mark in _OPENING)
    said = document.stretch(opened + 1, close)
    own, mine = document.sides(draft.source), False
    for at, chunk in enumerate(said[:-1]):
        if chunk.kind == "self" or (
            chunk.party in ("country", "joint", "body") and bool(document.sides(chunk.keys) & own)
        ):
            mine = True
        elif chunk.tense == "future":
            what = next((c for c in said[at + 1 :] if c.kind != "adverb"), chunk)
            never = chunk.kind == "negation" or (at == 0 and what.kind == "negation")
            plain = what.kind not in ("modal", "passive") and what.role not in ("be", "threat")
            return "COMMIT" if plain and (mine or never) else ""
        elif mine and chunk.predicate is not None and chunk.predicate.entry in _PROMISES:
            return "COMMIT"  # "Chúng tôi cam kết …"
        elif chunk.kind not in ("adverb", "conjunction") and (mine or chunk.kind != "word"):
            return ""
    return ""


def _same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return bool(set(first) & set(second))


def _people(document: Document, chunks: list[Chunk], position: int, own: set[str]) -> int:
    """Where it goes on behind people or things of the speaker's side that begin what he says and of which he tells what will
    be: "khẳng định (các) chuyên viên kỹ thuật của X vẫn tiếp tục …"; 0 if it begins otherwise."""
    for at in range(position, min(len(chunks) - 1, position + _NOUN)):
        chunk, after = chunks[at], chunks[at + 1]
        if chunk.kind == "party":
            ours = chunk.party in ("country", "body", "home", "nation") and document.sides(chunk.keys) == own
            return at + 1 if at > position and ours and after.kind == "adverb" else 0
        if (
            chunk.kind not in ("word", "manner", "grade", "number")
            and chunk.role != "of"
            and not chunk.kind.startswith("head:")
        ):
            return 0
    return 0


def _policy(chunks: list[Chunk], position: int) -> int | None:
    """Past "lập trường (chủ trương, chính sách) … là": the position after "là" if it comes soon, else None."""
    for index in range(position, min(len(chunks), position + 14)):
        if chunks[index].role == "be":
            return index + 1
        predicate = chunks[index].predicate
        if predicate is not None and predicate.act == "COMMIT" and chunks[index - 1].kind == "party":
            return index  # "lập trường của X ủng hộ …"
        if chunks[index].kind in ("comma", "semicolon", "predicate", "stop"):
            return index + 1 if chunks[index].kind == "comma" and chunks[position - 1].role == "with" else None
    return None
