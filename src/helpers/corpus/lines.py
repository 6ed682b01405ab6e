"""Lines of a page, with the blank lines after them, and their looks."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.corpus.cues import SHORT

_LINE = re.compile(r"[^\n]*\n\s*|[^\n]+\Z")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s*/\.)?\Z")
_HEADLINE = 170  # characters: longer lines are no headline


class Line(NamedTuple):
    """A line with the blank lines after it, [start, end), its text without outer white space, and their number."""

    start: int
    end: int
    text: str
    gap: int = 0


def split(text: str) -> list[Line]:
    """Return the lines of `text`, which they tile."""
    found = [
        Line(match.start(), match.end(), match.group().strip(), max(0, match.group().count("\n") - 1))
        for match in _LINE.finditer(text)
    ]
    if len(found) > 1 and not found[0].text:  # blank lines at the very start
        found[:2] = [found[1]._replace(start=0)]
    return found


def is_title(line: str) -> bool:
    """Whether a line reads like a headline: not long, and without the full stop of a sentence."""
    return len(line) <= SHORT and not line.rstrip('"”’»)').endswith((".", ";", ":", ","))


def is_headline(line: str) -> bool:
    """Whether a line may be a headline, cut off or not."""
    return len(line) <= _HEADLINE and (is_title(line) or is_cut(line))


def is_cut(line: str) -> bool:
    """Whether a line breaks off with three dots."""
    return line.endswith(("...", "…"))


def is_running(line: str) -> bool:
    """Whether a line reads like a paragraph: long, or of several words that end in the stop of a sentence."""
    return len(line) > SHORT or (len(line.split()) >= 4 and not is_cut(line) and _STOP.search(line) is not None)


def ends(line: str) -> bool:
    """Whether a line ends like a paragraph: with the stop of a sentence, in quotation marks or brackets or not."""
    return line.endswith((".", "!", "?", "”", '"', "…", ")"))


def is_plain_label(line: str) -> bool:
    """Whether a line is up to five words without a name: no capital inside, or all capitals; neither stop nor number."""
    words = re.findall(r"\w+", line)
    if not 1 <= len(words) <= 5 or len(line) > 40 or re.search(r"[\d.!?:;,…\"“”]", line):
        return False
    if line.isupper():
        return len(words) <= 3
    return not any(part.strip()[1:] != part.strip()[1:].lower() for part in re.split(r"[-–/&>|]", line))
