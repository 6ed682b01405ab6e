"""One document in one pass: the rows agree with each other and with the text, whatever the text is."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import spans
from helpers.annotate import annotate
from helpers.spans import Mention
from helpers.text import normalise

TEXT = normalise(
    "Việt Nam và Phần Lan tăng cường hợp tác\n\n"
    "Sáng 5/3/2021, tại Hà Nội, Chủ tịch nước Lê Văn Minh tiếp Tổng thống Phần Lan Aino Korhonen.\n\n"
    "Chủ tịch nước Lê Văn Minh đánh giá cao quan hệ hai nước và đề nghị Phần Lan tiếp tục hỗ trợ Việt Nam.\n"
)
NAMES = st.sampled_from(
    ["Thủ tướng", "Lê Văn Minh", "Phần Lan", "hội đàm", "với", ",", ".", "“", "”", "\n", "hai bên", "5/3"]
)


def check(text: str) -> None:
    found = annotate(text)
    assert "".join(text[s.start : s.end] for s in found.segments) == text
    for row in (*found.tokens, *found.mentions, *found.references, *found.acts):
        assert 0 <= row.start < row.end <= len(text)
    for row in (*found.mentions, *found.references, *found.acts):
        assert row.text == text[row.start : row.end]
    for rows in (found.sentences, found.mentions, found.tokens, found.acts):
        assert all(a.end <= b.start for a, b in itertools.pairwise(rows))
    assert {m.type for m in found.mentions} <= set(spans.MENTION_TYPES)
    assert {a.act for a in found.acts} <= set(spans.ACT_CLASSES)
    for act in found.acts:
        assert act.source
        assert 0 <= act.content_start <= act.content_end <= len(text)
        assert list(act.source) == sorted(set(act.source))
        assert list(act.target) == sorted(set(act.target))


def test_a_report_of_a_meeting() -> None:
    check(TEXT)
    found = annotate(TEXT)
    assert [(a.act, a.text, a.source, a.target) for a in found.acts] == [
        ("RECEIVE", "tiếp", ("Lê Văn Minh",), ("Aino Korhonen",)),
        ("PRAISE", "đánh giá cao", ("Lê Văn Minh",), ("FI", "VN")),
        ("PROPOSE", "đề nghị", ("Lê Văn Minh",), ("FI",)),
    ]
    assert found.metadata["title"][0] == "Việt Nam và Phần Lan tăng cường hợp tác"


def test_annotating_twice_gives_the_same() -> None:
    assert annotate(TEXT) == annotate(TEXT)


def test_given_mentions_take_the_place_of_those_found() -> None:
    given_mentions = (Mention(TEXT.index("Lê"), TEXT.index("Lê") + 11, "Lê Văn Minh", "PER", "X", "given"),)
    assert annotate(TEXT, mentions=given_mentions).mentions == given_mentions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "   \n\n",
        ".",
        "“",
        "ឯកឧត្តម",
        "\u202eabc",
        "🇻🇳 🤝 🇯🇵",
        "A" * 5000,
        "hai bên " * 500,
        "Thủ tướng Phần Lan Phần Lan hội đàm",
        "thăm Thủ tướng hội đàm",
    ],
)
def test_odd_texts(text: str) -> None:
    check(normalise(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(NAMES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_rows_always_fit_the_text(text: str) -> None:
    check(normalise(text))


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Tàu cá Việt Nam trú bão ở quần đảo Hoàng Sa và Trường Sa.", "Trường Sa", ["LOC"]),
        ("Đảng cầm quyền Phần Lan hoan nghênh Việt Nam.", "Đảng", []),
        ("Đảng và Nhà nước Việt Nam coi trọng quan hệ với Lào.", "Đảng", ["ORG"]),
    ],
)
def test_names_that_look_like_other_things(text: str, name: str, found: list[str]) -> None:
    assert [m.type for m in annotate(normalise(text)).mentions if m.text == name] == found
