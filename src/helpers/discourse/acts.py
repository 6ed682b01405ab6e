"""Diplomatic acts of a text: candidates, clauses, arguments, classes put together."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from helpers.discourse import concerns, crosswalks, headings, quotes, times, topics
from helpers.discourse.chunks import Chunk
from helpers.discourse.clauses import Reader
from helpers.discourse.document import Document
from helpers.discourse.drafts import MAIN, Draft
from helpers.discourse.quotes import Quote
from helpers.spans import ACT_ZONES, Act, Mention, Reference, Sentence

ENCOUNTERS = ("VISIT", "RECEIVE", "MEET")
_EDGES = ' \t\n,;:.!?…"“”«»()-–—'
_SIGNS = ("comma", "semicolon", "conjunction", "colon", "quote")
_FAR = 120  # characters between a quotation and the verb behind it that introduces it


def find(
    text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], references: tuple[Reference, ...]
) -> tuple[Act, ...]:
    """Return the acts of the normalised `text` in the order of their predicates; offsets are code points of it."""
    document = Document(text, mentions, references)
    told = [sentence for sentence in sentences if sentence.zone in ACT_ZONES]
    read = [(sentence, chunks) for sentence in told for chunks in document.sentence(sentence)]
    spans = quotes.find(text, [chunks for _, chunks in read])
    reader = Reader(document)
    drafts: list[Draft] = []
    where: dict[int, _Place] = {}
    for sentence, chunks in read:
        found = reader.read(chunks, quotes.inside(spans, chunks), headings.is_heading(text, sentence))
        drafts += found
        where |= {
            id(draft): _Place(sentence, chunks, _content_end(sentence, chunks, found, n))
            for n, draft in enumerate(found)
        }
    writer = _Writer(document, spans, topics.Named(text))
    written = (writer.act(draft, where[id(draft)]) for draft in headings.settle(drafts))
    return tuple(sorted(act for act in written if act.source))  # what nobody does is no act


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a draft stands: its sentence and chunks, and where what follows its predicate ends."""

    sentence: Sentence
    chunks: list[Chunk]
    end: int


def _content_end(sentence: Sentence, chunks: list[Chunk], drafts: list[Draft], number: int) -> int:
    """Where the clause of the next act on the reporter's level begins, else the end of the sentence."""
    following = next((d.index for d in drafts[number + 1 :] if d.level == MAIN and d.rule != "nominal"), None)
    if following is None:
        return chunks[-1].end if chunks else sentence.end
    edge = (chunks[at].start for at in range(following - 1, -1, -1) if chunks[at].kind in _SIGNS)
    return next(edge, chunks[following].start)


class _Writer:
    """Turns drafts into rows."""

    def __init__(self, document: Document, spans: list[Quote], named: topics.Named) -> None:
        self.document, self.spans, self.named = document, spans, named
        self.ends = [quote.end for quote in spans]

    def act(self, draft: Draft, place: _Place) -> Act:
        chunk = place.chunks[draft.index]
        start, end = self._content(chunk, draft, place.end)
        codes = crosswalks.codes(draft.predicate.entry, draft.act)
        to_oneself = draft.target == draft.source and len(draft.source) == 1
        return Act(
            start=chunk.start,
            end=chunk.end,
            text=self.document.text[chunk.start : chunk.end],
            act=draft.act,
            protocol=draft.predicate.protocol,
            source=tuple(sorted(set(draft.source))),
            target=() if to_oneself else tuple(sorted(set(draft.target))),
            addressee=concerns.addressee(place.chunks, draft.index, len(place.chunks)) if start < end else (),
            content_start=start,
            content_end=end,
            topics=self.named.between(start, end),
            time=times.of(place.chunks, draft),
            searle=codes.searle,
            cameo=codes.cameo,
            plover=codes.plover,
            rule=draft.rule,
        )

    def _content(self, chunk: Chunk, draft: Draft, end: int) -> tuple[int, int]:
        """What is said, asked, praised or signed: behind the predicate up to the next act, or the quotation before it."""
        text, start = self.document.text, chunk.end
        if draft.act in ENCOUNTERS:
            return start, start
        before = bisect_left(self.ends, chunk.start + 1) - 1
        quoted = before >= 0 and chunk.start - self.ends[before] < _FAR and draft.predicate.frame in ("say", "opine")
        if quoted and not text[start:end].strip(_EDGES):
            start, end = self.spans[before].start, self.spans[before].end
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        return start, max(start, end)
