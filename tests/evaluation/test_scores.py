"""Scores: small made cases, and the seeds' own gold with known changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from helpers import paths
from helpers.errors import CorpusError, TableError
from helpers.evaluation import gold, scores
from helpers.evaluation.scores import Score

ANN = "[[ROLE||Đại sứ]] [[PER|Lê An Bình|Bình]] {{RECEIVE|Lê An Bình|LA|tiếp}} đoàn [[LOC|LA|Lào]] và {{AGREE|LA;VN|LA;VN|nhất trí cao}}."
TEXT = "Đại sứ Bình tiếp đoàn Lào và nhất trí cao."


def _mention(text: str, kind: str, entity: str = "", doc: str = "d") -> dict[str, Any]:
    start = TEXT.index(text)
    return {
        "doc_id": doc,
        "start": start,
        "end": start + len(text),
        "type": kind,
        "entity": entity or text,
        "text": text,
    }


def _act(text: str, act: str, source: str = "", target: str = "", start: int | None = None) -> dict[str, Any]:
    start = TEXT.index(text) if start is None else start
    return {
        "doc_id": "d",
        "start": start,
        "end": start + len(text),
        "act": act,
        "source": source,
        "target": target,
        "text": text,
    }


def _score(mentions: list[dict[str, Any]], acts: list[dict[str, Any]]) -> dict[tuple[str, str], Score]:
    return scores.total(scores.counts(mentions, acts, {"d": gold.parse(ANN)})).by


@pytest.mark.parametrize(
    ("mentions", "wanted"),
    [
        ([], {"all": Score(0, 0, 3)}),
        ([_mention("Bình", "PER")], {"all": Score(1, 1, 3), "PER": Score(1, 1, 1), "PER+ORG+LOC": Score(1, 1, 2)}),
        ([_mention("Bình", "LOC")], {"all": Score(0, 1, 3), "PER": Score(0, 0, 1), "LOC": Score(0, 1, 1)}),
        ([_mention("Bình ", "PER")], {"all": Score(0, 1, 3)}),  # edges are strict
        ([_mention("Đại sứ", "ROLE")] * 2, {"all": Score(1, 1, 3), "ROLE": Score(1, 1, 1)}),  # once is enough
        ([_mention("Bình", "PER", doc="other")], {"all": Score(0, 0, 3)}),  # no gold, not counted
    ],
)
def test_mentions_are_matched_strictly(mentions: list[dict[str, Any]], wanted: dict[str, Score]) -> None:
    got = _score(mentions, [])
    assert {kind: got["mentions", kind] for kind in wanted} == wanted


@pytest.mark.parametrize(
    ("person", "country", "linking", "hard"),
    [
        ("Lê An Bình", "LA", Score(2, 2, 2), Score(1, 1, 1)),
        ("lê an bình", "la", Score(2, 2, 2), Score(1, 1, 1)),  # case does not count
        ("Bình", "LA", Score(1, 2, 2), Score(0, 1, 1)),
        ("Lê An Bình", "Lào", Score(1, 2, 2), Score(1, 1, 1)),
    ],
)
def test_linking_is_a_share_of_the_right_mentions(person: str, country: str, linking: Score, hard: Score) -> None:
    got = _score(
        [_mention("Bình", "PER", person), _mention("Lào", "LOC", country), _mention("Đại sứ", "ROLE", "x")], []
    )
    assert (got["linking", "all"], got["linking_hard", "all"]) == (linking, hard)


@pytest.mark.parametrize(
    ("acts", "wanted"),
    [
        ([_act("tiếp", "RECEIVE")], Score(1, 1, 2)),
        ([_act("tiếp", "MEET")], Score(0, 1, 2)),
        ([_act("tiếp đoàn Lào", "RECEIVE")], Score(1, 1, 2)),  # at most twice as long plus ten
        ([_act("sứ Bình tiếp đoàn Lào", "RECEIVE")], Score(0, 1, 2)),
        ([_act("đoàn", "RECEIVE")], Score(0, 1, 2)),  # beside it
        ([_act("nhất trí", "AGREE"), _act("trí cao", "AGREE")], Score(1, 2, 2)),  # one to one
    ],
)
def test_acts_match_by_class_and_overlap(acts: list[dict[str, Any]], wanted: Score) -> None:
    assert _score([], acts)["acts", "all"] == wanted


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("LA;VN", "VN; LA", (1, 1)),
        ("vn;la", "LA", (1, 0)),
        ("", "LA;VN;VN", (0, 1)),
        ("LA;VN;JP", "", (0, 0)),
    ],
)
def test_source_and_target_are_compared_as_sets(source: str, target: str, right: tuple[int, int]) -> None:
    got = _score([], [_act("nhất trí", "AGREE", source, target)])
    assert got["source", "all"] == Score(right[0], 1, 1)
    assert got["target", "all"] == Score(right[1], 1, 1)


def _changed_seeds(folder: Path) -> None:
    """The seeds' gold as tables, with changes by place in the list."""
    mentions, acts = gold.tables(gold.read(paths.SEEDS / "gold"))
    m = mentions[mentions.index % 5 != 0].copy()
    m.loc[m.index % 7 == 0, "end"] -= 1
    m.loc[m.index % 4 == 1, "type"] = "LOC"
    m.loc[m.index % 3 == 0, "entity"] = m.loc[m.index % 3 == 0, "text"].str.upper()
    a = acts[acts.index % 4 != 0].copy()
    a.loc[a.index % 3 == 0, "end"] += 3
    a.loc[a.index % 5 == 1, "act"] = "STATE"
    a.loc[a.index % 2 == 1, "target"] = ""
    m.to_csv(folder / "mentions.csv", index=False)
    a.to_csv(folder / "acts.csv", index=False)


