"""Who does what: acts by actor and class."""

from __future__ import annotations

import pandas as pd

from helpers import store, words
from helpers.figures import labels, matrix
from helpers.figures.matrix import Matrix
from helpers.figures.save import Description
from helpers.spans import ACT_CLASSES

NAME, TABLE = "acts_by_actor", "acts"


def data(acts: pd.DataFrame, entities: pd.DataFrame, documents: pd.DataFrame, *, top_n: int) -> Matrix:
    """Return the acts by source and class, of the `top_n` actors with the most acts; an act of several actors counts
    for each of them. Documents that repeat another are left out."""
    kept = acts[acts["doc_id"].isin(documents.loc[documents["counted"], "doc_id"])]
    single = kept.assign(row=kept["source_ids"].str.split(";")).explode("row")
    single = single[single["row"].fillna("") != ""]
    cells = single.groupby(["row", "act"]).size().rename("count").reset_index().rename(columns={"act": "column"})
    known = labels.of_entities(entities)
    names = {row: labels.name(row, known) for row in cells["row"]}
    classes = {act: words.say(f"figures.act_{act}") for act in ACT_CLASSES}
    return matrix.ranked(cells, names, classes, top_n=top_n, empty="no_acts")


height = matrix.height
plot = matrix.plot


def describe(data: Matrix) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.acts_by_actor_title")
    if data.counts.empty:
        return Description(title, words.say("figures.no_acts"), words.say("figures.no_acts"))
    totals = data.counts.groupby("row")["count"].sum()
    first = next(iter(data.rows))
    own = data.counts[data.counts["row"] == first].sort_values(["count", "column"], ascending=[False, True])
    most = [f"{data.columns[row.column]} ({row.count})" for row in store.each(own.head(3))]
    others = [f"{data.rows[row]} ({totals[row]})" for row in list(data.rows)[1:5]]
    caption = labels.sentences(
        [
            words.say("figures.acts_by_actor_caption", n=len(data.rows)),
            labels.left_out(data.hidden_rows, "actors_left_out", acts=data.hidden_count),
        ]
    )
    alt = labels.sentences(
        [
            words.say("figures.acts_by_actor_alt", actors=len(data.rows), classes=len(data.columns)),
            words.say(
                "figures.acts_by_actor_first", actor=data.rows[first], n=int(totals[first]), classes=labels.listed(most)
            ),
            words.say("figures.then_follow", names=labels.listed(others)) if others else "",
        ]
    )
    return Description(title, caption, alt)
