"""Namings: how each mention of a person is made, with the offices, bodies, form of address and country beside the name.

Computed from one document alone, with its text at hand; what the corpus makes of it stands in `linking` and `register`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.cells import joined
from helpers.entities import owners
from helpers.spans import Mention
from helpers.text import fold

_BETWEEN = ("honorific", "description")
_LEADS_IN = re.compile(r"\s*(?:,|[-–—]|\()\s*")  # between a name and what is said of it after it
_ENDS = re.compile(r"\s*(?:[,.;:)(!?]|[-–—]\s|\n|$)")
_NEAR = 60  # characters looked back at for what stands before an office or name


class Naming(NamedTuple):
    """One mention of a person: `mention` its number in the document, `entity` its codebook key, offices before the
    name in their order and after it, the bodies they are of, form of address, and country (ISO code, "" for none)."""

    mention: int
    entity: str
    offices: tuple[str, ...]
    offices_after: tuple[str, ...]
    bodies: tuple[str, ...]
    address: str
    country: str

    @property
    def form(self) -> str:
        """Office and name, address and name, or name alone."""
        return "office and name" if self.offices else "address and name" if self.address else "name alone"


def find(text: str, mentions: Sequence[Mention]) -> tuple[Naming, ...]:
    """Return how every mention of a person among `mentions` (in text order) of the normalised `text` is named."""
    return tuple(_naming(text, mentions, at) for at, mention in enumerate(mentions) if mention.type == "PER")


def cells(naming: Naming) -> dict[str, str]:
    """A naming as cells of table `namings`."""
    listed = {"offices": naming.offices, "offices_after": naming.offices_after, "bodies": naming.bodies}
    single = {"entity": naming.entity, "form": naming.form, "address": naming.address, "country": naming.country}
    return single | {name: joined(some) for name, some in listed.items()}


def _naming(text: str, mentions: Sequence[Mention], at: int) -> Naming:
    before = list(_before(text, mentions, at))
    after = list(_after(text, mentions, at))
    named = [*before, *after]
    offices, bodies = (tuple(m.text for m in reversed(before) if m.type == kind) for kind in ("ROLE", "ORG"))
    return Naming(
        at,
        mentions[at].entity,
        offices,
        tuple(m.text for m in after if m.type == "ROLE"),
        bodies,
        _address(text[max(0, mentions[at].start - _NEAR) : mentions[at].start]),
        next(filter(None, map(owners.country, named)), ""),
    )


def _before(text: str, mentions: Sequence[Mention], at: int) -> Iterator[Mention]:
    """The mentions that lead up to a name, nearest first: offices, each with the country or body it is of.

    A country or body before a comma is of the office before it, if it stands right after one; else it is of another
    phrase, and ends what leads up to the name. What follows `tại` is where an office is held, and left out; so is the
    office of somebody else (`phu nhân Tổng thống …`, `người phát ngôn Tổng thống …`).
    """
    found: list[Mention] = []
    while at and mentions[at - 1].type in ("ROLE", "LOC", "ORG"):
        left, right = mentions[at - 1], mentions[at]
        gap = text[left.end : right.start]
        words = fold(gap.strip(" ,–-"))
        if "\n" in gap or words in _cues("kin"):
            break
        if words in _cues("where"):
            if right.type not in ("LOC", "ORG"):
                break
            found.pop()
        else:
            apart = left.type != "ROLE" and gap.strip() and not _of_an_office(text, mentions, at - 1)
            if apart or not set(words.split()) <= _between() or (right.type == "PER" and words in _cues("owner")):
                break
        at -= 1
        found.append(left)
    if found and found[-1].type != "ROLE" and _last_words(text, found[-1].start) & _cues("where"):
        found.pop()
    yield from _own(text, found)


def _own(text: str, found: list[Mention]) -> Iterator[Mention]:
    """`found` (nearest first) without the office of somebody else that stands between."""
    for number, mention in enumerate(found):
        if mention.type == "ROLE":
            if _last_words(text, mention.start) & _cues("kin"):
                return
            before = found[number + 1] if number + 1 < len(found) else None
            if before and _is_aide(before.text) and _joined(text[before.end : mention.start]):
                yield from (m for m in found[:number] if m.type != "ROLE")
                yield from found[number + 1 :]
                return
    yield from found


def _joined(gap: str) -> bool:
    return not gap.strip() or fold(gap) in _cues("owner")


def _is_aide(office: str) -> bool:
    return any(f"{fold(office)} ".startswith(f"{cue} ") for cue in _cues("aide"))


def _of_an_office(text: str, mentions: Sequence[Mention], at: int) -> bool:
    return at > 0 and mentions[at - 1].type == "ROLE" and not text[mentions[at - 1].end : mentions[at].start].strip()


def _after(text: str, mentions: Sequence[Mention], at: int) -> Iterator[Mention]:
    """The offices that follow a name in apposition (`…, Bộ trưởng Ngoại giao Áo, …`), with their countries and bodies."""
    end = mentions[at].end
    found: list[Mention] = []
    for mention in mentions[at + 1 :]:
        gap = text[end : mention.start]
        opens = not found and mention.type == "ROLE" and _LEADS_IN.fullmatch(gap) and "\n" not in gap
        goes_on = found and mention.type in ("ROLE", "LOC", "ORG") and gap in (" ", ", ", " kiêm ")
        if not (opens or goes_on):
            break
        if gap == ", " and mention.type != "ROLE":
            break
        found.append(mention)
        end = mention.end
    following = at + 1 + len(found)
    name_next = following < len(mentions) and mentions[following].type == "PER"
    if found and _ENDS.match(text, end) and not (name_next and len(text[end : mentions[following].start]) < 3):
        yield from found


def _address(before: str) -> str:
    """The form of address at the end of `before`, in lower case, "" if there is none."""
    return max(_last_words(before, len(before)) & _addresses(), key=len, default="") if before[-1:] == " " else ""


def _last_words(text: str, end: int) -> frozenset[str]:
    """The last one, two and three words before `end`, folded."""
    words = text[max(0, end - _NEAR) : end].split("\n")[-1].split()
    return frozenset(fold(" ".join(words[-n:])) for n in range(1, min(3, len(words)) + 1))


@cache
def _addresses() -> frozenset[str]:
    return frozenset(fold(row["entry"]) for row in lexicon.load("name_cues") if row["category"] == "honorific")


@cache
def _cues(category: str) -> frozenset[str]:
    return frozenset(fold(row["entry"]) for row in lexicon.load("naming_cues") if row["category"] == category)


@cache
def _between() -> frozenset[str]:
    """Words that may stand between an office and a name: forms of address, what is said of a party or an office, `của`."""
    rows = [*lexicon.load("name_cues"), *lexicon.load("party_glue")]
    words = {w for row in rows if row["category"] in _BETWEEN for w in fold(row["entry"]).split()}
    return frozenset(words | _cues("owner"))
