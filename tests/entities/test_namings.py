"""How persons are named: offices, bodies, form of address and country beside the name, and not those of somebody else."""

import pytest

from helpers.annotate import annotate
from helpers.entities import namings
from helpers.text import normalise

NAMINGS = [  # text, name → form, offices, offices after, address, country
    ("Thủ tướng Phần Lan Aino Korhonen đến.", "Aino Korhonen", "office and name", "Thủ tướng", "", "", "FI"),
    ("Thủ tướng Aino Korhonen đến.", "Aino Korhonen", "office and name", "Thủ tướng", "", "", ""),
    ("Bà Aino Korhonen đến.", "Aino Korhonen", "address and name", "", "", "bà", ""),
    ("Theo Aino Korhonen, việc này tốt.", "Aino Korhonen", "name alone", "", "", "", ""),
    ("Đồng chí Lê Văn Minh phát biểu.", "Lê Văn Minh", "address and name", "", "", "đồng chí", ""),
    ("Ủy viên Bộ Chính trị, Bộ trưởng Ngoại giao Lê Văn Minh đến.", "Lê Văn Minh", "office and name",
     "Ủy viên Bộ Chính trị;Bộ trưởng Ngoại giao", "", "", ""),
    ("Đại sứ Ý tại Việt Nam Carla Bonetti đến.", "Carla Bonetti", "office and name", "Đại sứ", "", "", "IT"),
    ("Đại sứ Việt Nam tại Ý Lê Văn Minh đến.", "Lê Văn Minh", "office and name", "Đại sứ", "", "", "VN"),
    ("Phu nhân Tổng thống Ellen Hartman đến.", "Ellen Hartman", "name alone", "", "", "", ""),
    ("Con trai Tổng thống Peter Hartman đến.", "Peter Hartman", "name alone", "", "", "", ""),
    ("Người phát ngôn của Tổng thống Áo Peter Hartman trả lời.", "Peter Hartman", "office and name",
     "Người phát ngôn", "", "", "AT"),
    ("Ông Lê Văn Minh, Bộ trưởng Ngoại giao, phát biểu.", "Lê Văn Minh", "address and name", "", "Bộ trưởng Ngoại giao", "ông", ""),
    ("Ông Peter Hartman, Bộ trưởng Ngoại giao Áo, phát biểu.", "Peter Hartman", "address and name", "",
     "Bộ trưởng Ngoại giao", "ông", "AT"),
    ("Thủ tướng Lê Văn Minh, Bộ trưởng Ngoại giao Trần Hữu Đạo đến.", "Lê Văn Minh", "office and name", "Thủ tướng", "", "", ""),
    ("Thủ tướng Lê Văn Minh, Bộ trưởng Ngoại giao Trần Hữu Đạo đến.", "Trần Hữu Đạo", "office and name",
     "Bộ trưởng Ngoại giao", "", "", ""),
    ("Theo lời mời của Chính phủ Phần Lan, Phó Thủ tướng Lê Văn Minh thăm Helsinki.", "Lê Văn Minh", "office and name",
     "Phó Thủ tướng", "", "", ""),
    ("Chủ tịch\nLê Văn Minh đến.", "Lê Văn Minh", "name alone", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "form", "before", "after", "address", "country"), NAMINGS)
def test_naming(text: str, name: str, form: str, before: str, after: str, address: str, country: str) -> None:
    text = normalise(text)
    found = {naming.entity: namings.cells(naming) for naming in namings.find(text, annotate(text).mentions)}
    cells = found[name]
    got = (cells["form"], cells["offices"], cells["offices_after"], cells["address"], cells["country"])
    assert got == (form, before, after, address, country)


def test_bodies_are_named_with_the_office() -> None:
    text = "Chủ tịch Đảng Nhân dân Campuchia Sok Vichea đến."
    (naming,) = namings.find(text, annotate(text).mentions)
    assert (naming.offices, naming.bodies, naming.country) == (("Chủ tịch",), ("Đảng Nhân dân Campuchia",), "KH")


def test_there_is_a_naming_for_each_mention_of_a_person_and_for_no_other() -> None:
    text = "Thủ tướng Áo Karl Gruber và bà Aino Korhonen thăm Hà Nội. Ông Gruber vui mừng."
    mentions = annotate(text).mentions
    found = namings.find(text, mentions)
    assert [mentions[naming.mention].text for naming in found] == ["Karl Gruber", "Aino Korhonen", "Gruber"]
    assert {naming.entity for naming in found} == {"Karl Gruber", "Aino Korhonen"}


def test_no_mentions() -> None:
    assert namings.find("Không có ai.", ()) == ()
