"""Diplomatic acts of a text: candidates, clauses, arguments, classes, contents and codes put together."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.discourse import audiences, crosswalks, headings, quotes, times, topics
from helpers.discourse.chunks import Chunk
from helpers.discourse.clauses import Reader
from helpers.discourse.contents import Contents
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft
from helpers.spans import ACT_ZONES, Act, Mention, Reference, Sentence


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
        where |= {id(draft): _Place(chunks, found, number) for number, draft in enumerate(found)}
    audiences.settle(document, drafts)
    writer = _Writer(text, Contents(document, spans), topics.Named(text))
    written = (writer.act(draft, where[id(draft)]) for draft in headings.settle(drafts))
    return tuple(sorted(act for act in written if act.source))  # what nobody does is no act


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a draft stands: the chunks of its sentence, the drafts found there, and which of them it is."""

    chunks: list[Chunk]
    drafts: list[Draft]
    number: int


class _Writer:
    """Turns drafts into rows."""

    def __init__(self, text: str, contents: Contents, named: topics.Named) -> None:
        self.text, self.contents, self.named = text, contents, named

    def act(self, draft: Draft, place: _Place) -> Act:
        chunk, predicate = place.chunks[draft.index], draft.predicate
        start, end = self.contents.span(place.chunks, place.drafts, place.number)
        time = times.of(place.chunks, draft)
        to_oneself = draft.target == draft.source and len(draft.source) == 1
        source = tuple(sorted(set(draft.source)))
        target = () if to_oneself else tuple(sorted(set(draft.target)))
        frame = "" if source == target else predicate.frame  # between both sides nobody is guest or host
        codes = crosswalks.codes(predicate.entry, draft.act, frame=frame, protocol=predicate.protocol, time=time)
        actor, recipient = crosswalks.parties(codes, source, target)
        return Act(
            start=chunk.start,
            end=chunk.end,
            text=self.text[chunk.start : chunk.end],
            act=draft.act,
            protocol=predicate.protocol,
            source=source,
            target=target,
            addressee=self.contents.addressee(place.chunks, place.drafts, place.number),
            content_start=start,
            content_end=end,
            topics=self.named.between(start, end),
            time=time,
            searle=codes.searle,
            cameo=codes.cameo,
            plover=codes.plover,
            plover_mode=codes.mode,
            plover_actor=actor,
            plover_recipient=recipient,
            rule=draft.rule,
        )
