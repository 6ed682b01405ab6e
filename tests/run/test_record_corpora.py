"""Records through the command line and the notebook that reads them: what a run makes of a file of records, and of none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from helpers import store

TEXT = "Sáng 12/3/2024, Thủ tướng Lê Văn Minh tiếp Đại sứ Na Uy Ingrid Solberg tại Hà Nội.\nHai bên nhất trí thúc đẩy hợp tác.\n"
HOSTILE = {
    "=cmd|' /C calc'!A0": '=HYPERLINK("http://evil.example")',
    "../../../etc/passwd": "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>': "javascript:alert(1)",
    "\u202egnp.exe": "</textarea>\u202e",
}


def banggiao(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from helpers.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of notebook 01 on a file of hostile records, one of them broken, with the column of titles named."""
    folder = tmp_path_factory.mktemp("records")
    rows = [
        json.dumps({"ma": key, "tit": title, "tiêu đề": "x", "noi_dung": f"{number}. {TEXT}"}, ensure_ascii=False)
        for number, (key, title) in enumerate(HOSTILE.items())
    ]
    (folder / "kho.jsonl").write_text("\n".join([*rows, '{"ma": ', ""]), encoding="utf-8")
    done = banggiao(
        "run", "--corpus", "kho.jsonl", "--to", "01", "--out", "kho", "-p", "title_column=tit", "-p", "id_column=ma",
        cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "partial" / "kho"


def test_every_record_is_a_document_or_a_skipped_row(run: Path) -> None:
    documents, skipped = store.read("documents", run), store.read("skipped", run)
    assert sorted(documents["record"]) == ["1", "2", "3", "4"]
    assert set(documents["file"]) == {"kho.jsonl"}
    assert dict(zip(documents["record"], documents["title"], strict=True)) == {
        str(number): title for number, title in enumerate(HOSTILE.values(), start=1)
    }
    assert skipped[["path", "record"]].to_numpy().tolist() == [["kho.jsonl", "5"]]
    assert "broken JSON" in skipped.loc[0, "reason"]


def test_the_columns_that_were_read_are_told(run: Path) -> None:
    told = store.read("columns_read", run)
    assert {row.field: (row.column, row.rule) for row in store.each(told)} == {
        "text": ("noi_dung", "guessed by its name"),
        "id": ("ma", "parameter"),
        "title": ("tit", "parameter"),
    }


def test_names_and_cells_do_no_harm(run: Path) -> None:
    documents = store.read("documents", run)
    assert documents["doc_id"].str.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}").all()
    cells = pd.read_csv(store.folder(run) / "documents.csv", dtype="str", keep_default_na=False).to_numpy().ravel()
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    notebook = json.loads((run / "notebooks" / "01_corpus_inspection.ipynb").read_text(encoding="utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    tables = "".join("".join(output.get("data", {}).get("text/html", "")) for output in outputs)
    assert "&lt;script&gt;alert(1)" in tables
    for shown in (tables, next(run.glob("01_*.html")).read_text(encoding="utf-8")):
        assert "<script>alert(1)" not in shown
        assert "<img src=x" not in shown
        assert 'href="javascript:' not in shown


@pytest.mark.parametrize("content", [b"", b"{\n", b'{"text": ""}\n', b'{"a": "b"}\n', b"\xff\xfe\x00"])
def test_a_corpus_without_a_text_ends_with_code_2_before_anything_runs(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kho.jsonl").write_bytes(content)
    done = banggiao("run", "--corpus", "kho.jsonl", "--out", "kho", cwd=tmp_path)
    assert done.returncode == 2
    assert "kho.jsonl: no readable text: kho.jsonl" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kho.jsonl"]
