"""From a corpus folder to the annotation tables: every document annotated, then what needs the whole corpus.

The first step speaks of one document at a time and is mapped over them; the second (duplicates, entity ids) is
computed anew from the tables of the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pandas as pd

from helpers import engines, schemas
from helpers.annotate import annotate
from helpers.corpus import duplicates, quality
from helpers.corpus.readers import Corpus, Document
from helpers.entities import linking, register
from helpers.spans import Annotation, Sentence
from helpers.text import count_words

FIELDS = ("outlet", "agency", "author", "published_at", "title")

Rows = dict[str, list[dict[str, Any]]]
Tables = dict[str, pd.DataFrame]


def annotation_tables(corpus: Corpus, *, progress: Callable[[int, int], None] | None = None) -> Tables:
    """Return the tables documents, metadata, skipped, texts, segments, sentences, tokens, mentions, references and
    acts of a corpus. `progress(done, total)` is called after each document."""
    rows: Rows = {}
    for part in engines.over_documents(document_rows, corpus.documents, progress=progress):
        for name, some in part.items():
            rows.setdefault(name, []).extend(some)
    rows["skipped"] = [skip._asdict() for skip in corpus.skipped]
    tables = {name: _frame(name, some) for name, some in rows.items()}
    return _linked(_deduplicated(tables))


def document_rows(document: Document) -> Rows:
    """Annotate one document and return its rows, by table."""
    manifest = document.manifest
    annotation = annotate(document.text, published=manifest.get("published_at", ""))
    doc = {"doc_id": document.doc_id}
    place = partial(_place, annotation.sentences, [s.start for s in annotation.sentences])
    return {
        "documents": [doc | _document(document, annotation)],
        "metadata": [
            doc | {"field": field, "found": value, "manifest": manifest.get(field, ""), "rule": rule}
            for field, (value, rule) in annotation.metadata.items()
        ],
        "texts": [doc | {"text": document.text}],
        "segments": [doc | s._asdict() for s in annotation.segments],
        "sentences": [doc | {"sentence": i} | s._asdict() for i, s in enumerate(annotation.sentences)],
        "tokens": [doc | t._asdict() for t in annotation.tokens],
        "mentions": [
            {"mention_id": f"{document.doc_id}:m{i}"} | doc | m._asdict() | place(m.start)
            for i, m in enumerate(annotation.mentions)
        ],
        "references": [doc | r._asdict() | {"refers_to": joined(r.refers_to)} for r in annotation.references],
        "acts": [
            {"act_id": f"{document.doc_id}:a{i}"} | doc | _joined(a._asdict()) | place(a.start)
            for i, a in enumerate(annotation.acts)
        ],
    }


def joined(keys: Iterable[str]) -> str:
    """Several keys in one cell."""
    return ";".join(keys)


def split(cell: str) -> tuple[str, ...]:
    """The keys of one cell."""
    return tuple(key for key in cell.split(";") if key)


def _joined(row: dict[str, Any]) -> dict[str, Any]:
    return {key: joined(value) if isinstance(value, tuple) else value for key, value in row.items()}


def _document(document: Document, annotation: Annotation) -> dict[str, Any]:
    manifest = document.manifest
    known = {f: manifest.get(f, "") or annotation.metadata[f][0] for f in FIELDS}
    return {
        "file": document.file,
        "sha256": document.sha256,
        **known,
        "language": quality.language(document.text),
        "characters": len(document.text),
        "words": count_words(document.text),
        "sentences": len(annotation.sentences),
        "duplicate_of": "",
        "flags": joined(
            quality.flags(document.text, annotation.segments, published=known["published_at"], notes=document.notes)
        ),
        "rights": manifest.get("rights", ""),
        "note": manifest.get("note", ""),
    }


def _place(sentences: tuple[Sentence, ...], starts: list[int], position: int) -> dict[str, Any]:
    """Zone and number of the sentence that `position` stands in (the nearest before it, if it stands in none)."""
    number = max(bisect_right(starts, position) - 1, 0)
    return {"zone": sentences[number].zone, "sentence": number}


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = list(schemas.table(name).columns)
    return pd.DataFrame(rows, columns=columns) if rows else schemas.empty(name)


def _deduplicated(tables: Tables) -> Tables:
    texts = tables["texts"]
    twins = duplicates.find(dict(zip(texts["doc_id"], texts["text"], strict=True)))
    documents = tables["documents"]
    return tables | {"documents": documents.assign(duplicate_of=[twins.get(doc, "") for doc in documents["doc_id"]])}


def _linked(tables: Tables) -> Tables:
    mentions = tables["mentions"].assign(entity_id=linking.corpus_ids(tables["mentions"], tables["documents"]))
    acts = tables["acts"]
    for side in ("source", "target"):
        acts = acts.assign(**{f"{side}_ids": register.ids_of_keys(acts["doc_id"], acts[side], mentions)})
    return tables | {"mentions": mentions, "acts": acts}
