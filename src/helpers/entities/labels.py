"""Which of the keys of one entity stands for it in the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable


def most_frequent(
    counts: Counter[str], name_of: Callable[[str], Hashable], *, shortest: bool = False
) -> dict[str, str]:
    """Key → the most frequent of the keys with the same `name_of`, of equals the longest, or with `shortest` the
    shortest; then the first in order."""
    members: dict[Hashable, list[str]] = defaultdict(list)
    for key in counts:
        members[name_of(key)].append(key)
    sign = 1 if shortest else -1
    best = {name: min(keys, key=lambda key: (-counts[key], sign * len(key), key)) for name, keys in members.items()}
    return {key: best[name_of(key)] for key in counts}
