"""Every entry of the lexicons that stands at a token: tries over folded tokens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from helpers import lexicon
from helpers.entities import tokens as tk
from helpers.entities.tokens import Tokens

ENTITIES = ("countries", "places", "bodies", "offices", "documents", "events")
Node = dict[str, Any]
_END = " "  # no token is a blank


class Entry(NamedTuple):
    """A row of a lexicon table; `capitals` says which of its tokens must be written with a capital (1) or all in
    capitals (2)."""

    table: str
    category: str
    row: dict[str, str]
    capitals: tuple[int, ...]


class Hit(NamedTuple):
    """A lexicon entry at tokens [first, last)."""

    first: int
    last: int
    entry: Entry

    @property
    def table(self) -> str:
        return self.entry.table

    @property
    def category(self) -> str:
        return self.entry.category

    @property
    def label(self) -> str:
        """The row as a mention tells it: `table: first cell`."""
        return f"{self.entry.table}: {next(iter(self.entry.row.values()))}"

    @property
    def form(self) -> str:
        return self.entry.row.get("form", "")


@cache
def trie(tables: tuple[str, ...]) -> Node:
    """The entries of `tables`, by their folded tokens. Rows with `case` = any match however they are written;
    in others the words written with a capital in the table must be so in the text."""
    root: Node = {}
    for table in tables:
        for row, form in _forms(table):
            words = tk.words(form)
            strict = table in (*ENTITIES, "outlets") and row.get("case", "") != "any"
            capitals = tuple(_wanted(word) if strict else 0 for word in words)
            node = root
            for word in words:
                node = node.setdefault(tk.key_of(word), {})
            node.setdefault(_END, []).append(Entry(table, row.get("category", ""), row, capitals))
    return root


def _forms(table: str) -> Iterator[tuple[dict[str, str], str]]:
    """Every row of a table with each form under which it is found."""
    for row in lexicon.load(table):
        for form in row["variants"].split(";") if "variants" in row else (row["entry"],):
            if form.strip():
                yield row, form.strip()


def hits(tokens: Tokens, tables: tuple[str, ...] = ENTITIES) -> list[tuple[Hit, ...]]:
    """For every token the lexicon entries that begin there, longest first."""
    root = trie(tables)
    found: list[tuple[Hit, ...]] = []
    for first, key in enumerate(tokens.key):
        node: Node | None = root.get(key)
        if node is None:
            found.append(())
            continue
        here: list[Hit] = []
        last = first + 1
        line = tokens.line[first]
        while node is not None:
            for entry in node.get(_END, ()):
                if _fits(tokens, first, entry.capitals):
                    here.append(Hit(first, last, entry))
            if last >= len(tokens) or tokens.line[last] != line:
                break
            node = node.get(tokens.key[last])
            last += 1
        found.append(tuple(reversed(here)))
    return found


def _wanted(word: str) -> int:
    if tk.shape_of(word) is tk.UPPER:
        return 2
    return int(word[0].isupper())


def _fits(tokens: Tokens, first: int, capitals: tuple[int, ...]) -> bool:
    for number, wanted in enumerate(capitals):
        if wanted and not tokens.capital[first + number]:
            return False
        if wanted == 2 and tokens.shape[first + number] is not tk.UPPER:
            return False
    return True
