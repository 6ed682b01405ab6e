"""Bytes of a file to Unicode: UTF-8, UTF-16 with its mark, and the three legacy encodings of Vietnamese.

windows-1258 is a codec of Python; TCVN3 (TCVN 5712:1993, VN3) and VNI-Windows stand in `lexicon/encodings.csv`. A legacy
encoding is taken only if what it gives is Vietnamese, syllable by syllable, and what the others give is not.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from typing import NamedTuple

from helpers import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|tr|th|t|v|x)?"
    r"(?:[aeo]|ă|â|ê|ô|ơ|u|ư|i|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oay|oă|oe|oeo|oi|ôi|ơi|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu|oo)"
    r"(?:ch|c|m|ng|nh|n|p|t)?"
)
_FEWEST = 10  # words with accents below which a legacy encoding is not guessed
_SHARE = 0.95  # of these words must be Vietnamese syllables
_LEAD = 0.2  # over the next best encoding


class Decoded(NamedTuple):
    """The text of a file, and the name of its encoding; `encoding` is "" where it cannot be told."""

    text: str
    encoding: str


def decode(raw: bytes) -> Decoded:
    """Return the text of `raw` as Unicode; an empty encoding means that it could not be told safely."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return _strict(raw, name)
    decoded = _strict(raw, "utf-8")
    return decoded if decoded.encoding or b"\0" in raw else _legacy(raw)


def share_of_syllables(text: str) -> tuple[float, int]:
    """Of the words of `text` that hold a letter outside ASCII: the share that are Vietnamese syllables, and how many there are."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return (sum(map(_is_syllable, words)) / len(words) if words else 0.0), len(words)


def _strict(raw: bytes, name: str) -> Decoded:
    try:
        return Decoded(raw.decode(name), name)
    except UnicodeDecodeError:
        return Decoded("", "")


def _legacy(raw: bytes) -> Decoded:
    candidates = [Decoded(unicodedata.normalize("NFC", raw.decode("cp1258", errors="replace")), "windows-1258")]
    candidates += [Decoded(_by_table(raw, name), name) for name in ("tcvn3", "vni")]
    rated = sorted(
        ((share_of_syllables(c.text), c) for c in candidates), key=lambda pair: (-pair[0][0], pair[1].encoding)
    )
    (share, words), best = rated[0]
    (second, _), _ = rated[1]
    sure = words >= _FEWEST and share >= _SHARE and share - second >= _LEAD and "\ufffd" not in best.text
    return best if sure else Decoded("", "")


@cache
def _table(name: str) -> tuple[dict[bytes, str], re.Pattern[bytes]]:
    letters = {
        bytes.fromhex(row["bytes"]): row["letter"] for row in lexicon.load("encodings") if row["encoding"] == name
    }
    longest_first = sorted(letters, key=lambda key: (-len(key), key))
    return letters, re.compile(b"|".join(re.escape(key) for key in longest_first) + b"|[\\x80-\\xff]")


def _by_table(raw: bytes, name: str) -> str:
    letters, pattern = _table(name)
    out, last = [], 0
    for match in pattern.finditer(raw):
        out.append(raw[last : match.start()].decode("ascii"))
        out.append(letters.get(match.group()) or match.group().decode("cp1252", errors="replace"))
        last = match.end()
    out.append(raw[last:].decode("ascii"))
    return "".join(out)


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.casefold())
    tones = sum(parts.count(tone) for tone in _TONES)
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(bare))
