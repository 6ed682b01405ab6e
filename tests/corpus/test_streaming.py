"""A corpus larger than memory is read: one text at a time, whatever the type of its file."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from helpers.corpus import readers
from helpers.corpus.readers import Document

SENTENCE = "Hai bên nhất trí thúc đẩy hợp tác trên nhiều lĩnh vực và cảm ơn sự ủng hộ của nhau. "
RECORDS = 2000


def records() -> Iterator[dict[str, str]]:
    for number in range(RECORDS):
        yield {"id": f"r{number}", "text": f"{number}. {SENTENCE * 100}"}


def jsonl() -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records())


def listed() -> bytes:
    return json.dumps(list(records()), ensure_ascii=False).encode()


def table() -> bytes:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, ["id", "text"])
    writer.writeheader()
    writer.writerows(records())
    return buffer.getvalue().encode()


def parquet() -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(records())), buffer, row_group_size=50)
    return buffer.getvalue()


def packed() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.jsonl", jsonl())
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.jsonl", jsonl), ("a.json", listed), ("a.csv", table), ("a.parquet", parquet), ("a.zip", packed)],
)  # fmt: skip
def test_memory_does_not_grow_with_the_file(tmp_path: Path, name: str, content: object) -> None:
    (tmp_path / name).write_bytes(content())  # type: ignore[operator]
    size = sum(len(record["text"].encode()) for record in records())
    tracemalloc.start()
    try:
        corpus = readers.read(tmp_path, max_document_chars=20_000, other_languages=True)
        number = sum(isinstance(item, Document) for item in readers.items(corpus))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert number == corpus.total == RECORDS
    assert peak < size / 4


def test_a_line_without_end_is_not_kept_whole(tmp_path: Path) -> None:
    good = json.dumps({"text": SENTENCE}).encode()
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"x" * 20_000_000 + b'"}\n' + good + b"\n")
    tracemalloc.start()
    try:
        found = list(readers.items(readers.read(tmp_path, max_document_chars=2000)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [getattr(item, "reason", "")[:11] for item in found] == ["longer than", ""]
    assert peak < 2_000_000
