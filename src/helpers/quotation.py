"""How much of a source text may be shown, and how: the one door through which pages and notebooks quote.

Over all pages a report shows at most `quote_share` of the words of a text: first the sentences that hold an act, then
the others, both in text order. What is not shown is replaced by its place and length. Fewer than SEQUENCE words in a
row, such as most names, are no quotation; title and longer names, which tables show, are counted first, and a tenth is
kept back for formulas. A sentence that a text repeats is shown, and counted, wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers import store, words
from helpers.readable import Readable
from helpers.sequences import SEQUENCE, Share, Span
from helpers.text import count_words

KEPT_BACK = 0.1  # part of the share left for formulas and what else tables show
_CHUNK = 500
_READ = {
    "texts": "text",
    "documents": "title",
    "sentences": 'sentence, start, "end"',
    "acts": "start",
    "mentions": 'start, "end"',
}


class Source(NamedTuple):
    """A text, its sentences as (start, end) by number, the positions at which its acts start, and where it has its
    title and names of SEQUENCE and more words."""

    doc_id: str
    text: str
    sentences: tuple[Span, ...]
    acts: tuple[int, ...]
    names: tuple[Span, ...] = ()


class Piece(NamedTuple):
    """A stretch of a text that is shown, or that is left out: then with the numbers of its sentences, -1 if none."""

    start: int
    end: int
    shown: bool
    first: int = -1
    last: int = -1


def sources(run: Path | None = None, doc_ids: Iterable[str] | None = None) -> Iterator[Source]:
    """The texts of a run in order of their ids, or those of `doc_ids`, read a few hundred at a time."""
    wanted = sorted(store.query("SELECT doc_id FROM texts", run)["doc_id"] if doc_ids is None else set(doc_ids))
    for i in range(0, len(wanted), _CHUNK):
        some = ", ".join("'" + doc_id.replace("'", "''") + "'" for doc_id in wanted[i : i + _CHUNK])
        texts, titles, sentences, acts, names = (
            _rows(store.query(f"SELECT doc_id, {columns} FROM {table} WHERE doc_id IN ({some}) ORDER BY ALL", run))
            for table, columns in _READ.items()
        )
        for doc_id, [(text,)] in texts.items():
            spans = tuple((int(start), int(end)) for _, start, end in sentences.get(doc_id, []))
            long = [(int(a), int(b)) for a, b in names.get(doc_id, []) if count_words(text[a:b]) >= SEQUENCE]
            starts = tuple(int(start) for (start,) in acts.get(doc_id, []))
            yield Source(doc_id, text, spans, starts, (*_places(text, titles[doc_id][0][0]), *long))


def _places(text: str, title: str) -> Iterator[Span]:
    """Where a title stands in its text."""
    start = text.find(title) if title else -1
    while start >= 0:
        yield start, start + len(title)
        start = text.find(title, start + len(title))


def _rows(frame: pd.DataFrame) -> dict[str, list[tuple]]:
    rows: dict[str, list[tuple]] = {}
    for doc_id, *rest in frame.itertuples(index=False):
        rows.setdefault(doc_id, []).append(tuple(rest))
    return rows


def ranked(source: Source) -> list[Span]:
    """The stretches of a text in the order in which they may be quoted: sentences with acts, others, the rest."""
    spans, acts, rest, position = sorted(source.sentences), sorted(source.acts), list[Span](), 0
    holding = [s for s in spans if bisect_left(acts, s[0]) < bisect_left(acts, s[1])]
    for start, end in (*spans, (len(source.text), len(source.text))):
        if count_words(source.text[position:start]):
            rest.append((position, start))
        position = max(position, end)
    return holding + [s for s in spans if s not in set(holding)] + rest


def quotable(source: Source, *, quote_share: float, full_text: bool = False) -> tuple[Span, ...]:
    """The spans of a text that may be shown, in quoting order: every stretch that still fits into the share."""
    if full_text or quote_share >= 1:
        return ((0, len(source.text)),)
    readable = Readable([Share(source.text, quote_share * (1 - KEPT_BACK))])
    return readable.admit(0, ranked(source), source.names)


def pieces(source: Source, spans: Iterable[Span], start: int, end: int) -> list[Piece]:
    """`source.text[start:end]` as pieces that are shown or left out; what holds no word is always shown."""
    found, position = list[Piece](), start
    for a, b in [*sorted(spans), (end, end)]:
        a, b = max(a, position), min(b, end)
        if position < min(a, end):
            found += _left_out(source, position, min(a, end))
            position = min(a, end)
        if a < b:
            found.append(Piece(a, b, True))
            position = b
    return found


def _left_out(source: Source, start: int, end: int) -> list[Piece]:
    """A stretch that may not be shown, without the white space around it; all of it is shown if it holds no word."""
    inside = source.text[start:end]
    if not count_words(inside):
        return [Piece(start, end, True)]
    a, b = end - len(inside.lstrip()), start + len(inside.rstrip())
    numbers = [i for i, (first, last) in enumerate(source.sentences) if first < b and a < last] or [-1]
    space = [Piece(start, a, True)] * (start < a), [Piece(b, end, True)] * (b < end)
    return [*space[0], Piece(a, b, False, numbers[0], numbers[-1]), *space[1]]


def gap(source: Source, piece: Piece) -> str:
    """Place and length of a piece left out, such as "[… sentences 4–6, 61 words]"."""
    n = count_words(source.text[piece.start : piece.end])
    if piece.first < 0:
        return words.say("quotation.words", n=n)
    if piece.first == piece.last:
        return words.say("quotation.sentence", n=n, number=piece.first)
    return words.say("quotation.sentences", n=n, first=piece.first, last=piece.last)


class Quotation:
    """The texts of one run, each with what may be shown of it; texts are read when first asked for."""

    def __init__(self, run: Path | None = None, *, quote_share: float, full_text: bool = False) -> None:
        self.run, self.quote_share, self.full_text = run, quote_share, full_text
        self._known: dict[str, tuple[Source, tuple[Span, ...]]] = {}

    def of(self, doc_id: str) -> tuple[Source, tuple[Span, ...]]:
        """A text and its quotable spans; KeyError for a text that the run does not have."""
        if doc_id not in self._known:
            for source in sources(self.run, [doc_id]):
                spans = quotable(source, quote_share=self.quote_share, full_text=self.full_text)
                self._known[doc_id] = source, spans
        return self._known[doc_id]

    def show(self, doc_id: str, start: int, end: int) -> str:
        """The text from `start` to `end`, with what may not be quoted replaced by its place and length."""
        source, spans = self.of(doc_id)
        return "".join(
            source.text[p.start : p.end] if p.shown else gap(source, p) for p in pieces(source, spans, start, end)
        )
