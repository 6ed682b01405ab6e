"""Forms of a person's name across documents: which are the same but for spelling, and which may be short for another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz import fuzz

from helpers import lexicon
from helpers.entities.name_keys import parts
from helpers.entities.syllables import surnames, vietnamese
from helpers.text import fold

Words = tuple[str, ...]
_SAME_NAME = 85  # rapidfuzz ratio from which two full names of one office are spellings of one
_SAME_SOUND = 80  # the same for consonants of names written by their sound
# How Vietnamese writes the consonants of foreign names, and what is lost: vowels, h, a doubled letter.
_SOUNDS = (
    ("ph", "f"),
    ("gi", "j"),
    ("ch", "k"),
    ("qu", "k"),
    ("x", "s"),
    ("z", "s"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
)
_LOST = re.compile(r"[aeiouyh]|(.)(?=\1)")


@lru_cache(maxsize=200_000)
def normal(key: str) -> Words:
    """A name in Vietnamese syllables as it is; of others the words in alphabetical order, without diacritics."""
    words = parts(key)
    if all(map(vietnamese, words)):
        return words or (fold(key),)
    return tuple(sorted(map(bare, words)))


def spellings(keys: Iterable[str]) -> dict[str, Words]:
    """Key → its normal form, or that of a key with more words which is the same but for blanks and hyphens (Hunsen)."""
    fullest: dict[str, Words] = {}
    for key in sorted(keys, key=lambda key: (-len(parts(key)), key)):
        fullest.setdefault(_joined(key), normal(key))
    return {key: fullest[_joined(key)] for key in keys}


def _joined(key: str) -> str:
    words = parts(key)
    return "".join(words if all(map(vietnamese, words)) else map(bare, words))


def bare(word: str) -> str:
    """A word without diacritics."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_given_name(name: Words) -> bool:
    """Whether a name is one Vietnamese syllable, which many bear."""
    return len(name) == 1 and vietnamese(name[0])


def fits(short: Words, long: Words) -> bool:
    """Whether `short` may stand for `long`: of Vietnamese names the end, of a Chinese one the surname, of others some of
    the words, with the same initials or none; a Vietnamese name without its diacritics stands for the one with them."""
    native = long[0] in surnames("vi") and all(map(vietnamese, long))
    if len(short) >= len(long):
        return native and short != long and sorted(short) == sorted(map(bare, long))
    if native:
        return short == long[-len(short) :] or (len(short) == 1 and short[0] == long[0] and long[0] in surnames("zh"))
    letters = [{word for word in name if len(word) == 1} for name in (short, long)]
    return set(short) < set(long) and (not letters[0] or letters[0] == letters[1])


def differ_by_generation(short: Words, long: Words) -> bool:
    """Whether `long` adds `Jr` or the like to `short`: the son may bear the name of the father."""
    return not (set(long) - set(short)).isdisjoint(_generations())


@cache
def _generations() -> frozenset[str]:
    return frozenset(fold(row["entry"]) for row in lexicon.load("naming_cues") if row["category"] == "generation")


def alike(one: Words, other: Words) -> bool:
    """Whether two full foreign names of as many words, which begin alike, are nearly spelt the same."""
    if len(one) != len(other) or len(one) < 2 or all(map(vietnamese, (*one, *other))):
        return False
    return initials(one) == initials(other) and fuzz.ratio(" ".join(one), " ".join(other)) >= _SAME_NAME


def initials(name: Words) -> Words:
    """The first letters of the words, in alphabetical order."""
    return tuple(sorted(word[0] for word in name))


def is_by_sound(key: str) -> bool:
    """Whether a foreign name is written by its sound, in Vietnamese syllables joined by hyphens (Pu-tin)."""
    joined = [word for word in key.split() if "-" in word.strip("-")]
    pieces = [piece for word in joined for piece in word.split("-")]
    small = all(piece[:1].islower() for word in joined for piece in word.split("-")[1:])
    return bool(joined) and small and all(piece and vietnamese(piece) for piece in pieces)


def sounds(key: str) -> Words:
    """The consonants of each word of a name, as Vietnamese would hear them."""
    return tuple(_sound(word) for word in key.split())


@lru_cache(maxsize=200_000)
def _sound(word: str) -> str:
    letters = bare(fold(word)).replace("-", "")
    for spelt, heard in _SOUNDS:
        letters = letters.replace(spelt, heard)
    return _LOST.sub("", letters)


def sound_alike(one: Words, other: Words) -> bool:
    """Whether the consonants of two names, in either order of the words, are nearly the same."""
    if len(one) != len(other):
        return False
    return any(
        all(a[:1] == b[:1] and fuzz.ratio(a, b) >= _SAME_SOUND for a, b in zip(one, turned, strict=True))
        for turned in {other, other[::-1]}
    )
