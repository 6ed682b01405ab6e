"""Disagreements with the gold, one row each."""

from __future__ import annotations

from typing import Any

import pytest

from helpers import schemas
from helpers.evaluation import gold
from helpers.evaluation.errors import errors_table

DOCUMENT = gold.parse(
    "[[ROLE||Đại sứ]] [[PER|Lê An Bình|Bình]] {{RECEIVE|Lê An Bình|LA|tiếp}} đoàn [[LOC|LA|Lào]] hôm qua."
)
TEXT = "Đại sứ Bình tiếp đoàn Lào hôm qua."
RIGHT = [("Đại sứ", "ROLE", "Đại sứ"), ("Bình", "PER", "Lê An Bình"), ("Lào", "LOC", "LA")]
ACT = ("tiếp", "RECEIVE", "Lê An Bình", "LA")


def _rows(
    mentions: list[tuple[str, str, str]], acts: list[tuple[str, str, str, str]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    def span(words: str) -> dict[str, Any]:
        return {"doc_id": "d", "start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}

    return (
        [span(words) | {"type": kind, "entity": key} for words, kind, key in mentions],
        [span(words) | {"act": act, "source": source, "target": target} for words, act, source, target in acts],
    )


def _errors(mentions: list[tuple[str, str, str]], acts: list[tuple[str, str, str, str]]) -> list[tuple[str, ...]]:
    table = schemas.conform("errors", errors_table(*_rows(mentions, acts), {"d": DOCUMENT}))
    return [tuple(row) for row in table[["layer", "kind", "text", "found", "gold"]].to_numpy()]


@pytest.mark.parametrize(
    ("mentions", "wanted"),
    [
        (RIGHT, []),
        (RIGHT[:2], [("mentions", "missed", "Lào", "", "LOC")]),
        ([*RIGHT, ("hôm qua", "DATE", "hôm qua")], [("mentions", "spurious", "hôm qua", "DATE", "")]),
        ([*RIGHT[:2], ("đoàn Lào", "LOC", "LA")], [("mentions", "edges", "Lào", "đoàn Lào", "Lào")]),
        ([*RIGHT[:2], ("Lào", "ORG", "LA")], [("mentions", "type", "Lào", "ORG", "LOC")]),
        ([RIGHT[0], ("Bình", "PER", "Bình"), RIGHT[2]], [("mentions", "key", "Bình", "Bình", "Lê An Bình")]),
        ([("Đại sứ", "ROLE", "khác"), *RIGHT[1:]], []),  # keys of offices are not judged
        (
            [*RIGHT[:2], ("đoàn Lào", "ORG", "x")],
            [("mentions", "spurious", "đoàn Lào", "ORG", ""), ("mentions", "missed", "Lào", "", "LOC")],
        ),
    ],
)
def test_mentions(mentions: list[tuple[str, str, str]], wanted: list[tuple[str, ...]]) -> None:
    assert _errors(mentions, [ACT]) == wanted


@pytest.mark.parametrize(
    ("acts", "wanted"),
    [
        ([ACT], []),
        ([], [("acts", "missed", "tiếp", "", "RECEIVE")]),
        ([("tiếp", "MEET", "x", "")], [("acts", "class", "tiếp", "MEET", "RECEIVE")]),
        ([("tiếp", "RECEIVE", "", "la")], [("acts", "source", "tiếp", "", "Lê An Bình")]),
        ([("tiếp", "RECEIVE", "lê an bình", "VN")], [("acts", "target", "tiếp", "VN", "LA")]),
        ([ACT, ("hôm qua", "STATE", "", "")], [("acts", "spurious", "hôm qua", "STATE", "")]),
    ],
)
def test_acts(acts: list[tuple[str, str, str, str]], wanted: list[tuple[str, ...]]) -> None:
    assert _errors(RIGHT, acts) == wanted


def test_documents_without_gold_have_no_errors() -> None:
    mentions, acts = _rows(RIGHT, [ACT])
    assert errors_table([m | {"doc_id": "other"} for m in mentions], acts, {}).empty
