"""The baseline: underthesea's stock recogniser of names, which knows persons, organisations and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpers.spans import Mention, Sentence

TYPES = ("PER", "ORG", "LOC")  # it marks some names MISC, which the codebook does not know
RULE = "underthesea ner"


def stock_mentions(text: str, sentences: Iterable[Sentence]) -> list[Mention]:
    """Return the names that the stock recogniser finds in `sentences` of a normalised text, with exact offsets.

    The model is the one inside the underthesea package; nothing is downloaded. Its BIO tags are joined to spans; a span
    runs from its first word to its last, and its entity key is its own text.
    """
    from underthesea import ner  # 0.5 s to import: only where it is asked for

    out: list[Mention] = []
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        if piece.strip():
            tagged = [(word, tag) for word, _, _, tag in ner(piece)]
            for start, end, kind in join(align(piece, tagged)):
                at = sentence.start + start
                words = piece[start:end]
                out.append(Mention(at, at + len(words), words, kind, words, RULE))
    return out


def align(text: str, tagged: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield [start, end) and tag of each word; a word that does not stand in `text` as written is found by its parts,
    and passed over if they are not there either."""
    at = 0
    for word, tag in tagged:
        parts = word.replace("_", " ").split()
        places, last = [], at
        for part in parts:
            start = text.find(part, last)
            if start < 0:
                break
            last = start + len(part)
            places.append((start, last))
        if parts and len(places) == len(parts):
            yield places[0][0], places[-1][1], tag
            at = last


def join(words: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the spans [start, end, type) of words with BIO tags; an I without its B begins a span."""
    out: list[tuple[int, int, str]] = []
    before = "O"
    for start, end, tag in words:
        place, _, kind = tag.partition("-")
        if kind in TYPES:
            if place == "I" and before in (f"B-{kind}", f"I-{kind}"):
                out[-1] = (out[-1][0], end, kind)
            else:
                out.append((start, end, kind))
        before = tag
    return out
