"""How often each rule and each row of the lexicon fires, over one or more corpora (a maintainer's command):

    python -m helpers.evaluation.coverage [mentions|acts] RUN/tables=NAME … > coverage.csv

writes a row for each rule with each row of the lexicon that stands in what it found: in how many documents of each
corpus, and how often. `*` in a column sums over it (a document counts once). A row of the lexicon of names that stands
in no mention is listed with zeros. A rule or row that fires in one text of the corpus it was written on, and hardly
ever elsewhere, does not belong to the language.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from helpers import lexicon, parts
from helpers.errors import BanggiaoError, CorpusError
from helpers.text import fold

LAYERS = ("mentions", "acts")
ANY = "*"
KEYS = ["layer", "rule", "entry"]
_NAMES = ("countries", "places", "bodies", "offices", "documents", "events", "outlets", "title_words", "surnames")


def coverage(corpora: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of the report, sorted, from `fired` of each corpus by its name.

    Columns: layer, rule, entry, and for each corpus `NAME documents` and `NAME hits` (integers).
    """
    counted = [_counts(rows, name) for name, rows in corpora.items()]
    nowhere = pd.DataFrame(
        [("mentions", ANY, entry) for entry in sorted(_lexicon_rows())], columns=KEYS, dtype="object"
    ).set_index(KEYS)
    table = pd.concat([*counted, nowhere], axis=1).fillna(0).astype("int64")
    return table.reset_index().sort_values(KEYS, kind="stable", ignore_index=True)


def fired(tables: Path) -> pd.DataFrame:
    """Return a row for each mention with each of its entries, and for each act, from a folder of tables.

    Columns: layer, rule, entry, doc_id, hit (id of the mention or act). Of an act the entry is its predicate, and the
    rule begins with its class. Raises CorpusError where a table is missing.
    """
    mentions, acts = _read(tables, "mentions"), _read(tables, "acts")
    named = mentions.assign(layer="mentions", hit=mentions["mention_id"], entry=mentions["entry"].str.split(";"))
    told = acts.assign(layer="acts", hit=acts["act_id"], rule=acts["act"] + ": " + acts["rule"])
    told["entry"] = acts["text"].map(fold)
    return pd.concat([named.explode("entry"), told])[[*KEYS, "doc_id", "hit"]].reset_index(drop=True)


def main(arguments: list[str]) -> int:
    """The command of this module; returns its exit status."""
    layers = LAYERS if not arguments or arguments[0] not in LAYERS else (arguments.pop(0),)
    given = [argument.rpartition("=") for argument in arguments]
    if not given or not all(folder and name for folder, _, name in given):
        sys.stderr.write(str(__doc__))
        return 2
    try:
        table = coverage({name: fired(Path(folder)) for folder, _, name in given})
    except BanggiaoError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    table = table[table["layer"].isin(layers)]
    table.to_csv(sys.stdout, index=False, lineterminator="\n")
    return 0


def _counts(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    every = pd.concat([rows, rows.assign(rule=ANY), rows.assign(entry=ANY)])
    counted = every.groupby(KEYS)[["doc_id", "hit"]].nunique()
    return counted.rename(columns={"doc_id": f"{name} documents", "hit": f"{name} hits"})


def _lexicon_rows() -> set[str]:
    return {f"{table}: {next(iter(row.values()))}" for table in _NAMES for row in lexicon.load(table)}


def _read(tables: Path, name: str) -> pd.DataFrame:
    if not parts.files(tables, name):
        raise CorpusError(f"{tables}: no table {name}; give the folder `tables` of a finished run")
    return pd.concat(parts.groups(tables, name))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
