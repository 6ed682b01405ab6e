"""What a date expression names: tables of expression → ISO 8601."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.language import dates

PUBLISHED = "2024-04-02T06:37"  # a Tuesday

RESOLVED = [
    ("Chiều 1/5/2022", "2022-05-01"),
    ("ngày 7-9-1961", "1961-09-07"),
    ("02/04/2024 - 06:37", "2024-04-02"),
    ("Thứ sáu, 17/05/2024 21:08", "2024-05-17"),
    ("Thứ Hai, ngày 3 tháng 4 năm 2023", "2023-04-03"),
    ("ngày 21-9", "2024-09-21"),
    ("ngày 25/12", "2023-12-25"),
    ("ngày 25/9 năm ngoái", "2023-09-25"),
    ("ngày 15", "2024-04-15"),
    ("ngày 15 tháng này", "2024-04-15"),
    ("ngày 12/6 tới", "2024-06-12"),
    ("ngày 12/6 vừa qua", "2023-06-12"),
    ("hôm nay", "2024-04-02"),
    ("tối qua", "2024-04-01"),
    ("sáng mai", "2024-04-03"),
    ("sáng nay 2/4", "2024-04-02"),
    ("sáng nay (2/4)", "2024-04-02"),
    ("Chủ nhật (12/5)", "2024-05-12"),
    ("Đêm 11, rạng sáng 12/7/2025", "2025-07-11/2025-07-12"),
    ("hôm thứ sáu", "2024-03-29"),
    ("thứ hai tuần trước", "2024-03-25"),
    ("Chủ nhật tới", "2024-04-07"),
    ("tuần này", "2024-04-01/2024-04-07"),
    ("cuối tuần trước", "2024-03-25/2024-03-31"),
    ("từ ngày 31-3 đến 3-4", "2024-03-31/2024-04-03"),
    ("từ 24-26 tháng 9", "2024-09-24/2024-09-26"),
    ("từ 5 đến 6-2", "2024-02-05/2024-02-06"),
    ("ngày 29/11-2/12", "2023-11-29/2023-12-02"),
    ("từ ngày 30/12 đến 2/1/2024", "2023-12-30/2024-01-02"),
    ("hai ngày 15, 16/6", "2024-06-15/2024-06-16"),
    ("24/6/1967 - 24/6/2017", "1967-06-24/2017-06-24"),
    ("tháng 11/2018", "2018-11"),
    ("đầu tháng 3", "2024-03"),
    ("tháng trước", "2024-03"),
    ("tháng 11 tới", "2024-11"),
    ("tháng Mười Hai năm ngoái", "2023-12"),
    ("từ tháng 6/2011 - 9/2014", "2011-06/2014-09"),
    ("quý I/2018", "2018-01/2018-03"),
    ("quý 4 năm nay", "2024-10/2024-12"),
    ("6 tháng đầu năm 2017", "2017-01/2017-06"),
    ("nửa cuối năm 2018", "2018-07/2018-12"),
    ("năm 1992", "1992"),
    ("đầu năm tới", "2025"),
    ("cùng kỳ năm trước", "2023"),
    ("giai đoạn 2016-2020", "2016/2020"),
    ("từ năm 1992 đến nay", "1992/2024-04-02"),
    ("từ nay đến cuối năm", "2024-04-02/2024"),
    ("từ nay đến 15/1", "2024-04-02/2025-01-15"),
    ("những năm đầu thập kỷ 1990", "1990/1999"),
    ("những năm 80 của thế kỷ XX", "1980/1989"),
    ("thế kỷ XIX", "1801/1900"),
    ("thế kỷ trước", "1901/2000"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "expected"), RESOLVED)
def test_resolved(expression: str, expected: str) -> None:
    assert dates.resolve(expression, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("expression", "expected"), [("Chiều 1/5/2022", "2022-05-01"), ("năm 1992", "1992"), ("thế kỷ XIX", "1801/1900")]
)
def test_resolved_without_a_date_of_publication(expression: str, expected: str) -> None:
    assert dates.resolve(expression, "") == expected


@pytest.mark.parametrize(
    "expression", ["hôm nay", "ngày 21-9", "tháng trước", "từ ngày 31-3 đến 3-4", "từ năm 1992 đến nay", "hôm thứ sáu"]
)
def test_not_resolved_without_a_date_of_publication(expression: str) -> None:
    assert dates.resolve(expression, "") == ""


@pytest.mark.parametrize("expression", ["", "hiện nay", "ngày 31/2/2024", "hai bên", "cùng ngày"])
def test_never_invented(expression: str) -> None:
    assert dates.resolve(expression, PUBLISHED) == ""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("chiều cùng ngày", "2024-03-30"), ("ngày hôm sau", "2024-03-31"), ("cùng năm", "2024")],
)
def test_reckoned_from_the_day_named_before(expression: str, expected: str) -> None:
    assert dates.resolve(expression, PUBLISHED, "2024-03-30") == expected


def test_day_of_a_leap_year_is_looked_for_where_it_exists() -> None:
    assert dates.resolve("ngày 29/2", "2023-04-02") == "2024-02-29"


@given(published=st.dates(), day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_full_dates_come_back(published: date, day: date) -> None:
    assert dates.resolve(f"ngày {day.day}/{day.month}/{day.year}", published.isoformat()) == day.isoformat()


ISO = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")


@given(
    st.lists(
        st.sampled_from(
            [
                "ngày ",
                "1",
                "31",
                "2018",
                "/",
                "-",
                "tháng ",
                "năm ",
                "từ ",
                " đến ",
                "nay",
                "quý ",
                "IV",
                "cuối ",
                "tới",
                "tuần ",
                "trước",
                ", ",
            ]
        ),
        max_size=10,
    ).map("".join)
)
def test_any_expression_gives_iso_or_nothing(expression: str) -> None:
    value = dates.resolve(expression, PUBLISHED, "2024-03-30")
    assert value == "" or ISO.fullmatch(value)
