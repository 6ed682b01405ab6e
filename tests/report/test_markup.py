"""From the HTML of notebooks to HTML fit for a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from helpers.report import markup


def clean(html: str) -> str:
    return markup.parse(html).decode(formatter="minimal")


@pytest.mark.parametrize(
    ("given_html", "expected"),
    [
        ("<p onclick='x()' style='color:red' id='a'>b</p>", '<p id="a">b</p>'),
        ("a<script>alert(1)</script>b<style>x</style>", "ab"),
        ("<a href='javascript:x'>b</a>", "<a>b</a>"),
        ("<a href=' JavaScript:x'>b</a>", "<a>b</a>"),
        ("<a href='data:text/html,x'>b</a>", "<a>b</a>"),
        ("<a href='//example.org'>b</a>", "<a>b</a>"),
        ("<a href='https://example.org/x'>b</a>", '<a href="https://example.org/x">b</a>'),
        ("<a href='tables/acts.csv'>b</a>", '<a href="tables/acts.csv">b</a>'),
        ("<img src='https://example.org/x.png' alt='x'>", '<img alt="x"/>'),
        ("<img src='data:image/png;base64,AAAA' alt='x'>", '<img alt="x" src="data:image/png;base64,AAAA"/>'),
        ("<img src='data:text/html;base64,AAAA'>", "<img/>"),
        ("<!-- x --><![CDATA[y]]>z<![:", "&lt;![CDATA[y]]&gt;z&lt;![:"),
        ("<iframe src='x'>y</iframe><blink>z</blink>", "z"),
        ("<svg><script>x</script></svg>a &lt;b&gt; &amp;amp;", "a &lt;b&gt; &amp;amp;"),
    ],
)
def test_nothing_runs_loads_or_styles(given_html: str, expected: str) -> None:
    assert clean(given_html) == expected


@given(st.text(alphabet="<>/='\" aimgsrctyleonhf:&;!-[]", max_size=60))
def test_cleaning_is_stable_and_keeps_out_what_it_does_not_know(html: str) -> None:
    once = clean(html)
    soup = BeautifulSoup(once, "html.parser")
    for tag in soup.find_all(True):
        assert tag.name not in ("script", "style", "iframe")
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
    assert clean(once) == once


PANDAS = (
    "<table class='dataframe'><thead><tr><th></th><th>Name</th><th>Acts</th></tr></thead><tbody>"
    "<tr><th>0</th><td>Lê Văn Núi</td><td>1,234</td></tr><tr><th>1</th><td>Khăm Sông</td><td>1.5 %</td></tr>"
    "</tbody></table>"
)


def table(html: str) -> BeautifulSoup:
    soup = markup.parse(html)
    markup.tables(soup)
    return soup


def test_a_number_that_opens_makes_no_wide_column() -> None:
    inside = "<details><summary>2</summary><ul><li>a sentence that is longer than a cell</li></ul></details>"
    soup = table(f"<table><tbody><tr><td>{inside}</td><td>a text that is longer than a cell</td></tr></tbody></table>")
    assert [cell["class"] for cell in soup.find_all("td")] == ["opens", "long"]


def test_a_table_of_pandas_loses_its_row_numbers_and_gets_scopes() -> None:
    soup = table(PANDAS)
    assert [th.get_text() for th in soup.find_all("th")] == ["Name", "Acts"]
    assert {th["scope"] for th in soup.find_all("th")} == {"col"}
    assert [c.get_text() for c in soup.select(".number")] == ["Acts", "1,234", "1.5 %"]
    region = soup.select_one("figure.table > .scroll")
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "Table 1 of this page"


def test_an_index_with_words_stays_and_heads_its_rows() -> None:
    soup = table(PANDAS.replace("<th>0</th>", "<th>a</th>"))
    assert [th["scope"] for th in soup.find_all("th")] == ["col", "col", "row", "row"]
    assert soup.find("thead").find(["td", "th"]).name == "td", "no head without words"


def test_the_caption_stays_in_view_and_names_the_table() -> None:
    soup = table("<table><caption>Acts &amp; actors</caption><tr><td>x</td></tr></table>" + PANDAS)
    figure = soup.find("figure")
    assert figure.find("figcaption").get_text() == "Acts & actors"
    assert figure.find("table")["aria-labelledby"] == figure.find("figcaption")["id"]
    assert soup.find_all("figure")[1].find("table")["aria-label"] == "Table 2 of this page"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1, 2, 3, 2], [1, 2, 3, 2]),
        ([2, 4, 4, 2], [1, 2, 3, 2]),
        ([1, 1, 3], [1, 2, 3]),
        ([3], [1]),
        ([1, 6, 6, 6, 2, 5], [1, 2, 3, 4, 2, 3]),
    ],
)
def test_headings_leave_no_level_out(levels: list[int], expected: list[int]) -> None:
    soup = markup.parse("".join(f"<h{n}>Phần Đầu</h{n}>" for n in levels))
    parts = markup.headings(soup)
    found = soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    assert [int(h.name[1]) for h in found] == expected
    assert found[0]["id"] == "phan-dau"
    assert len({h["id"] for h in found}) == len(found)
    assert [anchor for anchor, _ in parts] == [h["id"] for h in found if h.name == "h2"]


def test_links_to_notebooks_lead_to_pages_and_dead_ones_become_text() -> None:
    soup = markup.parse(
        "<a href='02_x.ipynb#a'>1</a><a href='03_y.ipynb'>2</a><a href='#here'>3</a><a>4</a>"
        "<a href='https://example.org/a#b'>5</a><a href='tables/t.csv'>6</a><a href='02_x.html'>7</a>"
    )
    markup.links(soup, {"02_x.html", "tables/t.csv"}.__contains__)
    assert [(a.get_text(), a["href"]) for a in soup.find_all("a")] == [
        ("1", "02_x.html#a"),
        ("3", "#here"),
        ("5", "https://example.org/a#b"),
        ("6", "tables/t.csv"),
        ("7", "02_x.html"),
    ]
    assert soup.get_text() == "1234567"
