"""The quality flags of the texts with what they mean, and the places that are read otherwise than they stand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pandas as pd

from helpers import store


def flags(run: Path | None = None) -> pd.DataFrame:
    """Return the flags of table `documents`, the most frequent first: texts, places in them (missing for a flag that
    speaks of the text as a whole), meaning, and how it is read or what to do (from lexicon `faults`)."""
    return store.query(
        """WITH flagged AS (SELECT unnest(string_split(flags, ';')) AS flag FROM documents WHERE flags <> ''),
        places AS (SELECT kind, count(*) AS places FROM faults GROUP BY kind)
        SELECT flag, count(*) AS documents, round(100 * count(*) / (SELECT count(*) FROM documents))::INTEGER AS percent,
            coalesce(any_value(places)::VARCHAR, '–') AS places, coalesce(any_value(gloss), '') AS gloss,
            coalesce(any_value(note), '') AS remedy
        FROM flagged LEFT JOIN places ON kind = flag LEFT JOIN lexicon_faults ON entry = flag
        GROUP BY flag ORDER BY documents DESC, flag""",
        run,
    )


def examples(each: int, run: Path | None = None) -> pd.DataFrame:
    """Return the first `each` places of every kind of table `faults`, in different texts as far as there are: doc_id,
    kind, start, end, and `written` and `reads_as` with signs that are not seen spelt out."""
    found = store.query(
        f"""SELECT doc_id, kind, start, "end", text, reads_as FROM (
            SELECT *, row_number() OVER (PARTITION BY kind, doc_id ORDER BY start, "end") AS again FROM faults)
        QUALIFY row_number() OVER (PARTITION BY kind ORDER BY again, doc_id) <= {each} ORDER BY kind, again, doc_id""",
        run,
    )
    shown = {name: pd.Series([visible(text) for text in found[name]], dtype="str") for name in ("text", "reads_as")}
    return found.assign(written=shown["text"], reads_as=shown["reads_as"])[
        ["kind", "doc_id", "start", "end", "written", "reads_as"]
    ]


def visible(text: str) -> str:
    """`text` with every blank but single spaces inside it, control, format or combining sign as its code point, such as
    ‹U+00A0›."""
    hidden = {
        c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Mn") or (c.isspace() and c != " ")
    }
    if "  " in text or text != text.strip():
        hidden.add(" ")
    return "".join(f"‹U+{ord(c):04X}›" if c in hidden else c for c in text)
