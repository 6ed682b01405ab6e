"""Referring expressions: what they stand for in the document at hand."""

from itertools import pairwise

import pytest

from helpers.annotate import annotate
from helpers.entities import references
from helpers.evaluation import gold
from helpers.spans import Mention

MET = (
    "[[ROLE||Thủ tướng]] [[PER||Trần Văn Minh]] tiếp [[ROLE||Bộ trưởng Ngoại giao]] [[LOC|SE|Thụy Điển]] "
    "[[PER||Anna Berg]]. "
)
GUESTS = "[[ORG||Đoàn đại biểu Quốc hội Lào]] thăm [[LOC|VN|Việt Nam]]. "


def resolved(annotated: str) -> dict[str, tuple[str, ...]]:
    """The expressions of a text, each with the keys that its last occurrence stands for."""
    document = gold.parse(annotated)
    mentions = tuple(Mention(m.start, m.end, m.text, m.type, m.entity, "given") for m in document.mentions)
    return {r.text: r.refers_to for r in annotate(document.text, mentions=mentions).references}


BOTH = ("Anna Berg", "Trần Văn Minh")
CASES = {
    "both sides": (MET + "Hai bên nhất trí.", "Hai bên", ("SE", "VN")),
    "two countries": (MET + "Hai nước hợp tác.", "Hai nước", ("SE", "VN")),
    "two leaders": (MET + "Hai nhà lãnh đạo trao đổi.", "Hai nhà lãnh đạo", BOTH),
    "a woman": (MET + "Bà cảm ơn.", "Bà", ("Anna Berg",)),
    "a man": (MET.replace("tiếp", "tiếp bà [[PER||Anna Berg]],") + "Ông cảm ơn.", "Ông", ("Trần Văn Minh",)),
    "this country": (MET + "Nước này có nhiều hồ.", "Nước này", ("SE",)),
    "our country": (MET + "Nước ta có nhiều sông.", "Nước ta", ("VN",)),
    "an office without name": (MET + "[[ROLE||Thủ tướng]] phát biểu.", "Thủ tướng", ("Trần Văn Minh",)),
    "an office in another wording": (MET + "[[ROLE||Ngoại trưởng]] phát biểu.", "Ngoại trưởng", ("Anna Berg",)),
    "an office with its country": (
        MET + "[[ROLE||Ngoại trưởng]] [[LOC|SE|Thụy Điển]] phát biểu.", "Ngoại trưởng Thụy Điển", ("Anna Berg",)),
    "a headline before the name": (
        "[[ROLE||Ngoại trưởng]] [[LOC|SE|Thụy Điển]] thăm [[LOC|VN|Việt Nam]]\n\n" + MET, "Ngoại trưởng Thụy Điển",
        ("Anna Berg",)),
    "an office of nobody named": (
        MET + "[[ROLE||Tổng thống]] [[LOC|FI|Phần Lan]] phát biểu.", "Tổng thống Phần Lan", ("Tổng thống Phần Lan",)),
    "the counterpart": (
        "[[ROLE||Thủ tướng]] [[PER||Trần Văn Minh]] và [[ROLE||Thủ tướng]] [[LOC|SE|Thụy Điển]] [[PER||Erik Holm]] gặp "
        "nhau. [[ROLE||Thủ tướng]] [[PER||Trần Văn Minh]] cảm ơn người đồng cấp [[LOC|SE|Thụy Điển]].",
        "người đồng cấp Thụy Điển", ("Erik Holm",)),
    "the head of a body": (
        MET + "Người đứng đầu [[ORG|Chính phủ Việt Nam|Chính phủ]] phát biểu.", "Người đứng đầu Chính phủ",
        ("Trần Văn Minh",)),
    "the delegation": (GUESTS + "Sau đó, đoàn đã thăm Huế.", "đoàn", ("Đoàn đại biểu Quốc hội Lào",)),
    "the office of this country": (
        MET + "[[ROLE||Bộ trưởng Ngoại giao]] nước này phát biểu.", "Bộ trưởng Ngoại giao", ("Anna Berg",)),
}  # fmt: skip


@pytest.mark.parametrize(("annotated", "expression", "keys"), CASES.values(), ids=CASES)
def test_references(annotated: str, expression: str, keys: tuple[str, ...]) -> None:
    assert resolved(annotated)[expression] == keys


def test_two_holders_of_one_office() -> None:
    text = MET.replace("Bộ trưởng Ngoại giao", "Thủ tướng") + "Hai [[ROLE||Thủ tướng]] hội đàm."
    assert resolved(text)["Thủ tướng"] == BOTH


def test_a_form_of_address_is_no_pronoun() -> None:
    assert "Ông" not in resolved("Ông [[PER||Trần Văn Minh]] phát biểu.")


def test_what_is_not_told_stays_open() -> None:
    assert resolved("Ông phát biểu.") == {"Ông": ()}


def test_solidarity_is_no_delegation() -> None:
    assert resolved(GUESTS + "Hai bên coi trọng tình đoàn kết.").keys() == {"Hai bên"}


def test_an_empty_text() -> None:
    assert references.find("", (), ()) == ()


def test_no_expression_stands_in_another() -> None:
    text = "Tổng thống Mỹ Peter Hartman đến. Ông chủ Nhà Trắng gặp bà Aino Korhonen. Ông vui mừng."
    read = annotate(text)
    spans = [(reference.start, reference.end) for reference in read.references]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "Ông chủ Nhà Trắng" in [reference.text for reference in read.references]
