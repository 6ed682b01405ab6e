"""What those say who are no actors and have no name: "Giới phân tích cho rằng …"; what they only expect is no act."""

from __future__ import annotations

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import Candidate, Draft
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

_OUTSIDE = ("head:scholar", "head:media", "head:layman")


def opens(chunks: list[Chunk], link: Link, predicate: Predicate) -> bool:
    """Whether a clause begins with outsiders who say something."""
    says = predicate.frame in ("say", "opine") and predicate.kind in ("speech", "open")
    if not says or link.kind != "embedded" or chunks[link.at].kind not in _OUTSIDE:
        return False
    first = link.at
    while first > 0 and chunks[first - 1].kind == "determiner":
        first -= 1
    return syntax.boundary_before(chunks, first) != ""


def opened(candidate: Candidate) -> None:
    """Take note that somebody who is no actor says something: what stands in it is his."""
    candidate.scope.opened(candidate.draft(Chunk(0, 0, "party"), "outsider"))


def expected(candidate: Candidate, host: Draft) -> bool:
    """Whether outsiders only think that it will be so: "Giới phân tích cho rằng A sẽ cảnh báo B"."""
    thought = host.rule == "outsider" and host.predicate.frame == "opine"
    wanted = candidate.predicate.kind in ("stance", "weak") and "past" not in candidate.link.tenses
    return thought and (wanted or candidate.link.modal or "future" in candidate.link.tenses)
