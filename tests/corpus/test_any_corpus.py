"""The corpus of every case: each text is a document or a skipped row, as the table says, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import any_corpus
import pytest

from helpers.corpus import readers
from helpers.corpus.readers import Document, Skipped

Items = dict[tuple[str, str], Document | Skipped]


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[dict[tuple[str, str], str], readers.Corpus, Items]]:
    folder = tmp_path_factory.mktemp("every")
    expected = any_corpus.build(folder)
    corpus = readers.read(folder, max_document_chars=any_corpus.LIMIT)
    items: Items = {}
    for item in readers.items(corpus):
        place = (item.file if isinstance(item, Document) else item.path, item.record)
        assert place not in items
        items[place] = item
    yield expected, corpus, items
    if (folder / "locked.txt").exists():
        (folder / "locked.txt").chmod(0o600)


CASES = [(case.file, record, wanted) for case in any_corpus.CASES for record, wanted in case.expected.items()]


@pytest.mark.parametrize(
    ("file", "record", "wanted"), CASES, ids=[f"{file[:30]}#{record}" for file, record, _ in CASES]
)
def test_each_text_gives_what_the_table_says(built: tuple, file: str, record: str, wanted: str) -> None:
    item = built[2][file, record]
    if wanted.startswith("!"):
        assert isinstance(item, Skipped)
        assert wanted[1:] in item.reason
        assert item.remedy
    else:
        assert isinstance(item, Document), item
        expected = re.escape(wanted[1:]) + "-[0-9a-f]{8}" if wanted.startswith("~") else re.escape(wanted)
        assert re.fullmatch(expected, item.doc_id)


def test_nothing_else_is_an_input_and_the_number_is_known_before(built: tuple) -> None:
    expected, corpus, items = built
    assert set(items) == set(expected)
    assert corpus.total == len(items)


def test_links_and_locked_files(built: tuple) -> None:
    expected, _, items = built
    others = set(expected) - {(file, record) for file, record, _ in CASES}
    assert len(others) >= 3
    for place in others:
        assert expected[place][1:] in items[place].reason


def test_ids_are_safe_and_unique(built: tuple) -> None:
    ids = [item.doc_id for item in built[2].values() if isinstance(item, Document)]
    assert len({doc_id.casefold() for doc_id in ids}) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", doc_id) for doc_id in ids)


def document(built: tuple, file: str, record: str = "") -> Document:
    return built[2][file, record]


def test_columns_that_were_read_are_reported(built: tuple) -> None:
    found = {(column.path, column.field): (column.column, column.rule) for column in built[1].columns}
    assert found["table.csv", "text"] == ("nội dung", "guessed by its name")
    assert found["table.csv", "outlet"] == ("nguồn", "guessed by its name")
    assert found["list.json", "id"] == ("uuid", "guessed by its name")
    assert found["all.zip#z4.csv", "text"] == ("text", "guessed by its name")
    assert ("tabs.tsv", "date") not in found


@pytest.mark.parametrize(
    ("file", "record", "given", "notes"),
    [
        ("plain.txt", "", {"outlet": "Báo Kê", "published_at": "2023-12-31"}, ()),
        ("news.jsonl", "1", {"outlet": "Báo Tệp", "published_at": "2024-03-13T06:30"}, ()),
        ("news.jsonl", "9", {"outlet": "Báo Tên", "published_at": ""}, ("date-unreadable",)),
        ("news.jsonl", "13", {"outlet": "Báo Tệp"}, ("date-unreadable",)),
        ("table.csv", "1", {"title": any_corpus.FORMULA, "published_at": "2024-03-12", "outlet": "Báo Thử"}, ()),
        ("table.csv", "2", {"title": "T"}, ("date-unreadable",)),
        ("rows.parquet", "1", {"title": "<script>alert(1)</script>", "published_at": "2024-03-12"}, ()),
        ("u16-bare.txt", "", {}, ("encoding-utf-16-le",)),
        ("wide.jsonl", "2", {}, ("encoding-utf-16",)),
        ("page2.HTM", "", {}, ("encoding-windows-1258",)),
    ],
)
def test_what_manifest_and_columns_say(
    built: tuple, file: str, record: str, given: dict[str, str], notes: tuple[str, ...]
) -> None:
    found = document(built, file, record)
    assert (dict(found.given), found.notes) == (given, notes)


def test_texts_are_whole(built: tuple) -> None:
    for file in ("plain.txt", "bom.txt", "u16.txt", "crlf.txt"):
        assert document(built, file).text == any_corpus.TEXT
    for file, record in (("news.jsonl", "1"), ("table.csv", "1"), ("rows.parquet", "1"), ("all.zip", "tin/z1.txt")):
        assert document(built, file, record).text == any_corpus.TEXT
    assert document(built, "news.jsonl", "9").text == "Hai bên nhất trí.\nĐại sứ cảm ơn."
    assert document(built, "news.jsonl", "12").text == any_corpus.TEXT + "\ufffd"


@pytest.mark.parametrize(
    ("file", "record", "address"),
    [("page.html", "", ""), ("page2.HTM", "", ""), ("all.zip", "z2.html", ""), ("crawl.warc", "1", "http://bao.example/1.html")],
)  # fmt: skip
def test_pages_give_their_main_text_and_say_what_they_are(built: tuple, file: str, record: str, address: str) -> None:
    found = document(built, file, record)
    first, second = found.text.split("\n")[:2]
    assert (first, second) == (any_corpus.TITLE, any_corpus.SAMPLE.split("\n")[0] + " & các bên 0.")
    for furniture in ("alert", "Trang chủ", "Bản quyền"):
        assert furniture not in found.text
    assert dict(found.found) == {
        "title": any_corpus.TITLE, "published_at": "2024-03-12", "author": "Hà Vy", "outlet": "Báo Thử",
    }  # fmt: skip
    assert found.address == address


def test_reading_twice_gives_the_same(built: tuple) -> None:
    _, corpus, items = built
    assert list(readers.items(corpus)) == list(items.values())


def test_a_column_that_is_named_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(any_corpus.lines({"k": "a1", "text": "Đ", "thân": any_corpus.TEXT}))
    (tmp_path / "b.csv").write_text(f'text\n"{any_corpus.TEXT}"\n', encoding="utf-8")
    corpus = readers.read(tmp_path, max_document_chars=any_corpus.LIMIT, text_column="thân", id_column="k")
    good, bad = readers.items(corpus)
    assert isinstance(good, Document)
    assert (good.doc_id, good.text) == ("a1", any_corpus.TEXT)
    assert isinstance(bad, Skipped)
    assert bad.reason == "the column thân is missing (columns: text)"
    assert [column.rule for column in corpus.columns] == ["parameter", "parameter"]
