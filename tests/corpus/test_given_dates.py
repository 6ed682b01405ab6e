"""Dates of manifests and columns: the common forms in one, and nothing guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import given_dates

READ = [
    ("2024-04-02", "2024-04-02"),
    ("2024-04-02T06:37", "2024-04-02T06:37"),
    ("2024-04-02 06:37:21", "2024-04-02T06:37"),
    ("2024-04-02T06:37:21.5+07:00", "2024-04-02T06:37"),
    ("2024-04-01T23:37:00Z", "2024-04-02T06:37"),
    ("2024-04-02 00:00:00", "2024-04-02"),
    ("2024/4/2", "2024-04-02"),
    ("Mon, 01 Apr 2024 23:37:00 GMT", "2024-04-02T06:37"),
    ("2/4/2024", "2024-04-02"),
    ("02-04-2024", "2024-04-02"),
    ("2.4.2024", "2024-04-02"),
    ("02/04/2024 06:37", "2024-04-02T06:37"),
    ("Thứ Ba, 02/04/2024 - 06:37", "2024-04-02T06:37"),
    ("6h37 ngày 2/4/2024", "2024-04-02T06:37"),
    ("ngày 2 tháng 4 năm 2024", "2024-04-02"),
    (date(2024, 4, 2), "2024-04-02"),
    (datetime(2024, 4, 2, 6, 37), "2024-04-02T06:37"),
    (datetime(2024, 4, 1, 23, 37, tzinfo=UTC), "2024-04-02T06:37"),
]
UNREAD = [
    "", None, 1712014620, 20240402, "1712014620", "20240402", "2024", "4/2024", "tháng 4 năm 2024", "hôm qua",
    "2024-02-30", "30/2/2024", "13/13/2024", "04/15/2024", "2/4", "2/4/24", "từ 2/4/2024 đến 5/4/2024",
    "2024-04-02T25:00", "x" * 50 + " 2/4/2024 " + "x" * 50, datetime(9999, 12, 31, 23, tzinfo=UTC),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), READ)
def test_common_forms_are_read(value: object, expected: str) -> None:
    assert given_dates.iso(value) == expected


@pytest.mark.parametrize("value", UNREAD)
def test_what_is_no_certain_day_is_not_guessed(value: object) -> None:
    assert given_dates.iso(value) == ""


@given(st.text(max_size=40) | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]?(\d\d:\d\d)?.{0,6}", fullmatch=True))
def test_what_is_read_is_a_date(value: str) -> None:
    found = given_dates.iso(value)
    assert not found or datetime.fromisoformat(found)


@given(st.datetimes(min_value=datetime(1900, 1, 1)))
def test_what_is_written_is_read_again(moment: datetime) -> None:
    written = given_dates.iso(moment)
    assert given_dates.iso(written) == written
