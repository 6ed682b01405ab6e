"""The published notebooks, run again by nbval: every stored output must come out again.

nbval passes a notebook whose outputs were cleared, and looks at no picture: so that this check cannot pass on
nothing, the stored outputs are counted first, and tables and figures are compared by value afterwards.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from helpers import paths, schemas, store

PUBLISHED = paths.REPORTS / "seeds"


def nbval(folder: Path, run: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {paths.RUN_VARIABLE: str(run), paths.CORPUS_VARIABLE: str(paths.SEEDS)}
    environment.pop(paths.GOLD_VARIABLE, None)
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "-q", "-rf"]
    return subprocess.run(
        [*command, "--rootdir", str(folder), "-c", os.devnull, *map(str, sorted(folder.glob("*.ipynb")))],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def cells(path: Path) -> list[nbformat.NotebookNode]:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """A copy of the published notebooks, run by nbval into a fresh run folder."""
    folder = tmp_path_factory.mktemp("nbval")
    shutil.copytree(PUBLISHED / "notebooks", folder / "notebooks")
    return nbval(folder / "notebooks", folder / "run"), folder / "run"


def test_the_published_notebooks_hold_their_outputs() -> None:
    for path in sorted((PUBLISHED / "notebooks").glob("*.ipynb")):
        assert all(cell.execution_count for cell in cells(path)), path
        ends_in_a_value = [c for c in cells(path) if c.source.splitlines()[-1].startswith("show.")]
        assert ends_in_a_value, path
        assert all(cell.outputs for cell in ends_in_a_value), path


def test_every_cell_gives_its_stored_output_again(again: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    result, _ = again
    count = sum(len(cells(path)) for path in (PUBLISHED / "notebooks").glob("*.ipynb"))
    assert f"{count} passed" in result.stdout, result.stdout[-5000:] + result.stderr[-2000:]
    assert result.returncode == 0


@pytest.mark.parametrize("name", schemas.TABLES)
def test_every_table_has_the_published_values(name: str, again: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    found = store.read(name, again[1])
    if schemas.table(name).running_text:
        assert len(found)
    else:
        pd.testing.assert_frame_equal(found, store.read(name, PUBLISHED))


def test_every_figure_is_the_published_one(again: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    published = {path.name: path.read_bytes() for path in (PUBLISHED / "figures").glob("*.svg")}
    assert len(published) >= 2
    assert {path.name: path.read_bytes() for path in (again[1] / "figures").glob("*.svg")} == published


@pytest.mark.parametrize("fault", ["changed", "cleared"])
def test_the_check_can_fail(fault: str, tmp_path: Path) -> None:
    """A changed output fails nbval itself; a cleared one fails the count of stored outputs."""
    path = tmp_path / "notebooks" / "01.ipynb"
    path.parent.mkdir()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1", execution_count=1)])
    notebook.cells[0].outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "2"}, execution_count=1)]
    if fault == "changed":
        notebook.cells[0].outputs[0].data["text/plain"] = "3"
    else:
        notebook.cells[0].outputs, notebook.cells[0].execution_count = [], None
    nbformat.write(notebook, path)
    result = nbval(path.parent, tmp_path / "run")
    if fault == "changed":
        assert "1 failed" in result.stdout
    else:
        assert result.returncode == 0  # which is why the outputs are counted
        assert not all(cell.execution_count for cell in cells(path))
