"""Small closed classes of words that the grammars of names look at, from `grammar_words.csv`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from helpers import lexicon
from helpers.entities.tokens import keys


@cache
def words(category: str) -> frozenset[str]:
    """The single words of a category, as token keys."""
    return frozenset(key for row in _rows(category) if len(key_row := keys(row)) == 1 for key in key_row)


@cache
def phrases(category: str) -> frozenset[tuple[str, ...]]:
    """All entries of a category, as tuples of token keys."""
    return frozenset(keys(row) for row in _rows(category))


@cache
def _longest(category: str) -> int:
    return max(map(len, phrases(category)))


def phrase(tokens: Sequence[str], at: int, category: str) -> int:
    """End of the longest entry of a category that stands at `at` of a list of token keys; 0 for none."""
    sizes = range(min(_longest(category), len(tokens) - at), 0, -1)
    return next((at + size for size in sizes if tuple(tokens[at : at + size]) in phrases(category)), 0)


def _rows(category: str) -> tuple[str, ...]:
    found = tuple(row["entry"] for row in lexicon.load("grammar_words") if row["category"] == category)
    if not found:
        raise KeyError(f"grammar_words.csv has no category {category!r}")
    return found
