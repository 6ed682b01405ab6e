"""What holds for the mentions of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from marked import find, segments

from helpers.entities import mentions
from helpers.spans import MENTION_TYPES, MENTION_ZONES, ZONES, Segment
from helpers.text import normalise

PIECES = [
    "Thủ tướng", "Bộ trưởng Ngoại giao", "Phần Lan", "Việt", "Trung", "Lê Văn Minh", "Aino Korhonen", "ông", "bà",
    "Đảng", "Chính phủ", "Bộ", "Ủy ban", "Hội nghị Cấp cao", "Hiệp định", "lần thứ 3", "năm 2021", "ngày 5/3", "về",
    "của", "và", ",", ".", "-", " – ", "(", ")", '"', "“", "”", "\n", "(trái)", "tại", "Hà Nội", "ASEAN", "hai nước",
    "thăm", "cho biết", "HỘI ĐÀM", "VIỆT NAM", "tỉnh", "sân bay", "Ảnh:", "TTXVN", "vnanet.vn", "...", "O'", "al-", "1",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans(text: str) -> None:
    text = normalise(text)
    found = mentions.find(text, segments(text), ())
    ends = [0, *(m.end for m in found)]
    for m, before in zip(found, ends, strict=False):
        assert before <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text == m.text.strip()
        assert m.type in MENTION_TYPES
        assert m.entity
        assert "\n" not in m.text
    assert mentions.find(text, segments(text), ()) == found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(ZONES)), max_size=20))
def test_zones(lines: list[tuple[str, str]]) -> None:
    text, parts = "", []
    for line, zone in lines:
        line = line.replace("\n", " ") + "\n"
        parts.append(Segment(len(text), len(text) + len(line), zone, "test"))
        text += line
    for m in mentions.find(text, tuple(parts), ()):
        home = next(part for part in parts if part.start <= m.start and m.end <= part.end)
        assert home.zone in MENTION_ZONES


def test_both_placements_of_tones() -> None:
    old = "Chủ tịch Ủy ban Hòa bình, bà Lê Thị Thúy, thăm tỉnh Khánh Hòa."
    new = "Chủ tịch Uỷ ban Hoà bình, bà Lê Thị Thuý, thăm tỉnh Khánh Hoà."
    assert [(m.start, m.end, m.type) for m in find(old)] == [(m.start, m.end, m.type) for m in find(new)]
    assert len(find(old)) == 3


def test_decomposed_text_gives_the_same_once_normalised() -> None:
    import unicodedata

    text = "Thủ tướng Phần Lan thăm Đà Nẵng."
    assert find(unicodedata.normalize("NFD", text)) == find(text)


def test_mentions_grow_with_the_text() -> None:
    line = "Thủ tướng Lê Văn Minh hội đàm với Bộ trưởng Ngoại giao Áo Johann Brandauer về Biển Đông. "
    more = "Ông Brandauer cảm ơn Chính phủ và nhân dân Việt Nam; đảng Tự do Áo và Quốc hội ủng hộ.\n"
    for times in (100, 400):
        text = (line + more) * times
        parts = segments(text)
        found = mentions.find(text, parts, ())
        assert len(found) >= 8 * times


def test_one_endless_line() -> None:
    text = "Lê " * 3000 + "Việt - " * 3000 + "Ủy ban " * 3000 + "(" * 3000 + "Hiệp định về " * 3000
    found = mentions.find(text, segments(text), ())
    assert all(text[m.start : m.end] == m.text for m in found)
