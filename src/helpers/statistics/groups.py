"""Groups of documents to compare, and what each is compared with."""

from __future__ import annotations

import pandas as pd
from rapidfuzz import process

from helpers import words
from helpers.errors import ParameterError
from helpers.parameters import GROUPS

FEWEST_DOCUMENTS = 5  # fewer in a group: a comparison of single texts, without p-values
MOST_GROUPS = 200  # the largest groups are compared; an archive grouped by text would have as many groups as texts


def assign(documents: pd.DataFrame, group_by: str) -> pd.Series:
    """Return the group of each document that is no duplicate, by doc_id.

    `group_by` is doc_id, outlet, agency or year (of publication). Raises ParameterError for another one. Where a
    document does not tell, its group is called "unknown".
    """
    if group_by not in GROUPS:
        raise ParameterError(f"group_by={group_by}: expected one of {', '.join(GROUPS)}")
    rows = documents[documents["counted"]]
    values = rows["published_at"].str[:4] if group_by == "year" else rows[group_by]
    labels = values.where(values != "", words.say("statistics.unknown"))
    return pd.Series(labels.to_numpy(), index=pd.Index(rows["doc_id"], name="doc_id"), name="group", dtype="str")


def largest(groups: pd.Series, most: int = MOST_GROUPS) -> list[str]:
    """Return the names of the `most` groups with the most documents, in alphabetical order."""
    sizes = groups.value_counts(sort=False).rename_axis("group").reset_index(name="size")
    return sorted(sizes.sort_values(["size", "group"], ascending=[False, True])["group"].head(most))


def check_reference(groups: pd.Series, reference: str) -> None:
    """Raise ParameterError, listing the groups, where `reference` is neither empty nor one of them."""
    names = sorted(set(groups))
    if reference and reference not in names:
        near = process.extractOne(reference, names, score_cutoff=60)
        hint = f"; did you mean {near[0]}?" if near else ""
        shown = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
        raise ParameterError(f"reference={reference}: no group has this name{hint} The groups are: {shown}")
