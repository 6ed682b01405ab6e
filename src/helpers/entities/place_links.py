"""Places across documents: countries by their code, variants of a capital, heads such as `thành phố`."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from helpers import lexicon
from helpers.entities.labels import most_frequent
from helpers.entities.tokens import SIGN, shape_of
from helpers.entities.tokens import keys as token_keys
from helpers.entities.tokens import words as token_words
from helpers.entities.vocabulary import phrases
from helpers.text import fold

Words = tuple[str, ...]


def labels(counts: Counter[str]) -> dict[str, str]:
    """Key of a place → the key that stands for it in the corpus: the most frequent of its forms, of equals the shortest."""
    return most_frequent(counts, normal, shortest=True)


@lru_cache(maxsize=200_000)
def normal(key: str) -> Words:
    """The words of a place's name without signs and head; a capital is that of its country (`bang Washington` is not)."""
    words = _words(key)
    for head in sorted(phrases("bare area"), key=len, reverse=True):
        if words[: len(head)] == head and len(words) > len(head):
            bare = words[len(head) :]
            words = words if bare in _capitals() and head in phrases("region head") else bare
            break
    words = _variants().get(words, words)
    capital = _capitals().get(words)
    return (f"={capital}",) if capital else words or (fold(key),)


def _words(name: str) -> Words:
    return tuple(
        key for key, word in zip(token_keys(name), token_words(name), strict=True) if shape_of(word) is not SIGN
    )


@cache
def _variants() -> dict[Words, Words]:
    """Variants of the names of places → the name."""
    return {_words(row["entry"]): _words(row["place"]) for row in lexicon.load("place_variants")}


@cache
def _capitals() -> dict[Words, str]:
    """Forms of the names of capitals → capital of which country."""
    rows = (row for row in lexicon.load("places") if row["category"] == "capital")
    return {_words(row["entry"]): f"capital {row['iso']}" for row in rows}
