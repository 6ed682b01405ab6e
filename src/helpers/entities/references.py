"""Referring expressions and the entities that they stand for."""

from __future__ import annotations

import re

from helpers.spans import Mention, Reference, Sentence

_JOINT = re.compile(r"\bhai (?:bên|nước|nhà lãnh đạo|lãnh đạo|vị lãnh đạo)\b", re.IGNORECASE)


def find(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Reference, ...]:
    """Return the referring expressions of the normalised `text` with the entity keys that they stand for."""
    countries = list(dict.fromkeys(m.entity for m in mentions if m.type == "LOC" and len(m.entity) == 2))
    sides = tuple(sorted(countries[:2]))
    return tuple(Reference(*m.span(), m.group(), "joint", sides) for m in _JOINT.finditer(text))
