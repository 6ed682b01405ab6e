"""How often rules and rows of the lexicon fire: counts over corpora, sums, and rows that fire nowhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from helpers.errors import CorpusError
from helpers.evaluation import coverage

_MENTIONS = [
    ("a:m0", "a", "office: state", "offices: Tổng thống"),
    ("a:m1", "a", "country", "countries: Áo"),
    ("a:m2", "a", "body: government", "bodies: Chính phủ;countries: Áo"),
    ("b:m0", "b", "country", "countries: Áo"),
    ("b:m1", "b", "date", ""),
]
_ACTS = [("a:a0", "a", "VISIT", "Thăm", "clause"), ("b:a0", "b", "VISIT", "thăm", "clause")]


def _tables(folder: Path, documents: str = "ab") -> Path:
    folder.mkdir(parents=True)
    mentions = [row for row in _MENTIONS if row[1] in documents]
    acts = [row for row in _ACTS if row[1] in documents]
    pd.DataFrame(mentions, columns=["mention_id", "doc_id", "rule", "entry"]).to_parquet(folder / "mentions.parquet")
    pd.DataFrame(acts, columns=["act_id", "doc_id", "act", "text", "rule"]).to_parquet(folder / "acts.parquet")
    return folder


def _counts(table: pd.DataFrame, *key: str) -> list[int]:
    row = table[(table["layer"] == key[0]) & (table["rule"] == key[1]) & (table["entry"] == key[2])]
    return row.iloc[0, 3:].tolist()


def test_documents_and_hits_in_each_corpus(tmp_path: Path) -> None:
    one, both = _tables(tmp_path / "one", "b"), _tables(tmp_path / "both")
    table = coverage.coverage({"both": coverage.fired(both), "one": coverage.fired(one)})
    assert list(table.columns) == ["layer", "rule", "entry", "both documents", "both hits", "one documents", "one hits"]
    assert _counts(table, "mentions", "country", "countries: Áo") == [2, 2, 1, 1]
    assert _counts(table, "mentions", "*", "countries: Áo") == [2, 3, 1, 1]
    assert _counts(table, "mentions", "body: government", "*") == [1, 1, 0, 0]  # two entries, one mention
    assert _counts(table, "mentions", "date", "") == [1, 1, 1, 1]
    assert _counts(table, "acts", "VISIT: clause", "thăm") == [2, 2, 1, 1]
    assert _counts(table, "mentions", "*", "offices: Phó Thủ tướng") == [0, 0, 0, 0]  # stands in no mention
    assert not table.duplicated(["layer", "rule", "entry"]).any()


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no table mentions; give the folder"):
        coverage.fired(tmp_path)


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _tables(tmp_path / "x")
    assert coverage.main([f"{folder}=some texts"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {"layer": "acts", "rule": "*", "entry": "thăm", "some texts documents": "2", "some texts hits": "2"} in rows
    assert coverage.main(["mentions", f"{folder}=some texts"]) == 0
    layers = {row["layer"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert layers == {"mentions"}
    assert coverage.main([]) == 2
    assert coverage.main([str(folder)]) == 2
    assert coverage.main([f"{tmp_path}=nothing"]) == 1
    assert "no table mentions" in capsys.readouterr().err
