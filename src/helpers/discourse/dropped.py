"""Predicates without a subject of their own: coordinated, fronted, subordinate, or at the head of a sentence."""

from __future__ import annotations

from helpers.discourse import guests, headings, retold, said, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import INNER, OBJECT, Candidate, Draft
from helpers.discourse.said import Context

_STANCES = ("AGREE", "PRAISE", "OBJECT", "COMMIT")
_TOLD_FACT = ("STATE", "STRESS", "PRAISE")


def draft(context: Context) -> Draft | None:
    """The act of a predicate that follows a sign or conjunction, or begins the sentence; None if it is content."""
    candidate = context.candidate
    chunks, scope, predicate, link = candidate.chunks, candidate.scope, candidate.predicate, candidate.link
    if link.sign == "quote":
        return None  # a noun in quotation marks stands before it
    if link.kind == "coordinate" and chunks[link.at].role == "adding" and predicate.kind != "speech":
        objecting = predicate.act == "OBJECT" and syntax.object_follows(chunks, candidate.index)
        return candidate.draft(scope.main, "coordinate") if objecting and scope.main is not None else None
    last, host = scope.main, scope.saying
    if host is not None and said.in_chain(candidate, host):
        return None
    if last is None and scope.acts and scope.acts[-1].rule == "subordinate" and predicate.kind == "event":
        last = scope.acts[-1]
    if last is None:
        if host is not None:
            return said.goes_on(candidate, host)
        return _initial(context)
    if host is not None:
        kept = said.draft(context, host)
        if kept is None or isinstance(kept, Draft):
            return kept
    close = predicate.kind == "event" and (last.predicate.kind == "event" or last.act == "VISIT")
    if predicate.kind in ("weak", "event") and not close and not syntax.object_follows(chunks, candidate.index):
        return None
    found = candidate.draft(last, "coordinate")
    if close and not any(link.tenses):
        link.tenses = last.link.tenses  # "sẽ hội đàm với A; chào B"
    if predicate.frame == "visit" and last.target and _at_home(context, found):
        found.source, found.level = last.target, OBJECT  # "A tiếp B, đang thăm Việt Nam": B is the visitor
    return found


def _at_home(context: Context, visit: Draft) -> bool:
    """Whether the place visited lies in the country of who would be the visitor."""
    behind = context.candidate.chunks[visit.index + 1 : visit.index + 6]
    places = [chunk for chunk in behind if chunk.party == "country"]
    return bool(places) and set(places[0].keys) == context.document.sides(visit.source)


def _initial(context: Context) -> Draft | None:
    """The first predicate of a sentence: its subject stands at the head, behind a fronted clause, or further back."""
    candidate = context.candidate
    chunks, index, predicate, link = candidate.chunks, candidate.index, candidate.predicate, candidate.link
    slight = predicate.kind in ("weak", "open")
    with_object = predicate.kind != "event" or syntax.object_follows(chunks, index)
    first = syntax.first_subject(chunks, index)
    if first is not None and syntax.done_to(chunks, first, index):
        return None  # "A bị truyền thông chỉ trích, cho rằng …": they say so
    charged = first is not None and chunks[first + 1].kind == "passive" and link.at != first + 1
    if charged and predicate.kind == "stance":
        return None  # "Bộ X được giao điều tra những kẻ bảo kê, đe dọa …"
    if first is not None:
        apposition = link.sign == "comma" and first in (link.at - 1, syntax.before_brackets(chunks, link.at))
        good = link.kind == "coordinate" and (apposition or not slight) and with_object
        return candidate.draft(chunks[first], "coordinate") if good else None
    says = predicate.kind == "speech" or (predicate.kind == "open" and predicate.frame in ("say", "opine"))
    later = syntax.later_subject(chunks, index)
    if later is None:
        return None if slight else _topic(context)
    if predicate.frame == "exchange" and candidate.link.kind == "initial":
        return guests.exchanged(candidate, later, context.partners)
    stance = (
        predicate.kind == "stance" and link.kind == "initial" and predicate.act in _STANCES
    )  # "Đồng tình với X, A đề nghị …"
    good = says or stance or predicate.act == "SIGN" or (predicate.kind == "event" and with_object)
    return candidate.draft(chunks[later], "fronted", OBJECT) if good else None


def present(candidate: Candidate) -> Draft | None:
    """The welcome that begins a sentence, by those named behind "có": "(Ra sân bay) đón đoàn có A; B"."""
    chunks, index = candidate.chunks, candidate.index
    if candidate.predicate.frame != "host-guest" or candidate.after.kind not in ("party", "head:side"):
        return None
    there = next((at for at in range(index + 2, len(chunks)) if chunks[at].role in ("have", "be")), len(chunks))
    hosts = tuple(key for chunk in chunks[there:] if chunk.party in syntax.PERSONS for key in chunk.keys)
    named = any(chunk.kind == "party" for chunk in chunks[:index])
    return candidate.draft(Chunk(0, 0, "party", hosts), "present") if hosts and not named else None


