"""Dispersion plot: where a word stands in each text."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from helpers import store, words
from helpers.figures import labels, style
from helpers.figures.save import Description

NAME, TABLE = "dispersion_plot", "dispersion"
LETTERS = 24


class Dispersion(NamedTuple):
    """`positions` has a row for each hit: document (a label), position from 0 to 1. `documents` lists the labels from
    top to bottom with their number of hits; `hidden` more texts hold `hidden_hits`, `without` texts hold none."""

    node: str
    positions: pd.DataFrame
    documents: dict[str, int]
    hidden: int
    hidden_hits: int
    without: int


def data(positions: pd.DataFrame, documents: pd.DataFrame, *, node: str, top_n: int) -> Dispersion:
    """Return where `node` stands in the `top_n` texts with the most hits, in order of date.

    `positions` is what `statistics.dispersion.positions` returns; documents that repeat another are left out.
    """
    own = documents[documents["counted"]]
    names = labels.of_documents(own)
    found = positions[positions["doc_id"].isin(own["doc_id"])]
    counts = found.groupby("doc_id").size().rename("hits").reset_index()
    order = counts.sort_values(["hits", "doc_id"], ascending=[False, True])
    kept = order.head(top_n).merge(own[["doc_id", "published_at"]], on="doc_id").sort_values(["published_at", "doc_id"])
    shown = found[found["doc_id"].isin(kept["doc_id"])]
    return Dispersion(
        node=node,
        positions=pd.DataFrame({"document": shown["doc_id"].map(names), "position": shown["position"]}).reset_index(
            drop=True
        ),
        documents={names[row.doc_id]: int(row.hits) for row in store.each(kept)},
        hidden=max(len(order) - top_n, 0),
        hidden_hits=int(order["hits"].iloc[top_n:].sum()),
        without=len(own) - len(order),
    )


def height(data: Dispersion) -> float:
    """Height in inches of the figure of `data`."""
    lines = sum(_lines(label) for label in data.documents)
    return style.rows_height(0, around=0.85) + lines * style.LINE if data.documents else 1.6


def _lines(label: str) -> float:
    return max(1.7, style.wrap(label, LETTERS).count("\n") + 1.4)


def plot(data: Dispersion, ax: Axes) -> None:
    """Draw a line for each text and a stroke on it for each hit."""
    if data.positions.empty:
        style.empty(ax, "no_hits")
        return
    y, places = 0.0, {}
    for label in data.documents:
        places[label] = y + _lines(label) / 2
        y += _lines(label)
    ax.hlines(list(places.values()), 0, 1, color=style.RULE, linewidth=1, zorder=1)
    at = data.positions["document"].map(places)
    ax.vlines(data.positions["position"], at - 0.55, at + 0.55, color=style.DARK, linewidth=1.6, zorder=2)
    for label, hits in data.documents.items():
        ax.text(1.03, places[label], f"{hits:,}", va="center", ha="left", fontsize=style.SMALL)
    ax.set_yticks(list(places.values()), [style.wrap(label, LETTERS) for label in places])
    ax.set_xticks([0, 0.5, 1], [words.say(f"figures.place_{part}") for part in ("beginning", "middle", "end")])
    ax.set_xlim(-0.02, 1.14)
    ax.set_ylim(y, 0)
    style.bare(ax, "left", "bottom")
    if data.hidden:
        note = words.say("figures.more_texts", n=data.hidden, hits=data.hidden_hits)
        ax.set_xlabel(note, color=style.SOFT, loc="left")


def describe(data: Dispersion) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.dispersion_title", node=data.node)
    if data.positions.empty:
        said = words.say("figures.no_hits_of", node=data.node)
        return Description(title, said, said)
    caption = labels.sentences(
        [
            words.say("figures.dispersion_caption", node=data.node),
            labels.left_out(data.hidden, "texts_left_out", hits=data.hidden_hits),
            labels.left_out(data.without, "texts_without"),
        ]
    )
    ranked = sorted(data.documents.items(), key=lambda item: (-item[1], item[0]))[:5]
    alt = words.say(
        "figures.dispersion_alt",
        n=len(data.documents),
        node=data.node,
        hits=len(data.positions),
        texts=labels.listed([f"{label}: {hits}" for label, hits in ranked]),
    )
    return Description(title, caption, alt)
