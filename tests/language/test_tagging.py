"""The fast features give what underthesea's own give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea import pos_tag
from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

from helpers.language import tagging

SENTENCES = [
    "",
    "Lào",
    "Hai bên",
    "Tổng Bí thư Nguyễn Phú Trọng tiếp Thủ tướng Nhật Bản Kishida Fumio tại Trụ sở Trung ương Đảng chiều 1/5/2022.",
    "“Việt Nam hoan nghênh”, bà nói; GDP tăng 6.5% (TTXVN) 😀 ...",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_tags(sentence: str) -> None:
    assert tagging.tag(sentence) == [tuple(pair) for pair in pos_tag(sentence)]


WORDS = ["Thủ tướng", "tiếp", "Đại sứ", "Hà Nội", "1/5", ".", "“", "Ủy ban nhân dân", "ÁB"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_same_features(words: list[str]) -> None:
    rows = CRFPOSTagPredictor.Instance().transformer.transform([[(word, "X") for word in words]])[0][0]
    assert tagging.features(words) == rows
