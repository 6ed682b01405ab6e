"""Legacy encodings of Vietnamese: taken where they are sure, left where they are not."""

from __future__ import annotations

import unicodedata

import pytest

from helpers import lexicon
from helpers.corpus import encodings

TEXT = (
    "Sáng 3/4, Thủ tướng tiếp Đại sứ Lào tại Hà Nội. Hai bên nhất trí thúc đẩy quan hệ hữu nghị, hợp tác toàn diện; "
    "Việt Nam luôn coi trọng quan hệ đặc biệt với nước bạn, đề nghị hai phía giữ nhịp trao đổi thường xuyên. Những kỳ vọng ở tuổi trẻ."
)


def in_table(text: str, name: str) -> bytes:
    letters = {
        row["letter"]: bytes.fromhex(row["bytes"]) for row in lexicon.load("encodings") if row["encoding"] == name
    }
    return b"".join(letters.get(letter) or letter.encode("ascii") for letter in text)


def in_1258(text: str) -> bytes:
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += (base + tones).encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [(in_1258(TEXT), "windows-1258"), (in_table(TEXT, "tcvn3"), "tcvn3"), (in_table(TEXT, "vni"), "vni")],
)
def test_legacy_encodings_are_told_apart(raw: bytes, encoding: str) -> None:
    assert encodings.decode(raw) == (TEXT, encoding)


def test_known_bytes() -> None:
    # As iconv converts TCVN 5712-1, and as VNI fonts show them.
    assert in_table("Việt Nam", "tcvn3") == b"Vi\xd6t Nam"
    assert in_table("Việt Nam", "vni") == b"Vie\xe4t Nam"
    assert in_table("đường", "tcvn3") == b"\xae\xad\xeang"
    assert in_table("đường", "vni") == b"\xf1\xf6\xf4\xf8ng"


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_tables_hold_every_small_letter_once(name: str) -> None:
    letters = [row["letter"] for row in lexicon.load("encodings") if row["encoding"] == name]
    assert len(letters) == len(set(letters))
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    wanted = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones} | {"đ"}
    assert {letter for letter in wanted if not letter.isascii()} <= set(letters)


@pytest.mark.parametrize(
    "raw",
    [
        "Les élèves étaient déjà là, à l'école; ça leur était réservé très tôt, côté fenêtre, après l'été, à Nîmes.".encode(
            "latin-1"
        ),
        "Министр встретился с послом Лаоса в Ханое и обсудил отношения двух стран.".encode("cp1251"),
        in_table("Đại sứ Lào.", "tcvn3"),  # too short to be sure
        bytes(range(128, 256)) * 10,
        b"\xff" * 100,
    ],
)
def test_unsure_is_not_guessed(raw: bytes) -> None:
    assert encodings.decode(raw).encoding == ""


def test_share_of_syllables() -> None:
    assert encodings.share_of_syllables("Nghiêng ngả khuỷu tay, quyển Đại từ điển, ướt, uống, yêu, giường") == (1.0, 11)
    assert encodings.share_of_syllables("été fenêtre naïve")[0] < 0.5
    assert encodings.share_of_syllables("ascii only") == (0.0, 0)
