"""How a function is mapped over documents: in this process, or over a pool of processes.

The results come back in the order of the inputs, whatever the engine, so that a run does not depend on it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

# Starting a process costs about as much as annotating this many articles in one.
SERIAL_LIMIT = 200
CHUNK = 16


def over_documents(
    function: Callable[[In], Out],
    items: Sequence[In],
    *,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Out]:
    """Yield `function(item)` for each of `items`, in order; `function` must be importable (no lambda).

    `processes` defaults to one for a small corpus, else to the number of processors.
    `progress(done, total)` is called after each document.
    """
    count = processes or (1 if len(items) <= SERIAL_LIMIT else os.cpu_count() or 1)
    for done, result in enumerate(_mapped(function, items, count), start=1):
        if progress:
            progress(done, len(items))
        yield result


def _mapped(function: Callable[[In], Out], items: Sequence[In], processes: int) -> Iterator[Out]:
    if processes == 1:
        yield from map(function, items)
        return
    # A notebook kernel runs threads, which a fork would copy half way: start fresh processes instead.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        yield from pool.map(function, items, chunksize=CHUNK)
