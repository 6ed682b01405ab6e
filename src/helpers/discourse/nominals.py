"""Encounters named by a noun phrase: an act only where its participants stand in it or beside it (codebook, rulings 3 and 12)."""

from __future__ import annotations

from itertools import pairwise

from helpers.discourse import beside, nominal_phrases, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import Candidate, Draft, Keys

_DAYS, _FAR = 6, 14  # chunks in which the days of a visit, and what became of it, are told


def draft(document: Document, candidate: Candidate) -> Draft | None:
    """The act that an encounter named by a noun reports, None where its participants do not stand in the sentence."""
    chunks, index, predicate = candidate.chunks, candidate.index, candidate.predicate
    if predicate.act not in ("VISIT", "MEET", "RECEIVE", "SIGN", "EXCHANGE"):
        return None
    found = nominal_phrases.scan(chunks, index)
    if (predicate.act in ("SIGN", "EXCHANGE") and not found.both) or _called_off(chunks, index):
        return None
    if predicate.act == "EXCHANGE" and (chunks[found.agents[0]].party == "joint" or _plural(chunks, index)):
        return None  # "trao đổi giữa hai nước": what goes on, no one talk
    bare = candidate.link.kind == "embedded" and not (
        candidate.link.nominal or (candidate.link.light and named(candidate))
    )
    if bare and not (_whole(candidate, found) or between(candidate)):
        return None  # "kết quả hội đàm giữa A và B" names its participants, most nouns behind a word do not
    if _plural(chunks, index) and any(chunks[at].head == "head:side" for at in found.partners):
        return None  # "các cuộc hội kiến với lãnh đạo Việt Nam": nobody is named
    agents = _keys(chunks, found.agents)
    joint = bool(agents) and chunks[found.agents[0]].party == "joint"
    found.both = found.both or (predicate.act == "MEET" and not found.partners and _two(document, chunks, found.agents))
    if found.both:
        no_one_meeting = joint and _plural(chunks, index)  # "các cuộc tiếp xúc giữa hai nước"
        return None if no_one_meeting or len(agents) < 2 else _make(candidate, agents, agents)
    if predicate.act == "VISIT":
        goal = tuple(sorted({key for at in found.places for key in destination(document, chunks[at])}))
    else:
        goal = _keys(chunks, found.partners)
        if not goal and not agents:
            return _caption(candidate)
        if not goal and predicate.act == "RECEIVE":
            goal = beside.welcomed(candidate)
    if joint or not goal:
        return None
    if (
        predicate.act == "VISIT"
        and agents
        and chunks[found.agents[0]].party in ("man", "woman")
        and document.sides(agents) == document.sides(goal)
    ):
        agents = ()  # nobody visits his own country
    agents = agents or beside.subject(document, candidate, goal) or beside.whose(document, candidate, goal)
    if predicate.act == "VISIT" and len(agents) > 1:
        agents = tuple(key for key in agents if not document.sides((key,)) & document.sides(goal))
    return _make(candidate, agents, goal) if agents and agents != goal else None


def named(candidate: Candidate) -> bool:
    """Whether an encounter that there is ("có chuyến thăm X của A") is told by a noun with its participants."""
    found = nominal_phrases.scan(candidate.chunks, candidate.index)
    return (
        bool(found.agents) and candidate.link.kind != "subject" and (found.both or bool(found.places or found.partners))
    )


def _whole(candidate: Candidate, found: nominal_phrases.Phrase) -> bool:
    """Whether a noun without a classifier names all participants: "kết quả hội đàm giữa A và B", "nghi lễ đón tiếp của A
    dành cho B", "kế hoạch thăm X của A"."""
    chunks, act = candidate.chunks, candidate.predicate.act
    if found.both:
        return chunks[found.agents[0]].party in syntax.PERSONS
    if act == "VISIT" and found.places and _in_the_days(chunks, candidate.index):
        return True  # "Trong ba ngày thăm X, A …"
    planned = act == "VISIT" and chunks[candidate.link.at].role == "plan" and bool(found.places)
    return bool(found.agents) and (planned or (act == "RECEIVE" and bool(found.partners)))


def _in_the_days(chunks: list[Chunk], index: int) -> bool:
    """Whether the visit at `index` gives the time of what follows: "trong ba ngày thăm X"."""
    first = index - 1
    while (
        first > 0
        and index - first < _DAYS
        and chunks[first].kind in ("word", "numeral", "number", "determiner", "light")
    ):
        first -= 1
    return chunks[first].kind == "preposition" and chunks[first].role == "in" and first < index - 1


_THERE_IS = "có "  # "có kế hoạch", "có lịch"
_OF_A_PLAN = ("nominaliser", "determiner", "preposition", "word", "manner", "adverb")


def _called_off(chunks: list[Chunk], index: int) -> bool:
    """Whether an encounter does not take place: "chuyến thăm X của A bị hoãn", "chưa có kế hoạch cho một cuộc gặp giữa …"."""
    pairs = pairwise(chunks[index + 1 : index + _FAR])
    at = index - 1
    while at > 0 and chunks[at].kind in _OF_A_PLAN:
        at -= 1
    there = chunks[at].role == "have" and chunks[max(at - 1, 0)].kind == "negation"
    if there or (at >= 0 and chunks[at].kind == "negation" and chunks[at + 1].head.startswith(_THERE_IS)):
        return True
    return any(one.kind == "passive" and other.kind == "negation" for one, other in pairs)


def between(candidate: Candidate) -> bool:
    """Whether talks or an encounter are named with those who hold them: "đàm phán giữa A và B", "đối thoại Mỹ - Triều"."""
    after = candidate.after
    pair = after.party == "country" and len(after.keys) == 2 and candidate.predicate.act in ("MEET", "EXCHANGE")
    return pair or (after.role == "between" and candidate.predicate.frame == "exchange")


def _caption(candidate: Candidate) -> Draft | None:
    both = nominal_phrases.caption(candidate.chunks, candidate.index)
    if both is None:
        return None
    sides = [tuple(sorted(keys)) for keys in both.members]
    if candidate.predicate.act == "RECEIVE":
        return _make(candidate, sides[0], sides[1])
    return _make(candidate, tuple(sorted(both.keys)), tuple(sorted(both.keys)))


def _make(candidate: Candidate, source: Keys, target: Keys) -> Draft:
    found = candidate.draft(Chunk(0, 0, "party", source, joint=source == target), "nominal")
    found.target = target
    return found


def _two(document: Document, chunks: list[Chunk], agents: tuple[int, ...]) -> bool:
    """Whether "của A và B" names two who are not of one side: they met each other."""
    members = chunks[agents[0]].members if len(agents) == 1 else []
    sides = [document.sides(keys) for keys in members]
    return len(members) == 2 and not (sides[0] & sides[1])


def _plural(chunks: list[Chunk], index: int) -> bool:
    before = chunks[max(0, index - 3) : index]
    return any(chunk.role == "plural" for chunk in before)


def _keys(chunks: list[Chunk], indices: tuple[int, ...]) -> Keys:
    return tuple(sorted({key for index in indices for key in chunks[index].keys}))


def destination(document: Document, chunk: Chunk) -> Keys:
    """What a visit to the place in `chunk` has as its target: the country it lies in, else the place itself."""
    if chunk.party != "place":
        return tuple(sorted(chunk.keys))
    if len(chunk.members) > 1 and len(chunk.keys) == 1:
        return chunk.members[-1]
    return tuple(sorted({document.country_of_place(key) or key for key in chunk.keys}))
