"""Key words of one group against the others or a reference."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from helpers import schemas
from helpers.errors import ParameterError
from helpers.statistics import measures
from helpers.statistics.keyness import keyness
from helpers.statistics.units import countable


def _key(made, **options) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    return schemas.conform("keyness", keyness(countable(*made[:3]), made.documents, **options))


def test_each_text_against_all_others(corpus: Callable) -> None:
    made = corpus({"a": ["thăm thăm thăm quan_hệ của"], "b": ["ký ký quan_hệ quan_hệ"], "c": ["ký hai"]})
    table = _key(made, group_by="doc_id").set_index(["group", "unit"])
    row = table.loc[("a", "thăm")]
    assert (row["count"], row["reference_count"], row["words"], row["reference_words"]) == (3, 0, 5, 6)
    assert (row["documents"], row["reference_documents"], row["reference"]) == (1, 2, "")
    assert row["log_likelihood"] == pytest.approx(float(measures.log_likelihood(3, 2, 0, 6)))
    assert row["log_ratio"] == pytest.approx(np.log2((3 / 5) / (0.5 / 6)))
    assert table.loc[("a", "ký")]["log_ratio"] < 0


def test_function_words_and_rare_words_are_no_key_words(corpus: Callable) -> None:
    made = corpus({"a": ["của của của thăm thăm huế"], "b": ["và và"]})
    assert set(_key(made, group_by="doc_id", min_count=2)["unit"]) == {"thăm"}
    assert set(_key(made, group_by="doc_id", min_count=1)["unit"]) == {"thăm", "huế"}


def test_against_a_reference(corpus: Callable) -> None:
    made = corpus({"a": ["thăm thăm"], "b": ["ký ký"], "c": ["nói nói"]}, year={"a": "2022", "b": "2023", "c": "2024"})
    table = _key(made, group_by="year", reference="2023")
    assert set(zip(table["group"], table["reference"], strict=True)) == {("2022", "2023"), ("2024", "2023")}


def test_a_single_group_has_nothing_to_compare(corpus: Callable) -> None:
    made = corpus({"a": ["thăm thăm"], "b": ["ký ký"]})
    assert _key(made, group_by="outlet").empty
    assert _key(made, group_by="outlet", reference="unknown").empty


@pytest.mark.parametrize(("texts", "tested"), [(4, False), (5, True)])
def test_p_values_need_five_texts_on_both_sides(corpus: Callable, texts: int, tested: bool) -> None:
    made = corpus(
        {f"{g}{i}": [f"{word} {word} quan_hệ"] for g, word in (("a", "thăm"), ("b", "ký")) for i in range(texts)},
        year={f"{g}{i}": year for g, year in (("a", "2022"), ("b", "2023")) for i in range(texts)},
    )
    table = _key(made, group_by="year")
    assert len(table)
    assert table["p_value"].notna().all() == tested
    if tested:
        row = table.set_index(["group", "unit"]).loc[("2022", "thăm")]
        raw = measures.p_value([row["log_likelihood"]])[0]
        assert row["p_value"] == pytest.approx(3 * raw)  # three words were compared


def test_an_unknown_reference_names_the_groups(corpus: Callable) -> None:
    made = corpus({"a": ["thăm"], "b": ["ký"]}, year={"a": "2022", "b": "2023"})
    with pytest.raises(ParameterError, match=r"reference=2032: no group.*did you mean 202.*2022, 2023"):
        _key(made, group_by="year", reference="2032")
    with pytest.raises(ParameterError, match=r"group_by=author.*doc_id, outlet, agency, year"):
        _key(made, group_by="author")


def test_only_the_strongest_of_each_direction_are_kept(corpus: Callable) -> None:
    made = corpus({"a": ["x1 x1 x1 x2 x2 x3 x3"], "b": ["y1 y1 y1 y2 y2 y3 y3"]})
    table = _key(made, group_by="doc_id", top_n=2)
    assert table[table["group"] == "a"]["unit"].tolist() == ["x1", "x2", "y1", "y2"]


def test_duplicates_are_no_group(corpus: Callable) -> None:
    made = corpus({"a": ["x x"], "b": ["y y"], "c": ["x x"]}, duplicates={"c": "a"})
    assert set(_key(made, group_by="doc_id")["group"]) == {"a", "b"}
