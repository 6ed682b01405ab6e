"""English for names and offices, where a lexicon table has it."""

from __future__ import annotations

from functools import cache

from helpers import lexicon
from helpers.text import fold

_OFFICES = ("offices", "channels", "office_synonyms", "bodies")
_NAMES = ("countries", "places", "bodies")


def of_name(name: str) -> str:
    """The English gloss of a name, "" where no table has it."""
    return _known(_NAMES).get(fold(name), "")


def of_office(name: str) -> str:
    """The gloss of the longest beginning of an office or body that has one (Đại sứ quán Áo → embassy)."""
    words, known = fold(name).split(), _known(_OFFICES)
    beginnings = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((known[beginning] for beginning in beginnings if beginning in known), "")


@cache
def _known(tables: tuple[str, ...]) -> dict[str, str]:
    """Folded entry → gloss, of the first of `tables` that has one."""
    found: dict[str, str] = {}
    for table in tables:
        for row in lexicon.load(table):
            for name in (row["entry"], row.get("office", "")):
                if row["gloss"] and name and not name.endswith("*"):
                    found.setdefault(fold(name), row["gloss"])
    return found
