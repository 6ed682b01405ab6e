"""The manifest: what it gives to a document, and each way in which it can be wrong."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from helpers.corpus import manifest, readers
from helpers.errors import CorpusError

TEXT = "Thủ tướng tiếp Đại sứ Lào.\n"
SUM = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT + TEXT, encoding="utf-8")
    return tmp_path


def read(corpus: Path, rows: str) -> readers.Corpus:
    (corpus / "manifest.csv").write_text(rows, encoding="utf-8")
    return readers.read(corpus, max_document_chars=1000)


def test_rows_go_with_their_documents(corpus: Path) -> None:
    found = read(
        corpus, f'\ufefffile,outlet,published_at,sha256,note\na.txt,VOV5,2022-05-01,{SUM.upper()},"một, hai"\n'
    )
    first, second = found.documents
    assert first.manifest == dict.fromkeys(manifest.FIELDS, "") | {
        "file": "a.txt",
        "outlet": "VOV5",
        "published_at": "2022-05-01",
        "sha256": SUM,
        "note": "một, hai",
    }
    assert second.manifest == {}


def test_a_row_may_name_the_doc_id_alone(corpus: Path) -> None:
    assert read(corpus, "doc_id,title\nb,Tiêu đề\n").documents[1].manifest["title"] == "Tiêu đề"


WRONG = [
    ("file\nc.txt\n", r"manifest\.csv, line 2: c\.txt is not in the corpus folder; add the file or delete the row"),
    ("doc_id\nc\n", r"line 2: c is not in the corpus folder"),
    ("file,doc_id\na.txt,x\n", r"line 2: doc_id x is not that of a\.txt; write a or leave the cell empty"),
    ("file\na.txt\na.txt\n", r"line 3: file a\.txt is listed twice \(first in line 2\)"),
    ("doc_id,file\na,\n,a.txt\n", r"line 3: a\.txt is listed twice"),
    ("file,outlett\na.txt,x\n", r"line 1: unknown column 'outlett'; the columns are doc_id, file, outlet"),
    ("title\nx\n", r"line 1: a column is missing or stands twice"),
    ("", r"line 1: a column is missing"),
    ("file,title\na.txt\n", r"line 2: the row does not have as many cells as the header"),
    ("file,title\n,x\n", r"line 2: the row: fill in file or doc_id"),
    ("file,published_at\na.txt,1/5/2022\n", r"line 2: published_at '1/5/2022': write it as 2024-04-02"),
    ("file,published_at\na.txt,2022-02-30\n", r"line 2: published_at '2022-02-30'"),
    ("file,sha256\na.txt,abc\n", r"line 2: sha256 'abc': a SHA-256 has 64 hexadecimal digits"),
    ('file\n"a.txt\n', r"cannot be read as CSV"),
]


@pytest.mark.parametrize(("rows", "message"), WRONG)
def test_faults_are_named_with_line_value_and_remedy(corpus: Path, rows: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        read(corpus, rows)


def test_a_manifest_in_another_encoding(corpus: Path) -> None:
    (corpus / "manifest.csv").write_bytes("file,title\na.txt,Tiêu đề\n".encode("utf-16"))
    with pytest.raises(CorpusError, match="save it again as such"):
        readers.read(corpus, max_document_chars=1000)


def test_a_changed_text_names_file_expected_and_found(corpus: Path) -> None:
    with pytest.raises(CorpusError) as error:
        read(corpus, f"file,sha256\nb.txt,{SUM}\n")
    found = hashlib.sha256((TEXT + TEXT).encode()).hexdigest()
    for part in ("b.txt", f"expected {SUM}", f"found {found}", "restore the file"):
        assert part in str(error.value)
