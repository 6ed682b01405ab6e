"""Timeline of encounters: who met whom, when and in which form, from the earliest down."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from helpers import store, words
from helpers.cells import split
from helpers.figures import labels, style
from helpers.figures.save import Description

NAME, TABLE = "timeline", "encounters"
LETTERS, BOLD_LETTERS, OFFICE = 64, 56, 24
_ORDER = ("PER", "ROLE", "ORG", "LOC")
_HEAD, _GAP = 1.2, 0.7  # lines: a heading of a year, the space after an entry


class Entry(NamedTuple):
    """One encounter: `when` and `form` as shown, `sides` as a line, `accounts` the number of acts that tell it.

    `dated` is false where no text dates it: `when` is then the day of the first report."""

    year: str
    day: str
    when: str
    form: str
    sides: str
    accounts: int
    dated: bool


class Timeline(NamedTuple):
    """Encounters in order of date, those without any date last; `hidden` more are left out."""

    entries: tuple[Entry, ...]
    hidden: int


def data(
    encounters: pd.DataFrame, entities: pd.DataFrame, acts: pd.DataFrame, documents: pd.DataFrame, *, top_n: int
) -> Timeline:
    """Return the `top_n` encounters told by the most acts, in order of date, or of the first report where no text
    dates them."""
    known = labels.of_entities(entities)
    told = acts.merge(documents[["doc_id", "published_at"]], on="doc_id")
    reported = told[told["published_at"] != ""].assign(day=told["published_at"].str[:10])
    days = reported.set_index("act_id")["day"].to_dict()
    ids = encounters["act_ids"].map(split)
    rows = encounters.assign(
        accounts=ids.map(len).astype("int64"),
        report=ids.map(lambda some: min((days[i] for i in some if i in days), default="")).astype("str"),
    )
    rows = rows.assign(at=rows["date"].where(rows["date"] != "", rows["report"]), undated=rows["date"] == "")
    rows["unplaced"] = rows["at"] == ""
    best = rows.sort_values(["accounts", "undated", "at", "encounter_id"], ascending=[False, True, True, True])
    kept = best.head(top_n).sort_values(["unplaced", "at", "encounter_id"])
    return Timeline(tuple(_entry(row, known) for row in store.each(kept)), max(len(rows) - top_n, 0))


def _entry(row: Any, known: Mapping[str, str]) -> Entry:
    gloss, day = labels.gloss(str(row.form)), labels.date(str(row.at))
    when = day if row.date else words.say("figures.reported", day=day) if day else words.say("figures.undated")
    when = words.say("figures.planned", when=when) if row.time == "planned" else when
    return Entry(
        year=str(row.at)[:4] if day else words.say("figures.undated"),
        day=day,
        when=when,
        form=words.say("figures.glossed", term=row.form, gloss=gloss) if gloss else str(row.form),
        sides=" – ".join(_sides(str(row.sides), str(row.levels), known)),
        accounts=int(row.accounts),
        dated=bool(row.date),
    )


def _sides(ids: str, levels: str, known: Mapping[str, str]) -> list[str]:
    """Names of the sides, persons first, a person with the office where that is short."""
    sides, offices = ids.split(";"), levels.split(";")
    if len(offices) != len(sides):
        offices = [""] * len(sides)
    named = [
        (
            _ORDER.index(kind) if kind in _ORDER else len(_ORDER),
            f"{office} {name}" if 0 < len(office) <= OFFICE else name,
        )
        for side, office in zip(sides, offices, strict=True)
        if side
        for kind, name in [(side.partition(":")[0], labels.name(side, known))]
    ]
    return [name for _, name in sorted(named, key=lambda item: item[0])]


def height(data: Timeline) -> float:
    """Height in inches of the figure of `data`."""
    years = sum(1 for _ in itertools.groupby(data.entries, key=lambda entry: entry.year))
    lines = sum(_lines(entry) for entry in data.entries) + years * _HEAD
    return style.rows_height(0, around=0.45) + lines * style.LINE if data.entries else 1.6


def _broken(sides: str) -> str:
    """The sides in at most three lines that break between two of them, not inside a name."""
    whole = sides.replace(" ", "\u00a0").replace("\u00a0–\u00a0", "\u00a0– ")
    return style.wrap(whole, LETTERS, 3).replace("\u00a0", " ")


def _head(entry: Entry) -> str:
    undated = entry.when == words.say("figures.undated")  # the heading above says so
    return style.wrap(entry.form if undated else f"{entry.when} · {entry.form}", BOLD_LETTERS, 2)


def _lines(entry: Entry) -> float:
    return _head(entry).count("\n") + 1 + (_broken(entry.sides).count("\n") + 1 if entry.sides else 0) + _GAP


def plot(data: Timeline, ax: Axes) -> None:
    """Draw the encounters down a line, with a heading for each year and a hollow mark where the day is the report's."""
    if not data.entries:
        style.empty(ax, "no_encounters")
        return
    y = 0.0
    marks: dict[bool, list[float]] = {True: [], False: []}
    for year, group in itertools.groupby(data.entries, key=lambda entry: entry.year):
        ax.text(0.035, y + 0.5, year, va="center", fontsize=style.TEXT, fontweight="bold", color=style.DARK)
        y += _HEAD
        for entry in group:
            head = _head(entry)
            marks[entry.dated].append(y + 0.5)
            ax.text(0.035, y + 0.05, head, va="top", fontweight="bold", linespacing=1.15)
            if entry.sides:
                below = y + 1.1 + head.count("\n")
                ax.text(0.035, below, _broken(entry.sides), va="top", linespacing=1.15)
            y += _lines(entry)
    ax.plot([0, 0], [0.2, y - 0.5], color=style.SOFT, linewidth=1, zorder=1)
    for dated, places in marks.items():
        fill = style.DARK if dated else style.PAPER
        ax.scatter([0] * len(places), places, s=34, color=fill, edgecolors=style.DARK, zorder=2, clip_on=False)
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
        [
            words.say("figures.timeline_caption"),
            "" if all(entry.dated for entry in data.entries) else words.say("figures.timeline_reported"),
            labels.left_out(data.hidden, "encounters_left_out"),
        ]
    )
    shown = [
        words.say("figures.timeline_entry", when=e.when, form=e.form, sides=e.sides or words.say("figures.nobody"))
        for e in data.entries[:6]
    ]
    dated = [entry for entry in data.entries if entry.day]
    several = len({entry.day for entry in dated}) > 1
    period = words.say("figures.timeline_period", first=dated[0].day, last=dated[-1].day) if several else ""
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
