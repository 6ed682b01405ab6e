"""Notebook files: their parameters cell against the model, and the headings that name their cells."""

import json
import re

import pytest

from helpers import paths
from helpers.errors import RunError
from helpers.parameters import Parameters
from helpers.run import notebooks
from helpers.run.notebooks import Cell


def _write(folder, name, *sources, tags=("parameters",)):
    cells = [{"cell_type": "code", "source": s.splitlines(True), "metadata": {"tags": list(tags)}} for s in sources]
    (folder / f"{name}.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")


REFUSED = [
    ("windw = 5  # words", "helpers.parameters knows no windw"),
    ("window = 6  # words", "window = 6, but its default in helpers.parameters is 5"),
    ("window = 5.0  # words", "window = 5.0, but its default in helpers.parameters is 5"),
    ("window = True  # words", "window = True, but its default"),
    ("window = 4 + 1  # words", "window = 4 + 1, but its default"),
    ("full_text = 0  # texts", "full_text = 0, but its default in helpers.parameters is False"),
    ("node = 'quan he'  # word", "node = 'quan he', but its default in helpers.parameters is 'quan hệ'"),
    ("window = 5", "line 1: window = 5\nexpected `name = value  # what it means`"),
    ("window = 5  #", "expected `name = value"),
    ("# words\nwindow: int = 5  # words", "line 2: window: int = 5  # words\nexpected"),
    ("import os", "line 1: import os\nexpected"),
    ("window = 5  # words (default=5)", "a second = on the line would hide the parameter"),
    ("window = 5  # words\nwindow = 5  # words", "window is set twice"),
]


@pytest.mark.parametrize(("source", "message"), REFUSED)
def test_a_parameters_cell_that_disagrees_is_named(tmp_path, source, message):
    _write(tmp_path, "01_one", source)
    with pytest.raises(RunError, match=f"(?s)01_one.ipynb.*{re.escape(message)}"):
        notebooks.find(tmp_path)


def test_a_parameters_cell_may_hold_comments_and_blank_lines(tmp_path):
    _write(tmp_path, "01_one", '# What may be changed\n\nnode = "quan hệ"  # word\nreference = ""  # group, if any\n')
    (one,) = notebooks.find(tmp_path)
    assert one.parameters == ("node", "reference")


def test_every_line_that_is_accepted_is_seen_by_papermill_with_its_help(tmp_path):
    papermill = pytest.importorskip("papermill")
    lines = [f"{name} = {field.default!r}  # {field.description}" for name, field in Parameters.model_fields.items()]
    _write(tmp_path, "01_one", "\n".join(lines))
    path = tmp_path / "01_one.ipynb"
    full = json.loads(path.read_text()) | {"nbformat": 4, "nbformat_minor": 5}
    full["metadata"] = {"kernelspec": {"name": "python3", "language": "python", "display_name": "p"}}
    full["cells"][0] |= {"id": "a", "outputs": [], "execution_count": None}
    path.write_text(json.dumps(full))
    (one,) = notebooks.find(tmp_path)
    seen = papermill.inspect_notebook(str(path))
    assert tuple(seen) == one.parameters == tuple(Parameters.model_fields)
    assert [p["help"] for p in seen.values()] == [f.description for f in Parameters.model_fields.values()]


def test_two_parameters_cells_are_too_many(tmp_path):
    _write(tmp_path, "01_one", "window = 5  # words", "top_n = 20  # rows")
    with pytest.raises(RunError, match="2 cells have the tag parameters"):
        notebooks.find(tmp_path)


def test_folders_without_notebooks_and_files_that_are_none_are_named(tmp_path):
    with pytest.raises(RunError, match=f"{tmp_path}: holds no notebooks"):
        notebooks.find(tmp_path)
    (tmp_path / "01_one.ipynb").write_text("{")
    with pytest.raises(RunError, match=r"01_one\.ipynb: cannot be read as a notebook \(JSONDecodeError"):
        notebooks.find(tmp_path)
    (tmp_path / "01_one.ipynb").write_text("[]")
    with pytest.raises(RunError, match=r"01_one\.ipynb: cannot be read as a notebook \(TypeError"):
        notebooks.find(tmp_path)
    _write(tmp_path, "01_one")
    _write(tmp_path, "01_other")
    with pytest.raises(RunError, match="another notebook has the number 01"):
        notebooks.find(tmp_path)


def test_scratch_files_are_no_notebooks(tmp_path):
    for name in ("02_b", "01_a", "Untitled", "1_c", "03 d"):
        _write(tmp_path, name)
    assert [n.name for n in notebooks.find(tmp_path)] == ["01_a", "02_b"]


HEADINGS = [
    (("# One", "x", "## Two ##\ntext", "y"), 3, "Two"),
    (("# One", "x", "y"), 2, "One"),
    (("# One\n\n## Under it", "x"), 1, "Under it"),
    (("# One", "```\n# code\n```\ntext", "x"), 2, "One"),
    (("x", "# Later"), 0, ""),
    (("#tag", "x"), 1, ""),
]


@pytest.mark.parametrize(("sources", "index", "expected"), HEADINGS)
def test_a_cell_is_named_by_the_nearest_heading_above(sources, index, expected):
    kinds = ("markdown" if len(source) > 1 else "code" for source in sources)
    cells = tuple(Cell(kind, source, ()) for kind, source in zip(kinds, sources, strict=True))
    assert notebooks.heading(cells, index) == expected


def test_the_notebooks_of_the_project_agree_with_the_parameters():
    found = notebooks.find(paths.NOTEBOOKS)
    assert [n.number for n in found] == ["01", "02", "03", "04", "05"]
    unused = [name for name, numbers in notebooks.used_by(found).items() if not numbers]
    assert unused == []
