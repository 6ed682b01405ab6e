"""Encounters and visits whose subject is told in another clause: of who says so, of who is said to be one that does it."""

from __future__ import annotations

from itertools import pairwise

from helpers.discourse import parted, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Candidate, Draft

_TELLING = ("STATE", "STRESS", "COMMIT")
_TENSED = {"past", "future", "recalled", "present"}
_LIGHT = ("adverb", "comma", "complementiser", "word", "manner")
_JOINING = ("comma", "semicolon", "conjunction", "adverb", "date")


def draft(candidate: Candidate) -> Draft | None:
    """The act of an encounter, a visit or a signing that has its subject elsewhere; None if it is read otherwise."""
    predicate, link = candidate.predicate, candidate.link
    met = (
        predicate.kind == "event"
        or predicate.frame == "place"
        or (predicate.frame == "exchange" and predicate.kind == "open")
    )
    if not met or link.negated or link.modal or (link.nominal and not link.light):
        return None
    return _said(candidate) or _called(candidate)


def _said(candidate: Candidate) -> Draft | None:
    """What somebody says that he has done or will do: "A cho biết sẽ thăm X", "A nói vừa điện đàm với B",
    "A cho biết đây là lần đầu tiên tới X"."""
    chunks, link, host = candidate.chunks, candidate.link, candidate.scope.saying
    if host is None or host.level != MAIN or host.act not in _TELLING or not host.source:
        return None
    between = chunks[host.index + 1 : link.at]
    first = link.kind == "clause" and link.sign == "be" and chunks[candidate.index - 1].head.startswith("lần")
    if first:
        return candidate.draft(host, "retold", INNER) if all(c.kind in _LIGHT for c in between) else None
    himself = link.kind == "subject" and is_himself(chunks, host, link.at)
    told = himself or (link.kind == "direct" and link.at == host.index)
    if not told or not _TENSED & set(link.tenses) or host.predicate.frame not in ("say", "opine") or link.passive:
        return None
    if "future" in link.tenses and not _names_whom(candidate):
        return None  # "tuyên bố sẽ thăm từng nước"
    candidate.scope.own = himself or candidate.scope.own
    return candidate.draft(host, "retold", INNER)


def is_himself(chunks: list[Chunk], host: Draft, at: int) -> bool:
    """Whether "ông" or "bà" at the head of what `host` says is who says it: "cho biết bà sẽ …", "nói với báo chí rằng ông …"."""
    alone = chunks[at].party in ("man", "woman") and not chunks[at].joint and not host.joint
    before = at - 1 if chunks[at - 1].kind != "comma" else at - 2
    between = chunks[host.index + 1 : at]
    addressed = chunks[before].role == "that" and not any(
        c.predicate or c.kind in ("comma", "conjunction") for c in between[:-2]
    )
    return alone and (syntax.opens_content(chunks, host.index, at) or addressed)


def _names_whom(candidate: Candidate) -> bool:
    """Whether it is told whom somebody will meet, or what place he will visit: "sẽ gặp B", "sẽ thảo luận về … với B"."""
    if candidate.after.kind == "party" or candidate.after.role in ("with", "together"):
        return True
    behind = candidate.chunks[candidate.index + 1 :]
    partner = any(one.role in ("with", "together") and other.party in syntax.PERSONS for one, other in pairwise(behind))
    return candidate.predicate.frame == "exchange" and partner


def _called(candidate: Candidate) -> Draft | None:
    """What one does who is said to be somebody: "A là nguyên thủ đầu tiên thăm X", "A đến X, trở thành quan chức cấp cao
    nhất của Y thăm X"."""
    chunks, link, scope = candidate.chunks, candidate.link, candidate.scope
    if (
        link.kind not in ("embedded", "subject")
        or syntax.by_person(chunks, candidate.index, link)
        or candidate.speaker is not None
    ):
        return None
    if candidate.predicate.frame == "exchange":
        return None  # "X là một chủ đề thảo luận"
    at = parted.called(chunks, candidate.index)
    of_noun = link.kind == "embedded" or link.before == "preposition" or chunks[link.at].head
    if at < 1 or not of_noun or not syntax.object_follows(chunks, candidate.index):
        return None
    level = OBJECT if scope.saying is None else INNER
    subject = parted.equated(chunks, candidate.index)
    if subject >= 0:
        who = chunks[subject]
        country = who.party == "country" and candidate.predicate.act == "VISIT"  # "X là nước đầu tiên A thăm"
        return None if country else candidate.draft(who, "equated", level)
    if chunks[at - 1].kind not in _JOINING:
        return None
    if scope.main is not None:
        return candidate.draft(scope.main, "equated", level)
    first = syntax.first_subject(chunks, at)  # "A, người …, là quan chức đầu tiên thăm X"
    return candidate.draft(chunks[first], "equated", level) if first is not None else None


def is_called(candidate: Candidate) -> bool:
    """Whether the country or body before a visit only says whose the visitor is: "… là quan chức cao nhất của X thăm Y"."""
    chunks, link = candidate.chunks, candidate.link
    whose = chunks[link.at].party in ("country", "body", "nation") and (
        link.before == "preposition" or bool(chunks[link.at].head)
    )
    return candidate.predicate.act == "VISIT" and whose and parted.called(chunks, candidate.index) >= 1


def inside(candidate: Candidate, host: Draft) -> Draft | None:
    """The encounter of the person whom what is said is about: "A nhắc lại việc B cam kết … khi gặp C" is told of B."""
    chunks, link = candidate.chunks, candidate.link
    if host.predicate.frame not in ("say", "opine") or chunks[link.at].kind != "subordinator":
        return None
    for at in range(link.at - 1, host.index, -1):
        who, after = chunks[at], chunks[at + 1]
        acting = after.kind in ("adverb", "light", "predicate") and (after.kind != "predicate" or at + 1 != link.at)
        if who.party in ("person", "office") and acting and chunks[at - 1].kind in ("predicate", "complementiser"):
            return candidate.draft(who, "subordinate", INNER) if not set(who.keys) & set(host.source) else None
        if chunks[at].kind in ("quote", "semicolon"):
            return None
    return None
