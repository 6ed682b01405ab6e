"""Quality flags and language of a text."""

from __future__ import annotations

import pytest

from helpers import view
from helpers.corpus import quality, zones

GOOD = "Thủ tướng tiếp Đại sứ Lào\nHôm nay, Thủ tướng tiếp Đại sứ Lào tại Hà Nội.\nHai bên nhất trí thúc đẩy hợp tác trên nhiều lĩnh vực. Đại sứ cảm ơn Việt Nam đã luôn coi trọng quan hệ.\n"
ONE_LINE = "Hai bên nhất trí thúc đẩy hợp tác. " * 60


CASES = [
    (GOOD, []),
    (GOOD + "Lan Anh\n", []),
    (GOOD.rstrip(".\n") + "\n", ["truncated"]),
    (GOOD.rstrip(".\n") + "...\n", ["truncated"]),
    (GOOD.rstrip() + "/.\n", []),
    (GOOD.rstrip() + "\u200b&nbsp;\n", []),
    (GOOD.split("\n", 1)[1], ["no-headline"]),
    ("Thủ tướng tiếp Đại sứ Lào", ["no-text", "short"]),
    (ONE_LINE, ["no-headline", "no-line-breaks"]),
    (GOOD.encode().decode("latin-1"), ["mojibake"]),
    (GOOD.replace("Đại sứ", "Đại_sứ").replace("Thủ tướng", "Thủ_tướng"), ["word-segmented"]),
    ("Minister meets ambassador\nThe prime minister met the ambassador today. " + "They agreed to promote cooperation. " * 5, ["not-vietnamese"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_flags(text: str, expected: list[str]) -> None:
    assert quality.flags(text, zones.segment(text), language=quality.language(text)) == expected
    assert set(expected) <= set(quality.FLAGS)


def test_date_and_notes_of_the_reader() -> None:
    segments = zones.segment(GOOD)
    assert quality.flags(GOOD, segments, language="vi", published="") == ["no-date"]
    assert quality.flags(GOOD, segments, language="vi", published="2024-04-02", notes=("decomposed-letters",)) == [
        "decomposed-letters"
    ]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("ấn Độ hoan nghênh.", True),
        ("Đoàn thăm Lào. ở đây có hội đàm.", True),
        ("TổNG Bí THƯ tiếp khách.", True),
        ("Ở Hà Nội, hai bên hội đàm.", False),
        ("Ô tô đến. Đoàn ở lại.", False),
    ],
)
def test_capitals_that_tcvn3_lost(line: str, lost: bool) -> None:
    text = GOOD + line + "\n"
    kinds = {fault.kind for fault in view.of(text).faults}
    for notes in ({"encoding-tcvn3"}, {"encoding-vni"}):
        found = quality.flags(text, zones.segment(text), language=quality.language(text), notes=notes | kinds)
        assert ("tcvn3-capitals" in found) is (lost and "encoding-tcvn3" in notes)


@pytest.mark.parametrize(
    ("old", "new"), [("h", "h\u00ad"), (" ", "\u200b"), ("ạ", "&#7841;"), ("i", "\u0456"), ("đ", "ð")]
)
def test_language_is_told_through_faults(old: str, new: str) -> None:
    assert quality.language(GOOD.replace(old, new)) == "vi"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ""),
        ("123 !!!", ""),
        (GOOD, "vi"),
        ("The minister met the ambassador of Laos today.", "en"),
        ("Le ministre a reçu l'ambassadeur du Laos à Hanoï.", "fr"),
        ("Thủ tướng", "vi"),
        ("hello my friend", ""),  # too little to tell
        ("Reuters, AFP, AP", ""),
        ("Министр встретился с послом", "ru"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert quality.language(text) == code
