"""Table `errors`: every disagreement with the gold, one row each, so that a reader can judge it in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from helpers import schemas
from helpers.cells import joined
from helpers.evaluation.causes import Around, Sentences
from helpers.evaluation.gold import GoldDocument, GoldMention
from helpers.evaluation.scores import LINKED, match_acts, same_keys

Row = Mapping[str, Any]
_WORDS = 5  # predicates that a cause names


def errors_table(
    mentions: Iterable[Row],
    acts: Iterable[Row],
    gold: Mapping[str, GoldDocument],
    sentences: Mapping[str, Sentences] | None = None,
) -> pd.DataFrame:
    """Return table `errors` for the documents of `gold`; rows as `scores.counts` takes them, with their `text`.

    `sentences` are those of each document, as (start, end, zone); the cause of an act's error is told by what stands in
    the sentence.

    Kinds of mentions: type (right span), edges (right type, overlapping), key (of persons, bodies and places), missed,
    spurious. Kinds of acts: source, target, class (the predicate under another class), missed, spurious.
    `found` and `gold` hold what differs.
    """
    out: list[dict[str, Any]] = []
    named, told = _by_document(mentions, gold), _by_document(acts, gold)
    for doc in sorted(gold):
        around = Around((sentences or {}).get(doc, ()), named[doc], told[doc], gold[doc])
        errors = {"mentions": _mentions(named[doc], gold[doc]), "acts": _acts(told[doc], gold[doc], around)}
        out += [
            {"doc_id": doc, "layer": layer, "cause": ""} | error for layer, some in errors.items() for error in some
        ]
    if not out:
        return schemas.empty("errors")
    table = pd.DataFrame(out)[list(schemas.table("errors").columns)]
    key = list(schemas.table("errors").key)
    return table.drop_duplicates(key).sort_values(["layer", "doc_id", "start", "end", "kind"], ignore_index=True)


def _by_document(rows: Iterable[Row], gold: Mapping[str, GoldDocument]) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = {doc: [] for doc in gold}
    for row in rows:
        if row["doc_id"] in out:
            out[row["doc_id"]].append(row)
    return {doc: sorted(some, key=lambda r: (int(r["start"]), int(r["end"]))) for doc, some in out.items()}


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


def _acts(rows: list[Row], document: GoldDocument, around: Around) -> Iterator[dict[str, Any]]:
    matches = match_acts(rows, document)
    free = [row for i, row in enumerate(rows) if i not in set(matches)]
    for want, match in zip(document.acts, matches, strict=True):
        if match is not None:
            for side in ("source", "target"):
                keys, found = getattr(want, side), str(rows[match][side] or "")
                if not same_keys(found, keys):
                    yield _error(want, side, found, joined(keys)) | {"cause": around.of_keys(side, found, want)}
            continue
        row = _take(free, lambda r, w=want: _overlap(r, w.start, w.end))
        if row is None:
            yield _error(want, "missed", "", want.act) | {"cause": around.missed(want)}
        else:
            yield _error(want, "class", row["act"], want.act) | {"cause": around.of_class(row["act"], want)}
    yield from (_spurious(row, row["act"]) | {"cause": around.spurious(row)} for row in free)


def by_cause(errors: pd.DataFrame) -> pd.DataFrame:
    """Return how often acts disagree for which reason: kind, cause, count, documents and words (the most frequent
    predicates), the most frequent first."""
    acts = errors[errors["layer"] == "acts"].assign(word=errors["text"].str.lower())
    rows = [
        {
            "kind": kind,
            "cause": cause,
            "count": len(group),
            "documents": group["doc_id"].nunique(),
            "predicates": ", ".join(f"{word} ({n})" for word, n in _frequent(group["word"])),
        }
        for (kind, cause), group in acts.groupby(["kind", "cause"], sort=True)
    ]
    columns = ["kind", "cause", "count", "documents", "predicates"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["count", "kind", "cause"], ascending=[False, True, True], ignore_index=True)


def _frequent(words: pd.Series) -> list[tuple[str, int]]:
    return sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))[:_WORDS]


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
