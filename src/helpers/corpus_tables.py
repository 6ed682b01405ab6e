"""From a corpus to the annotation tables on disk: every text annotated, then what needs the whole corpus.

The first step speaks of one text at a time, is mapped over them and written as it comes. The second (duplicates,
entity ids) is computed anew from what the first wrote, without texts and words in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pandas as pd
import pyarrow as pa

from helpers import engines, parts, reading, store
from helpers.corpus import duplicates, readers
from helpers.corpus.duplicates import Signature
from helpers.corpus.readers import Corpus, Document, Skipped
from helpers.entities import linking, register
from helpers.spans import Segment

_STAGED = ("documents", "mentions", "namings", "acts")  # tables whose rows are completed in the second step
_LINKED = ["doc_id", "type", "entity", "text"]
_TOLD = ["doc_id", "entity", "offices", "offices_after", "country"]

Progress = Callable[[int, int], None]


def write(
    corpus: Corpus, run: Path | None = None, *, keep_duplicates: bool = False, progress: Progress | None = None
) -> dict[str, int]:
    """Write the annotation tables of `corpus` into a run, and return the number of rows of each.

    `progress(done, total)` is called after each text. With `keep_duplicates` statistics count texts that repeat
    another. Raises CorpusError where no text can be read.
    """
    place = store.folder(run)
    place.mkdir(parents=True, exist_ok=True)
    columns = pd.DataFrame([column._asdict() for column in corpus.columns], columns=list(readers.Column._fields))
    sizes = {"columns_read": len(store.write("columns_read", columns, run))}
    with TemporaryDirectory(prefix=".", dir=place) as name, _Texts(Path(name) / "texts") as texts:
        stage = Path(name)
        sizes |= _annotate(corpus, place, stage, texts, progress)
        documents, repeats = _documents(stage, texts, keep_duplicates=keep_duplicates)
        store.write("documents", documents, run)
        sizes["duplicates"] = len(store.write("duplicates", repeats, run))
        _link(stage, documents, run)
    return sizes


class _Texts(Mapping[str, str]):
    """Texts by doc_id, kept in a file, and their signatures."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.signatures: dict[str, Signature] = {}
        self._places: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> _Texts:
        self._file: IO[bytes] = self._path.open("w+b")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, doc_id: str, text: str, signature: Signature) -> None:
        raw = text.encode()
        self.signatures[doc_id] = signature
        self._places[doc_id] = self._file.seek(0, 2), len(raw)
        self._file.write(raw)

    def __getitem__(self, doc_id: str) -> str:
        start, length = self._places[doc_id]
        self._file.seek(start)
        return self._file.read(length).decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _annotate(corpus: Corpus, place: Path, stage: Path, texts: _Texts, progress: Progress | None) -> dict[str, int]:
    """Write the rows of every text, those to be completed into `stage`; return how many there are of each table."""
    first: list[Skipped] = []
    with ExitStack() as stack:
        writers: dict[str, store.Writer] = {}

        def add(name: str, rows: pa.RecordBatch) -> None:
            if name not in writers:
                writers[name] = stack.enter_context(store.Writer(name, stage if name in _STAGED else place))
            writers[name].add(rows)

        def leave_out(skipped: Skipped) -> None:
            add("skipped", store.batch("skipped", [skipped._asdict()]))
            first.extend([skipped] if len(first) < 3 else [])

        add("skipped", store.batch("skipped", []))
        found = _readable(corpus, leave_out)
        annotated = engines.over_documents(_packed, found, total=corpus.total)
        for done, (part, signature) in enumerate(annotated, start=1):
            for name, rows in part.items():
                add(name, rows)
            texts.add(part["texts"]["doc_id"][0].as_py(), part["texts"]["text"][0].as_py(), signature)
            if progress:
                progress(done, max(done, corpus.total - len(writers["skipped"])))
        if "documents" not in writers:
            raise readers.no_text(corpus, first)
        return {name: len(writer) for name, writer in writers.items()}


def _readable(corpus: Corpus, leave_out: Callable[[Skipped], None]) -> Iterator[Document]:
    for item in readers.items(corpus):
        if isinstance(item, Document):
            yield item
        else:
            leave_out(item)


def _packed(document: Document) -> tuple[dict[str, pa.RecordBatch], Signature]:
    rows = reading.document_rows(document)
    zones = [Segment(row["start"], row["end"], row["zone"], row["rule"]) for row in rows["segments"]]
    signature = duplicates.signature(document.text, zones)
    return {name: store.batch(name, some) for name, some in rows.items()}, signature


def _documents(stage: Path, texts: _Texts, *, keep_duplicates: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables `documents`, by doc_id, with what each text repeats, and `duplicates`."""
    documents = pd.concat(parts.groups(stage, "documents")).sort_values("doc_id", ignore_index=True)
    dates = dict(zip(documents["doc_id"], documents["published_at"], strict=True))
    found = duplicates.repeats(texts, texts.signatures, dates)
    kept = {repeat.doc_id: repeat.duplicate_of for repeat in found}
    repeated = pd.Series([kept.get(doc_id, "") for doc_id in documents["doc_id"]], dtype="str")
    documents = documents.assign(duplicate_of=repeated, counted=(repeated == "") | keep_duplicates)
    return documents, pd.DataFrame(found, columns=list(duplicates.Repeat._fields))


def _link(stage: Path, documents: pd.DataFrame, run: Path | None) -> None:
    """Complete mentions, namings and acts with the ids of entities, and put them into their place."""
    named = pd.concat([group[_LINKED] for group in parts.groups(stage, "mentions")], ignore_index=True)
    told = pd.concat([group[_TOLD] for group in parts.groups(stage, "namings")], ignore_index=True)
    ids = linking.corpus_ids(named, documents, told)
    place, at = store.folder(run), 0
    with store.Writer("mentions", place) as writer:
        for group in parts.groups(stage, "mentions"):
            writer.add_frame(group.assign(entity_id=ids.iloc[at : at + len(group)].to_numpy()))
            at += len(group)
    people = named["type"] == "PER"
    whose = dict(
        zip(zip(named.loc[people, "doc_id"], named.loc[people, "entity"], strict=True), ids[people], strict=True)
    )
    with store.Writer("namings", place) as writer:
        for group in parts.groups(stage, "namings"):
            pairs = zip(group["doc_id"], group["entity"], strict=True)
            writer.add_frame(group.assign(entity_id=pd.Series([whose[pair] for pair in pairs], group.index, "str")))
    with store.Writer("acts", place) as writer:
        for group in parts.groups(stage, "acts"):
            mentions = store.of_documents("mentions", group["doc_id"], run)
            ids_of = partial(register.ids_of_keys, group["doc_id"], mentions=mentions)
            writer.add_frame(group.assign(source_ids=ids_of(group["source"]), target_ids=ids_of(group["target"])))
