"""Encounters and visits whose subject is told in another clause: of who says so, of who is said to be one that does it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from helpers.discourse import parted, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Candidate, Draft, Keys

_TELLING = ("STATE", "STRESS", "COMMIT")
_TENSED = {"past", "future", "recalled", "present"}
_LIGHT = ("adverb", "comma", "complementiser", "word", "manner")
_JOINING = ("comma", "conjunction", "adverb", "date")


def draft(candidate: Candidate) -> Draft | None:
    """The act of an encounter, a visit or a signing that has its subject elsewhere; None if it is read otherwise."""
    predicate, link = candidate.predicate, candidate.link
    met = predicate.kind == "event" or predicate.frame == "place" or (predicate.frame == "exchange" and predicate.kind == "open")
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
    addressed = chunks[before].role == "that" and not any(c.predicate or c.kind in ("comma", "conjunction") for c in between[:-2])
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
    if link.kind not in ("embedded", "subject") or syntax.by_person(chunks, candidate.index, link) or candidate.speaker is not None:
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
    joined = chunks[at - 1].kind in _JOINING
    return candidate.draft(scope.main, "equated", level) if joined and scope.main is not None else None


def guests(candidate: Candidate, subject: Chunk) -> bool:
    """Whether a visit is told of somebody who has just been met: "hội đàm với A đang có chuyến thăm X"."""
    link = candidate.link
    person = subject.party in (*syntax.PERSONS, "delegation") or subject.head == "head:side"
    frame = candidate.chunks[link.before_at].role in ("with", "together", "to", "of")
    coming = candidate.predicate.kind == "event" and candidate.predicate.entry.startswith(_COMING)
    tensed = coming or bool({"present", "past", "future"} & set(link.tenses))
    met = any(act.act in ("MEET", "RECEIVE", "EXCHANGE", "STATE", "STRESS", "VISIT") for act in candidate.scope.acts)
    return candidate.predicate.act == "VISIT" and person and frame and tensed and met


def on_the_way(candidate: Candidate) -> Draft | None:
    """What a traveller does next: "A rời X đi Y, bắt đầu thăm Z", "nhất trí A sẽ đến X gặp B"."""
    last = next((act for act in reversed(candidate.scope.acts) if act.act == "VISIT"), None)
    if last is not None and last.level != MAIN and last.index == candidate.link.at - 1:
        candidate.link.tenses = candidate.link.tenses or last.link.tenses
        return candidate.draft(last, "coordinate", last.level)
    return candidate.draft(candidate.scope.main, "coordinate") if candidate.scope.main else None


def abroad(candidate: Candidate) -> Keys:
    """The country that is said to be one that somebody visits: "X là nước đầu tiên A thăm"; () if there is none."""
    chunks, at = candidate.chunks, candidate.link.before_at
    equal = candidate.predicate.act == "VISIT" and at > 0 and chunks[at].role == "be" and not candidate.after.keys
    place = chunks[at - 1] if equal else Chunk(0, 0, "start")
    return place.keys if place.party == "country" else ()


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


def takes_leave(candidate: Candidate) -> bool:
    """Whether a guest who has met somebody takes leave of him: "A gặp B chào từ biệt"."""
    last = candidate.scope.acts[-1] if candidate.scope.acts else None
    verb = syntax.governor(candidate.chunks, candidate.link.at)
    met = last is not None and verb is not None and verb == last.predicate and last.act == "MEET"
    return met and candidate.predicate.frame == "guest-host" and not syntax.object_follows(candidate.chunks, candidate.index)


def leave(candidate: Candidate) -> Draft:
    """The courtesy call of the guest that the act before has told of."""
    last = candidate.scope.acts[-1]
    found = candidate.draft(last, "chain", OBJECT)
    found.patient = last.target
    return found


def meets(candidate: Candidate) -> Draft | None:
    """Talks or a courtesy call between those of whom the sentence has just told: "A được B tiếp đón trước khi hội đàm",
    "A gặp B để chào từ biệt", "hai nhà lãnh đạo duyệt đội danh dự trước khi bước vào hội đàm"."""
    chunks, link, scope, frame = candidate.chunks, candidate.link, candidate.scope, candidate.predicate.frame
    talks = frame == "joint" and chunks[link.at].head.endswith(_WHEN)
    if not (talks or (frame == "guest-host" and link.sign == "aim")) or candidate.after.role in ("with", "together", "of"):
        return None
    if syntax.object_follows(chunks, candidate.index) and candidate.after.kind == "party":
        return None
    last = scope.acts[-1] if scope.acts else None
    if last is None:
        first = syntax.first_subject(chunks, candidate.index)
        both = first is not None and len(chunks[first].keys) > 1 and talks
        return candidate.draft(chunks[first], "subordinate", OBJECT) if both and first is not None else None
    if last.act not in ("MEET", "RECEIVE") or not last.target:
        return None
    guest = last.rule == "agent" or (last.act == "RECEIVE" and frame == "guest-host")
    found = candidate.draft(last, "subordinate", OBJECT)
    if guest:
        found.source, found.patient = last.target, last.source
    elif last.source != last.target:
        found.patient = last.target
    return found


def exchanged(candidate: Candidate, subject: int, partners: Mapping[Keys, Keys]) -> Draft | None:
    """The exchange that begins a sentence: "Trao đổi với B …, A nhấn mạnh", or with whom the subject has met: "Trao đổi về
    …, A nhắc lại", "Trao đổi về …, hai bên nhất trí"; None where nobody is known ("Trao đổi với báo chí, A cho biết")."""
    chunks = candidate.chunks
    who, behind = chunks[subject], chunks[candidate.index + 2 : candidate.index + 3]
    found = candidate.draft(who, "fronted", OBJECT)
    if candidate.after.role in ("with", "together"):
        return found if behind and behind[0].kind == "party" and behind[0].actor else None
    if not who.joint:
        found.patient = partners.get(tuple(sorted(who.keys)), ())
    return found if found.patient or who.joint else None


_COMING = ("sang", "đến", "tới")
_WHEN = ("trước khi", "sau khi")
