"""Sentences of a text, by punctuation and the shape of what stands on its two sides.

underthesea's splitter breaks at `GS.TS.` and leaves closing quotes to the next sentence; this one keeps both, and
knows the missing blank of news pages (`quan tâm.Đối ngoại`).
"""

from __future__ import annotations

import re

from helpers import abbreviations
from helpers.spans import Segment, Sentence

_STOP = re.compile(r"(?P<stop>[.!?…]+(?:/\.)?)(?P<close>[”’»)\]]*)|(?P<quote>\")|(?P<open>\()|(?P<shut>\))|\n")
_BEFORE = re.compile(r"(?:[^\W\d_]+[./])*[^\W\d_]+\Z")
_AFTER = re.compile(r"[ \t\u00a0\u200b]*(\S)")
_LONGEST_BRACKET = 300  # characters within which a bracket must close to hold a sentence together


def split(text: str, segments: tuple[Segment, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of the normalised `text`, in order, with the zone of their segment.

    Each lies inside one segment, without outer white space, and they do not overlap; every visible character is in
    one. A semicolon or colon does not end a sentence; a quotation of several sentences may be split. Takes time
    linear in the text.
    """
    out: list[Sentence] = []
    for segment in segments:
        begin = segment.start
        for end in [*_ends(text, segment.start, segment.end), segment.end]:
            piece = text[begin:end]
            bare = piece.strip()
            if bare:
                start = begin + len(piece) - len(piece.lstrip())
                out.append(Sentence(start, start + len(bare), segment.zone))
            begin = end
    return tuple(out)


def _ends(text: str, start: int, end: int) -> list[int]:
    """Places in text[start:end] where a sentence ends, behind its closing quotes."""
    ends: list[int] = []
    begin, quotes, bracket = start, 0, -1
    for match in _STOP.finditer(text, start, end):
        if match.group("quote"):
            quotes += 1
        elif match.group("open"):
            bracket = match.start()
        elif match.group("shut"):
            bracket = -1
        elif match.group() == "\n":
            ends.append(match.end())
            begin, quotes, bracket = match.end(), 0, -1
        else:
            if ")" in match.group("close"):
                bracket = -1
            place = _closing(text, match.end(), end, within=quotes % 2 == 1)
            held = bracket >= 0 and ")" in text[match.end() : bracket + _LONGEST_BRACKET]
            if not held and _is_end(text, begin, match.start("stop"), match.end("stop"), place, end):
                ends.append(place)
                begin, bracket = place, -1
    return ends


def _closing(text: str, place: int, end: int, *, within: bool) -> int:
    """The place behind the quotes and brackets that close at `place`.

    A straight quote closes if no letter follows it, or if it is the second of two (`within` a quotation), then also
    after a stray blank (`phát triển ".`).
    """
    ahead = text[place : min(end, place + 3)]
    if ahead.startswith('"') and (within or not ahead[1:2].isalnum()):
        place += 1
    elif within and ahead[:2] in (' "', '\u00a0"') and not ahead[2:3].isalnum():
        place += 2
    while place < end and text[place] in "”’»)]":
        place += 1
    return place


def _is_end(text: str, begin: int, stop: int, behind: int, place: int, end: int) -> bool:
    """Whether the stop at [stop, behind), closed at `place`, ends the sentence that began at `begin`."""
    after = _AFTER.match(text, place, end)
    if not after:
        return True
    following, spaced = after.group(1), after.end() - 1 > place
    if following.islower() or following in ",;:)]”’»?!…." or (following in "-–—" and text[stop:behind] != "."):
        return False
    if text[stop:behind] != ".":
        return spaced or following.isupper() or not following.isalnum()
    word = _BEFORE.search(text, max(begin, stop - 24), stop)
    written = word.group() if word else ""
    last = written.rsplit(".", 1)[-1]
    if not spaced and place == behind and not _is_missing_blank(text, written, after.end() - 1, end):
        return False
    if not written:
        return not _is_number(text, begin, stop)
    if last in abbreviations.with_stop() or written in abbreviations.with_stop():
        return False
    # A single capital letter is an initial; `U.S.` and the like end a sentence as seldom.
    return not (len(last) == 1 and last.isupper() and following.isupper())


def _is_number(text: str, begin: int, stop: int) -> bool:
    """Whether the stop follows the number of a list item ("1. …")."""
    before = text[begin:stop].strip() if stop - begin < 12 else ""
    return before.isdigit() and len(before) <= 3


def _is_missing_blank(text: str, written: str, at: int, end: int) -> bool:
    """Whether the blank after a full stop is only missing: a small letter before it, a capitalised word after it."""
    numbered = text[max(0, at - 3) : at - 1].isdigit()
    if not numbered and (len(written) < 2 or not written[-1].islower() or "." in written):
        return False
    following = re.compile(r"\w+").match(text, at, min(end, at + 12))
    word = following.group() if following else ""
    return (
        text[at].isupper()
        and word.casefold() not in abbreviations.domains()
        and (len(word) == 1 or word[1:2].islower())
    )
