"""From a corpus to its tables on disk: every input is accounted for, every row leads back to its text, and neither the
engine nor the run changes a byte."""

import os
from pathlib import Path

import pytest

from helpers import cells, corpus_tables, engines, paths, schemas, store, text
from helpers.corpus import readers
from helpers.errors import CorpusError

TEXT = "Chiều 5/3/2021, Thủ tướng {} Lê Văn Minh hội đàm với Thủ tướng Phần Lan Aino Korhonen.\n"
LATER = {
    "corpus_figures", "frequencies", "gold_acts", "gold_documents", "gold_mentions", "laws", "lengths", "months",
    "rank_frequency", "stock_mentions", "vocabulary", "vocabulary_growth",
}  # fmt: skip


def write(corpus: Path, run: Path, **options: bool) -> dict[str, int]:
    return corpus_tables.write(readers.read(corpus, max_document_chars=1_000_000), run, **options)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("seeds")
    write(paths.SEEDS, run)
    return run


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A text, its copy, another text that names the same person, and a file that is no text."""
    corpus = tmp_path / "texts"
    corpus.mkdir()
    for name, country in (("a", "Thái Lan"), ("b", "Thái Lan"), ("c", "Lào")):
        (corpus / f"{name}.txt").write_text(TEXT.format(country) * (2 if name == "c" else 1), encoding="utf-8")
    (corpus / "d.pdf").write_text("x", encoding="utf-8")
    return corpus


def bytes_of(run: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder(run).iterdir()}


def test_rows_lead_back_to_their_text(seeds: Path) -> None:
    texts = store.read("texts", seeds)
    known = dict(zip(texts["doc_id"], texts["text"], strict=True))
    for name in ("mentions", "acts", "references", "tokens"):
        for row in store.each(store.read(name, seeds)):
            assert known[row.doc_id][row.start : row.end] == row.text


def test_sentence_and_zone_are_those_a_row_stands_in(seeds: Path) -> None:
    mentions, sentences = store.read("mentions", seeds), store.read("sentences", seeds)
    places = mentions.merge(sentences, on=["doc_id", "sentence"], suffixes=("", "_sentence"))
    assert len(places) == len(mentions)
    assert (places["start"] >= places["start_sentence"]).all()
    assert (places["end"] <= places["end_sentence"]).all()
    assert (places["zone"] == places["zone_sentence"]).all()


def test_ids_of_acts_are_ids_of_entities(seeds: Path) -> None:
    known, acts = set(store.read("mentions", seeds)["entity_id"]), store.read("acts", seeds)
    assert "" not in known
    for cell in [*acts["source_ids"], *acts["target_ids"]]:
        assert set(cells.split(cell)) <= known


def test_namings_have_the_entity_of_their_mention(seeds: Path) -> None:
    joined = store.read("namings", seeds).merge(store.read("mentions", seeds), on="mention_id", suffixes=("", "_named"))
    assert len(joined) > 10
    assert (joined["entity_id"] == joined["entity_id_named"]).all()


def test_the_manifest_wins_over_what_the_text_tells(seeds: Path) -> None:
    documents = store.read("documents", seeds)
    assert documents["outlet"].tolist() == ["VOV5", "Báo Hànộimới"]
    assert documents["published_at"].tolist() == ["2022-05-01", "2024-04-02T06:37"]


def test_a_copy_is_marked_and_a_person_keeps_one_id_across_texts(copies: Path, tmp_path: Path) -> None:
    sizes = write(copies, tmp_path)
    documents = store.read("documents", tmp_path)
    assert documents["duplicate_of"].tolist() == ["", "a", ""]
    assert documents["counted"].tolist() == [True, False, True]
    repeats = store.read("duplicates", tmp_path)
    assert list(repeats.itertuples(index=False, name=None)) == [("b", "a", "exact", 1.0, 1.0)]
    assert store.read("skipped", tmp_path)["path"].tolist() == ["d.pdf"]
    assert (sizes["documents"], sizes["skipped"]) == (3, 1)
    mentions = store.read("mentions", tmp_path)
    people = mentions[mentions["entity"] == "Aino Korhonen"]
    assert people["entity_id"].nunique() == 1
    assert people["doc_id"].nunique() == 3


def test_copies_are_counted_where_that_is_asked_for(copies: Path, tmp_path: Path) -> None:
    write(copies, tmp_path, keep_duplicates=True)
    documents = store.read("documents", tmp_path)
    assert documents["duplicate_of"].tolist() == ["", "a", ""]
    assert documents["counted"].all()


def test_how_far_copies_agree_is_told(tmp_path: Path) -> None:
    lines = [
        "Hà Nội, 5/3/2021: Thủ tướng Lê Văn Minh tiếp Đại sứ Phần Lan Aino Korhonen đến chào từ biệt nhân kết thúc nhiệm kỳ.",
        "Thủ tướng đánh giá cao đóng góp của Đại sứ cho quan hệ hai nước và đề nghị mở thêm đường bay thẳng giữa hai thủ đô.",
        "Đại sứ cảm ơn sự giúp đỡ của các bộ, ngành và tin rằng hợp tác giáo dục sẽ còn phát triển mạnh trong những năm tới.",
    ]
    corpus, more = tmp_path / "texts", "Trước đó một ngày, Đại sứ dự lễ trồng cây ở công viên."
    corpus.mkdir()
    for name, added in (("first", []), ("second", [more])):
        (corpus / f"{name}.txt").write_text("\n".join([*lines, *added]), encoding="utf-8")
    (corpus / "third.txt").write_text("\n".join(lines).replace("o", "\u043e").replace("hòa", "hoà"), encoding="utf-8")
    write(corpus, tmp_path / "run")
    found = store.read("duplicates", tmp_path / "run").set_index("doc_id")
    assert found["duplicate_of"].to_dict() == {"second": "first", "third": "first"}
    assert found["kind"].to_dict() == {"second": "near", "third": "exact"}, "look-alike letters are seen through"
    runs = len(text.WORD.findall("\n".join(lines))) - 4
    assert found.loc["second", "similarity"] == pytest.approx(runs / (runs + len(more.split())), abs=1e-6)
    assert found.loc["second", "contained"] == 1


def test_two_processes_and_a_second_run_give_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, seeds: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(engines, "SERIAL_LIMIT", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    write(paths.SEEDS, tmp_path)
    assert bytes_of(tmp_path) == bytes_of(seeds)


def test_small_row_groups_give_the_same_rows(monkeypatch: pytest.MonkeyPatch, copies: Path, tmp_path: Path) -> None:
    write(copies, tmp_path / "one")
    monkeypatch.setattr(store, "_GROUP_ROWS", 1)
    write(copies, tmp_path / "many")
    for name in ("documents", "mentions", "namings", "acts", "tokens"):
        assert store.read(name, tmp_path / "one").equals(store.read(name, tmp_path / "many"))


def test_a_corpus_in_which_nothing_is_found_has_all_tables(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("…\n", encoding="utf-8")
    sizes = write(tmp_path, tmp_path / "run")
    assert {name for name, table in schemas.TABLES.items() if table.notebook == "01"} - set(sizes) <= LATER
    for name in sizes:
        assert len(store.read(name, tmp_path / "run")) == sizes[name]
    assert sizes["acts"] == 0


def test_a_corpus_without_a_text_leaves_no_table_half_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"no readable text: a\.txt: empty"):
        write(tmp_path, tmp_path / "run")
    assert not store.exists("documents", tmp_path / "run")
    assert not list(store.folder(tmp_path / "run").glob(".*"))


def test_progress_is_told(copies: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    corpus_tables.write(
        readers.read(copies, max_document_chars=1000), tmp_path, progress=lambda *step: told.append(step)
    )
    assert told == [(1, 4), (2, 4), (3, 4)]
