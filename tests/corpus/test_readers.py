"""Every file of a folder ends as a document or as a skipped row: faults of files, names, encodings and links."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

from helpers.corpus import files, readers
from helpers.corpus.readers import Document, Skipped
from helpers.errors import CorpusError, ParameterError

TEXT = "Thủ tướng tiếp Đại sứ Lào.\n"
LIMIT = 1000


def read(place: Path, **options: Any) -> tuple[list[Document], list[Skipped]]:
    items = list(readers.items(readers.read(place, **{"max_document_chars": LIMIT} | options)))
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Skipped)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_what_is_no_input(corpus: Path) -> None:
    for name in ("README.md", "README", "LICENSE", "LICENSE-CC.txt", ".hidden.txt", ".git/config"):
        (corpus / name).parent.mkdir(exist_ok=True)
        (corpus / name).write_text("x")
    (corpus / "gold").mkdir()
    (corpus / "gold" / "a.ann").write_text("x")
    (corpus / "manifest.csv").write_text("file\na.txt\n")
    documents, skipped = read(corpus)
    assert [document.file for document in documents] == ["a.txt"]
    assert skipped == []


@pytest.mark.parametrize(
    ("name", "aside"),
    [
        ("README", True), ("README.md", True), ("readme.txt", True), ("Readme first.txt", True), ("READMEFIRST.txt", True),
        ("LICENSE", True), ("License.txt", True), ("license-texts.txt", True), ("LICENSES", True), ("LICENSE2", True),
        (".hidden.txt", True), ("._a.txt", True),
        ("licensed.txt", False), ("Licensees.html", False), ("readmes.txt", False), ("a README.txt", False), ("tin.txt", False),
    ],
)  # fmt: skip
def test_what_is_aside_is_one_rule_for_folders_archives_and_files(name: str, aside: bool, corpus: Path) -> None:
    with zipfile.ZipFile(corpus / "tin.zip", "w") as archive:
        archive.writestr(name, "x")
        archive.writestr(f"{name}/b.txt", "x")
        archive.writestr("c.txt", TEXT)
    (corpus / "tin").mkdir()
    (corpus / "tin" / name).write_text("x")
    assert files.is_aside(name) is aside
    documents, skipped = read(corpus)
    rows = {(row.path, row.record) for row in skipped} | {(row.file, row.record) for row in documents}
    more = {(f"tin/{name}", ""), ("tin.zip", name), ("tin.zip", f"{name}/b.txt")}
    assert rows == {("a.txt", ""), ("tin.zip", "c.txt")} | (set() if aside else more)


def test_every_other_file_is_one_row(corpus: Path) -> None:
    (corpus / "sub" / "gold").mkdir(parents=True)
    (corpus / "sub" / "b.txt").write_text(TEXT)
    (corpus / "sub" / "gold" / "c.ann").write_text("x")
    (corpus / "d.pdf").write_bytes(b"%PDF")
    (corpus / "e.txt").write_bytes(b"")
    (corpus / "f.TXT").write_text(TEXT)
    documents, skipped = read(corpus)
    rows = [document.file for document in documents] + [skip.path for skip in skipped]
    assert sorted(rows) == ["a.txt", "d.pdf", "e.txt", "f.TXT", "sub/b.txt", "sub/gold/c.ann"]
    assert [document.doc_id for document in documents] == ["a", "f", "b"]


DECODED = [
    (TEXT.encode(), ()),
    (b"\xef\xbb\xbf" + TEXT.encode(), ()),
    (TEXT.encode("utf-16"), ("encoding-utf-16",)),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), ("encoding-utf-16",)),
    (unicodedata.normalize("NFD", TEXT).encode(), ("decomposed-letters",)),
    (TEXT.replace("\n", "\r\n").encode(), ()),
    (TEXT.replace("\n", "\r").encode(), ()),
]


@pytest.mark.parametrize(("raw", "notes"), DECODED)
def test_decoded_to_the_same_text(tmp_path: Path, raw: bytes, notes: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    ((document,), _) = read(tmp_path)
    assert (document.text, document.notes) == (TEXT, notes)


SKIPPED = [
    ("b.txt", b"", "empty", "delete"),
    ("b.txt", b"\xef\xbb\xbf", "empty", "delete"),
    ("b.txt", b" \n\t\xc2\xa0", "white space only", "delete"),
    ("b.txt", b"x" * 1001, "longer than 1000 characters (1001 characters)", "max_document_chars"),
    ("b.txt", b"x" * 20_000, "longer than 1000 characters (20000 bytes)", "max_document_chars"),
    ("b.txt", b"caf\xe9 d\xe9j\xe0", "not UTF-8", "-p encoding="),
    ("b.txt", b"\x00\x01\x02\xff", "NUL", "-p encoding=utf-16-le"),
    ("b.txt", "a".encode("utf-16-le"), "NUL", "tr -d"),
    ("b.txt", b"a\x00b", "NUL", "tr -d"),
    ("b.docx", b"PK", "not one of the file types read (.txt, .html", ".txt"),
    ("b", b"x", "not one of the file types read (.txt, .html", ".txt"),
]


@pytest.mark.parametrize(("name", "raw", "reason", "remedy"), SKIPPED)
def test_skipped_with_reason_and_remedy(corpus: Path, name: str, raw: bytes, reason: str, remedy: str) -> None:
    (corpus / name).write_bytes(raw)
    (_, (skip,)) = read(corpus)
    assert skip.path == name
    assert reason in skip.reason
    assert remedy in skip.remedy


def test_links(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.txt").write_text(TEXT)
    (corpus / "out.txt").symlink_to(outside / "x.txt")
    (corpus / "broken.txt").symlink_to(corpus / "nothing.txt")
    (corpus / "folder").symlink_to(outside)
    (corpus / "loop").symlink_to(corpus)
    (corpus / "in.txt").symlink_to(corpus / "a.txt")
    (corpus / "self.txt").symlink_to(corpus / "self.txt")
    documents, skipped = read(corpus)
    assert [document.file for document in documents] == ["a.txt", "in.txt"]
    assert {skip.path: skip.reason for skip in skipped} == {
        "broken.txt": "a link that leads nowhere",
        "folder": "a link that leads out of the corpus folder",
        "loop": "a link to a folder",
        "out.txt": "a link that leads out of the corpus folder",
        "self.txt": "a link that leads nowhere",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_does_not_stop_the_reading(corpus: Path) -> None:
    os.mkfifo(corpus / "pipe.txt")
    assert [skip.reason for skip in read(corpus)[1]] == ["not a regular file"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom rights can stop")
def test_unreadable_file_and_folder(corpus: Path) -> None:
    (corpus / "b.txt").write_text(TEXT)
    (corpus / "sub").mkdir()
    (corpus / "b.txt").chmod(0)
    (corpus / "sub").chmod(0)
    try:
        assert [skip.path for skip in read(corpus)[1]] == ["b.txt", "sub"]
    finally:
        (corpus / "sub").chmod(0o700)


def digits(file: str) -> str:
    return hashlib.sha256(file.encode()).hexdigest()[:8]


IDS = [
    ([("a", "a.txt", ""), ("b", "b.txt", "")], ["a", "b"]),
    ([("2024.01.02", "2024.01.02.txt", "")], ["2024.01.02"]),
    ([("A", "A.txt", ""), ("a", "x/a.txt", "")], ["A-" + digits("A.txt"), "a-" + digits("x/a.txt")]),
    ([("Đại sứ", "Đại sứ.txt", "")], ["Dai-su-" + digits("Đại sứ.txt")]),
    ([('say "hi"', 'say "hi".txt', "")], ["say-hi-" + digits('say "hi".txt')]),
    ([("x" * 101, "a.jsonl", "1")], ["x" * 80 + "-" + digits("a.jsonl#1")]),
    ([("..", "a.jsonl", "1"), (".x", "a.jsonl", "2")], ["text-" + digits("a.jsonl#1"), "x-" + digits("a.jsonl#2")]),
    ([("-5", "a.jsonl", "1"), ("=1+1", "a.jsonl", "2")], ["5-" + digits("a.jsonl#1"), "1-1-" + digits("a.jsonl#2")]),
    ([("../../x", "a.jsonl", "1")], ["x-" + digits("a.jsonl#1")]),
    ([("", "b/news.jsonl", "12")], ["news-12-" + digits("b/news.jsonl#12")]),
    ([("", "n" * 250 + ".jsonl", "1234567")], ["n" * 60 + "-1234567-" + digits("n" * 250 + ".jsonl#1234567")]),
    ([("会", "会.txt", "")], ["text-" + digits("会.txt")]),
]


@pytest.mark.parametrize(("texts", "expected"), IDS)
def test_doc_ids(texts: list[tuple[str, str, str]], expected: list[str]) -> None:
    names = [name.casefold() for name, _, _ in texts]
    repeated = {name for name in names if names.count(name) > 1}
    ids = [files.doc_id(*text, repeated) for text in texts]
    assert ids == expected
    for doc_id in ids:
        assert len(doc_id) <= 100
        assert doc_id[0] not in ".-"
        assert all(letter.isascii() and (letter.isalnum() or letter in "._-") for letter in doc_id)


def test_a_name_that_looks_like_the_id_of_another_text_gives_way(corpus: Path) -> None:
    other = files.slug("Đại sứ", "Đại sứ.txt", "")
    (corpus / "Đại sứ.txt").write_text(TEXT)
    (corpus / f"{other}.txt").write_text(TEXT)
    ids = [document.doc_id for document in read(corpus)[0]]
    assert other in ids
    assert len({doc_id.casefold() for doc_id in ids}) == 3


def test_inputs_come_by_path_and_their_number_is_known(corpus: Path) -> None:
    for name in ("z.txt", "B.txt", "c.pdf"):
        (corpus / name).write_text(TEXT)
    found = readers.read(corpus, max_document_chars=LIMIT)
    assert found.total == 4
    assert [getattr(item, "file", "") or item.path for item in readers.items(found)] == [
        "B.txt",
        "a.txt",
        "c.pdf",
        "z.txt",
    ]


def test_one_file_is_a_corpus(corpus: Path) -> None:
    (corpus / "b.txt").write_text(TEXT)
    (corpus / "manifest.csv").write_text("file,outlet\nb.txt,Báo Bê\na.txt,Báo A\n")
    (document,) = read(corpus / "a.txt")[0]
    assert (document.doc_id, document.file, dict(document.given)) == ("a", "a.txt", {"outlet": "Báo A"})


def test_a_corpus_must_be_there(corpus: Path) -> None:
    with pytest.raises(CorpusError, match=r"missing: no such folder or file; name"):
        read(corpus / "missing")


def test_a_corpus_without_a_readable_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(CorpusError, match=r"no readable text: a\.pdf: not one of .*; the types read are \.txt"):
        readers.check(readers.read(tmp_path, max_document_chars=LIMIT))


def test_the_check_stops_at_the_first_text(corpus: Path) -> None:
    (corpus / "0.txt").write_bytes(b"")
    readers.check(readers.read(corpus, max_document_chars=LIMIT))


ENGLISH = "The prime minister met the ambassador today and they agreed to promote cooperation. " * 3


def test_other_languages_are_skipped_unless_asked_for(corpus: Path) -> None:
    (corpus / "en.txt").write_text(ENGLISH)
    documents, (skip,) = read(corpus)
    assert [document.doc_id for document in documents] == ["a"]
    assert (skip.path, skip.remedy) == ("en.txt", "-p other_languages=true")
    assert "not in Vietnamese" in skip.reason
    assert "en" in skip.reason
    assert [document.doc_id for document in read(corpus, other_languages=True)[0]] == ["a", "en"]


def test_an_encoding_that_is_given_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Đại sứ".encode("cp1258", "replace"))
    assert read(tmp_path)[1]
    assert read(tmp_path, encoding="windows-1258")[0]
    with pytest.raises(ParameterError, match="encoding=klingon"):
        read(tmp_path, encoding="klingon")
