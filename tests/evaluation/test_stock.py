"""The stock recogniser as baseline."""

from __future__ import annotations

import re
import socket

import pytest

from helpers import paths, text
from helpers.evaluation import gold, scores, stock
from helpers.spans import Sentence


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ("B-PER I-PER O", [(0, 3, "PER")]),
        ("B-PER B-PER O", [(0, 1, "PER"), (2, 3, "PER")]),
        ("I-LOC I-LOC O", [(0, 3, "LOC")]),
        ("B-PER I-LOC O", [(0, 1, "PER"), (2, 3, "LOC")]),
        ("B-LOC O I-LOC", [(0, 1, "LOC"), (4, 5, "LOC")]),
        ("B-MISC I-MISC B-ORG", [(4, 5, "ORG")]),
        ("O O O", []),
    ],
)
def test_tags_are_joined_to_spans(tags: str, wanted: list[tuple[int, int, str]]) -> None:
    assert stock.join((2 * i, 2 * i + 1, tag) for i, tag in enumerate(tags.split())) == wanted


@pytest.mark.parametrize(
    ("piece", "words", "wanted"),
    [
        ("Hà  Nội  đẹp", ["Hà Nội", "đẹp"], [(0, 7), (9, 12)]),  # the tagger makes white space single
        ("a b a", ["a", "b", "a"], [(0, 1), (2, 3), (4, 5)]),
        ("a x b", ["a", "lạ", "b"], [(0, 1), (4, 5)]),  # a word that is not in the text
        ("Hà_Nội", ["Hà Nội"], [(0, 6)]),
    ],
)
def test_words_are_found_in_the_text(piece: str, words: list[str], wanted: list[tuple[int, int]]) -> None:
    assert [(start, end) for start, end, _ in stock.align(piece, ((w, "O") for w in words))] == wanted


def test_the_baseline_on_the_seeds_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    rows = []
    for path in sorted(paths.SEEDS.glob("*.txt")):
        article = text.normalise(path.read_bytes().decode("utf-8-sig"))
        lines = [Sentence(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", article)]
        for mention in stock.stock_mentions(article, lines):
            assert article[mention.start : mention.end] == mention.text == mention.entity
            rows.append({"doc_id": path.stem} | mention._asdict())
    by = scores.total(scores.counts(rows, [], gold.read(paths.SEEDS / "gold"))).by
    # line by line, with underthesea 9.5.0: most persons are taken for places
    assert by["mentions", "PER"] == (5, 8, 25)
    assert by["mentions", "LOC"] == (16, 55, 20)
    assert by["mentions", "PER+ORG+LOC"] == (23, 67, 64)
