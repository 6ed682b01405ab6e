"""The run as its user sees it: which notebook, which cell, how many documents; nothing where nobody looks."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, TextIO

from tqdm import tqdm

from helpers.run import progress
from helpers.run.notebooks import Cell
from helpers.words import say

_INTERVAL = 0.2  # seconds
_FORMAT = "{desc} |{bar:24}| {n_fmt}/{total_fmt}, {elapsed}{postfix}"


class Watch:
    """A bar on `stream` while notebooks run, if it is a terminal; knows in any case which cell is running."""

    def __init__(self, stream: TextIO, file: Path) -> None:
        self.stream, self.file = stream, file
        self.index = 0
        self.cells: tuple[Cell, ...] = ()
        self.bar: Any = None
        self._ended = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Watch:
        if self.stream.isatty():
            self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.end()

    def begin(self, title: str, cells: tuple[Cell, ...]) -> None:
        """A notebook begins; `cells` are those that will run."""
        self.end()
        self.index, self.cells = 0, cells
        self.bar = tqdm(total=len(cells), desc=title, file=self.stream, leave=False, disable=None, bar_format=_FORMAT)

    def cell(self, index: int) -> None:
        """A cell begins."""
        self.index = index
        self.file.unlink(missing_ok=True)
        if self.bar is not None:
            self.bar.set_postfix_str("")
            self.bar.update(index - self.bar.n)

    def end(self) -> None:
        """The notebook has ended; the bar goes."""
        if self.bar is not None:
            self.bar.close()
            self.bar = None

    def _read(self) -> None:
        while not self._ended.wait(_INTERVAL):
            noted, bar = progress.read(self.file), self.bar
            if noted and bar is not None:
                bar.set_postfix_str(say("run.documents", done=f"{noted[0]:,}", total=f"{noted[1]:,}"))
