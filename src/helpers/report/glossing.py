"""Vietnamese inside English pages: marked as such for screen readers, and its terms explained where they first stand."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bs4 import BeautifulSoup, NavigableString, Tag

from helpers import lexicon
from helpers.report.markup import text_nodes
from helpers.text import WORD, fold

_QUOTED = re.compile(r"(?<=“)[^“”]+(?=”)")
_MARKS = {0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31B}  # the tone marks, circumflex, breve, horn
_RUNNING = ["p", "li", "figcaption"]
_BLOCKS = ["td", "th", "em", "strong", *_RUNNING]
_PROSE = 0.6  # English prose that names Vietnamese terms stays below


def glossary() -> dict[str, list[dict[str, str]]]:
    """The glossary of the project, rows of `lexicon/glossary.csv`, by category."""
    categories: dict[str, list[dict[str, str]]] = {}
    for row in lexicon.load("glossary"):
        categories.setdefault(row["category"], []).append(row)
    return categories


@cache
def predicates() -> dict[str, str]:
    """The English of the predicates of acts, by their folded form."""
    return {fold(row["entry"]): row["gloss"] for row in lexicon.load("predicates")}


def is_vietnamese(text: str, share: float = 1 / 3) -> bool:
    """Whether at least this share of the words of `text` have a letter that Vietnamese writes with a mark.

    A third tells names and phrases from English ones; running Vietnamese has them in most of its words.
    """
    words = WORD.findall(text)
    return bool(words) and sum(map(_marked, words)) >= share * len(words)


def _marked(word: str) -> bool:
    return "đ" in word.lower() or any(ord(c) in _MARKS for c in unicodedata.normalize("NFD", word))


def languages(soup: BeautifulSoup) -> None:
    """Mark as Vietnamese the elements that hold nothing else, and what stands in “ ” inside English text."""
    for block in soup.find_all(_BLOCKS):
        known = block.get("lang") or block.find_parent(lang=True) or block.find(lang=True)
        if (
            not known
            and not block.find(_BLOCKS)
            and is_vietnamese(_own(block), _PROSE if block.name in _RUNNING else 1 / 3)
        ):
            block["lang"] = "vi"
    for node in text_nodes(soup, outside={"code", "pre", "summary"}):
        if node.find_parent(lang=True) is None:
            _split(soup, node, [m for m in _QUOTED.finditer(node) if is_vietnamese(m[0])], "span", {"lang": "vi"})


def _own(block: Tag) -> str:
    return " ".join(block.find_all(string=True))


def glosses(soup: BeautifulSoup) -> None:
    """Explain each term of the glossary where it first stands in the page, outside code, links and headings."""
    open_terms = {fold(row["term"]): row["gloss"] for row in lexicon.load("glossary")}
    longest_first = sorted(open_terms, key=lambda term: (-len(term), term))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    outside = {"a", "abbr", "code", "pre", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"}
    for node in text_nodes(soup, outside=outside):
        text = str(node)
        if len(fold(f"|{text}|")) != len(text) + 2:
            continue  # folding would move the places of what is found
        first = [m for m in pattern.finditer(fold(f"|{text}|")[1:-1]) if m[0] in open_terms]
        unique = {m[0]: m for m in reversed(first)}
        found = sorted(unique.values(), key=lambda m: m.start())
        _split(soup, node, found, "abbr", {"lang": "vi"}, titles={term: open_terms.pop(term) for term in unique})


def _split(
    soup: BeautifulSoup,
    node: NavigableString,
    matches: list[re.Match[str]],
    name: str,
    attributes: dict[str, str],
    titles: dict[str, str] | None = None,
) -> None:
    """Wrap the matches inside a piece of text in elements."""
    if not matches:
        return
    parts, position, text = list[NavigableString | Tag](), 0, str(node)
    for match in matches:
        title = {"title": titles[match[0]]} if titles else {}
        tag = soup.new_tag(name, attrs=attributes | title)
        tag.string = text[match.start() : match.end()]
        parts += [NavigableString(text[position : match.start()]), tag]
        position = match.end()
    node.replace_with(*parts, NavigableString(text[position:]))
