"""Faults of a text, each with what it is to be read as: signs that a reader does not see, and signs that he sees through."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers import abbreviations, lexicon
from helpers.spelling import WORD, Reading, read
from helpers.syllables import is_syllable, spellings

_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKS = r"[\u0300-\u036f]"
_STRAY = re.compile(
    rf"(?<![^\W\d_])(?P<word>[^\W\d_]+) (?P<parted>{_MARKS}+)[^\W\d_]*|(?<![^\W\d_])(?<!{_MARKS})(?P<loose>{_MARKS}+)"
)
_MARKED = re.compile(_MARKS)
# Scripts that need joiners and marks of direction, and pictures made of several signs.
_NEEDS_JOINERS = re.compile("[\u0590-\u1cff\u2190-\U0010ffff]")
_BLANKS = re.compile(r"(?<=\S)(?:[ \t]{2,}|\t)(?=\S)")
_GLUED = re.compile(
    r"(?P<before>(?<![^\W_])[^\W_]+|[”’»\"])(?P<sign>[.!?…]+[”’»)]*|[,;:])(?=[“«(]?(?P<after>[^\W\d_]\w*))"
)
_ADDRESS = re.compile(r"://|www\.|[@\\=]")
_OPENING, _CLOSING = "“«(", ",.;:!?…)”»"
_LONGEST = 60  # letters of a word
_PART = 24  # characters in which the rest of a word is looked for


class Edit(NamedTuple):
    """[start, end) of a text is to be read as `reading`, for faults of these kinds (`lexicon/faults.csv`)."""

    start: int
    end: int
    reading: str
    kinds: tuple[str, ...]


def entities(text: str) -> Iterator[Edit]:
    """HTML entities left in the text, also those escaped twice."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        reading = match.group()
        while (plain := html.unescape(reading)) != reading:
            reading = plain
        if len(reading) == 1:
            yield Edit(*match.span(), _characters().get(reading, ("", reading))[1], ("html-entities",))


def characters(text: str) -> Iterator[Edit]:
    """Blanks and line ends of unusual kinds, and signs that are not seen."""
    if not _any_character().search(text):
        return
    for match in _each_kind().finditer(text):
        start, end = match.span()
        kind = (match.lastgroup or "").replace("_", "-")
        if kind not in ("zero-width", "bidi-controls"):
            yield Edit(start, end, "".join(_characters()[sign][1] for sign in match.group()), (kind,))
        elif not _NEEDS_JOINERS.search(text[max(0, start - 1) : start] + text[end : end + 1]):
            yield Edit(start, end, " " if "\u200b" in match.group() and _parts(text, start, end) else "", (kind,))


def marks(text: str) -> Iterator[Edit]:
    """Combining marks that stand on no letter, some of them parted from theirs by a blank (ba ́o)."""
    if not _MARKED.search(text):
        return
    for match in _STRAY.finditer(text):
        word = match.group("word")
        usual = spellings(match.group().replace(" ", "")) if word and not spellings(word) else ()
        start, end = match.span() if usual else match.span("parted" if word else "loose")
        yield Edit(start, end, usual[0] if usual else "", ("stray-marks",))


def words(text: str) -> Iterator[Edit]:
    """Misspelled words, as `spelling.read` reads them."""
    wrong = {word: found for word, found in _readings(text).items() if found.kinds}
    for match in WORD.finditer(text) if wrong else ():
        if match.group() in wrong:
            word, kinds, _ = wrong[match.group()]
            yield Edit(*match.span(), word, kinds)


def glued(text: str) -> Iterator[Edit]:
    """Words glued to the sign of punctuation before them; no abbreviation, initial, number, domain or address."""
    for match in _GLUED.finditer(text):
        if _is_glued(text, match):
            yield Edit(*match.span(), f"{match.group()} ", ("glued-words",))


