"""Several keys, ids or names in one cell of a table."""

from __future__ import annotations

from collections.abc import Iterable

_MARK = ";"


def joined(keys: Iterable[str]) -> str:
    """Several keys in one cell."""
    return _MARK.join(keys)


def split(cell: str) -> tuple[str, ...]:
    """The keys of one cell; none of an empty one."""
    return tuple(key for key in cell.split(_MARK) if key)
