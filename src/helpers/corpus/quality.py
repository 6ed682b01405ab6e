"""What a reader should know of a text's quality before trusting a count on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from helpers import lexicon, view
from helpers.corpus.encodings import share_of_syllables
from helpers.spans import Segment
from helpers.text import count_words

# Every flag, with its meaning and remedy in the table; those of category "reading" and "style" are kinds of faults.
FLAGS = tuple(row["entry"] for row in lexicon.load("faults"))
_TEXT_ZONES = ("lede", "body")
_SAMPLE = 2000  # characters by which the language is told
_FEW_WORDS = 30
_FEW_LATIN_WORDS = 6
_BEYOND_LATIN = 0x250
_LONG_LINE = 1500
_LAST = re.compile(r"[.!?][\"”’»)\]]*\s*(?:/\.)?\s*\Z")
_FIRST = re.compile(r"(?:\A|\n|[.!?…]\s)[\s“\"]*([^\W\d_])")
_HAS_CAPITAL = "đăâêôơư"  # the letters outside ASCII that TCVN3 has as capitals
_SEGMENTED = re.compile(r"[^\W\d_]_[^\W\d_]")
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, "" where there is too little to tell it by.

    Vietnamese is told by its syllables, other languages by py3langid (Lui and Baldwin 2012), which guesses wildly at a
    few words in Latin letters: these have no language.
    """
    sample = view.of(text[:_SAMPLE]).text
    if not any(letter.isalpha() for letter in sample):
        return ""
    share, words = share_of_syllables(sample)
    if share >= 0.8 and words >= 0.2 * count_words(sample):
        return "vi"
    if count_words(sample) < _FEW_LATIN_WORDS and all(
        ord(letter) < _BEYOND_LATIN for letter in sample if letter.isalpha()
    ):
        return ""
    import py3langid  # 0.3 s for its model: only for texts that are not plainly Vietnamese

    return next(str(code) for code, _ in py3langid.rank(sample) if len(code) == 2)  # some have no code of ISO 639-1


def flags(
    text: str,
    segments: tuple[Segment, ...],
    *,
    language: str,
    published: str | None = None,
    notes: Iterable[str] = (),
) -> list[str]:
    """Return the quality flags (`FLAGS`) of a normalised `text`, sorted.

    `language` is what the function of that name tells of the text; `published` its date as known from text or manifest,
    "" where neither gives one, None where that is not asked. `notes` are the flags that the reader of its file set, and
    the kinds of its faults.
    """
    found = set(notes)
    running = [segment for segment in segments if segment.zone in _TEXT_ZONES]
    found |= {"no-headline"} if not any(segment.zone == "headline" for segment in segments) else set()
    found |= {"no-text"} if not running else set()
    found |= {"no-date"} if published == "" else set()
    found |= {"not-vietnamese"} if language not in ("vi", "") else set()
    found |= {"short"} if count_words(text) < _FEW_WORDS else set()
    found |= {"no-line-breaks"} if len(text) > _LONG_LINE and "\n" not in text.strip() else set()
    found |= {"mojibake"} if "\ufffd" in text or len(_mojibake().findall(text)) > 2 else set()
    found |= {"word-segmented"} if 20 * len(_SEGMENTED.findall(text)) > count_words(text) else set()
    found |= {"tcvn3-capitals"} if "encoding-tcvn3" in found and _has_lost_capitals(text, found) else set()
    found |= {"truncated"} if running and _is_cut(view.of(text[running[-1].start : running[-1].end]).text) else set()
    return sorted(found)


def _is_cut(last: str) -> bool:
    """Whether a text that ends with `last` breaks off: no full stop, or three."""
    return last.rstrip().endswith(("...", "…")) or not _LAST.search(last)


def _has_lost_capitals(text: str, found: set[str]) -> bool:
    """Whether a word in capitals has small toned vowels, or a sentence begins with one."""
    starts = (match.group(1) for match in _FIRST.finditer(text))
    return "lost-capitals" in found or any(c.islower() and c not in _HAS_CAPITAL and not c.isascii() for c in starts)


@cache
def _mojibake() -> re.Pattern[str]:
    """Vietnamese letters in UTF-8 that were read as Latin-1 or windows-1252."""
    wrong = set()
    for letter in _LETTERS + _LETTERS.upper():
        for encoding in ("latin-1", "cp1252"):
            wrong.add(letter.encode().decode(encoding, errors="ignore"))
    return re.compile("|".join(re.escape(word) for word in sorted(wrong) if len(word) > 1))
