"""What is done to somebody, and by whom: an agent before the verb or behind it, a welcome that somebody is given."""

from __future__ import annotations

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import INNER, SAYING, Candidate, Draft

_BETWEEN = ("manner", "adverb", "word", "date", "determiner")  # what may stand between a passive and its agent
_WORDS = 4  # of them
_BEFORE_AGENT = ("determiner", "passive", "adverb", "date", "modal")
_BY = "bởi"


def by_agent(candidate: Candidate) -> Draft | None:
    """The act of an agent: "do A đề xuất", "B được A tiếp" (B is the patient, told before or left out)."""
    chunks, scope, link = candidate.chunks, candidate.scope, candidate.link
    by = chunks[link.at]
    if not syntax.is_actor(by) or (scope.saying is not None and scope.saying.act == "PROPOSE"):
        return None  # "mong được A giúp đỡ"
    found = candidate.draft(by, "agent", INNER)
    if link.before != "passive":
        return found if candidate.predicate.kind != "weak" else None  # "phe nổi dậy do X hậu thuẫn": an attribute
    at = link.at - 1
    while at >= 0 and chunks[at].kind in _BEFORE_AGENT:
        link.tenses += (chunks[at].tense,)
        at -= 1
    before = chunks[at] if at >= 0 else Chunk(0, 0, "start")
    if before.kind == "negation":
        return None
    if before.kind == "party" and before.keys:
        found.patient = tuple(sorted(before.keys))
    elif before.kind in ("comma", "conjunction") and scope.main is not None:
        found.patient = scope.main.source
    return found if found.patient or candidate.predicate.kind != "weak" else None  # "phe nổi dậy được X hậu thuẫn"


def met_with(candidate: Candidate) -> Draft | None:
    """The objection that a plan meets with: "kế hoạch của A vấp phải (sự) phản đối của B"."""
    chunks, index = candidate.chunks, candidate.index
    at = index - 1
    while at > 0 and chunks[at].kind in ("nominaliser", "determiner", "word") and chunks[at].role != "opposed":
        at -= 1
    if candidate.predicate.act != "OBJECT" or chunks[max(at, 0)].role != "opposed" or index - at > _WORDS:
        return None
    who = chunks[index + 2] if candidate.after.role in ("of", "from") and index + 2 < len(chunks) else candidate.after
    if not syntax.is_actor(who):
        return None
    found = candidate.draft(who, "agent", INNER)
    owner = next((chunk for chunk in chunks[:at] if syntax.is_actor(chunk)), None)
    found.patient = tuple(sorted(owner.keys)) if owner is not None else ()
    return found


def uttered(candidate: Candidate) -> Draft | None:
    """The act of an utterance that is the subject: "Tuyên bố (này) được A đưa ra", "Đề xuất do A đưa ra …"."""
    chunks, link = candidate.chunks, candidate.link
    at = link.before_at
    while at > 0 and (chunks[at].kind in (*_BEFORE_AGENT, "agent", "demonstrative") or chunks[at].role == "on"):
        at -= 1
    told = chunks[at].predicate if at >= 0 else None
    if told is None or not syntax.is_actor(chunks[link.at]) or told.kind == "event" or told.frame not in SAYING:
        return None
    found = candidate.draft(chunks[link.at], "uttered")
    found.act = told.act
    return found


def without_agent(candidate: Candidate) -> Draft | None:
    """The act of a passive whose agent stands behind it, or between whom it is done: "B được đón tiếp (trọng thể) bởi A",
    "hiệp định được ký kết giữa A và B"; None where nobody is named."""
    chunks, link = candidate.chunks, candidate.link
    at = candidate.index + 1
    while at < len(chunks) and at - candidate.index <= _WORDS and chunks[at].kind in _BETWEEN:
        at += 1
    if at + 1 >= len(chunks) or not syntax.is_actor(chunks[at + 1]):
        return None
    who = chunks[at + 1]
    if chunks[at].role == "between" and candidate.predicate.act in ("SIGN", "AGREE", "EXCHANGE") and len(who.keys) > 1:
        found = candidate.draft(who, "agent", INNER)
        found.patient, found.target = (), found.source
        return found
    if chunks[at].kind != "agent" or chunks[at].head != _BY:
        return None
    found = candidate.draft(who, "agent", INNER)
    patient = chunks[link.at] if link.kind == "patient" else candidate.scope.main
    if isinstance(patient, Draft):
        found.patient = patient.source
    elif patient is not None and patient.actor:
        found.patient = tuple(sorted(patient.keys))
    return found
