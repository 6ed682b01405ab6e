"""Metadata read in a page: tables of page → fields, and nothing that the page does not say."""

from __future__ import annotations

import pytest

from helpers.corpus import metadata, outlets, stamps, zones

BODY = "Hôm nay, Thủ tướng tiếp Đại sứ Lào.\nHai bên nhất trí. Đại sứ cảm ơn.\n"

PAGES = [
    ("Thủ tướng tiếp Đại sứ Lào\nTheo TTXVN 02/04/2024 - 06:37\n" + BODY, {"title": "Thủ tướng tiếp Đại sứ Lào", "agency": "TTXVN", "published_at": "2024-04-02T06:37"}),
    ("Thủ tướng tiếp Đại sứ Lào\nHà An - Thứ sáu, 17/05/2024 21:08 (GMT+7)\n" + BODY, {"title": "Thủ tướng tiếp Đại sứ Lào", "author": "Hà An", "published_at": "2024-05-17T21:08"}),
    ("Thủ tướng tiếp Đại sứ Lào\nTheo Lan Anh/VOV.VN\n" + BODY, {"title": "Thủ tướng tiếp Đại sứ Lào", "author": "Lan Anh", "agency": "VOV"}),
    ("(VOV5) - Thủ tướng tiếp Đại sứ Lào.\nChiều 1/5/2022 tại Hà Nội, hai bên hội đàm.\n", {"outlet": "VOV5", "published_at": "2022-05-01"}),
    ("TTXVN - Thủ tướng tiếp Đại sứ Lào.\n" + BODY, {"agency": "TTXVN"}),
    ("(Chinhphu.vn) - Thủ tướng tiếp Đại sứ Lào.\n" + BODY, {"outlet": "Báo Chính phủ"}),
    ("Thủ tướng tiếp Đại sứ Lào\n" + BODY + "(*) Không sao chép khi chưa có sự đồng ý của Báo Nhân Dân.", {"title": "Thủ tướng tiếp Đại sứ Lào", "outlet": "Báo Nhân Dân"}),
    ("Thủ tướng tiếp Đại sứ Lào\nHôm nay, hai bên nhắc lại ngày thiết lập quan hệ ngoại giao giữa hai nước là ngày 5/9/1962.\n" + BODY, {"title": "Thủ tướng tiếp Đại sứ Lào"}),
    ("Thủ tướng tiếp Đại sứ Lào\n" + BODY + "Ảnh: Trí An/TTXVN", {"title": "Thủ tướng tiếp Đại sứ Lào"}),
    ("", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_what_a_page_tells(text: str, expected: dict[str, str]) -> None:
    found = metadata.find(text, zones.segment(text))
    assert list(found) == list(metadata.FIELDS)
    assert {field: value.value for field, value in found.items() if value.value} == expected
    assert all(bool(value.value) == bool(value.rule) for value in found.values())


def test_the_rule_tells_a_byline_from_the_day_of_the_event() -> None:
    text = "(VOV5) - Thủ tướng tiếp Đại sứ Lào.\nChiều 1/5/2022 tại Hà Nội, hai bên hội đàm.\n"
    assert metadata.find(text, zones.segment(text))["published_at"].rule == "date that opens the text"


@pytest.mark.parametrize(
    ("written", "value", "timed"),
    [
        ("02/04/2024 - 06:37", "2024-04-02T06:37", True),
        ("21:08 ngày 17/5/2024", "2024-05-17T21:08", True),
        ("16/05/2024 | 03:15 PM", "2024-05-16T15:15", True),
        ("16.5.2024", "2024-05-16", False),
        ("2024-05-16", "2024-05-16", False),
        ("25 tháng 9 năm 2017", "2017-09-25", False),
        ("13/11/17, 17:22", "2017-11-13T17:22", True),
        ("ngày 3-4-2023, 10h05", "2023-04-03T10:05", True),
    ],
)
def test_stamps(written: str, value: str, timed: bool) -> None:
    (stamp,) = stamps.find(f"Theo TTXVN {written} (GMT+7)")
    assert (stamp.value, stamp.timed) == (value, timed)


@pytest.mark.parametrize(
    "written", ["31/2/2024", "3/4/20", "12/2017/NĐ-CP", "1.000.2024", "3/4", "tháng 4/2024", "192.168.1.2024"]
)
def test_no_stamps(written: str) -> None:
    assert list(stamps.find(written)) == []


def test_outlets_are_named_by_the_longest_variant() -> None:
    text = "Theo VOV5 và Báo Tuổi Trẻ Online, TTXVN/Vietnam+"
    assert [outlet.name for outlet in outlets.find(text)] == ["VOV5", "Báo Tuổi Trẻ", "TTXVN", "VietnamPlus"]
    assert outlets.named("QĐND") is not None
    assert outlets.named("Hai bên") is None


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("Ông Lê Văn Minh sinh ngày 25/12/1933 tại Huế.", ""),
        ("Thành lập 3/2/1950, hội có nhiều đóng góp.", ""),
        ("Ngày 25/12/2013, Chủ tịch nước Lê Văn Minh tiếp khách.", "2013-12-25"),
    ],
)
def test_the_day_of_a_birth_is_no_day_of_publication(opening: str, published: str) -> None:
    assert metadata.find(opening, zones.segment(opening))["published_at"].value == published
