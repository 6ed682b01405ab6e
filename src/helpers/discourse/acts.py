"""Diplomatic acts of a text: candidates, clauses, arguments, classes put together."""

from __future__ import annotations

from helpers.discourse import quotes
from helpers.discourse.chunks import Chunk, Document
from helpers.discourse.clauses import Reader
from helpers.discourse.drafts import Draft
from helpers.spans import ACT_ZONES, Act, Mention, Reference, Sentence


def find(
    text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], references: tuple[Reference, ...]
) -> tuple[Act, ...]:
    """Return the acts of the normalised `text` in the order of their predicates."""
    document = Document(text, mentions, references)
    reader = Reader(document)
    read = [(sentence, document.sentence(sentence)) for sentence in sentences if sentence.zone in ACT_ZONES]
    spans = quotes.find(text, [chunks for _, chunks in read])
    out: list[Act] = []
    for sentence, chunks in read:
        quoted = {}
        for quote in spans:
            if quote.start < sentence.end and sentence.start < quote.end:
                quoted |= {n: quote.speaker for n, chunk in enumerate(chunks) if quote.start <= chunk.start < quote.end}
        out += [_act(document, sentence, chunks, draft) for draft in reader.read(chunks, quoted)]
    return tuple(sorted(out))


def _act(document: Document, sentence: Sentence, chunks: list[Chunk], draft: Draft) -> Act:
    chunk = chunks[draft.index]
    return Act(
        chunk.start, chunk.end, document.text[chunk.start : chunk.end], draft.act, draft.predicate.protocol, draft.source, draft.target, (),
        chunk.end, sentence.end, (), "reported", "", "", "", draft.rule,
    )  # fmt: skip