def blanks(text: str) -> Iterator[Edit]:
    """Several blanks, or a tab, between two words of a line."""
    if "  " in text or "\t" in text:
        for match in _BLANKS.finditer(text):
            yield Edit(*match.span(), " ", ("repeated-blanks",))


def placements(text: str) -> Iterator[Edit]:
    """Where a text uses both placements of the tone (hòa, hoà), each word in the rarer one, as the other has it."""
    styled = {word: found.style for word, found in _readings(text).items() if found.style}
    if len(set(styled.values())) == 2:
        found = [match for match in WORD.finditer(text) if match.group() in styled]
        counts = Counter(styled[match.group()] for match in found)
        rarer = "old" if counts["old"] < counts["new"] else "new"
        for match in found:
            if styled[match.group()] == rarer:
                old, new = spellings(match.group())
                yield Edit(*match.span(), new if rarer == "old" else old, ("mixed-tone-placement",))


def _readings(text: str) -> dict[str, Reading]:
    """How the words of `text` that hold more than ASCII read."""
    return {word: read(word) for word in set(WORD.findall(text)) if not word.isascii() and len(word) <= _LONGEST}


def _parts(text: str, start: int, end: int) -> bool:
    """Whether [start, end) parts what a blank would part: a sign from a word, a word from a number, two syllables that
    are none together, a word from one with a capital."""
    left, right = text[max(0, start - 1) : start], text[end : end + 1]
    if not right.isalnum() or not left.isalnum():
        return (right.isalnum() or right in _OPENING) and (left.isalnum() or left in _CLOSING) and bool(left and right)
    if not left.isalpha() or not right.isalpha():
        return left.isalpha() or right.isalpha()
    before = re.search(r"[^\W\d_]*\Z", text[max(0, start - _PART) : start])
    after = re.match(r"[^\W\d_]*", text[end : end + _PART])
    one, two = before.group() if before else "", after.group() if after else ""
    apart = is_syllable(one) and is_syllable(two) and not is_syllable(one + two)
    return apart or (left.islower() and right.isupper())


def _is_glued(text: str, match: re.Match[str]) -> bool:
    before, sign, after = match.group("before", "sign", "after")
    quoted = not before[0].isalnum()
    named = after[0].isupper() and (len(after) == 1 or after[1].islower())
    if sign in ",;:":
        fits = before[-1].isalpha() or quoted or named
    elif sign != ".":
        fits = after[0].isupper() or sign.startswith(("…", ".."))
    elif before.isdigit():
        fits = named and len(before) > 1
    else:
        whole = len(before) > 1 and before[-1].islower() and text[match.start() - 1 : match.start()] != "."
        fits = (
            named
            and (quoted or (whole and before not in abbreviations.with_stop()))
            and after.casefold() not in abbreviations.domains()
        )
    return fits and not _ADDRESS.search(_chunk(text, match.start(), match.end()))


def _chunk(text: str, start: int, end: int) -> str:
    """What stands around [start, end) up to white space."""
    left, right = text[max(0, start - 80) : start], text[end : end + 80]
    return (left.split() or [""])[-1] * (not left[-1:].isspace()) + text[start:end] + (right.split() or [""])[0]


@cache
def _characters() -> dict[str, tuple[str, str]]:
    """Kind and reading of the characters that no word holds."""
    names = {"blank": " ", "line end": "\n"}
    return {
        chr(int(row["entry"][2:], 16)): (row["category"], names.get(row["reads_as"], row["reads_as"]))
        for row in lexicon.load("characters")
        if row["category"] not in ("eth-letters", "look-alike-letters")
    } | {"\r": ("line-separators", "\n")}


@cache
def _any_character() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_characters()))}]")


@cache
def _each_kind() -> re.Pattern[str]:
    by_kind: dict[str, str] = {}
    for sign, (kind, _) in _characters().items():
        by_kind[kind] = by_kind.get(kind, "") + re.escape(sign)
    return re.compile("|".join(f"(?P<{kind.replace('-', '_')}>[{signs}]+)" for kind, signs in by_kind.items()))
