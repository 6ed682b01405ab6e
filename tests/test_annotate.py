"""One document in one pass: the rows agree with each other and with the text, whatever the text is."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import spans
from helpers.annotate import annotate
from helpers.spans import Mention
from helpers.text import fold, normalise

TEXT = normalise(
    "Việt Nam và Phần Lan tăng cường hợp tác\n\n"
    "Sáng 5/3/2021, tại Hà Nội, Chủ tịch nước Lê Văn Minh tiếp Tổng thống Phần Lan Aino Korhonen.\n\n"
    "Chủ tịch nước Lê Văn Minh đánh giá cao quan hệ hai nước và đề nghị Phần Lan tiếp tục hỗ trợ Việt Nam.\n"
)
NAMES = st.sampled_from(
    [
        "Thủ tướng", "Lê Văn Minh", "Phần Lan", "hội đàm", "với", ",", ".", "“", "”", "\n", "hai bên", "5/3",
        "\u200b", "\u00ad", "&nbsp;", "Ph&#7847;n Lan", "hôị đàm", "Ðại sứ", "\x0b", "Lan.Ông", "\u0301",
    ]
)  # fmt: skip
# How a text is made faulty: what is put in the place of what.
FAULTS = {
    "spaces": (" ", "\u00a0"),
    "thin spaces": (" ", "\u2009"),
    "tabs": (" ", "\t"),
    "repeated blanks": (" ", "   "),
    "entities for blanks": (" ", "&nbsp;"),
    "entities escaped twice": (" ", "&amp;nbsp;"),
    "zero-width beside blanks": (" ", " \u200b\ufeff"),
    "zero-width for blanks": (" ", "\u200b"),
    "marks of direction": (" ", "\u200f "),
    "control characters": (" ", " \x01"),
    "marks on signs": (". ", ".\u0301 "),
    "marks on numbers": ("2021", "2021\u0301"),
    "vertical tabs": ("\n", "\x0b"),
    "paragraph separators": ("\n", "\u2029"),
    "soft hyphens": ("h", "h\u00ad"),
    "zero-width in words": ("ệ", "\u200dệ"),
    "entities for letters": ("ệ", "&#7879;"),
    "eth": ("đ", "ð"),
    "capital eth": ("Đ", "Ð"),
    "Cyrillic": ("o", "\u043e"),
    "Cyrillic capitals": ("H", "\u041d"),
    "Greek": ("o", "\u03bf"),
    "glued after full stops": (". ", "."),
    "glued after commas": (", ", ","),
    "misplaced tone": ("Việt", "Vịêt"),
    "tone on a consonant": ("tiếp", "tiêp\u0301"),
    "parted tone": ("tiếp", "tiê \u0301p"),
    "new placement": ("hòa", "hoà"),
}
FAULTY = normalise(
    "Việt Nam và Phần Lan tăng cường hợp tác\n\n"
    "Sáng 5/3/2021, tại Hà Nội, Chủ tịch nước Lê Văn Minh tiếp Tổng thống Phần Lan Aino Korhonen. Ông đánh giá cao quan hệ "
    "hai nước và đề nghị Phần Lan tiếp tục hỗ trợ Việt Nam.\n"
    "Bộ trưởng Ngoại giao Đỗ Hoàng Hòa hội đàm với bà Korhonen, nhất trí thúc đẩy hòa bình. “Hai bên ký Hiệp định về nghề cá”, ông Hòa nói.\n"
)


def check(text: str) -> None:
    found = annotate(text)
    assert "".join(text[s.start : s.end] for s in found.segments) == text
    for row in (*found.tokens, *found.mentions, *found.references, *found.acts):
        assert 0 <= row.start < row.end <= len(text)
    for row in (*found.mentions, *found.references, *found.acts, *found.faults):
        assert row.text == text[row.start : row.end]
    for rows in (found.sentences, found.mentions, found.tokens, found.acts):
        assert all(a.end <= b.start for a, b in itertools.pairwise(rows))
    assert {m.type for m in found.mentions} <= set(spans.MENTION_TYPES)
    assert {a.act for a in found.acts} <= set(spans.ACT_CLASSES)
    for act in found.acts:
        assert act.source
        assert 0 <= act.content_start <= act.content_end <= len(text)
        assert list(act.source) == sorted(set(act.source))
        assert list(act.target) == sorted(set(act.target))


def test_a_report_of_a_meeting() -> None:
    check(TEXT)
    found = annotate(TEXT)
    assert [(a.act, a.text, a.source, a.target) for a in found.acts] == [
        ("RECEIVE", "tiếp", ("Lê Văn Minh",), ("Aino Korhonen",)),
        ("PRAISE", "đánh giá cao", ("Lê Văn Minh",), ("FI", "VN")),
        ("PROPOSE", "đề nghị", ("Lê Văn Minh",), ("FI",)),
    ]
    assert found.metadata["title"][0] == "Việt Nam và Phần Lan tăng cường hợp tác"


def test_annotating_twice_gives_the_same() -> None:
    assert annotate(TEXT) == annotate(TEXT)


def test_given_mentions_take_the_place_of_those_found() -> None:
    given_mentions = (Mention(TEXT.index("Lê"), TEXT.index("Lê") + 11, "Lê Văn Minh", "PER", "X", "given"),)
    assert annotate(TEXT, mentions=given_mentions).mentions == given_mentions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "   \n\n",
        ".",
        "“",
        "ឯកឧត្តម",
        "\u202eabc",
        "🇻🇳 🤝 🇯🇵",
        "A" * 5000,
        "hai bên " * 500,
        "Thủ tướng Phần Lan Phần Lan hội đàm",
        "thăm Thủ tướng hội đàm",
    ],
)
def test_odd_texts(text: str) -> None:
    check(normalise(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(NAMES, max_size=40).map(" ".join) | st.text(max_size=200))
def test_rows_always_fit_the_text(text: str) -> None:
    check(normalise(text))


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Tàu cá Việt Nam trú bão ở quần đảo Hoàng Sa và Trường Sa.", "Trường Sa", ["LOC"]),
        ("Đảng cầm quyền Phần Lan hoan nghênh Việt Nam.", "Đảng", []),
        ("Đảng và Nhà nước Việt Nam coi trọng quan hệ với Lào.", "Đảng", ["ORG"]),
    ],
)
def test_names_that_look_like_other_things(text: str, name: str, found: list[str]) -> None:
    assert [m.type for m in annotate(normalise(text)).mentions if m.text == name] == found


def told(text: str) -> dict[str, list[object]]:
    """What the analysis says of a text, places and spelling apart."""
    found = annotate(text)
    return {
        "zones": [s.zone for s in found.segments],
        "speakers": [s.speaker for s in found.sentences],
        "tokens": [(t.text, t.pos) for t in found.tokens],
        "mentions": [(m.type, fold(m.entity)) for m in found.mentions],
        "references": [(r.kind, [fold(key) for key in r.refers_to]) for r in found.references],
        "acts": [(a.act, a.time, a.topics, [fold(k) for k in (*a.source, "", *a.target)]) for a in found.acts],
        "metadata": [found.metadata[field][0] for field in ("published_at", "outlet", "agency", "author")],
    }


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_text_tells_what_the_sound_one_tells(name: str) -> None:
    sound, faulty = FAULTS[name]
    text = normalise(FAULTY.replace(sound, faulty))
    assert text != FAULTY
    check(text)
    expected = told(FAULTY)
    if name == "new placement":  # words stay as they are written; only comparison makes the two one
        expected["tokens"] = told(text)["tokens"]
    assert told(text) == expected
    assert annotate(FAULTY).faults == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(FAULTS.values())), st.integers(0, 400)), max_size=12))
def test_faults_together_change_nothing_either(injected: list[tuple[tuple[str, str], int]]) -> None:
    text = FAULTY
    for (sound, faulty), at in injected:
        if sound != "hòa":
            text = text[:at] + text[at:].replace(sound, faulty, 1)
    check(normalise(text))
    assert told(normalise(text)) == told(FAULTY)


def test_places_are_those_of_the_faulty_text() -> None:
    text = normalise("Ch\u00adủ\u00a0tịch nước Lê\u200b Văn Minh tiê ́p Đại sứ Lào.Ông c&#7843;m ơn Lào.\n")
    found = annotate(text)
    assert [(m.text, m.entity) for m in found.mentions][:2] == [
        ("Ch\u00adủ\u00a0tịch nước", "Chủ tịch nước"), ("Lê\u200b Văn Minh", "Lê Văn Minh"),
    ]  # fmt: skip
    assert [(a.text, a.act) for a in found.acts] == [("tiê ́p", "RECEIVE"), ("c&#7843;m ơn", "PRAISE")]
    assert [text[s.start : s.end] for s in found.sentences][1:] == ["Ông c&#7843;m ơn Lào."]


def test_notes_are_the_kinds_of_faults_and_what_the_date_rests_on() -> None:
    assert annotate(TEXT, published="2021-03-05").notes == ()
    assert annotate(TEXT).notes == ("date-of-event",)
    assert annotate(TEXT.replace(" ", "\u00a0").replace("Đ", "Ð") + "Ðoàn rời Hà Nội.\n").notes == (
        "date-of-event", "eth-letters", "spaces",
    )  # fmt: skip


def test_given_mentions_are_found_in_a_faulty_text() -> None:
    text = normalise("Lê\u00a0Văn\u00a0Minh tiếp Aino&nbsp;Korhonen.\n")
    names = [("Lê\u00a0Văn\u00a0Minh", "Lê Văn Minh"), ("Aino&nbsp;Korhonen", "Aino Korhonen")]
    given_mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), name, "PER", key, "given") for name, key in names
    )
    found = annotate(text, mentions=given_mentions)
    assert found.mentions == given_mentions
    assert [(a.text, a.source, a.target) for a in found.acts] == [("tiếp", ("Lê Văn Minh",), ("Aino Korhonen",))]
