"""Loader of the lexicon tables: the knowledge of language, as CSV that a linguist can read and correct.

Every table has a header; every row is stripped, NFC and non-empty in its first column. Columns common to the
tables: `gloss` (English), `example` (written by us), `note` (reason), and `status`, which is empty for an entry in use
and `excluded` for one that was considered and rejected (its reason stands in `note`).
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache

from helpers.errors import LexiconError
from helpers.paths import LEXICON


@cache
def load(name: str, *, excluded: bool = False) -> tuple[dict[str, str], ...]:
    """Return the rows of `lexicon/<name>.csv` as dictionaries, without the excluded ones unless asked for.

    Raises LexiconError, naming file and line, for a missing file, a ragged row or an empty first cell.
    """
    path = LEXICON / f"{name}.csv"
    if not path.is_file():
        raise LexiconError(f"{path}: no such lexicon table; the tables are {', '.join(names())}")
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        first = (reader.fieldnames or [""])[0]
        rows = []
        for row in reader:
            if None in row or None in row.values():
                raise LexiconError(
                    f"{path}, line {reader.line_num}: the row does not have {len(reader.fieldnames or [])} cells; quote cells that hold a comma"
                )
            clean = {key: unicodedata.normalize("NFC", value.strip()) for key, value in row.items()}
            if not clean[first]:
                raise LexiconError(
                    f"{path}, line {reader.line_num}: the cell {first!r} is empty; fill it or delete the row"
                )
            if excluded or clean.get("status") != "excluded":
                rows.append(clean)
    return tuple(rows)


def names() -> list[str]:
    """Names of all lexicon tables."""
    return sorted(path.stem for path in LEXICON.glob("*.csv"))
