"""Relationship levels and channels of a run, from its tables: what notebook 3 asks for."""

from __future__ import annotations

import re

import pandas as pd

from helpers import schemas, store
from helpers.discourse import channels, relationships
from helpers.spans import ACT_ZONES

_PERIOD = re.compile(r" \([0-9–-]+\)$")


def relationships_table(texts: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return table `relationships`: every level of relationship that a text names, boilerplate left out."""
    kept = sentences[sentences["zone"].isin(ACT_ZONES)].merge(texts, on="doc_id")
    rows = [
        {"doc_id": s.doc_id, "start": s.start + found.start, "end": s.start + found.end, "sentence": s.sentence,
         "text": found.text, "level": found.level, "rank": found.rank}
        for s in store.each(kept)
        for found in relationships.find(s.text[s.start : s.end])
    ]  # fmt: skip
    return pd.DataFrame(rows) if rows else schemas.empty("relationships")


def channels_table(acts: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Return table `channels`: for either side of each act, the channel its offices and bodies tell.

    A person acts through the channel of the highest office named with him, a body through its own; a country through
    none.
    """
    names = {row.entity_id: _names(row) for row in store.each(entities)}
    rows = [
        {"act_id": act.act_id, "side": side, "channel": channel}
        for act in store.each(acts)
        for side, ids in (("source", act.source_ids), ("target", act.target_ids))
        for channel in channels.of_sides(names.get(key, []) for key in ids.split(";") if key)
    ]
    return pd.DataFrame(rows) if rows else schemas.empty("channels")


def _names(entity: pd.Series) -> list[str]:
    if entity.type == "PER":
        return [_PERIOD.sub("", office) for office in entity.offices.split("; ") if office]
    return [entity.label] if entity.type in ("ORG", "ROLE") else []
