"""Normalised text and offsets: the one ground on which all spans stand.

Offsets are [start, end) in Unicode code points of the normalised text.
"""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def normalise(text: str) -> str:
    """Return `text` in NFC, without a byte order mark, with LF line ends."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def is_boundary(text: str, position: int) -> bool:
    """Whether a word may begin or end at `position`: not between two letters or digits."""
    if position <= 0 or position >= len(text):
        return True
    return not (text[position - 1].isalnum() and text[position].isalnum())


def count_words(text: str) -> int:
    """Number of written words (syllables of Vietnamese, numbers) in `text`."""
    return len(WORD.findall(text))


def fold(text: str) -> str:
    """Key for comparison: NFC, casefolded, old and new tone placement made one (hòa = hoà), spaces single."""
    text = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    return _OLD_TONE.sub(lambda m: _NEW[m.group()], text)


def flatten(text: str) -> str:
    """Return `text` in lower case, tone placement as in `fold`, white space and dashes plain: every offset is kept."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals (İ) become two characters
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return _OLD_TONE.sub(lambda m: _NEW[m.group()], low.translate(_PLAIN))


_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'"}
)
_PAIRS = [
    "òa",
    "oà",
    "óa",
    "oá",
    "ỏa",
    "oả",
    "õa",
    "oã",
    "ọa",
    "oạ",
    "òe",
    "oè",
    "óe",
    "oé",
    "ỏe",
    "oẻ",
    "õe",
    "oẽ",
    "ọe",
    "oẹ",
    "ùy",
    "uỳ",
    "úy",
    "uý",
    "ủy",
    "uỷ",
    "ũy",
    "uỹ",
    "ụy",
    "uỵ",
]
_NEW = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
# The old placement is only found at the end of a syllable; "qu" takes no part in it.
_OLD_TONE = re.compile(r"(?<!q)(?:" + "|".join(_NEW) + r")(?!\w)")
