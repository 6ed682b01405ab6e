"""Neighbours of a node, and where a node stands."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from helpers import schemas
from helpers.statistics import measures
from helpers.statistics.collocation import collocations
from helpers.statistics.concordance import hits
from helpers.statistics.dispersion import dispersion, positions
from helpers.statistics.units import countable


def _collocates(made, node: str, window: int, min_count: int = 1) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    found = hits(made.texts, made.sentences, node)
    table = collocations(countable(*made[:3]), found, node, window=window, min_count=min_count)
    return schemas.conform("collocations", table).set_index("collocate")


def test_counts_and_measures_of_a_small_corpus(corpus: Callable) -> None:
    made = corpus({"d": ["tăng_cường quan_hệ hữu_nghị .", "tăng_cường hợp_tác .", "quan_hệ , hữu_nghị 10 , của nước"]})
    table = _collocates(made, "quan hệ", window=1)
    # windows: tăng_cường, hữu_nghị | hữu_nghị; outside: tăng_cường, hợp_tác, của, nước
    assert table["count"].to_dict() == {"hữu nghị": 2, "tăng cường": 1}
    assert table["node_count"].unique() == [2]
    assert table.loc["tăng cường", "collocate_count"] == 2
    assert table.loc["hữu nghị", "log_dice"] == pytest.approx(14)
    assert table.loc["hữu nghị", "log_likelihood"] == pytest.approx(float(measures.log_likelihood(2, 1, 0, 4)))
    assert table.loc["tăng cường", "log_likelihood"] == pytest.approx(float(measures.log_likelihood(1, 2, 1, 3)))


@pytest.mark.parametrize(
    ("sentences", "window", "wanted"),
    [
        (["a1 ký b1 c1"], 1, {"a1", "b1"}),
        (["a1 ký b1 c1"], 2, {"a1", "b1", "c1"}),
        (["a1 .", "ký", "b1"], 5, set()),  # windows end with the sentence
        (["ký của b1"], 1, set()),  # a function word takes a place but is not listed
        (["ký ký b1"], 2, {"b1"}),  # the node is not its own neighbour
        (["a1 b1"], 2, set()),
    ],
)
def test_windows(corpus: Callable, sentences: list[str], window: int, wanted: set[str]) -> None:
    assert set(_collocates(corpus({"d": sentences}), "ký", window).index) == wanted


def test_a_word_near_two_hits_counts_once(corpus: Callable) -> None:
    assert _collocates(corpus({"d": ["ký b1 ký"]}), "ký", 2)["count"].to_dict() == {"b1": 1}


def test_rare_neighbours_are_left_out(corpus: Callable) -> None:
    made = corpus({"d": ["ký a1", "ký a1", "ký b1"]})
    assert set(_collocates(made, "ký", 2, min_count=2).index) == {"a1"}


def test_dispersion_over_documents(corpus: Callable) -> None:
    made = corpus({"a": ["thăm thăm ký nói"], "b": ["ký ký nói gặp"]})
    table = schemas.conform("dispersion", dispersion(countable(*made[:3]), min_count=2)).set_index("unit")
    assert table["range"].to_dict() == {"ký": 2, "nói": 2, "thăm": 1}
    assert table["dp"].to_dict() == pytest.approx({"ký": 1 / 6, "nói": 0, "thăm": 0.5})
    assert table["dp_norm"].to_dict() == pytest.approx({"ký": 1 / 3, "nói": 0, "thăm": 1})
    assert dispersion(countable(*made[:3]), min_count=9).empty


def test_positions_are_shares_of_the_words_before(corpus: Callable) -> None:
    made = corpus({"a": ["x x ký x"], "b": [("kicker", "ký"), "ký ."]})
    table = positions(countable(*made[:3]), hits(made.texts, made.sentences, "ký"))
    assert list(zip(table["doc_id"], table["position"], strict=True)) == [("a", 0.5), ("b", 0.0), ("b", 0.0)]
