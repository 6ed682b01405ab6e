"""What is said, asked, praised, agreed or signed: the stretch of text that an act is about, and who is asked to do it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from helpers.discourse.chunks import Chunk
from helpers.discourse.contents_edges import LIGHT, UTTERED, answers, beginning, ending
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft
from helpers.discourse.objects import series
from helpers.discourse.quotes import Quote

Span = tuple[int, int]

ENCOUNTERS = ("VISIT", "RECEIVE", "MEET")
_SPEAKING = ("say", "opine", "ask", "object", "praise", "trust", "support", "deny")  # frames a quotation may precede
_BEHIND_QUOTE = ("comma", "dash", "stop", "party")
_NOTHING = (*LIGHT, "stop", "comma", "quote")
_TELLING = ("complementiser", "modal", "colon")  # a content of its own follows, beside the quotation
_EDGES = " \t\n,;:.!?…-–—"
_MARKS = '"“”«»'
_NEAR = 3  # characters between a colon and the quotation it opens


class Contents:
    """The contents of a document's acts; `quotes` are its quotations of five words and more."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self.document, self.text, self.quotes = document, document.text, quotes
        self._starts, self._ends = [q.start for q in quotes], [q.end for q in quotes]

    def span(self, chunks: list[Chunk], drafts: list[Draft], number: int) -> Span:
        """Where the content of `drafts[number]` stands, as offsets of the text; an empty span behind its predicate
        where it has none, as encounters do. `drafts` are those of one sentence, `chunks` the sentence."""
        draft = drafts[number]
        after = chunks[draft.index].end
        if draft.act in ENCOUNTERS:
            return after, after
        stop = ending(chunks, drafts, number)
        if (before := self._before(chunks, draft, stop)) is not None:
            return before
        first = beginning(chunks, draft, stop)
        if first is None:
            return after, after
        return self._behind(chunks, first, stop) or (after, after)

    def _before(self, chunks: list[Chunk], draft: Draft, stop: int) -> Span | None:
        """The quotation that ends right before the speaker of `draft`: "…", ông X nói."""
        marks = [at for at, chunk in enumerate(chunks[: draft.index]) if chunk.kind == "quote"]
        if not marks or draft.predicate.frame not in _SPEAKING:
            return None
        between = chunks[marks[-1] + 1 : draft.index]
        if any(c.predicate is not None or c.kind in ("conjunction", "subordinator") for c in between):
            return None
        if between and between[0].kind not in _BEHIND_QUOTE:
            return None
        following = next((c for c in chunks[draft.index + 1 : stop] if c.kind not in _NOTHING), None)
        if following is not None and (draft.predicate.frame not in UTTERED or following.kind in _TELLING):
            return None
        close = chunks[marks[-1]].start
        number = bisect_left(self._ends, close - _NEAR)
        if number < len(self.quotes) and self._ends[number] <= close + 1:
            return self._trimmed(self.quotes[number].start, self.quotes[number].end)
        opened = len(marks) == 1 or marks[-2] == 0  # opened in another sentence, or at the head of this one
        return self._trimmed(chunks[0].start, close) if opened else None

    def _behind(self, chunks: list[Chunk], first: int, stop: int) -> Span | None:
        """From chunk `first` to chunk `stop`, or to the end of the quotation that opens there."""
        start, end = chunks[first].start, chunks[stop - 1].end
        number = bisect_left(self._starts, start)
        quote = self.quotes[number] if number < len(self.quotes) and self._starts[number] - start <= _NEAR else None
        if quote is not None and (quote.end >= end or _closed(chunks, quote, stop)):
            start, end = quote.start, quote.end
        elif (inside := bisect_left(self._starts, start + 1) - 1) >= 0 and start < self._ends[inside] < end:
            end = self._ends[inside]  # the predicate is itself quoted
        return self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Span | None:
        """[start, end) without signs and spaces at its edges, and without a quotation mark that has no fellow inside;
        None if nothing is left."""
        before = (-1, -1)
        while before != (start, end):
            before = start, end
            while start < end and self.text[start] in _EDGES:
                start += 1
            while end > start and self.text[end - 1] in _EDGES:
                end -= 1
            marks = [at for at in range(start, end) if self.text[at] in _MARKS]
            whole = len(marks) == 2 and (marks[0], marks[1]) == (start, end - 1)
            if marks and (len(marks) % 2 or whole):
                start += marks[0] == start
                end -= marks[-1] == end - 1 and (whole or marks[0] != start - 1)
        return (start, end) if start < end else None

    def addressee(self, chunks: list[Chunk], drafts: list[Draft], number: int) -> tuple[str, ...]:
        """Keys of whom the speaker of `drafts[number]` speaks to, or asks to do something; () if the text tells none.

        What one wishes for one's own country is asked of nobody.
        """
        draft = drafts[number]
        if draft.act in ENCOUNTERS:
            return ()
        stop = ending(chunks, drafts, number)
        position = draft.index + 1
        while position < stop and chunks[position].kind in LIGHT:
            position += 1
        if position + 1 < stop and chunks[position].role in ("with", "to") and chunks[position + 1].kind == "party":
            return series(chunks, position + 1, stop)
        asked = draft.act == "PROPOSE"
        if position < stop and chunks[position].kind == "party" and (asked or answers(chunks, draft, position, stop)):
            keys = chunks[position].keys
            own = self.document.sides(draft.source)
            return () if set(keys) <= own | set(draft.source) else series(chunks, position, stop)
        return draft.target if asked and draft.predicate.frame not in ("wish",) else ()


def _closed(chunks: list[Chunk], quote: Quote, stop: int) -> bool:
    """Whether what stands behind a quotation only tells when or where it was said."""
    behind = next((c for c in chunks[:stop] if c.start > quote.end and c.kind not in ("quote", "stop")), None)
    return behind is None or behind.kind in ("preposition", "subordinator", "date", "comma")
