"""One id for one entity across documents."""

from __future__ import annotations

import pandas as pd

from helpers.text import fold


def corpus_ids(mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.Series:
    """Return the entity id of every row of `mentions` (columns doc_id, type, entity)."""
    label: dict[tuple[str, str], str] = {}
    for kind, entity in sorted(set(zip(mentions["type"], mentions["entity"], strict=True))):
        label.setdefault((kind, fold(entity)), entity)
    ids = [
        f"{kind}:{label[kind, fold(entity)]}" for kind, entity in zip(mentions["type"], mentions["entity"], strict=True)
    ]
    return pd.Series(ids, index=mentions.index, dtype="str")
