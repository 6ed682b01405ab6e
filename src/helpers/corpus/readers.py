"""Files of a corpus folder to documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from helpers import text as texts
from helpers.corpus import manifest
from helpers.errors import CorpusError


class Document(NamedTuple):
    """A text of the corpus: `text` is normalised, `manifest` its row there ({} without one)."""

    doc_id: str
    file: str
    sha256: str
    text: str
    manifest: dict[str, str]


class Skipped(NamedTuple):
    """An input that was left out, why, and what would let it in."""

    path: str
    record: str
    reason: str
    remedy: str


class Corpus(NamedTuple):
    """All inputs of a folder: those read, sorted by doc_id, and those left out."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


def read(folder: Path, *, max_document_chars: int, progress: Callable[[int, int], None] | None = None) -> Corpus:
    """Return the corpus of `folder`; CorpusError where there is none."""
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; give a folder of .txt files")
    rows = manifest.read(folder)
    documents = []
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_bytes()
        documents.append(
            Document(
                path.stem,
                path.name,
                hashlib.sha256(raw).hexdigest(),
                texts.normalise(raw.decode("utf-8-sig")),
                rows.get(path.name, {}),
            )
        )
    return Corpus(tuple(documents), ())
