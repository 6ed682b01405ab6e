"""The written syllable of Vietnamese: whether a word is one, and where its tone mark stands."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from helpers import lexicon

TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS = ("c", "ch", "p", "t")
_CHECKED = frozenset("\u0301\u0323")  # the tones of a syllable that ends in a stop
_VOWELS = frozenset("aăâeêioôơuưy")
_OWN_MARK = frozenset("ăâêôơư")


@lru_cache(maxsize=100_000)
def is_syllable(word: str) -> bool:
    """Whether `word` is spelled with the letters of one Vietnamese syllable and one tone at most, wherever its mark stands."""
    letters, tones = _parts(word)
    return len(tones) <= 1 and bool(pattern().fullmatch("".join(letters).casefold()))


def spellings(word: str) -> tuple[str, ...]:
    """How a syllable of `word`'s letters and tone is spelled, in NFC: two ways where two places of the tone are usual, the
    older first (hòa, hoà), else one; none if it is no syllable or bears no tone.

    Where the mark stands in `word` does not count, be it on another vowel (triêụ, hòan) or on a consonant (hơp̣).
    """
    letters, tones = _parts(word)
    found = pattern().fullmatch("".join(letters).casefold())
    if not found or len(tones) != 1 or (found["rime"].endswith(_STOPS) and not tones <= _CHECKED):
        return ()
    places = [found.start("rime") + place for place in _places(found["rime"])]
    return tuple(
        unicodedata.normalize("NFC", "".join([*letters[: at + 1], *tones, *letters[at + 1 :]])) for at in places
    )


def _parts(word: str) -> tuple[list[str], set[str]]:
    """The letters of `word` without their tones, and the tones."""
    letters: list[str] = []
    tones: set[str] = set()
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES:
            tones.add(sign)
        elif letters and unicodedata.combining(sign):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        else:
            letters.append(sign)
    return letters, tones


def _places(rime: str) -> tuple[int, ...]:
    """The letters of a rime that may bear its tone, the older usage first."""
    vowels = [number for number, letter in enumerate(rime) if letter in _VOWELS]
    marked = [number for number in vowels if rime[number] in _OWN_MARK]
    if marked:
        return (marked[-1],)
    if len(vowels) == 2 and len(rime) == 2:
        return (0, 1) if rime in ("oa", "oe", "uy") else (0,)
    return (vowels[1] if len(vowels) == 3 else vowels[-1],)


@cache
def pattern() -> re.Pattern[str]:
    """A syllable in small letters without its tone; the group `rime` holds its rime."""
    rows = lexicon.load("syllables")
    onsets = "|".join(row["entry"] for row in rows if row["category"] == "onset")
    rimes = "|".join(sorted((row["entry"] for row in rows if row["category"] == "rime"), key=len, reverse=True))
    return re.compile(rf"(?:{onsets})?(?P<rime>{rimes})")
