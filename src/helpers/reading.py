"""The rows of one text: its annotation as the tables hold it. It speaks of that text alone, so that it can be computed
anywhere; what needs the whole corpus stays empty here (see `corpus_tables`)."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import Any

from helpers.annotate import annotate
from helpers.cells import joined
from helpers.corpus import quality
from helpers.corpus.readers import Document
from helpers.entities import namings
from helpers.spans import Annotation, Sentence
from helpers.text import count_words

FIELDS = ("outlet", "agency", "author", "published_at", "title")

Rows = dict[str, list[dict[str, Any]]]


def document_rows(document: Document) -> Rows:
    """Annotate one document and return its rows, by table."""
    given = document.given
    published = given.get("published_at") or document.found.get("published_at", "")
    annotation = annotate(document.text, published=published)
    metadata = _metadata(document, annotation)
    doc = {"doc_id": document.doc_id}
    place = partial(_place, annotation.sentences, [s.start for s in annotation.sentences])
    return {
        "documents": [doc | _document(document, annotation, metadata)],
        "metadata": [
            doc
            | {"field": field, "found": value, "manifest": given.get(field, ""), "rule": rule, "certainty": certainty}
            for field, (value, rule, certainty) in metadata.items()
        ],
        "faults": [doc | f._asdict() for f in annotation.faults],
        "texts": [doc | {"text": document.text}],
        "segments": [doc | s._asdict() for s in annotation.segments],
        "sentences": [doc | {"sentence": i} | s._asdict() for i, s in enumerate(annotation.sentences)],
        "tokens": [doc | t._asdict() for t in annotation.tokens],
        "mentions": [
            {"mention_id": f"{document.doc_id}:m{i}", "entity_id": ""} | doc | m._asdict() | place(m.start)
            for i, m in enumerate(annotation.mentions)
        ],
        "namings": [
            doc | {"mention_id": f"{document.doc_id}:m{n.mention}", "entity_id": ""} | namings.cells(n)
            for n in namings.find(document.text, annotation.mentions)
        ],
        "references": [doc | r._asdict() | {"refers_to": joined(r.refers_to)} for r in annotation.references],
        "acts": [
            {"act_id": f"{document.doc_id}:a{i}", "source_ids": "", "target_ids": ""}
            | doc
            | _joined(a._asdict())
            | place(a.start)
            for i, a in enumerate(annotation.acts)
        ],
    }


def _joined(row: dict[str, Any]) -> dict[str, Any]:
    return {key: joined(value) if isinstance(value, tuple) else value for key, value in row.items()}


def _metadata(document: Document, annotation: Annotation) -> dict[str, tuple[str, str, str]]:
    """What is found by field, with rule and certainty: in the text, or, where that is not exact, in its web page."""
    return {
        field: (document.found[field], "web page", "exact")
        if told[2] != "exact" and document.found.get(field)
        else told
        for field, told in annotation.metadata.items()
    }


def _document(document: Document, annotation: Annotation, metadata: dict[str, tuple[str, str, str]]) -> dict[str, Any]:
    given = document.given
    known = {field: given.get(field) or metadata[field][0] for field in FIELDS}
    language = quality.language(document.text)
    return {
        "file": document.file,
        "record": document.record,
        "address": document.address,
        "sha256": document.sha256,
        **known,
        "language": language,
        "characters": len(document.text),
        "words": count_words(document.text),
        "sentences": len(annotation.sentences),
        "duplicate_of": "",
        "counted": True,
        "flags": joined(
            quality.flags(
                document.text,
                annotation.segments,
                language=language,
                published=known["published_at"],
                notes=(*document.notes, *annotation.notes),
            )
        ),
        "rights": given.get("rights", ""),
        "note": given.get("note", ""),
    }


def _place(sentences: tuple[Sentence, ...], starts: list[int], position: int) -> dict[str, Any]:
    """Zone and number of the sentence that `position` stands in (the nearest before it, if it stands in none)."""
    number = max(bisect_right(starts, position) - 1, 0)
    return {"zone": sentences[number].zone, "sentence": number}
