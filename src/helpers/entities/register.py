"""The register of entities over a whole corpus: one row for each, with the offices, countries and forms it is named with.

Computed from the mentions of all documents, anew in each run.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from helpers import lexicon, schemas, store
from helpers.text import fold

COUNTRY = re.compile(r"[A-Z]{2}")
_BETWEEN = ("honorific", "description")
_PREFERRED = ("PER", "ORG", "LOC")


class Naming(NamedTuple):
    """One mention of a person with what stands before it: offices in order, the bodies they are of, form of
    address, and country."""

    mention_id: str
    entity_id: str
    doc_id: str
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    address: str
    country: str


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


def namings(mentions: pd.DataFrame, texts: pd.DataFrame) -> Iterator[Naming]:
    """Yield every mention of a person with the offices and the country that stand before it."""
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    for doc, group in mentions.sort_values(["doc_id", "start"], kind="stable").groupby("doc_id"):
        rows, text = list(store.each(group)), text_of[str(doc)]
        for at, row in enumerate(rows):
            if row.type == "PER":
                before = list(_before(rows, at, text))
                offices, bodies = (
                    tuple(r.text for r in reversed(before) if r.type == kind) for kind in ("ROLE", "ORG")
                )
                country = next((_country_in(r) for r in before if _country_in(r)), "")
                address = _address(text[: row.start])
                yield Naming(row.mention_id, row.entity_id, str(doc), offices, bodies, address, country)


def namings_table(found: Iterable[Naming]) -> pd.DataFrame:
    """Return table `namings`: how each mention of a person is made."""
    joined = ((n, {"offices": ";".join(n.offices), "bodies": ";".join(n.bodies)}) for n in found)
    rows = [n._asdict() | cells | {"form": _form(n)} for n, cells in joined]
    return pd.DataFrame(rows) if rows else schemas.empty("namings")


def _form(naming: Naming) -> str:
    return "office and name" if naming.offices else "address and name" if naming.address else "name alone"


def _address(before: str) -> str:
    """The form of address at the end of `before`, in lower case, "" if there is none."""
    words = before[-40:].split()
    ends = (" ".join(words[-n:]).casefold() for n in range(min(3, len(words)), 0, -1))
    return next((end for end in ends if end in _addresses()), "") if before[-1:] == " " else ""


@cache
def _addresses() -> frozenset[str]:
    return frozenset(row["entry"].casefold() for row in lexicon.load("name_cues") if row["category"] == "honorific")


def _before(rows: list[Any], at: int, text: str) -> Iterator[Any]:
    """The mentions that lead up to a name, nearest first: offices, each with the country or body it is of.

    A country or body before a comma is of the office before it, if it stands right after one; else it is of another
    phrase, and ends what leads up to the name.
    """
    while at and rows[at - 1].type in ("ROLE", "LOC", "ORG"):
        gap = text[rows[at - 1].end : rows[at].start]
        if "\n" in gap or not set(gap.strip(" ,–-").casefold().split()) <= _courtesy():
            return
        at -= 1
        if rows[at].type != "ROLE" and gap.strip() and not (at and _of_an_office(rows[at - 1], rows[at], text)):
            return
        yield rows[at]


def _of_an_office(before: Any, row: Any, text: str) -> bool:
    return before.type == "ROLE" and not text[before.end : row.start].strip()


@cache
def _courtesy() -> frozenset[str]:
    """Words that may stand between an office and a name: forms of address, and what is said of a party or an office."""
    rows = [*lexicon.load("name_cues"), *lexicon.load("party_glue")]
    return frozenset(w for row in rows if row["category"] in _BETWEEN for w in row["entry"].casefold().split())


@cache
def _country_names() -> dict[str, str]:
    return {fold(row["entry"]): row["iso"] for row in lexicon.load("countries")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row["entry"]) for row in lexicon.load("surnames") if row["category"] == "vi")


def _country_in(row: Any) -> str:
    """The country that a mention is, or that stands at the end of its key."""
    if COUNTRY.fullmatch(row.entity):
        return str(row.entity)
    words = fold(row.entity.partition(" tại ")[0]).split()
    ends = (" ".join(words[-n:]) for n in range(min(4, len(words) - 1), 0, -1)) if row.type == "ORG" else ()
    return next((_country_names()[end] for end in ends if end in _country_names()), "")


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
    found = Counter(country for row in store.each(group) if (country := _country_in(row)))
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
