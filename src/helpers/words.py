"""The message catalogue: every word that reports, pages and the command line show stands in `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def catalogue() -> dict[str, Any]:
    """The whole catalogue, nested by room."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def say(key: str, /, **values: object) -> str:
    """Return the message `key` ("room.name") with `values` filled in; KeyError for a key that is none.

    Messages may hold plural forms as `{n|one text|other text}`.
    """
    message: Any = catalogue()
    for part in key.split("."):
        message = message[part]
    if not isinstance(message, str):
        raise KeyError(key)
    return _plural(message, values).format_map(values)


def _plural(message: str, values: dict[str, object]) -> str:
    pieces = message.split("{")
    for number, piece in enumerate(pieces[1:], start=1):
        inside, close, rest = piece.partition("}")
        parts = inside.split("|")
        pieces[number] = (
            ((parts[1] if values[parts[0]] == 1 else parts[2]) + rest) if close and len(parts) == 3 else "{" + piece
        )
    return "".join(pieces)
