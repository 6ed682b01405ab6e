"""One document, one pass: from its normalised text to every row that speaks of that document alone.

A pure function of the text and of the date it was published: it can be mapped over documents anywhere.
"""

from __future__ import annotations

from helpers.corpus import metadata, zones
from helpers.discourse import acts, speakers
from helpers.entities import mentions as entity_mentions
from helpers.entities import references
from helpers.language import sentences, words
from helpers.spans import Annotation, Mention


def annotate(text: str, *, published: str = "", mentions: tuple[Mention, ...] | None = None) -> Annotation:
    """Return all annotation of a normalised `text`.

    `published` is its date in ISO 8601, "" to use the one found in the text. `mentions`, where given, stand in for
    those found (the gold ones, to measure the analysis of acts on perfect input).
    """
    segments = zones.segment(text)
    found = metadata.find(text, segments)
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
        metadata={field: (value.value, value.rule) for field, value in found.items()},
    )
