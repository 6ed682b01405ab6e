"""Channels of diplomacy (party, state, government, parliament …), from the offices and bodies of those who act."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from helpers import lexicon
from helpers.text import flatten

_UNRANKED = 99


@cache
def _table() -> tuple[tuple[str, str, int], ...]:
    rows = [(flatten(row["entry"]), row["category"], int(row["rank"])) for row in lexicon.load("channels")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@lru_cache(maxsize=4096)
def of_name(name: str) -> tuple[str, int]:
    """Channel of one office or body and how strongly it tells (1 most); ("", 99) where the lexicon has none.

    The entry that begins the name counts, the longest first; an entry inside it only where none begins it.
    """
    flat = flatten(name)
    for entry, channel, rank in _table():
        if flat == entry or flat.startswith(entry + " "):
            return channel, rank
    for entry, channel, rank in _table():
        if rank < 8 and f" {entry} " in f" {flat} ":
            return channel, rank
    return "", _UNRANKED


def of_side(names: Iterable[str]) -> str:
    """Channel of one side by its offices and bodies in the order of their naming, "" if none tells it.

    A head of a branch tells more than a member of a board: "Ủy viên Bộ Chính trị, Thủ tướng" acts for the government.
    """
    found = [of_name(name) for name in names]
    best = min((rank for channel, rank in found if channel), default=_UNRANKED)
    return next((channel for channel, rank in found if channel and rank == best), "")


def of_sides(sides: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Channels of an act or encounter: one where both sides use the same, else each in the order of the sides."""
    return tuple(dict.fromkeys(channel for channel in map(of_side, sides) if channel))
