"""The seeds: byte for byte as received, described by their manifest, and what their gold annotations are made of."""

from __future__ import annotations

import csv
import hashlib
import subprocess
from pathlib import Path

import pytest

from helpers.evaluation import gold
from helpers.paths import PROJECT, SEEDS
from helpers.text import normalise

RECEIVED = {
    "000_5d9488fea222f350.txt": "521a165e9de40ba640faa3573a10e1d762d0774f45f4c6095d89c2594e7fd3c1",
    "003_0893a86d8ab49a5f.txt": "048e515356b8a214041fa1cd1fd7c386faf321e4121c004041d07a1ce393b84a",
}
FIELDS = ["doc_id", "file", "outlet", "agency", "published_at", "title", "sha256", "rights", "note"]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (SEEDS / "manifest.csv").open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        assert reader.fieldnames == FIELDS
        return list(reader)


@pytest.mark.parametrize("name", RECEIVED)
def test_seeds_are_as_received(name: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == RECEIVED[name]


def test_manifest_describes_each_seed(rows: list[dict[str, str]]) -> None:
    assert {row["file"]: row["sha256"] for row in rows} == RECEIVED
    assert [row["doc_id"] for row in rows] == [Path(row["file"]).stem for row in rows]


def test_manifest_gives_what_the_texts_give(rows: list[dict[str, str]]) -> None:
    first, second = rows
    texts = [normalise((SEEDS / row["file"]).read_text(encoding="utf-8")) for row in rows]
    assert first["title"] == first["agency"] == ""
    assert (first["published_at"], "inferred" in first["note"]) == ("2022-05-01", True)
    assert "1/5/2022" in texts[0]
    assert (second["published_at"], "inferred" in second["note"]) == ("2024-04-02T06:37", False)
    assert "02/04/2024 - 06:37" in texts[1]
    for row, text in zip(rows, texts, strict=True):
        for field in ("outlet", "agency", "title"):
            assert row[field] in text, field
        assert row["rights"]


def test_gold_taken_apart_gives_back_the_texts() -> None:
    texts = {Path(name).stem: normalise((SEEDS / name).read_text(encoding="utf-8")) for name in RECEIVED}
    found = gold.read(SEEDS / "gold", texts)  # raises where a text differs
    assert set(found) == set(texts)
    assert all(document.mentions and document.acts for document in found.values())


@pytest.mark.parametrize("name", [*RECEIVED, "gold/000_5d9488fea222f350.ann", "manifest.csv"])
def test_git_leaves_the_bytes_of_the_seeds_alone(name: str) -> None:
    command = ["git", "check-attr", "text", "--", f"seeds/{name}"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("text: unset")
