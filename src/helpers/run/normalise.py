"""An executed notebook without what differs from run to run: times, versions, random ids, paths of this machine.

Outputs keep their content, pictures too. What a cell writes to stderr stays, after its stdout: nbval counts it as
output, and `warnings_of` lets the command line say it.
"""

from __future__ import annotations

import re
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from helpers import paths

_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_CELL_FILE = re.compile(re.escape(tempfile.gettempdir()) + r"/ipykernel_\d+/\d+\.py")
_WARNING = re.compile(r"\w*(?:Warning|Error|WARNING|ERROR)\b.*")
_BINARY = ("image/png", "image/jpeg", "application/pdf")
LANGUAGE = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python", "pygments_lexer": "ipython3"}
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
_VOLATILE = ("papermill", "execution", "collapsed", "ExecuteTime")


def identify(notebook: Any) -> None:
    """Give every cell without an id (notebooks before nbformat 4.5) one that does not change: `cell-3`."""
    notebook.nbformat, notebook.nbformat_minor = 4, max(5, notebook.nbformat_minor)
    for number, cell in enumerate(notebook.cells):
        cell.setdefault("id", f"cell-{number}")


def normalise(notebook: Any, places: Mapping[str, str]) -> None:
    """Make an executed notebook (an nbformat node) the same for every run with the same results, in place.

    `places` maps absolute paths to the names that stand for them in text outputs, such as {"/home/…/seeds": "CORPUS"}.
    """
    notebook.metadata.pop("papermill", None)
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = dict(LANGUAGE)
    notebook.metadata["kernelspec"] = dict(KERNEL)
    hide = hider(places)
    for cell in notebook.cells:
        for key in _VOLATILE:
            cell.metadata.pop(key, None)
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
        if cell.cell_type == "code":
            cell.outputs = [_hidden(output, hide) for output in _joined(cell.outputs)]


def warnings_of(notebook: Any) -> list[tuple[int, str]]:
    """What cells wrote to stderr: (index of the cell, the warning or the last line), one for each cell that did."""
    found = []
    for index, cell in enumerate(notebook.cells):
        text = "".join(output["text"] for output in cell.get("outputs", ()) if output.get("name") == "stderr")
        if lines := plain(text).strip().splitlines():
            named = (match[0] for line in lines if (match := _WARNING.search(line)))
            found.append((index, next(named, lines[-1])))
    return found


def plain(text: str) -> str:
    """`text` without terminal colours and control characters, line ends apart."""
    return "".join(c for c in _ANSI.sub("", text) if c in "\n\t" or unicodedata.category(c) != "Cc")


def hider(places: Mapping[str, str]) -> Callable[[str], str]:
    """A function that replaces the paths of `places` in a text, the longest first, where they stand as whole parts."""
    known = {path: name for path, name in places.items() if path.count("/") > 1}
    alternatives = "|".join(re.escape(path) for path in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.-])(?:{alternatives})(?![\w.-])") if known else re.compile(r"(?!)")
    return lambda text: pattern.sub(lambda match: known[match[0]], _CELL_FILE.sub("CELL", text))


def places(run: Path, corpus: Path, gold: Path | None, notebooks: Path) -> dict[str, str]:
    """The paths that no output may name, each with the word that stands for it."""
    python = [(Path(prefix), "PYTHON") for prefix in (sys.base_prefix, sys.prefix)]
    kept = [(paths.PROJECT, "PROJECT"), (notebooks, "NOTEBOOKS")]
    named = [*python, *kept, (corpus, "CORPUS"), (gold, "GOLD"), (run, "RUN")]
    return {str(path): name for path, name in named if path is not None}


def _joined(outputs: list[Any]) -> list[Any]:
    """Neighbouring stream outputs as one each, stdout first: how the kernel cut them up depends on time."""
    result: list[Any] = []
    streams: dict[str, Any] = {}
    for output in outputs:
        if output.output_type != "stream":
            result += [streams[name] for name in sorted(streams, reverse=True)]
            result.append(output)
            streams = {}
        elif output.name in streams:
            streams[output.name].text += output.text
        else:
            streams[output.name] = output
    return result + [streams[name] for name in sorted(streams, reverse=True)]


def _hidden(output: Any, hide: Callable[[str], str]) -> Any:
    if output.output_type == "stream":
        output.text = hide(output.text)
    elif output.output_type == "error":
        output.evalue = hide(plain(output.evalue))
        output.traceback = [hide(plain(line)) for line in output.traceback]
    else:
        output.data = {k: v if k in _BINARY else _deep(v, hide) for k, v in output.data.items()}
    return output


def _deep(value: Any, hide: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, dict):
        return {key: _deep(item, hide) for key, item in value.items()}
    return [_deep(item, hide) for item in value] if isinstance(value, list) else value
