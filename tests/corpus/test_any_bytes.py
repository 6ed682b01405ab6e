"""Whatever bytes a file holds, each of its texts becomes a document or a skipped row."""

from __future__ import annotations

from pathlib import Path

import any_corpus
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import text as texts
from helpers.corpus import readers
from helpers.corpus.readers import Document, Skipped

WHOLE = {
    ".txt": any_corpus.TEXT.encode(),
    ".html": any_corpus.page(),
    ".jsonl": any_corpus.lines({"id": "a", "text": any_corpus.TEXT}, {"id": "b", "text": any_corpus.OTHER}),
    ".json": b'[{"id": "a", "text": "Hai b\xc3\xaan."}, {"id": "b", "text": ["c", "d"]}]',
    ".csv": any_corpus.TABLE.encode(),
    ".tsv": any_corpus.TABLE.replace(";", "\t").encode("utf-16"),
    ".parquet": any_corpus.ROWS,
    ".warc": any_corpus.crawl(zipped=False),
    ".warc.gz": any_corpus.crawl(zipped=True),
    ".zip": any_corpus.packed({"a.txt": any_corpus.TEXT.encode(), "b.csv": any_corpus.TABLE.encode()}),
}
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def accounted(folder: Path, ending: str, raw: bytes, encoding: str = "") -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / f"a{ending}").write_bytes(raw)
    corpus = readers.read(folder, max_document_chars=2000, other_languages=True, encoding=encoding)
    places, ids = [], []
    for item in readers.items(corpus):
        places.append(item.record)
        if isinstance(item, Skipped):
            assert item.path == f"a{ending}"
            assert item.reason
            assert item.remedy
        else:
            assert isinstance(item, Document)
            assert item.text == texts.normalise(item.text)
            assert item.text.strip()
            item.text.encode()  # no half of a surrogate pair
            ids.append(item.doc_id)
    assert places
    assert len(set(places)) == len(places)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("ending", WHOLE)
@SLOW
@given(raw=st.binary(max_size=300))
def test_any_bytes(tmp_path: Path, ending: str, raw: bytes) -> None:
    accounted(tmp_path, ending, raw)


@pytest.mark.parametrize("ending", WHOLE)
@SLOW
@given(data=st.data())
def test_any_damage(tmp_path: Path, ending: str, data: st.DataObject) -> None:
    """A good file that is cut short, or in which some bytes were overwritten."""
    raw = bytearray(WHOLE[ending])
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(raw) - 1))
        some = data.draw(st.binary(min_size=1, max_size=8))
        raw[at : at + len(some)] = some
    accounted(tmp_path, ending, bytes(raw[: data.draw(st.integers(0, len(raw)))]))


@pytest.mark.parametrize("ending", [".txt", ".html", ".jsonl", ".json", ".csv"])
@SLOW
@given(
    raw=st.binary(max_size=200),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-16-le", "windows-1258", "tcvn3", "vni", "viscii"]),
)
def test_any_bytes_in_an_encoding_that_is_given(tmp_path: Path, ending: str, raw: bytes, encoding: str) -> None:
    accounted(tmp_path, ending, raw, encoding)


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20), lambda inner: (
    st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "id", "date", "title", "source", "x"]), inner)
), max_leaves=8)  # fmt: skip


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
@SLOW
@given(values=st.lists(JSON, max_size=4))
def test_any_json(tmp_path: Path, ending: str, values: list[object]) -> None:
    import json

    joiner = "\n" if ending == ".jsonl" else ", "
    body = joiner.join(json.dumps(value) for value in values)
    accounted(tmp_path, ending, (body if ending == ".jsonl" else f"[{body}]").encode())
