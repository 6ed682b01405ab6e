"""How a function is mapped over documents: in this process, or over a pool of processes.

The results come back in the order of the inputs, whatever the engine, so that a run does not depend on it.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

# Starting a process costs about as much as annotating this many articles in one.
SERIAL_LIMIT = 200
CHUNK = 16  # items sent to a process at a time
AHEAD = 2  # chunks that wait for each process


def over_documents(
    function: Callable[[In], Out], items: Iterable[In], *, total: int, processes: int | None = None
) -> Generator[Out, None, None]:
    """Yield `function(item)` for each of `items`, in order; `function` must be importable (no lambda).

    `items` may be read as it goes: only a few more are taken than results were asked for. `total` is about how many
    there are. `processes` defaults to one for a small corpus, else to the number of processors.
    """
    count = processes or (1 if total <= SERIAL_LIMIT else os.cpu_count() or 1)
    if count == 1:
        yield from map(function, items)
        return
    # A notebook kernel runs threads, which a fork would copy half way: start fresh processes instead.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        waiting: deque[Future[list[Out]]] = deque()
        rest = iter(items)
        try:
            while (chunk := list(islice(rest, CHUNK))) or waiting:
                if chunk:
                    waiting.append(pool.submit(_each, function, chunk))
                if not chunk or len(waiting) > AHEAD * count:
                    yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _each(function: Callable[[In], Out], items: list[In]) -> list[Out]:
    return [function(item) for item in items]
