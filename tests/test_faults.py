"""Faults of a text: what is one, what it is read as, and what is left alone."""

import pytest

from helpers import lexicon, view
from helpers.corpus import encodings, publication, quality
from helpers.text import normalise

# kind, text, the fault and what it is read as, the text as read
CASES = [
    ("line-separators", "Hội đàm\x0bTại Hà Nội", "\x0b", "\n", "Hội đàm\nTại Hà Nội"),
    ("line-separators", "Hội đàm\u2028Tại Hà Nội", "\u2028", "\n", "Hội đàm\nTại Hà Nội"),
    ("line-separators", "Hội đàm\x85\x0cTại", "\x85\x0c", "\n\n", "Hội đàm\n\nTại"),
    ("spaces", "Hà\u00a0Nội", "\u00a0", " ", "Hà Nội"),
    ("spaces", "Hà\u2009\u3000Nội", "\u2009\u3000", "  ", "Hà Nội"),
    ("repeated-blanks", "Hà   Nội", "   ", " ", "Hà Nội"),
    ("repeated-blanks", "Hà\tNội", "\t", " ", "Hà Nội"),
    ("zero-width", "Việt \u200b\u200bNam", "\u200b\u200b", "", "Việt Nam"),
    ("zero-width", "Việt\u200bNam", "\u200b", " ", "Việt Nam"),
    ("zero-width", "hội\u200bđàm", "\u200b", " ", "hội đàm"),
    ("zero-width", "hội đ\u200bàm", "\u200b", "", "hội đàm"),
    ("zero-width", "20\u200b24", "\u200b", "", "2024"),
    ("zero-width", "năm\u200b2024", "\u200b", " ", "năm 2024"),
    ("zero-width", "Lào,\u200bông", "\u200b", " ", "Lào, ông"),
    ("zero-width", "Lào\u200b, ông", "\u200b", "", "Lào, ông"),
    ("zero-width", "\ufeffHà Nội", "\ufeff", "", "Hà Nội"),
    ("bidi-controls", "Hà\u200f Nội", "\u200f", "", "Hà Nội"),
    ("bidi-controls", "\u202eHà Nội\u202c", "\u202e", "", "Hà Nội"),
    ("soft-hyphens", "Bang\u00adkok", "\u00ad", "", "Bangkok"),
    ("control-characters", "Hà\x01 Nội", "\x01", "", "Hà Nội"),
    ("control-characters", "\x93Hữu nghị\x94", "\x93", "“", "“Hữu nghị”"),
    ("eth-letters", "Ðại sứ tại Hà Nội", "Ðại", "Đại", "Đại sứ tại Hà Nội"),
    ("look-alike-letters", "\u0421hủ tịch", "\u0421hủ", "Chủ", "Chủ tịch"),
    ("html-entities", "Vi&#7879;t Nam", "&#7879;", "ệ", "Việt Nam"),
    ("html-entities", "Vi&#x1EC7;t Nam", "&#x1EC7;", "ệ", "Việt Nam"),
    ("html-entities", "Hà&nbsp;Nội", "&nbsp;", " ", "Hà Nội"),
    ("html-entities", "Hà&amp;nbsp;Nội", "&amp;nbsp;", " ", "Hà Nội"),
    ("html-entities", "nghiên cứu &amp; phát triển", "&amp;", "&", "nghiên cứu & phát triển"),
    ("html-entities", "Bang&shy;kok", "&shy;", "", "Bangkok"),
    ("glued-words", "rời Hà Nội.Ông cảm ơn", "Nội.", "Nội. ", "rời Hà Nội. Ông cảm ơn"),
    ("glued-words", "thăm Lào,Thái Lan", "Lào,", "Lào, ", "thăm Lào, Thái Lan"),
    ("glued-words", "hữu nghị,hợp tác", "nghị,", "nghị, ", "hữu nghị, hợp tác"),
    ("glued-words", "cho biết:Việt Nam", "biết:", "biết: ", "cho biết: Việt Nam"),
    ("glued-words", "“hữu nghị”.Ông nói", "”.", "”. ", "“hữu nghị”. Ông nói"),
    ("glued-words", "“hữu nghị.”Ông nói", "nghị.”", "nghị.” ", "“hữu nghị.” Ông nói"),
    ("glued-words", "hôm nay…Hai bên", "nay…", "nay… ", "hôm nay… Hai bên"),
    ("glued-words", "năm 2024.Hai bên", "2024.", "2024. ", "năm 2024. Hai bên"),
    ("misplaced-tones", "hai triêụ người", "triêụ", "triệu", "hai triệu người"),
    ("misplaced-tones", "hơp̣ tác", "hơp̣", "hợp", "hợp tác"),
    ("stray-marks", "quô ́c gia", "quô ́c", "quốc", "quốc gia"),
    ("stray-marks", "Hà Nội \u0301 nay", "\u0301", "", "Hà Nội nay"),
    ("stray-marks", "năm 2024\u0301", "\u0301", "", "năm 2024"),
    ("lost-capitals", "TổNG THốNG", "TổNG", "TỔNG", "TỔNG THỐNG"),
    ("mixed-tone-placement", "hòa bình, hòa giải, hoà hợp", "hoà", "hòa", "hòa bình, hòa giải, hoà hợp"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "written", "reads_as", "read"), CASES)
def test_faults(kind: str, text: str, written: str, reads_as: str, read: str) -> None:
    text = normalise(f"a{text}").removeprefix("a")  # a byte order mark inside a text stays
    found = view.of(text)
    assert found.text == read
    assert (kind, written, reads_as) in [(fault.kind, fault.text, fault.reads_as) for fault in found.faults]
    assert all(text[fault.start : fault.end] == fault.text for fault in found.faults)


@pytest.mark.parametrize(
    "text",
    [
        "TS.Nguyễn Văn An", "ThS.Nguyễn Văn An", "báo Chinhphu.vn", "W.Bush", "U.S.", "TP.HCM", "16.000", "3,5 triệu", "Điều 5.2",
        "http://a.vn/b,c:d", "an@b.vn,Lan", "a=b,c", "VnExpress.Net", "hòa bình, hòa giải", "hoà bình, quý", "Guðni", "Москва",
        "μm", "👨\u200d👩\u200d👧", "می\u200cخواهم", "ក\u200bខ", "AT&T; &khong; & &#7879", "5 \u0394", "Hà Nội  ", "  Hà Nội", "Hà Nội\n\n  Huế",
        "", " ", "\n", "ASEAN-Nhật Bản", "10:30", "1:0",
    ],
)  # fmt: skip
def test_what_is_no_fault(text: str) -> None:
    found = view.of(text)
    assert (found.text, found.faults) == (text, ())


def test_every_kind_is_a_flag_with_its_meaning() -> None:
    kinds = {kind for kind, *_ in CASES}
    rows = {row["entry"]: row for row in lexicon.load("faults")}
    assert kinds == {entry for entry, row in rows.items() if row["category"] in ("reading", "style")}
    assert set(rows) == set(quality.FLAGS)
    assert set(publication.FLAGS) <= set(rows)
    assert {f"encoding-{name}" for name in encodings.NAMES} - {"encoding-utf-8"} <= set(rows)
    assert all(row["gloss"] for row in rows.values())
    assert all(rows[kind]["example"] and rows[kind]["note"] for kind in kinds)