def _topic(context: Context) -> Draft | None:
    """A sentence without subject: who acted last; a heading: who acts below it."""
    candidate = context.candidate
    predicate, initial = candidate.predicate, candidate.link.kind == "initial"
    if context.heading and initial:
        return headings.draft(candidate, context.topic)
    asked = predicate.frame in ("ask", "invite") and bool(candidate.after.keys)
    noun = predicate.frame in ("say", "ask", "order") and not (candidate.after.keys or candidate.after.role == "that")
    told = predicate.kind == "speech" and initial and not noun  # "Tuyên bố nêu …", "Yêu cầu bình luận …" are nouns
    if not context.topic or predicate.act == "STATE" or not (asked or told):
        return None
    return candidate.draft(Chunk(0, 0, "party", context.topic, joint=len(context.topic) > 1), "topic")


def statement(context: Context) -> Draft | None:
    """What a statement says that the sentence before told of: its author is who acted last."""
    if not context.topic or context.heading:
        return None
    return context.candidate.draft(Chunk(0, 0, "party", context.topic, joint=len(context.topic) > 1), "topic")


def subordinate(candidate: Candidate) -> Draft | None:
    """An encounter by the subject of the sentence: "… khi đón X", "Sau khi hội đàm với X, A …", "… để gặp X"."""
    chunks, index, scope, link = candidate.chunks, candidate.index, candidate.scope, candidate.link
    meeting = candidate.predicate.kind == "event" or candidate.predicate.frame in ("place", "exchange")
    if candidate.predicate.frame == "exchange" and link.sign == "aim" and scope.acts:
        before = next(
            (act for act in reversed(scope.acts) if act.act != "VISIT" or act.rule != "nominal"), scope.acts[-1]
        )
        link.tenses = link.tenses or before.link.tenses
        there = before.act == "VISIT" and candidate.after.role in ("with", "together")  # "đến X để thảo luận với B"
        return candidate.draft(before, "aim", OBJECT) if before.act == "MEET" or there else None
    first = syntax.first_subject(chunks, index)
    told = candidate.predicate.kind == "speech" and link.sign == "when" and not link.passive and scope.saying is None
    if told and scope.main is not None and scope.main.rule == "uttered":
        return candidate.draft(scope.main, "subordinate", OBJECT)  # "Tuyên bố được A đưa ra khi chỉ trích B"
    if told and first is not None and not (scope.main or scope.acts or syntax.done_to(chunks, first, index)):
        return candidate.draft(chunks[first], "subordinate")  # "A gây bất ngờ khi tuyên bố …"
    if link.sign == "when" and candidate.predicate.kind == "speech" and candidate.after.role == "that" and scope.main:
        return candidate.draft(scope.main, "subordinate", OBJECT)  # "A bày tỏ … khi nhấn mạnh rằng …"
    if (met := guests.meets(candidate)) is not None:
        return met
    mutual = candidate.after.role == "mutual" and scope.main is not None and scope.main.joint  # "khi gặp nhau"
    if not meeting or not (mutual or syntax.object_follows(chunks, index)) or not _is_told(candidate):
        return None
    if chunks[link.at - 1].kind == "relative":
        return None  # "mọi người khi đến X"
    if scope.main is not None and (inner := retold.inside(candidate, scope.main)) is not None:
        return inner
    if scope.main is not None:
        return candidate.draft(scope.main, "subordinate", OBJECT)
    if scope.inner is not None and scope.saying is not None and not scope.saying.source and link.sign == "when":
        return candidate.draft(scope.inner, "retold", INNER)  # "(báo X) cho biết A nổi giận … khi gặp B"
    fronted = next((act for act in reversed(scope.acts) if act.rule == "fronted"), None)
    if fronted is not None:
        return candidate.draft(fronted, "subordinate", OBJECT)
    first = syntax.first_subject(chunks, index) if link.sign == "aim" else None
    found = first if first is not None else syntax.later_subject(chunks, index)
    if found is None and link.sign == "when" and not syntax.done_to(chunks, link.at, index):
        found = syntax.first_subject(chunks, link.at)  # "A tặng B một con ngựa khi bắt đầu thăm X"
    return candidate.draft(chunks[found], "subordinate", OBJECT) if found is not None else None


def _is_told(candidate: Candidate) -> bool:
    """Whether the word that subordinates an encounter lets it be told: a time, a past fact, a journey's purpose."""
    scope, link = candidate.scope, candidate.link
    kind = candidate.chunks[link.at].kind
    if kind == "subordinator":
        return link.sign != "if"
    if link.sign == "fact":
        return "past" in link.tenses and (scope.saying is None or scope.saying.act in _TOLD_FACT)
    return link.sign == "aim" and scope.saying is None and candidate.after.role in ("with", "")
