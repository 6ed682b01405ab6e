"""Audiences: "tiếp kiến" is said of the host who grants one and of the guest who is granted it; who is who is told by the
visit that the text tells of, else by rank."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.discourse import ranks
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Keys

_AUDIENCE = "tiếp kiến"


def settle(document: Document, drafts: Sequence[Draft]) -> None:
    """Make each audience whose subject is the guest a meeting (class MEET) instead of a reception."""
    for draft in drafts:
        if draft.predicate.entry != _AUDIENCE or draft.act != "RECEIVE" or not draft.target:
            continue
        travelled = [d for d in drafts if d.act == "VISIT" and set(d.source) & set(draft.source)]
        abroad = set().union(*(document.sides(d.target) for d in travelled)) if travelled else set()
        guest = bool(abroad & document.sides(draft.target))
        mine, theirs = _rank(document, draft.source), _rank(document, draft.target)
        lower = theirs < mine < ranks.UNRANKED and not travelled
        if draft.rule != "agent" and (guest or lower):
            draft.act = "MEET"


def _rank(document: Document, keys: Keys) -> int:
    """The highest rank of somebody's offices, as its number (1 is the highest)."""
    persons = document.persons
    offices = [office for key in keys for office in (persons[key].offices if key in persons else (key,))]
    return min((ranks.of_office(office)[0] for office in offices), default=ranks.UNRANKED)
