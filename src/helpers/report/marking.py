"""A text as its page shows it: paragraphs by zone, sentences with their numbers, names and acts marked, gaps measured."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from helpers.quotation import Piece, Source, gap, pieces
from helpers.sequences import Span


class Mark(NamedTuple):
    """A name or an act to be marked; `anchor` is the id that it gets on the page, if any."""

    start: int
    end: int
    kind: str
    label: str
    title: str
    anchor: str = ""


class Bit(NamedTuple):
    """Running text, a marked part of it, or a gap; `gap` is its place and length, `anchors` are ids that stand here."""

    text: str
    mark: Mark | None = None
    gap: str = ""
    anchors: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """What is shown of a sentence; `number` is -1 for a stretch that is none, and then `anchor` is empty."""

    number: int
    anchor: str
    bits: tuple[Bit, ...]


class Paragraph(NamedTuple):
    """A segment of the text that has something to show."""

    zone: str
    sentences: tuple[Sentence, ...]


_Spanned = TypeVar("_Spanned", Mark, Piece)


def paragraphs(
    source: Source, spans: Iterable[Span], segments: Iterable[tuple[int, int, str]], marks: Iterable[Mark]
) -> list[Paragraph]:
    """Return the paragraphs of a text of which `spans` may be shown; each gap stands once, where it begins.

    `segments` are (start, end, zone) in text order. Of marks that overlap, the first and longest is drawn; every
    anchor is kept.
    """
    everything = pieces(source, spans, 0, len(source.text))
    marks = sorted(marks, key=lambda m: (m.start, -m.end))
    drawn, anchors = _flat(marks), [(m.start, m.anchor) for m in marks if m.anchor]
    numbered = sorted((a, b, n) for n, (a, b) in enumerate(source.sentences) if a < b)
    made = []
    for start, end, zone in segments:
        sentences = []
        for number, a, b in _stretches(numbered, start, end):
            bits = [bit for p in _within(everything, a, b) for bit in _bits(source, p, a, b, drawn, anchors)]
            if bits:
                anchor = "" if number < 0 or any(f"s{number}" in bit.anchors for bit in bits) else f"s{number}"
                sentences.append(Sentence(number, anchor, tuple(bits)))
        if any(bit.text.strip() or bit.gap for sentence in sentences for bit in sentence.bits):
            made.append(Paragraph(zone, tuple(sentences)))
    return made


def _stretches(numbered: Sequence[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    """The sentences of a segment as (number, start, end), and with number -1 what stands between them."""
    found, position = list[tuple[int, int, int]](), start
    first = max(bisect_right(numbered, (start,)) - 1, 0)
    for a, b, number in [*numbered[first : bisect_left(numbered, (end,))], (end, end, -1)]:
        if position < a:
            found.append((-1, position, a))
        if max(a, position) < min(b, end):
            found.append((number, max(a, position), min(b, end)))
        position = max(position, b)
    return found


def _bits(
    source: Source, piece: Piece, start: int, end: int, marks: Sequence[Mark], anchors: list[tuple[int, str]]
) -> list[Bit]:
    a, b = max(piece.start, start), min(piece.end, end)
    if not piece.shown:
        if piece.start < start:  # the gap stands where it began
            return []
        hidden = range(piece.first, piece.last + 1) if piece.first >= 0 else ()
        numbers = [f"s{n}" for n in hidden if source.sentences[n][0] >= piece.start]
        return [Bit("", None, gap(source, piece), (*numbers, *_between(anchors, piece.start, piece.end)))]
    bits, position = list[Bit](), a
    for mark in _within(marks, a, b):
        begin, stop = max(mark.start, a), min(mark.end, b)
        others = tuple(i for i in _between(anchors, begin, stop) if i != mark.anchor)
        shown = mark if mark.start == begin else mark._replace(anchor="")
        bits += [Bit(source.text[position:begin]), Bit(source.text[begin:stop], shown, "", others)]
        position = stop
    return [bit for bit in [*bits, Bit(source.text[position:b])] if bit.text]


def _within(items: Sequence[_Spanned], start: int, end: int) -> list[_Spanned]:
    """Those of `items`, which follow one another, that share a character with `start` to `end`."""
    first = bisect_right(items, start, key=lambda item: item.end)
    return list(items[first : bisect_left(items, end, key=lambda item: item.start)])


def _between(anchors: list[tuple[int, str]], start: int, end: int) -> tuple[str, ...]:
    return tuple(i for _, i in anchors[bisect_left(anchors, (start,)) : bisect_left(anchors, (end,))])


def _flat(marks: Sequence[Mark]) -> list[Mark]:
    """Those of sorted `marks` that do not overlap an earlier one."""
    drawn = list[Mark]()
    for mark in marks:
        if mark.start < mark.end and (not drawn or mark.start >= drawn[-1].end):
            drawn.append(mark)
    return drawn
