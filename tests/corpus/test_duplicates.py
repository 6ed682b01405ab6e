"""Texts that repeat another, exactly or nearly."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import duplicates

LONG = (
    "Thủ tướng tiếp Đại sứ Lào tại Hà Nội, hai bên nhất trí thúc đẩy hợp tác kinh tế, văn hóa, giáo dục và quốc phòng. "
    * 3
)
CASES = [
    ({"a": "Hai bên hội đàm.", "b": "Hai bên hội đàm."}, {"b": "a"}),
    ({"b": "Hai bên hội đàm.", "a": "hai bên  hội đàm"}, {"b": "a"}),
    ({"a": LONG, "b": LONG + "Đoàn rời Hà Nội."}, {"b": "a"}),
    ({"a": LONG, "b": LONG.replace("hóa", "hoá")}, {"b": "a"}),
    ({"a": LONG, "b": "Tổng thống Pháp thăm Huế và dự lễ khai mạc.", "c": LONG}, {"c": "a"}),
    ({"a": LONG, "b": LONG[: len(LONG) // 6]}, {}),
    ({"a": "!!!", "b": "???", "c": "!!!"}, {"c": "a"}),
    ({}, {}),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_find(texts: dict[str, str], expected: dict[str, str]) -> None:
    assert duplicates.find(texts) == expected


WORDS = st.lists(st.sampled_from(["mot", "hai", "ba", "bon", "nam"]), max_size=12).map(" ".join)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=7))
def test_agrees_with_comparing_all_pairs(texts: list[str]) -> None:
    documents = {f"d{number}": text for number, text in enumerate(texts)}
    found = duplicates.find(documents)
    assert all(kept not in found and kept < twin for twin, kept in found.items())
    shingles = {doc_id: duplicates.shingles_of(text) for doc_id, text in documents.items()}
    kept = [doc_id for doc_id in documents if doc_id not in found]
    for one, other in combinations(kept, 2):
        assert duplicates.similarity(shingles[one], shingles[other]) < duplicates.SIMILAR
    for twin, first in found.items():
        assert duplicates.similarity(shingles[twin], shingles[first]) >= duplicates.SIMILAR


def test_order_of_reading_plays_no_part() -> None:
    texts = {"a": LONG, "b": LONG + " x", "c": "Khác hẳn.", "d": LONG}
    assert duplicates.find(dict(reversed(texts.items()))) == duplicates.find(texts) == {"b": "a", "d": "a"}
