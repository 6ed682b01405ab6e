"""Verbs in a row with one subject: what is said by a letter, a call or a speech, in an encounter, or as its aim."""

from __future__ import annotations

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import MAIN, OBJECT, Candidate, Draft
from helpers.discourse.predicates import Predicate

_BEARING = ("open", "weak", "event")  # kinds of verbs that tell the occasion of what is said, not its content
_BETWEEN = ("preposition", "party", "name", "word", "number", "date", "nominaliser", "determiner", "manner", "attend")
_TO = ("to", "with")


def draft(candidate: Candidate) -> Draft | None:
    """The act of a verb of saying that goes on with another verb of its subject; None if it does not."""
    predicate, link, last = candidate.predicate, candidate.link, candidate.scope.main
    if not _utters(predicate) or link.nominal or link.negated or link.passive or candidate.speaker is not None:
        return None
    if last is None or last.level != MAIN or not last.source:
        return None
    between = candidate.chunks[last.index + 1 : candidate.index]
    if link.kind == "direct" and link.at == last.index and candidate.chunks[candidate.index - 1].head == "vừa":
        return candidate.draft(last, "coordinate")  # "vừa lên án vừa kêu gọi"
    if (
        link.kind == "direct"
        and link.at == last.index
        and last.act == "MEET"
        and last.link.light
        and candidate.after.keys
    ):
        return candidate.draft(last, "chain")  # "có cuộc điện đàm chúc mừng B"
    if link.tenses or not between or any(_ends(chunk) for chunk in between):
        return None
    addressed = _addressed(between) and last.predicate.kind == "event"
    occasion = last.predicate.frame == "say" and last.predicate.kind in _BEARING and _occasion(candidate, between)
    return candidate.draft(last, "chain") if addressed or occasion else None


def _ends(chunk: Chunk) -> bool:
    return chunk.kind not in _BETWEEN and not chunk.kind.startswith("head:")


def _utters(predicate: Predicate) -> bool:
    return predicate.kind == "speech" or (predicate.kind == "stance" and predicate.act == "OBJECT")


def _addressed(between: list[Chunk]) -> bool:
    """Whether nothing but an addressee stands between the verbs: "gửi thư cho B đề nghị", "gọi điện cho B chúc mừng"."""
    first = between[0]
    return len(between) <= 2 and between[-1].kind == "party" and (len(between) == 1 or first.role in _TO)


def _occasion(candidate: Candidate, between: list[Chunk]) -> bool:
    """Whether a place or an audience stands between: "phát biểu trước Quốc hội khẳng định"; about what is content."""
    link, chunks = candidate.link, candidate.chunks
    acting = link.kind == "subject" and syntax.is_actor(chunks[link.at]) and link.before != "preposition"
    told = between[0].kind == "preposition" and between[0].role not in ("about", "of", "between", "like")
    return not acting and link.kind in ("embedded", "subject") and (told or between[0].kind == "party")


def aim(candidate: Candidate) -> Draft | None:
    """What is said by a deed or a quotation: "dùng bài phát biểu để kêu gọi", "dẫn số liệu để nhấn mạnh"."""
    chunks, link, scope = candidate.chunks, candidate.link, candidate.scope
    if not _utters(candidate.predicate) or link.sign != "aim" or candidate.speaker is not None:
        return None
    if candidate.after.kind in ("stop", "comma"):
        return None  # "gọi điện cho B để chúc mừng"
    if candidate.predicate.frame == "agree" or chunks[link.at - 1].kind == "comma":
        return None
    last = scope.main
    if last is not None:
        quoting = last.predicate.frame == "say" and last.predicate.kind in ("open", "event")
        coming = last.predicate.kind == "event" or last.act == "VISIT"
        near = all(
            chunk.predicate is None and chunk.role not in ("that", "about")
            for chunk in chunks[last.index + 1 : link.at]
        )
        return candidate.draft(last, "aim") if (quoting or coming) and near and link.at - last.index > 1 else None
    first = syntax.first_subject(chunks, candidate.index)
    if first is None or scope.acts or scope.saying is not None:
        return None
    if any(chunk.predicate or chunk.kind in _CLAUSE for chunk in chunks[first + 1 : link.at]):
        return None
    return candidate.draft(chunks[first], "aim")


_CLAUSE = ("comma", "modal", "negation", "passive", "subordinator", "causative", "agent", "complementiser")


def besides(candidate: Candidate) -> Draft | None:
    """What the subject behind it says too: "Ngoài việc cảm ơn B, A cũng mời …", "Sau khi chỉ trích B, A kêu gọi …"."""
    chunks, link, scope = candidate.chunks, candidate.link, candidate.scope
    if candidate.predicate.kind != "speech" or link.kind != "clause" or scope.acts or link.passive or link.negated:
        return None
    if link.at > 1 or chunks[0].head not in _BESIDES:
        return None
    later = syntax.later_subject(chunks, candidate.index, within=30)
    return candidate.draft(chunks[later], "fronted", OBJECT) if later is not None else None


_BESIDES = ("sau khi", "ngay sau khi", "bên cạnh", "ngoài", "cùng với", "không chỉ")
