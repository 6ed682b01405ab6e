"""Predicates with a subject of their own: an act, a further act told inside what is said, or content."""

from __future__ import annotations

from helpers.discourse import firsthand, guests, hearsay, pronouns, retold, ships, statements, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, SAYING, Candidate, Draft, Keys
from helpers.discourse.predicates import Predicate

_JOINT_CONTENT = {"AGREE", "SIGN", "EXCHANGE", "MEET", "VISIT", "RECEIVE"}
_BACKGROUND = "trong bối cảnh"
_THEY = "họ"
_NO_SUBJECT = ("purpose", "causative", "modal")  # before a participant: what somebody is to do, not what is done


def draft(document: Document, candidate: Candidate) -> Draft | None:
    """The act of a predicate with a participant right before it, None where that is not who acts or it is only said."""
    chunks, scope, predicate, link = candidate.chunks, candidate.scope, candidate.predicate, candidate.link
    subject = pronouns.meant(document, candidate, syntax.governing(chunks[link.at], predicate))
    subject = firsthand.known(subject, candidate.speaker)
    if predicate.act == "VISIT" and link.before != "word":  # "khả năng tàu X thăm Y" is no visit
        subject = ships.country(subject, document.sides(subject.keys))
    if predicate.kind == "event" and syntax.is_actor(subject) and _on_occasion(candidate):
        return candidate.draft(subject, "subordinate", OBJECT)
    if link.before == "preposition" and syntax.is_actor(subject) and guests.of_guest(candidate, subject):
        return candidate.draft(subject, "subordinate", OBJECT)
    if link.before == "word" and chunks[link.before_at].role == "doubt":
        return None  # "khả năng A thăm B"
    if retold.is_called(candidate):
        return None
    if syntax.is_actor(subject) and (place := guests.abroad(candidate)):
        found = candidate.draft(subject, "subject")
        found.patient = place
        return found
    if guests.takes_leave(candidate):
        return guests.leave(candidate)
    if link.before in _NO_SUBJECT or (link.before == "preposition" and statements.of_statement(chunks, link.at) < 0):
        return None
    if link.before == "subordinator" and chunks[link.before_at].role == "if":
        return None  # a condition
    if link.before == "subordinator" and chunks[link.before_at].head == _BACKGROUND and predicate.kind != "event":
        return None  # "diễn ra trong bối cảnh hai nước đang nỗ lực …"
    if link.before == "colon" and predicate.kind == "weak":
        return None  # "Thủ tướng: 'X đang nỗ lực …'"
    verb = syntax.governor(chunks, link.at)
    if verb is not None and verb.act == "PROPOSE":
        return None  # "mời A thăm …": what is asked
    through = predicate.frame == "visit" and subject.party == "place" and scope.main is not None
    if through or (verb is not None and verb.act == "VISIT"):
        return guests.on_the_way(candidate)
    if (
        predicate.frame == "place"
        and predicate.kind == "weak"
        and subject.party in ("country", "joint")
        and not subject.head
    ):
        return None
    if scope.saying is not None and chunks[link.at].party == "place" and subject.party == "body":
        return None  # "khẳng định tỉnh X luôn trân trọng …"
    if not syntax.is_actor(subject):
        if candidate.speaker is None and predicate.frame in SAYING and predicate.kind in ("speech", "open"):
            hearsay.opened(candidate)
        return None
    if candidate.speaker is not None:
        if document.text[chunks[link.at].start : chunks[link.at].end].casefold() == _THEY:
            return None  # whom a speaker means by "họ" only he knows
        if link.before == "relative" and predicate.kind != "event":
            return None  # "Tôi sẽ nêu những gì mà X đã thống nhất"
        own = _same_side(document, subject.keys, candidate.speaker)
        good = bool(candidate.speaker) and predicate.kind != "weak" and not (own and predicate.act == "OBJECT")
        good = good and _reportable("STATE", subject, predicate, own)
        return candidate.draft(subject, "quoted", INNER) if good else None
    if link.before == "relative" and (predicate.kind in ("open", "weak") or predicate.frame == "regard"):
        return None
    if link.before == "subordinator" and predicate.kind == "event":
        return candidate.draft(subject, "subordinate", OBJECT)
    if link.before == "subordinator" and _felt(candidate):
        return candidate.draft(subject, "subject")
    conceded = link.before == "subordinator" and chunks[link.before_at].role == "concession" and bool(link.tenses)
    if scope.saying is not None and hearsay.expected(candidate, scope.saying):
        return None
    opening = link.before == "subordinator" and link.before_at == 0
    fronted = (
        opening and syntax.later_subject(chunks, candidate.index) is not None
    )  # "Sau khi A từ chối …, B cảnh báo …"
    if scope.saying is None or conceded:
        return candidate.draft(subject, "subject", OBJECT if verb is not None or fronted else MAIN)
    return _after_saying(document, candidate, subject, scope.saying)


