"""Table `accuracy`: precision, recall and F1 with their intervals, from counts by document."""

from __future__ import annotations

import pandas as pd

from helpers import schemas
from helpers.evaluation import intervals
from helpers.evaluation.scores import COUNTS, LINKED, NAMES

STOCK_TYPES = (*LINKED, NAMES)  # all that the stock recogniser knows


def accuracy_table(
    counts: pd.DataFrame, *, block: str, system: str, seed: int, types: tuple[str, ...] | None = None
) -> pd.DataFrame:
    """Return rows of table `accuracy` from what `scores.counts` returns.

    `block` says what it was measured on, `system` what was measured; `types` limits the rows to mentions of these types
    (STOCK_TYPES for the stock recogniser). Types neither found nor wanted have no row; precision is missing where
    nothing was found, recall where nothing was wanted. The interval is that of F1, for shares that of the share.
    """
    if types is not None:
        counts = counts[(counts["layer"] == "mentions") & counts["type"].isin(types)]
    if counts.empty:
        return schemas.empty("accuracy")
    sums = counts.groupby(["layer", "type"], sort=False)[COUNTS].sum().reset_index()
    sums = sums[sums["predicted"] + sums["gold"] > 0].reset_index(drop=True)
    order = pd.MultiIndex.from_frame(sums[["layer", "type"]])
    wide = {
        c: counts.pivot(index=["layer", "type"], columns="doc_id", values=c).reindex(order).to_numpy() for c in COUNTS
    }
    bounds, method = intervals.of_documents(wide["correct"], intervals.f1_base(wide["predicted"], wide["gold"]), seed)
    table = sums.assign(
        block=block,
        system=system,
        precision=sums["correct"] / sums["predicted"].where(sums["predicted"] > 0),
        recall=sums["correct"] / sums["gold"].where(sums["gold"] > 0),
        f1=sums["correct"] / intervals.f1_base(sums["predicted"], sums["gold"]),
        documents=counts["doc_id"].nunique(),
        low=bounds[:, 0],
        high=bounds[:, 1],
        interval=method,
    )
    return table[list(schemas.table("accuracy").columns)]
