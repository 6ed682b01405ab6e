"""Where dates stand: tables of sentence → mentions, and properties over any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.language import dates

FOUND = [
    # days
    ("Sáng 25-9, hai bên hội đàm.", ["Sáng 25-9"]),
    ("Chiều 1/5/2022 tại Hà Nội", ["Chiều 1/5/2022"]),
    ("Ngày 16.5, tại Hà Nội", ["Ngày 16.5"]),
    ("hai nước lập quan hệ ngày 7-9-1961.", ["ngày 7-9-1961"]),
    ("ngày 12 tháng 12 năm 2023", ["ngày 12 tháng 12 năm 2023"]),
    ("Ông hôm 27/2 nói.", ["hôm 27/2"]),
    ("đầu giờ chiều nay, hai bên ký kết", ["đầu giờ chiều nay"]),
    ("Sáng nay (3/4), đoàn rời Hà Nội.", ["Sáng nay (3/4)"]),
    ("Chiều nay, ngày 3-4, tại trụ sở", ["Chiều nay, ngày 3-4"]),
    ("hôm nay, hôm qua và ngày mai", ["hôm nay", "hôm qua", "ngày mai"]),
    ("tối cùng ngày, đoàn dự chiêu đãi", ["tối cùng ngày"]),
    ("ngày 20/1 tới đây, ngày 3/4 vừa qua", ["ngày 20/1 tới đây", "ngày 3/4 vừa qua"]),
    ("tối 8-4 giờ Lima (tức sáng 9-4 giờ Huế)", ["tối 8-4", "sáng 9-4"]),
    ("dịp Quốc khánh 2/9 và lễ 30/4", ["2/9", "30/4"]),
    # the coming day, or the verb to arrive
    ("Hội nghị diễn ra ngày 12/6 tới.", ["ngày 12/6 tới"]),
    ("Bộ trưởng ngày 12/6 tới Hà Nội.", ["ngày 12/6"]),
    ("sẽ sang thăm vào tháng 11 tới, ông nói", ["tháng 11 tới"]),
    ("Bộ trưởng tháng 11 tới thăm Lào.", ["tháng 11"]),
    # time of day, weekday
    ("Theo TTXVN 02/04/2024 - 06:37", ["02/04/2024 - 06:37"]),
    ("Hà An - Thứ sáu, 17/05/2024 21:08 (GMT+7)", ["Thứ sáu, 17/05/2024 21:08"]),
    ("Cập nhật lúc 08:15 - 11/05/2024", ["08:15 - 11/05/2024"]),
    ("Thứ Ba, 06/05/2025 07:45 GMT+7", ["Thứ Ba, 06/05/2025 07:45 GMT+7"]),
    ("ngày 6/5 GMT+7", ["ngày 6/5"]),
    ("Thứ Bảy, ngày 11 tháng 5 năm 2024", ["Thứ Bảy, ngày 11 tháng 5 năm 2024"]),
    ("lúc 9 giờ 30 sáng 12/5 và 20h tối nay", ["9 giờ 30 sáng 12/5", "20h tối nay"]),
    ("Hôm thứ Hai, ông nói. Đến sáng thứ bảy, ông đi.", ["Hôm thứ Hai", "sáng thứ bảy"]),
    ("thứ sáu tuần trước, Chủ nhật (12/5)", ["thứ sáu tuần trước", "Chủ nhật (12/5)"]),
    # ranges are one mention
    ("từ 24-26 tháng 9", ["từ 24-26 tháng 9"]),
    ("từ ngày 31-3 đến 3-4.", ["từ ngày 31-3 đến 3-4"]),
    ("từ 5 đến 6-2 tại Singapore", ["từ 5 đến 6-2"]),
    ("từ ngày 12 - 14.8, ở thị trấn", ["từ ngày 12 - 14.8"]),
    ("ngày 29/11-2/12", ["ngày 29/11-2/12"]),
    ("(24/6/1967 - 24/6/2017)", ["24/6/1967 - 24/6/2017"]),
    ("kéo dài hai ngày 15, 16/6", ["hai ngày 15, 16/6"]),
    ("các ngày 22, 23 và 24/5", ["các ngày 22, 23 và 24/5"]),
    ("Sáng nay (3/4, giờ Hà Nội), đoàn tới Paris", ["Sáng nay", "3/4"]),
    ("Đêm 11, rạng sáng 12/7/2025, đoàn tới Hà Nội", ["Đêm 11, rạng sáng 12/7/2025"]),
    ("những năm 1990 và các năm 2000, 2010", ["những năm 1990", "năm 2000", "2010"]),
    ("từ sáng 3/4 đến chiều 4/4", ["từ sáng 3/4 đến chiều 4/4"]),
    ("từ năm 1992 đến nay", ["từ năm 1992 đến nay"]),
    ("Từ năm 1992, quan hệ phục hồi", ["năm 1992"]),
    ("từ tháng 3 đến tháng 5/2018", ["từ tháng 3 đến tháng 5/2018"]),
    ("từ nay đến cuối năm", ["từ nay đến cuối năm"]),
    ("giai đoạn 2016 - 2020, nhiệm kỳ 2021-2026", ["giai đoạn 2016 - 2020", "2021-2026"]),
    # months, years and more
    ("những năm đầu thập kỷ 1990", ["những năm đầu thập kỷ 1990"]),
    ("6 tháng đầu năm 2017 so với cùng kỳ năm trước", ["6 tháng đầu năm 2017", "cùng kỳ năm trước"]),
    ("từ thế kỷ XIX và nửa cuối thế kỷ XX", ["thế kỷ XIX", "nửa cuối thế kỷ XX"]),
    ("đầu năm tới, tháng trước, năm nay", ["đầu năm tới", "tháng trước", "năm nay"]),
    ("các năm 2022, 2023 và 2024", ["năm 2022", "2023", "2024"]),
    ("Chủ tịch ASEAN 2018 nói", ["2018"]),
    ("quý I/2018, quý III năm 2019", ["quý I/2018", "quý III năm 2019"]),
    ("cuối tháng 6/2017, giữa tháng Tư năm ngoái", ["cuối tháng 6/2017", "giữa tháng Tư năm ngoái"]),
    ("mùa hè năm 2018", ["mùa hè năm 2018"]),
    ("trong tháng 5 và 6/2024", ["tháng 5 và 6/2024"]),
    ("SÁNG NAY, HAI BÊN HỘI ĐÀM", ["SÁNG NAY"]),
]  # fmt: skip

NOT_FOUND = [
    "",
    "gần 40 năm Đổi mới, trong ba ngày, hai năm qua, 5 năm tới",
    "mới đây, hiện nay, thời gian tới, ngày nay, đến nay, lâu nay",
    "nhiều năm trước, hàng năm, mỗi tháng một lần, vài tuần sau",
    "một năm trước đó, đúng 50 năm trước",
    "lần thứ hai, Chiến tranh thế giới thứ hai, ngày thứ hai của chuyến thăm",
    "thắng 2-1, tỷ số 3-0, đội hình 4-4-2",
    "1/3 dân số, 2/3 số phiếu, 3/4 diện tích",
    "phục vụ 24/7, dịch Covid-19, G20, COP26",
    "điện thoại 024 3825 1234, 0912.345.678, giá 25.000 đồng, tăng 16.5%",
    "Nghị định số 15/2021/NĐ-CP, Thông tư 12/2017, Điều 5.2, khoản 3/4",
    "đường 30/4, phố 2/9, Cách mạng tháng Tám",
    "mỗi ngày 3-4 giờ, ngày 2 lần, 2000 người, 1950 tấn",
    "ngày một tốt hơn, ngày 45, ngày 31/13, tháng 15",
    "ông Năm, bà Tư, hòa 1-1",
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_found(sentence: str, expected: list[str]) -> None:
    assert [sentence[span.start : span.end] for span in dates.find(sentence)] == expected


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_not_found(sentence: str) -> None:
    assert [sentence[span.start : span.end] for span in dates.find(sentence)] == []


PIECES = [
    "ngày ",
    "1",
    "2018",
    "/",
    "-",
    ".",
    ",",
    " ",
    "tháng ",
    "năm ",
    "từ ",
    "đến ",
    "tới ",
    "nay",
    "\n",
    "đầu ",
    "x",
    "😀",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_spans_are_ordered_whole_and_stable(text: str) -> None:
    spans = dates.find(text)
    assert list(spans) == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for span in spans:
        piece = text[span.start : span.end]
        assert piece
        assert piece == piece.strip()
        assert "\n" not in piece
    assert dates.find(text) == spans


@pytest.mark.parametrize("piece", ["1-", "ngày 1/2 ", "1, ", "2018 ", "hai ngày 1, ", "từ 5 đến "])
def test_endless_repetition_is_got_through(piece: str) -> None:
    text = piece * 10_000
    assert all(one.end <= two.start for one, two in pairwise(dates.find(text)))
