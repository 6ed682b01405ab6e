"""The reading view: a text as the analysis reads it, with the way back to the text as it stands.

What is quoted, counted and pointed to is the normalised text. Where it holds what a reader would not see or would see
through (blanks of many kinds, invisible signs, HTML entities, look-alike letters, tone marks out of place, a missing
blank), the analysis reads this view instead, and each such place is noted as a fault.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from helpers import faults
from helpers.faults import Edit
from helpers.spans import Fault

# Each reads what the ones before it made of the text.
_FINDERS = (faults.entities, faults.characters, faults.marks, faults.words, faults.glued, faults.blanks)


class View(NamedTuple):
    """`text` as read; its character i stands for [starts[i], ends[i]) of the source, which is empty for a blank that is
    missing there. Places never go back: starts[i] <= ends[i] <= starts[i + 1]."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    faults: tuple[Fault, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of [start, end) of the view."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.starts[start] if start < len(self.text) else self.ends[-1] if self.text else 0
        return at, at

    def into(self, start: int, end: int) -> tuple[int, int]:
        """The place in the view of [start, end) of the source: all characters that stand for a part of it."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))


def of(source: str) -> View:
    """Return the view of a normalised text: the text itself where it has no faults, and where all of it is invisible."""
    view = View(source, range(len(source)), range(1, len(source) + 1))
    noted: set[Fault] = set()
    for find in _FINDERS:
        edits = tuple(find(view.text))
        noted |= _noted(source, view, edits)
        if edits:
            view = _rewritten(view, edits)
    noted |= _noted(source, view, faults.placements(view.text))
    if not view.text:
        view = View(source, range(len(source)), range(1, len(source) + 1))
    return view._replace(faults=tuple(sorted(noted, key=lambda fault: (fault.start, fault.end, fault.kind))))


def _noted(source: str, view: View, edits: Iterable[Edit]) -> set[Fault]:
    found = set()
    for edit in edits:
        start, end = view.span(edit.start, edit.end)
        found |= {Fault(kind, start, end, source[start:end], edit.reading) for kind in edit.kinds}
    return found


def _rewritten(view: View, edits: Iterable[Edit]) -> View:
    """The view with each of `edits` (in order, without overlap) made in it."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, reading, _ in edits:
        first = start + _same(view.text[start:end], reading)
        reading = reading[first - start :]
        last = end - _same(view.text[first:end][::-1], reading[::-1])
        reading = reading[: len(reading) - (end - last)]
        parts += [view.text[done:first], reading]
        starts += view.starts[done:first]
        ends += view.ends[done:first]
        # The characters of the reading share the place of those that they replace, in order.
        cuts = [first + (last - first) * number // (len(reading) or 1) for number in range(len(reading) + 1)]
        places = [view.span(*cut) for cut in pairwise(cuts)]
        starts += [place[0] for place in places]
        ends += [place[1] for place in places]
        done = last
    return View("".join([*parts, view.text[done:]]), [*starts, *view.starts[done:]], [*ends, *view.ends[done:]])


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