def test_the_changed_seeds_score_as_with_an_independent_scorer(tmp_path: Path) -> None:
    # the numbers are those of a scorer written apart from this one, over the same two files
    _changed_seeds(tmp_path)
    got = scores.score_run(tmp_path, paths.SEEDS / "gold")
    assert got.documents == 2
    wanted = {
        ("mentions", "DATE"): (3, 3, 4),
        ("mentions", "DOC"): (1, 1, 1),
        ("mentions", "EVENT"): (1, 1, 1),
        ("mentions", "LOC"): (15, 33, 20),
        ("mentions", "ORG"): (9, 10, 19),
        ("mentions", "PER"): (11, 12, 25),
        ("mentions", "ROLE"): (11, 16, 26),
        ("mentions", "all"): (51, 76, 96),
        ("mentions", "PER+ORG+LOC"): (35, 55, 64),
        ("acts", "AGREE"): (1, 1, 1),
        ("acts", "COMMIT"): (1, 1, 3),
        ("acts", "EXCHANGE"): (0, 0, 2),
        ("acts", "MEET"): (5, 5, 6),
        ("acts", "PRAISE"): (2, 2, 5),
        ("acts", "PROPOSE"): (1, 1, 3),
        ("acts", "RECEIVE"): (1, 1, 3),
        ("acts", "STATE"): (1, 6, 2),
        ("acts", "STRESS"): (2, 2, 2),
        ("acts", "VISIT"): (3, 3, 3),
        ("acts", "all"): (17, 22, 30),
        ("linking", "all"): (31, 35, 35),
        ("linking_hard", "all"): (5, 5, 5),
        ("source", "all"): (17, 17, 17),
        ("target", "all"): (8, 17, 17),
    }
    assert {key: tuple(got.by[key]) for key in wanted} == wanted


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    annotated = gold.read(paths.SEEDS / "gold")
    mentions, acts = gold.tables(annotated)
    got = scores.total(scores.counts(scores.records(mentions), scores.records(acts), annotated))
    assert {key for key, s in got.by.items() if s.correct != s.gold or s.correct != s.predicted} == set()
    assert (got.by["mentions", "all"].f1, got.by["acts", "all"].f1) == (1.0, 1.0)


def test_tables_without_a_gold_document_are_an_error(tmp_path: Path) -> None:
    pd.DataFrame([_mention("Bình", "PER", doc="other")]).to_csv(tmp_path / "mentions.csv", index=False)
    with pytest.raises(CorpusError, match=r"the run has other; gold has 000_"):
        scores.score_run(tmp_path, paths.SEEDS / "gold")
    with pytest.raises(TableError, match=r"mentions\.csv: no such file"):
        scores.score_run(tmp_path / "none", paths.SEEDS / "gold")
