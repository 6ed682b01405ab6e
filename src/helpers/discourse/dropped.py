"""Predicates without a subject of their own: coordinated, fronted, subordinate, or at the head of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.discourse import headings, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, OBJECT, Candidate, Draft, Keys

_ASIDE = ("conjunction", "comma", "adverb", "manner")
_LIGHT = ("adverb", "complementiser", "comma", "colon", "manner", "quote")
_TENSED = {"past", "present", "future"}
_TELLING = ("STATE", "STRESS")


@dataclass(frozen=True, slots=True)
class Context:
    """What a missing subject can be found in: the sentence so far, who acted last, and whether it is a heading."""

    document: Document
    candidate: Candidate
    topic: Keys
    heading: bool


def draft(context: Context) -> Draft | None:
    """The act of a predicate that follows a sign or conjunction, or begins the sentence; None if it is content."""
    candidate = context.candidate
    chunks, scope, predicate, link = candidate.chunks, candidate.scope, candidate.predicate, candidate.link
    if link.sign == "quote":
        return None  # a noun in quotation marks stands before it
    if link.kind == "coordinate" and chunks[link.at].role == "adding" and predicate.kind != "speech":
        return None
    last, host = scope.main, scope.saying
    if last is None and scope.acts and scope.acts[-1].rule == "subordinate" and predicate.kind == "event":
        last = scope.acts[-1]
    if last is None:
        return None if host is not None else _initial(context)
    if host is not None:
        kept = _in_content(context, host)
        if kept is None or isinstance(kept, Draft):
            return kept
    close = predicate.kind == "event" and (last.predicate.kind == "event" or last.act == "VISIT")
    if predicate.kind in ("weak", "event") and not close and not syntax.object_follows(chunks, candidate.index):
        return None
    found = candidate.draft(last, "coordinate")
    if predicate.frame == "visit" and last.target and _at_home(context, found):
        found.source, found.level = last.target, OBJECT  # "A tiếp B, đang thăm Việt Nam": B is the visitor
    return found


def _in_content(context: Context, host: Draft) -> Draft | bool | None:
    """Behind a saying predicate: the draft of an act told in it, None for mere content, True where it is left."""
    candidate = context.candidate
    chunks, scope, link = candidate.chunks, candidate.scope, candidate.link
    told = _parted_subject(candidate, host)
    if told is not None:
        scope.inner = candidate.draft(told, "reported", INNER)
        return scope.inner
    inside = scope.inner is not None and host.act in _TELLING and link.sign != "semicolon"
    if scope.inner is not None and inside and candidate.predicate.kind != "weak":
        return candidate.draft(scope.inner, "coordinate", INNER)
    if all(chunk.kind in _ASIDE for chunk in chunks[host.index + 1 : candidate.index]):
        return candidate.draft(host, "coordinate") if host.source else None  # "đề xuất và đạt được thỏa thuận về …"
    if scope.held and link.sign != "semicolon":
        return None
    return True if _leaves(context, host) else None


def _at_home(context: Context, visit: Draft) -> bool:
    """Whether the place visited lies in the country of who would be the visitor."""
    behind = context.candidate.chunks[visit.index + 1 : visit.index + 6]
    places = [chunk for chunk in behind if chunk.party == "country"]
    return bool(places) and set(places[0].keys) == context.document.sides(visit.source)


def _parted_subject(candidate: Candidate, host: Draft) -> Chunk | None:
    """The subject of reported speech that a parenthesis parts from its predicate: "cho biết A, …, đã nhất trí", "cho biết A dự … và đã gặp B"."""
    chunks, link = candidate.chunks, candidate.link
    if host.act not in _TELLING or link.sign == "semicolon" or not set(link.tenses) & _TENSED:
        return None
    between = chunks[host.index + 1 : candidate.index]
    first = next((at for at, chunk in enumerate(between) if chunk.kind == "party"), None)
    if first is None or any(chunk.predicate for chunk in between) or not syntax.is_actor(between[first]):
        return None
    opening = syntax.opens_content(chunks, host.index, host.index + 1 + first)
    parted = between[first + 1].kind == "comma" or candidate.predicate.kind == "event"
    return between[first] if opening and parted else None


def _leaves(context: Context, host: Draft) -> bool:
    """Whether a coordinated predicate leaves the content of `host` and stands beside it."""
    predicate = context.candidate.predicate
    if not host.source:
        return False  # a saying by someone who is no actor: what is coordinated with it is theirs
    if predicate.kind == "speech":
        return True
    if predicate.kind == "stance":
        habitual = "habitual" in context.candidate.link.tenses
        own = context.candidate.scope.own or habitual or _own_content(context, host)
        kept = host.act in ("PROPOSE", "AGREE", "COMMIT") and predicate.act in ("COMMIT", "PRAISE", "OBJECT")
        return not own and not kept
    return host.predicate.frame in ("praise", "honour") and predicate.act == "STATE" and predicate.kind == "open"


def _own_content(context: Context, host: Draft) -> bool:
    """Whether what `host` says begins with its own side (or both, who may support each other) or with a stance."""
    sides = context.document.sides(host.source)
    for chunk in context.candidate.chunks[host.index + 1 :]:
        if chunk.kind == "party":
            if chunk.joint:
                return context.candidate.predicate.act in ("COMMIT", "PRAISE")
            return bool(context.document.sides(chunk.keys) & sides)
        if chunk.predicate is not None:
            return host.predicate.frame == "say" and chunk.predicate.kind == "stance"
        if chunk.kind not in _LIGHT:
            return False
    return False


def _initial(context: Context) -> Draft | None:
    """The first predicate of a sentence: its subject stands at the head, behind a fronted clause, or further back."""
    candidate = context.candidate
    chunks, index, predicate, link = candidate.chunks, candidate.index, candidate.predicate, candidate.link
    slight = predicate.kind in ("weak", "open")
    with_object = predicate.kind != "event" or syntax.object_follows(chunks, index)
    first = syntax.first_subject(chunks, index)
    if first is not None:
        apposition = link.sign == "comma" and first in (link.at - 1, syntax.before_brackets(chunks, link.at))
        good = link.kind == "coordinate" and (apposition or not slight) and with_object
        return candidate.draft(chunks[first], "coordinate") if good else None
    present = _present(candidate) if link.kind == "initial" else ()
    if present:
        return candidate.draft(Chunk(0, 0, "party", present, joint=False), "present")
    says = predicate.kind == "speech" or (predicate.kind == "open" and predicate.frame in ("say", "opine"))
    later = syntax.later_subject(chunks, index)
    if later is None:
        return None if slight else _topic(context)
    good = says or predicate.act == "SIGN" or (predicate.kind == "event" and with_object)
    return candidate.draft(chunks[later], "fronted", OBJECT) if good else None


def _present(candidate: Candidate) -> Keys:
    """Those named behind "có" where a sentence begins with the welcome: "Đón đoàn tại sân bay có A; B"."""
    chunks = candidate.chunks
    if candidate.predicate.frame != "host-guest" or not syntax.complete(chunks, candidate.index, False):
        return ()
    there = next((at for at in range(candidate.index + 2, len(chunks)) if chunks[at].role == "have"), len(chunks))
    return tuple(key for chunk in chunks[there:] if chunk.party in syntax.PERSONS for key in chunk.keys)


def _topic(context: Context) -> Draft | None:
    """A sentence without subject: who acted last; a heading: who acts below it."""
    candidate = context.candidate
    predicate, initial = candidate.predicate, candidate.link.kind == "initial"
    if context.heading and initial:
        return headings.draft(candidate, context.topic)
    asked = predicate.frame in ("ask", "invite") and bool(candidate.after.keys)
    if not context.topic or predicate.act == "STATE" or not (asked or (predicate.kind == "speech" and initial)):
        return None
    return candidate.draft(Chunk(0, 0, "party", context.topic, joint=len(context.topic) > 1), "topic")


def subordinate(candidate: Candidate) -> Draft | None:
    """An encounter by the subject of the sentence: "… khi đón X", "Sau khi hội đàm với X, A …", "… để gặp X"."""
    chunks, index, scope, link = candidate.chunks, candidate.index, candidate.scope, candidate.link
    meeting = candidate.predicate.kind == "event" or candidate.predicate.frame in ("place", "exchange")
    if not meeting or not syntax.object_follows(chunks, index) or not _is_told(candidate):
        return None
    if scope.main is not None:
        return candidate.draft(scope.main, "subordinate", OBJECT)
    fronted = next((act for act in reversed(scope.acts) if act.rule == "fronted"), None)
    if fronted is not None:
        return candidate.draft(fronted, "subordinate", OBJECT)
    first = syntax.first_subject(chunks, index) if link.sign == "aim" else None
    found = first if first is not None else syntax.later_subject(chunks, index)
    return candidate.draft(chunks[found], "subordinate", OBJECT) if found is not None else None


def _is_told(candidate: Candidate) -> bool:
    """Whether the word that subordinates an encounter lets it be told: a time, a past fact, a journey's purpose."""
    scope, link = candidate.scope, candidate.link
    kind = candidate.chunks[link.at].kind
    if kind == "subordinator":
        return True
    if link.sign == "fact":
        return "past" in link.tenses and (scope.saying is None or scope.saying.act in (*_TELLING, "PRAISE"))
    return link.sign == "aim" and scope.saying is None and candidate.after.role in ("with", "")
