"""Key word in context."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import schemas
from helpers.errors import ParameterError
from helpers.statistics.concordance import concordance
from helpers.statistics.units import countable


def _lines(made, node: str, window: int = 2) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    return schemas.conform("concordance", concordance(countable(*made[:3]), made.texts, made.sentences, node, window))


@pytest.mark.parametrize(
    ("sentence", "node", "wanted"),
    [
        ("Hai nước mở_rộng quan_hệ hữu_nghị lâu_dài .", "quan hệ", [("nước mở rộng", "quan hệ", "hữu nghị lâu dài")]),
        ("Quan_hệ hai nước .", "quan hệ", [("", "Quan hệ", "hai nước")]),
        ("quan_hệ và quan_hệ", "QUAN HỆ", [("", "quan hệ", "và quan hệ"), ("quan hệ và", "quan hệ", "")]),
        ("vì hoà_bình .", "hòa bình", [("vì", "hoà bình", ".")]),
        ("tham_quan hệ_thống", "quan hệ", [("tham", "quan hệ", "thống")]),  # the text counts, not its segmentation
        ("các quan hệt đẹp", "quan hệ", []),  # word boundaries
        ("thăm , ký , nói", "ký", [("thăm,", "ký", ", nói")]),  # punctuation is shown but not counted
        ("", "ký", []),
    ],
)
def test_hits_and_context(corpus: Callable, sentence: str, node: str, wanted: list[tuple[str, str, str]]) -> None:
    lines = _lines(corpus({"d": [sentence]}), node)
    assert [tuple(line) for line in lines[["left", "text", "right"]].to_numpy()] == wanted


def test_hits_keep_inside_sentences_and_out_of_boilerplate(corpus: Callable) -> None:
    made = corpus({"d": ["ký quan", "hệ nói", ("boilerplate", "quan_hệ"), ("kicker", "quan_hệ nước")]})
    assert _lines(made, "quan hệ")["sentence"].tolist() == [3]


@given(node=st.text(alphabet="aàhòoquyýê ", min_size=1, max_size=6).filter(lambda s: s.strip()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_every_hit_is_the_text_at_its_offsets(corpus: Callable, node: str) -> None:
    made = corpus({"b": ["hoà quý a quy à", "hòa a"], "a": ["quý , quý hoà"]})
    texts = dict(made.texts.to_numpy())
    lines = _lines(made, node)
    for line in lines.itertuples():
        assert line.text == texts[line.doc_id][line.start : line.end]
    assert lines["doc_id"].is_monotonic_increasing


@pytest.mark.parametrize("node", ["", " ", "…", "- -"])
def test_a_node_without_letters_is_refused(corpus: Callable, node: str) -> None:
    with pytest.raises(ParameterError, match="expected a word or phrase"):
        _lines(corpus({"d": ["a"]}), node)
