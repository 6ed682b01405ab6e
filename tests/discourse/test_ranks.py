"""Ranks of offices, the words for meetings of each pair of ranks, and the predicate lexicon as a table."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import lexicon, schemas
from helpers.discourse.predicate_table import predicates_table
from helpers.discourse.ranks import UNRANKED, of_office, protocol_register

OFFICES = [
    ("Thủ tướng", "head"),
    ("Thủ tướng Chính phủ", "head"),
    ("Phó Thủ tướng", "deputy head"),
    ("Phó Chủ tịch Quốc hội", "deputy head"),
    ("Phó Chủ tịch Đảng Xanh", "vice minister"),
    ("Bộ trưởng Ngoại giao", "minister"),
    ("Thống đốc", "local leader"),
    ("Đại sứ Đặc mệnh toàn quyền", "envoy"),
    ("người làm vườn", ""),
    ("", ""),
]


@pytest.mark.parametrize(("office", "rank"), OFFICES)
def test_rank_of_an_office(office: str, rank: str) -> None:
    assert of_office(office)[1] == rank
    assert (of_office(office)[0] == UNRANKED) == (rank == "")


def test_lexicon_of_ranks() -> None:
    rows = lexicon.load("ranks")
    assert len({row["entry"].lower() for row in rows}) == len(rows)
    assert len({(row["rank"], row["category"]) for row in rows}) == len({row["rank"] for row in rows})
    assert all(row["gloss"] for row in rows)


def test_word_by_pair_of_ranks() -> None:
    acts = pd.DataFrame(
        [
            ("a", "RECEIVE", "tiếp", "PER:H", "PER:G;ORG:D"),
            ("b", "MEET", "chào xã giao", "PER:G", "PER:H"),
            ("c", "MEET", "hội đàm", "PER:G;PER:M", "PER:G;PER:M"),
            ("d", "VISIT", "thăm", "PER:G", "LOC:VN"),
            ("e", "RECEIVE", "tiếp", "PER:H", "ORG:D"),
            ("f", "RECEIVE", "tiếp", "PER:H", "PER:G"),
        ],
        columns=["act_id", "act", "protocol", "source_ids", "target_ids"],
    )
    met = pd.DataFrame(
        [
            ("ORG:D;PER:G;PER:H", ";Bộ trưởng Quốc phòng;Thủ tướng", "a;b;f"),
            ("PER:G;PER:M", "Bộ trưởng Quốc phòng;Bộ trưởng Quốc phòng", "c"),
            ("LOC:VN;PER:G", ";Bộ trưởng Quốc phòng", "d"),
            ("ORG:D;PER:H", ";Thủ tướng", "e"),
        ],
        columns=["sides", "levels", "act_ids"],
    )
    found = protocol_register(met, acts)
    assert [tuple(row) for row in found[["form", "actor", "counterpart", "acts", "act_ids"]].to_numpy()] == [
        ("tiếp", "head", "minister", 2, "a;f"),
        ("chào xã giao", "minister", "head", 1, "b"),
        ("hội đàm", "minister", "minister", 1, "c"),
    ]


def test_the_whole_lexicon_with_codes_and_reasons() -> None:
    table = schemas.conform("predicates", predicates_table({"tiếp": (3, 2)}))
    assert len(table) == len(lexicon.load("predicates", excluded=True))
    first = table.iloc[0]
    assert tuple(first[["predicate", "act", "frame", "cameo", "plover", "plover_mode", "plover_planned"]]) == (
        "tiếp", "RECEIVE", "host-guest", "043", "CONSULT", "visit", "AGREE",
    )  # fmt: skip
    assert tuple(first[["acts", "documents"]]) == (3, 2)
    used, excluded = table[table["status"] == ""], table[table["status"] == "excluded"]
    assert used["cameo"].ne("").all()
    assert used["example"].ne("").all()
    assert table["reason"].ne("").all()
    assert excluded["cameo"].eq("").all()
