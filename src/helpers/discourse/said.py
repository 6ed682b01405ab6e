"""Predicates without a subject of their own behind a verb of saying: told in what is said, mere content, or beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from helpers.discourse import links, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, Candidate, Draft, Keys

_ASIDE = ("conjunction", "comma", "adverb", "manner", "light")
_LIGHT = ("adverb", "complementiser", "comma", "colon", "manner", "quote")
_TENSED = {"past", "present", "future"}
_TOGETHER = "cùng "
_TELLING = ("STATE", "STRESS")
_POLICY = ("chính sách", "đường lối", "chủ trương", "lập trường")


@dataclass(frozen=True, slots=True)
class Context:
    """What a missing subject can be found in: the sentence so far, who acted last, and whether it is a heading."""

    document: Document
    candidate: Candidate
    topic: Keys
    heading: bool
    partners: Mapping[Keys, Keys] = field(default_factory=dict)  # who met whom last in the document


def draft(context: Context, host: Draft) -> Draft | bool | None:
    """Behind a saying predicate: the draft of an act told in it, None for mere content, True where it is left."""
    candidate = context.candidate
    chunks, scope, link = candidate.chunks, candidate.scope, candidate.link
    told = _parted_subject(candidate, host)
    if told is not None:
        scope.inner = candidate.draft(told, "reported", INNER)
        return scope.inner
    further = goes_on(candidate, host)
    if further is not None:
        return further
    if all(chunk.kind in _ASIDE for chunk in chunks[host.index + 1 : candidate.index]):
        return candidate.draft(host, "coordinate") if host.source else None  # "đề xuất và đạt được thỏa thuận về …"
    if scope.held and link.sign != "semicolon":
        return None
    if _asked_too(context, host) or _thanked_for(candidate, host):
        return None
    return True if _leaves(context, host) else None


def goes_on(candidate: Candidate, host: Draft) -> Draft | None:
    """The act that goes on with one told inside what `host` says: "(Reuters) cho biết A đã gặp B và tuyên bố …"."""
    inner = candidate.scope.inner
    inside = host.act in _TELLING and candidate.link.sign != "semicolon"
    if inner is None or not inside or candidate.predicate.kind == "weak":
        return None
    return candidate.draft(inner, "coordinate", INNER)


def _asked_too(context: Context, host: Draft) -> bool:
    """Whether what follows "và" is a second thing that is asked of somebody: "đề nghị X quan tâm … và lên tiếng về …"."""
    candidate = context.candidate
    chunks, link = candidate.chunks, candidate.link
    joined = (
        link.kind == "coordinate"
        and chunks[link.at].role in ("and", "adding")
        and chunks[link.at - 1].kind not in ("comma", "quote")
    )
    if host.act != "PROPOSE" or not joined or not host.target or set(host.target) & set(host.source):
        return False
    sides = context.document.sides(host.source)
    own = candidate.after.kind == "party" and bool(context.document.sides(candidate.after.keys) & sides)
    return not own and candidate.after.role != "that"


def _thanked_for(candidate: Candidate, host: Draft) -> bool:
    """Whether what follows "và" is a second thing that somebody is thanked or praised for: "cảm ơn X đã giúp đỡ và ủng hộ Y"."""
    chunks, link = candidate.chunks, candidate.link
    joined = link.kind == "coordinate" and chunks[link.at].role == "and" and chunks[link.at - 1].kind != "comma"
    if host.act != "PRAISE" or not joined or candidate.predicate.act not in ("COMMIT", "AGREE"):
        return False
    between = chunks[host.index + 1 : link.at]
    done = any(chunk.role == "fact" for chunk in between) or any(
        one.kind == "party" and other.tense == "past" for one, other in pairwise(between)
    )
    named = candidate.predicate.kind == "stance" and any(chunk.kind == "nominaliser" for chunk in between)
    return done or named


def in_chain(candidate: Candidate, host: Draft) -> bool:
    """Whether a predicate is coordinated with verbs of what is said: "đề nghị A ủng hộ, khuyến khích và hoan nghênh …"."""
    at = candidate.link.at
    while at > host.index and candidate.chunks[at].kind in ("comma", "conjunction", *_ASIDE):
        at -= 1
    if at <= host.index or candidate.chunks[at].predicate is None or at in {act.index for act in candidate.scope.acts}:
        return False
    link = links.find(candidate.chunks, at)
    return link.kind in ("subject", "coordinate") and not link.nominal


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
    again = predicate.entry == host.predicate.entry and context.candidate.link.sign == "comma"
    if predicate.kind == "speech" or again:
        return True
    if predicate.kind == "stance":
        habitual = "habitual" in context.candidate.link.tenses and _has_clause(context.candidate, host)
        own = context.candidate.scope.own or habitual or _own_content(context, host)
        kept = host.act in ("PROPOSE", "AGREE", "COMMIT") and predicate.act in ("COMMIT", "PRAISE", "OBJECT")
        return not own and not kept
    if predicate.kind == "weak" and predicate.frame == "ask":
        return context.candidate.after.party in syntax.PERSONS  # "cảm ơn …, đồng thời nhờ B chuyển lời …"
    if predicate.frame == "exchange" and predicate.entry.startswith(_TOGETHER):
        return host.joint  # "thông báo cho nhau …, cùng nhìn lại …"
    opened = predicate.act == "STATE" and predicate.kind == "open"
    link = context.candidate.link
    turned = link.sign == "semicolon" or context.candidate.chunks[link.at].role == "besides"  # "; giải thích …"
    return opened and (turned or host.predicate.frame in ("praise", "honour"))


def _has_clause(candidate: Candidate, host: Draft) -> bool:
    """Whether what `host` says is a clause, not only a noun: "khẳng định X coi trọng …", no "khẳng định tình cảm tốt đẹp"."""
    first = next((chunk for chunk in candidate.chunks[host.index + 1 :] if chunk.kind not in _LIGHT), candidate.after)
    return first.kind != "word"


def _own_content(context: Context, host: Draft) -> bool:
    """Whether what `host` says begins with its own side (or both, who may support each other) or with a stance."""
    sides = context.document.sides(host.source)
    policy = False
    for chunk in context.candidate.chunks[host.index + 1 :]:
        policy = policy or chunk.head in _POLICY
        if policy and (chunk.kind in ("word", "manner") or chunk.head in _POLICY or chunk.role == "of"):
            continue  # "khẳng định chính sách nhất quán của X"
        if chunk.kind == "party":
            if chunk.joint:
                return context.candidate.predicate.act in ("COMMIT", "PRAISE")
            return bool(context.document.sides(chunk.keys) & sides)
        if chunk.predicate is not None:
            return host.predicate.frame == "say" and chunk.predicate.kind == "stance"
        if chunk.kind not in _LIGHT:
            return False
    return False
