"""Keyness: the words of one group of documents against a reference."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.statistics import groups as grouping
from helpers.statistics import measures
from helpers.statistics.units import WORD


def keyness(
    countable: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    group_by: str,
    reference: str = "",
    min_count: int = 2,
    top_n: int = 20,
) -> pd.DataFrame:
    """Return table `keyness`: for each group the `top_n` words it uses more, and the `top_n` it uses less, than the
    reference, by G2 (Dunning 1993) with the log ratio (Hardie 2014).

    `countable` is what `units.countable` returns; its content words are compared, all its words make the size of a
    group. `reference` names the group to compare the others with, "" all other documents. Words that occur fewer than
    `min_count` times in both together are left out. p-values, corrected over the words compared (Holm 1979), are given
    only where group and reference have at least 5 documents each: with fewer it is a comparison of single texts. They
    treat each word as drawn alone, which overstates certainty.

    Raises ParameterError for a reference that is no group, listing the groups. Empty with a single group.
    """
    groups = grouping.assign(documents, group_by)
    grouping.check_reference(groups, reference)
    names = grouping.largest(groups)
    if reference and reference not in names:
        names.append(reference)
    parts = [table for table in _compare(countable, groups, names, reference, min_count, top_n) if len(table)]
    if not parts:
        return schemas.empty("keyness")
    return pd.concat(parts, ignore_index=True)[list(schemas.table("keyness").columns)]


def _compare(
    countable: pd.DataFrame, groups: pd.Series, names: list[str], reference: str, min_count: int, top_n: int
) -> Iterator[pd.DataFrame]:
    rows = countable[countable["kind"] == WORD]
    content = rows[~rows["function"]]
    units = sorted(set(content["unit"]))
    code = pd.Series(np.arange(len(units)), index=units)
    by_group = {name: part["unit"] for name, part in content.groupby(content["doc_id"].map(groups))}
    counts = {name: np.bincount(code[by_group[name]], minlength=len(units)) for name in names if name in by_group}
    sizes = rows["doc_id"].map(groups).value_counts()
    texts = groups.value_counts()
    total = np.bincount(code[content["unit"]], minlength=len(units)) if units else np.zeros(0, dtype=np.int64)
    for name in names:
        if name == reference or name not in counts:
            continue
        other = counts.get(reference, np.zeros_like(total)) if reference else total - counts[name]
        words = int(sizes.get(reference, 0)) if reference else len(rows) - int(sizes[name])
        if words:
            table = _table(units, counts[name], other, int(sizes[name]), words, min_count).assign(
                group=name,
                reference=reference or "",
                documents=int(texts[name]),
                reference_documents=int(texts[reference]) if reference else len(groups) - int(texts[name]),
            )
            yield _best(_tested(table), top_n)


def _table(units: list[str], a: np.ndarray, c: np.ndarray, words: int, others: int, min_count: int) -> pd.DataFrame:
    table = pd.DataFrame({"unit": units, "count": a, "reference_count": c, "words": words, "reference_words": others})
    table = table[table["count"] + table["reference_count"] >= min_count]
    a, c = table["count"].to_numpy(), table["reference_count"].to_numpy()
    return table.assign(
        log_likelihood=measures.log_likelihood(a, words - a, c, others - c),
        log_ratio=measures.log_ratio(a, words, c, others),
    )


def _tested(table: pd.DataFrame) -> pd.DataFrame:
    """With p-values, or NaN where the groups are too small for them."""
    enough = (table[["documents", "reference_documents"]] >= grouping.FEWEST_DOCUMENTS).all(axis=None)
    values = measures.holm(measures.p_value(table["log_likelihood"].to_numpy())) if enough else np.nan
    return table.assign(p_value=values).astype({"p_value": "float64"})


def _best(table: pd.DataFrame, top_n: int) -> pd.DataFrame:
    """The `top_n` words of each direction by G2, the positive ones first."""
    ranked = table.sort_values(["log_likelihood", "unit"], ascending=[False, True])
    return pd.concat([ranked[ranked["log_ratio"] > 0].head(top_n), ranked[ranked["log_ratio"] < 0].head(top_n)])
