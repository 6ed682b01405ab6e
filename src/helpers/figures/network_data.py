"""The actor–target network: who acts toward whom, and how often."""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx
import pandas as pd

from helpers import store
from helpers.figures import labels


class Network(NamedTuple):
    """`edges` has a row for each pair: source, target (entity ids), count. `nodes` gives each id its label and `kind`
    (the mention type), the most involved first, with the number of acts it takes part in; `hidden_nodes` more actors,
    with `hidden_edges` pairs, are left out."""

    edges: pd.DataFrame
    nodes: pd.DataFrame
    hidden_nodes: int
    hidden_edges: int


def data(acts: pd.DataFrame, entities: pd.DataFrame, documents: pd.DataFrame, *, top_n: int) -> Network:
    """Return the network of the `top_n` entities that most acts join to another one, as source or as target.

    An act of several sources or targets counts for each pair; what one does toward itself is left out, and so are
    documents that repeat another.
    """
    kept = acts[acts["doc_id"].isin(documents.loc[documents["counted"], "doc_id"])]
    pairs = kept[["act_id", "source_ids", "target_ids"]].assign(
        source=kept["source_ids"].str.split(";"), target=kept["target_ids"].str.split(";")
    )
    pairs = pairs.explode("source").explode("target")
    pairs = pairs[(pairs["source"].fillna("") != "") & (pairs["target"].fillna("") != "")]
    pairs = pairs[pairs["source"] != pairs["target"]][["act_id", "source", "target"]].drop_duplicates()
    ends = pd.concat([pairs[["act_id", end]].rename(columns={end: "id"}) for end in ("source", "target")])
    acts_of = ends.drop_duplicates().groupby("id").size().rename("acts").reset_index()
    ranked = acts_of.sort_values(["acts", "id"], ascending=[False, True], ignore_index=True)
    edges = pairs.groupby(["source", "target"]).size().rename("count").reset_index()
    chosen = set(ranked["id"].head(top_n))
    shown = edges[edges["source"].isin(chosen) & edges["target"].isin(chosen)].reset_index(drop=True)
    joined = set(shown["source"]) | set(shown["target"])
    known = labels.of_entities(entities)
    nodes = ranked[ranked["id"].isin(joined)].reset_index(drop=True)
    nodes["label"] = pd.Series([labels.name(i, known) for i in nodes["id"]], dtype="str")
    nodes["kind"] = nodes["id"].str.partition(":")[0] if len(nodes) else pd.Series(dtype="str")
    return Network(shown, nodes, len(ranked) - len(nodes), len(edges) - len(shown))


def graph(network: Network) -> nx.DiGraph:
    """The network as a directed graph, with label, kind and acts of its nodes and the count of its edges."""
    out = nx.DiGraph()
    for node in store.each(network.nodes):
        out.add_node(node.id, label=node.label, kind=node.kind, acts=int(node.acts))
    for edge in store.each(network.edges):
        out.add_edge(edge.source, edge.target, count=int(edge.count))
    return out


def layout(network: Network, seed: int) -> dict[str, tuple[float, float]]:
    """Return x and y (−1 to 1, to 6 digits) of each node: forces between nodes from a seeded start (Fruchterman &
    Reingold 1991), parts that nothing joins held together by a weightless hub in the middle."""
    joined = nx.Graph()
    joined.add_nodes_from(network.nodes["id"])
    for edge in store.each(network.edges):
        joined.add_edge(edge.source, edge.target, weight=1.0)
    hub = ""
    for part in sorted(sorted(component) for component in nx.connected_components(joined)):
        joined.add_edge(hub, max(part, key=lambda node: (joined.degree(node), node)), weight=0.3)
    found = nx.spring_layout(joined, seed=seed, iterations=300, k=2.2 / max(len(joined), 4) ** 0.5)
    found.pop(hub, None)
    if not found:
        return {}
    frame = pd.DataFrame(found, index=["x", "y"]).T
    spread = (frame.max() - frame.min()).replace(0, 1)
    frame = (2 * (frame - frame.min()) / spread - 1).round(6) + 0.0
    return {str(node): (float(x), float(y)) for node, (x, y) in zip(frame.index, frame.to_numpy(), strict=True)}
