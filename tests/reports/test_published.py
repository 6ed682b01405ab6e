"""The published run of the seeds: running again gives the same bytes, and nothing private stands in it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from helpers import paths, schemas
from helpers.evaluation import measured

PUBLISHED = paths.REPORTS / "seeds"
NOT_COMMITTED = {"environment.json"} | {
    f"tables/{name}.parquet" for name, table in schemas.TABLES.items() if table.running_text
}


def files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name not in NOT_COMMITTED}


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, run again from another folder."""
    folder = tmp_path_factory.mktemp("again")
    command = [str(Path(sys.executable).with_name("banggiao")), "run", "--out", "seeds"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == str(folder / "seeds" / "index.html")
    assert result.stderr == ""  # quiet where nobody watches
    return folder / "seeds"


def test_running_again_gives_the_same_bytes(again: Path) -> None:
    ours, published = files(again), files(PUBLISHED)
    assert sorted(ours) == sorted(published)
    assert [name for name in ours if ours[name] != published[name]] == []


def test_no_page_names_a_place_or_a_time_of_the_run(again: Path) -> None:
    for name, content in files(again).items():
        if not name.endswith((".png", ".pdf", ".parquet")):
            text = content.decode("utf-8")
            assert str(paths.PROJECT) not in text, name
            assert str(again) not in text, name
            assert not re.search(r"/home/|/root/|/tmp/", text), name


def test_tables_with_running_text_are_written_but_not_published(again: Path) -> None:
    for name in NOT_COMMITTED:
        assert (again / name).is_file()
    listed = subprocess.run(
        ["git", "ls-files", "reports"], cwd=paths.PROJECT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        assert not [path for path in listed.stdout.split() if path.removeprefix("reports/seeds/") in NOT_COMMITTED]


def test_the_page_of_the_review_shows_the_counts_measured_on_the_excerpts() -> None:
    page = BeautifulSoup((PUBLISHED / "05_peer_review.html").read_text(encoding="utf-8"), "html.parser")
    shown = {tuple(cell.get_text(strip=True) for cell in row.find_all(["td", "th"]))[:7] for row in page.find_all("tr")}
    rows = measured.measured()
    assert set(rows["documents"]) == {24, 40}
    for row in rows.itertuples():
        counts = (f"{row.correct:,}", f"{row.predicted:,}", f"{row.gold:,}")
        assert (row.block, row.system, row.layer, row.type, *counts) in shown
