"""Gold and accuracy of one run, from its tables: what notebooks 1, 2 and 5 ask for."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pandas as pd

from helpers import schemas, store
from helpers.evaluation import gold as golds
from helpers.evaluation import scores, stock
from helpers.evaluation.accuracy import STOCK_TYPES, accuracy_table
from helpers.evaluation.confusion import confusion
from helpers.evaluation.errors import errors_table
from helpers.evaluation.gold import GoldAct, GoldDocument, GoldMention
from helpers.evaluation.measured import measured_accuracy
from helpers.spans import Sentence
from helpers.words import say

USED = Path(__file__).with_name("used.csv")


def gold_tables(folder: Path | None, documents: pd.DataFrame, run: Path | None = None) -> dict[str, pd.DataFrame]:
    """Return the tables gold_documents, gold_mentions, gold_acts and stock_mentions for a folder of `.ann` files.

    Of the run only the texts that are annotated there are read. Without a folder the tables are empty. Raises
    CorpusError as `gold.read` does.
    """
    annotated = [path.stem for path in folder.glob("*.ann")] if folder else []
    texts = store.of_documents("texts", annotated, run)
    by_id = dict(zip(texts["doc_id"], texts["text"], strict=True))
    gold = golds.read(folder, by_id) if folder else {}
    checksum = dict(zip(documents["doc_id"], documents["sha256"], strict=True))
    rows = [{"doc_id": doc, "used_while_building": checksum[doc] in used_while_building()} for doc in sorted(gold)]
    mentions, acts = golds.tables(gold)
    return {
        "gold_documents": pd.DataFrame(rows) if rows else schemas.empty("gold_documents"),
        "gold_mentions": mentions,
        "gold_acts": acts,
        "stock_mentions": _stock({doc: by_id[doc] for doc in sorted(gold)}, store.of_documents("sentences", gold, run)),
    }


@cache
def used_while_building() -> frozenset[str]:
    """SHA-256 of the files whose gold annotation was looked at while the rules were written."""
    with USED.open(encoding="utf-8", newline="") as handle:
        return frozenset(row["sha256"] for row in csv.DictReader(handle))


def gold_of_run(run: Path | None = None) -> dict[str, GoldDocument]:
    """The gold annotation that a run read, by doc_id; the texts themselves are left out."""
    mentions, acts = store.read("gold_mentions", run), store.read("gold_acts", run)
    return {
        doc: GoldDocument(
            "",
            tuple(
                GoldMention(r.start, r.end, r.text, r.type, r.entity)
                for r in store.each(mentions[mentions["doc_id"] == doc])
            ),
            tuple(
                GoldAct(r.start, r.end, r.text, r.act, golds.split_keys(r.source), golds.split_keys(r.target))
                for r in store.each(acts[acts["doc_id"] == doc])
            ),
        )
        for doc in store.read("gold_documents", run)["doc_id"]
    }


def accuracy(run: Path | None = None, *, seed: int) -> pd.DataFrame:
    """Return table `accuracy`: this corpus's gold (ours and the stock recogniser), and the excerpts not distributed."""
    gold, known = gold_of_run(run), store.read("gold_documents", run)["used_while_building"]
    parts = [measured_accuracy()]
    if gold:
        used = "all" if known.all() else "some" if known.any() else "none"
        block = say(f"evaluation.this_corpus_{used}", n=len(gold))
        found, acts = scores.records(store.read("mentions", run)), scores.records(store.read("acts", run))
        ours = scores.counts(found, acts, gold)
        names = scores.counts(scores.records(store.read("stock_mentions", run)), [], gold)
        parts = [
            accuracy_table(ours, block=block, system=say("evaluation.ours"), seed=seed),
            accuracy_table(names, block=block, system=say("evaluation.stock"), seed=seed, types=STOCK_TYPES),
            *parts,
        ]
    return pd.concat(parts, ignore_index=True) if any(len(part) for part in parts) else schemas.empty("accuracy")


def mention_comparison(table: pd.DataFrame) -> pd.DataFrame:
    """From table `accuracy`: mentions by what they were measured on and type, with the intervals of F1 and the F1 of the
    stock recogniser beside ours."""
    rows = table[table["layer"] == "mentions"]
    ours, other = (rows[rows["system"] == say(f"evaluation.{system}")] for system in ("ours", "stock"))
    theirs = {name: f"stock_{name}" for name in ("f1", "low", "high")}
    columns = ["block", "type", "gold", "precision", "recall", *theirs]
    return ours[columns].merge(
        other[["block", "type", *theirs]].rename(columns=theirs),
        on=["block", "type"],
        how="left",
        validate="one_to_one",
    )


def linking_accuracy(table: pd.DataFrame) -> pd.DataFrame:
    """From table `accuracy`: how often a person, body or place found is given the annotator's key."""
    rows = table[table["layer"].isin(["linking", "linking_hard"])]
    return rows[["block", "layer", "correct", "gold", "precision", "low", "high"]].reset_index(drop=True)


def confusion_table(run: Path | None = None) -> pd.DataFrame:
    """The confusion table of this corpus's gold; empty without one."""
    return confusion(scores.records(store.read("mentions", run)), gold_of_run(run))


def errors(run: Path | None = None) -> pd.DataFrame:
    """Return table `errors`: every disagreement with the gold of this corpus."""
    found, acts = scores.records(store.read("mentions", run)), scores.records(store.read("acts", run))
    gold = gold_of_run(run)
    sentences: dict[str, list[tuple[int, int, str]]] = {doc: [] for doc in gold}
    for row in store.each(store.of_documents("sentences", gold, run)):
        sentences[row.doc_id].append((int(row.start), int(row.end), row.zone))
    return errors_table(found, acts, gold, {doc: sorted(some) for doc, some in sentences.items()})


def _stock(texts: dict[str, str], sentences: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for doc, text in texts.items():
        some = sentences[sentences["doc_id"] == doc]
        spans = [Sentence(s.start, s.end, s.zone) for s in store.each(some)]
        for m in stock.stock_mentions(text, spans):
            rows.append(
                {"doc_id": doc, "start": m.start, "end": m.end, "text": m.text, "type": m.type, "entity": m.entity}
            )
    return pd.DataFrame(rows) if rows else schemas.empty("stock_mentions")
