"""The notebooks as they are kept: how they open and close, how short their cells are, what they may not do."""

import ast
import re
from pathlib import Path
from statistics import median

import nbformat
import pytest

from helpers import paths

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code(path: Path) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == "code"]


def prose(path: Path) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == "markdown"]


def test_there_are_five() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_is_kept_without_outputs(self, path: Path) -> None:
        for cell in read(path).cells:
            assert cell.cell_type == "markdown" or (cell.outputs == [] and cell.execution_count is None)

    def test_opens_with_question_inputs_and_steps(self, path: Path) -> None:
        opening = prose(path)[0]
        assert opening.startswith(f"# {int(path.stem[:2])} · ")
        for part in ("**Question.**", "**Reads**", "**Writes**", "**Steps.**"):
            assert part in opening

    def test_explains_every_parameter(self, path: Path) -> None:
        cells = read(path).cells
        at = next(i for i, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", []))
        names = [node.targets[0].id for node in ast.parse(cells[at].source).body]
        assert names
        assert cells[at - 1].source.startswith("## Analysis parameters")
        assert not [name for name in names if f"`{name}`" not in cells[at - 1].source]

    def test_closes_with_what_it_does_not_show(self, path: Path) -> None:
        assert read(path).cells[-1].source.startswith("## What this does not show")

    def test_cells_are_short(self, path: Path) -> None:
        cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
        # the parameters cell has a line for each parameter, as many as there are
        lengths = [len(cell.source.splitlines()) for cell in cells if "parameters" not in cell.metadata.get("tags", [])]
        assert median(lengths) <= 5
        assert max(lengths) <= 15

    def test_cells_only_call_helpers(self, path: Path) -> None:
        for cell in code(path):
            assert not re.search(r"sys\.path|\.\./|^[!%]", cell, re.MULTILINE)
            for node in ast.walk(ast.parse(cell)):
                assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)

    def test_prose_has_one_sentence_a_line(self, path: Path) -> None:
        for line in "\n".join(prose(path)).splitlines():
            assert not re.search(r"[a-z)][.?!] [A-Z]", re.sub(r"\*\*[^*]+\*\*", "", line)), line

    def test_no_number_of_the_corpus_stands_in_prose(self, path: Path) -> None:
        for line in "\n".join(prose(path)[1:]).splitlines():
            assert not re.search(r"\b\d+ (texts|acts|mentions|people|encounters)\b", line), line
