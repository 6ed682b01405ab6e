"""The predicate lexicon whole: each predicate with its class, frame, form, codes in other schemes, gloss and reason."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers import lexicon
from helpers.discourse import crosswalks


def predicates_table(fired: Mapping[str, tuple[int, int]]) -> pd.DataFrame:
    """Return table `predicates`: every row of `lexicon/predicates.csv`, excluded ones last, joined to the crosswalk.

    `fired` tells for a predicate in lower case how many acts it made, and in how many texts.
    """
    rows = [_row(row, *fired.get(row["entry"].lower(), (0, 0))) for row in lexicon.load("predicates", excluded=True)]
    table = pd.DataFrame(rows)
    return table.sort_values(["status", "acts", "act", "predicate"], ascending=[True, False, True, True]).reset_index(
        drop=True
    )


def _row(row: dict[str, str], acts: int, documents: int) -> dict[str, object]:
    codes = planned = crosswalks.NONE
    act, frame, protocol = row["category"], row["frame"], row["protocol"]
    if not row["status"]:
        codes = crosswalks.codes(row["entry"], act, frame=frame, protocol=protocol)
        planned = crosswalks.codes(row["entry"], act, frame=frame, protocol=protocol, time="planned")
    return {
        "predicate": row["entry"],
        "act": act,
        "frame": frame,
        "protocol": protocol,
        "searle": codes.searle,
        "cameo": codes.cameo,
        "plover": codes.plover,
        "plover_mode": codes.mode,
        "plover_planned": planned.plover,
        "gloss": row["gloss"],
        "example": row["example"],
        "reason": "; ".join(filter(None, (row["note"], codes.note))),
        "status": row["status"],
        "acts": acts,
        "documents": documents,
    }
