"""Persons across documents: who is one and who are two, whatever the order of the texts and whatever else is in them."""

from __future__ import annotations

import random
from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.entities import evidence, namesakes, person_links
from helpers.entities.evidence import Evidence
from helpers.entities.persons import office


class Told(NamedTuple):
    """What one text tells of a person; `texts` such texts."""

    key: str
    offices: str = ""
    country: str = ""
    date: str = ""
    texts: int = 1


def read(*told: Told, places: str = "") -> list[Evidence]:
    """The evidence of texts numbered in order; a country that none names is implied as in a corpus."""
    out = []
    for text in (one for one in told for _ in range(one.texts)):
        offices = {office(name) for name in text.offices.split(", ") if name}
        one = Evidence(f"d{len(out):02}", text.key, text.date, text.country, offices=offices)
        if not one.country:
            one.country = evidence._implied(one, Counter(places.split()))
            one.implied = bool(one.country)
        out.append(one)
    return out


def labels(*told: Told, places: str = "") -> list[str]:
    found = person_links.labels(read(*told, places=places))
    return [found[one.doc_id, one.key] for one in read(*told, places=places)]


PM, FM = "Thủ tướng", "Bộ trưởng Ngoại giao"
ONE = {
    "the order of the names": [Told("Kivinen Aino", texts=2), Told("Aino Kivinen")],
    "a family name": [Told("Kivinen Aino"), Told("Kivinen")],
    "a family name with the office": [Told("Aino Kivinen", PM, "FI"), Told("Kivinen", PM)],
    "a middle name left out": [Told("Aino Maria Korhonen", PM, "FI"), Told("Aino Korhonen", PM, "FI")],
    "an initial": [Told("Aino M. Korhonen", PM, "FI"), Told("Aino Korhonen", PM, "FI")],
    "hyphens": [Told("Han Seo-yun", texts=2), Told("Han Seo Yun"), Told("Han Seo - yun")],
    "no blank": [Told("Han Seo-yun", texts=2), Told("Han Seoyun")],
    "diacritics of a foreign name": [Told("Díaz Ortega", texts=2), Told("Diaz Ortega")],
    "the place of a tone": [Told("Hứa Văn Hòa", texts=2), Told("Hứa Văn Hoà")],
    "a Vietnamese name without diacritics": [Told("Đinh Văn Tuệ", PM), Told("Dinh Van Tue", PM)],
    "a misspelt name of the same office": [Told("Aino Korhonen", PM, "FI", texts=2), Told("Ainno Korhonen", PM, "FI")],
    "two romanisations of a name": [Told("Sergei Volkovin", FM, "RU", texts=2), Told("Sergey Volkovin", "Ngoại trưởng", "RU")],
    "a name by its sound": [Told("Olanda Mirko", PM, "FI", texts=2), Told("Ô-lan-đa Mia-cô", PM, "FI")],
    "the given name with the office": [Told("Lê Thị Thu Hương", "Người phát ngôn"), Told("Hương", "Người phát ngôn")],
    "the end of a Vietnamese name": [Told("Lê Thị Thu Hương", "Người phát ngôn"), Told("Thu Hương", "Người phát ngôn")],
    "a Chinese surname": [Told("Lương Chí Viễn", FM, "CN"), Told("Lương", FM, "CN")],
    "an office in another form": [Told("Aino Korhonen", "Ngoại trưởng", "FI"), Told("Aino Korhonen", FM, "FI")],
    "offices over the years": [Told("Lê Văn Minh", FM, "", "2012-03-01"), Told("Lê Văn Minh", "Chủ tịch nước", "", "2021-03-01")],
    "a province, later a ministry": [
        Told("Lê Văn Minh", "Chủ tịch UBND", "", "2012-03-01"), Told("Lê Văn Minh", FM, "", "2016-03-01")],
    "two offices of two spheres, both in one text": [
        Told("Lê Văn Minh", "Chủ tịch UBND", "", "2012-03-01"), Told("Lê Văn Minh", FM, "", "2012-03-01"),
        Told("Lê Văn Minh", f"Chủ tịch UBND, {FM}", "", "2012-03-02")],
    "a text that leaves out the country": [Told("Lý Mạnh", PM, "CN", texts=2), Told("Lý Mạnh", PM)],
    "a text that names neither": [Told("Aino Korhonen", PM, "FI"), Told("Aino Korhonen")],
    "one slip of a country among many texts": [Told("Lê Văn Minh", PM, texts=16), Told("Lê Văn Minh", PM, "JP")],
    "Jr left out, with the office": [Told("Olli Korhonen Jr", FM, "FI"), Told("Olli Korhonen", FM, "FI")],
    "a short name that nearly all texts give to one": [
        Told("Anna Norrland", texts=12), Told("Norrland", texts=2)],
}  # fmt: skip
TWO = {
    "the same name and office in two countries": [Told("Lý Mạnh", PM, "CN"), Told("Lý Mạnh", PM, "SG")],
    "a foreign head of government, and a chairman at home": [
        Told("Lý Mạnh", PM, "CN"), Told("Lý Mạnh", "Chủ tịch UBND")],
    "a surname in two countries": [Told("Aino Korhonen", PM, "FI"), Told("Korhonen", PM, "SE")],
    "a respelt name in two countries": [Told("Sergei Volkovin", FM, "RU"), Told("Sergey Volkovin", FM, "UA")],
    "a respelt name without an office in common": [Told("Kim Yo-nam", PM, "KP"), Told("Kim Yo-man", FM, "KP")],
    "two given names": [Told("Anna Norrland", PM, "SE"), Told("Peter Norrland", PM, "SE")],
    "two initials": [Told("Olli K. Korhonen", PM, "FI"), Told("Olli K. T. Korhonen", PM, "FI")],
    "father and son": [Told("Olli Korhonen", PM, "FI"), Told("Olli Korhonen Jr", "Cố vấn", "FI")],
    "a given name alone": [Told("Lê Thị Thu Hương", "Người phát ngôn"), Told("Hương")],
    "the family name of a Vietnamese": [Told("Nguyễn Văn Tuệ", PM), Told("Nguyễn", PM)],
    "two diacritics of a Vietnamese name": [Told("Lê Văn Hùng", PM), Told("Lê Văn Hưng", PM)],
    "a ministry and a province in the same weeks": [
        Told("Lê Văn Minh", FM, "", "2016-03-01"), Told("Lê Văn Minh", "Chủ tịch UBND", "", "2016-03-09")],
    "another order of Vietnamese syllables": [Told("Lê Minh Văn", PM), Told("Lê Văn Minh", PM)],
    "a name by its sound, of another country": [Told("Olanda Mirko", PM, "FI"), Told("Ô-lan-đa Mia-cô", PM, "SE")],
}  # fmt: skip
OFFICES = ["", PM, FM, "Chủ tịch UBND"]
KEYS = [
    "Aino Korhonen",
    "Korhonen Aino",
    "Korhonen",
    "Korhonnen Aino",
    "Lê Văn Minh",
    "Văn Minh",
    "Minh",
    "Lý Mạnh",
    "Lý",
]
TOLD = st.builds(
    Told, st.sampled_from(KEYS), st.sampled_from(OFFICES), st.sampled_from(["", "FI", "CN", "VN"]),
    st.sampled_from(["", "2016-03-01", "2020-03-01"]), st.integers(1, 3),
)  # fmt: skip


