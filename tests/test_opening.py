"""Counts that open to the sentences behind them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from helpers import schemas, show, store
from helpers.opening import LINKED, QUOTED, opened
from helpers.quotation import Quotation

SENTENCES = [f"Ông A nói điều thứ {word} ở đây." for word in ("một", "hai", "ba", "bốn")]
TEXT = " ".join(SENTENCES)


def _fill(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    blank = {"text": "", "integer": 0, "number": 0.0, "flag": False}
    columns = {key: blank[column.kind] for key, column in schemas.table(name).columns.items()}
    return pd.DataFrame([columns | row for row in rows]) if rows else schemas.empty(name)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANGGIAO_RUN", str(tmp_path))
    starts = [TEXT.index(s) for s in SENTENCES]
    places = [
        {"doc_id": "d 1", "sentence": i, "start": start, "end": start + len(SENTENCES[i]), "zone": "body"}
        for i, start in enumerate(starts)
    ]
    acts = [
        {"act_id": f"d 1:a{i}", "doc_id": "d 1", "sentence": i % 4, "start": starts[i % 4], "act": "STATE"}
        | {"time": "reported", "zone": "body"}
        for i in range(40)
    ]
    for name, rows in (
        ("documents", [{"doc_id": "d 1"}]),
        ("texts", [{"doc_id": "d 1", "text": TEXT}]),
        ("sentences", places),
        ("acts", acts),
        ("mentions", []),
    ):
        store.write(name, _fill(name, rows), tmp_path)
    return tmp_path


def test_a_count_leads_to_its_sentences_and_quotes_the_first(run: Path) -> None:
    quotes = Quotation(run, quote_share=1)
    (html,) = opened(pd.Series([3]), pd.Series(["d 1:a0;d 1:a1;d 1:a2"]), quotes)
    soup = BeautifulSoup(html, "html.parser")
    assert soup.summary is not None
    assert soup.summary.text == "3"
    links = [str(a["href"]) for a in soup.find_all("a")]
    assert [link.rpartition("#")[2] for link in links] == ["s0", "s1", "s2"]
    assert all(link.startswith("documents/d-1-") for link in links)
    assert [q.text for q in soup.find_all("blockquote")] == SENTENCES[:QUOTED]


def test_what_may_not_be_quoted_is_not(run: Path) -> None:
    (html,) = opened(pd.Series([1]), pd.Series(["d 1:a3"]), Quotation(run, quote_share=0.1))
    assert "điều thứ" not in html
    assert "sentence 3" in html


def test_more_acts_than_are_linked_are_counted(run: Path) -> None:
    ids = ";".join(f"d 1:a{i}" for i in range(40))
    (html,) = opened(pd.Series([40]), pd.Series([ids]), Quotation(run, quote_share=1))
    assert f"and {40 - LINKED} acts more" in html
    assert html.count("<li><a") == len(SENTENCES)  # each sentence once


def test_a_count_of_nothing_stays_a_number(run: Path) -> None:
    assert opened(pd.Series([0]), pd.Series([""]), Quotation(run, quote_share=1)) == ["0"]


def test_tables_hide_the_ids_and_open_the_count(run: Path) -> None:
    frame = pd.DataFrame({"act": ["STATE"], "acts": [1], "act_ids": ["d 1:a1"]})
    shown = show.table(frame, "acts_by_class", opens={"acts": "act_ids"}, quotes=Quotation(run, quote_share=1))
    soup = BeautifulSoup(shown.html, "html.parser")
    assert [th.text for th in soup.find_all("th")] == ["Act", "Acts"]
    assert soup.details is not None
    assert SENTENCES[1] in soup.details.text
    assert "d 1:a1" not in repr(shown)
