"""Lines of a page, with the blank lines after them, and their looks."""

from __future__ import annotations

import re
from typing import NamedTuple

from helpers.corpus.zone_cues import SHORT

_LINE = re.compile(r"[^\n]*\n\s*|[^\n]+\Z")


class Line(NamedTuple):
    """A line with the blank lines after it, [start, end), and its text without outer white space."""

    start: int
    end: int
    text: str


def split(text: str) -> list[Line]:
    """Return the lines of `text`, which they tile."""
    found = [Line(match.start(), match.end(), match.group().strip()) for match in _LINE.finditer(text)]
    if len(found) > 1 and not found[0].text:  # blank lines at the very start
        found[:2] = [found[1]._replace(start=0)]
    return found


def is_title(line: str) -> bool:
    """Whether a line reads like a headline: not long, and without the full stop of a sentence."""
    return len(line) <= SHORT and not line.rstrip('"”’»)').endswith((".", ";", ":", ","))


def is_cut(line: str) -> bool:
    """Whether a line breaks off with three dots."""
    return line.endswith(("...", "…"))
