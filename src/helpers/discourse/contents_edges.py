"""Where the content of an act begins and ends among the chunks of its sentence."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from helpers import lexicon
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import INNER, MAIN, Draft

LIGHT = ("adverb", "date", "manner", "determiner")  # what may stand between a predicate and "rằng"
_BETWEEN_SIDES = ("say", "opine", "exchange", "agree")  # frames of what is said or agreed with someone about something
UTTERED = ("say", "opine", "exchange", "sign")  # frames that a circumstance of time or place may follow
_SIGNS = ("comma", "semicolon", "conjunction", "colon", "quote", "stop")
_LEAD = ("subordinator", "adverb", "date")  # what may stand before the next act's subject
_COMPANY = ("with", "to", "between", "together")  # roles of prepositions before whom one speaks to
_BETWEEN = (*LIGHT, "preposition", "party")
_OPENING = ("about", *_COMPANY, "time", "on")  # prepositions that a feeling or a vote is followed by ("trước", "với")


def answers(chunks: list[Chunk], draft: Draft, position: int, stop: int) -> bool:
    """Whether the participant right behind a saying verb is all that follows it: "trả lời X"."""
    return draft.predicate.frame == "say" and all(c.kind in ("stop", *LIGHT) for c in chunks[position + 1 : stop])


def ending(chunks: list[Chunk], drafts: list[Draft], number: int) -> int:
    """The chunk before which the content of a draft ends: where the clause of the next act begins, or what the press
    adds ("…, theo X"), else the end of the sentence."""
    inner = drafts[number].level == INNER
    following = next((d for d in drafts[number + 1 :] if d.rule != "nominal" and (inner or d.level == MAIN)), None)
    first = drafts[number].index + 1
    if following is None:
        last = len(chunks) - 1
        added = (at for at in range(last, first, -1) if chunks[at].kind == "comma")
        comma = next(added, 0)
        return comma if comma and chunks[min(comma + 1, last)].role == "source" else len(chunks)
    at = _subject(chunks, drafts[number], following, first)
    edge = _sign(chunks, at, first)
    while (before := _sign(chunks, edge, first)) < edge and all(c.kind in _LEAD for c in chunks[before + 1 : edge]):
        edge = before  # "…; trong khi đó, ông X"
    return edge


def _sign(chunks: list[Chunk], at: int, first: int) -> int:
    """The last sign or conjunction before chunk `at`, `at` itself where none stands behind chunk `first`."""
    return next((edge for edge in range(at - 1, first - 1, -1) if chunks[edge].kind in _SIGNS), max(at, first))


def _subject(chunks: list[Chunk], draft: Draft, following: Draft, first: int) -> int:
    """The chunk of the next act's subject, behind chunk `first`; of its predicate where it has none of its own."""
    if following.link.kind in ("subject", "agent") and following.link.at >= first:
        return following.link.at
    if set(following.source) == set(draft.source):
        return following.index
    named = (at for at in range(following.index - 1, first - 1, -1) if set(chunks[at].keys) == set(following.source))
    return next(named, following.index)


def beginning(chunks: list[Chunk], draft: Draft, stop: int) -> int | None:
    """The chunk with which the content begins, None where only a circumstance follows the predicate."""
    position = draft.index + 1
    if position < stop and chunks[position].role == "be":
        return _past(chunks, position, stop)
    told = position < stop and chunks[position].role in _COMPANY and draft.predicate.frame in _BETWEEN_SIDES
    for at in range(position, stop):  # whom it is said to, when and where, up to "rằng", "về" or a colon
        chunk = chunks[at]
        if chunk.kind == "quote" and at > position:
            break
        if _opens(chunk) and (chunk.role == "that" or told or all(c.kind in _BETWEEN for c in chunks[position:at])):
            return _past(chunks, at, stop)
        if chunk.predicate is not None or chunk.kind in ("comma", "semicolon", "modal", "complementiser"):
            break
    return _plain(chunks, draft, stop)


def _past(chunks: list[Chunk], position: int, stop: int) -> int | None:
    while position < stop and (_opens(chunks[position]) or chunks[position].role == "be"):
        position += 1
    return position if position < stop else None


def _opens(chunk: Chunk) -> bool:
    """Whether a content begins behind the chunk: "rằng", "về", "về việc", a colon, a quotation mark."""
    about = chunk.role == "fact" and any(word in _about() for word in chunk.head.split())
    return about or chunk.role in ("that", "about") or chunk.kind in ("colon", "quote")


@cache
def _about() -> frozenset[str]:
    return frozenset(row["entry"] for row in lexicon.load("markers") if row["role"] == "about")


def _plain(chunks: list[Chunk], draft: Draft, stop: int) -> int | None:
    """The same where no word opens the content: past the addressee, if anything follows."""
    position = draft.index + 1
    if position + 1 < stop and chunks[position].role in _COMPANY and chunks[position + 1].kind == "party":
        position += 2
    if draft.predicate.frame in UTTERED:
        return None if _circumstance(chunks, draft, position, stop) else position
    if position < stop and chunks[position].role in _OPENING and chunks[position].kind == "preposition":
        position += 1
    return position if position < stop else None


def _circumstance(chunks: list[Chunk], draft: Draft, position: int, stop: int) -> bool:
    """Whether what follows a verb of saying only tells when, where or to whom: no clause behind a comma, no object."""
    rest = chunks[position:stop]
    opening = next((c for c in rest if c.kind not in ("date", "stop")), None)
    if opening is None or answers(chunks, draft, position, stop):
        return True
    if opening.kind not in ("preposition", "subordinator"):
        return False
    return not any(
        c.kind == "comma" and after.kind not in ("preposition", "subordinator", "date") for c, after in pairwise(rest)
    )
