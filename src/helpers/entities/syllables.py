"""What could be a Vietnamese syllable, and which words are surnames."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from helpers import lexicon
from helpers.entities.tokens import key_of
from helpers.syllables import TONES, pattern

_WITHOUT = dict.fromkeys(map(ord, TONES))


@cache
def surnames(category: str) -> frozenset[str]:
    """Surnames of a tradition (vi, zh, ko), as keys."""
    return frozenset(key_of(row["entry"]) for row in lexicon.load("surnames") if row["category"] == category)


@lru_cache(maxsize=100_000)
def vietnamese(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable (so Minh, Tập, Kim, but not Modi, Putin, Kishida)."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.casefold()).translate(_WITHOUT))
    return bool(pattern().fullmatch(plain))
