"""Headings that begin with a predicate ("Đề nghị Nga mở rộng hợp tác"): who acts is told in the text below."""

from __future__ import annotations

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import Candidate, Draft, Keys
from helpers.spans import Sentence

_LONGEST = 30  # words of a heading
_STOPS = '.!?…:;,"”'


def is_heading(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a whole line without a stop at its end."""
    if sentence.start and text[sentence.start - 1] != "\n":
        return False
    line = text[sentence.start : sentence.end]
    ends = sentence.end >= len(text) or text[sentence.end : sentence.end + 1] == "\n"
    return ends and line[-1:] not in _STOPS and len(line.split()) <= _LONGEST


def draft(candidate: Candidate, topic: Keys) -> Draft | None:
    """The act of a heading's first predicate, its source not yet known; `topic` is who acted last."""
    predicate = candidate.predicate
    if predicate.kind in ("weak", "open") or predicate.act == "STATE" or candidate.index > 1:
        return None
    if predicate.kind == "event" and not syntax.object_follows(candidate.chunks, candidate.index):
        return None
    certain = predicate.kind == "speech" or predicate.frame in ("ask", "invite")
    heading = candidate.draft(Chunk(0, 0, "party"), "heading")
    heading.topic = topic if certain else ()
    return heading


def settle(acts: list[Draft]) -> list[Draft]:
    """Give each heading the source of the act below it that it announces, and leave out those that announce none."""
    out = []
    for number, act in enumerate(acts):
        if act.rule == "heading":
            below = [other for other in acts[number + 1 : number + 60] if other.rule != "heading" and other.source]
            told = [other for other in below if other.act == act.act and _same_object(act, other)]
            same = [other for other in told if other.predicate.entry == act.predicate.entry]
            announced = next(iter(same or told), None)
            act.source = act.topic if announced is None else announced.source
            if not act.source:
                continue
            if announced is not None and not announced.target:
                act.target = ()
        out.append(act)
    return out


def _same_object(one: Draft, other: Draft) -> bool:
    return bool(set(one.target) & set(other.target)) or not one.target or not other.target
