"""Encounters: meetings and visits, each once, however often and from whichever side the texts tell them.

Acts tell the same encounter where the persons (or, without persons, the countries and bodies) on both sides are the
same, the form is of one family (`lexicon/protocol.csv`) and the dates do not contradict each other. Inside one text a
country may stand for the one person of it that was met, and a delegation for its leader. In several texts the sides must
be the same, and both accounts dated, or their reports (a date, where one has it) at most three days apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from helpers import schemas
from helpers.cells import joined, split
from helpers.discourse.accounts import FREE, Account, Ledger, family, forms, merged
from helpers.discourse.settings import Setting
from helpers.entities.party import is_delegation

Sided = tuple[Any, set[str], set[str]]  # an act with the entity ids of its source and its target


def encounters(
    acts: pd.DataFrame, documents: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame
) -> pd.DataFrame:
    """Return the table `encounters`, by date, those without date last, from the tables of a run.

    A date is a DATE mention in the sentence of an act that names a day or range (for a visit also a month); where no
    account of an encounter gives one, it stays empty.
    """
    setting = Setting(documents, mentions)
    countries = dict(zip(entities["entity_id"], entities["country"], strict=True))
    ledger = Ledger()
    for group in _by_document(acts, setting):
        for account in merged(group, countries):
            ledger.add(account)
    rows = [_row(encounter, setting) for encounter in sorted(ledger.encounters, key=lambda e: (e.when or "9", e.order))]
    for number, row in enumerate(rows, start=1):
        row["encounter_id"] = f"e{number:04d}"
    return schemas.conform("encounters", pd.DataFrame(rows)) if rows else schemas.empty("encounters")


def _by_document(acts: pd.DataFrame, setting: Setting) -> Iterable[list[Account]]:
    told = acts[acts["act"].isin(("VISIT", "RECEIVE", "MEET")) & (acts["time"] != "denied")]
    order = 0
    for _, rows in told.groupby("doc_id", sort=True):
        out = []
        for row, source, target in _told_apart(_with_leaders(rows.sort_values("start"), setting), setting):
            sides, key = source | target, _key(str(row.act), source, target, setting)
            if len(sides) < 2 or not key:
                continue
            order += 1
            doc, sentence, start = str(row.doc_id), int(row.sentence), int(row.start)
            out.append(
                Account(
                    key, family(str(row.protocol)), setting.date(doc, sentence, start, bool(row.act == "VISIT")), sides,
                    [str(row.act_id)], Counter([str(row.protocol)]), {doc}, setting.places(doc, sentence, start),
                    [setting.published.get(doc, "")], order, {str(row.time)},
                )
            )  # fmt: skip
        yield out


def _ids(cell: Any) -> set[str]:
    return set(split(str(cell)))


def _with_leaders(rows: pd.DataFrame, setting: Setting) -> list[Sided]:
    """The acts of a document with their sides; a delegation stands for the one person that another act names with it."""
    told = [(row, _ids(row.source_ids), _ids(row.target_ids)) for row in rows.itertuples(index=False)]
    leaders: dict[str, set[str]] = defaultdict(set)
    for side in (side for _, *sides in told for side in sides):
        persons = {name for name in side if setting.types.get(name) == "PER"}
        for name in side:
            if is_delegation(name.partition(":")[2]) and len(persons) == 1:
                leaders[name] |= persons
    whole = {name: {name, *persons} for name, persons in leaders.items() if len(persons) == 1}

    def full(side: set[str]) -> set[str]:
        return set().union(*(whole.get(name, {name}) for name in side))

    return [(row, full(source), full(target)) for row, source, target in told]


def _told_apart(rows: list[Sided], setting: Setting) -> Iterable[Sided]:
    """Acts with their sides; a guest who calls on two leaders ("hội kiến A, B") meets each of them."""
    for row, source, target in rows:
        hosts = sorted(name for name in target - source if setting.types.get(name) == "PER")
        if row.act == "MEET" and family(str(row.protocol)) == "audience" and len(hosts) > 1:
            yield from ((row, source, {host}) for host in hosts)
        else:
            yield row, source, target


def _key(act: str, source: set[str], target: set[str], setting: Setting) -> frozenset[str]:
    """The persons of each side, or all of a side that has none; with the side for a visit, which has a direction."""
    sides = [_core(source, setting), _core(target, setting)]
    if act == "VISIT":
        return frozenset({*(f">{name}" for name in sides[0]), *sides[1]})
    return sides[0] | sides[1]


def _core(side: set[str], setting: Setting) -> frozenset[str]:
    persons = frozenset(name for name in side if setting.types.get(name) == "PER")
    return persons or frozenset(side)


def _place(encounter: Account) -> str:
    """Where an encounter was: the place most often named with it. That of a visit is the country among its sides."""
    if encounter.family == "visit" or not encounter.places:
        return ""
    return Counter(encounter.places).most_common(1)[0][0]


def _row(encounter: Account, setting: Setting) -> dict[str, Any]:
    told = encounter.forms
    form = min(told, key=lambda f: (family(f) == FREE, -told[f], forms().get(f, ("", 9))[1], f))
    if encounter.family == "visit":
        form = min(told, key=lambda f: (forms().get(f, ("", 9))[1], f))
    sides = sorted(encounter.sides)
    return {
        "encounter_id": "",
        "date": encounter.when,
        "place": _place(encounter),
        "form": form,
        "sides": joined(sides),
        "levels": joined(setting.office(side) for side in sides),
        "time": next((time for time in ("reported", "recalled") if time in encounter.times), "planned"),
        "act_ids": joined(sorted(encounter.acts)),
    }
