"""Legacy encodings of Vietnamese: taken where they are sure, left where they are not."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import lexicon
from helpers.corpus import encodings
from helpers.errors import ParameterError
from helpers.text import normalise

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


ENCODERS = {
    "utf-8": lambda text: text.encode(),
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": in_1258,
    "tcvn3": lambda text: in_table(text, "tcvn3"),
    "vni": lambda text: in_table(text, "vni"),
    "viscii": lambda text: in_table(text, "viscii"),
}
VOWELS = {
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
}
ASCII = st.characters(min_codepoint=32, max_codepoint=126) | st.just("\n")
SMALL = ASCII | st.sampled_from(sorted(VOWELS | {"đ"} | set("ĂÂÊÔƠƯĐ")))  # all that TCVN3 has
BOTH = SMALL | st.sampled_from(sorted(letter.upper() for letter in VOWELS))
ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")
LETTERS = {
    "utf-8": ANY, "utf-8-sig": ANY, "utf-16": ANY, "utf-16-le": ANY, "utf-16-be": ANY,
    "windows-1258": BOTH, "tcvn3": SMALL, "vni": BOTH, "viscii": BOTH,
}  # fmt: skip
WORDS = sorted(
    set(re.findall(r"\w+", TEXT.casefold()))
    | {"Đà", "Nẵng", "Huế", "bộ", "trưởng", "khẳng", "định", "ủng", "lập", "trường", "lối"}
)


@pytest.mark.parametrize("name", ENCODERS)
def test_encodings_are_told_apart(name: str) -> None:
    assert encodings.decode(ENCODERS[name](TEXT)) == (TEXT, name)


@pytest.mark.parametrize("name", ENCODERS)
@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=30, max_size=45, unique=True))
def test_any_report_is_told_by_its_words(name: str, words: list[str]) -> None:
    text = " ".join(words)
    assert encodings.decode(ENCODERS[name](text)) == (text, name)


@pytest.mark.parametrize("name", ENCODERS)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_letters_of_an_encoding_come_back_each_at_its_place(name: str, data: st.DataObject) -> None:
    text = normalise(data.draw(st.text(LETTERS[name], max_size=80)))
    decoded = encodings.decode(ENCODERS[name](text), name)
    assert normalise(decoded.text) == text
    assert decoded.encoding == ("utf-8" if name == "utf-8-sig" else name)


@settings(max_examples=300, deadline=None)
@given(raw=st.binary(max_size=200), name=st.sampled_from(["", *encodings.NAMES]))
def test_any_bytes_give_a_text_or_none(raw: bytes, name: str) -> None:
    text, encoding = encodings.decode(raw, name)
    assert encoding or not text
    assert "\ufffd" not in text or encoding.startswith("utf")


@pytest.mark.parametrize(
    ("written", "name"),
    [("UTF-8", "utf-8"), ("utf8", "utf-8"), ("CP1258", "windows-1258"), ("ABC", "tcvn3"), ("vni_windows", "vni"), ("UTF-16LE", "utf-16-le"), ("Utf 16", "utf-16")],
)  # fmt: skip
def test_names_of_encodings(written: str, name: str) -> None:
    assert encodings.known(written) == name


@pytest.mark.parametrize("written", ["latin-1", "utf-7", "vn", " ", "utf-8;"])
def test_an_unknown_name_is_refused_with_those_that_are_known(written: str) -> None:
    with pytest.raises(ParameterError, match=r"encoding=.*use one of utf-8, utf-16, .*viscii"):
        encodings.decode(b"a", written)


@pytest.mark.parametrize(
    ("raw", "name"),
    [(b"\xff\xfea", "utf-8"), (b"abc", "utf-16-le"), (b"\xd8\x00", "utf-16-be"), (b"\x8d", "windows-1258"), (b"\x81", "tcvn3"), (b"\x90", "vni")],
)  # fmt: skip
def test_bytes_that_the_named_encoding_does_not_have(raw: bytes, name: str) -> None:
    assert encodings.decode(raw, name) == ("", "")


def test_a_name_wins_over_what_would_be_told() -> None:
    short = in_table("Đại sứ Lào.", "tcvn3")
    assert encodings.decode(short) == ("", "")
    assert encodings.decode(short, "tcvn3") == ("Đại sứ Lào.", "tcvn3")
    assert encodings.decode("Hà Nội".encode("utf-16-be")).encoding == ""
    assert encodings.decode("Hà Nội".encode("utf-16-be"), "utf-16") == ("Hà Nội", "utf-16-be")


def test_signs_beside_the_letters_of_a_legacy_font_are_those_of_windows_1252() -> None:
    for name in ("tcvn3", "vni"):
        raw = b"\x93" + in_table("hữu nghị", name) + b"\x94 \x96 " + in_table("hợp tác", name) + b"\x85"
        assert encodings.decode(raw, name).text == "“hữu nghị” – hợp tác…"


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "windows-1258"])
@pytest.mark.parametrize("western", ["latin-1", "cp1252"])
def test_legacy_text_taken_for_western_and_saved_in_utf_8(name: str, western: str) -> None:
    letters = (bytes([byte]).decode(western, "ignore") or chr(byte) for byte in ENCODERS[name](TEXT))
    assert encodings.decode("".join(letters).encode()) == (TEXT, name)


def test_known_bytes() -> None:
    # As iconv converts TCVN 5712-1, and as VNI fonts show them.
    assert in_table("Việt Nam", "tcvn3") == b"Vi\xd6t Nam"
    assert in_table("Việt Nam", "vni") == b"Vie\xe4t Nam"
    assert in_table("đường", "tcvn3") == b"\xae\xad\xeang"
    assert in_table("đường", "vni") == b"\xf1\xf6\xf4\xf8ng"
    assert in_table("Việt Nam", "viscii") == b"Vi\xaet Nam"  # RFC 1456
    assert in_table("ẲẴẪỶỸỴ", "viscii") == b"\x02\x05\x06\x14\x19\x1e"


@pytest.mark.parametrize("name", encodings.TABLES)
def test_tables_hold_every_small_letter_once(name: str) -> None:
    letters = [row["letter"] for row in lexicon.load("encodings") if row["encoding"] == name]
    assert len(letters) == len(set(letters))
    wanted = VOWELS | {"đ"}
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
        "Die Gespräche über die Beziehungen der Länder führten zu großen Übereinkünften für künftige Verträge, hörte man.".encode(
            "latin-1"
        ),
        "中文报道两国关系发展。".encode("utf-16-le"),
    ],
)
def test_unsure_is_not_guessed(raw: bytes) -> None:
    assert encodings.decode(raw).encoding == ""


def test_share_of_syllables() -> None:
    assert encodings.share_of_syllables("Nghiêng ngả khuỷu tay, quyển Đại từ điển, ướt, uống, yêu, giường") == (1.0, 11)
    assert encodings.share_of_syllables("été fenêtre naïve")[0] < 0.5
    assert encodings.share_of_syllables("ascii only") == (0.0, 0)
