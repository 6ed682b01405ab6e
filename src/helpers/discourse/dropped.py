"""Predicates without a subject of their own: coordinated, fronted, subordinate, or at the head of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Draft, Scope, make
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

_ADDING = ("cũng như", "nhất là", "trong đó", "trong đó có", "đặc biệt là")
_ASPECT = {"đã", "sẽ", "đang", "vừa", "cũng đã", "cũng sẽ"}
_LIGHT = ("adverb", "complementiser", "comma", "colon", "manner", "quote")


@dataclass(frozen=True, slots=True)
class Context:
    """What a missing subject can be found in: the sentence so far, who acted last, and who met whom."""

    document: Document
    chunks: list[Chunk]
    scope: Scope
    topic: tuple[str, ...]
    partner: dict[tuple[str, ...], tuple[str, ...]]


def draft(context: Context, index: int, predicate: Predicate, link: Link) -> Draft | None:
    """The act of a predicate that follows a sign or conjunction, or begins the sentence; None if it is content."""
    chunks, scope = context.chunks, context.scope
    if link.kind == "coordinate" and chunks[link.at].head in _ADDING and predicate.kind != "speech":
        return None
    if link.sign == "quote":
        return None  # a noun in quotation marks stands before it
    last, host = scope.main, scope.saying
    if last is None and scope.acts and scope.acts[-1].rule == "subordinate" and predicate.kind == "event":
        last = scope.acts[-1]
    if last is None:
        return None if host is not None else _initial(context, index, predicate, link)
    told = _apart(chunks, host, index, link)
    if told is not None:
        scope.inner = make(index, predicate, told, "reported", link, INNER)
        return scope.inner
    inside = scope.inner is not None and host is not None and host.act in ("STATE", "STRESS")
    if scope.inner is not None and inside and link.sign != "semicolon" and predicate.kind != "weak":
        return make(index, predicate, scope.inner, "coordinate", link, INNER)
    if scope.held and link.sign != "semicolon":
        return None
    if host is not None and not _leaves(context, host, predicate, link):
        return None
    close = predicate.kind == "event" and last.predicate.kind == "event"
    if predicate.kind in ("weak", "event") and not close and not syntax.object_follows(chunks, index):
        return None
    found = make(index, predicate, last, "coordinate", link, MAIN)
    if predicate.frame == "visit" and last.target and _at_home(context, found, index):
        found.source, found.level = last.target, OBJECT  # "A tiếp B, đang thăm Việt Nam": B is the visitor
    return found


def _at_home(context: Context, visit: Draft, index: int) -> bool:
    """Whether the place visited lies in the country of who would be the visitor."""
    sides = context.document.sides(visit.source)
    places = [c for c in context.chunks[index + 1 : index + 6] if c.kind == "party" and c.party == "country"]
    return bool(places) and set(places[0].keys) == sides


def _apart(chunks: list[Chunk], host: Draft | None, index: int, link: Link) -> Chunk | None:
    """The subject of reported speech that a parenthesis parts from its predicate: "cho biết A, …, đã nhất trí"."""
    if host is None or host.act not in ("STATE", "STRESS") or link.sign != "comma" or not set(link.words) & _ASPECT:
        return None
    between = chunks[host.index + 1 : index]
    first = next((at for at, chunk in enumerate(between) if chunk.kind == "party"), None)
    if first is None or any(chunk.predicate for chunk in between) or not syntax.is_actor(between[first]):
        return None
    opening = syntax.opens_content(chunks, host.index, host.index + 1 + first)
    return between[first] if opening and between[first + 1 : first + 2][0].kind == "comma" else None


def _leaves(context: Context, host: Draft, predicate: Predicate, link: Link) -> bool:
    """Whether a coordinated predicate leaves the content of `host` and stands beside it."""
    if not host.source:
        return False  # a saying by someone who is no actor: what is coordinated with it is theirs
    if predicate.kind == "speech":
        return True
    if predicate.kind == "stance":
        own = context.scope.own or _own_content(context, host, predicate.act) or "luôn" in link.words
        kept = host.act in ("PROPOSE", "AGREE", "COMMIT") and predicate.act in ("COMMIT", "PRAISE", "OBJECT")
        return not own and not kept
    return host.predicate.frame in ("praise", "honour") and predicate.act == "STATE" and predicate.kind == "open"


def _own_content(context: Context, host: Draft, act: str) -> bool:
    """Whether what `host` says begins with its own side (or both, who may support each other) or with a stance."""
    sides = context.document.sides(host.source)
    for chunk in context.chunks[host.index + 1 :]:
        if chunk.kind == "party":
            if chunk.joint:
                return act in ("COMMIT", "PRAISE")
            return bool(context.document.sides(chunk.keys) & sides)
        if chunk.predicate is not None:
            return host.predicate.frame == "say" and chunk.predicate.kind == "stance"
        if chunk.kind not in _LIGHT:
            return False
    return False


def _initial(context: Context, index: int, predicate: Predicate, link: Link) -> Draft | None:
    chunks = context.chunks
    first = syntax.first_subject(chunks, index)
    if first is not None and link.kind == "coordinate":
        apposition = link.sign == "comma" and first in (link.at - 1, syntax.before_brackets(chunks, link.at))
        if predicate.kind in ("weak", "open") and not apposition:
            return None
        if predicate.kind == "event" and not syntax.object_follows(chunks, index):
            return None
        return make(index, predicate, chunks[first], "coordinate", link, MAIN)
    if first is not None or (predicate.kind in ("weak", "open") and predicate.frame != "opine"):
        return None
    later = syntax.later_subject(chunks, index)
    if later is not None:
        says = predicate.kind == "speech" or predicate.frame == "opine"
        good = (says and (predicate.act != "STATE" or _states(chunks, index))) or predicate.act == "SIGN"
        if good or (predicate.kind == "event" and syntax.object_follows(chunks, index)):
            return make(index, predicate, chunks[later], "fronted", link, OBJECT)
        return None
    return _topic(context, index, predicate, link)


def _states(chunks: list[Chunk], index: int) -> bool:
    """Whether a fronted verb of saying has content ("Thông báo kết quả …, A"), not a setting ("Phát biểu tại …, A")."""
    return index + 1 < len(chunks) and chunks[index + 1].kind not in ("preposition", "comma", "colon", "adverb")


def _topic(context: Context, index: int, predicate: Predicate, link: Link) -> Draft | None:
    """A sentence or heading without subject: who acted last, or the one met where it speaks of the actor's own side."""
    asked = predicate.frame == "ask" and context.chunks[index + 1 : index + 2] and context.chunks[index + 1].keys
    if not context.topic or link.kind != "initial" or predicate.act == "STATE":
        return None
    if predicate.kind != "speech" and not asked:
        return None
    source = context.topic
    sides = {code for chunk in context.chunks if chunk.keys for code in context.document.sides(chunk.keys)}
    if sides and sides == context.document.sides(source) and predicate.act == "PRAISE":
        source = context.partner.get(source, ())
    return make(index, predicate, Chunk(0, 0, "party", source), "topic", link, MAIN) if source else None


def subordinate(chunks: list[Chunk], scope: Scope, index: int, predicate: Predicate, link: Link) -> Draft | None:
    """ "… khi đón X", "Sau khi hội đàm với X, A …": an encounter by the subject of the sentence."""
    if predicate.kind != "event" or chunks[link.at].kind != "subordinator" or not syntax.object_follows(chunks, index):
        return None
    if scope.main is not None:
        return make(index, predicate, scope.main, "subordinate", link, OBJECT)
    later = syntax.later_subject(chunks, index)
    return make(index, predicate, chunks[later], "subordinate", link, OBJECT) if later is not None else None
