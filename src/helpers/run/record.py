"""Keeping the manifest of a run while it grows: what it starts from, what each notebook wrote, the pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers import paths
from helpers.parameters import changed
from helpers.run import code, digests
from helpers.run.manifest import ENVIRONMENT_FILE, FILE, Manifest, NotebookRecord, inputs
from helpers.run.plan import Plan

Snapshot = dict[Path, tuple[int, int, int]]


def prepare(plan: Plan) -> Manifest:
    """The manifest of a planned run before anything has run: inputs, parameters, code."""
    lock = paths.PROJECT / "requirements.lock"
    notebooks = (*plan.earlier, *plan.notebooks)
    behind = dict(zip(notebooks, code.behind(*notebooks), strict=True))
    return Manifest(
        corpus=inputs(plan.corpus, digests.corpus_files(plan.corpus)),
        gold=inputs(plan.gold, sorted(plan.gold.glob("*.ann"))) if plan.gold else None,
        lock=digests.of_file(lock) if lock.is_file() else "",
        parameters=plan.parameters.model_dump(mode="json"),
        changed=tuple(changed(plan.parameters)),
        code=dict(sorted((path, sum_) for files in behind.values() for path, sum_ in files.items())),
        notebooks={
            notebook.number: NotebookRecord(
                name=notebook.name,
                source=code.of_notebook(notebook),
                code=digests.of_sums(files),
                inputs="",
                parameters=notebook.parameters,
                outputs={},
            )
            for notebook, files in behind.items()
        },
    )


def taken_over(now: Manifest, then: Manifest, numbers: tuple[str, ...]) -> Manifest:
    """`now` with the records that a former run has of the notebooks `numbers`."""
    return _with_notebooks(now, {number: then.notebooks[number] for number in numbers})


def snapshot(build: Path) -> Snapshot:
    """The files of a build, with what changes when one is written."""
    stats = {file: file.stat() for file in digests.files_below(build)}
    return {file: (stat.st_ino, stat.st_size, stat.st_mtime_ns) for file, stat in stats.items()}


def with_outputs(now: Manifest, number: str, build: Path, before: Snapshot) -> Manifest:
    """`now` with the files that notebook `number` wrote since the snapshot `before`."""
    written = [file for file, stat in snapshot(build).items() if before.get(file) != stat]
    record = now.notebooks[number]
    known = {
        "corpus": now.corpus.digest,
        "gold": now.gold.digest if now.gold else "",
        "lock": now.lock,
        "source": record.source,
        "code": record.code,
        "parameters": digests.of_text(repr([(name, now.parameters[name]) for name in record.parameters])),
    }
    earlier = {p: sum_ for n, r in now.notebooks.items() if n < number for p, sum_ in r.outputs.items()}
    done = record.model_copy(
        update={"inputs": digests.of_sums(known | earlier), "outputs": digests.of_files(build, written)}
    )
    return _with_notebooks(now, {number: done})


def with_pages(now: Manifest, build: Path) -> Manifest:
    """`now` with every file of the build that no notebook wrote."""
    known = {*now.outputs, FILE, ENVIRONMENT_FILE}
    sums: Mapping[str, Any] = digests.of_files(build, digests.files_below(build))
    return now.model_copy(update={"pages": {path: sum_ for path, sum_ in sums.items() if path not in known}})


def _with_notebooks(now: Manifest, records: dict[str, NotebookRecord]) -> Manifest:
    return now.model_copy(update={"notebooks": dict(sorted((now.notebooks | records).items()))})
