"""A whole run: the notebooks in order, then the pages, then the manifest, then the exchange with the last run."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from helpers.errors import BanggiaoError
from helpers.run import environment, exchange, interrupts, manifest, normalise, record, reuse
from helpers.run.interrupts import StoppedError, Terminated
from helpers.run.manifest import Manifest
from helpers.run.plan import Plan
from helpers.run.watch import Watch
from helpers.words import say

_LOADED_WITH_TABLES = ("pandas", "pandera.pandas")  # 0.6 s

Render = Callable[[Path, Manifest], Any]


def run(plan: Plan, *, tell: Callable[[str], None], stream: TextIO, render: Render | None = None) -> Path:
    """Do what `plan` says and return the path of the report's first page.

    `tell` receives remarks for the user, `stream` the progress bar if it is a terminal; `render` writes the pages of
    a run folder (by default `helpers.report.render`). Raises RunError before a notebook has started, StoppedError after;
    a run that stopped is kept beside the target, which stays as it was.
    """
    started = _now()
    for place in dict.fromkeys((plan.target, *plan.sources)):
        exchange.finish(place, tell)
    now = record.prepare(plan)
    earlier = tuple(notebook.number for notebook in plan.earlier)
    source, then = reuse.choose(plan.sources, now, earlier) if earlier else (None, None)
    with exchange.claim(plan.target, tell) as build:
        steps = _Steps(plan, build, tell, stream)
        try:
            if source and then:
                reuse.take(source, build, then, earlier)
                now = record.taken_over(now, then, earlier)
            now, seconds = steps.notebooks(now)
            steps.at = say("run.pages")
            (render or _render)(build, now)
            now = record.with_pages(now, build)
            manifest.environment(build, started, _now(), seconds, list(earlier))
            manifest.write(build, now)
            with interrupts.held_off():
                exchange.exchange(plan.target)
        except (Exception, KeyboardInterrupt, Terminated) as error:
            if exchange.unfinished(plan.target):
                raise _stopped(error, steps.at, plan.target) from (None if _expected(error) else error)
    return plan.target / "index.html"


class _Steps:
    """The notebooks of a plan in a build; `at` says where they are, for the message if they stop there."""

    def __init__(self, plan: Plan, build: Path, tell: Callable[[str], None], stream: TextIO) -> None:
        self.plan, self.build, self.tell, self.stream = plan, build, tell, stream
        self.at = plan.notebooks[0].name

    def notebooks(self, now: Manifest) -> tuple[Manifest, dict[str, float]]:
        """Run them; return the manifest with what they wrote, and the seconds each took."""
        from helpers.run import kernels

        plan, seconds, last = self.plan, {}, self.plan.notebooks[-1]
        (self.build / "notebooks").mkdir(exist_ok=True)
        variables = environment.variables(self.build, plan.corpus, plan.gold)
        places = normalise.places(self.build, plan.corpus, plan.gold, plan.folder)
        modules = _LOADED_WITH_TABLES if "store.py" in now.code else ()
        with kernels.Kernels(plan.folder, variables, modules) as pool, Watch(self.stream, pool.progress) as watch:
            pool.warm()
            from helpers.run import execute  # 0.5 s to import, while the first kernel starts

            for notebook in plan.notebooks:
                before, began = record.snapshot(self.build), time.monotonic()
                target = self.build / "notebooks" / f"{notebook.name}.ipynb"
                given = {name: now.parameters[name] for name in notebook.parameters if name in now.changed}
                try:
                    done = execute.execute(notebook, target, given, pool, watch, more=notebook is not last)
                finally:
                    self.at = execute.place(notebook, watch)
                    watch.end()
                for index, line in normalise.warnings_of(done):
                    self.tell(say("run.stderr", place=execute.place(notebook, watch, index), line=line))
                execute.save(done, target, places)
                now = record.with_outputs(now, notebook.number, self.build, before)
                seconds[notebook.number] = time.monotonic() - began
        return now, seconds


def _stopped(error: BaseException, at: str, target: Path) -> StoppedError:
    """What to say of a run that ended with `error`; its folder is kept."""
    with interrupts.held_off():
        kept = exchange.keep(target)
    if isinstance(error, KeyboardInterrupt | Terminated):
        return StoppedError(say("run.interrupted", place=at, kept=kept, target=target), interrupts.exit_code(error))
    reason = str(error) if isinstance(error, BanggiaoError) else f"{at}: {type(error).__name__}: {error}"
    return StoppedError(say("run.stopped", reason=reason, kept=kept, target=target))


def _expected(error: BaseException) -> bool:
    return isinstance(error, BanggiaoError | KeyboardInterrupt | Terminated | OSError)


def _render(run: Path, now: Manifest) -> None:
    from helpers.report import render

    render(run, now)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
