"""Diplomatic acts of a text: candidates, clauses, arguments, classes put together."""

from __future__ import annotations

from helpers.discourse import arguments, crosswalks, quotes, times, topics
from helpers.discourse.chunks import Chunk
from helpers.discourse.clauses import Reader
from helpers.discourse.document import Document
from helpers.discourse.drafts import MAIN, Draft
from helpers.discourse.quotes import Quote
from helpers.lexicon.matching import Hit
from helpers.spans import ACT_ZONES, Act, Mention, Reference, Sentence

ENCOUNTERS = ("VISIT", "RECEIVE", "MEET")
_EDGES = ' \t\n,;:.!?…"“”«»()-–—'


def find(
    text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], references: tuple[Reference, ...]
) -> tuple[Act, ...]:
    """Return the acts of the normalised `text` in the order of their predicates."""
    document = Document(text, mentions, references)
    reader = Reader(document)
    told = [sentence for sentence in sentences if sentence.zone in ACT_ZONES]
    read = [(sentence, chunks) for sentence in told for chunks in document.sentence(sentence)]
    spans = quotes.find(text, [chunks for _, chunks in read])
    topic = topics.hits(text)
    out: list[Act] = []
    for sentence, chunks in read:
        quoted: dict[int, tuple[str, ...]] = {}
        for quote in spans:
            if quote.start < sentence.end and sentence.start < quote.end:
                quoted |= {n: quote.speaker for n, chunk in enumerate(chunks) if quote.start <= chunk.start < quote.end}
        drafts = reader.read(chunks, quoted)
        for number, draft in enumerate(drafts):
            following = (d.index for d in drafts[number + 1 :] if d.level == MAIN and d.rule != "nominal")
            after = next(following, len(chunks))
            end = _edge(chunks, after) if after < len(chunks) else sentence.end
            out.append(_act(document, sentence, chunks, draft, end, spans, topic))
    return tuple(sorted(out))


def _edge(chunks: list[Chunk], index: int) -> int:
    """Where the clause of the predicate at `index` begins: behind the last sign or conjunction before it."""
    for position in range(index - 1, -1, -1):
        if chunks[position].kind in ("comma", "semicolon", "conjunction", "colon", "quote"):
            return chunks[position].start
    return chunks[index].start


def _act(
    document: Document,
    sentence: Sentence,
    chunks: list[Chunk],
    draft: Draft,
    end: int,
    spans: list[Quote],
    topic: list[Hit],
) -> Act:
    chunk = chunks[draft.index]
    start, stop = _content(document.text, sentence, chunk, draft, end, spans)
    codes = crosswalks.codes(draft.predicate.entry, draft.act)
    return Act(
        start=chunk.start,
        end=chunk.end,
        text=document.text[chunk.start : chunk.end],
        act=draft.act,
        protocol=draft.predicate.protocol,
        source=draft.source,
        target=() if draft.target == draft.source and len(draft.source) == 1 else tuple(sorted(set(draft.target))),
        addressee=arguments.addressee(chunks, draft.index, len(chunks)) if start < stop else (),
        content_start=start,
        content_end=stop,
        topics=topics.named(topic, start, stop),
        time=times.of(chunks, draft),
        searle=codes.searle,
        cameo=codes.cameo,
        plover=codes.plover,
        rule=draft.rule,
    )


def _content(
    text: str, sentence: Sentence, chunk: Chunk, draft: Draft, end: int, spans: list[Quote]
) -> tuple[int, int]:
    """What is said, asked, praised or signed: behind the predicate up to the next act, or the quotation before it."""
    if draft.act in ENCOUNTERS:
        return chunk.end, chunk.end
    start, stop = chunk.end, end
    quote = next((q for q in reversed(spans) if q.end <= chunk.start and chunk.start - q.end < 120), None)
    if quote is not None and not text[start:stop].strip(_EDGES) and draft.predicate.frame in ("say", "opine"):
        start, stop = quote.start, quote.end
    while start < stop and text[start] in _EDGES:
        start += 1
    while stop > start and text[stop - 1] in _EDGES:
        stop -= 1
    return start, stop
