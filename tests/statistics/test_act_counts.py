"""Counts of acts, each with the acts it counts, and acts between countries either way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from helpers import schemas, store
from helpers.evaluation.intervals import wilson
from helpers.statistics import act_counts, directions

PEOPLE = {"PER:A": "VN", "PER:B": "VN", "PER:X": "JP", "PER:Y": "LA", "ORG:Z": ""}
BLANK: dict[str, Any] = {"text": "", "integer": 0, "number": 0.0, "flag": False}


def _fill(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    blank = {key: BLANK[column.kind] for key, column in schemas.table(name).columns.items()}
    return pd.DataFrame([blank | row for row in rows]) if rows else schemas.empty(name)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    told = [  # text, class, source, target, predicate, topics
        ("a", "PROPOSE", "PER:A", "PER:X", "Đề nghị", "science;local ties"),
        ("a", "PROPOSE", "PER:A;PER:B", "PER:X", "đề nghị", "science"),
        ("a", "PRAISE", "PER:X", "PER:A", "cảm ơn", ""),
        ("b", "PRAISE", "PER:X", "PER:A;PER:B", "bày tỏ cảm ơn", ""),
        ("b", "PRAISE", "PER:X;PER:A", "PER:Y", "cảm ơn", ""),  # sources of two countries
        ("b", "MEET", "PER:Y", "ORG:Z", "gặp", ""),  # a target of no country
        ("c", "PROPOSE", "PER:A", "PER:X", "đề nghị", ""),  # repeats a
    ]
    acts = [
        {"act_id": f"{doc}:a{i}", "doc_id": doc, "act": act, "source_ids": s, "target_ids": t, "text": text}
        | {"topics": topics, "time": "reported", "zone": "body", "content_start": i, "content_end": i + 1 - i % 2}
        | {"addressee": "JP" if i == 0 else "", "sentence": i}
        for i, (doc, act, s, t, text, topics) in enumerate(told)
    ]
    documents = [
        {
            "doc_id": doc,
            "outlet": outlet,
            "published_at": day,
            "counted": doc != "c",
            "duplicate_of": "a" * (doc == "c"),
        }
        for doc, outlet, day in (
            ("a", "Báo A", "2022-05-01"),
            ("b", "Báo B", "2022-06-01"),
            ("c", "Báo C", "2024-01-01"),
        )
    ]
    entities = [
        {"entity_id": key, "type": key[:3], "label": key[4:], "country": country} for key, country in PEOPLE.items()
    ]
    for name, rows in (("acts", acts), ("documents", documents), ("entities", entities), ("channels", [])):
        store.write(name, _fill(name, rows), tmp_path)
    return tmp_path


def _rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_by_class_with_the_acts_behind_each_count(run: Path) -> None:
    found = act_counts.by("class", run)
    assert _rows(found, "act", "acts", "documents", "act_ids") == [
        ("PRAISE", 3, 2, "a:a2;b:a3;b:a4"),
        ("PROPOSE", 2, 1, "a:a0;a:a1"),
        ("MEET", 1, 1, "b:a5"),
    ]
    assert found["predicates"][0] == "bày tỏ cảm ơn, cảm ơn"


def test_an_act_of_several_actors_counts_once_for_their_country(run: Path) -> None:
    found = act_counts.by("country", run)
    assert ("Vietnam", "PROPOSE", 2) in _rows(found, "country", "act", "acts")
    assert ("Japan", "PRAISE", 3) in _rows(found, "country", "act", "acts")
    assert ("A", "PROPOSE", 2) in _rows(act_counts.by("actor", run), "actor", "act", "acts")


def test_by_topic_wording_and_sides(run: Path) -> None:
    assert _rows(act_counts.by("topic", run), "topic", "act", "acts") == [
        ("science", "PROPOSE", 2),
        ("local ties", "PROPOSE", 1),
    ]
    assert _rows(act_counts.by("wording", run), "act", "text", "gloss", "acts", "countries") == [
        ("PRAISE", "cảm ơn", "to thank", 2, "Japan, Vietnam"),
        ("PRAISE", "bày tỏ cảm ơn", "thanks", 1, "Japan"),
    ]
    assert ("A, B", "PROPOSE", "X", 1) in _rows(act_counts.by("sides", run), "actor", "act", "target", "acts")


def test_groups_are_compared_only_where_there_are_several(run: Path) -> None:
    assert _rows(act_counts.by_group("outlet", run), "outlet", "act", "acts", "percent") == [
        ("Báo A", "PROPOSE", 2, 66.7),
        ("Báo A", "PRAISE", 1, 33.3),
        ("Báo B", "PRAISE", 2, 66.7),
        ("Báo B", "MEET", 1, 33.3),
    ]
    assert act_counts.by_group("year", run).empty


def test_contents_leave_out_acts_that_tell_none(run: Path) -> None:
    found = act_counts.contents("PROPOSE", run)
    assert _rows(found, "doc_id", "in_sentence", "actor", "addressee", "topics", "act_ids") == [
        ("a", 0, "A", "Japan", "science, local ties", "a:a0")
    ]


def test_predicates_that_fire(run: Path) -> None:
    assert act_counts.fired(run) == {"đề nghị": (2, 1), "cảm ơn": (2, 2), "bày tỏ cảm ơn": (1, 1), "gặp": (1, 1)}


def test_acts_between_two_countries_either_way(run: Path) -> None:
    found = schemas.conform("directions", directions.directions(run, seed=1))
    assert _rows(found, "act", "country", "other", "toward", "back", "documents", "toward_ids", "back_ids") == [
        ("all", "JP", "VN", 2, 2, 2, "a:a2;b:a3", "a:a0;a:a1"),
        ("PROPOSE", "JP", "VN", 0, 2, 1, "", "a:a0;a:a1"),
        ("PRAISE", "JP", "VN", 2, 0, 2, "a:a2;b:a3", ""),
    ]
    assert _rows(found, "share", "low", "high")[0] == pytest.approx((0.5, *wilson(2, 4)))


def test_the_country_with_more_acts_comes_first(run: Path) -> None:
    acts = store.read("acts", run)
    more = acts[acts["act_id"] == "a:a0"].assign(act_id="a:a9", target_ids="PER:Y")
    store.write("acts", pd.concat([acts, more], ignore_index=True), run)
    found = directions.directions(run, seed=1)
    assert {(row.country, row.other) for row in found.itertuples()} == {("VN", "JP"), ("VN", "LA")}


def test_share_of_what_a_country_does(run: Path) -> None:
    found = directions.profiles(run, fewest=2)
    assert _rows(found, "country", "act", "acts", "of") == [("Japan", "PRAISE", 2, 2), ("Vietnam", "PROPOSE", 2, 2)]
    assert directions.profiles(run).empty


def test_no_acts(run: Path) -> None:
    store.write("acts", schemas.empty("acts"), run)
    assert directions.directions(run, seed=1).empty
    assert directions.profiles(run).empty
    assert all(act_counts.by(kind, run).empty for kind in ("class", "actor", "country", "channel", "sides", "topic"))
