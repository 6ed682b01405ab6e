"""What a cell shows: escaped in HTML, aligned in text, honest when there is nothing."""

import pandas as pd

from helpers import show


def test_source_text_is_escaped_in_html_and_plain_in_text() -> None:
    shown = show.table(pd.DataFrame({"doc_id": ["<script>"], "title": ["“A & B”"]}), "documents", vietnamese=["title"])
    assert "<script>" not in shown._repr_html_()
    assert '<td lang="vi">“A &amp; B”</td>' in shown._repr_html_()
    assert "<script>" in repr(shown)


def test_heads_and_caption_are_messages() -> None:
    shown = show.table(pd.DataFrame({"unit": ["hợp tác"], "count": [1234]}), "frequent_words")
    assert '<th scope="col">Unit</th>' in shown._repr_html_()
    assert "<caption>Most frequent content words</caption>" in shown._repr_html_()
    assert '<td class="number">1,234</td>' in shown._repr_html_()


def test_missing_numbers_are_a_dash() -> None:
    shown = show.table(pd.DataFrame({"unit": ["a", "b"], "log_ratio": [0.5, float("nan")]}), "keyness")
    assert "0.50" in repr(shown)
    assert "–" in repr(shown)


def test_an_empty_table_says_so() -> None:
    shown = show.table(pd.DataFrame({"path": pd.Series(dtype="str")}), "skipped")
    assert "There are none." in repr(shown)
    assert "<table" not in shown._repr_html_()
