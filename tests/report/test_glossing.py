"""Vietnamese in English pages is marked, and its terms are explained where they first stand."""

from __future__ import annotations

import pytest

from helpers import lexicon
from helpers.report import glossing, markup


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lê Văn Núi", True),
        ("đề nghị", True),
        ("Hai bên mở thêm đường", True),
        ("hai nam qua", False),
        ("He met Lê at the talks", False),
        ("", False),
        ("123 – 4", False),
        pytest.param(
            "Café de São Tomé",
            False,
            marks=pytest.mark.xfail(
                strict=True, reason="French and Portuguese use the same marks; such names are rare"
            ),
        ),
    ],
)
def test_what_counts_as_vietnamese(text: str, expected: bool) -> None:
    assert glossing.is_vietnamese(text) is expected


def marked(html: str) -> str:
    soup = markup.parse(html)
    glossing.languages(soup)
    glossing.glosses(soup)
    return soup.decode(formatter="minimal")


def test_cells_and_quotations_are_marked() -> None:
    assert marked("<td>Lê Văn Núi</td><td>three acts</td>") == '<td lang="vi">Lê Văn Núi</td><td>three acts</td>'
    assert marked("<p>They use “mở thêm đường” often, “so it goes”.</p>") == (
        '<p>They use “<span lang="vi">mở thêm đường</span>” often, “so it goes”.</p>'
    )
    assert marked('<p lang="vi">Đường <em>mới</em></p>') == '<p lang="vi">Đường <em>mới</em></p>'


def test_a_term_is_explained_once_outside_code_links_and_headings() -> None:
    gloss = next(row["gloss"] for row in lexicon.load("glossary") if row["term"] == "hội kiến")
    html = marked("<h2>hội kiến</h2><code>hội kiến</code><p>Form Hội kiến, then hội kiến again</p>")
    assert html.count("<abbr") == 1
    assert f'<p>Form <abbr lang="vi" title="{gloss}">Hội kiến</abbr>, then hội kiến again</p>' in html


def test_the_longest_term_wins_and_parts_of_words_are_none() -> None:
    assert 'title="comprehensive strategic' in marked("<p>x đối tác chiến lược toàn diện y</p>")
    assert "<abbr" not in marked("<p>the đoànx and xđoàn</p>")


def test_the_glossary_has_words_for_each_of_its_categories() -> None:
    from helpers.words import say

    for category, rows in glossing.glossary().items():
        assert say(f"report.glossary_groups.{category}")
        assert all(row["gloss"] and row["example"] for row in rows)
    terms = [row["term"] for row in lexicon.load("glossary")]
    assert len(set(terms)) == len(terms)
