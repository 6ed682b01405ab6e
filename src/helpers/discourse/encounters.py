"""Encounters: meetings and visits, each once, however often and from whichever side the texts tell them.

Acts tell the same encounter where the persons (or, without persons, the countries and bodies) on both sides are the
same, the form is of one family (`lexicon/protocol.csv`) and the dates do not contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from helpers import lexicon, schemas
from helpers.discourse.settings import Setting

NEAR = 3  # days between two reports of one encounter, where the text does not date it
FREE = "meeting"  # the family of informal words, that may retell an encounter of any other


@dataclass(slots=True)
class Encounter:
    """An encounter while accounts of it are gathered; `when` is an ISO day or range, `told` the days of the reports."""

    key: frozenset[str]
    family: str
    when: str
    sides: set[str]
    acts: list[str]
    forms: Counter[str]
    docs: set[str]
    places: list[str]
    told: list[str] = field(default_factory=list)
    order: int = 0


def encounters(acts: pd.DataFrame, documents: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the table `encounters`, by date, those without date last, from the tables of a run.

    A date is a DATE mention in the sentence of an act that names a day or range (for a visit also a month); where no
    account of an encounter gives one, it stays empty.
    """
    setting = Setting(documents, mentions)
    found: list[Encounter] = []
    for group in _by_document(acts, setting):
        for account in _merged(group):
            _join(found, account)
    rows = [_row(encounter, setting) for encounter in sorted(found, key=lambda e: (e.when or "9", e.order))]
    for number, row in enumerate(rows, start=1):
        row["encounter_id"] = f"e{number:04d}"
    return schemas.conform("encounters", pd.DataFrame(rows)) if rows else schemas.empty("encounters")


def _by_document(acts: pd.DataFrame, setting: Setting) -> Iterable[list[Encounter]]:
    told = acts[acts["act"].isin(("VISIT", "RECEIVE", "MEET")) & (acts["time"] != "denied")]
    order = 0
    for _, rows in told.groupby("doc_id", sort=True):
        out = []
        for row, source, target in _told_apart(rows.sort_values("start"), setting):
            sides, key = source | target, _key(str(row.act), source, target, setting)
            if len(sides) < 2 or not key:
                continue
            order += 1
            doc, sentence, start = str(row.doc_id), int(row.sentence), int(row.start)
            out.append(
                Encounter(
                    key, family(str(row.protocol)), setting.date(doc, sentence, start, bool(row.act == "VISIT")), sides,
                    [str(row.act_id)], Counter([str(row.protocol)]), {doc}, setting.places(doc, sentence, start),
                    [setting.published.get(doc, "")], order,
                )
            )  # fmt: skip
        yield out


def _ids(cell: Any) -> set[str]:
    return {part for part in str(cell).split(";") if part}


def _told_apart(rows: pd.DataFrame, setting: Setting) -> Iterable[tuple[Any, set[str], set[str]]]:
    """Acts with their sides; a guest who calls on two leaders ("hội kiến A, B") meets each of them."""
    for row in rows.itertuples(index=False):
        source, target = _ids(row.source_ids), _ids(row.target_ids)
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


@cache
def _forms() -> dict[str, tuple[str, int]]:
    return {row["entry"]: (row["family"], int(row["rank"])) for row in lexicon.load("protocol")}


def family(form: str) -> str:
    """The family of a protocol form; forms of one family may tell the same encounter."""
    return _forms().get(form, (FREE, 9))[0]


def _merged(accounts: list[Encounter]) -> list[Encounter]:
    """The encounters of one document: accounts with a date first, the others join the nearest that fits."""
    out: list[Encounter] = []
    for account in sorted(accounts, key=lambda a: (not a.when, a.family == FREE, a.order)):
        fitting = [e for e in out if _same(e, account)]
        if fitting:
            _take(min(fitting, key=lambda e: (abs(e.order - account.order), e.order)), account)
        else:
            out.append(account)
    return out


def _same(one: Encounter, other: Encounter) -> bool:
    if one.key != other.key or not (one.family == other.family or FREE in (one.family, other.family)):
        return False
    if "visit" in (one.family, other.family) and one.family != other.family:
        return False
    return not one.when or not other.when or overlap(one.when, other.when)


def overlap(one: str, other: str) -> bool:
    """Whether two ISO days, months or ranges ("2024-03-31/2024-04-03") have a day in common."""
    (first, last), (start, end) = _bounds(one), _bounds(other)
    return first <= end and start <= last


def _bounds(when: str) -> tuple[str, str]:
    first, _, last = when.partition("/")
    last = last or first
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def _join(found: list[Encounter], account: Encounter) -> None:
    """Join an account of one document to an encounter that another has told, or add it."""
    for encounter in found:
        if _same(encounter, account) and ((encounter.when and account.when) or _near(encounter, account)):
            _take(encounter, account)
            return
    found.append(account)


def _near(one: Encounter, other: Encounter) -> bool:
    """Whether the reports (or the date, where one has it) lie so near that they may tell the same encounter."""
    days = [_days(one), _days(other)]
    return any(abs((a - b).days) <= NEAR for a in days[0] for b in days[1])


def _days(encounter: Encounter) -> list[date]:
    texts = [*encounter.when.split("/")] if encounter.when else encounter.told
    return [date.fromisoformat(text[:10]) for text in texts if len(text) >= 10]


def _take(into: Encounter, account: Encounter) -> None:
    if not into.when or (account.when and len(account.when) > len(into.when) and account.family == "visit"):
        into.when = account.when or into.when
    if into.family == FREE:
        into.family = account.family
    into.sides |= account.sides
    into.acts += account.acts
    into.forms += account.forms
    into.docs |= account.docs
    into.places += account.places
    into.told += account.told


def _place(encounter: Encounter) -> str:
    """Where an encounter was: the place most often named with it. That of a visit is the country among its sides."""
    if encounter.family == "visit" or not encounter.places:
        return ""
    return Counter(encounter.places).most_common(1)[0][0]


def _row(encounter: Encounter, setting: Setting) -> dict[str, Any]:
    forms = encounter.forms
    form = min(forms, key=lambda f: (family(f) == FREE, -forms[f], _forms().get(f, ("", 9))[1], f))
    if encounter.family == "visit":
        form = min(forms, key=lambda f: (_forms().get(f, ("", 9))[1], f))
    sides = sorted(encounter.sides)
    return {
        "encounter_id": "",
        "date": encounter.when,
        "place": _place(encounter),
        "form": form,
        "sides": ";".join(sides),
        "levels": ";".join(setting.office(side) for side in sides),
        "act_ids": ";".join(sorted(encounter.acts)),
    }
