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
        ("Thứ ba, ngày 12/3/2024, 14:05", "2024-03-12T14:05", True),
        ("Thứ bảy, 5/10/2019 | 08:30", "2019-10-05T08:30", True),
        ("17:20 ngày 01/12/2023", "2023-12-01T17:20", True),
        ("11:25, Thứ 4, 02/09/2015", "2015-09-02T11:25", True),
        ("T3, 12/03/2024 - 08:00", "2024-03-12T08:00", True),
        ("10:20' 17/11/2003", "2003-11-17T10:20", True),
        ("14g05 ngày 12/3/2004", "2004-03-12T14:05", True),
        ("07 giờ 30 phút, 12/3/2004", "2004-03-12T07:30", True),
        ("3:44:00 CH 5/3/2009", "2009-03-05T15:44", True),
        ("12 tháng 3, 2024", "2024-03-12", False),
        ("12 Tháng Ba, 2024", "2024-03-12", False),
        ("Tháng Ba 12, 2024", "2024-03-12", False),
        ("March 12, 2024", "2024-03-12", False),
        ("Tue, 12 Mar 2024 14:05:00", "2024-03-12T14:05", True),
        ("2024-03-12T14:05:00", "2024-03-12T14:05", True),
        ("5/23/2009 3:44:00 PM", "2009-05-23T15:44", True),
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


BYLINES = [
    ("Thứ ba, 12/03/2024 14:05", "", "2024-03-12T14:05", ""),
    ("Thứ hai, 12/03/2024 14:05", "", "2024-03-12T14:05", "date-ambiguous"),  # it was a Tuesday
    ("Thứ hai, 2/12/2024 14:05", "", "2024-12-02T14:05", ""),
    ("Thứ hai, 12/2/2024 14:05", "", "2024-02-12T14:05", ""),  # the weekday says which number is the month
    ("Monday, 12/2/2024", "", "2024-02-12", ""),
    ("Wednesday, 4/3/2024", "", "2024-04-03", ""),
    ("4/3/2024 10:15:00 AM", "", "2024-03-04T10:15", "date-ambiguous"),
    ("13/4/2024 10:15:00 AM", "", "2024-04-13T10:15", ""),
    ("03/03/2024 10:15 AM", "", "2024-03-03T10:15", ""),
    ("Ngày đăng: 01/12/2023 | Cập nhật: 03/12/2023 10:15", "", "2023-12-01", ""),
    ("Cập nhật lúc 17:20 ngày 01/12/2023", "", "2023-12-01T17:20", ""),
    ("Theo TTXVN 02/04/2024 06:37 - 05/04/2024", "", "2024-04-02T06:37", "date-ambiguous"),
    ("Thứ Ba, 12/3, 08:30", "Hai bên họp ngày 20/11/2023.", "2024-03-12T08:30", "date-year-inferred"),
    ("Thứ Tư, 12/3, 08:30", "Hai bên họp ngày 20/11/2023.", "", ""),  # no year near has that weekday
    ("Hà An - sáng 2/1", "Hai bên họp ngày 28/12/2023.", "2024-01-02", "date-year-inferred"),
    ("Hà An - sáng 2/1", "Hai bên lập quan hệ ngày 28/7/1973.", "1974-01-02", "date-year-inferred"),
    ("Hà An - sáng 2/1", "", "", ""),
    ("Hà An - 29/2 08:30", "Hai bên họp ngày 20/2/2023.", "", ""),
    ("Tạp chí Cộng sản, tháng 10-2023", "", "", ""),
]


@pytest.mark.parametrize(("byline", "told", "published", "flags"), BYLINES)
def test_day_of_publication_is_exact_flagged_or_empty(byline: str, told: str, published: str, flags: str) -> None:
    text = f"Thủ tướng tiếp Đại sứ Lào\n{byline}\n{BODY}Đại sứ chào từ biệt. {told}".strip()
    found = metadata.find(text, zones.segment(text))
    assert (found["published_at"].value, ";".join(metadata.flags(found))) == (published, flags)
    assert found["published_at"].certainty == ((flags or "exact") if published else "")


def test_a_month_is_no_day_of_publication() -> None:
    text = f"Ngoại giao kinh tế\nTạp chí Cộng sản, tháng 10-2023\n{BODY}"
    found = metadata.find(text, zones.segment(text))
    assert (found["month"].value, found["published_at"].value) == ("2023-10", "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Thứ Ba, 12/3, 08:30", (3, 12, 1, "08:30")),
        ("sáng 16/8", (8, 16, -1, "")),
        ("05/04 - 06:37", (4, 5, -1, "06:37")),
        ("ngày 12-3", (3, 12, -1, "")),
    ],
)
def test_days_without_a_year(written: str, expected: tuple[int, int, int, str]) -> None:
    (day,) = stamps.without_year(written)
    assert (day.month, day.day, day.weekday, day.clock) == expected


@pytest.mark.parametrize("written", ["24/7", "3/4 dân số", "chiều 1/5/2022", "sáng 31/2", "tỷ số 2-1"])
def test_no_days_without_a_year(written: str) -> None:
    assert list(stamps.without_year(written)) == []


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        ("(Thanh tra) - ", "Báo Thanh tra"),
        ("ANTD.VN - ", "An ninh Thủ đô"),
        ("TT (Hà Nội) - ", "Báo Tuổi Trẻ"),
        ("(SGGPO).- ", "Báo Sài Gòn Giải Phóng"),
        ("Baoquocte.vn. ", "Báo Thế giới và Việt Nam"),
        ("VOV.VN - ", "VOV"),
        ("Biên phòng - ", "Báo Biên phòng"),
    ],
)
def test_the_credit_that_opens_an_article_names_its_outlet(credit: str, outlet: str) -> None:
    text = f"Thủ tướng tiếp Đại sứ Lào\n{credit}{BODY}"
    segments = zones.segment(text)
    assert (segments[1].zone, text[segments[1].start : segments[1].end]) == ("byline", credit)
    assert metadata.find(text, segments)["outlet"].value == outlet


def test_a_short_name_of_an_outlet_is_none_elsewhere() -> None:
    assert list(outlets.find("Thanh tra Chính phủ và Biên phòng họp")) == []
