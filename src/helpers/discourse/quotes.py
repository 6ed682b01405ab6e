"""Quotations: where they stand and who is quoted, over the borders of sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk

_MARKS = re.compile(r"[\"“”«»]")
_SPEAKING = ("say", "opine", "trust", "ask", "praise", "object", "refuse", "deny", "wish", "support")
_LONGEST, _SHORTEST = 2500, 5


class Quote(NamedTuple):
    """A quotation [start, end), without its marks, and the keys of the speaker (empty if the text does not say)."""

    start: int
    end: int
    speaker: tuple[str, ...]


def find(text: str, sentences: list[list[Chunk]]) -> list[Quote]:
    """Return the quotations of five words or more; the speaker stands behind them, before them, or spoke last."""
    spans = spans_of(text)
    if not spans:
        return []
    out: list[Quote] = []
    flat = [chunk for chunks in sentences for chunk in chunks]
    starts = [chunk.start for chunk in flat]
    for start, end in spans:
        behind, ahead = (
            flat[(at := bisect_left(starts, end)) : at + 9],
            flat[max(0, (at := bisect_left(starts, start - 1)) - 14) : at],
        )
        out.append(Quote(start, end, _behind(behind) or _ahead(ahead) or (out[-1].speaker if out else ())))
    return out


def inside(spans: list[Quote], chunks: list[Chunk]) -> dict[int, tuple[str, ...]]:
    """Which of a sentence's chunks stand in a quotation, by number, with the keys of who is quoted."""
    if not chunks or not spans:
        return {}
    first = max(0, bisect_left(spans, (chunks[0].start,)) - 1)
    last = bisect_left(spans, (chunks[-1].end,))
    return {
        number: quote.speaker
        for quote in spans[first:last]
        for number, chunk in enumerate(chunks)
        if quote.start <= chunk.start < quote.end
    }


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the quotations of five words or more stand, without their marks."""
    spans, opened = [], -1
    for match in _MARKS.finditer(text):
        sign, at = match.group(), match.start()
        if opened >= 0 and (sign in "”»" or (sign == '"' and text[opened - 1] == '"') or at - opened > _LONGEST):
            if at - opened <= _LONGEST and len(text[opened:at].split()) >= _SHORTEST:
                spans.append((opened, at))
            opened = -1
            if at - (spans[-1][0] if spans else at) > _LONGEST:
                opened = at + 1
        elif sign in '“«"':
            opened = at + 1
    return spans


def marks_before(chunks: list[Chunk], index: int) -> list[int]:
    """Where the quotation marks stand before the predicate at `index`, [] where another predicate parts them from it."""
    marks = [at for at, chunk in enumerate(chunks[:index]) if chunk.kind == "quote"]
    parted = bool(marks) and any(chunk.predicate for chunk in chunks[marks[-1] : index])
    return [] if parted else marks


def _behind(after: list[Chunk]) -> tuple[str, ...]:
    """Speaker named after the closing mark: "…", ông X nói."""
    for position, chunk in enumerate(after):
        if chunk.kind == "party":
            follows = next(
                (c for c in after[position + 1 :] if c.kind not in ("adverb", "date", "open", "close")), None
            )
            saying = follows is not None and follows.predicate is not None and follows.predicate.frame in _SPEAKING
            return chunk.keys if saying and syntax.is_actor(chunk) else ()
        if chunk.kind not in ("quote", "comma", "stop", "dash"):
            return ()
    return ()


def _ahead(before: list[Chunk]) -> tuple[str, ...]:
    """Speaker named before the opening mark: Ông X nói: "…"."""
    for position in range(len(before) - 1, 0, -1):
        chunk = before[position]
        if chunk.kind == "stop":
            return ()
        if chunk.predicate is not None and chunk.predicate.frame in _SPEAKING:
            subject = next((c for c in reversed(before[:position]) if syntax.is_actor(c)), None)
            return subject.keys if subject else ()
    return ()
