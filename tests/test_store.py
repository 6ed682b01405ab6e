"""Tables on disk: exact in Parquet, safe in CSV, refused when they break their schema."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import parts, schemas, store
from helpers.errors import TableError

SEGMENT = {"doc_id": "a", "start": 0, "end": 4, "zone": "body", "rule": "line"}
SKIPPED = {"path": "=SUM(A1).pdf", "record": "", "reason": "+1", "remedy": "plain"}


def rows(**change: object) -> pd.DataFrame:
    return pd.DataFrame([SEGMENT | change])


@pytest.mark.parametrize("name", schemas.TABLES)
def test_every_table_can_be_written_empty_and_read_back(name: str, tmp_path: Path) -> None:
    store.write(name, schemas.empty(name), tmp_path)
    read = store.read(name, tmp_path)
    assert list(read.columns) == list(schemas.table(name).columns)
    assert (store.folder(tmp_path) / f"{name}.csv").exists() is schemas.table(name).csv


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    pd.testing.assert_frame_equal(store.write("segments", rows(), tmp_path), store.read("segments", tmp_path))


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for part in ("one", "two"):
        store.write("skipped", pd.DataFrame([SKIPPED]), tmp_path / part)
    for name in ("skipped.parquet", "skipped.csv"):
        assert (tmp_path / "one/tables" / name).read_bytes() == (tmp_path / "two/tables" / name).read_bytes()


def test_cells_that_a_spreadsheet_would_run_are_guarded_in_csv_only(tmp_path: Path) -> None:
    store.write("skipped", pd.DataFrame([SKIPPED]), tmp_path)
    csv = pd.read_csv(store.folder(tmp_path) / "skipped.csv", keep_default_na=False)
    assert csv.loc[0].to_dict() == SKIPPED | {"path": "'=SUM(A1).pdf", "reason": "'+1"}
    assert store.read("skipped", tmp_path).loc[0].to_dict() == SKIPPED


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (rows(zone="cellar"), "zone.*cellar"),
        (rows(start="x"), "start"),
        (rows(rule=None), "rule.*missing value"),
        (rows(surplus=1), "surplus"),
        (rows().drop(columns="rule"), "rule"),
        (pd.concat([rows(), rows()]), "segments"),
    ],
)
def test_broken_rows_are_refused_with_table_and_column(frame: pd.DataFrame, said: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=said):
        store.write("segments", frame, tmp_path)
    assert not (store.folder(tmp_path) / "segments.parquet").exists()


def test_a_missing_table_names_the_notebook_that_writes_it(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"entities\.parquet.*notebook 02"):
        store.read("entities", tmp_path)


def test_an_unknown_table_names_those_there_are() -> None:
    with pytest.raises(TableError, match="documents"):
        schemas.table("dokuments")


def test_numbers_are_rounded_to_six_digits(tmp_path: Path) -> None:
    row = {key: "" if c.kind == "text" else 1 for key, c in schemas.table("collocations").columns.items()}
    written = store.write("collocations", pd.DataFrame([row | {"log_dice": 1 / 3, "log_likelihood": -1e-9}]), tmp_path)
    assert written.loc[0, "log_dice"] == 0.333333
    assert str(written.loc[0, "log_likelihood"]) == "0.0"


def test_queries_see_tables_lexicons_and_labels(tmp_path: Path) -> None:
    entities = schemas.empty("entities")
    entities.loc[0] = {key: "" if c.kind == "text" else 1 for key, c in schemas.table("entities").columns.items()}
    entities.loc[0, ["entity_id", "type", "label"]] = ["PER:An", "PER", "Lê Văn An"]
    store.write("entities", entities, tmp_path)
    assert (
        store.query("SELECT labels('LOC:JP;PER:An') AS who FROM entities", tmp_path).loc[0, "who"]
        == "LOC:JP, Lê Văn An"
    )
    assert store.query("SELECT count(*) AS n FROM lexicon_stopwords", tmp_path).loc[0, "n"] > 10


def test_a_bad_query_is_shown_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"SELECT nothing.*"):
        store.query("SELECT nothing FROM nowhere", tmp_path)


def segments(documents: int) -> pd.DataFrame:
    return pd.DataFrame([SEGMENT | {"doc_id": f"{number:04}"} for number in range(documents)])


def test_a_table_of_many_rows_is_a_folder_of_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_ROWS", 3)
    written = store.write("segments", segments(7), tmp_path)
    place = store.folder(tmp_path) / "segments.parquet"
    assert [path.name for path in sorted(place.iterdir())] == [f"part-{n:05}.parquet" for n in range(3)]
    pd.testing.assert_frame_equal(store.read("segments", tmp_path), written)
    assert store.query('SELECT count(*) AS n, max("end") AS top FROM segments', tmp_path).loc[0].tolist() == [7, 4]
    assert store.of_documents("segments", ["0005", "0001", "x"], tmp_path)["doc_id"].tolist() == ["0001", "0005"]
    some = store.read("segments", tmp_path, columns=["zone", "doc_id"])
    pd.testing.assert_frame_equal(some, written[["zone", "doc_id"]])
    assert store.exists("segments", tmp_path)
    for size in (2, 8):  # a file takes the place of the folder, and a folder that of the file
        store.write("segments", segments(size), tmp_path)
        assert place.is_dir() is (size > 3)
        assert len(store.read("segments", tmp_path)) == size


def test_rows_that_come_one_by_one_are_one_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [SKIPPED | {"path": f"{number}.pdf"} for number in range(5)]
    store.write("skipped", pd.DataFrame(rows), tmp_path / "whole")
    monkeypatch.setattr(store, "_GROUP_ROWS", 2)
    with store.Writer("skipped", store.folder(tmp_path / "grown")) as writer:
        for row in rows:
            writer.add(store.batch("skipped", [row]))
    assert len(writer) == 5
    monkeypatch.setattr(store, "_GROUP_ROWS", 4)
    monkeypatch.setattr(store, "_SINGLE", 2)  # rows that wait are put together
    with store.Writer("skipped", store.folder(tmp_path / "waiting")) as writer:
        for row in rows:
            writer.add(store.batch("skipped", [row]))
    assert store.read("skipped", tmp_path / "waiting").to_dict("records") == rows
    for run in ("whole", "grown"):
        assert store.read("skipped", tmp_path / run).to_dict("records") == rows
    csv = [(tmp_path / run / "tables" / "skipped.csv").read_bytes() for run in ("whole", "grown")]
    assert csv[0] == csv[1]


def test_a_table_that_is_not_finished_is_not_there(tmp_path: Path) -> None:
    place = store.folder(tmp_path)

    def broken_off() -> None:
        with store.Writer("skipped", place) as writer:
            writer.add(store.batch("skipped", [SKIPPED]))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("change", [{"surplus": 1}, {"path": None}, {"path": 1}])
def test_broken_rows_are_refused_as_they_come(tmp_path: Path, change: dict[str, object]) -> None:
    with pytest.raises(TableError, match="skipped"), store.Writer("skipped", store.folder(tmp_path)) as writer:
        writer.add(store.batch("skipped", [SKIPPED | change]))
    assert not store.exists("skipped", tmp_path)
