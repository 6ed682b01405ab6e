"""Words and parts of speech, by underthesea 9.5 (conditional random fields), aligned to the offsets of the text.

underthesea gives words without offsets, with its own spacing and with some letters replaced (hoà → hòa). Its words are
laid back over the letters of the text, so that no word shifts, overlaps another or loses a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from helpers.language import tagging
from helpers.spans import Sentence, Token

# Sentences go to the tagger whole up to this length, longer ones in pieces: its own patterns are quadratic on
# some strings, and no Vietnamese sentence is that long.
_LONGEST = 1000
_SURROGATE = re.compile("[\ud800-\udfff]")


def tokenize(text: str, sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """Return the words of `sentences` in the normalised `text`, with offsets and part of speech.

    Every character of a sentence that is no white space is in exactly one word; words stand in order. The text of a
    word has its inner white space made one blank. Deterministic, offline.
    """
    return tuple(
        Token(number, start, end, " ".join(text[start:end].split()), tag)
        for number, sentence in enumerate(sentences)
        for first, last in pieces(text, sentence.start, sentence.end)
        for start, end, tag in _words(text, first, last)
    )


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) in pieces that the tagger can take, cut at white space where there is some."""
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\u00a0", start, start + _LONGEST))
        cut = cut + 1 if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    places = [at for at in range(start, end) if not text[at].isspace()]  # of each visible character
    if not places:
        return
    tagged = [(word, tag) for word, tag in tagging.tag(_SURROGATE.sub("?", text[start:end])) if word.strip()]
    tagged = tagged or [(text[start:end], "X")]
    ends = _ends("".join(text[at] for at in places), [_visible(word) for word, _ in tagged])
    begin = 0
    for stop, (_, tag) in zip([*ends[:-1], len(places)], tagged, strict=True):
        if stop > begin:
            yield places[begin], places[stop - 1] + 1, tag
            begin = stop


def _visible(word: str) -> str:
    return "".join(word.split())


def _ends(letters: str, words: list[str]) -> list[int]:
    """For each of `words`, spelled one after the other much like `letters`, where it ends in `letters`."""
    lengths = [len(word) for word in words]
    ends, total = [], 0
    for length in lengths:
        total += length
        ends.append(total)
    if total == len(letters):
        return ends
    # A replaced letter changed the length: lay one spelling over the other.
    place = [0] * (total + 1)
    for _, from_start, from_end, to_start, to_end in SequenceMatcher(
        None, "".join(words), letters, autojunk=False
    ).get_opcodes():
        for offset in range(from_end - from_start + 1):
            place[from_start + offset] = min(to_start + offset, to_end) if offset < from_end - from_start else to_end
    return [place[end] for end in ends]
