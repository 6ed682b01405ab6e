"""Syllables of Vietnamese, and where their tone marks stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import lexicon
from helpers.syllables import TONES, is_syllable, spellings

RIMES = [row["entry"] for row in lexicon.load("syllables") if row["category"] == "rime"]
ONSETS = ["", *(row["entry"] for row in lexicon.load("syllables") if row["category"] == "onset")]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(
            (word, True)
            for word in [
                "nghiêng",
                "khuỷu",
                "quyển",
                "giếng",
                "gì",
                "ướt",
                "yêu",
                "Đắc",
                "triêụ",
                "hòan",
                "HƠP̣",
                "quốc",
                "ngoằn",
                "khuya",
            ]
        ),
        *((word, False) for word in ["été", "fenêtre", "Guðni", "Kishida", "việ̀t", "", "Việt Nam", "ß", "İ", "x"]),
    ],
)
def test_is_syllable(word: str, expected: bool) -> None:
    assert is_syllable(unicodedata.normalize("NFC", word)) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("triêụ", ("triệu",)),
        ("hơp̣", ("hợp",)),
        ("hòan", ("hoàn",)),
        ("HÒAN", ("HOÀN",)),
        ("gía", ("giá",)),
        ("qúy", ("quý",)),
        ("cuả", ("của",)),
        ("nghiã", ("nghĩa",)),
        ("khủyu", ("khuỷu",)),
        ("việ̣t", ("việt",)),
        ("hoà", ("hòa", "hoà")),
        ("Thủy", ("Thủy", "Thuỷ")),
        ("TIẾP", ("TIẾP",)),
        ("hòat", ()),  # no syllable that ends in a stop has this tone
        ("José", ()),
        ("Niño", ()),
        ("Việt", ("Việt",)),
        ("Nam", ()),
    ],
)
def test_spellings(word: str, expected: tuple[str, ...]) -> None:
    assert spellings(unicodedata.normalize("NFC", word)) == expected


@given(st.sampled_from(ONSETS), st.sampled_from(RIMES), st.sampled_from(TONES), st.data())
def test_a_tone_goes_home_from_wherever_it_was_put(onset: str, rime: str, tone: str, data: st.DataObject) -> None:
    bare = onset + rime
    at = data.draw(st.integers(1, len(bare)))
    homes = spellings(unicodedata.normalize("NFC", bare[:at] + tone + bare[at:]))
    for home in homes:
        assert spellings(home) == homes
        assert sorted(unicodedata.normalize("NFD", home)) == sorted(unicodedata.normalize("NFD", bare + tone))
    if not homes:  # a stop takes two of the tones only
        assert rime.endswith(("c", "ch", "p", "t"))
        assert tone not in "\u0301\u0323"
