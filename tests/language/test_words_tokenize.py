"""Words laid back over the text: golden sentences, and alignment over any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.language import words
from helpers.spans import Sentence, Token


def tokenize(text: str) -> tuple[Token, ...]:
    return words.tokenize(text, (Sentence(0, len(text), "body"),))


# What underthesea gives, mistakes included (Tổng Bí thư is no verb): it changes with its version, and this tells.
GOLDEN = [
    (
        "Tổng Bí thư tiếp Thủ tướng Nhật Bản tại Hà Nội.",
        "Tổng Bí thư/V tiếp/V Thủ tướng/N Nhật Bản/Np tại/E Hà Nội/Np ./CH",
    ),
    (
        "Hai bên nhất trí thúc đẩy quan hệ hữu nghị, hợp tác.",
        "Hai/M bên/N nhất trí/N thúc đẩy/V quan hệ/N hữu nghị/A ,/CH hợp tác/V ./CH",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), GOLDEN)
def test_golden_sentences(sentence: str, expected: str) -> None:
    assert " ".join(f"{token.text}/{token.pos}" for token in tokenize(sentence)) == expected


def assert_aligned(text: str, tokens: tuple[Token, ...]) -> None:
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    for token in tokens:
        assert token.start < token.end
        assert token.text == " ".join(text[token.start : token.end].split())
        assert token.pos
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert all(at in covered or text[at].isspace() for at in range(len(text)))


PIECES = [
    "hoà bình",
    "Ừ",
    "ð",
    "ﬁ",
    "😀",
    "مرحبا",
    "a\u0300",
    "\u200b",
    "\x00",
    "\ud800",
    " ",
    "  ",
    "\u00a0",
    "\n",
    "16.5",
    "%",
    "...",
    "http://a.vn",
    "_",
    "“",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40))
def test_every_word_stands_where_the_text_has_it(text: str) -> None:
    assert_aligned(text, tokenize(text))


@pytest.mark.parametrize(
    "text", ["", "   ", "hoà bình 😀", "a" * 10_000, "a+" * 2_000, "\u0300" * 10, "Việt  Nam\u00a0và Lào"]
)
def test_odd_sentences(text: str) -> None:
    assert_aligned(text, tokenize(text))


def test_long_sentence_is_cut_at_blanks() -> None:
    text = "Hai bên hội đàm " * 300
    cuts = list(words.pieces(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in cuts) == text
    assert all(text[end - 1] == " " for _, end in cuts)
    assert max(end - start for start, end in cuts) <= 1000


def test_tokens_bear_the_number_of_their_sentence() -> None:
    text = "Hai bên hội đàm. Đoàn rời Hà Nội."
    tokens = words.tokenize(text, (Sentence(0, 16, "lede"), Sentence(17, len(text), "lede")))
    assert {token.sentence for token in tokens if token.start < 17} == {0}
    assert {token.sentence for token in tokens if token.start >= 17} == {1}
