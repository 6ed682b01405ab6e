"""The manifest: what it gives to a document, and each way in which it can be wrong."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from helpers.corpus import readers
from helpers.errors import CorpusError

TEXT = "Thủ tướng tiếp Đại sứ Lào.\n"
SUM = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT + TEXT, encoding="utf-8")
    return tmp_path


def read(corpus: Path, rows: str) -> dict[str, readers.Document]:
    (corpus / "manifest.csv").write_text(rows, encoding="utf-8")
    items = readers.items(readers.read(corpus, max_document_chars=1000))
    return {item.doc_id: item for item in items if isinstance(item, readers.Document)}


def test_rows_go_with_their_documents(corpus: Path) -> None:
    found = read(
        corpus, f'\ufefffile,outlet,published_at,sha256,note\na.txt,VOV5,2022-05-01,{SUM.upper()},"một, hai"\n'
    )
    assert found["a"].given == {"outlet": "VOV5", "published_at": "2022-05-01", "note": "một, hai"}
    assert found["b"].given == {}


def test_a_row_may_name_the_doc_id_alone(corpus: Path) -> None:
    assert read(corpus, "doc_id,title\nb,Tiêu đề\n")["b"].given["title"] == "Tiêu đề"


WRONG = [
    ("file\nc.txt\n", r"manifest\.csv, line 2: c\.txt is not in the corpus folder; add the file or delete the row"),
    ("doc_id\nc\n", r"line 2: c is not in the corpus folder"),
    ("file,doc_id\na.txt,x\n", r"line 2: doc_id x is not that of a\.txt; write a or leave the cell empty"),
    ("file\na.txt\na.txt\n", r"line 3: file a\.txt is listed twice \(first in line 2\)"),
    ("doc_id,file\na,\n,a.txt\n", r"line 2: a\.txt is listed twice"),
    ("file,outlett\na.txt,x\n", r"line 1: unknown column 'outlett'; the columns are doc_id, file, record, outlet"),
    ("title\nx\n", r"line 1: a column is missing or stands twice"),
    ("", r"line 1: a column is missing"),
    ("file,title\na.txt\n", r"line 2: the row does not have as many cells as the header"),
    ("file,title\n,x\n", r"line 2: the row: fill in file or doc_id"),
    ("doc_id,record\na,1\n", r"line 2: the row: fill in file: a record is one of a file"),
    ("file,record\na.txt,7\n", r"line 2: a\.txt#7 is not in the corpus folder"),
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


@pytest.mark.parametrize(
    ("written", "published", "notes"),
    [
        ("1/5/2022", "2022-05-01", ()),
        ("2022-05-01 06:37:00", "2022-05-01T06:37", ()),
        ("2022-02-30", "", ("date-unreadable",)),
        ("không rõ", "", ("date-unreadable",)),
        ("", None, ()),
    ],
)
def test_days_are_read_or_flagged(corpus: Path, written: str, published: str | None, notes: tuple[str, ...]) -> None:
    document = read(corpus, f"file,published_at\na.txt,{written}\n")["a"]
    assert (document.given.get("published_at"), document.notes) == (published, notes)


RECORDS = '{"id": "x", "text": "%s", "source": "Báo Cột", "date": "3/4/2024"}\n{"id": "y", "text": "%s"}\n'


def test_rows_may_speak_of_records_and_of_their_file(corpus: Path) -> None:
    text = TEXT.strip()
    (corpus / "c.jsonl").write_text(RECORDS % (text, text), encoding="utf-8")
    rows = "file,record,doc_id,outlet,rights\nc.jsonl,,,,all reserved\nc.jsonl,1,,Báo Dòng,\n,,y,Báo Tên,free\n"
    found = read(corpus, rows)
    assert found["x"].given == {"outlet": "Báo Dòng", "rights": "all reserved", "published_at": "2024-04-03"}
    assert found["y"].given == {"outlet": "Báo Tên", "rights": "free"}


def test_a_file_of_records_must_have_its_checksum(corpus: Path) -> None:
    (corpus / "c.jsonl").write_text('{"text": "Hai bên nhất trí."}\n', encoding="utf-8")
    right = hashlib.sha256((corpus / "c.jsonl").read_bytes()).hexdigest()
    assert len(read(corpus, f"file,sha256\nc.jsonl,{right}\n")) == 3
    with pytest.raises(CorpusError, match=r"c\.jsonl: the file was changed"):
        read(corpus, f"file,sha256\nc.jsonl,{SUM}\n")


def test_the_id_of_a_record_must_be_the_one_it_has(corpus: Path) -> None:
    (corpus / "c.jsonl").write_text('{"id": "x", "text": "Hai bên nhất trí."}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"line 2: doc_id z is not that of c\.jsonl#1; write x or leave"):
        read(corpus, "file,record,doc_id\nc.jsonl,1,z\n")
