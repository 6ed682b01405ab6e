"""What a sentence is read without: short brackets, ages, places in a picture, and predicates that are adverbs or prepositions where they stand."""

from __future__ import annotations

from dataclasses import replace

from helpers.discourse.chunks import Chunk
from helpers.discourse.predicates import Predicate, adverbial

_BRACKET = 9  # chunks of a bracket that is left out
_HEADS = ("head:thing", "determiner")  # "thủ đô", "lãnh thổ"
_WAY = 5  # chunks between a verb of motion and the place
_NOUN = "hội nghị"  # begins what is always a noun
_JOURNEY, _MEETING = ("chuyến",), ("cuộc", "phiên", "buổi")  # classifiers behind which some nouns tell of an act
_CHANCES = ("MEET", "VISIT")
_EXPRESS = "bày tỏ"


def left_out(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks of a sentence without its asides, each with the kind that it has there."""
    return _without_ages(_without_places(_without_brackets(_as_used(_reached(chunks)))))


def _reached(chunks: list[Chunk]) -> list[Chunk]:
    """What stands between a verb of motion and a place is left out: "đến thủ đô (của) X", "rời lãnh thổ X"."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        out.append(chunk)
        at += 1
        if chunk.predicate is None or chunk.predicate.frame != "place":
            continue
        end = at
        while end < len(chunks) and end - at < _WAY and (chunks[end].kind in _HEADS or chunks[end].role == "of"):
            end += 1
        named = end < len(chunks) and chunks[end].party in ("country", "place")
        if named and chunks[at].kind in _HEADS:
            at = end
    return out


def _without_brackets(chunks: list[Chunk]) -> list[Chunk]:
    """Short brackets that tell nothing of an act are left out: "(trái)", "(CPI)"."""
    out: list[Chunk] = []
    opened = -1
    for chunk in chunks:
        if chunk.kind == "open":
            opened = len(out)
        elif chunk.predicate is not None:
            opened = -1
        if chunk.kind == "close" and opened < 0 and out and out[-1].kind == "party":
            out[-1].end = chunk.end  # "Liên minh châu Âu (EU)"
            continue
        out.append(chunk)
        if chunk.kind == "close" and opened >= 0 and len(out) - opened <= _BRACKET:
            del out[opened:]
            opened = -1
    return out


def _without_places(chunks: list[Chunk]) -> list[Chunk]:
    """Where in a picture somebody stands, between commas, is left out: "A, trái, trao đổi với B"."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        placed = chunk.role == "aside" and out and out[-1].kind == "comma"
        if placed and at + 1 < len(chunks) and chunks[at + 1].kind in ("comma", "stop", "conjunction"):
            out.pop()
        elif chunk.kind == "comma" and at and chunks[at - 1].role == "aside" and out and out[-1].kind == "party":
            continue
        else:
            out.append(chunk)
    return out


def _without_ages(chunks: list[Chunk]) -> list[Chunk]:
    """The age of a person between commas is left out: "A, 61 tuổi, cho biết"."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        if (
            chunk.kind == "age"
            and len(out) > 2
            and [c.kind for c in out[-2:]] == ["comma", "word"]
            and out[-3].kind == "party"
        ):
            del out[-2:]
        elif chunk.kind == "comma" and at and chunks[at - 1].kind == "age" and out and out[-1].kind == "party":
            continue
        else:
            out.append(chunk)
    return out


def _as_used(chunks: list[Chunk]) -> list[Chunk]:
    """Predicates that are adverbs here: "trân trọng mời"; verbs of motion without a place are adverbs or prepositions."""
    before = Chunk(0, 0, "start")
    for chunk, after in zip(chunks, [*chunks[1:], Chunk(0, 0, "stop")], strict=True):
        if chunk.kind == "number":
            chunk.kind = "adverb" if after.kind == "count" else "word"  # "4 lần"
        elif chunk.kind == "count":
            chunk.kind = "adverb"
        elif (chunk.role == "contrast" and after.predicate) or (chunk.role == "so" and after.kind == "party"):
            chunk.kind = "conjunction"  # "không … mà chỉ trích", "nên A kêu gọi"
        elif chunk.head == "quyết định" and (after.role in ("of", "on") or after.kind == "demonstrative"):
            chunk.kind, chunk.tense = "word", ""  # "quyết định của X"
        elif chunk.head == "ở" and after.predicate and after.predicate.act == "VISIT":
            chunk.kind = "adverb"  # "A ở thăm X"
        elif chunk.head == "được" and after.predicate and after.predicate.act in _CHANCES:
            chunk.kind = "adverb"  # "được gặp A" is the chance to meet
        told = after.kind in ("stop", "colon") or after.role == "and"
        if chunk.head == _EXPRESS and before.kind == "party" and told:
            chunk.kind, chunk.predicate = (
                "predicate",
                Predicate(_EXPRESS, "STATE", "speech", "say", ""),
            )  # "…", A bày tỏ
        predicate = chunk.predicate
        if predicate is not None and predicate.kind == "bound":
            classifier = _JOURNEY if predicate.act == "VISIT" else _MEETING
            noun = predicate.entry.startswith(_NOUN)
            named = noun or (
                before.kind == "nominaliser" and before.head.split()[-1] in classifier
            )  # "chuyến công tác", "cuộc họp"
            chunk.predicate = predicate = replace(predicate, kind="event") if named else None
            chunk.kind, chunk.role = ("predicate", "noun" if noun else "") if named else ("word", "")
        before = chunk
        if predicate is None:
            continue
        motion = predicate.frame == "place" and predicate.kind == "weak"
        if after.predicate and (predicate.entry in adverbial() or motion):
            chunk.kind, chunk.head, chunk.predicate = "adverb", predicate.entry, None
        elif (
            after.predicate
            and after.predicate.frame != "place"
            and predicate.kind == "event"
            and predicate.frame == "say"
            and not (after.predicate.kind == "stance" and after.predicate.frame == "ask")
        ):
            chunk.kind, chunk.head, chunk.predicate = "adverb", predicate.entry, None  # "ra thông cáo xác nhận …"
        elif motion and after.party not in ("country", "place"):
            chunk.kind, chunk.role, chunk.predicate = "preposition", "to", None
    return chunks
