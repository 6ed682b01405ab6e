"""How a misspelled word is to be read: letters of other alphabets that look Latin, tone marks out of place, lost capitals.

Only the reading changes, never what is quoted. A word that does not become Vietnamese by it is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from helpers import lexicon
from helpers.syllables import is_syllable, spellings

# Letters with the combining marks that stand on them or were left behind on them.
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_LATIN = re.compile(r"[A-Za-zª-ɏḀ-ỿ\u0300-\u036f]")
_PLAIN_VOWEL = re.compile(r"[AEIOUY]")


class Reading(NamedTuple):
    """A word as it is to be read, and the kinds of faults mended in it; `style` is the placement of its tone where two
    are usual: "old" (hòa), "new" (hoà), else ""."""

    word: str
    kinds: tuple[str, ...]
    style: str


@lru_cache(maxsize=100_000)
def read(word: str) -> Reading:
    """Return how a word (a match of WORD) reads."""
    kinds: list[str] = []
    now = word
    for kind, mend in (
        ("look-alike-letters", _latin),
        ("eth-letters", _with_stroke),
        ("stray-marks", _composed),
        ("misplaced-tones", _toned),
        ("lost-capitals", _capitals),
    ):
        mended = mend(now)
        if mended != now:
            kinds.append(kind)
            now = mended
    return Reading(now, tuple(kinds), _style(now))


@cache
def letters(kind: str) -> dict[str, str]:
    """The letters of a category of `lexicon/characters.csv`, each with the one that it stands for."""
    rows = lexicon.load("characters")
    return {chr(int(row["entry"][2:], 16)): row["reads_as"] for row in rows if row["category"] == kind}


def _latin(word: str) -> str:
    """A word of Latin letters and letters that look so, in Latin letters."""
    alike = letters("look-alike-letters")
    kinds = {"latin" if _LATIN.match(letter) else "alike" if letter in alike else "other" for letter in word}
    if kinds != {"latin", "alike"}:
        return word
    return unicodedata.normalize("NFC", "".join(alike.get(letter, letter) for letter in word))


def _with_stroke(word: str) -> str:
    """Đ for the eth of a Vietnamese syllable or of an abbreviation in capitals (HÐND)."""
    eths = letters("eth-letters")
    if not any(letter in eths for letter in word):
        return word
    mended = "".join(eths.get(letter, letter) for letter in word)
    abbreviation = mended.isupper() and not _PLAIN_VOWEL.search(mended)
    return mended if abbreviation or is_syllable(mended) else word


def _toned(word: str) -> str:
    usual = () if word.isascii() else spellings(word)
    return word if not usual or word in usual else usual[0]


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _capitals(word: str) -> str:
    """A word in capitals but for its toned vowels, as the second font of TCVN3 left it (TổNG), in capitals."""
    small = [letter for letter in word if letter.islower()]
    if not small or any(letter.isascii() or letter == "đ" for letter in small) or not is_syllable(word):
        return word
    first = next(number for number, letter in enumerate(word) if letter.islower())
    return word.upper() if any(letter.isupper() for letter in word[first:]) else word


def _style(word: str) -> str:
    usual = () if word.isascii() else spellings(word)
    return ("old", "new")[usual.index(word)] if len(usual) == 2 and word in usual else ""
