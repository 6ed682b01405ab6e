"""The notebooks as files: which there are, their one parameters cell, and the headings that name their cells.

They are read as JSON, and the parameters cell by its syntax tree; nothing in them is run here.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from helpers.errors import RunError
from helpers.parameters import Parameters
from helpers.words import say

_NAME = re.compile(r"(\d\d)_\w+\.ipynb")
_LINE = re.compile(r"(?P<name>[a-z_]\w*) = (?P<value>.+?)  # (?P<help>\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*\s*$")


class Cell(NamedTuple):
    """One cell: `kind` is code, markdown or raw."""

    kind: str
    source: str
    tags: tuple[str, ...]


class Notebook(NamedTuple):
    """A notebook file, its cells, and the parameters its cell sets (none where it has no such cell)."""

    number: str
    name: str
    path: Path
    cells: tuple[Cell, ...]
    parameters: tuple[str, ...]


def find(folder: Path) -> tuple[Notebook, ...]:
    """Return the notebooks of `folder`, `01_….ipynb`, `02_….ipynb` and so on, checked against `Parameters`.

    Raises RunError where there is none, a number stands twice, a file is no notebook, or a parameters cell disagrees.
    """
    paths = sorted(p for p in folder.glob("*.ipynb") if _NAME.fullmatch(p.name))
    if not paths:
        raise RunError(say("run.no_notebooks", folder=folder))
    numbers = [path.name[:2] for path in paths]
    for number, path in zip(numbers, paths, strict=True):
        if numbers.count(number) > 1:
            raise RunError(say("run.number_twice", path=path, number=number))
    return tuple(_notebook(number, path) for number, path in zip(numbers, paths, strict=True))


def used_by(notebooks: tuple[Notebook, ...]) -> dict[str, tuple[str, ...]]:
    """For every parameter the numbers of the notebooks whose cell has it."""
    return {name: tuple(n.number for n in notebooks if name in n.parameters) for name in Parameters.model_fields}


def heading(cells: tuple[Cell, ...], index: int) -> str:
    """The nearest Markdown heading at or above cell `index`, "" where there is none."""
    for cell in reversed(cells[: index + 1]):
        if cell.kind == "markdown":
            found = [match[1] for line in _outside_fences(cell.source) if (match := _HEADING.match(line))]
            if found:
                return found[-1]
    return ""


def cells_of(notebook: dict[str, Any]) -> tuple[Cell, ...]:
    """The cells of a notebook in the JSON form of nbformat 4."""
    return tuple(
        Cell(c["cell_type"], "".join(c["source"]), tuple(c.get("metadata", {}).get("tags", ())))
        for c in notebook["cells"]
    )


def _notebook(number: str, path: Path) -> Notebook:
    try:
        cells = cells_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise RunError(say("run.not_a_notebook", path=path, reason=f"{type(error).__name__}: {error}")) from None
    tagged = [cell for cell in cells if "parameters" in cell.tags]
    if len(tagged) > 1:
        raise RunError(say("run.parameters_cells", path=path, n=len(tagged)))
    names = _parameters(path, tagged[0].source) if tagged else ()
    return Notebook(number, path.stem, path, cells, names)


def _parameters(path: Path, source: str) -> tuple[str, ...]:
    """The names set by a parameters cell: a plain literal a line, with its help as trailing comment."""
    names: list[str] = []
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if not match:
            raise RunError(say("run.parameter_line", path=path, line=number, text=line))
        if line.count("=") > 1:  # papermill does not see such a parameter
            raise RunError(say("run.parameter_equals", path=path, line=number, text=line))
        if match["name"] in names:
            raise RunError(say("run.parameter_twice", path=path, name=match["name"]))
        _compare(path, match["name"], match["value"])
        names.append(match["name"])
    return tuple(names)


def _compare(path: Path, name: str, value: str) -> None:
    """Check one line against the model: the name, the type and the default."""
    if name not in Parameters.model_fields:
        raise RunError(say("run.parameter_unknown", path=path, name=name))
    default = Parameters.model_fields[name].default
    try:
        given = ast.literal_eval(value)
    except (ValueError, SyntaxError):
        given = None
    if type(given) is not type(default) or given != default:
        raise RunError(say("run.parameter_differs", path=path, name=name, given=value, default=repr(default)))


def _outside_fences(source: str) -> list[str]:
    lines, fenced = [], False
    for line in source.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            lines.append(line.strip())
    return lines
