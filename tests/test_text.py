"""Normalised text: what may change, and what may not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeffHội đàm\r\nHội kiến\rTiếp", "Hội đàm\nHội kiến\nTiếp"),
        (unicodedata.normalize("NFD", "Thủ tướng"), "Thủ tướng"),
        ("", ""),
        ("a\ufeffb", "a\ufeffb"),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert text.normalise(raw) == expected


@given(st.text())
def test_normalising_twice_changes_nothing_more(raw: str) -> None:
    once = text.normalise(raw)
    assert text.normalise(once).removeprefix("\ufeff") == once.removeprefix("\ufeff")
    assert "\r" not in once


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa bình", "hoà bình"), ("Thủy", "Thuỷ"), ("Hội  đàm", "hội đàm"), ("hóa", "hoá")],
)
def test_spellings_of_one_word_fold_to_one_key(old: str, new: str) -> None:
    assert text.fold(old) == text.fold(new)


@pytest.mark.parametrize("word", ["quý", "quỳ", "khoản", "toàn", "ngoại"])
def test_folding_moves_no_tone_that_has_but_one_place(word: str) -> None:
    assert text.fold(word) == word


@pytest.mark.parametrize(
    ("sentence", "position", "expected"),
    [
        ("hội đàm", 3, True),
        ("hội đàm", 1, False),
        ("hội đàm", 0, True),
        ("hội đàm", 7, True),
        ("G7", 1, False),
        ("“Mỹ”", 1, True),
    ],
)
def test_word_boundaries(sentence: str, position: int, expected: bool) -> None:
    assert text.is_boundary(sentence, position) is expected


@pytest.mark.parametrize(
    ("sentence", "count"), [("Việt Nam - Nhật Bản, 2024", 5), ("", 0), ("… – !", 0), ("Prayuth Chan-ocha", 2)]
)
def test_count_words(sentence: str, count: int) -> None:
    assert text.count_words(sentence) == count
