"""Rows of the lexicon that hardly ever fire are in it for a reason: `docs/coverage-mentions.csv` beside the tables."""

from __future__ import annotations

import csv

import pytest

from helpers import lexicon
from helpers.paths import PROJECT

REPORT = PROJECT / "docs" / "coverage-mentions.csv"
TABLES = ("countries", "places", "bodies", "offices", "documents", "events", "title_words", "surnames")
SILENT = ("stop", "speech")  # categories that end a name: they stand in none


def _documents() -> dict[str, tuple[int, int]]:
    with REPORT.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["rule"] == "*"]
    return {row["entry"]: (int(row["development documents"]), int(row["public documents"])) for row in rows}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_hardly_fires_says_why_it_is_there(table: str) -> None:
    documents = _documents()
    bare = []
    for row in lexicon.load(table):
        development, public = documents.get(f"{table}: {row['entry']}", (2, 3))  # newer than the report
        rare = (development == 0 and public == 0) or (development == 1 and public < 3)
        if rare and not row["note"] and row["category"] not in SILENT:
            bare.append(row["entry"])
    assert bare == []


def test_the_report_speaks_of_rules_and_of_rows() -> None:
    with REPORT.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {"office: government", "country", "title"} <= {row["rule"] for row in rows if row["entry"] == "*"}
    assert all(int(row["public hits"]) >= int(row["public documents"]) >= 0 for row in rows)
