"""Scores against gold annotations: what was found, what was wanted, what agrees.

- mentions: strict, the same [start, end) and type; by type, all, and persons, organisations and places together.
- linking: of those three types, where the mention is right, the share with the right entity key; linking_hard only
  where the gold key is neither the mention's own text nor a country code.
- acts: the same class and an overlapping predicate at most twice as long plus 10 characters, one to one in text order.
- source, target: of the acts that are right, the share whose set of entity keys is exactly right.
Keys are compared without regard to case. Documents without gold are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from helpers.errors import CorpusError, TableError
from helpers.evaluation import gold as golds
from helpers.evaluation.gold import GoldDocument
from helpers.spans import ACT_CLASSES, MENTION_TYPES

LINKED = ("PER", "ORG", "LOC")
NAMES = "+".join(LINKED)
ALL = "all"
KEYS = ["doc_id", "layer", "type"]
COUNTS = ["correct", "predicted", "gold"]
SHARES = ("linking", "linking_hard", "source", "target")  # measured as a share of what is right in another layer


class Score(NamedTuple):
    """Counts of one layer and type. For a share (linking, source, target) predicted and gold are its base."""

    correct: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.correct / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Scores(NamedTuple):
    """The scores by (layer, type), summed over `documents`; a share has the type "all"."""

    documents: int
    by: dict[tuple[str, str], Score]


def score_run(tables: Path, gold: Path) -> Scores:
    """Return the scores of the mentions.csv and acts.csv of a tables folder against a folder of `.ann` files.

    Raises CorpusError where no document of the tables has gold, TableError where mentions.csv is missing.
    """
    return total(counts_of_folder(tables, golds.read(gold)))


def counts_of_folder(tables: Path, gold: Mapping[str, GoldDocument]) -> pd.DataFrame:
    """Return the counts (as `counts` does) of the mentions.csv and acts.csv of a tables folder."""
    mentions = read_rows(tables / "mentions.csv")
    if not any(row["doc_id"] in gold for row in mentions):
        have = ", ".join(sorted({row["doc_id"] for row in mentions})[:5]) or "none"
        raise CorpusError(
            f"no document of the run has gold: the run has {have}; gold has {', '.join(sorted(gold)[:5])}"
        )
    acts = tables / "acts.csv"
    return counts(mentions, read_rows(acts) if acts.is_file() else [], gold)


def counts(
    mentions: Iterable[Mapping[str, Any]], acts: Iterable[Mapping[str, Any]], gold: Mapping[str, GoldDocument]
) -> pd.DataFrame:
    """Return correct, predicted and gold by doc_id, layer and type, for every document of `gold`.

    `mentions` are rows with doc_id, start, end, type, entity; `acts` with doc_id, start, end, act, source, target (keys
    joined by ";"), in text order. Rows of other documents are passed over.
    """
    found_mentions, found_acts = _by_document(mentions, gold), _by_document(acts, gold)
    rows: list[dict[str, Any]] = []
    for doc in sorted(gold):
        scores = _mentions(found_mentions[doc], gold[doc]) | _acts(found_acts[doc], gold[doc])
        rows += [{"doc_id": doc, "layer": layer, "type": kind} | s._asdict() for (layer, kind), s in scores.items()]
    return pd.DataFrame(rows, columns=[*KEYS, *COUNTS])


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as `counts` takes them."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def total(table: pd.DataFrame) -> Scores:
    """Return the scores of the counts of several documents taken together."""
    sums = table.groupby(["layer", "type"], sort=False)[COUNTS].sum()
    by = {
        (str(layer), str(kind)): Score(*map(int, row))
        for (layer, kind), row in zip(sums.index, sums.to_numpy(), strict=True)
    }
    return Scores(table["doc_id"].nunique(), by)


def fits(start: int, end: int, gold_start: int, gold_end: int) -> bool:
    """Whether a predicate [start, end) stands for the gold one: they overlap and it is not much longer."""
    return start < gold_end and gold_start < end and end - start <= 2 * (gold_end - gold_start) + 10


def same_keys(found: str, wanted: Iterable[str]) -> bool:
    """Whether the keys of a cell (joined by ";") are exactly the wanted ones, without regard to case."""
    return {key.casefold() for key in golds.split_keys(found)} == {key.casefold() for key in wanted}


def _mentions(rows: list[Mapping[str, Any]], document: GoldDocument) -> dict[tuple[str, str], Score]:
    want = {(m.start, m.end, m.type): m for m in document.mentions}
    got = {(int(r["start"]), int(r["end"]), r["type"]): str(r.get("entity") or "") for r in rows}
    out: dict[tuple[str, str], Score] = {}
    for name, kinds in [*((t, (t,)) for t in sorted(MENTION_TYPES)), (ALL, MENTION_TYPES), (NAMES, LINKED)]:
        wanted, found = ({key for key in some if key[2] in kinds or name == ALL} for some in (want.keys(), got.keys()))
        out["mentions", name] = Score(len(wanted & found), len(found), len(wanted))
    hits = [key for key in want if key in got and key[2] in LINKED]
    hard = [key for key in hits if want[key].entity != want[key].text and not _is_code(want[key].entity)]
    for layer, keys in (("linking", hits), ("linking_hard", hard)):
        right = sum(got[key].casefold() == want[key].entity.casefold() for key in keys)
        out[layer, ALL] = Score(right, len(keys), len(keys))
    return out


def _is_code(key: str) -> bool:
    return len(key) == 2 and key.isupper()


def match_acts(rows: list[Mapping[str, Any]], document: GoldDocument) -> list[int | None]:
    """By gold act: the number of the row that stands for it, None where there is none. Each row serves once."""
    free = list(range(len(rows)))
    out: list[int | None] = []
    for act in document.acts:
        fit = (
            i
            for i in free
            if rows[i]["act"] == act.act and fits(int(rows[i]["start"]), int(rows[i]["end"]), act.start, act.end)
        )
        match = next(fit, None)
        if match is not None:
            free.remove(match)
        out.append(match)
    return out


def _acts(rows: list[Mapping[str, Any]], document: GoldDocument) -> dict[tuple[str, str], Score]:
    pairs = list(zip(document.acts, match_acts(rows, document), strict=True))
    hits = [(act, rows[i]) for act, i in pairs if i is not None]
    out: dict[tuple[str, str], Score] = {}
    for name in [*sorted(ACT_CLASSES), ALL]:
        right = sum(name in (ALL, act.act) for act, _ in hits)
        found = sum(name in (ALL, row["act"]) for row in rows)
        out["acts", name] = Score(right, found, sum(name in (ALL, act.act) for act in document.acts))
    for side in ("source", "target"):
        right = sum(same_keys(str(row[side] or ""), getattr(act, side)) for act, row in hits)
        out[side, ALL] = Score(right, len(hits), len(hits))
    return out


def _by_document(
    rows: Iterable[Mapping[str, Any]], gold: Mapping[str, GoldDocument]
) -> dict[str, list[Mapping[str, Any]]]:
    out: dict[str, list[Mapping[str, Any]]] = {doc: [] for doc in gold}
    for row in rows:
        if row["doc_id"] in out:
            out[row["doc_id"]].append(row)
    return out


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV table; TableError where there is no such file."""
    if not path.is_file():
        raise TableError(f"{path}: no such file; give the folder of a run, or write doc_id,start,end,type,entity there")
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))
