"""Small corpora written by hand: sentences whose words are set apart by spaces, compounds joined by `_`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
import pytest


class Small(NamedTuple):
    """The tables that statistics read."""

    tokens: pd.DataFrame
    sentences: pd.DataFrame
    documents: pd.DataFrame
    texts: pd.DataFrame


Build = Callable[..., Small]


@pytest.fixture
def corpus() -> Build:
    """`corpus({"d1": ["một câu .", ("caption", "chú_thích .")]}, year={"d1": "2022"}, duplicates={"d2": "d1"})`."""

    def build(
        sentences: dict[str, list[str | tuple[str, str]]],
        year: dict[str, str] | None = None,
        duplicates: dict[str, str] | None = None,
    ) -> Small:
        tokens, places, texts = [], [], []
        for doc, lines in sentences.items():
            text = ""
            for number, line in enumerate(lines):
                zone, words = line if isinstance(line, tuple) else ("body", line)
                start = len(text)
                for i, word in enumerate(words.split()):
                    text += "" if i == 0 or not any(c.isalnum() for c in word) else " "
                    surface = word.replace("_", " ")
                    tokens.append((doc, len(text), len(text) + len(surface), number, surface, "N"))
                    text += surface
                places.append((doc, start, len(text), number, zone, ""))
                text += "\n"
            texts.append((doc, text))
        given = {"duplicate_of": duplicates or {}, "published_at": year or {}, "outlet": {}, "agency": {}}
        documents = pd.DataFrame({"doc_id": list(sentences)})
        for column, values in given.items():
            documents[column] = pd.Series([values.get(doc, "") for doc in sentences], dtype="str")
        documents["counted"] = documents["duplicate_of"] == ""
        return Small(
            pd.DataFrame(tokens, columns=["doc_id", "start", "end", "sentence", "text", "pos"]),
            pd.DataFrame(places, columns=["doc_id", "start", "end", "sentence", "zone", "speaker"]),
            documents,
            pd.DataFrame(texts, columns=["doc_id", "text"]),
        )

    return build
