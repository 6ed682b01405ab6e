"""From the HTML that a notebook yields to HTML fit for a page: nothing that runs or loads, tables and headings that a
screen reader can follow, nothing wider than the page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from bs4.element import PreformattedString

from helpers.words import say

_DROPPED = {"script", "style", "iframe", "object", "embed", "link", "meta", "base", "form", "svg", "math", "template"}
_TAGS = """
a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i
img li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead tr u ul
"""
_ATTRIBUTES = """
alt aria-label aria-labelledby class colspan height href id lang role rowspan scope src start tabindex title width
"""
_KEPT, _KEPT_ATTRIBUTES = frozenset(_TAGS.split()), frozenset(_ATTRIBUTES.split())
_COMMENT, _DECLARATION = re.compile(r"<!--.*?-->", re.DOTALL), re.compile(r"<(?=[!?])")
_ADDRESS = re.compile(r"(?:https?:|mailto:|#|[\w.%-]+(?:[/#]|$))", re.IGNORECASE)
_IMAGE = re.compile(r"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+|[\w.%-]+(?:/[\w.%-]+)*")
_NUMBER = re.compile(r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?%)?|[–—-]|")
_LONG = 28  # characters from which a cell needs a wide column
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def parse(html: str) -> BeautifulSoup:
    """The elements of a piece of HTML, without those that run, load or style, and without such attributes."""
    declared = _DECLARATION.sub("&lt;", _COMMENT.sub("", html))  # the parser refuses such as <![x
    soup = BeautifulSoup(declared, "html.parser")
    for node in soup.find_all(string=lambda s: isinstance(s, (Comment, PreformattedString))):
        node.extract()
    for tag in soup.find_all(True):
        if tag.decomposed:
            continue
        if tag.name in _DROPPED:
            tag.decompose()
        elif tag.name not in _KEPT:
            tag.unwrap()
        else:
            _clean(tag)
    return soup


def _clean(tag: Tag) -> None:
    for name in list(tag.attrs):
        value = str(tag[name]).strip()
        refused = (name == "href" and not _ADDRESS.match(value)) or (name == "src" and not _IMAGE.fullmatch(value))
        if name not in _KEPT_ATTRIBUTES or refused:
            del tag[name]


def tables(soup: BeautifulSoup) -> None:
    """Give every table heads with a scope, numbers to the right, and a region of its own that scrolls."""
    for number, table in enumerate(soup.select("table:not(figure.table table)"), start=1):
        _drop_row_numbers(table)
        for cell in table.find_all("th"):
            if not cell.get_text(strip=True):
                cell.name = "td"
            else:
                cell["scope"] = "col" if cell.find_parent("thead") else "row"
        for cell in table.find_all("td"):
            text = cell.get_text(" ", strip=True)
            if cell.find("details"):
                cell["class"] = "opens"  # a number that opens to what it counts
            elif _NUMBER.fullmatch(text):
                cell["class"] = "number"
            elif len(text) > _LONG:
                cell["class"] = "long"
        _align_heads(table)
        _frame(soup, table, number)


def _drop_row_numbers(table: Tag) -> None:
    """Take away the first column where it only numbers the rows and has no head, as pandas writes it."""
    rows = [row.find_all(["td", "th"]) for row in table.find_all("tr")]
    heads = [row for row in rows if row and row[0].find_parent("thead")]
    body = [row for row in rows if row and not row[0].find_parent("thead")]
    numbered = [row[0].get_text(strip=True) for row in body] == [str(i) for i in range(len(body))]
    headless = not any(row[0].get_text(strip=True) for row in heads)
    if body and heads and numbered and headless and all(row[0].name == "th" for row in body):
        for row in heads + body:
            row[0].decompose()


def _align_heads(table: Tag) -> None:
    head = table.find("thead")
    columns = [r.find_all(["td", "th"]) for r in table.find_all("tr") if not r.find_parent("thead")]
    for row in head.find_all("tr") if head else []:
        for i, cell in enumerate(row.find_all(["td", "th"])):
            under = [c[i] for c in columns if i < len(c)]
            if (
                under
                and all("number" in (c.get("class") or "") for c in under)
                and any(c.get_text(strip=True) for c in under)
            ):
                cell["class"] = "number"


def _frame(soup: BeautifulSoup, table: Tag, number: int) -> None:
    """Put a table into a figure: its caption, then a region that scrolls, so that the caption stays in view."""
    figure = soup.new_tag("figure", attrs={"class": "table"})
    region = soup.new_tag("div", attrs={"class": "scroll", "role": "group", "tabindex": "0"})
    caption = table.find("caption")
    table.wrap(region).wrap(figure)
    if caption is not None and caption.get_text(strip=True):
        caption.name = "figcaption"
        caption["id"] = f"table-{number}"
        figure.insert(0, caption.extract())
        table["aria-labelledby"] = region["aria-labelledby"] = str(caption["id"])
    else:
        table["aria-label"] = region["aria-label"] = say("report.table_number", n=number)


def scrolling(soup: BeautifulSoup) -> None:
    """Let preformatted text scroll by keyboard."""
    for number, block in enumerate(soup.find_all("pre"), start=1):
        block.attrs |= {"tabindex": "0", "role": "group", "aria-label": say("report.block_number", n=number)}


def headings(soup: BeautifulSoup) -> list[tuple[str, str]]:
    """Put headings in order (one first heading, no level left out), give each an id, return (id, text) of level two."""
    parts, depth, used = list[tuple[str, str]](), 0, Counter[str]()
    for tag in soup.find_all(True, id=True):
        used[str(tag["id"])] += 1
    for heading in soup.find_all(_HEADINGS):
        for link in heading.find_all("a", class_="anchor-link"):
            link.decompose()
        level = min(max(int(heading.name[1]), 2 if depth else 1), depth + 1)
        depth, heading.name = level, f"h{level}"
        anchor = slug(heading.get_text())
        used[anchor] += 1
        heading["id"] = anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
        if level == 2:
            parts.append((str(heading["id"]), heading.get_text(" ", strip=True)))
    return parts


def unique_ids(soup: BeautifulSoup) -> None:
    """Of several elements with one id the first keeps it."""
    seen = set[str]()
    for tag in soup.find_all(True, id=True):
        if tag["id"] in seen:
            del tag["id"]
        else:
            seen.add(str(tag["id"]))


def links(soup: BeautifulSoup, exists: Callable[[str], bool]) -> None:
    """Lead links to notebooks to their pages, and make those to pages that the report does not have plain text."""
    for link in soup.find_all("a"):
        target, mark, anchor = str(link.get("href", "")).partition("#")
        if target.endswith(".ipynb") and "/" not in target and exists(page := target.removesuffix("ipynb") + "html"):
            target = page
            link["href"] = target + mark + anchor
        if not link.get("href") or (target and ":" not in target and not exists(target)):
            link.unwrap()


def slug(text: str) -> str:
    """Letters, digits and hyphens for an id."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-") or "part"


def text_nodes(soup: BeautifulSoup, *, outside: set[str]) -> list[NavigableString]:
    """The pieces of text that do not stand in elements with the names `outside`."""
    return [n for n in soup.find_all(string=True) if not any(parent.name in outside for parent in n.parents)]
