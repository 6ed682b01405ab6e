"""Signals that end a run: turned into exceptions, and held off while folders are moved."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from helpers.errors import RunError

ENDING = (signal.SIGTERM, signal.SIGHUP)


class StoppedError(RunError):
    """A run that began and did not finish; `code` is the exit code of the command."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class Terminated(BaseException):
    """SIGTERM or SIGHUP; like KeyboardInterrupt not an Exception, so that nothing swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


def exit_code(interrupt: BaseException) -> int:
    """The exit code of a command ended by a signal: 130 after Ctrl-C."""
    return interrupt.code if isinstance(interrupt, Terminated) else 128 + signal.SIGINT


@contextmanager
def raised() -> Iterator[None]:
    """While the context lasts, SIGTERM and SIGHUP raise Terminated, unless they are ignored (nohup)."""

    def raise_(number: int, _: FrameType | None) -> NoReturn:
        raise Terminated(number)

    before = {number: signal.getsignal(number) for number in ENDING}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, raise_)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def held_off() -> Iterator[None]:
    """While the (short) context lasts, no signal but SIGKILL ends this process."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, *ENDING)
    before = {number: signal.signal(number, signal.SIG_IGN) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
