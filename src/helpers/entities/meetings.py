"""Clauses that begin with an encounter: who follows their comma is who meets, not the one who is met."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities.party import Party
from helpers.spans import Mention
from helpers.text import flatten

_REACH = 90  # characters of a clause before the office that it ends with
_BREAK = re.compile(r"[,.;:\n\"“”]")
_WORD = re.compile(r"\w+")
_GOING, _GOING_ON = frozenset(("sang", "đến", "tới")), frozenset(("cũng", "còn", "vẫn", "cho"))
_DAYS = ("part", "day head", "day deictic")
_GUEST = ("present", "continued")  # tenses of what is told of a guest: "đang thăm …"
_SINGLE = ("thủ tướng", "tổng thống", "quốc vương")
_OF = "của"
_MET = ("MEET", "RECEIVE", "EXCHANGE")


def ends_frame(flat: str, party: Party, ahead: list[Mention]) -> bool:
    """Whether the office at the head of `ahead` begins the main clause behind an encounter with the office `party`:
    "Tiếp Đại sứ X, Thủ tướng A đề nghị …", "Sau khi gặp Thủ tướng, Tổng thống A …"; or behind what tells of it, of the
    office `party`: "Trên trang web của Tổng thống X, Bộ trưởng B nhấn mạnh …"."""
    clause = _BREAK.split(flat[max(0, party.start - _REACH) : party.start])[-1].strip()
    opener = next((entry for entry in _openers() if _begins(clause, entry)), "")
    name = _name(flat, ahead)
    telling = clause.endswith(f" {_OF}") and clause.split(" ")[0] in _sources()
    if name is None or not (telling or (opener and (opener not in _framing() or _encounter(clause)))):
        return False
    owned = party.countries or party.bodies or party.places
    if not owned and flatten(party.offices[-1]) not in _alone():
        return False  # "gặp Tổng Bí thư, Chủ tịch nước A": one who holds both
    return _goes_on(flat, name.end)


def fronted(flat: str, party: Party, end: int) -> bool:
    """Whether what ends at `end`, behind the comma after `party`, begins the main clause behind one without a subject that
    opens the sentence: "Cảm ơn ông A, Thủ tướng đề nghị …", "Trong cuộc họp với người đồng cấp X, ông A nói …"."""
    before = flat[max(0, party.start - _REACH) : party.start]
    clause = _BREAK.split(before)[-1]
    sign = before[: len(before) - len(clause)][-1:]
    clause = clause.strip()
    framed = any(_begins(clause, entry) for entry in _framing())
    opens = sign in ("", ".", "\n") and any(_begins(clause, entry) for entry in _acting())
    return (framed or opens) and _goes_on(flat, end)


def _begins(clause: str, words: str) -> bool:
    return clause == words or clause.startswith(f"{words} ")


def _goes_on(flat: str, end: int) -> bool:
    """Whether a main clause goes on behind the name that ends at `end`, not what is told of a guest."""
    following = _WORD.match(flat[end : end + 24].lstrip(" "))
    return following is not None and following.group() not in _of_guests()


def _name(flat: str, ahead: list[Mention]) -> Mention | None:
    """The person whose office stands at the head of `ahead`, if the name follows it."""
    for previous, mention in pairwise(ahead):
        if mention.start - previous.end > 30 or "?" in gaps.between(flat[previous.end : mention.start]):
            return None
        if mention.type == "PER":
            return mention
    return None


def _encounter(clause: str) -> bool:
    return any(f" {entry} " in f" {clause} " for entry in _verbs())


@cache
def _verbs() -> tuple[str, ...]:
    rows = lexicon.load("predicates")
    return tuple(flatten(row["entry"]) for row in rows if row["category"] in _MET and row["kind"] != "weak")


@cache
def _acting() -> tuple[str, ...]:
    """Verbs that a sentence may begin with before it tells who acts: "Cảm ơn …", "Bày tỏ …"."""
    verbs = [row["entry"] for row in lexicon.load("predicates") if row["kind"] not in ("weak", "bound")]
    return tuple(
        map(flatten, verbs + [row["entry"] for row in lexicon.load("markers") if row["category"] == "carrier"])
    )


def _prepositions(*roles: str) -> frozenset[str]:
    rows = lexicon.load("markers")
    return frozenset(flatten(r["entry"]) for r in rows if r["category"] == "preposition" and r["role"] in roles)


@cache
def _framing() -> frozenset[str]:
    """Words that open a frame or a clause in front: "Trong …", "Tại …", "Sau khi …"."""
    clauses = (row["entry"] for row in lexicon.load("markers") if row["category"] == "subordinator")
    return _prepositions("in", "at", "time") | frozenset(map(flatten, clauses))


@cache
def _sources() -> frozenset[str]:
    """Prepositions that open what something is told by: "Trên trang web của …", "Theo …", "Trong bài viết của …"."""
    return _prepositions("on", "source", "in")


@cache
def _alone() -> frozenset[str]:
    """Heads of a government or state by their own office, which parties and councils do not add to."""
    heads = [flatten(row["entry"]) for row in lexicon.load("ranks") if row["category"] == "head"]
    return frozenset(entry for entry in heads if entry.startswith(_SINGLE))


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted({*_verbs(), *_framing()}, key=lambda entry: (-len(entry), entry)))


@cache
def _of_guests() -> frozenset[str]:
    """First words of what is told of a guest behind his name."""
    rows = lexicon.load("markers")
    words = {
        flatten(row["entry"])
        for row in rows
        if row["category"] in ("preposition", "conjunction") or (row["category"] == "adverb" and row["tense"] in _GUEST)
    }
    days = {flatten(row["entry"]).split(" ")[0] for row in lexicon.load("dates") if row["category"] in _DAYS}
    return frozenset((words - _GOING_ON) | days | _GOING)