@pytest.mark.parametrize("told", ONE.values(), ids=ONE)
def test_one_person(told: list[Told]) -> None:
    assert len(set(labels(*told))) == 1


@pytest.mark.parametrize("told", TWO.values(), ids=TWO)
def test_two_persons(told: list[Told]) -> None:
    assert len(set(labels(*told))) == 2


def test_a_surname_that_two_bear_stays_by_itself() -> None:
    assert labels(Told("Anna Norrland"), Told("Peter Norrland"), Told("Norrland"))[2] == "Norrland"


def test_a_surname_that_two_bear_goes_to_whom_the_office_fits() -> None:
    told = [Told("Anna Norrland", PM, "SE"), Told("Peter Norrland", FM, "SE"), Told("Norrland", PM, "SE")]
    assert labels(*told)[2] == "Anna Norrland"


def test_a_surname_goes_to_whom_nearly_all_texts_name() -> None:
    assert labels(Told("Anna Norrland", texts=5), Told("Peter Norrland"), Told("Norrland"))[-1] == "Anna Norrland"


def test_the_label_is_the_fullest_form_in_use_and_no_abbreviation() -> None:
    assert set(labels(Told("Aino Maria Korhonen"), Told("Aino Korhonen", texts=3))) == {"Aino Maria Korhonen"}
    assert set(labels(Told("Ainoo Aino Korhonen"), Told("Aino Korhonen", texts=20))) == {"Aino Korhonen"}
    assert set(labels(Told("XYZ Aino Korhonen"), Told("Aino Korhonen"))) == {"Aino Korhonen"}


def test_who_is_named_less_often_carries_the_country_or_the_office() -> None:
    assert labels(Told("Lý Mạnh", PM, "CN", texts=2), Told("Lý Mạnh", PM, "SG"))[1:] == ["Lý Mạnh", "Lý Mạnh (SG)"]


@pytest.mark.parametrize(
    ("key", "places", "country"),
    [
        ("Lê Văn Minh", "", "VN"),
        ("Lê Văn Minh", "CN", "VN"),  # no Chinese surname
        ("Lưu Mạnh", "CN US", "CN"),
        ("Lưu Mạnh", "CN VN", "VN"),
        ("Lưu Mạnh", "US", "VN"),
        ("Aino Korhonen", "", ""),
    ],
)
def test_the_country_that_is_understood(key: str, places: str, country: str) -> None:
    assert read(Told(key, PM), places=places)[0].country == country


@given(st.lists(TOLD, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing(told: list[Told], chance: random.Random) -> None:
    rows = read(*told)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert person_links.labels(shuffled) == person_links.labels(rows)


@given(st.lists(TOLD, max_size=12))
def test_a_text_on_somebody_else_changes_no_id(told: list[Told]) -> None:
    rows = read(*told)
    other = Evidence("other", "Bjarne Holt", "2016-03-01", "DK", offices={office(PM)})
    assert person_links.labels([*rows, other]) == person_links.labels(rows) | {("other", "Bjarne Holt"): "Bjarne Holt"}


@given(st.lists(TOLD, max_size=16))
def test_nobody_has_two_countries_but_by_a_slip(told: list[Told]) -> None:
    rows = read(*told)
    found = person_links.labels(rows)
    countries: dict[str, set[str]] = {}
    for one in rows:
        if one.country and not one.implied:
            countries.setdefault(found[one.doc_id, one.key], set()).add(one.country)
    assert len(rows) > namesakes.FEW or all(len(some) == 1 for some in countries.values())
