"""Whether a further mention belongs to the participant before it, or begins another."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from helpers import lexicon
from helpers.entities import gaps, meetings
from helpers.entities.party import PARTY_TYPES, Party, is_country
from helpers.spans import Mention
from helpers.text import flatten

_NAME = ("", "h", "hh", "d", "dh", "d,h", ",h", "-h", "-", "k", ",k", "kh")
_OWN_NAME = ("", "h", "hh", "d", "dh", ",h", "k")  # between an office and the name of its holder
_WHOSE = ("", "o", "oo", "t", "d", ",", "-", "+")  # inside one title
_CLAUSE = re.compile(r"[,.;:\n\"“”]|\s[-–]\s")
_ENDS = ("", "\n", ",", ".", ";", ")", "-", ":", '"')


def joins(party: Party, gap: str, flat: str, ahead: list[Mention]) -> bool:
    """Whether the mention at the head of `ahead` belongs to `party`, by the signature of the `gap` between them."""
    mention = ahead[0]
    if "?" in gap:
        return False
    if mention.type == "PER":
        alone = not party.person and len(party.countries) < 2
        if gap[:1] == "," and meetings.fronted(flat, party, mention.end):
            return False
        parted = gap == "," and bool(party.offices and party.countries) and flat[mention.end : mention.end + 1] == ","
        return alone and (gap in _NAME or parted) and bool(party.offices or party.head)
    if mention.type == "ROLE":
        return _joins_office(party, gap, flat, ahead)
    if party.last == "PER":
        return False
    if party.offices:
        if party.person and mention.type == "ORG" and gap == ",":
            return not _in_frame(flat, party.start)  # "A, Cục trưởng Cục B, Tổng cục C"
        if party.last == "LOC" and gap in ("-", ",", "&"):
            fellow = mention.type == "LOC" and is_country(mention.entity) and bool(party.countries)
            return fellow and _list_ends(flat, ahead, gap)
        return gap in ("", "o", "oo", "t", "d") or (gap == "(" and party.last == "ORG")
    if party.bodies and party.last == "ORG":
        return (gap in ("", "o", "t") and mention.type == "LOC") or (gap == "(" and mention.entity == party.bodies[-1])
    return False


def _joins_office(party: Party, gap: str, flat: str, ahead: list[Mention]) -> bool:
    if party.person:
        if gap not in (",", "-", "(", ",h", "-h", ",+", "+") or _names_another(flat, ahead):
            return False
        if gap[0] != "," or _closed(flat, ahead):
            return True
        return not (_in_frame(flat, party.start) or meetings.fronted(flat, party, _title_end(flat, ahead)))
    if not party.offices or (gap in (",", ",h") and meetings.ends_frame(flat, party, ahead)):
        return False
    if gap in (",", ",h") and (party.countries or party.places):
        return _names_another(flat, ahead) and not _own_country(ahead, party)
    return gap in (",", "-", "", "+", ",+", ",h", "h")


def _names_another(flat: str, ahead: list[Mention]) -> bool:
    """Whether the office at the head of `ahead` leads to a person's name of its own."""
    for previous, mention in pairwise(ahead):
        gap = gaps.between(flat[previous.end : mention.start]) if mention.start - previous.end < 30 else "?"
        if mention.type == "PER":
            return gap in _OWN_NAME
        if mention.type == "ROLE" and "o" in gap:
            return False  # the office of whoever the first one serves
        if gap not in _WHOSE or mention.type not in PARTY_TYPES:
            return False
    return False


def _closed(flat: str, ahead: list[Mention]) -> bool:
    """Whether the office at the head of `ahead`, with whose it is, ends before a sign: an apposition "A, Bộ trưởng B,"."""
    end = _title_end(flat, ahead)
    return flat[end : end + 3].lstrip(" ")[:1] in _ENDS


def _title_end(flat: str, ahead: list[Mention]) -> int:
    """Where the office at the head of `ahead` ends, with whose it is."""
    end = ahead[0].end
    for mention in ahead[1:]:
        if mention.type not in PARTY_TYPES or gaps.between(flat[end : mention.start]) not in _WHOSE:
            break
        end = mention.end
    return end


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(flatten(row["entry"]) for row in lexicon.load("markers") if row["category"] == "preposition")


@cache
def _conjunctions() -> frozenset[str]:
    return frozenset(flatten(row["entry"]) for row in lexicon.load("markers") if row["category"] == "conjunction")


def _in_frame(flat: str, start: int) -> bool:
    """Whether a preposition stands before a phrase in its clause ("Tại buổi tiếp A, Bộ trưởng B …"), so that a comma ends a frame."""
    words = _CLAUSE.split(flat[max(0, start - 80) : start])[-1].split()
    pairs = (" ".join(pair) for pair in pairwise(words))
    return any(word in _prepositions() for word in (*words, *pairs))


def _list_ends(flat: str, ahead: list[Mention], gap: str) -> bool:
    """Whether the country at the head of `ahead` is one more whose office is meant, not the start of another clause."""
    if gap == "-":
        return True
    after = flat[ahead[0].end : ahead[0].end + 24].strip().split(" ")
    name = len(ahead) > 1 and ahead[1].type in ("PER", "ROLE") and ahead[1].start - ahead[0].end < 3
    links = {after[0], " ".join(after[:2]), " ".join(after[:3])}
    ends = not after[0] or after[0][0] in ",.;" or bool(links & (_prepositions() | _conjunctions()))
    return not name and (ends or gap == "&")


def _own_country(ahead: list[Mention], party: Party) -> bool:
    """Whether the office at the head of `ahead` is of another country than the one before it."""
    for mention in ahead[1:]:
        if mention.type == "LOC":
            return mention.entity not in party.countries
        if mention.type == "PER":
            return False
    return False
