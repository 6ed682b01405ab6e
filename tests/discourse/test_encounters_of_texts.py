"""From short texts of ours to the encounters that they tell: who, in which office, form, place and on which day."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers import corpus_tables, store
from helpers.corpus import readers
from helpers.discourse.encounters import encounters
from helpers.entities import register

MINH, BERG, HA, LIND = "PER:Trần Văn Minh", "PER:Anna Berg", "PER:Lê Thu Hà", "PER:Olof Lind"
PM = "Thủ tướng Trần Văn Minh"
MINISTER = "Bộ trưởng Ngoại giao Thụy Điển Anna Berg"
CHAIR = "Chủ tịch Quốc hội Lê Thu Hà"
Wanted = tuple[str, str, str, set[str], int]

# case, texts by name (day of publication first), encounters: date, place, form, sides that must be in it, acts
CASES: list[tuple[str, dict[str, str], list[Wanted]]] = [
    (
        "headline, lede, body and caption tell one meeting",
        {
            "a": f"Ngày 10/5/2024\n\nThủ tướng tiếp Bộ trưởng Ngoại giao Thụy Điển\n\nChiều 10/5/2024, tại Hà Nội, {PM} đã tiếp "
            f"{MINISTER}.\n\n{MINISTER} chào xã giao {PM}.\n\n{PM} tiếp {MINISTER}. Ảnh: TTXVN"
        },
        [("2024-05-10", "Hà Nội", "tiếp", {MINH, BERG}, 4)],
    ),
    (
        "two meetings of one guest",
        {
            "a": f"Chiều 10/5/2024, {PM} tiếp {MINISTER}.\n\nCùng ngày, {CHAIR} tiếp {MINISTER}.",
        },
        [("2024-05-10", "", "tiếp", {MINH, BERG}, 1), ("2024-05-10", "", "tiếp", {HA, BERG}, 1)],
    ),
    (
        "a visit and the talks during it are two",
        {"a": f"{MINISTER} thăm chính thức Việt Nam từ ngày 9/5/2024 đến 11/5/2024. {PM} hội đàm với {MINISTER}."},
        [
            ("2024-05-09/2024-05-11", "", "thăm chính thức", {BERG, "LOC:VN"}, 1),
            ("", "", "hội đàm", {MINH, BERG}, 1),
        ],
    ),
    (
        "texts of following days tell one meeting",
        {
            "a": f"Ngày 10/5/2024\n\nChiều 10/5/2024, {PM} hội đàm với {MINISTER}.",
            "b": f"Ngày 11/5/2024\n\n{MINISTER} hội đàm với {PM}.",
        },
        [("2024-05-10", "", "hội đàm", {MINH, BERG}, 2)],
    ),
    (
        "texts of other years tell two",
        {
            "a": f"Ngày 10/5/2024\n\nChiều 10/5/2024, {PM} hội đàm với {MINISTER}.",
            "b": f"Ngày 11/5/2022\n\nChiều 10/5/2022, {PM} hội đàm với {MINISTER}.",
        },
        [("2022-05-10", "", "hội đàm", {MINH, BERG}, 1), ("2024-05-10", "", "hội đàm", {MINH, BERG}, 1)],
    ),
    (
        "a delegation stands for its leader",
        {
            "a": f"Chiều 10/5/2024, tại Hà Nội, {PM} tiếp Đoàn đại biểu Quốc hội Thụy Điển do Chủ tịch Quốc hội Olof Lind dẫn đầu.\n\n"
            f"{PM} gặp Đoàn đại biểu Quốc hội Thụy Điển."
        },
        [("2024-05-10", "Hà Nội", "tiếp", {MINH, LIND}, 2)],
    ),
    (
        "a telephone call is no meeting in person",
        {"a": f"Ngày 10/5/2024, {PM} điện đàm với {MINISTER}. Ngày 12/5/2024, {PM} tiếp {MINISTER}."},
        [("2024-05-10", "", "điện đàm", {MINH, BERG}, 1), ("2024-05-12", "", "tiếp", {MINH, BERG}, 1)],
    ),
    (
        "a country told for its minister",
        {"a": f"Chiều 10/5/2024, {PM} tiếp {MINISTER}. {PM} gặp đoàn Thụy Điển."},
        [("2024-05-10", "", "tiếp", {MINH, BERG}, 2)],
    ),
    (
        "a country told where several of its people were met stays apart",
        {"a": f"{PM} tiếp {MINISTER}. {PM} tiếp Đại sứ Thụy Điển Olof Lind. {PM} gặp đoàn Thụy Điển."},
        [("", "", "tiếp", {MINH, BERG}, 1), ("", "", "tiếp", {MINH, LIND}, 1), ("", "", "gặp", {MINH}, 1)],
    ),
    ("nobody met", {"a": f"{PM} nhấn mạnh vai trò của thương mại."}, []),
]


def told(texts: dict[str, str], folder: Path) -> pd.DataFrame:
    (folder / "corpus").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
    run = folder / "run"
    corpus_tables.write(readers.read(folder / "corpus", max_document_chars=10_000), run)
    acts, documents, mentions = (store.read(name, run) for name in ("acts", "documents", "mentions"))
    return encounters(acts, documents, mentions, register.entities_table(run))


@pytest.mark.parametrize(("case", "texts", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_encounters(case: str, texts: dict[str, str], wanted: list[Wanted], tmp_path: Path) -> None:
    found = told(texts, tmp_path)
    rows = [(r.date, r.place, r.form, set(r.sides.split(";")), len(r.act_ids.split(";"))) for r in found.itertuples()]
    assert [(*row[:3], row[4]) for row in rows] == [(*want[:3], want[4]) for want in wanted]
    assert all(want[3] <= row[3] for row, want in zip(rows, wanted, strict=True))


def test_offices_stand_beside_the_sides(tmp_path: Path) -> None:
    row = told({"a": f"Chiều 10/5/2024, {PM} tiếp {MINISTER}."}, tmp_path).iloc[0]
    assert dict(zip(row["sides"].split(";"), row["levels"].split(";"), strict=True)) == {
        BERG: "Bộ trưởng Ngoại giao",
        MINH: "Thủ tướng",
    }


def test_a_visit_announced_is_planned_until_a_text_reports_it(tmp_path: Path) -> None:
    announced = {"a": f"Ngày 8/5/2024\n\n{MINISTER} sẽ thăm chính thức Việt Nam."}
    assert list(told(announced, tmp_path)["time"]) == ["planned"]
    paid = announced | {"b": f"Ngày 9/5/2024\n\n{MINISTER} thăm chính thức Việt Nam."}
    assert list(told(paid, tmp_path)["time"]) == ["reported"]
