"""Records in every encoding that is read, named or told: the same texts, with a note on the encoding."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_encodings import ENCODERS, TEXT

from helpers.corpus import encodings, json_records, readers
from helpers.corpus.readers import Document, Skipped
from helpers.errors import ParameterError

LINES = [TEXT, TEXT.replace(". ", ".\n"), TEXT + " ✊"]  # in UTF-16 a sign that holds the byte of a line end
WIDE = ("utf-16", "utf-16-le", "utf-16-be")


def content(kind: str, texts: list[str]) -> str:
    records = [{"id": f"r{number}", "text": text} for number, text in enumerate(texts)]
    if kind in (".csv", ".tsv"):
        buffer = io.StringIO()
        rows = csv.writer(buffer, delimiter="\t" if kind == ".tsv" else ",", lineterminator="\r\n")
        rows.writerows([["id", "text"], *(record.values() for record in records)])
        return buffer.getvalue()
    if kind == ".json":
        return json.dumps(records, ensure_ascii=False, indent=1)
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read(path: Path, encoding: str = "") -> list[Document | Skipped]:
    return list(readers.items(readers.read(path, max_document_chars=5000, encoding=encoding, other_languages=True)))


@pytest.mark.parametrize("kind", [".csv", ".tsv", ".json", ".jsonl"])
@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("name", ENCODERS)
def test_records_are_read_in_every_encoding(kind: str, name: str, told: bool, tmp_path: Path) -> None:
    texts = LINES if name.startswith("utf") else LINES[:2]
    path = tmp_path / f"tin{kind}"
    path.write_bytes(ENCODERS[name](content(kind, texts)))
    found = read(path, "" if told else name.removesuffix("-sig"))
    assert [item.text for item in found if isinstance(item, Document)] == texts
    assert [item.doc_id for item in found if isinstance(item, Document)] == [f"r{n}" for n in range(len(texts))]
    note = () if name.startswith("utf-8") else (f"encoding-{name}",)
    assert {item.notes for item in found if isinstance(item, Document)} == {note}


@pytest.mark.parametrize("kind", [".csv", ".json", ".jsonl"])
@pytest.mark.parametrize("encoding", ["", *WIDE])
def test_the_mark_of_utf_16_tells_the_order_of_its_bytes(kind: str, encoding: str, tmp_path: Path) -> None:
    for mark, order in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        path = tmp_path / f"tin{kind}"
        path.write_bytes(mark + content(kind, LINES).encode(order))
        assert [item.text for item in read(path, encoding) if isinstance(item, Document)] == LINES


@pytest.mark.parametrize("kind", [".csv", ".json", ".jsonl"])
def test_records_that_do_not_fit_the_encoding_that_is_named_are_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"tin{kind}"
    path.write_bytes(ENCODERS["tcvn3"](content(kind, LINES[:2])))
    found = read(path, "utf-8")
    assert found
    assert all(isinstance(item, Skipped) and "cannot be read in the encoding utf-8" in item.reason for item in found)


def test_a_letter_cut_at_the_end_of_the_sample_is_none_that_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = content(".jsonl", LINES).encode("utf-16")
    for size in range(40, 60):
        monkeypatch.setattr(json_records, "_CHUNK", size)
        (tmp_path / "tin.jsonl").write_bytes(raw)
        assert [item.text for item in read(tmp_path / "tin.jsonl") if isinstance(item, Document)] == LINES


@pytest.mark.parametrize(
    ("raw", "encoding", "expected"),
    [
        (b"", "", "utf-8-sig"),
        (b"abc", "", "utf-8-sig"),
        ("Hội".encode()[:-1], "", "utf-8-sig"),  # cut inside a letter
        (b"\xef\xbb\xbfabc", "utf-8", "utf-8-sig"),
        (b"caf\xe9 ", "", ""),
        (b"caf\xe9 ", "utf-8", ""),
        (b"abc", "viscii", ""),
        (b"abc", "CP1258", ""),
        ("Hội".encode("utf-16"), "", "utf-16"),
        ("Hội".encode("utf-16"), "utf-16-be", "utf-16"),
        (TEXT.encode("utf-16-be"), "", "utf-16-be"),
        (TEXT.encode("utf-16-le")[:-1], "", "utf-16-le"),
        ("Hội".encode("utf-16-be"), "utf-16", "utf-16-be"),
        ("Hội".encode("utf-16-be"), "", ""),  # too short to be sure
        ("Hội".encode("utf-16-be"), "utf-16-be", "utf-16-be"),
        (b"\x00\x01\x02\xff", "", ""),
        (b"\x00\xd8\x00\x00", "utf-16-le", ""),  # half of a pair
    ],
)
def test_codec(raw: bytes, encoding: str, expected: str) -> None:
    assert encodings.codec(raw, encoding) == expected


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(ParameterError, match="not an encoding that is read"):
        encodings.codec(b"", "klingon")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["", *encodings.NAMES]))
def test_the_codec_of_any_bytes_reads_them(raw: bytes, encoding: str) -> None:
    name = encodings.codec(raw, encoding)
    if name:
        io.TextIOWrapper(io.BytesIO(raw), name, errors="replace").read()
