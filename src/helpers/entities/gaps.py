"""What stands between two names: signs and glue words ("ông", "của nước", "kiêm") that may hold a participant together."""

from __future__ import annotations

import re
from functools import cache

from helpers import lexicon
from helpers.text import flatten

_LETTERS = {
    "honorific": "h",
    "counterpart": "k",
    "fellow": "k",
    "owner": "o",
    "post": "t",
    "also": "+",
    "description": "d",
    "and": "&",
    "representative": "?",
    "leader": "?",
    "woman name": "?",
    "man name": "?",
}
_BEFORE = ("honorific", "counterpart", "fellow", "representative", "leader")
_INVISIBLE = " \u200b"
_WINDOW = 24  # characters in which the words before a name are looked for


@cache
def words() -> dict[str, str]:
    """The glue words, flattened, with their category."""
    return {flatten(row["entry"]): row["category"] for row in lexicon.load("party_glue")}


@cache
def _pattern() -> re.Pattern[str]:
    entries = sorted(words(), key=lambda entry: (-len(entry), entry))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, entries))})(?!\w)")


def between(flat: str) -> str:
    """Signature of the flattened text between two mentions: its signs, a letter for each glue word, "?" for all else.

    Letters: h form of address, k counterpart, o whose it is, t where it is posted, + and concurrently, d description, & and.
    """
    if not flat.strip(_INVISIBLE):
        return ""
    out, position = [], 0
    for match in _pattern().finditer(flat):
        out += [_signs(flat[position : match.start()]), _LETTERS[words()[match.group()]]]
        position = match.end()
    return "".join([*out, _signs(flat[position:])])


def _signs(flat: str) -> str:
    bare = flat.replace(" ", "").replace("\u200b", "")
    return bare if all(sign in ",-()" for sign in bare) and len(bare) < 3 else "?"


def before(flat: str, start: int) -> tuple[str, int]:
    """The form of address or counterpart that ends right before `start`, and where it begins; ("", start) if none does."""
    window = flat[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    if not window.endswith(" "):
        return "", start
    parts = window.rstrip().split(" ")
    for count in (3, 2, 1):
        entry = " ".join(parts[-count:])
        if count <= len(parts) and words().get(entry) in _BEFORE:
            return entry, start - len(window) + window.rstrip().rfind(entry)
    return "", start
