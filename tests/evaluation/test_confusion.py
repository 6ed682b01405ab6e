"""The confusion table: each mention once, by what was found in its place."""

import pandas as pd
import pytest

from helpers.evaluation.confusion import confusion
from helpers.evaluation.gold import GoldDocument, GoldMention

GOLD = {
    "a": GoldDocument(
        "", (GoldMention(0, 5, "Thanh", "PER", "Thanh"), GoldMention(10, 20, "Bộ Y tế Áo", "ORG", "x")), ()
    )
}
CASES = [  # found (start, end, type) → cells (gold type, column) that are not 0
    ("all right", [(0, 5, "PER"), (10, 20, "ORG")], {("PER", "PER"): 1, ("ORG", "ORG"): 1}),
    ("another type", [(0, 5, "LOC"), (10, 20, "ORG")], {("PER", "LOC"): 1, ("ORG", "ORG"): 1}),
    ("other edges", [(0, 3, "PER"), (10, 20, "ORG")], {("PER", "other_edges"): 1, ("ORG", "ORG"): 1}),
    ("other edges and type", [(0, 5, "PER"), (18, 20, "LOC")], {("PER", "PER"): 1, ("ORG", "LOC"): 1}),
    ("the same type is nearer", [(0, 5, "PER"), (10, 12, "LOC"), (13, 20, "ORG")],
     {("PER", "PER"): 1, ("ORG", "other_edges"): 1, ("nothing", "LOC"): 1}),
    ("missed", [(0, 5, "PER")], {("PER", "PER"): 1, ("ORG", "missed"): 1}),
    ("nothing there", [(0, 5, "PER"), (10, 20, "ORG"), (30, 33, "DATE")],
     {("PER", "PER"): 1, ("ORG", "ORG"): 1, ("nothing", "DATE"): 1}),
    ("nothing found", [], {("PER", "missed"): 1, ("ORG", "missed"): 1}),
]  # fmt: skip


def cells(table: pd.DataFrame) -> dict[tuple[str, str], int]:
    long = table.melt(id_vars="gold_type")
    return {(row.gold_type, row.variable): row.value for row in long.itertuples() if row.value}


@pytest.mark.parametrize(("found", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_confusion(found: list[tuple[int, int, str]], wanted: dict[tuple[str, str], int]) -> None:
    rows = [{"doc_id": "a", "start": start, "end": end, "type": kind} for start, end, kind in found]
    assert cells(confusion([*rows, {"doc_id": "no gold", "start": 0, "end": 5, "type": "PER"}], GOLD)) == wanted


def test_no_gold() -> None:
    assert confusion([], {}).empty
