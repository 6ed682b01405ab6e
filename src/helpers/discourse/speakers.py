"""Who speaks: sentences that are quoted or reported speech of an entity, apart from those that the reporter says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from helpers.cells import joined
from helpers.discourse import quotes
from helpers.spans import Act, Sentence

_SAID = {"STATE", "STRESS", "PRAISE", "PROPOSE", "COMMIT", "AGREE", "OBJECT"}
_TOLD = ("reported", "quoted", "agent")  # rules of acts inside what another says
_NEAR = 120  # characters between a quotation and the verb that introduces it


def attribute(text: str, sentences: tuple[Sentence, ...], acts: tuple[Act, ...]) -> tuple[Sentence, ...]:
    """Return `sentences` with the keys of who says them, joined by ";", and "" where the reporter speaks.

    A sentence is somebody's where it holds a predicate of saying (its first one counts), or where it lies in a quotation
    that such a predicate stands before or behind.
    """
    said = [act for act in acts if act.act in _SAID and act.rule not in _TOLD and act.source]
    places = [act.start for act in said]
    starts = [sentence.start for sentence in sentences]
    speakers = [""] * len(sentences)
    for start, end in quotes.spans_of(text):
        speaker = _quoted(said, places, start, end)
        for number in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            speakers[number] = speaker
    for act in reversed(said):
        number = bisect_right(starts, act.start) - 1
        if number >= 0 and act.start < sentences[number].end:
            speakers[number] = joined(act.source)
    return tuple(s._replace(speaker=speaker) for s, speaker in zip(sentences, speakers, strict=True))


def _quoted(said: list[Act], places: list[int], start: int, end: int) -> str:
    """Who is quoted at [start, end): the predicate right behind the quotation, else the one right before it."""
    after = bisect_left(places, end)
    if after < len(said) and said[after].start - end < _NEAR:
        return joined(said[after].source)
    before = bisect_left(places, start) - 1
    return joined(said[before].source) if before >= 0 and start - said[before].end < _NEAR else ""
