"""Diplomatic acts of a text: candidates, clauses, arguments, classes put together."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk, Document
from helpers.discourse.clauses import Draft, Reader
from helpers.spans import ACT_ZONES, Act, Mention, Reference, Sentence


def find(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], references: tuple[Reference, ...]) -> tuple[Act, ...]:
    """Return the acts of the normalised `text` in the order of their predicates."""
    document = Document(text, mentions, references)
    reader = Reader(document)
    out: list[Act] = []
    for sentence in sentences:
        if sentence.zone not in ACT_ZONES:
            continue
        chunks = document.sentence(sentence)
        for draft in reader.read(chunks, set(), ()):
            out.append(_act(text, sentence, chunks, draft))
    return tuple(sorted(out))


def _act(text: str, sentence: Sentence, chunks: list[Chunk], draft: Draft) -> Act:
    chunk = chunks[draft.index]
    return Act(
        chunk.start, chunk.end, text[chunk.start : chunk.end], draft.act, draft.predicate.protocol, draft.source, (), (),
        chunk.end, sentence.end, (), "reported", "", "", "", draft.rule,
    )  # fmt: skip
