"""From what was asked for to what will be done: which folders, notebooks and parameters, checked before anything runs."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from helpers import paths
from helpers.corpus import files
from helpers.errors import CorpusError, RunError
from helpers.parameters import Parameters, changed
from helpers.run import digests, exchange, notebooks
from helpers.run.notebooks import Notebook
from helpers.words import say

RESERVED = ("lab", "partial")  # folders of reports/ with another use
_LONGEST = 200  # bytes in the name of a run's folder; file systems take 255, and a run in the making has a longer name


class Request(NamedTuple):
    """What the command line asks for. Relative paths, that of the parameter gold too, start at `cwd`."""

    parameters: Parameters
    cwd: Path
    corpus: Path | None = None
    out: Path | None = None
    first: str | None = None
    last: str | None = None
    notebooks: Path = paths.NOTEBOOKS
    reports: Path = paths.REPORTS


class Plan(NamedTuple):
    """A run to be done: `earlier` notebooks are taken over from one of the `sources`, `notebooks` are run.

    In `parameters` gold is the bare name of a folder, as notebooks and pages may show it.
    """

    corpus: Path
    gold: Path | None
    parameters: Parameters
    earlier: tuple[Notebook, ...]
    notebooks: tuple[Notebook, ...]
    target: Path
    sources: tuple[Path, ...]
    folder: Path


def make(request: Request) -> Plan:
    """Return the plan of a run; nothing is written.

    Raises CorpusError for a corpus or gold folder that cannot be used, RunError for notebooks or a target that cannot.
    """
    corpus = _corpus(request)
    if not files.inputs(corpus):
        raise CorpusError(say("run.empty_corpus", path=corpus))
    gold, parameters = _gold(request, corpus)
    every = notebooks.find(request.notebooks)
    earlier, selected = _selection(every, request.first, request.last)
    whole = _target(request, corpus, parameters)
    partial = whole.parent / "partial" / whole.name
    target = partial if selected[-1] is not every[-1] else whole
    for kept in filter(None, (corpus, gold, request.notebooks.resolve(), paths.PACKAGE)):
        if target.is_relative_to(kept) or kept.is_relative_to(target):
            raise RunError(say("run.target_overlaps", target=target, other=kept))
    exchange.check_replaceable(target)
    if not earlier:  # else the tables of a run over this very corpus are taken over, and its files are not read
        _check_readable(corpus, parameters)
    sources = tuple(dict.fromkeys((whole, partial, request.reports / _name(corpus))))
    return Plan(corpus, gold, parameters, earlier, selected, target, sources, request.notebooks.resolve())


def _corpus(request: Request) -> Path:
    """The folder or file of the corpus; CorpusError where there is none."""
    if not request.corpus:
        return paths.SEEDS
    named = request.cwd / request.corpus
    try:
        corpus = named.expanduser().resolve()
        if corpus.is_dir() or corpus.is_file():
            return corpus
    except (OSError, RuntimeError):  # a name that is too long, links in a circle
        pass
    raise CorpusError(say("run.no_corpus", path=named))


def _gold(request: Request, corpus: Path) -> tuple[Path | None, Parameters]:
    """The folder of gold annotations, and the parameters in which it is called by its name."""
    beside = corpus / "gold"  # of a corpus that is one file there is none
    if not request.parameters.gold:
        return (beside if beside.is_dir() else None), request.parameters
    gold = (request.cwd / Path(request.parameters.gold).expanduser()).resolve()
    if not gold.is_dir() or not any(gold.glob("*.ann")):
        raise CorpusError(say("run.no_gold", path=gold))
    return gold, request.parameters.model_copy(update={"gold": "" if gold == beside else gold.name})


def _selection(
    every: tuple[Notebook, ...], first: str | None, last: str | None
) -> tuple[tuple[Notebook, ...], tuple[Notebook, ...]]:
    """The notebooks before `--from`, and those from there to `--to`."""
    numbers = [notebook.number for notebook in every]
    chosen = []
    for option, number, default in (("--from", first, numbers[0]), ("--to", last, numbers[-1])):
        chosen.append(number.zfill(2) if number else default)
        if chosen[-1] not in numbers:
            raise RunError(say("run.no_such_notebook", option=option, number=number, numbers=", ".join(numbers)))
    low, high = numbers.index(chosen[0]), numbers.index(chosen[1])
    if low > high:
        raise RunError(say("run.from_after_to", first=chosen[0], last=chosen[1]))
    return every[:low], every[low : high + 1]


def _check_readable(corpus: Path, parameters: Parameters) -> None:
    """CorpusError where the corpus cannot be read, its manifest does not fit or no text is found in it."""
    from helpers.corpus import readers

    readers.check(readers.read(corpus, **{name: getattr(parameters, name) for name in readers.Options._fields}))


def _target(request: Request, corpus: Path, parameters: Parameters) -> Path:
    if request.out is not None:
        target = (request.cwd / request.out).expanduser().resolve()
        if len(os.fsencode(target.name)) > _LONGEST:
            raise RunError(say("run.name_too_long", name=target.name, most=_LONGEST))
        return target
    name = _name(corpus)
    taken = name in RESERVED or (name == paths.SEEDS.name and corpus != paths.SEEDS)
    if taken or not name or name.startswith("."):
        raise RunError(say("run.name_taken", name=name, path=corpus))
    values = changed(parameters)
    checksum = digests.of_text(json.dumps(values, sort_keys=True, ensure_ascii=False))[:6]
    return request.reports / (f"{name}-{checksum}" if values else name)


def _name(corpus: Path) -> str:
    """What a report is called after: the folder, or the file without its ending; a slug of it where it is too long."""
    name = corpus.name if corpus.is_dir() else corpus.stem
    return name if len(os.fsencode(name)) <= _LONGEST else files.slug(name, corpus.name, "")
