"""One document, one pass: from its normalised text to every row that speaks of that document alone.

A pure function of the text and of the date it was published: it can be mapped over documents anywhere. The analysis
reads the view of the text (`helpers.view`); every place it finds is given back as a place of the text itself.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from helpers import view as views
from helpers.corpus import metadata, zones
from helpers.discourse import acts, speakers
from helpers.entities import mentions as entity_mentions
from helpers.entities import references
from helpers.language import sentences, words
from helpers.spans import Act, Annotation, Mention, Reference, Segment, Sentence, Token
from helpers.view import View

_Placed = TypeVar("_Placed", Sentence, Token, Mention, Reference, Act)
_Quoted = TypeVar("_Quoted", Mention, Reference, Act)


def annotate(text: str, *, published: str = "", mentions: tuple[Mention, ...] | None = None) -> Annotation:
    """Return all annotation of a normalised `text`.

    `published` is its date in ISO 8601, "" to use the one found in the text. `mentions`, where given, stand in for
    those found (the gold ones, to measure the analysis of acts on perfect input). All offsets are of `text`, and the
    text of a mention, reference or act is what stands there; keys of entities and the text of tokens are as read.
    """
    view = views.of(text)
    read = _read(view.text, published, mentions if mentions is None else _into(view, mentions))
    if view.text != text:
        read = _placed(text, view, read)
    return replace(
        read,
        mentions=read.mentions if mentions is None else mentions,
        faults=view.faults,
        notes=(*read.notes, *sorted({fault.kind for fault in view.faults})),
    )


def _read(text: str, published: str, mentions: tuple[Mention, ...] | None) -> Annotation:
    segments = zones.segment(text)
    found = metadata.find(text, segments)
    notes = () if published else tuple(metadata.flags(found))
    published = published or found["published_at"].value
    spans = sentences.split(text, segments)
    tokens = words.tokenize(text, spans)
    if mentions is None:
        mentions = entity_mentions.find(text, segments, spans)
    expressions = references.find(text, spans, mentions)
    predicates = acts.find(text, spans, mentions, expressions)
    return Annotation(
        text=text,
        segments=segments,
        sentences=speakers.attribute(text, spans, predicates),
        tokens=tokens,
        mentions=mentions,
        references=expressions,
        acts=predicates,
        notes=notes,
        metadata={field: (value.value, value.rule, value.certainty) for field, value in found.items()},
    )


def _into(view: View, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions of the source as mentions of its view, without those of which nothing is read."""
    places = [(view.into(mention.start, mention.end), mention) for mention in mentions]
    return tuple(
        mention._replace(start=start, end=end, text=view.text[start:end])
        for (start, end), mention in places
        if start < end
    )


def _placed(text: str, view: View, read: Annotation) -> Annotation:
    """What was read in the view, at the places of the source `text`."""
    spans = [(act, view.span(act.content_start, act.content_end)) for act in read.acts]
    said = tuple(act._replace(content_start=start, content_end=end) for act, (start, end) in spans)
    return replace(
        read,
        text=text,
        segments=_tiles(text, view, read.segments),
        sentences=tuple(_at(view, sentence) for sentence in read.sentences),
        tokens=tuple(_at(view, token) for token in read.tokens),
        mentions=tuple(_quoted(text, _at(view, mention)) for mention in read.mentions),
        references=tuple(_quoted(text, _at(view, reference)) for reference in read.references),
        acts=tuple(_quoted(text, _at(view, act)) for act in said),
    )


def _at(view: View, row: _Placed) -> _Placed:
    start, end = view.span(row.start, row.end)
    return row._replace(start=start, end=end)


def _quoted(text: str, row: _Quoted) -> _Quoted:
    return row._replace(text=text[row.start : row.end])


def _tiles(text: str, view: View, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments with what is not read put to the one before it, or to the first: they tile the source."""
    starts = [0, *(view.starts[segment.start] for segment in segments[1:]), len(text)]
    return tuple(
        segment._replace(start=start, end=end) for segment, (start, end) in zip(segments, pairwise(starts), strict=True)
    )
