"""Protocol register: which word a text takes for the encounter of which pair of ranks."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pandas as pd

from helpers import lexicon, store
from helpers.cells import joined
from helpers.text import flatten

UNRANKED = 99
_COLUMNS = ("form", "gloss", "actor", "counterpart", "acts", "act_ids")


@cache
def _table() -> tuple[tuple[str, int, str], ...]:
    rows = [(flatten(row["entry"]), int(row["rank"]), row["category"]) for row in lexicon.load("ranks")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def of_office(office: str) -> tuple[int, str]:
    """Rank of an office (1 highest) and its name, (99, "") where the lexicon has none.

    The longest entry that begins the office counts: "Phó Chủ tịch Quốc hội" is no "Phó Chủ tịch" of just any body.
    """
    flat = flatten(office)
    known = (row for row in _table() if flat == row[0] or flat.startswith(row[0] + " "))
    _, rank, name = next(known, ("", UNRANKED, ""))
    return rank, name


def protocol_register(encounters: pd.DataFrame, acts: pd.DataFrame) -> pd.DataFrame:
    """Return, by protocol form and pair of ranks, the meetings and receptions told: form, gloss, actor, counterpart, acts
    and act_ids (joined by ;), the most frequent first.

    `actor` is the rank of whoever the text makes the subject, `counterpart` that of the other side; where both are the
    subject, the higher rank stands first. Visits are left out, since a country has no rank.
    """
    told = acts[acts["act"].isin(["MEET", "RECEIVE"])].set_index("act_id")
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for encounter in store.each(encounters):
        ids = encounter.sides.split(";")
        offices = dict(zip(ids, encounter.levels.split(";"), strict=False))
        for act_id in encounter.act_ids.split(";"):
            if act_id in told.index:
                act = told.loc[act_id]
                pair = _pair(
                    set(act.source_ids.split(";")) & set(ids), set(act.target_ids.split(";")) & set(ids), offices
                )
                if all(pair):
                    found[str(act.protocol), *pair].append(act_id)
    glosses = {row["entry"]: row["gloss"] for row in lexicon.load("protocol")}
    rows = [
        (form, glosses.get(form, ""), actor, other, len(some), joined(sorted(some)))
        for (form, actor, other), some in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _pair(source: set[str], target: set[str], offices: dict[str, str]) -> tuple[str, str]:
    """Names of the ranks of both sides, "" for one without any office that has a rank."""
    if source == target or not target:
        ranks = sorted(rank for rank in (of_office(offices[name]) for name in source) if rank[1])
        return (ranks[0][1], ranks[1][1]) if len(ranks) > 1 else ("", "")
    first, second = (min(of_office(offices[name]) for name in side)[1] for side in (source, target))
    return first, second
