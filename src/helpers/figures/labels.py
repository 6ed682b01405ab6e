"""Names for what a figure shows: entities, texts, lists in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from helpers import lexicon, store, words


def of_entities(entities: pd.DataFrame) -> dict[str, str]:
    """Return the label of each entity id of table `entities`."""
    return dict(zip(entities["entity_id"], entities["label"], strict=True))


def name(entity_id: str, labels: Mapping[str, str]) -> str:
    """The label of an entity, or the key in its id where it has none."""
    return labels.get(entity_id) or entity_id.partition(":")[2] or entity_id


def of_documents(documents: pd.DataFrame) -> dict[str, str]:
    """Return a short label of each document: outlet and day where known, else its doc_id; no two are the same."""
    labels = {}
    for row in store.each(documents.sort_values("doc_id")):
        parts = [part for part in (str(row.outlet), date(str(row.published_at))) if part]
        labels[str(row.doc_id)] = ", ".join(parts) or str(row.doc_id)
    twice = pd.Series(labels).duplicated(keep=False).to_dict() if labels else {}
    return {doc: f"{label} ({doc})" if twice[doc] and label != doc else label for doc, label in labels.items()}


def gloss(form: str) -> str:
    """The English of a form of encounter, from lexicon `protocol`; "" for a form that it does not hold."""
    return {row["entry"]: row["gloss"] for row in lexicon.load("protocol")}.get(form, "")


def date(iso: str) -> str:
    """An ISO 8601 date, month, year or range in words ("1 May 2022", "31 March – 3 April 2024"); "" for none."""
    pieces = [_day(part) for part in iso.replace("..", "/").split("/") if part]
    if len(pieces) == 2 and pieces[0].rpartition(" ")[2] == pieces[1].rpartition(" ")[2]:
        pieces[0] = pieces[0].rpartition(" ")[0] or pieces[0]
    return " – ".join(pieces)


def _day(iso: str) -> str:
    year, *rest = iso[:10].split("-")
    if not all(part.isdigit() for part in (year, *rest)):
        return iso
    month = words.say(f"figures.month_{int(rest[0])}") if rest and 1 <= int(rest[0]) <= 12 else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def listed(items: Sequence[str]) -> str:
    """Items as a list in a sentence: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return words.say("figures.and", first=", ".join(items[:-1]), last=items[-1])


def left_out(count: int, message: str, **values: object) -> str:
    """The sentence that says how much a figure leaves out; "" where nothing is. `message` is a key under [figures]."""
    return words.say(f"figures.{message}", n=count, **values) if count else ""


def sentences(parts: Iterable[str]) -> str:
    """Sentences put together, empty ones passed over."""
    return " ".join(part for part in parts if part)
