"""Relationship levels and channels of a run, from its tables: what notebook 3 asks for."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pandas as pd

from helpers import lexicon, schemas, store
from helpers.cells import split
from helpers.discourse import relationships
from helpers.entities import channels
from helpers.lexicon.matching import Matcher
from helpers.spans import ACT_ZONES


def relationships_table(texts: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return table `relationships`: every level of relationship that a text names, boilerplate left out."""
    kept = sentences[sentences["zone"].isin(ACT_ZONES)].merge(texts, on="doc_id")
    rows = []
    for s in store.each(kept):
        said = s.text[s.start : s.end]
        raised = min((hit.start for hit in _upgrades().longest(said)), default=len(said))
        for found in relationships.find(said):
            place = {
                "doc_id": s.doc_id,
                "start": s.start + found.start,
                "end": s.start + found.end,
                "sentence": s.sentence,
            }
            level = {"text": found.text, "level": found.level, "rank": found.rank, "raised": raised < found.start}
            rows.append(place | level)
    return pd.DataFrame(rows) if rows else schemas.empty("relationships")


def channels_table(acts: pd.DataFrame, entities: pd.DataFrame, namings: pd.DataFrame) -> pd.DataFrame:
    """Return table `channels`: for either side of each act, the channel its offices and bodies tell.

    A person acts through the channel of the body or, without one, of the highest office named with him; a body through
    its own; a country through none.
    """
    names: dict[str, list[str]] = defaultdict(list)
    for row in store.each(namings):
        names[row.entity_id] += [*split(row.bodies), *split(row.offices)]
    for row in store.each(entities):
        if row.type in ("ORG", "ROLE"):
            names[row.entity_id].append(row.label)
    rows = [
        {"act_id": act.act_id, "side": side, "channel": channel}
        for act in store.each(acts)
        for side, ids in (("source", act.source_ids), ("target", act.target_ids))
        for channel in channels.of_sides(names.get(key, []) for key in split(ids))
    ]
    return pd.DataFrame(rows) if rows else schemas.empty("channels")


@cache
def _upgrades() -> Matcher:
    return Matcher([row["entry"] for row in lexicon.load("upgrade_cues")])
