"""What a single line tells of its zone: cues of `lexicon/zones.csv`, time stamps, outlets and names."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from helpers import lexicon
from helpers.corpus import outlets, stamps

SHORT = 200  # characters: longer lines are neither headline nor byline
_PATH = re.compile(r"\s*[>›»/|]\s*")
_NAME = re.compile(r"(?:[^\W\d_]\.?)+[^\W\d_]*(?:-[^\W\d_]+)*\.?\Z")
_SPLIT = re.compile(r"[\s,;:()\[\]|/•·*–—-]+")


class Zone(NamedTuple):
    """A zone and the rule that named it."""

    zone: str
    rule: str


@cache
def written(zone: str, match: str) -> tuple[str, ...]:
    """The cues of a zone and way of matching, as written, longest first."""
    entries = {row["entry"] for row in lexicon.load("zones") if row["category"] == zone and row["match"] == match}
    return tuple(sorted(entries, key=lambda cue: (-len(cue), cue)))


@cache
def cues(zone: str, match: str) -> tuple[str, ...]:
    """The same, casefolded."""
    return tuple(dict.fromkeys(cue.casefold() for cue in written(zone, match)))


@cache
def _line_cues(zone: str, match: str) -> frozenset[str]:
    return frozenset(cues(zone, match))


@cache
def _words(match: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(cue) for cue in cues("byline", match)) + r")(?!\w)", re.IGNORECASE
    )


@cache
def _counter() -> re.Pattern[str]:
    words = "|".join(re.escape(cue) for cue in cues("boilerplate", "counter"))
    return re.compile(rf"\W*\d[\d.,]*[kK]?\W*(?:{words})\W*|(?:{words})\W*\d[\d.,]*[kK]?\W*", re.IGNORECASE)


def of_line(line: str) -> Zone | None:
    """The zone that a stripped line tells by itself, None where it tells none."""
    if len(line) > 2 * SHORT:
        return None
    folded = line.casefold().strip(" \u00a0:.…*#|•·-–")
    if not any(letter.isalnum() for letter in line):
        return Zone("boilerplate", "signs only")
    if folded in _line_cues("boilerplate", "line") or _counter().fullmatch(line):
        return Zone("boilerplate", "label of the page")
    if folded in _line_cues("boilerplate", "block"):
        return Zone("boilerplate", "head of a list")
    if line.casefold().startswith(cues("boilerplate", "start")) and not any(True for _ in stamps.find(line)):
        return Zone("boilerplate", "opening of the line")
    if any(cue in line.casefold() for cue in cues("boilerplate", "inside")):
        return Zone("boilerplate", "words in the line")
    if line.casefold().startswith(cues("caption", "start")):
        return Zone("caption", "opening of the line")
    if is_section(line):
        return Zone("kicker", "name of a section")
    if is_byline(line):
        return Zone("byline", "source, author and time")
    return None


def is_section(line: str) -> bool:
    """Whether a line is the name of a section, or a path of such names."""
    parts = [part.casefold().strip(" .:") for part in _PATH.split(line.strip(" >›»/|"))]
    return bool(parts) and all(part in _line_cues("kicker", "line") for part in parts)


def is_byline(line: str) -> bool:
    """Whether a line is nothing but source, author and time: at least one source or time, the rest names."""
    if len(line) > SHORT:
        return False
    rest, known = _without(line)
    return known and len(rest) <= 8 and all(_is_name(word) for word in rest)


def is_author(line: str) -> bool:
    """Whether a line is the name of a person and nothing else: two to five capitalised words."""
    words = line.split()
    return 2 <= len(words) <= 5 and len(line) <= 40 and all(_NAME.match(word) and word[0].isupper() for word in words)


def names(line: str) -> str:
    """The capitalised words of a byline that are neither time, outlet nor word of a byline: who wrote it."""
    rest, _ = _without(line)
    return " ".join(rest) if 2 <= len(rest) <= 5 and all(_is_name(word) for word in rest) else ""


def is_quoted(before: str) -> bool:
    """Whether the words before an outlet's name in a byline say that the text was taken from it."""
    folded = before.casefold()
    return any(
        row["entry"].casefold() in folded
        for row in lexicon.load("zones")
        if row["match"] == "source" and row["position"] == "quoted"
    )


def _is_name(word: str) -> bool:
    return bool(_NAME.match(word)) and word[0].isupper()


def _without(line: str) -> tuple[list[str], bool]:
    """The words of a line that are neither time, outlet nor word of a byline, and whether there was one of these."""
    spans = [(stamp.start, stamp.end) for stamp in stamps.find(line)]
    spans += [(outlet.start, outlet.end) for outlet in outlets.find(line)]
    known = bool(spans)
    for start, end in sorted(spans, reverse=True):
        line = line[:start] + " | " + line[end:]
    line, count = _words("source").subn(" | ", line)
    line = _words("filler").sub(" | ", line)
    known = known or count > 0
    line = re.sub(r"(?<!\w)\d{1,2}(?:[:h]\d{2})?(?!\w)|[\"“”+]", " ", line)
    return [word for word in _SPLIT.split(line) if word.strip(".")], known
