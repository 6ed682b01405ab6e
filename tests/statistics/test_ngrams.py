"""Repeated sequences, against counting them one by one."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics.ngrams import repeated


@given(
    words=st.lists(st.tuples(st.integers(-1, 3), st.booleans()), max_size=60),
    min_count=st.integers(1, 4),
    longest=st.integers(1, 7),
)
def test_every_repeated_sequence_is_found_with_all_its_places(
    words: list[tuple[int, bool]], min_count: int, longest: int
) -> None:
    codes = np.array([code for code, _ in words], dtype=np.int64)
    runs = np.cumsum([begins for _, begins in words], dtype=np.int64)
    found = {level.length: level for level in repeated(codes, runs, min_count=min_count, longest=longest)}
    for n in range(1, longest + 1):
        places: dict[tuple[int, ...], list[int]] = {}
        for i in range(len(codes) - n + 1):
            gram = tuple(codes[i : i + n].tolist())
            if -1 not in gram and runs[i] == runs[i + n - 1]:
                places.setdefault(gram, []).append(i)
        wanted = {gram: at for gram, at in places.items() if len(at) >= min_count}
        got: dict[tuple[int, ...], list[int]] = {}
        if n in found:
            for start, label in zip(found[n].starts, found[n].ids, strict=True):
                gram = tuple(codes[start : start + n].tolist())
                got.setdefault(gram, []).append(int(start))
                assert found[n].counts[label] == len(wanted[gram])
        assert got == wanted


def test_a_part_of_a_single_longer_sequence_is_told() -> None:
    codes = np.array([1, 2, 3, 0, 1, 2, 3, 0, 1, 2], dtype=np.int64)
    levels = list(repeated(codes, np.zeros(10, dtype=np.int64), min_count=2, longest=3))
    two, three = levels[1], levels[2]
    told = {
        tuple(codes[s : s + 2].tolist()): bool(two.subsumed_by(three)[i])
        for s, i in zip(two.starts, two.ids, strict=True)
    }
    assert told[2, 3] is True  # always in 1 2 3
    assert told[1, 2] is False  # once more without the 3
    assert Counter(told.values())[False] >= 1
    assert not two.subsumed_by(None).any()
