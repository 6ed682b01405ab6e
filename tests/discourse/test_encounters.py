"""Encounters: once each, however often and from whichever side they are told."""

from typing import Any

import pandas as pd
import pytest

from helpers import schemas
from helpers.discourse.accounts import overlap
from helpers.discourse.encounters import encounters

HOST, GUEST, OTHER, COUNTRY = "PER:Trần Văn Minh", "PER:Anna Berg", "PER:Lê Thu Hà", "LOC:VN"
TYPES = {HOST: "PER", GUEST: "PER", OTHER: "PER", COUNTRY: "LOC", "ORG:Đoàn": "ORG"}


def act(doc: str, number: int, kind: str, form: str, source: str, target: str, sentence: int = 0) -> dict[str, Any]:
    return {
        "act_id": f"{doc}:a{number}", "doc_id": doc, "start": 100 * sentence + number, "act": kind, "protocol": form,
        "source_ids": source, "target_ids": target, "time": "reported", "sentence": sentence,
    }  # fmt: skip


def mention(doc: str, kind: str, text: str, sentence: int = 0, start: int = 0, key: str = "") -> dict[str, Any]:
    entity = key.partition(":")[2] or text
    return {
        "doc_id": doc, "sentence": sentence, "start": start, "end": start + len(text), "type": kind, "text": text,
        "entity": entity, "entity_id": key or f"{kind}:{text}",
    }  # fmt: skip


def table(acts: list[dict[str, Any]], mentions: list[dict[str, Any]], **published: str) -> pd.DataFrame:
    docs = sorted({row["doc_id"] for row in acts})
    documents = pd.DataFrame({"doc_id": docs, "published_at": [published.get(doc, "2024-05-11") for doc in docs]})
    people = [mention(docs[0], kind, "x", 9, 900 + 10 * n, key) for n, (key, kind) in enumerate(TYPES.items())]
    entities = pd.DataFrame({"entity_id": list(TYPES), "country": ["VN", "SE", "VN", "VN", "SE"]})
    return encounters(pd.DataFrame(acts), documents, pd.DataFrame([*mentions, *people]), entities)


def test_both_sides_tell_one_meeting() -> None:
    acts = [
        act("a", 0, "RECEIVE", "tiếp", HOST, GUEST),
        act("a", 1, "MEET", "chào xã giao", GUEST, HOST, 1),
        act("a", 2, "MEET", "gặp", GUEST, HOST, 2),
    ]
    found = table(acts, [mention("a", "DATE", "sáng 10/5/2024")])
    assert len(found) == 1
    row = found.iloc[0]
    assert row["form"] == "tiếp"
    assert row["date"] == "2024-05-10"
    assert row["sides"] == ";".join(sorted([HOST, GUEST]))
    assert row["act_ids"] == "a:a0;a:a1;a:a2"


def test_talks_and_a_visit_are_two() -> None:
    acts = [
        act("a", 0, "VISIT", "thăm chính thức", GUEST, COUNTRY),
        act("a", 1, "MEET", "hội đàm", GUEST, HOST),
        act("a", 2, "VISIT", "thăm", GUEST, COUNTRY, 3),
    ]
    found = table(acts, [])
    assert sorted(found["form"]) == ["hội đàm", "thăm chính thức"]


def test_other_dates_are_other_meetings() -> None:
    acts = [act("a", n, "MEET", "hội đàm", GUEST, HOST, n) for n in range(2)]
    dates = [mention("a", "DATE", "10/5/2024", 0), mention("a", "DATE", "12/3/2023", 1, 100)]
    assert list(table(acts, dates)["date"]) == ["2023-03-12", "2024-05-10"]


def test_texts_of_the_same_days_tell_one_meeting() -> None:
    acts = [act(doc, 0, "MEET", "hội đàm", GUEST, HOST) for doc in ("a", "b", "c")]
    dates = [mention("a", "DATE", "10/5/2024")]
    found = table(acts, dates, a="2024-05-10", b="2024-05-11", c="2023-01-01")
    assert sorted(found["act_ids"]) == ["a:a0;b:a0", "c:a0"]


def test_a_guest_who_calls_on_two_leaders_meets_each() -> None:
    acts = [act("a", 0, "MEET", "hội kiến", GUEST, f"{HOST};{OTHER}")]
    found = table(acts, [])
    assert sorted(found["sides"]) == sorted([";".join(sorted([GUEST, HOST])), ";".join(sorted([GUEST, OTHER]))])


def test_a_delegation_beside_its_leader_makes_no_second_meeting() -> None:
    acts = [
        act("a", 0, "RECEIVE", "tiếp", HOST, f"{GUEST};ORG:Đoàn"),
        act("a", 1, "RECEIVE", "tiếp", HOST, GUEST, 1),
    ]
    found = table(acts, [])
    assert list(found["sides"]) == [";".join(sorted([HOST, GUEST, "ORG:Đoàn"]))]


def test_place_and_offices() -> None:
    around = [
        mention("a", "ROLE", "Ủy viên Bộ Chính trị", 0, 0),
        mention("a", "ROLE", "Thủ tướng", 0, 22),
        mention("a", "PER", "Trần Văn Minh", 0, 32, HOST),
        mention("a", "LOC", "Nhà Rồng", 0, 60),
        mention("a", "LOC", "Biển Đông", 0, 61),
    ]
    found = table([act("a", 0, "RECEIVE", "tiếp", HOST, GUEST)], around)
    assert found.iloc[0]["place"] == "Nhà Rồng"
    assert found.iloc[0]["levels"] == ";Thủ tướng"


def test_what_is_denied_or_one_sided_is_no_encounter() -> None:
    denied = act("a", 0, "MEET", "gặp", GUEST, HOST) | {"time": "denied"}
    assert table([denied, act("a", 1, "MEET", "gặp", GUEST, "")], []).empty


def test_no_acts() -> None:
    empty = schemas.empty("acts")
    documents = pd.DataFrame({"doc_id": ["a"], "published_at": [""]})
    assert encounters(empty, documents, schemas.empty("mentions"), schemas.empty("entities")).empty


def test_the_same_rows_in_any_order_give_the_same_table() -> None:
    acts = [act("a", n, "MEET", form, GUEST, HOST, n) for n, form in enumerate(("hội đàm", "gặp", "bắt tay"))]
    dates = [mention("a", "DATE", "10/5/2024", 1, 100)]
    pd.testing.assert_frame_equal(table(acts, dates), table(acts[::-1], dates[::-1]))


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("2024-05-10", "2024-05-10", True),
        ("2024-05-10", "2024-05-11", False),
        ("2024-05", "2024-05-11", True),
        ("2024-03-31/2024-04-03", "2024-04-01", True),
        ("2023", "2024-01", False),
    ],
)
def test_days_in_common(one: str, other: str, common: bool) -> None:
    assert overlap(one, other) is common
    assert overlap(other, one) is common
