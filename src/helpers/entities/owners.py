"""Which country a mention is, or belongs to: by its key, by the country its name ends with, or by the lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Protocol

from helpers import lexicon
from helpers.text import fold

CODE = re.compile(r"[A-Z]{2}")
_TABLES = {"ORG": "bodies", "LOC": "places"}
_LONGEST = 4  # words of a country's name


class Named(Protocol):
    """A mention, or a row of table `mentions`."""

    @property
    def type(self) -> str: ...
    @property
    def entity(self) -> str: ...


def country(mention: Named) -> str:
    """ISO code of the country that a place or body is or belongs to, "" where nothing tells."""
    return of_key(mention.type, mention.entity) if mention.type in _TABLES else ""


@lru_cache(maxsize=100_000)
def of_key(kind: str, key: str) -> str:
    """The same for the key of a mention of type `kind`.

    A mission belongs to the country before `tại`; a body that names no country, to that of the lexicon, if it is one.
    """
    if kind == "LOC" and CODE.fullmatch(key):
        return key if key in codes() else ""
    if kind not in _TABLES:
        return ""
    name = fold(key)
    if kind == "ORG":
        words = name.partition(" tại ")[0].split()
        ends = (" ".join(words[-n:]) for n in range(min(_LONGEST, len(words) - 1), 0, -1))
        if found := next((names()[end] for end in ends if end in names()), ""):
            return found
    return _listed(_TABLES[kind]).get(name, "")


@cache
def names() -> dict[str, str]:
    """Folded name of a country → ISO code."""
    return {fold(row["entry"]): row["iso"] for row in lexicon.load("countries") if row["category"] != "pair"}


@cache
def codes() -> frozenset[str]:
    """The ISO codes of the lexicon."""
    return frozenset(names().values())


@cache
def _listed(table: str) -> dict[str, str]:
    """Folded name of a body or place → the one country that the lexicon gives it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in lexicon.load(table):
        if row["iso"]:
            found[fold(row["entry"])].add(row["iso"])
    return {name: next(iter(isos)) for name, isos in found.items() if len(isos) == 1}


@cache
def _first_names() -> dict[str, str]:
    rows = [row for row in lexicon.load("countries") if row["category"] == "name"]
    return {row["iso"]: row["entry"] for row in reversed(rows)}


def first_name(iso: str) -> str:
    """The first name of a country in the lexicon, "" for none."""
    return _first_names().get(iso, "")
