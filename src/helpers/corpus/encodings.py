"""Bytes of a file to Unicode: UTF-8, UTF-16, and the four legacy encodings of Vietnamese.

windows-1258 is a codec of Python; TCVN3 (TCVN 5712:1993, VN3), VNI-Windows and VISCII (RFC 1456) stand in
`lexicon/encodings.csv`. A legacy encoding is taken only if what it gives is Vietnamese, syllable by syllable, and what the
others give is not; UTF-16 without its mark only if one order of its bytes gives Latin text and the other does not.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.errors import ParameterError
from helpers.syllables import is_syllable

TABLES = ("tcvn3", "vni", "viscii")
NAMES = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1258", *TABLES)
_ALIASES = {
    "utf8": "utf-8", "utf-8-sig": "utf-8", "utf16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
    "utf16le": "utf-16-le", "utf16be": "utf-16-be", "cp1258": "windows-1258", "windows1258": "windows-1258",
    "abc": "tcvn3", "tcvn": "tcvn3", "tcvn-5712": "tcvn3", "tcvn5712": "tcvn3", "vni-windows": "vni", "vni-win": "vni",
}  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[\t\n\v\f\r -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u20bf]")
# The letters that windows-1252 and Latin-1 have, each with its byte.
_WESTERN = {
    bytes([byte]).decode(name, "replace"): bytes([byte]) for name in ("latin-1", "cp1252") for byte in range(256)
}
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
_FEWEST = 10  # words with accents below which a legacy encoding is not guessed; characters, for UTF-16
_SHARE = 0.95  # of these words must be Vietnamese syllables; of the characters in UTF-16, Latin
_LEAD = 0.2  # over the next best encoding
_SAMPLE = 200_000  # bytes by which a legacy encoding is told


class Decoded(NamedTuple):
    """The text of a file, and the name of its encoding; `encoding` is "" where it cannot be told, or does not fit."""

    text: str
    encoding: str


def decode(raw: bytes, encoding: str = "") -> Decoded:
    """Return the text of `raw` as Unicode, in `encoding`, or where that is "" in the one that it is safely told to have.

    An empty encoding in the answer means that none could be told, or that `raw` holds bytes which `encoding` does not
    have. Raises ParameterError for a name that is not one of NAMES or an alias of one.
    """
    if encoding:
        return _decoded(raw, known(encoding))
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, name)
    if b"\0" in raw:
        told = _utf_16(raw)
        return told if told.encoding else _strict(raw, "utf-8")
    read = _strict(raw, "utf-8")
    return (_saved_anew(read.text) or read) if read.encoding else _legacy(raw)


def codec(beginning: bytes, encoding: str = "") -> str:
    """Return the codec by which a file with this `beginning` is read as it comes, where it is in UTF-8 or UTF-16: in
    `encoding`, if that is named; "" where it is in neither, or does not fit.

    Raises ParameterError for a name that is not read.
    """
    name = _codec(beginning, known(encoding) if encoding else "")
    try:
        codecs.getincrementaldecoder(name)().decode(beginning)
    except (LookupError, UnicodeDecodeError):
        return ""
    return name


def known(encoding: str) -> str:
    """The name in NAMES of an encoding as a user may write it; ParameterError for one that is not read."""
    name = "-".join(encoding.casefold().replace("_", " ").replace("-", " ").split())
    name = _ALIASES.get(name, name)
    if name not in NAMES:
        raise ParameterError(f"encoding={encoding}: not an encoding that is read; use one of {', '.join(NAMES)}")
    return name


def called(codec: str) -> str:
    """How NAMES calls a codec of Python, its own name where it is none of them."""
    return _ALIASES.get(codec, codec)


def share_of_syllables(text: str) -> tuple[float, int]:
    """Of the words of `text` that hold a letter outside ASCII: the share that are Vietnamese syllables, and how many there are."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return (sum(map(is_syllable, words)) / len(words) if words else 0.0), len(words)


def _decoded(raw: bytes, name: str) -> Decoded:
    if name in TABLES:
        text = _by_table(raw, name)
        return Decoded("", "") if "\ufffd" in text else Decoded(text, name)
    if name == "utf-16" and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = _utf_16(raw, fewest=1).encoding or "utf-16-le"
    text, found = _strict(raw, "utf-8-sig" if name == "utf-8" else name)
    return Decoded(unicodedata.normalize("NFC", text) if name == "windows-1258" else text, name if found else "")


def _codec(beginning: bytes, wanted: str) -> str:
    """The codec that `wanted` (a name of NAMES, or "") or the beginning itself tells."""
    mark = next((name for mark, name in _MARKS if beginning.startswith(mark)), "")
    if wanted == "windows-1258" or wanted in TABLES:
        return ""
    if wanted == "utf-8" or (not wanted and not mark and b"\0" not in beginning):
        return "utf-8-sig"
    if mark == "utf-16" or (mark and not wanted):
        return mark
    if wanted in ("utf-16-le", "utf-16-be"):
        return wanted
    even = beginning[: len(beginning) // 2 * 2]
    return _utf_16(even, fewest=1 if wanted else _FEWEST).encoding or (wanted and "utf-16-le")


def _strict(raw: bytes, name: str) -> Decoded:
    try:
        return Decoded(raw.decode(name), name)
    except UnicodeDecodeError:
        return Decoded("", "")


def _utf_16(raw: bytes, *, fewest: int = _FEWEST) -> Decoded:
    """Text of at least so many characters in UTF-16 without its mark, if it is Latin text in one order of bytes alone."""
    orders = [_strict(raw, name) for name in ("utf-16-le", "utf-16-be")]
    latin = [read for read in orders if len(_LATIN.findall(read.text)) > _SHARE * len(read.text)]
    sure = len(latin) == 1 and len(latin[0].text) >= fewest and not _CONTROL.search(latin[0].text)
    return latin[0] if sure else Decoded("", "")


def _saved_anew(text: str) -> Decoded | None:
    """Text in a legacy encoding that was taken for Western and saved in UTF-8 (Chñ tÞch), None where it is not."""
    if text.isascii() or not set(text) <= _WESTERN.keys() - {"\ufffd"}:
        return None
    read = _legacy(b"".join(_WESTERN[letter] for letter in text))
    return read if read.encoding else None


def _legacy(raw: bytes) -> Decoded:
    sample = raw[:_SAMPLE]
    candidates = [("windows-1258", unicodedata.normalize("NFC", sample.decode("cp1258", errors="replace")))]
    candidates += [(name, _by_table(sample, name)) for name in TABLES]
    rated = sorted((*share_of_syllables(text), name) for name, text in candidates)
    (second, _, _), (share, words, best) = rated[-2:]
    sure = words >= _FEWEST and share >= _SHARE and share - second >= _LEAD
    return _decoded(raw, best) if sure else Decoded("", "")


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
