"""The counts on excerpts that are not distributed: how they are made and read."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import __version__, paths, schemas
from helpers.errors import CorpusError, TableError
from helpers.evaluation import gold, measure, measured


def _tables(folder: Path) -> Path:
    mentions, acts = gold.tables(gold.read(paths.SEEDS / "gold"))
    mentions[mentions.index % 3 != 0].to_csv(folder / "mentions.csv", index=False)
    acts.to_csv(folder / "acts.csv", index=False)
    mentions[mentions["type"] == "LOC"].to_csv(folder / "stock_mentions.csv", index=False)
    return folder


def test_what_is_written_is_read_back_as_accuracy(tmp_path: Path) -> None:
    table = measure.counts(_tables(tmp_path), paths.SEEDS / "gold", date="2026-01-31")
    measure.write(table, tmp_path / "measured.csv")
    rows = schemas.conform("accuracy", measured.measured_accuracy(tmp_path / "measured.csv"))
    by = rows.set_index(["system", "layer", "type"])
    ours = by.loc[("Bang giao", "mentions", "all")]
    assert (ours["correct"], ours["predicted"], ours["gold"], ours["documents"]) == (64, 64, 96, 2)
    assert ours["recall"] == pytest.approx(2 / 3)
    assert by.loc[("underthesea stock NER", "mentions", "LOC")]["f1"] == 1
    read = measured.measured(tmp_path / "measured.csv")
    assert set(read["version"]) == {__version__}
    assert set(read["date"]) == {"2026-01-31"}


def test_the_file_names_no_document_and_quotes_no_text(tmp_path: Path) -> None:
    measure.write(measure.counts(_tables(tmp_path), paths.SEEDS / "gold", date="2026-01-31"), tmp_path / "measured.csv")
    written = (tmp_path / "measured.csv").read_text(encoding="utf-8")
    assert written.isascii()
    for path in paths.SEEDS.glob("*.txt"):
        assert path.stem not in written


def test_the_command_writes_the_file_beside_its_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "measured.csv"
    measure.write(measured.measured().head(0), file)
    for function in (measure.write, measured.measured):
        monkeypatch.setattr(function, "__defaults__", (file,))
    for read in ("used", "unread", "used"):
        assert measure.main([str(_tables(tmp_path)), str(paths.SEEDS / "gold"), "2026-01-31", read]) == 0
    blocks = measured.measured(file)["block"].value_counts()
    assert len(blocks) == 2
    assert blocks.min() == blocks.max() > 20


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert measure.main([]) == 2
    assert "python -m helpers.evaluation.measure" in capsys.readouterr().err


def test_every_annotated_document_must_have_been_run(tmp_path: Path) -> None:
    _tables(tmp_path)
    lines = (tmp_path / "mentions.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "mentions.csv").write_text("\n".join(x for x in lines if not x.startswith("003_")), encoding="utf-8")
    with pytest.raises(CorpusError, match="no mention in 003_"):
        measure.counts(tmp_path, paths.SEEDS / "gold", date="2026-01-31")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("b,s,mentions,PER,5,4,9,2,0,1,m,1,2026-01-31", "mentions PER: 5 right of 4 found and 9 wanted"),
        ("b,s,mentions,PER,x,4,9,2,0,1,m,1,2026-01-31", "write whole numbers"),
    ],
)
def test_impossible_counts_are_refused(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "measured.csv"
    path.write_text(",".join(measured.COLUMNS) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(TableError, match=message):
        measured.measured(path)


def test_a_missing_file_or_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no such file"):
        measured.measured(tmp_path / "measured.csv")
    (tmp_path / "measured.csv").write_text("block,layer\n", encoding="utf-8")
    with pytest.raises(TableError, match="expected the columns block, system"):
        measured.measured(tmp_path / "measured.csv")


def test_the_file_that_is_shipped_can_be_read() -> None:
    schemas.conform("accuracy", measured.measured_accuracy())
