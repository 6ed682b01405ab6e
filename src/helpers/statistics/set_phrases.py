"""Hits of the set phrases of lexicon `set_phrases`."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers import lexicon
from helpers.cells import joined
from helpers.text import flatten, is_boundary

KIND = "set phrase"
SLOT = "…"
WIDEST_SLOT = 60  # characters


def lexicon_phrases() -> dict[str, str]:
    """The entries of lexicon `set_phrases` with their English gloss; none where there is no such table."""
    return (
        {row["entry"]: row["gloss"] for row in lexicon.load("set_phrases")} if "set_phrases" in lexicon.names() else {}
    )


def set_phrases(
    texts: pd.DataFrame, sentences: pd.DataFrame, entries: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """Return a row of table `formulas` for each set phrase found in the sentences of `texts`, boilerplate left out.

    A phrase is matched on word boundaries, without regard to case and tone placement; "…" in an entry stands for a slot
    of up to 60 characters inside the sentence. Its variants are the forms in which it occurs, in lower case.
    `entries` are phrases with their gloss, by default those of the lexicon.
    """
    entries = lexicon_phrases() if entries is None else entries
    patterns = {entry: _pattern(entry) for entry in entries}
    openings = {entry: flatten(entry).split(SLOT)[0].split() for entry in entries}
    spans: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    docs: dict[str, set[str]] = defaultdict(set)
    places = sentences[sentences["zone"] != "boilerplate"].groupby("doc_id")[["start", "end"]]
    where = {doc: part.to_numpy().tolist() for doc, part in places}
    for doc, text in texts[["doc_id", "text"]].sort_values("doc_id").itertuples(index=False):
        flat = flatten(text)
        here = [entry for entry in entries if all(word in flat for word in openings[entry])]
        for (start, end), entry in itertools.product(where.get(doc, []), here):
            for hit in patterns[entry].finditer(flat, start, end):
                if is_boundary(text, hit.start()) and is_boundary(text, hit.end()):
                    spans[entry].append(f"{doc}:{hit.start()}-{hit.end()}")
                    forms[entry][" ".join(text[hit.start() : hit.end()].lower().split())] += 1
                    docs[entry].add(doc)
    return [_row(entry, entries[entry], spans[entry], forms[entry], docs[entry]) for entry in entries if entry in spans]


def _row(entry: str, gloss: str, spans: list[str], forms: Counter[str], docs: set[str]) -> dict[str, Any]:
    return {
        "kind": KIND,
        "formula": entry,
        "count": len(spans),
        "documents": len(docs),
        "variants": variants(forms) if len(forms) > 1 else "",
        "spans": joined(spans),
        "gloss": gloss,
    }


def _pattern(entry: str) -> re.Pattern[str]:
    parts = [re.escape(" ".join(part.split())).replace(r"\ ", r"\s+") for part in flatten(entry).split(SLOT)]
    return re.compile(rf"\s+\S.{{0,{WIDEST_SLOT}}}?\s+".join(part.strip() for part in parts))


def variants(forms: Counter[str]) -> str:
    """Forms with their counts, the most frequent first: "sâu sắc (3); thực chất (1)"."""
    return "; ".join(f"{form} ({n})" for form, n in sorted(forms.items(), key=lambda item: (-item[1], item[0])))
