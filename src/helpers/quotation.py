"""How much of a source text may be shown, and how: the one door through which pages and notebooks quote.

Over all pages a report shows at most `quote_share` of the words of a text: first the sentences that hold an act, then
the others, both in text order. What is not shown is replaced by its place and length. Terms and names of fewer than
SEQUENCE words are no quotation. A sentence that a text repeats is shown, and counted, wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import pandas as pd

from helpers import store, words
from helpers.text import WORD, count_words

SEQUENCE = 6  # words in a row that make a quotation
_CHUNK = 500
_BASE = np.uint64(0x9E3779B97F4A7C15)

Span = tuple[int, int]
Numbers = np.ndarray


class Source(NamedTuple):
    """A text, its sentences as (start, end) by number, and the positions at which its acts start."""

    doc_id: str
    text: str
    sentences: tuple[Span, ...]
    acts: tuple[int, ...]


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
        texts, sentences, acts = (
            _rows(store.query(f"SELECT {columns} FROM {table} WHERE doc_id IN ({some}) ORDER BY ALL", run))
            for table, columns in (
                ("texts", "doc_id, text"),
                ("sentences", 'doc_id, sentence, start, "end"'),
                ("acts", "doc_id, start"),
            )
        )
        for doc_id, [(text,)] in texts.items():
            spans = tuple((int(start), int(end)) for _, start, end in sentences.get(doc_id, []))
            yield Source(doc_id, text, spans, tuple(int(start) for (start,) in acts.get(doc_id, [])))


def _rows(frame: pd.DataFrame) -> dict[str, list[tuple]]:
    rows: dict[str, list[tuple]] = {}
    for doc_id, *rest in frame.itertuples(index=False):
        rows.setdefault(doc_id, []).append(tuple(rest))
    return rows


def sequences(text: str) -> Numbers:
    """A number for every SEQUENCE words in a row of `text`, in order; the same words, in any case, give the same."""
    codes = np.array([crc32(word.casefold().encode()) for word in WORD.findall(text)], dtype=np.uint64)
    if len(codes) < SEQUENCE:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(len(codes) - SEQUENCE + 1, dtype=np.uint64)
    for i in range(SEQUENCE):
        total = total * _BASE + codes[i : len(total) + i]
    return total


class Share:
    """The words of one text, which of them are shown, and how many may be."""

    def __init__(self, source: Source, quote_share: float) -> None:
        self.source = source
        self.starts = np.array([m.start() for m in WORD.finditer(source.text)], dtype=np.int64)
        self.sequences = sequences(source.text)
        self.budget = int(quote_share * len(self.starts) + 1e-9)

    def covered(self, spans: Iterable[Span], elsewhere: Numbers | None = None) -> int:
        """Number of words shown where `spans` are, also counting the `sequences` shown `elsewhere`."""
        shown = np.zeros(len(self.starts), dtype=bool)
        for start, end in spans:
            shown[np.searchsorted(self.starts, start) : np.searchsorted(self.starts, end)] = True
        visible = self.visible(spans)
        found = np.isin(self.sequences, visible if elsewhere is None else np.concatenate([visible, elsewhere]))
        for i in range(SEQUENCE if len(found) else 0):
            shown[i : len(found) + i] |= found
        return int(shown.sum())

    def visible(self, spans: Iterable[Span]) -> Numbers:
        """The `sequences` that can be read where `spans` are shown."""
        inside = np.zeros(len(self.starts) + 1, dtype=np.int64)
        for start, end in spans:
            inside[np.searchsorted(self.starts, start) : np.searchsorted(self.starts, end)] = 1
        run = np.concatenate([[0], np.cumsum(inside)])[: len(self.starts) + 1]
        whole = run[SEQUENCE:] - run[:-SEQUENCE] == SEQUENCE if len(self.sequences) else np.empty(0, dtype=bool)
        return self.sequences[whole]


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
    if full_text:
        return ((0, len(source.text)),)
    share, taken = Share(source, quote_share), list[Span]()
    for span in ranked(source):
        if share.covered([*taken, span]) <= share.budget:
            taken.append(span)
    return tuple(taken)


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
