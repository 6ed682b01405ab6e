"""What is counted, and under which spelling."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from helpers import lexicon
from helpers.statistics import groups, units
from helpers.text import fold


def test_words_numbers_and_marks_are_told_apart(corpus: Callable) -> None:
    made = corpus({"d": ["Hai nước ký 12 văn_kiện , G7 dự ."]})
    table = units.countable(*made[:3])
    assert table["kind"].tolist() == ["word", "word", "word", "number", "word", "mark", "word", "word", "mark"]
    assert table["unit"].tolist()[4] == "văn kiện"


def test_boilerplate_bylines_and_duplicates_are_not_counted(corpus: Callable) -> None:
    made = corpus(
        {
            "a": ["thân bài", ("boilerplate", "bình_luận"), ("byline", "theo TTXVN"), ("caption", "ảnh")],
            "b": ["thân bài"],
        },
        duplicates={"b": "a"},
    )
    assert units.countable(*made[:3])["unit"].tolist() == ["thân", "bài", "ảnh"]


def test_copies_are_counted_where_the_run_says_so(corpus: Callable) -> None:
    tokens, sentences, documents = corpus({"a": ["thân bài"], "b": ["thân bài"]}, duplicates={"b": "a"})[:3]
    kept = documents.assign(counted=True)
    assert units.countable(tokens, sentences, kept)["doc_id"].tolist() == ["a", "a", "b", "b"]
    assert groups.assign(kept, "doc_id").tolist() == ["a", "b"]
    assert groups.assign(documents, "doc_id").tolist() == ["a"]


def test_both_placements_of_tone_are_one_word_in_its_commoner_spelling(corpus: Callable) -> None:
    made = corpus({"d": ["Hòa_bình", "hòa_bình", "hoà_bình", "thuỷ_sản", "thủy_sản", "thuỷ_sản"]})
    assert units.countable(*made[:3])["unit"].tolist() == ["hòa bình"] * 3 + ["thuỷ sản"] * 3


@pytest.mark.parametrize(
    ("word", "function", "opens", "closes"),
    [("của", True, False, False), ("hai", True, True, False), ("này", True, False, True), ("nước", False, True, True)],
)
def test_edges_of_a_phrase(corpus: Callable, word: str, function: bool, opens: bool, closes: bool) -> None:
    row = units.countable(*corpus({"d": [word.title()]})[:3]).iloc[0]
    assert (row["function"], row["opens"], row["closes"]) == (function, opens, closes)


def test_offsets_are_those_of_the_text(corpus: Callable) -> None:
    made = corpus({"d": ["Quan_hệ hai nước .", "Hợp_tác ."]})
    text = made.texts["text"][0]
    for row in units.countable(*made[:3]).itertuples():
        assert fold(text[row.start : row.end]) == fold(row.unit)


def test_a_name_is_one_word_where_names_are_given(corpus: Callable) -> None:
    made = corpus({"d": ["Đảng_Dân_chủ Tự_do gặp ông An .", "Tự_do ."]})
    rows = [("d", 0, 18, "ORG"), ("d", 27, 29, "PER"), ("d", 19, 22, "EVENT")]
    names = pd.DataFrame(rows, columns=["doc_id", "start", "end", "type"])
    table = units.countable(*made[:3], names=names)
    assert table["unit"].tolist() == ["Đảng Dân chủ Tự do", "gặp", "ông", "An", ".", "tự do", "."]
    assert (table["start"][0], table["end"][0]) == (0, 18)
    assert len(units.countable(*made[:3])) == 8


def test_an_empty_corpus_has_no_words(corpus: Callable) -> None:
    made = corpus({"d": ["x"]})
    assert units.countable(made.tokens.head(0), made.sentences.head(0), made.documents).empty


def test_function_words_are_whole_rows_with_a_reason() -> None:
    rows = lexicon.load("stopwords", excluded=True)
    assert len({fold(row["entry"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["gloss"], row
        assert row["note"], row
        assert row["edge"] in ("", "left", "right"), row
        assert fold(row["entry"]) in fold(row["example"]), row
