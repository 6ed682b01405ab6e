"""Disagreements with the gold, one row each."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from helpers import schemas
from helpers.evaluation import gold
from helpers.evaluation.errors import by_cause, errors_table

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


LONG = gold.parse(
    "[[PER||Lê An]] {{STRESS|Lê An||nhấn mạnh}} [[LOC|LA|Lào]] đã {{SIGN|LA||ký}} hiệp định. Ông {{PROPOSE|Lê An|LA|đề nghị}} [[LOC|LA|Lào]] "
    "sớm phê chuẩn. [[PER||Trần Bình]] {{MEET|Trần Bình|Lê An;LA|tạt vào nhà}} [[PER||Lê An]] và [[LOC|LA|Lào]]."
)
WORDS = "Lê An nhấn mạnh Lào đã ký hiệp định. Ông đề nghị Lào sớm phê chuẩn. Trần Bình tạt vào nhà Lê An và Lào."
Act = tuple[str, str, str, str, str]  # words, class, source, target, rule
STRESS = ("nhấn mạnh", "STRESS", "Lê An", "", "subject")
SIGN = ("ký", "SIGN", "LA", "", "reported")
PROPOSE = ("đề nghị", "PROPOSE", "Lê An", "LA", "subject")
MEET = ("tạt vào nhà", "MEET", "Trần Bình", "Lê An;LA", "subject")
PEOPLE = ("Lê An", "LA", "Trần Bình")


def _causes(
    acts: list[Act], people: tuple[str, ...] = PEOPLE, content: int = 0, zone: str = "body"
) -> list[tuple[str, str]]:
    starts = [0, WORDS.index("Ông"), WORDS.index("Trần")]
    ends = [*(start - 1 for start in starts[1:]), len(WORDS)]
    sentences = [(a, b, zone) for a, b in zip(starts, ends, strict=True)]
    mentions = [
        {"doc_id": "d", "start": m.start, "end": m.end, "text": m.text, "type": m.type, "entity": m.entity}
        for m in LONG.mentions
        if m.entity in people
    ]
    rows = [
        {"doc_id": "d", "start": (at := WORDS.index(words)), "end": at + len(words), "text": words, "act": act}
        | {
            "source": source,
            "target": target,
            "rule": rule,
            "content_start": at + len(words),
            "content_end": at + content,
        }
        for words, act, source, target, rule in acts
    ]
    table = schemas.conform("errors", errors_table(mentions, rows, {"d": LONG}, {"d": sentences}))
    table = table[table["layer"] == "acts"]
    return list(zip(table["kind"], (cause[:30] for cause in table["cause"]), strict=True))


CAUSES: list[tuple[list[Act], dict[str, Any], list[tuple[str, str]]]] = [
    ([STRESS, SIGN, PROPOSE, MEET], {}, []),
    ([STRESS, SIGN, PROPOSE], {}, [("missed", "the predicate is not in the lexicon"[:30])]),
    ([STRESS, SIGN, MEET], {}, [("missed", "the subject is left out in the sentence"[:30])]),
    ([SIGN, PROPOSE, MEET], {}, [("missed", "predicate and participants are known"[:30])]),
    ([SIGN, PROPOSE, MEET], {"people": ("LA", "Trần Bình")}, [("missed", "the participant was not recognised"[:30])]),
    ([STRESS, PROPOSE, MEET], {"content": 40}, [("missed", "a reported act was taken for content"[:30])]),
    ([STRESS, SIGN, PROPOSE], {"zone": "boilerplate"}, [("missed", "the line was taken for one that"[:30])]),
    (
        [STRESS, SIGN, PROPOSE, MEET, ("phê chuẩn", "SIGN", "LA", "", "reported")],
        {},
        [("spurious", "reported content was taken for an act"[:30])],
    ),
    (
        [STRESS, SIGN, PROPOSE, MEET, ("hiệp định", "SIGN", "LA", "", "nominal")],
        {},
        [("spurious", "a noun phrase was taken for an act"[:30])],
    ),
    ([("nhấn mạnh", "COMMIT", "Lê An", "", "subject"), SIGN, PROPOSE, MEET], {}, [("class", "statement or commitment: the content"[:30])]),
    ([("nhấn mạnh", "PRAISE", "Lê An", "", "subject"), SIGN, PROPOSE, MEET], {}, [("class", "the predicate has another class here"[:30])]),
    ([STRESS, SIGN, PROPOSE, (*MEET[:3], "LA", "subject")], {}, [("target", "part of a coordination was left out"[:30])]),
    ([STRESS, SIGN, PROPOSE, (*MEET[:3], "", "subject")], {}, [("target", "no target was found")]),
    ([(*STRESS[:3], "LA", "subject"), SIGN, PROPOSE, MEET], {}, [("target", "none is wanted")]),
    ([STRESS, SIGN, (*PROPOSE[:2], "LA", "LA", "subject"), MEET], {}, [("source", "the source stands in another sentence"[:30])]),
    ([STRESS, (*SIGN[:2], "Lê An", "", "reported"), PROPOSE, MEET], {}, [("source", "another participant of the sentence"[:30])]),
]  # fmt: skip


@pytest.mark.parametrize(("acts", "given", "wanted"), CAUSES)
def test_causes(acts: list[Act], given: dict[str, Any], wanted: list[tuple[str, str]]) -> None:
    assert _causes(acts, **given) == wanted


def test_errors_by_cause() -> None:
    table = pd.DataFrame(
        [
            ("a", "acts", "missed", "tiếp", "x"),
            ("b", "acts", "missed", "Tiếp", "x"),
            ("a", "acts", "target", "gặp", "y"),
            ("a", "mentions", "missed", "Lào", ""),
        ],
        columns=["doc_id", "layer", "kind", "text", "cause"],
    )
    assert [tuple(row) for row in by_cause(table).to_numpy()] == [
        ("missed", "x", 2, 2, "tiếp (2)"),
        ("target", "y", 1, 1, "gặp (1)"),
    ]


def test_documents_without_gold_have_no_errors() -> None:
    mentions, acts = _rows(RIGHT, [ACT])
    assert errors_table([m | {"doc_id": "other"} for m in mentions], acts, {}).empty
