"""How misspelled words are read, and which words are left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import lexicon
from helpers.spelling import WORD, letters, read

CASES = [
    ("triêụ", "triệu", ("misplaced-tones",)),
    ("Hòang", "Hoàng", ("misplaced-tones",)),
    ("\u041dà", "Hà", ("look-alike-letters",)),  # Cyrillic
    ("h\u03bfà", "hoà", ("look-alike-letters",)),  # Greek
    ("K\u043er\u043en", "Koron", ("look-alike-letters",)),
    ("Ðại", "Đại", ("eth-letters",)),
    ("ðàm", "đàm", ("eth-letters",)),
    ("HÐND", "HĐND", ("eth-letters",)),
    ("Ðaị", "Đại", ("eth-letters", "misplaced-tones")),
    ("TổNG", "TỔNG", ("lost-capitals",)),
    ("NGUYễN", "NGUYỄN", ("lost-capitals",)),
    ("tê\u0301", "tế", ("stray-marks",)),
]
SOUND = [
    "hoà", "hòa", "Nguyễn", "Guðni", "Mосква", "Москва", "Νίκος", "μm", "kΩ", "São", "Niño", "Bí", "ViệT", "José",
    "ĐẠI", "été", "Río", "Trump", "M\u0300", "",
]  # fmt: skip


@pytest.mark.parametrize(("word", "reading", "kinds"), CASES)
def test_misspelled_words(word: str, reading: str, kinds: tuple[str, ...]) -> None:
    assert read(word)[:2] == (reading, kinds)


@pytest.mark.parametrize("word", SOUND)
def test_sound_words_are_left_alone(word: str) -> None:
    word = unicodedata.normalize("NFC", word)
    assert read(word)[:2] == (word, ())


@pytest.mark.parametrize(
    ("word", "style"),
    [("hòa", "old"), ("hoà", "new"), ("Thuỷ", "new"), ("KHÓE", "old"), ("quý", ""), ("hoàn", ""), ("mùa", "")],
)
def test_style_of_tone_placement(word: str, style: str) -> None:
    assert read(word).style == style


@given(st.text(alphabet=st.sampled_from("hoaàạđĐÐðnНсοTÔộ\u0301\u0323\u0302"), max_size=8))
def test_reading_twice_changes_nothing_more(text: str) -> None:
    for word in WORD.findall(unicodedata.normalize("NFC", text)):
        once = read(word)
        assert (once.word == word) == (not once.kinds)
        assert read(once.word).kinds == ()


def test_tables_say_what_every_letter_stands_for() -> None:
    for kind in ("eth-letters", "look-alike-letters"):
        assert all(len(latin) == 1 and latin.isalpha() and latin != letter for letter, latin in letters(kind).items())
    rows = lexicon.load("characters", excluded=True)
    assert len({row["entry"] for row in rows}) == len(rows)
    assert {row["category"] for row in rows} <= {row["entry"] for row in lexicon.load("faults")}
    assert all(row["note"] for row in rows if row["status"] == "excluded")
