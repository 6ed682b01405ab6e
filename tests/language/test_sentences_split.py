"""Where sentences end: tables of text → sentences, and properties over any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import zones
from helpers.language import sentences
from helpers.spans import Segment

SPLIT = [
    (["Hai bên hội đàm.", "Việt Nam coi trọng quan hệ với Lào."]),
    (["GS.TS. Nguyễn Văn An và TS. Trần Bình dự họp.", "Hội nghị kết thúc."]),
    (["Đoàn thăm TP. Hồ Chí Minh, TP.HCM và St. Petersburg.", "Đoàn rời Hà Nội."]),
    (["Ông George W. Bush gặp ông John F. Kennedy Jr. tại Mỹ.", "Hai ông hội đàm."]),
    (["Tàu U.S. Navy cập cảng.", "Đoàn lên bờ."]),
    (["Kim ngạch đạt 1.000 triệu USD, tăng 6.5% vào ngày 16.5 vừa qua.", "Hai bên hài lòng."]),
    (["Quan hệ thiết lập năm 1992.", "Năm 2018, hai nước nâng cấp quan hệ."]),
    (["Ông nói: “Chúng tôi ủng hộ.”", "Sau đó ông rời đi."]),
    (['Ông nói: "Chúng tôi ủng hộ."', "Sau đó ông rời đi."]),
    (['"Chúng tôi hoan nghênh.', 'Chúng tôi ủng hộ", bà nói.', "Đoàn rời đi."]),
    (['"Chúng tôi hoan nghênh.', 'Chúng tôi ủng hộ."', "Bà rời đi."]),
    (['Quan hệ "láng giềng tốt ".', "Hai bên nhất trí."]),
    (["Ông hỏi: “Có không?” rồi rời đi.", "Bà đáp."]),
    (["Hai bên trao đổi; nhất trí: hợp tác, phát triển; cam kết.", "Kết thúc."]),
    (["Thật sao?", "Vâng!", "Đúng…", "Hai bên nhất trí."]),
    (["Ông nói... rồi đi...", "Bà ở lại."]),
    (["Việt Nam (UNCLOS 1982. Điều 3) lên tiếng.", "Hết."]),
    (["(Ông nói. Bà nói.)", "Hết."]),
    (["Theo VnExpress.net và chinhphu.vn.", "Tin mới."]),
    (["Ảnh: Trí Dũng/TTXVN |"]),
    (["Đại sứ Liên bang Thụy ..."]),
    (["1. Hợp tác kinh tế.", "2. Hợp tác văn hóa."]),
]  # fmt: skip


def split(text: str) -> list[str]:
    spans = sentences.split(text, (Segment(0, len(text), "body", "test"),))
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("expected", SPLIT)
def test_split(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hai bên cùng quan tâm.Đối ngoại là kênh.", ["hai bên cùng quan tâm.", "Đối ngoại là kênh."]),
        ("ứng phó Covid-19.Việt Nam cảm ơn.", ["ứng phó Covid-19.", "Việt Nam cảm ơn."]),
        ("“Có.”Tổng thống nói.", ["“Có.”", "Tổng thống nói."]),
        ("Đoàn thăm TP.Hồ Chí Minh.", ["Đoàn thăm TP.Hồ Chí Minh."]),
        ("Báo Vietnam.Net đưa tin.", ["Báo Vietnam.Net đưa tin."]),
        ("  \n Một.\n\nHai \n", ["Một.", "Hai"]),
        ("hợp tác./. Hà An", ["hợp tác./.", "Hà An"]),
        ("", []),
        (" \n\t ", []),
        ("...", ["..."]),
    ],
)
def test_blanks(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_sentences_stay_inside_their_segment_and_bear_its_zone() -> None:
    text = "(VOV5) - Hai bên hội đàm. Ảnh: A"
    segments = (Segment(0, 9, "byline", ""), Segment(9, 26, "lede", ""), Segment(26, len(text), "caption", ""))
    found = [(text[s.start : s.end], s.zone) for s in sentences.split(text, segments)]
    assert found == [("(VOV5) -", "byline"), ("Hai bên hội đàm.", "lede"), ("Ảnh: A", "caption")]


PIECES = [
    "a",
    "B",
    ". ",
    ".",
    "!",
    "…",
    '"',
    "“",
    "”",
    "(",
    ")",
    "\n",
    " ",
    "GS.TS. ",
    "16.5",
    "TP. ",
    "\u200b",
    "😀",
    "م",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_every_visible_character_is_in_one_sentence(text: str) -> None:
    segments = zones.segment(text)
    spans = sentences.split(text, segments)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered or text[at].isspace() for at in range(len(text)))
    for span in spans:
        piece = text[span.start : span.end]
        assert piece
        assert piece == piece.strip()
        assert any(s.start <= span.start and span.end <= s.end and s.zone == span.zone for s in segments)


@pytest.mark.parametrize("piece", [".", "a.B ", "(a. ", '"a. ', "... ", "a"])
def test_endless_repetition_is_got_through(piece: str) -> None:
    assert "".join("".join(split(piece * 20_000)).split()) == "".join((piece * 20_000).split())
