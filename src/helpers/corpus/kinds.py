"""The types of files that are read, each by the ending of its name."""

from __future__ import annotations

from functools import partial

from helpers.corpus import archives, csv_records, json_records, parquet_records, plain, sources, warc, web
from helpers.corpus.sources import Reader

FILES: dict[str, Reader] = {
    ".txt": plain.entries,
    ".html": web.entries,
    ".htm": web.entries,
    ".jsonl": json_records.lines,
    ".json": json_records.values,
    ".csv": csv_records.entries,
    ".tsv": csv_records.entries,
    ".parquet": parquet_records.entries,
    ".warc": warc.entries,
    ".warc.gz": warc.entries,
}
READERS: dict[str, Reader] = FILES | {".zip": partial(archives.entries, readers=FILES)}
NAMES = ", ".join(READERS)


def reader(file: str) -> Reader | None:
    """The reader of a file, None where its type is not read."""
    return READERS.get(sources.ending(file, READERS))
