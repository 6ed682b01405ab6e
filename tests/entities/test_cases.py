"""Sentences of our own for each case of recognition, from `cases.txt` (its head says how they are written)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from marked import MARK, assert_marked

_ZONES = {"headline": "headline", "caption": "caption", "credit": "caption", "byline": "byline"}


def _cases() -> list[list[str]]:
    lines = Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line.strip() and not line.startswith(("#", "=="))]


ROWS = _cases()
CASES = [(row[0], row[1].replace("\\n", "\n")) for row in ROWS]
KNOWN = {row[0]: row[2] for row in ROWS if len(row) > 2}
PARAMS = [
    pytest.param(
        name, marked, id=name, marks=[pytest.mark.xfail(strict=True, reason=KNOWN[name])] if name in KNOWN else []
    )
    for name, marked in CASES
]


@pytest.mark.parametrize(("name", "marked"), PARAMS)
def test_case(name: str, marked: str) -> None:
    assert_marked(marked, _ZONES.get(name.partition(":")[0], "body"))


def test_no_two_cases_differ_only_in_names_or_numbers() -> None:
    bare = Counter(re.sub(r"\d+", "0", MARK.sub(_without_name, marked)) for _, marked in CASES)
    assert [sentence for sentence, times in bare.items() if times > 1] == []
    assert len({name for name, _ in CASES}) == len(CASES) >= 300


def _without_name(match: re.Match[str]) -> str:
    return match.group(1) if match.group(1) in ("PER", "LOC") else match.group(3)
