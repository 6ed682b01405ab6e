"""Taking over what earlier notebooks wrote, if everything it depends on is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from helpers.errors import RunError
from helpers.run import digests, manifest
from helpers.run.manifest import Input, Manifest
from helpers.words import say

_SHOWN = 8  # differences named in a message


def choose(sources: tuple[Path, ...], now: Manifest, numbers: tuple[str, ...]) -> tuple[Path, Manifest]:
    """Return the first of the run folders `sources` whose notebooks `numbers` would come out the same `now`.

    Raises RunError naming what changed in the first one that is a run.
    """
    refusal = ""
    for source in sources:
        if not manifest.is_run(source):
            continue
        try:
            then = manifest.read(source)
        except RunError as error:
            changes = [str(error)]
        else:
            changes = [*_inputs(then, now), *_notebooks(then, now, numbers), *_outputs(source, then, numbers)]
        if not changes:
            return source, then
        shown = changes[:_SHOWN] + ([say("run.more_changes", n=len(changes) - _SHOWN)] if len(changes) > _SHOWN else [])
        refusal = refusal or say("run.changed", source=source, changes="".join(f"\n  {change}" for change in shown))
    raise RunError(refusal or say("run.nothing_to_reuse", sources=", ".join(map(str, sources))))


def take(source: Path, build: Path, then: Manifest, numbers: tuple[str, ...]) -> None:
    """Copy the outputs of notebooks `numbers` from a run into a build; RunError if they changed meanwhile."""
    for path, checksum in _written(then, numbers).items():
        copy = build / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, copy)
        if digests.of_file(copy) != checksum:
            raise RunError(say("run.changed", source=source, changes=f"\n  {say('run.output_changed', path=path)}"))


def _inputs(then: Manifest, now: Manifest) -> Iterator[str]:
    if _digest(then.corpus) != _digest(now.corpus):
        yield say("run.corpus_changed", name=now.corpus.name)
    if _digest(then.gold) != _digest(now.gold):
        yield say("run.gold_changed")
    if then.lock != now.lock:
        yield say("run.lock_changed")


def _notebooks(then: Manifest, now: Manifest, numbers: tuple[str, ...]) -> Iterator[str]:
    names: dict[str, None] = {}
    for number in numbers:
        new, old = now.notebooks[number], then.notebooks.get(number)
        if old is None:
            yield say("run.notebook_missing", name=new.name)
            continue
        if old.source != new.source:
            yield say("run.notebook_changed", name=new.name)
        if old.code != new.code:
            names |= {f: None for f, sum_ in now.code.items() if then.code.get(f) != sum_}
        for name in new.parameters:
            if then.parameters.get(name) != now.parameters[name]:
                names[
                    say("run.parameter_changed", name=name, then=then.parameters.get(name), now=now.parameters[name])
                ] = None
    yield from (say("run.code_changed", path=name) if name in now.code else name for name in names)


def _outputs(source: Path, then: Manifest, numbers: tuple[str, ...]) -> Iterator[str]:
    for path, checksum in _written(then, numbers).items():
        later = [n for n, record in sorted(then.notebooks.items()) if n not in numbers and path in record.outputs]
        if later:
            yield say("run.output_rewritten", path=path, number=later[0])
        elif not (source / path).is_file() or digests.of_file(source / path) != checksum:
            yield say("run.output_changed", path=path)


def _written(then: Manifest, numbers: tuple[str, ...]) -> dict[str, str]:
    return {p: sum_ for n in numbers if n in then.notebooks for p, sum_ in then.notebooks[n].outputs.items()}


def _digest(folder: Input | None) -> str:
    return folder.digest if folder else ""
