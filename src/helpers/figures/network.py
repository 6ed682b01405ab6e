"""Drawing of the actor–target network."""

from __future__ import annotations

from typing import Any

import numpy as np
import textalloc
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.patheffects import withStroke

from helpers import store, words
from helpers.figures import labels, style
from helpers.figures.network_data import Network, data, layout
from helpers.figures.save import Description

__all__ = ["NAME", "TABLE", "data", "describe", "height", "plot"]

NAME, TABLE = "network", "acts"
LETTERS = 22
_BEND = 0.14  # arrows are bent, so that both directions of a pair are seen
Point = tuple[float, float]
# marker and filling by mention type; other types are drawn like offices
MARKS: dict[str, tuple[str, str]] = {
    "PER": ("o", style.DARK),
    "LOC": ("s", style.MIDDLE),
    "ORG": ("D", style.LIGHT),
    "ROLE": ("^", style.PAPER),
}


def height(data: Network) -> float:
    """Height in inches of the figure of `data`."""
    return min(3.2 + 0.16 * len(data.nodes), 6.6) if len(data.nodes) else 1.6


def plot(data: Network, ax: Axes, *, seed: int) -> None:
    """Draw the entities and an arrow for each pair, from who acts to whom it is aimed at, as thick as the count."""
    if data.edges.empty:
        style.empty(ax, "no_network")
        return
    places = layout(data, seed)
    ax.set_xlim(-1.3, 1.3)
    ax.set_ylim(-1.15, 1.2)
    ax.set_axis_off()
    _legend(data, ax)
    style.freeze(ax)  # arrows and names are placed on what the axes measure now
    largest, most = int(data.edges["count"].max()), int(data.nodes["acts"].max())
    size = {str(n.id): 40 + 170 * int(n.acts) / most for n in store.each(data.nodes)}
    for edge in store.each(data.edges.sort_values(["count", "source", "target"])):
        ax.add_patch(_arrow(places[edge.source], places[edge.target], size[edge.target], int(edge.count) / largest))
    for kind in sorted(set(data.nodes["kind"])):
        own = data.nodes[data.nodes["kind"] == kind]
        marker, color = MARKS.get(kind, MARKS["ROLE"])
        x, y = zip(*(places[i] for i in own["id"]), strict=True)
        areas = np.array([size[i] for i in own["id"]])
        ax.scatter(x, y, s=areas, marker=marker, color=color, edgecolors=style.INK, linewidths=0.8, zorder=3)
    _name(data, places, ax)


def _arrow(start: Point, end: Point, size: float, share: float) -> FancyArrowPatch:
    return FancyArrowPatch(
        start,
        end,
        arrowstyle="-|>",
        mutation_scale=8 + 4 * share,
        connectionstyle=f"arc3,rad={_BEND}",
        shrinkA=2,
        shrinkB=size**0.5 / 2 + 1.5,
        linewidth=0.7 + 2.6 * share,
        color=style.SOFT,
        alpha=0.7,
        zorder=2,
    )


def _name(data: Network, places: dict[str, Point], ax: Axes) -> None:
    """Names beside the entities, where they cover neither each other nor a mark nor, if it can be, an arrow."""
    x, y = (np.array(values) for values in zip(*(places[i] for i in data.nodes["id"]), strict=True))
    arcs = [_arc(places[e.source], places[e.target], ax) for e in store.each(data.edges)]
    _, _, texts, _ = textalloc.allocate(
        ax,
        x,
        y,
        [style.wrap(label, LETTERS, 3) for label in data.nodes["label"]],
        x_scatter=x,
        y_scatter=y,
        x_lines=[arc[:, 0] for arc in arcs],
        y_lines=[arc[:, 1] for arc in arcs],
        textsize=style.SMALL,
        linecolor=style.SOFT,
        linewidth=0.6,
        min_distance=0.018,
        max_distance=0.2,
        margin=0.008,
        nbr_candidates=400,
        zorder=5,
    )
    text: Any
    for text in texts:
        text.set_path_effects([withStroke(linewidth=2.5, foreground=style.PAPER)])


def _arc(start: Point, end: Point, ax: Axes) -> np.ndarray:
    """Points of the bent line of an arrow, as matplotlib's arc3 bends it, in the coordinates of the data."""
    a, b = ax.transData.transform([start, end])
    control = (a + b) / 2 + _BEND * np.array([b[1] - a[1], a[0] - b[0]])
    t = np.linspace(0, 1, 9)[:, None]
    return np.asarray(ax.transData.inverted().transform((1 - t) ** 2 * a + 2 * t * (1 - t) * control + t**2 * b))


def _legend(data: Network, ax: Axes) -> None:
    present = [kind for kind in MARKS if kind in set(data.nodes["kind"])]
    handles = [_handle(*MARKS[kind]) for kind in present]
    names = [words.say(f"figures.mention_{kind}") for kind in present]
    ax.legend(handles, names, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=len(present), handletextpad=0.2)


def _handle(marker: str, color: str) -> Line2D:
    look: dict[str, Any] = {"markerfacecolor": color, "markeredgecolor": style.INK, "markeredgewidth": 0.8}
    return Line2D([], [], linestyle="", marker=marker, markersize=7, **look)


def describe(data: Network) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.network_title")
    if data.edges.empty:
        return Description(title, words.say("figures.no_network"), words.say("figures.no_network"))
    names = dict(zip(data.nodes["id"], data.nodes["label"], strict=True))
    strongest = data.edges.sort_values(["count", "source", "target"], ascending=[False, True, True]).head(6)
    pairs = [f"{names[e.source]} → {names[e.target]} ({e.count})" for e in store.each(strongest)]
    caption = labels.sentences(
        [
            words.say("figures.network_caption", most=int(data.edges["count"].max())),
            labels.left_out(data.hidden_nodes, "nodes_left_out", pairs=data.hidden_edges),
        ]
    )
    alt = words.say(
        "figures.network_alt", nodes=len(data.nodes), edges=len(data.edges), acts=int(data.edges["count"].sum()),
        pairs=labels.listed(pairs),
    )  # fmt: skip
    return Description(title, caption, alt)
