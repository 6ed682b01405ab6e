"""What could be a Vietnamese syllable, and which words are surnames."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from helpers import lexicon
from helpers.entities.tokens import key_of

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


@cache
def surnames(category: str) -> frozenset[str]:
    """Surnames of a tradition (vi, zh, ko), as keys."""
    return frozenset(key_of(row["entry"]) for row in lexicon.load("surnames") if row["category"] == category)


@cache
def _syllable() -> re.Pattern[str]:
    rows = lexicon.load("syllables")
    onsets = "|".join(row["entry"] for row in rows if row["category"] == "onset")
    rimes = "|".join(sorted((row["entry"] for row in rows if row["category"] == "rime"), key=len, reverse=True))
    return re.compile(rf"(?:{onsets})?(?:{rimes})")


@lru_cache(maxsize=100_000)
def vietnamese(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable (so Minh, Tập, Kim, but not Modi, Putin, Kishida)."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.casefold()).translate(_TONES))
    return bool(_syllable().fullmatch(plain))
