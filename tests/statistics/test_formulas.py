"""Recurrent formulas, frames with a slot, and set phrases."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from helpers import schemas
from helpers.statistics.formulas import formulas
from helpers.statistics.set_phrases import set_phrases
from helpers.statistics.units import countable

NO_NAMES = pd.DataFrame(
    {"doc_id": pd.Series(dtype="str"), "start": pd.Series(dtype="int64"), "end": pd.Series(dtype="int64")}
)


def _formulas(made, mentions: pd.DataFrame = NO_NAMES, **options) -> pd.DataFrame:  # type: ignore[no-untyped-def]
    given = {"min_count": 2} | options
    return schemas.conform("formulas", formulas(countable(*made[:3]), made.texts, made.sentences, mentions, **given))


def _counts(made, kind: str = "recurrent", mentions: pd.DataFrame = NO_NAMES) -> dict[str, int]:  # type: ignore[no-untyped-def]
    table = _formulas(made, mentions)
    return dict(table.loc[table["kind"] == kind, ["formula", "count"]].to_numpy())


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (["độc_lập tự_chủ hòa_bình", "x độc_lập tự_chủ hòa_bình"], {"độc lập tự chủ hòa bình": 2}),
        # commas and dashes may stand inside, other punctuation may not
        (["a1 , b1 và c1 .", "a1 , b1 và c1 ."], {"a1, b1 và c1": 2}),
        (["a1 ; b1 c1", "a1 ; b1 c1"], {}),
        # two words are no formula, nor is one that does not come back
        (["a1 b1", "a1 b1"], {}),
        (["a1 b1 c1"], {}),
        # function words do not stand at the edges
        (["của a1 b1 c1 và", "của a1 b1 c1 và"], {"a1 b1 c1": 2}),
        # the longest; a shorter one only where it occurs often enough outside of it, with all its occurrences
        (["a1 b1 c1 d1", "a1 b1 c1 d1", "a1 b1 c1"], {"a1 b1 c1 d1": 2}),
        (["a1 b1 c1 d1", "a1 b1 c1 d1", "a1 b1 c1", "x a1 b1 c1"], {"a1 b1 c1 d1": 2, "a1 b1 c1": 4}),
        ([], {}),
    ],
)
def test_recurrent_sequences(corpus: Callable, sentences: list[str], wanted: dict[str, int]) -> None:
    made = corpus({"d": sentences or ["x"]})
    assert _counts(made) == wanted


def test_formulas_count_over_documents_and_point_into_the_text(corpus: Callable) -> None:
    made = corpus({"a": ["nâng quan_hệ lên tầm cao"], "b": ["họ nâng quan_hệ lên tầm cao mới"]})
    row = _formulas(made).iloc[0]
    assert (row["formula"], row["count"], row["documents"]) == ("nâng quan hệ lên tầm cao", 2, 2)
    texts = dict(made.texts.to_numpy())
    for span in row["spans"].split(";"):
        doc, places = span.split(":")
        start, end = map(int, places.split("-"))
        assert texts[doc][start:end] == "nâng quan hệ lên tầm cao"


def test_a_slot_gathers_its_fillers(corpus: Callable) -> None:
    frame = "đưa quan_hệ {} lên tầm"
    made = corpus({"d": [frame.format(x) for x in ("song_phương", "song_phương", "hữu_nghị", "kinh_tế")]})
    table = _formulas(made)
    assert table["formula"].tolist() == ["đưa quan hệ … lên tầm"]
    assert table["variants"][0] == "song phương (2); hữu nghị (1); kinh tế (1)"
    assert table["kind"][0] == "frame"


def test_a_slot_that_one_filler_nearly_always_takes_is_none(corpus: Callable) -> None:
    made = corpus({"d": ["đưa quan_hệ song_phương lên tầm"] * 4 + ["đưa quan_hệ hữu_nghị lên tầm"]})
    assert _counts(made, "frame") == {}
    assert _counts(made) == {"đưa quan hệ song phương lên tầm": 4}


def test_names_are_single_elements_and_no_formula_by_themselves(corpus: Callable) -> None:
    made = corpus(
        {"d": ["Hồ An Nhiên ở Hà Nội", "Hồ An Nhiên ở Hà Nội", "tăng quan_hệ với Hà Nội", "tăng quan_hệ với Đà Lạt"]}
    )
    text = made.texts["text"][0]
    spans = [
        (m, m + len(name))
        for name in ("Hồ An Nhiên", "Hà Nội", "Đà Lạt")
        for m in range(len(text))
        if text.startswith(name, m)
    ]
    names = pd.DataFrame([("d", *span) for span in spans], columns=["doc_id", "start", "end"])
    assert _counts(made, mentions=names) == {}
    assert _counts(corpus({"d": ["tăng quan_hệ với Hà_Nội"] * 2})) == {"tăng quan hệ với hà nội": 2}


def test_at_most_top_n_of_each_kind_are_kept(corpus: Callable) -> None:
    made = corpus({"d": ["a1 b1 c1", "a1 b1 c1", "a1 b1 c1", "d1 e1 f1", "d1 e1 f1"]})
    assert _formulas(made, top_n=1)["formula"].tolist() == ["a1 b1 c1"]


def test_set_phrases_are_found_in_every_spelling_and_around_a_slot(corpus: Callable) -> None:
    entries = {"đa dạng hóa": "diversify", "đưa … lên tầm cao mới": "raise", "đa phương hóa": "multilateral"}
    made = corpus(
        {"d": ["Đa dạng hoá và đa dạng hóa", "đưa quan hệ lên tầm cao mới", "đưa lên", ("boilerplate", "đa dạng hóa")]}
    )
    table = pd.DataFrame(set_phrases(made.texts, made.sentences, entries)).set_index("formula")
    assert table["count"].to_dict() == {"đa dạng hóa": 2, "đưa … lên tầm cao mới": 1}
    assert table.loc["đa dạng hóa", "variants"] == "đa dạng hoá (1); đa dạng hóa (1)"
    assert table.loc["đa dạng hóa", "gloss"] == "diversify"


def test_no_words_no_formulas(corpus: Callable) -> None:
    made = corpus({"d": ["x"]})
    assert formulas(countable(made.tokens.head(0), *made[1:3]), made.texts, made.sentences, NO_NAMES, min_count=2).empty
