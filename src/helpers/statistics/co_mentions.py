"""People named together: pairs in one sentence, who comes first, and the communities they form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import networkx as nx
import pandas as pd

from helpers import schemas, store
from helpers.entities import channels

UNRANKED = 99
_RANKED = ("party", "state", "government", "parliament")  # a governor does not rank as a president
_PAIRS = """
WITH named AS (SELECT m.doc_id, m.sentence, m.entity_id, min(m.start) AS start FROM mentions m JOIN documents d USING (doc_id)
               WHERE m.type = 'PER' AND d.counted GROUP BY ALL)
SELECT a.entity_id, b.entity_id AS other_id, count(*) AS sentences, count(DISTINCT a.doc_id) AS documents,
    count(*) FILTER (a.start < b.start) AS first
FROM named a JOIN named b ON a.doc_id = b.doc_id AND a.sentence = b.sentence AND a.entity_id < b.entity_id
GROUP BY ALL ORDER BY a.entity_id, other_id"""
_OFFICES = """
SELECT DISTINCT entity_id, office
FROM (SELECT entity_id, unnest(string_split(offices || ';' || offices_after, ';')) AS office FROM namings)
WHERE office <> '' ORDER BY ALL"""


def named_together(run: Path | None = None) -> pd.DataFrame:
    """Return table `named_together`: pairs of persons of one sentence, with the rank of each (1 highest, 99 unknown).

    The rank is that of the highest office in party, state, government or parliament named in the corpus, by
    `lexicon/channels.csv`. Texts that repeat another are
    left out.
    """
    pairs, best = store.query(_PAIRS, run), _ranks(run)
    ranks = {name: pairs[column].map(best).fillna(UNRANKED).astype("int64") for name, column in
             (("rank", "entity_id"), ("other_rank", "other_id"))}  # fmt: skip
    columns = list(schemas.table("named_together").columns)
    return pairs.assign(**ranks)[columns] if len(pairs) else schemas.empty("named_together")


def _ranks(run: Path | None) -> dict[str, int]:
    best: dict[str, int] = {}
    for row in store.each(store.query(_OFFICES, run)):
        channel, rank = channels.of_name(row.office)
        rank = rank if channel in _RANKED else UNRANKED
        best[row.entity_id] = min(rank, best.get(row.entity_id, UNRANKED))
    return best


def graph(pairs: pd.DataFrame, entities: pd.DataFrame) -> nx.Graph:
    """The network of people: label, country and channel of each, and in how many sentences two are named together."""
    out = nx.Graph()
    known = {row.entity_id: row for row in store.each(entities[entities["type"] == "PER"])}
    for key in sorted({*pairs["entity_id"], *pairs["other_id"]}):
        row = known[key]
        out.add_node(key, label=row.label, country=row.country, channel=row.channel, mentions=int(row.mentions))
    for pair in store.each(pairs):
        out.add_edge(pair.entity_id, pair.other_id, sentences=int(pair.sentences))
    return out


def communities(network: nx.Graph, *, seed: int) -> pd.DataFrame:
    """Return table `communities`: who is named with whom more than by chance (Louvain method, Blondel et al. 2008).

    Communities are numbered by size; `together` is the number of sentences in which a person stands with another.
    """
    found = nx.community.louvain_communities(network, weight="sentences", seed=seed) if len(network) else []
    ranked = sorted((sorted(some) for some in found), key=lambda some: (-len(some), some))
    degree = dict(network.degree(weight="sentences"))
    rows = [(key, number, degree[key]) for number, some in enumerate(ranked, start=1) for key in some]
    return pd.DataFrame(rows, columns=["entity_id", "community", "together"]) if rows else schemas.empty("communities")


def write_graphml(network: nx.Graph, found: pd.DataFrame, run: Path | None = None) -> Path:
    """Write the network with its communities as GraphML among the tables of a run, and return the file."""
    of: Iterable[tuple[str, int]] = zip(found["entity_id"], found["community"], strict=True)
    marked = network.copy()
    nx.set_node_attributes(marked, {key: int(number) for key, number in of}, "community")
    target = store.folder(run) / "people_network.graphml"
    nx.write_graphml_xml(marked, target)
    return target


COMMUNITIES = """
WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY community ORDER BY together DESC, entity_id) AS place FROM communities),
lands AS (SELECT community, name, count(*) AS n FROM communities JOIN entities USING (entity_id) JOIN country_names ON iso = country GROUP BY ALL)
SELECT community, count(*) AS people, sum(together)::BIGINT AS sentences,
    string_agg(e.label, ', ' ORDER BY place) FILTER (place <= 6) AS most_named,
    coalesce((SELECT string_agg(name || ' ' || n, ', ' ORDER BY n DESC, name) FROM lands l WHERE l.community = r.community), '') AS countries
FROM ranked r JOIN entities e USING (entity_id) GROUP BY community ORDER BY community"""
