"""A text with its names and acts marked: every character once, every anchor once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.quotation import Source
from helpers.report.marking import Mark, Paragraph, paragraphs

TEXT = "Hai bên họp. Trời mưa.\nXem thêm"
SOURCE = Source("d", TEXT, ((0, 12), (13, 22)), ())
SEGMENTS = [(0, 23, "body"), (23, 31, "boilerplate")]
ALL = ((0, len(TEXT)),)


def drawn(found: list[Paragraph]) -> list[str]:
    return [
        "".join(
            "".join(f"#{a} " for a in ((s.anchor,) if s.anchor else ()))
            + "".join(
                "".join(f"#{a} " for a in b.anchors) + (b.gap or (f"<{b.text}|{b.mark.kind}>" if b.mark else b.text))
                for b in s.bits
            )
            for s in paragraph.sentences
        )
        for paragraph in found
    ]


def mark(words: str, kind: str, anchor: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), kind, "", "", anchor)


@pytest.mark.parametrize(
    ("spans", "marks", "expected"),
    [
        (ALL, [], ["#s0 Hai bên họp. #s1 Trời mưa.\n", "Xem thêm"]),
        (ALL, [mark("họp", "act")], ["#s0 Hai bên <họp|act>. #s1 Trời mưa.\n", "Xem thêm"]),
        (((0, 12),), [], ["#s0 Hai bên họp. #s1 [… sentence 1, 4 words]"]),
        ((), [mark("họp", "act", "a1")], ["#s0 #s1 #a1 [… sentences 0–1, 7 words]"]),
        (((13, 22),), [], ["#s0 [… sentence 0, 3 words] #s1 Trời mưa.\n", "[… 2 words]"]),
        # of two that overlap the longer first one is drawn, and the anchor of the other is kept
        (ALL, [mark("bên họp", "name"), mark("họp", "act", "a1")], ["#s0 Hai #a1 <bên họp|name>. #s1 Trời mưa.\n", "Xem thêm"]),
        # a mark over the end of a sentence is drawn in both
        (ALL, [mark("họp. Trời", "name")], ["#s0 Hai bên <họp.|name>< |name>#s1 <Trời|name> mưa.\n", "Xem thêm"]),
    ],
)  # fmt: skip
def test_paragraphs(spans, marks, expected) -> None:
    result = drawn(paragraphs(SOURCE, spans, SEGMENTS, marks))
    assert result == expected


@st.composite
def a_text(draw):
    text = "".join(draw(st.lists(st.sampled_from("ab .\n"), min_size=1, max_size=40)))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    sentences = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    edges = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    return Source("d", text, sentences, ()), list(pairwise(edges)), spans


@given(a_text())
def test_what_may_be_shown_stands_there_once_and_every_anchor_too(made) -> None:
    source, segments, spans = made
    marks = [Mark(a, b, "name", "", "", f"a{i}") for i, (a, b) in enumerate(spans) if a < b]
    whole = paragraphs(source, [(0, len(source.text))], [(a, b, "body") for a, b in segments], marks)
    bits = [bit for p in whole for s in p.sentences for bit in s.bits]
    assert "".join("".join(b.text for b in bits).split()) == "".join(source.text.split())
    anchors = [a for b in bits for a in (*b.anchors, *((b.mark.anchor,) if b.mark and b.mark.anchor else ()))]
    assert len(anchors) == len(set(anchors))
