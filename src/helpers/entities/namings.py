"""Namings: how each mention of a person is made, with which offices, bodies, form of address and country before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from helpers import lexicon, schemas, store
from helpers.text import fold

COUNTRY = re.compile(r"[A-Z]{2}")
_BETWEEN = ("honorific", "description")


class Naming(NamedTuple):
    """One mention of a person with what stands before it: offices in order, the bodies they are of, form of
    address, and country."""

    mention_id: str
    entity_id: str
    doc_id: str
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    address: str
    country: str


def namings(mentions: pd.DataFrame, texts: pd.DataFrame) -> Iterator[Naming]:
    """Yield every mention of a person with the offices and the country that stand before it."""
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    for doc, group in mentions.sort_values(["doc_id", "start"], kind="stable").groupby("doc_id"):
        rows, text = list(store.each(group)), text_of[str(doc)]
        for at, row in enumerate(rows):
            if row.type == "PER":
                before = list(_before(rows, at, text))
                offices, bodies = (
                    tuple(r.text for r in reversed(before) if r.type == kind) for kind in ("ROLE", "ORG")
                )
                country = next((country_in(r) for r in before if country_in(r)), "")
                address = _address(text[: row.start])
                yield Naming(row.mention_id, row.entity_id, str(doc), offices, bodies, address, country)


def namings_table(found: Iterable[Naming]) -> pd.DataFrame:
    """Return table `namings`: how each mention of a person is made."""
    joined = ((n, {"offices": ";".join(n.offices), "bodies": ";".join(n.bodies)}) for n in found)
    rows = [n._asdict() | cells | {"form": _form(n)} for n, cells in joined]
    return pd.DataFrame(rows) if rows else schemas.empty("namings")


def _form(naming: Naming) -> str:
    return "office and name" if naming.offices else "address and name" if naming.address else "name alone"


def _address(before: str) -> str:
    """The form of address at the end of `before`, in lower case, "" if there is none."""
    words = before[-40:].split()
    ends = (" ".join(words[-n:]).casefold() for n in range(min(3, len(words)), 0, -1))
    return next((end for end in ends if end in _addresses()), "") if before[-1:] == " " else ""


@cache
def _addresses() -> frozenset[str]:
    return frozenset(row["entry"].casefold() for row in lexicon.load("name_cues") if row["category"] == "honorific")


def _before(rows: list[Any], at: int, text: str) -> Iterator[Any]:
    """The mentions that lead up to a name, nearest first: offices, each with the country or body it is of.

    A country or body before a comma is of the office before it, if it stands right after one; else it is of another
    phrase, and ends what leads up to the name.
    """
    while at and rows[at - 1].type in ("ROLE", "LOC", "ORG"):
        gap = text[rows[at - 1].end : rows[at].start]
        if "\n" in gap or not set(gap.strip(" ,–-").casefold().split()) <= _courtesy():
            return
        at -= 1
        if rows[at].type != "ROLE" and gap.strip() and not (at and _of_an_office(rows[at - 1], rows[at], text)):
            return
        yield rows[at]


def _of_an_office(before: Any, row: Any, text: str) -> bool:
    return before.type == "ROLE" and not text[before.end : row.start].strip()


@cache
def _courtesy() -> frozenset[str]:
    """Words that may stand between an office and a name: forms of address, and what is said of a party or an office."""
    rows = [*lexicon.load("name_cues"), *lexicon.load("party_glue")]
    return frozenset(w for row in rows if row["category"] in _BETWEEN for w in row["entry"].casefold().split())


@cache
def _country_names() -> dict[str, str]:
    return {fold(row["entry"]): row["iso"] for row in lexicon.load("countries")}


def country_in(row: Any) -> str:
    """The ISO code of the country that a mention (a row of table `mentions`) is, or that ends its key; "" without one."""
    if COUNTRY.fullmatch(row.entity):
        return str(row.entity)
    words = fold(row.entity.partition(" tại ")[0]).split()
    ends = (" ".join(words[-n:]) for n in range(min(4, len(words) - 1), 0, -1)) if row.type == "ORG" else ()
    return next((_country_names()[end] for end in ends if end in _country_names()), "")
