"""Who wrote a text, what it was taken from and when: lines and words of a byline."""

from __future__ import annotations

import re
from functools import cache

from helpers import lexicon
from helpers.corpus import outlets, stamps
from helpers.corpus.cues import LABEL, SHORT, cues, written

_DESK = 4  # words of an editorial desk, beside a time
_NAMES_SOURCE = 6  # words of a line that names an unknown source after "theo"
_NAME = re.compile(r"(?:[^\W\d_]\.?)+[^\W\d_]*(?:-[^\W\d_]+)*\.?\Z")
_INITIALS = re.compile(r"(?:[A-ZĐ]\. ?){1,3}[A-ZĐ][^\W\d_]+|(?:[A-ZĐ]\.? ?){1,3}[A-ZĐ]\.?|(?:[A-ZĐ]\. ?){1,4}")
_SPLIT = re.compile(r"[\s,;:()\[\]|/•·*–—_&-]+")


def is_byline(line: str) -> bool:
    """Whether a line is nothing but source, author and time: at least one source or time, the rest names.

    Beside a day with its time stand up to four words of any kind: Ban Thời sự.
    """
    if len(line) > SHORT or any(cue in line for cue in _photo_cues()):
        return False
    rest, known = _without(line)
    if known and len(rest) <= 8 and all(_is_name(word) for word in rest):
        return True
    return len(rest) <= _DESK and any(stamp.timed for stamp in stamps.find(line))


@cache
def _photo_cues() -> tuple[str, ...]:
    return tuple(cue for cue in written("caption", "start") if cue.startswith("("))


def is_author(line: str) -> bool:
    """Whether a line is the name of a person and nothing else: two to five capitalised words, none of them a place."""
    words = line.split()
    return (
        2 <= len(words) <= 5
        and len(line) <= LABEL
        and all(_NAME.match(word) and word[0].isupper() for word in words)
        and not _holds_a_place(line)
    )


def is_titled_author(line: str) -> bool:
    """Whether a short line opens with the title of an author: "TS. …"."""
    return len(line) <= SHORT / 2 and re.match(rf"(?:{_titles()})[ .,:]", line) is not None


@cache
def _titles() -> str:
    return "|".join(re.escape(title) for title in written("byline", "title"))


def tells_a_source(line: str) -> bool:
    """Whether a short line opens with a word such as "Theo" and only names what the article was taken from."""
    folded = line.casefold().strip("()[] ")
    quoted = (
        r["entry"].casefold() for r in lexicon.load("zones") if r["match"] == "source" and r["position"] == "quoted"
    )
    return len(folded.split()) <= _NAMES_SOURCE and any(re.match(rf"{re.escape(word)}[ :]", folded) for word in quoted)


def is_signature(line: str) -> bool:
    """Whether a line may sign an article: a name, names with dashes between them, or initials."""
    names = re.split(r"\s*[-–,&]\s*|\s+và\s+", line.strip("()[] "))
    return len(line) <= 2 * LABEL and all(is_author(name) or _INITIALS.fullmatch(name) for name in names)


@cache
def _places() -> frozenset[str]:
    return frozenset(row["entry"].casefold() for table in ("countries", "places") for row in lexicon.load(table))


def _holds_a_place(line: str) -> bool:
    words = line.casefold().split()
    runs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1))
    return line.casefold() in _places() or any(run in _places() for run in runs)


def names(line: str) -> str:
    """The capitalised words of a byline that are neither time, outlet nor word of a byline: who wrote it."""
    rest, _ = _without(line)
    rest = [word for word in rest if not outlets.named(word)]
    name = " ".join(rest)
    return name if 2 <= len(rest) <= 5 and all(_is_name(word) for word in rest) and not _holds_a_place(name) else ""


def has_source(line: str) -> bool:
    """Whether a line tells a time, or holds a word that only bylines have ("Theo", "Tác giả")."""
    return bool(_words("source").search(line)) or any(True for _ in stamps.find(line))


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
    line = line.replace("_", " ")
    spans = [(stamp.start, stamp.end) for stamp in stamps.find(line)]
    spans = spans or [(part.start, part.end) for part in stamps.without_year(line)]
    spans += [(month.start, month.end) for month in stamps.months(line) if not spans]
    spans += [(outlet.start, outlet.end) for outlet in outlets.find(line)]
    known = bool(spans)
    for start, end in sorted(spans, reverse=True):
        line = line[:start] + " | " + line[end:]
    line, count = _words("source").subn(" | ", line)
    line = _words("filler").sub(" | ", line)
    known = known or count > 0
    line = re.sub(r"(?<!\w)\d{1,2}(?:[:h]\d{2})?['’]?(?!\w)|[\"“”+]", " ", line)
    return [word for word in _SPLIT.split(line) if word.strip(".'’")], known


@cache
def _words(match: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(cue) for cue in cues("byline", match)) + r")(?!\w)", re.IGNORECASE
    )
