"""Guests and travellers: a visit told of who is met, what a traveller does next, courtesy calls and talks of those just told of."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk, back
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Candidate, Draft, Keys

_COMING = ("sang", "đến", "tới")
_WHEN = ("trước khi", "sau khi")


def of_guest(candidate: Candidate, subject: Chunk) -> bool:
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


def sent(document: Document, candidate: Candidate) -> Draft | None:
    """The journey of an envoy or a delegation whom nobody names, sent by somebody: "X cử phái đoàn sang Y"."""
    chunks, link = candidate.chunks, candidate.link
    at = link.at
    while at > 0 and (chunks[at].kind.startswith("head:") or chunks[at].kind in ("determiner", "manner", "number")):
        at -= 1
    unnamed = link.kind == "embedded" and candidate.predicate.act == "VISIT" and chunks[link.at].kind == "head:side"
    if not unnamed or chunks[at].role != "send" or candidate.speaker is not None:
        return None
    who = back(chunks, at - 1, ("adverb", "date"))
    side = tuple(document.sides(chunks[who].keys)) if syntax.is_actor(chunks[who]) else ()
    return candidate.draft(Chunk(0, 0, "party", side), "sent", INNER) if len(side) == 1 else None


def takes_leave(candidate: Candidate) -> bool:
    """Whether a guest who has met somebody takes leave of him: "A gặp B chào từ biệt"."""
    last = candidate.scope.acts[-1] if candidate.scope.acts else None
    verb = syntax.governor(candidate.chunks, candidate.link.at)
    met = last is not None and verb is not None and verb == last.predicate and last.act == "MEET"
    return (
        met
        and candidate.predicate.frame == "guest-host"
        and not syntax.object_follows(candidate.chunks, candidate.index)
    )


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
    if not (talks or (frame == "guest-host" and link.sign == "aim")) or candidate.after.role in (
        "with",
        "together",
        "of",
    ):
        return None
    if syntax.object_follows(chunks, candidate.index) and candidate.after.kind == "party":
        return None
    last = scope.acts[-1] if scope.acts else None
    if last is None:
        first = syntax.first_subject(chunks, candidate.index)
        if first is None or not talks or len(chunks[first].keys) < 2:
            return None
        return candidate.draft(chunks[first], "subordinate", OBJECT)
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
