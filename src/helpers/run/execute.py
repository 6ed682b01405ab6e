"""One notebook run through papermill, as an engine of its own with readable parameters and the kernels of this run."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers import errors
from helpers.errors import RunError
from helpers.run import normalise
from helpers.run.imports import without
from helpers.run.kernels import NAME, Kernels
from helpers.run.notebooks import Notebook, cells_of, heading
from helpers.run.watch import Watch
from helpers.words import say

with without("rfc3987_syntax"):  # a checker of web addresses that takes a second to load and that nothing here uses
    import nbformat
    import papermill
    from nbclient.exceptions import DeadKernelError
    from papermill.clientwrap import PapermillNotebookClient
    from papermill.engines import NBClientEngine, papermill_engines
    from papermill.translators import PythonTranslator, papermill_translators

_LOG = logging.getLogger("helpers.run")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False

OWN_ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
_MESSAGE_LINES = 3
_KEEP_EVERY = 5  # seconds


class Engine(NBClientEngine):
    """Papermill's own engine on a kernel of `kernels`, telling `watch` which cell runs."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
        kernels, watch = options["kernels"], options["watch"]
        watch.begin(options["title"], cells_of(nb_man.nb))
        keep = _Keeper(nb_man.nb, options["target"])

        def started(cell: Any, cell_index: int) -> None:
            watch.cell(cell_index)
            keep.now_and_then()

        manager = kernels.take(more=options["more"])
        client = PapermillNotebookClient(
            nb_man,
            km=manager,
            kernel_name=kernel_name,
            startup_timeout=options["start_timeout"],
            iopub_timeout=60,
            record_timing=False,
            store_widget_state=False,
            on_cell_start=started,
            log=_LOG,
        )
        try:
            client.execute()
        finally:
            keep.now()
            kernels.release(manager)
            if client.kc is not None:
                client.kc.stop_channels()


class _Keeper:
    """Writes a notebook while it runs, for inspection should it stop; papermill's way, twice a cell, takes seconds."""

    def __init__(self, notebook: Any, target: Path) -> None:
        self.notebook, self.target = notebook, target
        self.now()

    def now(self) -> None:
        self.target.write_text(nbformat.writes(self.notebook) + "\n", encoding="utf-8")
        self.last = time.monotonic()

    def now_and_then(self) -> None:
        if time.monotonic() - self.last > _KEEP_EVERY:
            self.now()


class Translator(PythonTranslator):
    """Parameters as a person would write them: letters stay letters, one line each."""

    @classmethod
    def translate_str(cls, val: str) -> str:
        return json.dumps(val, ensure_ascii=False)

    @classmethod
    def codify(cls, parameters: dict[str, Any], comment: str = "") -> str:
        lines = [cls.comment(say("run.injected")), *(cls.assign(k, cls.translate(v)) for k, v in parameters.items())]
        return "\n".join(lines)


papermill_engines.register(NAME, Engine)
papermill_translators.register(NAME, Translator)


def execute(
    notebook: Notebook, target: Path, parameters: dict[str, Any], kernels: Kernels, watch: Watch, *, more: bool = False
) -> Any:
    """Run `notebook` with `parameters` injected, write it to `target` as it grows, and return it as nbformat node.

    `more` says that another notebook follows. Raises RunError naming notebook, heading and the error; `target` then
    holds the notebook as far as it came.
    """
    source = nbformat.read(notebook.path, as_version=4)
    normalise.identify(source)
    try:
        done = papermill.execute_notebook(
            source,
            str(target).replace("{", "{{").replace("}", "}}"),  # papermill fills in braces
            parameters=parameters,
            engine_name=NAME,
            kernel_name=NAME,
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            target=target,
            kernels=kernels,
            watch=watch,
            more=more,
            title=notebook.name,
        )
    except papermill.PapermillExecutionError as error:
        raise RunError(_failed(notebook, watch, _reason(error.ename, error.evalue))) from None
    except (DeadKernelError, RuntimeError) as error:
        raise RunError(
            _failed(notebook, watch, say("run.kernel_died", reason=_last_line(kernels.log, error)))
        ) from None
    if done.metadata.papermill.exception:  # a SystemExit, which papermill lets pass as success
        raise RunError(_failed(notebook, watch, say("run.cell_exits")))
    return done


def save(done: Any, target: Path, places: Mapping[str, str]) -> None:
    """Write an executed notebook in the form that is the same in every run; `places` as for `normalise`."""
    normalise.normalise(done, places)
    target.write_text(nbformat.writes(done) + "\n", encoding="utf-8")


def place(notebook: Notebook, watch: Watch, index: int | None = None) -> str:
    """A place for messages: the notebook's name and the heading above cell `index` (by default the one that runs)."""
    title = heading(watch.cells or notebook.cells, watch.index if index is None else index)
    return say("run.place", notebook=notebook.name, heading=title) if title else notebook.name


def _failed(notebook: Notebook, watch: Watch, reason: str) -> str:
    return say("run.failed", place=place(notebook, watch), reason=reason)


def _reason(name: str, value: str) -> str:
    """The message of an exception without colours and frames; our own errors by their plain message."""
    lines = [line for line in normalise.plain(value).splitlines() if line.strip()] or [""]
    text = "\n".join(lines if len(lines) <= _MESSAGE_LINES else [*lines[: _MESSAGE_LINES - 1], "…", lines[-1]])
    return text if name in OWN_ERRORS and text else f"{name}: {text}" if text else name


def _last_line(log: Path, error: BaseException) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n") if log.is_file() else []
    return next((normalise.plain(line).strip() for line in reversed(lines) if line.strip()), str(error))
