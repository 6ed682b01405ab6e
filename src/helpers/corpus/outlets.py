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
    return {
        variant.strip(): (row["name"], row["kind"])
        for row in lexicon.load("outlets")
        for variant in [*row["variants"].split(";"), row["name"]]
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
    """The outlet whose name `text` is, if it is one."""
    entry = _variants().get(text.strip())
    return Outlet(0, len(text), *entry) if entry else None
