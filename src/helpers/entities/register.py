"""The register of entities over a whole corpus: one row for each, with the offices, countries and forms it is named with.

Computed from the mentions of all documents, anew in each run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import Any

import pandas as pd

from helpers import lexicon, schemas, store
from helpers.entities.namings import COUNTRY, Naming, country_in, namings
from helpers.text import fold

_PREFERRED = ("PER", "ORG", "LOC")


def ids_of_keys(doc_ids: pd.Series, cells: pd.Series, mentions: pd.DataFrame) -> pd.Series:
    """Return entity ids, joined by ;, for cells of codebook keys joined by ; in the documents `doc_ids`.

    A key that no mention of its document has (an office-holder without a name) gets an id of its own, type ROLE.
    """
    known: dict[tuple[str, str], str] = {}
    ranked = mentions.assign(rank=~mentions["type"].isin(_PREFERRED)).sort_values("rank", kind="stable")
    for row in store.each(ranked):
        known.setdefault((row.doc_id, fold(row.entity)), row.entity_id)
    ids = [
        ";".join(known.get((doc, fold(key)), _unmentioned(key)) for key in cell.split(";") if key)
        for doc, cell in zip(doc_ids, cells, strict=True)
    ]
    return pd.Series(ids, index=cells.index, dtype="str")


def entities_table(
    mentions: pd.DataFrame, documents: pd.DataFrame, texts: pd.DataFrame, acts: pd.DataFrame
) -> pd.DataFrame:
    """Return table `entities`: every entity that is mentioned, or only acts or is acted on, with its fullest label.

    The country of a person is the one most often named with the office; where none ever is, and the name has
    Vietnamese form, Vietnam, since the Vietnamese press leaves out its own country. Offices stand with the first and
    last date of the texts that name them.
    """
    dates = {row.doc_id: row.published_at[:10] for row in store.each(documents)}
    named: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings(mentions, texts):
        named[naming.entity_id].append(naming)
    rows = [_row(str(key), group, named.get(str(key), []), dates) for key, group in mentions.groupby("entity_id")]
    have = {row["entity_id"] for row in rows}
    rows += [_row_of_unmentioned(key) for key in sorted(_acting(acts) - have)]
    table = pd.DataFrame(rows, columns=list(schemas.table("entities").columns)) if rows else schemas.empty("entities")
    return table.sort_values("entity_id", ignore_index=True)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row["entry"]) for row in lexicon.load("surnames") if row["category"] == "vi")


def _row(entity_id: str, group: pd.DataFrame, named: list[Naming], dates: dict[str, str]) -> dict[str, Any]:
    kind = str(group["type"].iloc[0])
    forms = Counter(group["text"])
    keys = Counter(group["entity"])
    label = _best(forms if COUNTRY.fullmatch(_best(keys)) else keys)
    return {
        "entity_id": entity_id,
        "type": kind,
        "label": label,
        "country": _country(kind, label, group, named),
        "offices": "; ".join(_offices(named, dates)),
        "aliases": "; ".join(sorted({form for form in forms if fold(form) != fold(label)})),
        "documents": group["doc_id"].nunique(),
        "mentions": len(group),
    }


def _country(kind: str, label: str, group: pd.DataFrame, named: list[Naming]) -> str:
    if kind == "PER":
        return _country_of_person(label, named)
    found = Counter(country for row in store.each(group) if (country := country_in(row)))
    return _best(found) if found else ""


def _country_of_person(label: str, named: list[Naming]) -> str:
    """The country most often named where a text first gives a person an office.

    Without one the country is Vietnam for a name of Vietnamese form, if most texts give it no other.
    """
    first: dict[str, str] = {}
    for naming in sorted((n for n in named if n.offices or n.country), key=lambda n: not n.offices):
        first.setdefault(naming.doc_id, naming.country)
    found = Counter(first.values())
    foreign = Counter({country: count for country, count in found.items() if country})
    words = fold(label).split()
    own = len(words) > 1 and words[0] in _surnames() and any(n.offices for n in named)
    if own and found[""] > foreign.total():
        return "VN"
    every = foreign or Counter(n.country for n in named if n.country)
    return _best(every) if every else ""


def _offices(named: list[Naming], dates: dict[str, str]) -> list[str]:
    """Each office with the first and last date of the texts that name it, the most frequent first."""
    spelt = Counter(office for n in named for office in n.offices)
    spelling: dict[str, str] = {}
    when: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for office, times in sorted(spelt.items(), key=lambda item: (-item[1], item[0])):
        spelling.setdefault(fold(office), office)
        count[fold(office)] += times
    for n in named:
        for office in n.offices:
            when[fold(office)] |= {dates[n.doc_id]} - {""}
    out = []
    for office in sorted(count, key=lambda key: (-count[key], key)):
        days = sorted(when[office])
        period = days[0] if len(days) == 1 else f"{days[0]}–{days[-1]}" if days else ""
        out.append(f"{spelling[office]} ({period})" if period else spelling[office])
    return out


def _best(counted: Counter[str]) -> str:
    """The most frequent of several forms; of equal ones the longest, then the first in order."""
    return min(counted, key=lambda form: (-counted[form], -len(form), form))


def _acting(acts: pd.DataFrame) -> set[str]:
    return {key for side in ("source_ids", "target_ids") for cell in acts[side] for key in cell.split(";") if key}


def _unmentioned(key: str) -> str:
    return f"LOC:{key}" if COUNTRY.fullmatch(key) else f"ROLE:{key}"


def _row_of_unmentioned(entity_id: str) -> dict[str, Any]:
    kind, _, label = entity_id.partition(":")
    country = label if COUNTRY.fullmatch(label) else ""
    name = next((row["entry"] for row in lexicon.load("countries") if row["iso"] == country), label)
    return {
        "entity_id": entity_id, "type": kind, "label": name, "country": country, "offices": "", "aliases": "",
        "documents": 0, "mentions": 0,
    }  # fmt: skip
