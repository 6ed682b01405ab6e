"""Frequent words and phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers import schemas
from helpers.statistics.frequencies import frequencies
from helpers.statistics.units import countable


def _counts(made, kind: str, group: str = "", **options) -> dict[str, tuple[int, int]]:  # type: ignore[no-untyped-def]
    table = schemas.conform(
        "frequencies", frequencies(countable(*made[:3]), made.documents, **({"min_count": 2, "top_n": 20} | options))
    )
    rows = table[(table["kind"] == kind) & (table["group"] == group)]
    return {row.unit: (row.count, row.documents) for row in rows.itertuples(index=False)}


def test_words_are_counted_without_function_words_and_case(corpus: Callable) -> None:
    made = corpus({"a": ["Hợp_tác của hai nước .", "hợp_tác và phát_triển ."], "b": ["Hợp_tác của các nước ."]})
    assert _counts(made, "word") == {"hợp tác": (3, 2), "nước": (2, 2)}


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        # inside a sentence, without punctuation
        (["quan_hệ hữu_nghị .", "quan_hệ hữu_nghị ."], {"quan hệ hữu nghị": (2, 1)}),
        (["quan_hệ , hữu_nghị", "quan_hệ , hữu_nghị"], {}),
        (["quan_hệ", "hữu_nghị", "quan_hệ", "hữu_nghị"], {}),
        # neither begins nor ends with a function word, but may hold one
        (["hòa_bình và ổn_định ở", "hòa_bình và ổn_định ở"], {"hòa bình và ổn định": (2, 1)}),
        (["hai nước", "hai nước"], {"hai nước": (2, 1)}),
        (["nước hai", "nước hai"], {}),
        # the longest, unless the shorter one also stands alone
        (["a1 b1 c1", "a1 b1 c1"], {"a1 b1 c1": (2, 1)}),
        (["a1 b1 c1", "a1 b1 c1", "a1 b1 x", "y a1 b1"], {"a1 b1": (4, 1), "a1 b1 c1": (2, 1)}),
        # two cuts of the same words are one phrase
        (["cấp_cao Lào", "cấp cao Lào", "cấp_cao Lào", "cấp cao Lào"], {"cấp cao lào": (4, 1)}),
    ],
)
def test_phrases(corpus: Callable, sentences: list[str], wanted: dict[str, tuple[int, int]]) -> None:
    assert _counts(corpus({"d": sentences}), "phrase") == wanted


def test_rarer_and_lower_ranked_units_are_left_out(corpus: Callable) -> None:
    made = corpus({"d": ["ba_đình ba_đình ba_đình . sài_gòn sài_gòn . huế"]})
    assert _counts(made, "word") == {"ba đình": (3, 1), "sài gòn": (2, 1)}
    assert _counts(made, "word", min_count=3) == {"ba đình": (3, 1)}
    assert _counts(made, "word", top_n=1) == {"ba đình": (3, 1)}


def test_groups_have_rows_of_their_own(corpus: Callable) -> None:
    made = corpus({"a": ["thăm thăm"], "b": ["ký ký thăm"]}, year={"a": "2022-05-01", "b": ""})
    assert _counts(made, "word", group_by="year") == {"thăm": (3, 2), "ký": (2, 1)}
    assert _counts(made, "word", group="2022", group_by="year") == {"thăm": (2, 1)}
    assert _counts(made, "word", group="unknown", group_by="year") == {"ký": (2, 1)}


def test_no_words_no_rows(corpus: Callable) -> None:
    assert _counts(corpus({"d": [". . ."]}), "word") == {}
    assert _counts(corpus({"d": [". . ."]}), "phrase") == {}
