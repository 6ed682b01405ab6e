"""Timeline of encounters: who met whom, when and in which form, from the earliest down."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from helpers import store, words
from helpers.figures import labels, style
from helpers.figures.save import Description

NAME, TABLE = "timeline", "encounters"
LETTERS = 64
_HEAD, _GAP = 1.2, 0.7  # lines: a heading of a year, the space after an entry


class Entry(NamedTuple):
    """One encounter: `when` and `form` as shown, `gloss` its English where that first stands, `sides` as a line,
    `accounts` the number of acts that tell it."""

    year: str
    when: str
    form: str
    gloss: str
    sides: str
    accounts: int


class Timeline(NamedTuple):
    """Encounters in order of date, those without a date last; `hidden` more are left out."""

    entries: tuple[Entry, ...]
    hidden: int


def data(encounters: pd.DataFrame, entities: pd.DataFrame, *, top_n: int) -> Timeline:
    """Return the `top_n` encounters told by the most acts, in order of date."""
    known = labels.of_entities(entities)
    rows = encounters.assign(
        accounts=encounters["act_ids"].str.split(";").map(lambda ids: len([i for i in ids if i])).astype("int64"),
        undated=encounters["date"] == "",
    )
    best = rows.sort_values(["accounts", "undated", "date", "encounter_id"], ascending=[False, True, True, True])
    kept = best.head(top_n).sort_values(["undated", "date", "encounter_id"])
    glosses = pd.Series([labels.gloss(form) for form in kept["form"]], dtype="str")
    glosses = glosses.where(~glosses.duplicated(), "")  # where it first stands
    entries = tuple(_entry(row, known, gloss) for row, gloss in zip(store.each(kept), glosses, strict=True))
    return Timeline(entries, max(len(rows) - top_n, 0))


def _entry(row: Any, known: Mapping[str, str], gloss: str) -> Entry:
    iso = str(row.date)
    sides = [labels.name(side, known) for side in str(row.sides).split(";") if side]
    return Entry(
        year=iso[:4] if iso[:4].isdigit() else words.say("figures.undated"),
        when=labels.date(iso) or words.say("figures.undated"),
        form=str(row.form),
        gloss=gloss,
        sides=" – ".join(sides),
        accounts=int(row.accounts),
    )


def height(data: Timeline) -> float:
    """Height in inches of the figure of `data`."""
    years = len({entry.year for entry in data.entries})
    lines = sum(_lines(entry) for entry in data.entries) + years * _HEAD
    return style.rows_height(0, around=0.45) + lines * style.LINE if data.entries else 1.6


def _sides(entry: Entry) -> str:
    """The sides in at most three lines that break between two of them, not inside a name."""
    whole = entry.sides.replace(" ", "\u00a0").replace("\u00a0–\u00a0", "\u00a0– ")
    return style.wrap(whole, LETTERS, 3).replace("\u00a0", " ")


def _head(entry: Entry) -> str:
    return f"{entry.when} · {entry.form}" if entry.year.isdigit() else entry.form


def _lines(entry: Entry) -> float:
    return 1 + bool(entry.gloss) + (_sides(entry).count("\n") + 1 if entry.sides else 0) + _GAP


def plot(data: Timeline, ax: Axes) -> None:
    """Draw the encounters down a line, with a heading for each year."""
    if not data.entries:
        style.empty(ax, "no_encounters")
        return
    y, marks = 0.0, []
    for year, group in itertools.groupby(data.entries, key=lambda entry: entry.year):
        ax.text(0.035, y + 0.5, year, va="center", fontsize=style.TEXT, fontweight="bold", color=style.DARK)
        y += _HEAD
        for entry in group:
            marks.append(y + 0.5)
            ax.text(0.035, y + 0.5, _head(entry), va="center", fontweight="bold")
            if entry.gloss:
                ax.text(0.035, y + 1.08, entry.gloss, va="top", fontstyle="italic", color=style.SOFT)
            if entry.sides:
                ax.text(0.035, y + 1.08 + bool(entry.gloss), _sides(entry), va="top", linespacing=1.15)
            y += _lines(entry)
    ax.plot([0, 0], [0.2, y - 0.5], color=style.SOFT, linewidth=1, zorder=1)
    ax.scatter([0] * len(marks), marks, s=34, color=style.DARK, zorder=2, clip_on=False)
    ax.set_xlim(-0.015, 1)
    ax.set_ylim(y, 0)
    ax.set_xticks([])
    ax.set_yticks([])
    style.bare(ax, "left", "bottom")
    if data.hidden:
        ax.set_xlabel(words.say("figures.more_encounters", n=data.hidden), color=style.SOFT, loc="left")


def describe(data: Timeline) -> Description:
    """Return title, caption and alternative text."""
    title = words.say("figures.timeline_title")
    if not data.entries:
        return Description(title, words.say("figures.no_encounters"), words.say("figures.no_encounters"))
    caption = labels.sentences(
        [words.say("figures.timeline_caption"), labels.left_out(data.hidden, "encounters_left_out")]
    )
    shown = [
        words.say("figures.timeline_entry", when=e.when, form=_glossed(e), sides=e.sides or words.say("figures.nobody"))
        for e in data.entries[:6]
    ]
    dated = [entry for entry in data.entries if entry.year.isdigit()]
    several = len({entry.when for entry in dated}) > 1
    period = words.say("figures.timeline_period", first=dated[0].when, last=dated[-1].when) if several else ""
    more = len(data.entries) - len(shown)
    alt = labels.sentences(
        [
            words.say("figures.timeline_alt", n=len(data.entries)),
            period,
            "; ".join(shown) + ("." if not more else ";"),
            words.say("figures.timeline_more", n=more) if more else "",
        ]
    )
    return Description(title, caption, alt)


def _glossed(entry: Entry) -> str:
    return words.say("figures.glossed", term=entry.form, gloss=entry.gloss) if entry.gloss else entry.form
