"""What the lexicon leaves out on purpose, with the reason."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers import lexicon

OF_NAMES = (
    "abbreviations", "bodies", "countries", "documents", "events", "grammar_words", "name_cues", "naming_cues", "offices",
    "office_synonyms", "party_glue", "place_variants", "places", "surnames", "syllables", "title_words",
)  # fmt: skip


def excluded(tables: Iterable[str] | None = None) -> pd.DataFrame:
    """Return table, entry, gloss and reason of every excluded row of the lexicon `tables` (by default of all)."""
    rows = [
        {"table": name, "entry": next(iter(row.values())), "gloss": row.get("gloss", ""), "reason": row.get("note", "")}
        for name in (lexicon.names() if tables is None else tables)
        for row in lexicon.load(name, excluded=True)
        if row.get("status") == "excluded"
    ]
    return pd.DataFrame(rows, columns=["table", "entry", "gloss", "reason"], dtype="str")
