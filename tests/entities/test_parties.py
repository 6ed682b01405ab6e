"""Party phrases: which mentions together name one participant."""

import pytest

from helpers.entities import parties
from helpers.entities.persons import gather
from helpers.evaluation import gold
from helpers.spans import Mention


def phrases(annotated: str) -> list[tuple[str, str]]:
    """The kind and the words of each party phrase."""
    document = gold.parse(annotated)
    mentions = tuple(Mention(m.start, m.end, m.text, m.type, m.entity, "given") for m in document.mentions)
    return [(p.kind, document.text[p.core : p.end]) for p in parties.find(document.text, mentions)]


CASES = {
    "office, country and name": (
        "[[ROLE||Thủ tướng]] [[LOC|SE|Thụy Điển]] [[PER||Erik Holm]]", [("person", "Thủ tướng Thụy Điển Erik Holm")]),
    "two offices of one person": (
        "[[ROLE||Phó Thủ tướng]], [[ROLE||Bộ trưởng Ngoại giao]] [[PER||Lê Thu Hà]]",
        [("person", "Phó Thủ tướng, Bộ trưởng Ngoại giao Lê Thu Hà")]),
    "the office behind the name": (
        "bà [[PER||Lê Thu Hà]], [[ROLE||Đại sứ]] [[LOC|VN|Việt Nam]] tại [[LOC|SE|Thụy Điển]], phát biểu",
        [("person", "Lê Thu Hà, Đại sứ Việt Nam tại Thụy Điển")]),
    "two persons": (
        "[[ROLE||Thủ tướng]] [[PER||Erik Holm]], [[ROLE||Bộ trưởng]] [[PER||Anna Berg]]",
        [("person", "Thủ tướng Erik Holm"), ("person", "Bộ trưởng Anna Berg")]),
    "a frame and the subject behind it": (
        "Theo bà [[PER||Lê Thu Hà]], [[ROLE||Thủ tướng]] [[LOC|SE|Thụy Điển]] sẽ đến",
        [("person", "Lê Thu Hà"), ("office", "Thủ tướng Thụy Điển")]),
    "the same office of two countries": (
        "gặp [[ROLE||Ngoại trưởng]] [[LOC|SE|Thụy Điển]], [[LOC|FI|Phần Lan]].",
        [("office", "Ngoại trưởng Thụy Điển, Phần Lan")]),
    "two offices of two countries": (
        "[[ROLE||Ngoại trưởng]] [[LOC|SE|Thụy Điển]], [[ROLE||Ngoại trưởng]] [[LOC|FI|Phần Lan]]",
        [("office", "Ngoại trưởng Thụy Điển"), ("office", "Ngoại trưởng Phần Lan")]),
    "a body with its abbreviation": (
        "[[ORG||Liên minh Châu Âu]] ([[ORG|Liên minh Châu Âu|EU]])", [("body", "Liên minh Châu Âu (EU")]),
    "a country": ("[[LOC|SE|Thụy Điển]] hợp tác", [("country", "Thụy Điển")]),
    "a town": ("tại [[LOC||Huế]]", [("place", "Huế")]),
    "a counterpart": ("người đồng cấp [[LOC|SE|Thụy Điển]]", [("counterpart", "Thụy Điển")]),
    "a leader without name is only a country": ("lãnh đạo [[LOC|SE|Thụy Điển]]", [("country", "Thụy Điển")]),
    "an envoy of somebody": (
        "[[ROLE||đặc phái viên]] của [[ROLE||Thủ tướng]] [[PER||Erik Holm]]",
        [("office", "đặc phái viên"), ("person", "Thủ tướng Erik Holm")]),
}  # fmt: skip


@pytest.mark.parametrize(("annotated", "wanted"), CASES.values(), ids=CASES)
def test_party_phrases(annotated: str, wanted: list[tuple[str, str]]) -> None:
    assert phrases(annotated) == wanted


def persons(annotated: str) -> dict[str, str]:
    document = gold.parse(annotated)
    mentions = tuple(Mention(m.start, m.end, m.text, m.type, m.entity, "given") for m in document.mentions)
    return {key: person.country for key, person in gather(parties.find(document.text, mentions)).items()}


def test_the_country_of_a_person() -> None:
    text = (
        "[[ROLE||Thủ tướng]] [[PER||Trần Văn Minh]] tiếp [[ROLE||Bộ trưởng]] [[LOC|SE|Thụy Điển]] [[PER||Anna Berg]], "
        "[[ROLE||Đại sứ]] [[PER||Olof Lind]] cùng dự."
    )
    assert persons(text) == {"Trần Văn Minh": "VN", "Anna Berg": "SE", "Olof Lind": "SE"}