def _after_saying(document: Document, candidate: Candidate, subject: Chunk, host: Draft) -> Draft | None:
    """Behind a saying predicate: a new clause, a further act reported inside it, or content."""
    chunks, scope, predicate, at = candidate.chunks, candidate.scope, candidate.predicate, candidate.link.at
    own = _same_side(document, subject.keys, host.source)
    if retold.is_himself(chunks, host, at):
        scope.own = True  # "tuyên bố ông tin tưởng …": he himself
        return None
    person = subject.party in syntax.PERSONS
    boundary = "" if syntax.opens_content(chunks, host.index, at) else syntax.boundary_before(chunks, at)
    conceded = chunks[host.link.before_at].role == "concession" and boundary == "comma"  # "Dù X cam kết …, Y phản đối"
    if (
        _closes(candidate)
        or (conceded and not (own and person))
        or (person and chunks[candidate.link.before_at].role == "while")
        or (boundary == "semicolon" and not _goes_on(candidate, subject, own))
        or (boundary and (person or (not own and predicate.kind == "speech")))
        or (
            boundary == "comma" and host.link.before == "subordinator" and not own
        )  # "Trong khi A kêu gọi …, B lại đe dọa …"
    ):
        return candidate.draft(subject, "subject")
    proposed = (
        candidate.link.before == "relative" and predicate.kind == "speech" and not own
    )  # "sáng kiến mà A đề xuất"
    other = not set(subject.keys) & set(host.source) and subject.party in (*syntax.PERSONS, "body", "country")
    third = other and (person or "past" in candidate.link.tenses)  # "cho biết Tổng thống A đánh giá cao …"
    done = third and host.act == "STATE" and predicate.kind == "speech"
    announced = (
        host.predicate.act if other and person else host.act
    )  # "thông báo Tổng thống A sẽ thăm B" commits, and tells
    agreed = host.act == "AGREE" and person and not subject.joint and "future" in candidate.link.tenses
    journey = agreed and predicate.act in ("VISIT", "MEET", "RECEIVE")  # "nhất trí về việc A sẽ thăm B"
    if not proposed and not done and not journey and not _reportable(announced, subject, predicate, own):
        scope.own = scope.own or own or subject.joint
        scope.held = own and person and not set(subject.keys) & set(host.source)
        return None
    found = candidate.draft(subject, "reported", INNER)
    scope.inner = (
        scope.inner if own and not person else found
    )  # what goes on behind a stance of the own side is the speaker's
    return found


def _felt(candidate: Candidate) -> bool:
    """Whether a clause tells what somebody is angry or glad about: "A giận dữ khi B tuyên bố …"."""
    host, when = candidate.scope.saying, candidate.chunks[candidate.link.before_at].role == "when"
    feeling = host is not None and host.predicate.kind == "stance" and host.act in ("OBJECT", "PRAISE")
    return feeling and when and candidate.predicate.kind == "speech"


def _goes_on(candidate: Candidate, subject: Chunk, own: bool) -> bool:
    """Whether a stance of the speaker's own country goes on with what is said: "khẳng định X luôn …; X ủng hộ …"."""
    said = candidate.scope.own and own and subject.party in ("country", "body", "home")
    return said and candidate.predicate.kind in ("stance", "weak")


def _closes(candidate: Candidate) -> bool:
    """Whether the predicate and its subject name at the end of a sentence who told all of it: "…, Bộ Ngoại giao cho biết."."""
    chunks, at = candidate.chunks, candidate.link.at
    statement = statements.of_statement(chunks, at)
    cited = at > 0 and chunks[at - 1].kind == "citing"  # "…, hãng tin X dẫn lời Bộ Ngoại giao cho biết."
    return (
        candidate.predicate.frame == "say"
        and candidate.after.kind == "stop"
        and (cited or syntax.boundary_before(chunks, at if statement < 0 else statement) == "comma")
    )


def _on_occasion(candidate: Candidate) -> bool:
    """Whether a clause tells a journey that another act goes with: "nhân dịp A thăm B", "đón A thăm B"."""
    chunks, link = candidate.chunks, candidate.link
    if candidate.predicate.act != "VISIT" or candidate.speaker is not None:
        return False
    received = syntax.governor(chunks, link.at)
    wished = candidate.scope.saying is not None and candidate.scope.saying.act == "PROPOSE"
    if wished and received is not None and not link.tenses:
        return False  # "mong được đón A thăm B"
    return chunks[link.before_at].role == "occasion" or (received is not None and received.act == "RECEIVE")


def _same_side(document: Document, one: Keys, other: Keys) -> bool:
    return bool(document.sides(one) & document.sides(other))


def _reportable(host: str, subject: Chunk, predicate: Predicate, own: bool) -> bool:
    """Whether a predicate with a subject inside what is said is a further real act (ruling 4)."""
    if host == "PRAISE":  # "hoan nghênh việc X và Y nhất trí …", "cảm ơn X đã ủng hộ …"
        deed = not own and predicate.act in ("AGREE", "COMMIT") and predicate.kind != "weak"
        return predicate.kind == "event" or predicate.frame == "invite" or deed
    if host not in ("STATE", "STRESS") or (predicate.act == "PROPOSE" and predicate.kind == "stance"):
        return False  # what somebody is said to want is an opinion
    if predicate.kind == "event" or predicate.act in _JOINT_CONTENT:
        return True
    if subject.joint:
        return host == "STATE" and (predicate.kind == "speech" or predicate.act == "OBJECT")
    return not own or (predicate.act == "OBJECT" and subject.party in ("country", "home"))
