"""From a corpus to tables: every input is accounted for, every row leads back to its text, the engine changes nothing."""

import os
from pathlib import Path

import pandas as pd
import pytest

from helpers import engines, paths, reading, schemas, store
from helpers.corpus import readers

TEXT = "Chiều 5/3/2021, Thủ tướng {} Lê Văn Minh hội đàm với Thủ tướng Phần Lan Aino Korhonen.\n"


@pytest.fixture(scope="module")
def seeds() -> reading.Tables:
    return reading.annotation_tables(readers.read(paths.SEEDS, max_document_chars=1_000_000))


def test_every_table_fits_its_schema(seeds: reading.Tables, tmp_path: Path) -> None:
    for name, rows in seeds.items():
        assert len(store.write(name, rows, tmp_path)) == len(rows)


def test_rows_lead_back_to_their_text(seeds: reading.Tables) -> None:
    text = dict(zip(seeds["texts"]["doc_id"], seeds["texts"]["text"], strict=True))
    for name in ("mentions", "acts", "references", "tokens"):
        for row in store.each(seeds[name]):
            assert text[row.doc_id][row.start : row.end] == row.text


def test_sentence_and_zone_are_those_a_row_stands_in(seeds: reading.Tables) -> None:
    places = seeds["mentions"].merge(seeds["sentences"], on=["doc_id", "sentence"], suffixes=("", "_sentence"))
    assert len(places) == len(seeds["mentions"])
    assert (places["start"] >= places["start_sentence"]).all()
    assert (places["end"] <= places["end_sentence"]).all()
    assert (places["zone"] == places["zone_sentence"]).all()


def test_ids_of_acts_are_ids_of_entities(seeds: reading.Tables) -> None:
    known = set(seeds["mentions"]["entity_id"])
    for cell in [*seeds["acts"]["source_ids"], *seeds["acts"]["target_ids"]]:
        assert set(reading.split(cell)) <= known


def test_the_manifest_wins_over_what_the_text_tells(seeds: reading.Tables) -> None:
    documents = seeds["documents"].set_index("doc_id")
    assert documents["outlet"].tolist() == ["VOV5", "Báo Hànộimới"]
    assert documents["published_at"].tolist() == ["2022-05-01", "2024-04-02T06:37"]


def test_a_copy_is_marked_and_a_person_keeps_one_id_across_texts(tmp_path: Path) -> None:
    for name, country in (("a", "Thái Lan"), ("b", "Thái Lan"), ("c", "Lào")):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(country) * (2 if name == "c" else 1), encoding="utf-8")
    (tmp_path / "d.pdf").write_text("x", encoding="utf-8")
    tables = reading.annotation_tables(readers.read(tmp_path, max_document_chars=1000))
    assert tables["documents"]["duplicate_of"].tolist() == ["", "a", ""]
    assert tables["skipped"]["path"].tolist() == ["d.pdf"]
    people = tables["mentions"][tables["mentions"]["entity"] == "Aino Korhonen"]
    assert people["entity_id"].nunique() == 1
    assert people["doc_id"].nunique() == 3


def test_two_processes_give_what_one_gives(monkeypatch: pytest.MonkeyPatch, seeds: reading.Tables) -> None:
    monkeypatch.setattr(engines, "SERIAL_LIMIT", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    again = reading.annotation_tables(readers.read(paths.SEEDS, max_document_chars=1_000_000))
    for name, rows in seeds.items():
        pd.testing.assert_frame_equal(again[name], rows)


def test_a_corpus_in_which_nothing_is_found_has_all_tables(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("…\n", encoding="utf-8")
    tables = reading.annotation_tables(readers.read(tmp_path, max_document_chars=1000))
    assert {name for name, table in schemas.TABLES.items() if table.notebook == "01"} - set(tables) == {
        "frequencies", "gold_acts", "gold_documents", "gold_mentions", "stock_mentions",
    }  # fmt: skip
    assert len(tables["acts"]) == 0
