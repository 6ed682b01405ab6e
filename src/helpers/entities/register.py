"""The register of entities over a whole corpus: one row for each, with the offices, countries and forms it is named with.

Computed from the tables of mentions and namings, anew in each run; DuckDB counts, so that no text is in memory.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from helpers import schemas, store
from helpers.cells import joined, split
from helpers.entities import channels, evidence, glosses, owners
from helpers.entities.evidence import Evidence
from helpers.text import fold

_PREFERRED = ("PER", "ORG", "LOC")
_UNTOLD = 8  # texts that leave a country to be understood, from which one text that names another tells nothing

FORMS = "SELECT entity_id, type, entity, text, count(*) AS mentions FROM mentions GROUP BY ALL ORDER BY ALL"
TEXTS = "SELECT entity_id, count(DISTINCT doc_id) AS documents FROM mentions GROUP BY ALL ORDER BY ALL"
NAMED = """
    SELECT entity_id, doc_id, entity, offices, offices_after, country, count(*) AS mentions
    FROM namings GROUP BY ALL ORDER BY ALL"""
PLACES = """
    SELECT doc_id, entity, count(*) AS mentions FROM mentions WHERE type = 'LOC' AND len(entity) = 2
    GROUP BY ALL ORDER BY ALL"""
DATES = "SELECT doc_id, published_at FROM documents ORDER BY doc_id"
ACTING = """
    SELECT DISTINCT unnest(string_split(source_ids || ';' || target_ids, ';')) AS entity_id FROM acts ORDER BY 1"""


def ids_of_keys(doc_ids: pd.Series, cells: pd.Series, mentions: pd.DataFrame) -> pd.Series:
    """Return entity ids, joined by ;, for cells of codebook keys joined by ; in the documents `doc_ids`.

    A key that no mention of its document has (an office-holder without a name) gets an id of its own, type ROLE.
    """
    known: dict[tuple[str, str], str] = {}
    ranked = mentions.assign(rank=~mentions["type"].isin(_PREFERRED)).sort_values("rank", kind="stable")
    for row in store.each(ranked):
        known.setdefault((row.doc_id, fold(row.entity)), row.entity_id)
    ids = [
        joined(known.get((doc, fold(key)), _unmentioned(key)) for key in split(cell))
        for doc, cell in zip(doc_ids, cells, strict=True)
    ]
    return pd.Series(ids, index=cells.index, dtype="str")


def entities_table(run: Path | None = None) -> pd.DataFrame:
    """Return table `entities` of a run: every entity that is mentioned, or only acts or is acted on.

    The country of a person is the one most often named with the office; where none ever is, and the name has
    Vietnamese form, Vietnam, since the Vietnamese press leaves out its own country. Offices stand with the first and
    last date of the texts that name them.
    """
    texts: dict[str, int] = dict(store.query(TEXTS, run).itertuples(index=False))
    named = _named(run)
    forms: dict[str, _Forms] = {}
    for row in store.each(store.query(FORMS, run)):
        one = forms.setdefault(row.entity_id, _Forms(row.type, Counter(), Counter()))
        one.texts[row.text] += row.mentions
        one.keys[row.entity] += row.mentions
    rows = [_row(key, one, texts[key], named.get(key, _NOBODY)) for key, one in forms.items()]
    acting = set(store.query(ACTING, run)["entity_id"]) - {""}
    rows += [_row_of_unmentioned(key) for key in sorted(acting - forms.keys())]
    table = pd.DataFrame(rows, columns=list(schemas.table("entities").columns)) if rows else schemas.empty("entities")
    return table.sort_values("entity_id", ignore_index=True)


class _Forms(NamedTuple):
    """How often an entity is written in which form, and under which key."""

    type: str
    texts: Counter[str]
    keys: Counter[str]


class _Named(NamedTuple):
    """What the texts say of a person: country, and offices (as written) with how often and on which days."""

    country: str
    counts: Counter[str]
    days: dict[str, set[str]]


_NOBODY = _Named("", Counter(), {})


def _named(run: Path | None) -> dict[str, _Named]:
    namings = store.query(NAMED, run)
    published: dict[str, str] = dict(store.query(DATES, run).itertuples(index=False))
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, code, count in store.query(PLACES, run).itertuples(index=False):
        places[doc][code] += count
    whose = {(row.doc_id, row.entity): row.entity_id for row in store.each(namings)}
    told: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence.gather(whose, namings, published, places):
        told[whose[one.doc_id, one.key]].append(one)
    found = {key: _Named(_country(some), Counter(), defaultdict(set)) for key, some in told.items()}
    for row in store.each(namings):
        for office in (*split(row.offices), *split(row.offices_after)):
            found[row.entity_id].counts[office] += row.mentions
            found[row.entity_id].days[fold(office)] |= {published[row.doc_id][:10]} - {""}
    return found


def _country(told: Iterable[Evidence]) -> str:
    said, understood = Counter[str](), Counter[str]()
    for one in told:
        (understood if one.implied else said).update([one.country] if one.country else [])
    return evidence.most(said if said and understood.total() < _UNTOLD * said.total() else understood or said)


def _row(entity_id: str, forms: _Forms, documents: int, named: _Named) -> dict[str, Any]:
    label = entity_id.partition(":")[2]
    if forms.type == "LOC" and label in owners.codes():
        label = _best(forms.texts)
    offices = _offices(named)
    return {
        "entity_id": entity_id,
        "type": forms.type,
        "label": label,
        "country": named.country if forms.type == "PER" else _of_keys(forms),
        "channel": _channel(forms.type, label, offices),
        "offices": "; ".join(f"{office} ({when})" if when else office for office, when in offices),
        "gloss": _gloss(forms.type, label, offices),
        "aliases": "; ".join(sorted({form for form in forms.texts if fold(form) != fold(label)})),
        "documents": documents,
        "mentions": forms.texts.total(),
    }


def _of_keys(forms: _Forms) -> str:
    found: Counter[str] = Counter()
    for key, count in forms.keys.items():
        found.update({country: count} if (country := owners.of_key(forms.type, key)) else {})
    return evidence.most(found)


def _channel(kind: str, label: str, offices: list[tuple[str, str]]) -> str:
    names = [office for office, _ in offices] if kind == "PER" else [label] if kind == "ORG" else []
    return channels.of_side(names)


def _gloss(kind: str, label: str, offices: list[tuple[str, str]]) -> str:
    if kind == "PER":
        return glosses.of_office(offices[0][0]) if offices else ""
    return glosses.of_office(label) if kind in ("ROLE", "ORG") else glosses.of_name(label)


def _offices(named: _Named) -> list[tuple[str, str]]:
    """Each office with the first and last date of the texts that name it, the most frequent first."""
    spelling: dict[str, str] = {}
    count: Counter[str] = Counter()
    for office in sorted(named.counts, key=lambda name: (-named.counts[name], name)):
        spelling.setdefault(fold(office), office)
        count[fold(office)] += named.counts[office]
    out = []
    for office in sorted(count, key=lambda key: (-count[key], key)):
        days = sorted(named.days[office])
        out.append((spelling[office], "–".join(dict.fromkeys(days[:1] + days[-1:]))))
    return out


def _best(counted: Counter[str]) -> str:
    """The most frequent of several forms; of equal ones the longest, then the first in order."""
    return min(counted, key=lambda form: (-counted[form], -len(form), form))


def _unmentioned(key: str) -> str:
    return f"LOC:{key}" if key in owners.codes() else f"ROLE:{key}"


def _row_of_unmentioned(entity_id: str) -> dict[str, Any]:
    kind, _, label = entity_id.partition(":")
    country = label if kind == "LOC" else ""
    name = owners.first_name(country) or label
    return {
        "entity_id": entity_id, "type": kind, "label": name, "country": country, "channel": _channel("ORG", label, []),
        "offices": "", "gloss": _gloss(kind, name, []), "aliases": "", "documents": 0, "mentions": 0,
    }  # fmt: skip
