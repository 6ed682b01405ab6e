"""The confusion table of mentions: what the annotator calls a name, against what was found in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from helpers.evaluation.gold import GoldDocument
from helpers.spans import MENTION_TYPES
from helpers.words import say

Span = tuple[int, int, str]


def confusion(mentions: Iterable[Mapping[str, Any]], gold: Mapping[str, GoldDocument]) -> pd.DataFrame:
    """Return a row for each type of the gold annotation and one for what no gold mention meets, with counts.

    Columns: the types found (same span), `other_edges` (the same type, but other edges), `missed`. A mention that
    overlaps the gold one with other edges and another type counts under the type found. Each mention is used once.
    """
    found: dict[str, list[Span]] = {doc: [] for doc in gold}
    for row in mentions:
        if row["doc_id"] in found:
            found[row["doc_id"]].append((int(row["start"]), int(row["end"]), str(row["type"])))
    counts: Counter[tuple[str, str]] = Counter()
    for doc in sorted(gold):
        counts += _document(sorted(found[doc]), [(m.start, m.end, m.type) for m in gold[doc].mentions])
    spurious = say("evaluation.spurious")
    rows = [
        {"gold_type": kind, **{name: counts[kind, name] for name in (*MENTION_TYPES, "other_edges", "missed")}}
        for kind in (*MENTION_TYPES, spurious)
    ]
    return pd.DataFrame(rows) if gold else pd.DataFrame(columns=["gold_type", *MENTION_TYPES, "other_edges", "missed"])


def _document(found: list[Span], wanted: list[Span]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    spans = {(start, end): (start, end, kind) for start, end, kind in found}
    free = dict.fromkeys(found)
    left = []
    for start, end, kind in wanted:  # first what has the right span
        same = spans.get((start, end))
        if same in free and same is not None:
            del free[same]
            counts[kind, same[2]] += 1
        else:
            left.append((start, end, kind))
    for start, end, kind in left:
        over = [span for span in free if span[0] < end and start < span[1]]
        near = next((span for span in over if span[2] == kind), over[0] if over else None)
        if near is not None:
            del free[near]
        counts[kind, "missed" if near is None else "other_edges" if near[2] == kind else near[2]] += 1
    counts.update((say("evaluation.spurious"), span[2]) for span in free)
    return counts
