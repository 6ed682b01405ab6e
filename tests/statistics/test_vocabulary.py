"""Words and types: numbers counted by hand, and laws got back from data made by them."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import schemas, store
from helpers.statistics import growth, laws, vocabulary, zipf
from helpers.statistics.vocabulary import Running


def _running(*texts: str) -> Running:
    """Texts of words set apart by blanks."""
    names = sorted({word for text in texts for word in text.split()})
    words = [names.index(word) for text in texts for word in text.split()]
    bounds = np.cumsum([0, *(len(text.split()) for text in texts)])
    doc_ids = tuple(f"d{i:03}" for i in range(len(texts)))
    return Running(doc_ids, bounds.astype(np.int64), np.array(words, dtype=np.int64), tuple(names))


def _documents(running: Running, **columns: list[str]) -> pd.DataFrame:
    blank = {"published_at": "", "outlet": "", "agency": ""}
    return pd.DataFrame({"doc_id": running.doc_ids, "counted": True, **blank, **columns})


@pytest.fixture
def run(corpus: Callable[..., Any], tmp_path: Path) -> Path:
    made = corpus(
        {"a": ["Hoà bình , hòa_bình 2022 .", ("byline", "Tác giả")], "b": ["Hòa Bình hòa ."], "c": ["Bản sao ."]},
        duplicates={"c": "a"},
    )
    for name in ("tokens", "sentences", "documents"):
        frame = getattr(made, name)
        blank = {k: "" if c.kind == "text" else 0 for k, c in schemas.table(name).columns.items() if k not in frame}
        store.write(name, frame.assign(**blank), tmp_path)
    counted = store.read("documents", tmp_path)
    store.write("documents", counted.assign(counted=counted["duplicate_of"] == ""), tmp_path)
    return tmp_path


def test_words_are_read_without_case_tone_placement_numbers_signs_bylines_and_copies(run: Path) -> None:
    found = vocabulary.running(run)
    assert found.doc_ids == ("a", "b")
    assert [found.names[i] for i in found.words] == ["hòa", "bình", "hòa bình", "hòa", "bình", "hòa"]
    assert found.bounds.tolist() == [0, 3, 6]
    assert found.lengths().tolist() == [3, 3]
    assert dict(zip(found.names, found.counts().tolist(), strict=True)) == {"bình": 2, "hòa": 3, "hòa bình": 1}


def test_the_vocabulary_by_group_is_counted_as_by_hand() -> None:
    running = _running("a b a c", "a d", "b")
    documents = _documents(running, outlet=["Báo", "Báo", ""])
    table = schemas.conform("vocabulary", vocabulary.by_group(running, documents, group_by="outlet", window=3))
    rows = table.set_index("group")
    # all: 7 words; a 3, b 2, c 1, d 1. Windows of three: (a b a), (b a c), with 2 and 3 types
    assert rows.loc["", ["documents", "words", "types", "hapaxes"]].tolist() == [3, 7, 4, 2]
    assert rows.loc["", ["ttr", "mattr", "hapax_share", "growth_rate"]].tolist() == pytest.approx(
        [4 / 7, 5 / 6, 0.5, 2 / 7]
    )
    assert rows.loc["Báo", ["documents", "words", "types", "hapaxes"]].tolist() == [2, 6, 4, 3]
    assert rows.loc["Báo", "mattr"] == pytest.approx(5 / 6)
    assert rows.loc["unknown", ["words", "types", "hapaxes"]].tolist() == [1, 1, 1]
    assert math.isnan(rows.loc["unknown", "mattr"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=12), min_size=1, max_size=5), st.integers(1, 6))
def test_types_in_windows_are_those_of_each_window(texts: list[list[str]], window: int) -> None:
    running = _running(*(" ".join(text) for text in texts))
    windows, types = vocabulary.distinct_in_windows(running.words, running.bounds, window)
    for text, n, total in zip(texts, windows, types, strict=True):
        cut = [set(text[i : i + window]) for i in range(len(text) - window + 1)]
        assert (n, total) == (len(cut), sum(len(kinds) for kinds in cut))


def test_growth_over_all_orders_of_two_texts() -> None:
    running = _running("a a b c", "b d e f")
    curve = growth.curve(running, _documents(running), seed=1)
    rows = curve.set_index("words")
    # a a b c b d e f has 1 1 2 3 3 4 5 6 types, b d e f a a b c has 1 2 3 4 5 5 5 6
    assert rows["orders"].unique().tolist() == [2]
    assert rows.index.tolist() == [8]
    running = _running("a a b c " * 5, "b d e f " * 5)
    rows = growth.curve(running, _documents(running), seed=1).set_index("words")
    assert rows.loc[20, ["low", "types", "high"]].tolist() == [3, 3.5, 4]
    assert rows.loc[40, ["low", "types", "high"]].tolist() == [6, 6, 6]
    assert rows["in_order_of_date"].isna().all()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=9), min_size=4, max_size=14), st.integers(0, 9)
)
def test_growth_never_falls_and_ends_at_all_types(texts: list[list[str]], seed: int) -> None:
    running = _running(*(" ".join(text) for text in texts))
    curve = growth.curve(running, _documents(running), seed=seed)
    pd.testing.assert_frame_equal(curve, growth.curve(running, _documents(running), seed=seed))
    assert curve["types"].is_monotonic_increasing
    assert (curve["low"] <= curve["types"]).all()
    assert (curve["types"] <= curve["high"]).all()
    assert (curve["high"] <= curve["words"]).all()
    last = curve.iloc[-1]
    assert (last["words"], last["low"], last["high"]) == (len(running.words), len(running.names), len(running.names))


def test_the_order_of_publication_puts_undated_texts_last() -> None:
    texts = [f"{chr(97 + i)} " * 2 for i in range(11)] + ["z y x w v u " * 2]
    running = _running(*texts)
    days = [f"2022-01-{28 - i:02}" for i in range(11)] + ["2021-01-01"]
    rows = growth.curve(running, _documents(running, published_at=days), seed=1).set_index("words")
    assert rows.loc[12, "in_order_of_date"] == 6  # z y x w v u, then the same again
    few = growth.curve(running, _documents(running, published_at=days[:5] + [""] * 7), seed=1)
    assert few["in_order_of_date"].isna().all()
    some = growth.curve(running, _documents(running, published_at=["", "2022", *days[2:11], ""]), seed=1)
    assert some.set_index("words").loc[12, "in_order_of_date"] == 6  # six texts of one word each


def test_herdans_law_is_got_back() -> None:
    words = np.array([1000, 2000, 5000, 20000], dtype=np.int64)
    law = growth.herdan(words, 7.5 * words**0.61)
    assert (law.exponent, law.constant, law.deviation) == pytest.approx((0.61, 7.5, 0))


@pytest.mark.parametrize(("exponent", "shift"), [(1.0, 0.0), (1.2, 2.7), (0.9, 12.5)])
def test_mandelbrots_law_is_got_back(exponent: float, shift: float) -> None:
    rank = np.arange(1, 200)
    points = pd.DataFrame({"rank": rank, "frequency": 1e6 / (rank + shift) ** exponent})
    law = zipf.fit(points)
    assert (law.exponent, law.shift, law.constant) == pytest.approx((exponent, shift, 1e6))
    assert law.at(np.array([1.0])) == pytest.approx([1e6 / (1 + shift) ** exponent])
    assert zipf.fit(points, shifted=False).shift == 0


def test_rare_words_are_left_out_of_the_fit() -> None:
    points = pd.DataFrame({"rank": [1, 2, 3, 4, 5], "frequency": [60, 30, 20, 1, 1]})
    assert zipf.fit(points, shifted=False).exponent == pytest.approx(1)
    with pytest.raises(ValueError, match="3 points"):
        zipf.fit(points[1:])


def test_ranks_stand_by_frequency_then_alphabet() -> None:
    found = zipf.ranks(_running("b b a a c", "d b"))
    assert found.to_dict("list") == {"rank": [1, 2, 3, 4], "frequency": [3, 2, 1, 1], "unit": ["b", "a", "c", "d"]}
    many = zipf.ranks(_running(" ".join(f"w{i:05}" for i in range(12000))))
    assert {1, 2, 10, 100, 1000, 10000, 12000} <= set(many["rank"])
    assert len(many) < 200


def test_no_law_is_fitted_to_few_words_or_texts() -> None:
    long = " ".join(f"w{i * i % 997}" for i in range(3000))
    for running in (_running("a b", "a c"), _running(long, long)):
        found = laws.of_corpus(running, _documents(running), seed=1)
        assert found.fitted.empty
        assert found.ranks["fitted"].isna().all()
        assert len(found.growth)
    running = _running(*[long[i : i + 5000] for i in range(10)])
    found = laws.of_corpus(running, _documents(running), seed=1)
    assert schemas.conform("laws", found.fitted)["law"].tolist() == ["Herdan", "Zipf", "Zipf–Mandelbrot"]
    assert found.ranks["fitted"].notna().all()
    deviations = found.fitted.set_index("law")["deviation"]
    assert deviations["Zipf–Mandelbrot"] <= deviations["Zipf"]


def test_no_words_no_rows() -> None:
    running = _running("", "")
    found = laws.of_corpus(running, _documents(running), seed=1)
    assert [len(part) for part in found] == [0, 0, 0]
    table = vocabulary.by_group(running, _documents(running), group_by="doc_id")
    assert table["words"].tolist() == [0, 0, 0]
    assert table["ttr"].isna().all()
