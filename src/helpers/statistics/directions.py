"""Who acts toward whom: acts between two countries either way, with intervals, and what each country does how often."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd

from helpers import schemas, store
from helpers.cells import joined
from helpers.evaluation import intervals

CLASSES = (
    "PROPOSE",
    "COMMIT",
    "PRAISE",
    "OBJECT",
)  # acts that have a direction: asking, promising, praising, objecting
_ALL = "all"
_SIDED = """
WITH told AS (SELECT a.act_id, a.doc_id, a.act, a.source_ids, a.target_ids FROM acts a JOIN documents d USING (doc_id) WHERE d.counted),
source AS (
    SELECT act_id, any_value(country) AS country FROM (SELECT act_id, unnest(string_split(source_ids, ';')) AS entity_id FROM told) JOIN entities USING (entity_id)
    GROUP BY act_id HAVING count(DISTINCT country) = 1 AND any_value(country) <> ''),
target AS (
    SELECT act_id, any_value(country) AS country FROM (SELECT act_id, unnest(string_split(target_ids, ';')) AS entity_id FROM told) JOIN entities USING (entity_id)
    GROUP BY act_id HAVING count(DISTINCT country) = 1 AND any_value(country) <> '')
"""


def directions(run: Path | None = None, *, seed: int) -> pd.DataFrame:
    """Return table `directions`: acts of each class between each two countries, either way.

    Only acts whose source and target are of one country each count, one other than the other; texts that repeat
    another are left out. `share` is that of the acts from `country` to `other` among both ways; `country` is the one with
    more acts in the corpus. The interval is that of `evaluation.intervals`, over texts from ten up, else Wilson (1927) on the counts.
    """
    acts = store.query(
        _SIDED
        + """SELECT act_id, doc_id, act, s.country AS source, t.country AS target FROM told JOIN source s USING (act_id)
        JOIN target t USING (act_id) WHERE s.country <> t.country ORDER BY act_id""",
        run,
    )
    if acts.empty:
        return schemas.empty("directions")
    weight = Counter([*acts["source"], *acts["target"]])
    pairs = zip(acts["source"], acts["target"], strict=True)
    sides = [sorted(pair, key=lambda code: (-weight[code], code)) for pair in pairs]
    acts = acts.assign(country=[a for a, _ in sides], other=[b for _, b in sides])
    acts = acts.assign(forth=acts["source"] == acts["country"])
    wanted = acts[acts["act"].isin(CLASSES)]
    rows = [
        _row(str(act), str(country), str(other), group, seed)
        for table in (acts.assign(act=_ALL), wanted)
        for (act, country, other), group in table.groupby(["act", "country", "other"], sort=True)
    ]
    out = pd.DataFrame(rows)
    out["place"] = [(_ALL, *CLASSES).index(act) for act in out["act"]]
    out["acts"] = out["toward"] + out["back"]
    ordered = out.sort_values(["place", "acts", "country", "other"], ascending=[True, False, True, True])
    return ordered.drop(columns=["place", "acts"]).reset_index(drop=True)


def _row(act: str, country: str, other: str, group: pd.DataFrame, seed: int) -> dict[str, object]:
    by_text = group.groupby("doc_id", sort=True)["forth"].agg(["sum", "count"])
    bounds, method = intervals.of_documents([by_text["sum"]], [by_text["count"]], seed)
    forth, back = (group.loc[group["forth"] == way, "act_id"] for way in (True, False))
    return {
        "act": act,
        "country": country,
        "other": other,
        "toward": len(forth),
        "back": len(back),
        "share": len(forth) / len(group),
        "low": bounds[0][0],
        "high": bounds[0][1],
        "interval": method,
        "documents": len(by_text),
        "toward_ids": joined(sorted(forth)),
        "back_ids": joined(sorted(back)),
    }


def profiles(run: Path | None = None, *, fewest: int = 5) -> pd.DataFrame:
    """Return, for each country with at least `fewest` acts, how many of them ask, promise, praise or object: columns
    country, act, acts, of, share, low, high (Wilson 1927, each act taken for an independent case) and act_ids."""
    rows = store.query(
        _SIDED
        + """, sized AS (SELECT country, count(*) AS whole FROM source GROUP BY country)
        SELECT coalesce(n.name, s.country) AS country, act, count(*) AS acts, any_value(whole) AS "of",
               string_agg(act_id, ';' ORDER BY act_id) AS act_ids
        FROM told JOIN source s USING (act_id) JOIN sized USING (country) LEFT JOIN country_names n ON n.iso = s.country
        GROUP BY ALL ORDER BY "of" DESC, country, act""",
        run,
    )
    rows = rows[rows["act"].isin(CLASSES) & (rows["of"] >= fewest)].reset_index(drop=True)
    bounds = [intervals.wilson(row.acts, row.of) for row in store.each(rows)]
    rows = rows.assign(share=rows["acts"] / rows["of"], low=[a for a, _ in bounds], high=[b for _, b in bounds])
    return rows[["country", "act", "acts", "of", "share", "low", "high", "act_ids"]]
