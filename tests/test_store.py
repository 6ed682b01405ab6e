"""Tables on disk: exact in Parquet, safe in CSV, refused when they break their schema."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import schemas, store
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
