"""Intervals and the table of accuracy."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from helpers import schemas
from helpers.evaluation import intervals
from helpers.evaluation.accuracy import STOCK_TYPES, accuracy_table

# Newcombe 1998 (Statistics in Medicine 17), table I, method 3 (score, without continuity correction)
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("correct", "base", "low", "high"), NEWCOMBE)
def test_wilson_has_the_published_values(correct: int, base: int, low: float, high: float) -> None:
    assert intervals.wilson(correct, base) == pytest.approx((low, high), abs=5e-5)


def test_wilson_keeps_inside_the_shares_there_are() -> None:
    assert intervals.wilson(7, 7)[1] == 1.0
    assert all(math.isnan(x) for x in intervals.wilson(0, 0))


def test_bootstrap_agrees_with_the_normal_interval_of_many_alike_documents() -> None:
    hits = np.random.default_rng(1).binomial(20, 0.7, size=400)
    low, high = intervals.bootstrap(hits, np.full(400, 20), seed=7)[0]
    share, spread = hits.mean() / 20, hits.std() / 20 / math.sqrt(400)
    assert (low, high) == pytest.approx((share - 1.96 * spread, share + 1.96 * spread), abs=0.002)


def test_bootstrap_widens_where_documents_differ() -> None:
    even, uneven = [8] * 12, [10, 6] * 6
    narrow, wide = intervals.bootstrap([even, uneven], [[10] * 12] * 2, seed=1)
    assert narrow.tolist() == [0.8, 0.8]
    assert wide[0] < 0.8 < wide[1]


def test_bootstrap_follows_its_seed_and_knows_no_share_of_nothing() -> None:
    hits, base = [[3, 5, 9, 1, 0, 7]], [[9, 9, 9, 9, 9, 9]]
    assert (intervals.bootstrap(hits, base, seed=3) == intervals.bootstrap(hits, base, seed=3)).all()
    assert (intervals.bootstrap(hits, base, seed=3) != intervals.bootstrap(hits, base, seed=4)).any()
    assert np.isnan(intervals.bootstrap([0, 0], [0, 0], seed=3)).all()


def _counts(documents: int) -> pd.DataFrame:
    rows = [
        (f"d{i}", layer, kind, *values)
        for i in range(documents)
        for layer, kind, values in (
            ("mentions", "PER", (4, 5, 6)),
            ("mentions", "LOC", (0, 0, 2)),
            ("mentions", "EVENT", (0, 0, 0)),
            ("linking", "all", (3, 4, 4)),
        )
    ]
    return pd.DataFrame(rows, columns=["doc_id", "layer", "type", "correct", "predicted", "gold"])


def test_the_table_sums_over_documents() -> None:
    table = schemas.conform("accuracy", accuracy_table(_counts(3), block="b", system="s", seed=1))
    by = table.set_index(["layer", "type"])
    assert set(by.index) == {("mentions", "PER"), ("mentions", "LOC"), ("linking", "all")}
    person = by.loc[("mentions", "PER")]
    assert (person["correct"], person["predicted"], person["gold"], person["documents"]) == (12, 15, 18, 3)
    assert (person["precision"], person["recall"], person["f1"]) == pytest.approx((0.8, 2 / 3, 24 / 33))
    place = by.loc[("mentions", "LOC")]
    assert math.isnan(place["precision"])
    assert (place["recall"], place["f1"]) == (0, 0)
    assert by.loc[("linking", "all")]["f1"] == 0.75


@pytest.mark.parametrize(
    ("documents", "method"), [(9, "Wilson on counts (1927)"), (10, "bootstrap over documents (Efron 1979)")]
)
def test_the_interval_is_named_and_holds_f1(documents: int, method: str) -> None:
    table = accuracy_table(_counts(documents), block="b", system="s", seed=1)
    assert set(table["interval"]) == {method}
    assert (table["low"] <= table["f1"]).all()
    assert (table["f1"] <= table["high"]).all()


def test_only_the_types_of_the_stock_recogniser_are_shown_for_it() -> None:
    table = accuracy_table(_counts(2), block="b", system="stock", seed=1, types=STOCK_TYPES)
    assert set(table["type"]) == {"PER", "LOC"}
    assert set(table["layer"]) == {"mentions"}


def test_no_gold_no_rows() -> None:
    assert accuracy_table(_counts(0), block="b", system="s", seed=1).empty
