"""Executed notebooks without what differs from run to run."""

import tempfile

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.run import normalise

PLACES = {
    "/home/an/bang-giao": "PROJECT",
    "/home/an/bang-giao/reports/seeds": "RUN",
    "/home/an/texts": "CORPUS",
    "/c": "SHORT",
}
HIDDEN = [
    ("in /home/an/bang-giao/reports/seeds/tables", "in RUN/tables"),  # the longest path first
    ("'/home/an/bang-giao'", "'PROJECT'"),
    ("/home/an/bang-giao2/x", "/home/an/bang-giao2/x"),
    ("/home/an/bang-giao.old", "/home/an/bang-giao.old"),
    ("/mnt/home/an/texts", "/mnt/home/an/texts"),
    ("file:///home/an/texts/a.txt", "file://CORPUS/a.txt"),
    ("5 km/c and /c", "5 km/c and /c"),  # too short to be told from text
    (f"{tempfile.gettempdir()}/ipykernel_123/456.py:1: UserWarning", "CELL:1: UserWarning"),
    ("no path", "no path"),
]


@pytest.mark.parametrize(("text", "expected"), HIDDEN)
def test_paths_of_this_machine_are_hidden(text, expected):
    assert normalise.hider(PLACES)(text) == expected


def test_without_places_nothing_is_hidden():
    assert normalise.hider({})("/home/an") == "/home/an"


def _executed():
    """A notebook as papermill leaves it."""
    cell = new_code_cell(
        "1",
        execution_count=1,
        metadata={"papermill": {"duration": 1.2}, "execution": {"iopub.status.busy": "2024"}, "tags": []},
        outputs=[
            new_output("stream", name="stderr", text="w1\n"),
            new_output("stream", name="stdout", text="a"),
            new_output("stream", name="stderr", text="w2: odd\n"),
            new_output("stream", name="stdout", text="b /home/an/texts"),
            new_output("display_data", {"image/png": "aGk=/home/an/texts", "text/html": "<a>/home/an/texts</a>"}),
            new_output("stream", name="stdout", text="c"),
            new_output("execute_result", {"application/json": {"x": ["/home/an/texts"], "n": 1}}, execution_count=1),
        ],
    )
    injected = new_code_cell("window = 3", metadata={"tags": ["injected-parameters"], "papermill": {}})
    kernel = {"name": "banggiao", "display_name": "b", "language": "python"}
    metadata = {"papermill": {"start_time": "2024"}, "language_info": {"name": "python", "version": "3.11.2"}}
    return new_notebook(
        cells=[new_markdown_cell("# A", metadata={"papermill": {}}), injected, cell],
        metadata=metadata | {"kernelspec": kernel},
    )


def test_nothing_that_differs_is_left():
    notebook = _executed()
    normalise.normalise(notebook, PLACES)
    text = nbformat.writes(notebook)
    assert "2024" not in text
    assert "3.11" not in text
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.cells[1].id == "injected-parameters"
    assert [cell.metadata for cell in notebook.cells] == [{}, {"tags": ["injected-parameters"]}, {}]
    again = _executed()
    for old, new in zip(notebook.cells, again.cells, strict=True):
        new["id"] = old["id"]
    normalise.normalise(again, PLACES)
    assert nbformat.writes(again) == text
    nbformat.validate(notebook)


def test_outputs_stay_and_streams_are_joined_stdout_first():
    notebook = _executed()
    normalise.normalise(notebook, PLACES)
    outputs = notebook.cells[2].outputs
    assert [(o.output_type, o.get("name"), o.get("text")) for o in outputs] == [
        ("stream", "stdout", "ab CORPUS"),
        ("stream", "stderr", "w1\nw2: odd\n"),
        ("display_data", None, None),
        ("stream", "stdout", "c"),
        ("execute_result", None, None),
    ]
    assert outputs[2].data == {"image/png": "aGk=/home/an/texts", "text/html": "<a>CORPUS</a>"}
    assert outputs[4].data == {"application/json": {"x": ["CORPUS"], "n": 1}}


STDERR = [
    ("x.py:3: UserWarning: odd\n  warn('odd')\n", "UserWarning: odd"),
    ("\x1b[31mplain words\x1b[0m\n", "plain words"),
    ("first\nlast\n", "last"),
]


@pytest.mark.parametrize(("text", "expected"), STDERR)
def test_what_cells_write_to_stderr_is_found(text, expected):
    cells = [new_code_cell("1"), new_code_cell("2", outputs=[new_output("stream", name="stderr", text=text)])]
    assert normalise.warnings_of(new_notebook(cells=cells)) == [(1, expected)]


def test_cells_of_old_notebooks_get_ids_that_do_not_change():
    notebook = nbformat.from_dict(
        {
            "nbformat": 4,
            "nbformat_minor": 4,
            "metadata": {},
            "cells": [{"cell_type": "markdown", "source": "# A", "metadata": {}}] * 2,
        }
    )
    normalise.identify(notebook)
    assert [cell.id for cell in notebook.cells] == ["cell-0", "cell-1"]
    nbformat.validate(notebook)


def test_a_large_output_takes_no_time():
    notebook = new_notebook(
        cells=[new_code_cell("1", outputs=[new_output("stream", name="stdout", text="x" * 3_000_000)])]
    )
    normalise.normalise(notebook, PLACES)
    assert len(notebook.cells[0].outputs[0].text) == 3_000_000
