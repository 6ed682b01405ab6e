"""Newspapers, broadcasters and agencies of `lexicon/outlets.csv` as they are named in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from helpers import lexicon


class Outlet(NamedTuple):
    """An outlet named at [start, end)."""

    start: int
    end: int
    name: str
    kind: str


@cache
def _variants() -> dict[str, tuple[str, str]]:
    return _by_name("variants", "name")


@cache
def _credits() -> dict[str, tuple[str, str]]:
    """Short names that stand for an outlet only where it signs an article: TT, LĐ, Thanh tra."""
    return _by_name("credits")


def _by_name(*columns: str) -> dict[str, tuple[str, str]]:
    return {
        variant.strip(): (row["name"], row["kind"])
        for row in lexicon.load("outlets")
        for column in columns
        for variant in row[column].split(";")
        if variant.strip()
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_variants(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w@])(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w@])")


def find(text: str) -> tuple[Outlet, ...]:
    """Return the outlets named in a short `text` (a line), longest names first served."""
    return tuple(Outlet(m.start(), m.end(), *_variants()[m.group()]) for m in _pattern().finditer(text))


def named(text: str) -> Outlet | None:
    """The outlet whose name or credit `text` is, if it is one; capitals play no part in longer names."""
    name = text.strip()
    entry = _variants().get(name) or _credits().get(name) or _folded().get(name.casefold())
    return Outlet(0, len(text), *entry) if entry else None


@cache
def _folded() -> dict[str, tuple[str, str]]:
    return {name.casefold(): entry for name, entry in _variants().items() if len(name) > 4}


def in_credit(credit: str) -> tuple[Outlet, ...]:
    """The outlets that an agency credit names by one of the short names that only credits have: "(Thanh tra) -"."""
    parts = re.split(r"[()\-–—.,:/]", credit)
    found = (named(part) for part in parts if part.strip())
    return tuple(outlet for outlet in found if outlet)
