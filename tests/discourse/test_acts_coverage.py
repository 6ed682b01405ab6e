"""Predicates that make no act in any document counted are in the lexicon for a reason: `docs/coverage-acts.csv`."""

import csv
from pathlib import Path

from helpers import lexicon

REPORT = Path(__file__).resolve().parents[2] / "docs" / "coverage-acts.csv"


def test_a_predicate_that_never_fires_says_why_it_is_there() -> None:
    with REPORT.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "predicate"]
    silent = {r["entry"] for r in rows if r["development documents"] == r["public articles"] == "0"}
    predicates = {row["entry"]: row["note"] for row in lexicon.load("predicates")}
    assert len(rows) > len(silent) > 0
    assert {entry for entry in silent & set(predicates) if not predicates[entry]} == set()
    assert len({row["entry"] for row in rows} & set(predicates)) > 0.95 * len(
        predicates
    )  # a few may come after the count
