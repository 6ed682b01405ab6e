"""Table `errors`: every disagreement with the gold, one row each, so that a reader can judge it in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from helpers import schemas
from helpers.evaluation.gold import GoldDocument, GoldMention
from helpers.evaluation.scores import LINKED, match_acts, same_keys

Row = Mapping[str, Any]


def errors_table(mentions: Iterable[Row], acts: Iterable[Row], gold: Mapping[str, GoldDocument]) -> pd.DataFrame:
    """Return table `errors` for the documents of `gold`; rows as `scores.counts` takes them, with their `text`.

    Kinds of mentions: type (right span), edges (right type, overlapping), key (of persons, bodies and places), missed,
    spurious. Kinds of acts: source, target, class (the predicate under another class), missed, spurious.
    `found` and `gold` hold what differs.
    """
    out: list[dict[str, Any]] = []
    by_layer = {"mentions": (list(mentions), _mentions), "acts": (list(acts), _acts)}
    for layer, (rows, compare) in by_layer.items():
        for doc in sorted(gold):
            some = sorted((r for r in rows if r["doc_id"] == doc), key=lambda r: (int(r["start"]), int(r["end"])))
            out += [{"doc_id": doc, "layer": layer} | error for error in compare(some, gold[doc])]
    if not out:
        return schemas.empty("errors")
    table = pd.DataFrame(out)[list(schemas.table("errors").columns)]
    key = list(schemas.table("errors").key)
    return table.drop_duplicates(key).sort_values(["layer", "doc_id", "start", "end", "kind"], ignore_index=True)


def _mentions(rows: list[Row], document: GoldDocument) -> Iterator[dict[str, Any]]:
    free = list(rows)
    left: list[GoldMention] = []
    for want in document.mentions:  # first what has the right span
        row = _take(free, lambda r, w=want: _span(r) == (w.start, w.end))
        if row is None:
            left.append(want)
        elif row["type"] != want.type:
            yield _error(want, "type", row["type"], want.type)
        elif want.type in LINKED and str(row["entity"]).casefold() != want.entity.casefold():
            yield _error(want, "key", str(row["entity"]), want.entity)
    for want in left:
        row = _take(free, lambda r, w=want: r["type"] == w.type and _overlap(r, w.start, w.end))
        if row is None:
            yield _error(want, "missed", "", want.type)
        else:
            yield _error(want, "edges", str(row["text"]), want.text)
    yield from (_spurious(row, row["type"]) for row in free)


def _acts(rows: list[Row], document: GoldDocument) -> Iterator[dict[str, Any]]:
    matches = match_acts(rows, document)
    free = [row for i, row in enumerate(rows) if i not in set(matches)]
    for want, match in zip(document.acts, matches, strict=True):
        if match is not None:
            for side in ("source", "target"):
                keys = getattr(want, side)
                if not same_keys(str(rows[match][side] or ""), keys):
                    yield _error(want, side, str(rows[match][side] or ""), ";".join(keys))
            continue
        row = _take(free, lambda r, w=want: _overlap(r, w.start, w.end))
        if row is None:
            yield _error(want, "missed", "", want.act)
        else:
            yield _error(want, "class", row["act"], want.act)
    yield from (_spurious(row, row["act"]) for row in free)


def _take(rows: list[Row], test: Any) -> Row | None:
    """The first row that passes `test`, taken out of `rows`."""
    return next((rows.pop(i) for i, row in enumerate(rows) if test(row)), None)


def _span(row: Row) -> tuple[int, int]:
    return int(row["start"]), int(row["end"])


def _overlap(row: Row, start: int, end: int) -> bool:
    return int(row["start"]) < end and start < int(row["end"])


def _error(want: Any, kind: str, found: str, gold: str) -> dict[str, Any]:
    return {"start": want.start, "end": want.end, "kind": kind, "text": want.text, "found": found, "gold": gold}


def _spurious(row: Row, label: str) -> dict[str, Any]:
    start, end = _span(row)
    return {"start": start, "end": end, "kind": "spurious", "text": str(row["text"]), "found": label, "gold": ""}
