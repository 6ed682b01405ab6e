"""Every input ends as a document or as a skipped row: faults of files, names, encodings, links and manifests."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from pathlib import Path

import pytest

from helpers.corpus import files, manifest, readers
from helpers.errors import CorpusError

TEXT = "Thủ tướng tiếp Đại sứ Lào.\n"
LIMIT = 1000


def read(folder: Path, **options: object) -> readers.Corpus:
    return readers.read(folder, max_document_chars=LIMIT, **options)  # type: ignore[arg-type]


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
    found = read(corpus)
    assert [document.file for document in found.documents] == ["a.txt"]
    assert found.skipped == ()


def test_every_other_file_is_one_row(corpus: Path) -> None:
    (corpus / "sub" / "gold").mkdir(parents=True)
    (corpus / "sub" / "b.txt").write_text(TEXT)
    (corpus / "sub" / "gold" / "c.ann").write_text("x")
    (corpus / "d.pdf").write_bytes(b"%PDF")
    (corpus / "e.txt").write_bytes(b"")
    (corpus / "f.TXT").write_text(TEXT)
    found = read(corpus)
    rows = [document.file for document in found.documents] + [skip.path for skip in found.skipped]
    assert sorted(rows) == ["a.txt", "d.pdf", "e.txt", "f.TXT", "sub/b.txt", "sub/gold/c.ann"]
    assert [document.doc_id for document in found.documents] == ["a", "b", "f"]


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
    (document,) = read(tmp_path).documents
    assert (document.text, document.notes) == (TEXT, notes)


SKIPPED = [
    ("b.txt", b"", "empty", "delete"),
    ("b.txt", b"\xef\xbb\xbf", "empty", "delete"),
    ("b.txt", b" \n\t\xc2\xa0", "white space only", "delete"),
    ("b.txt", b"x" * 1001, "longer than 1000 characters (1001 characters)", "max_document_chars"),
    ("b.txt", b"x" * 20_000, "longer than 1000 characters (20000 bytes)", "max_document_chars"),
    ("b.txt", b"caf\xe9 d\xe9j\xe0", "not UTF-8", "iconv"),
    ("b.txt", b"\x00\x01\x02\xff", "NUL", "iconv -f UTF-16LE"),
    ("b.txt", "a".encode("utf-16-le"), "NUL", "tr -d"),
    ("b.txt", b"a\x00b", "NUL", "tr -d"),
    ("b.docx", b"PK", "not one of the file types read (.txt)", ".txt"),
    ("b", b"x", "not one of the file types read (.txt)", ".txt"),
]


@pytest.mark.parametrize(("name", "raw", "reason", "remedy"), SKIPPED)
def test_skipped_with_reason_and_remedy(corpus: Path, name: str, raw: bytes, reason: str, remedy: str) -> None:
    (corpus / name).write_bytes(raw)
    (skip,) = read(corpus).skipped
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
    found = read(corpus)
    assert [document.file for document in found.documents] == ["a.txt", "in.txt"]
    assert {skip.path: skip.reason for skip in found.skipped} == {
        "broken.txt": "a link that leads nowhere",
        "folder": "a link that leads out of the corpus folder",
        "loop": "a link to a folder",
        "out.txt": "a link that leads out of the corpus folder",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_does_not_stop_the_reading(corpus: Path) -> None:
    os.mkfifo(corpus / "pipe.txt")
    assert [skip.reason for skip in read(corpus).skipped] == ["not a regular file"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom rights can stop")
def test_unreadable_file_and_folder(corpus: Path) -> None:
    (corpus / "b.txt").write_text(TEXT)
    (corpus / "sub").mkdir()
    (corpus / "b.txt").chmod(0)
    (corpus / "sub").chmod(0)
    try:
        assert [skip.path for skip in read(corpus).skipped] == ["b.txt", "sub"]
    finally:
        (corpus / "sub").chmod(0o700)


def digits(file: str) -> str:
    return hashlib.sha256(file.encode()).hexdigest()[:8]


IDS = [
    (["a.txt", "b.txt"], {"a.txt": "a", "b.txt": "b"}),
    (["2024.01.02.txt"], {"2024.01.02.txt": "2024.01.02"}),
    (["A.txt", "x/a.txt"], {"A.txt": "A-" + digits("A.txt"), "x/a.txt": "a-" + digits("x/a.txt")}),
    (["Đại sứ.txt"], {"Đại sứ.txt": "Dai-su-" + digits("Đại sứ.txt")}),
    (["a.txt", "a.pdf"], {"a.txt": "a", "a.pdf": "a-" + digits("a.pdf")}),
    (["x" * 101 + ".txt"], None),
    (["会.txt"], None),
]


@pytest.mark.parametrize(("names", "expected"), IDS)
def test_doc_ids(names: list[str], expected: dict[str, str] | None) -> None:
    ids = files.doc_ids(names, with_text=lambda file: file.endswith(".txt"))
    if expected is not None:
        assert ids == expected
    for doc_id in ids.values():
        assert len(doc_id) <= 100
        assert all(letter.isascii() and (letter.isalnum() or letter in "._-") for letter in doc_id)


def test_documents_are_sorted_and_progress_is_told(corpus: Path) -> None:
    for name in ("z.txt", "B.txt", "c.pdf"):
        (corpus / name).write_text(TEXT)
    told: list[tuple[int, int]] = []
    found = read(corpus, progress=lambda done, total: told.append((done, total)))
    assert [document.doc_id for document in found.documents] == ["B", "a", "z"]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("make", [lambda p: p / "missing", lambda p: p / "a.txt"])
def test_a_corpus_must_be_a_folder(corpus: Path, make: object) -> None:
    path = make(corpus)  # type: ignore[operator]
    with pytest.raises(CorpusError, match=r"(no such folder|is a file).*folder") as error:
        read(path)
    assert str(path) in str(error.value)


def test_a_corpus_without_a_readable_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(CorpusError, match=r"no readable text \(a\.pdf: not one of .* put \.txt files"):
        read(tmp_path)


def test_digest_changes_with_names_contents_and_manifest(corpus: Path) -> None:
    seen = {manifest.digest(corpus)}
    (corpus / "README.md").write_text("x")
    assert manifest.digest(corpus) in seen
    for change in (
        lambda: (corpus / "a.txt").write_text("Khác.\n"),
        lambda: (corpus / "a.txt").rename(corpus / "b.txt"),
        lambda: (corpus / "manifest.csv").write_text("file\nb.txt\n"),
        lambda: (corpus / "c.pdf").write_text("x"),
    ):
        change()
        seen.add(manifest.digest(corpus))
    assert len(seen) == 5
