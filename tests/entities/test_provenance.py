"""Which rows of the lexicon a mention tells: those that stand in it, the longest at each place."""

import pytest
from marked import find

ENTRIES = [
    ("Bộ trưởng Ngoại giao Áo tới.", [["offices: Bộ trưởng", "title_words: ngoại giao"], ["countries: Áo"]]),
    ("Tại Hội nghị Cấp cao ASEAN 44.", [["events: Hội nghị cấp cao", "bodies: ASEAN"]]),
    ("Đoàn thăm tỉnh Nghệ An.", [["places: tỉnh", "places: Nghệ An"]]),
    ("Theo TTXVN, ngày 3/4.", [["outlets: TTXVN"], []]),
    ("Ông Lê Văn Minh và ông Merrick.", [["surnames: Lê"], []]),
    ("Chính phủ Áo họp.", [["bodies: Chính phủ", "countries: Áo"]]),
]


@pytest.mark.parametrize(("text", "wanted"), ENTRIES)
def test_entries(text: str, wanted: list[list[str]]) -> None:
    assert [mention.entry.split(";") if mention.entry else [] for mention in find(text)] == wanted


def test_every_mention_tells_its_rule() -> None:
    text = "Chiều 3/4, Thủ tướng Phần Lan Aino Korhonen dự SEA Games 45 và ký Hiệp định CPTPP tại Hà Nội."
    assert all(mention.rule for mention in find(text))
