"""A shape of date laid over tokens, and what it may be reckoned from."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from helpers.language.date_tokens import DateToken


class Known(NamedTuple):
    """What an expression may be reckoned from: the day of publication, and the day last named before it."""

    published: date | None
    anchor: date | None


class Match(NamedTuple):
    """A shape laid over tokens: each letter of its groups is one token."""

    tokens: list[DateToken]
    groups: re.Match[str]
    known: Known

    def group(self, name: str) -> str:
        """The letters of a group, "" where the shape has none of that name or it stands empty."""
        return (self.groups.group(name) or "") if name in self.groups.re.groupindex else ""

    def text(self, *names: str) -> str:
        """The value of the first token in the first of the groups that matched, "" where none did."""
        at = next((self.groups.start(name) for name in names if self.group(name)), None)
        return "" if at is None else self.tokens[at].value

    def number(self, *names: str) -> int:
        value = self.text(*names)
        return int(value) if value.lstrip("-").isdigit() else 0

    def year(self) -> int:
        """The year as written, or reckoned from the publication ("năm ngoái"); 0 where it is not said."""
        written = self.number("y", "y2")
        if written:
            return written + 2000 if written < 100 else written
        if self.known.published and self.group("unit") != "K" and self.group("by") + self.group("by2"):
            return self.known.published.year + self.number("by", "by2")
        return 0
