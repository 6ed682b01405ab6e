"""How `measured.csv` is made, by whoever holds the excerpts (a maintainer's command):

    python -m helpers.evaluation.measure RUN/tables GOLD_DIR DATE used|unread

scores a run over the excerpts against their gold and writes the counts beside this file, in place of those of the same
block. DATE is the day of measuring, in ISO 8601; `used` says that the excerpts were studied while the rules were
written, `unread` that nobody had looked at them. Nothing of the texts, not even their names, goes into the file.
"""

from __future__ import annotations

import csv
import datetime
import sys
from pathlib import Path

import pandas as pd

from helpers import __version__, parameters, words
from helpers.errors import CorpusError
from helpers.evaluation import gold as golds
from helpers.evaluation import scores
from helpers.evaluation.accuracy import STOCK_TYPES, accuracy_table
from helpers.evaluation.measured import COLUMNS, FILE, measured


def counts(tables: Path, gold: Path, *, date: str, read: str = "used", seed: int | None = None) -> pd.DataFrame:
    """Return the rows of `measured.csv` for the mentions.csv and acts.csv of a tables folder against a gold folder.

    The stock recogniser is measured too where stock_mentions.csv is there. `seed` (default: that of the parameters)
    seeds the intervals. Every document of the gold folder must be among the tables, else CorpusError.
    """
    wanted = golds.read(gold)
    have = {row["doc_id"] for row in scores.read_rows(tables / "mentions.csv")}
    if missing := sorted(set(wanted) - have):
        raise CorpusError(
            f"{tables}: no mention in {', '.join(missing[:5])}, which {gold} annotates; run over all of them"
        )
    seed = parameters.check({}).seed if seed is None else seed
    block = words.say(f"evaluation.excerpts_{read}", n=len(wanted))
    table = accuracy_table(
        scores.counts_of_folder(tables, wanted), block=block, system=words.say("evaluation.ours"), seed=seed
    )
    if (tables / "stock_mentions.csv").is_file():
        stock = scores.counts(scores.read_rows(tables / "stock_mentions.csv"), [], wanted)
        baseline = accuracy_table(
            stock, block=block, system=words.say("evaluation.stock"), seed=seed, types=STOCK_TYPES
        )
        table = pd.concat([table, baseline], ignore_index=True)
    return table.assign(version=__version__, date=date)[list(COLUMNS)].round({"low": 6, "high": 6})


def write(table: pd.DataFrame, path: Path = FILE) -> None:
    """Write the rows of `measured.csv`."""
    table.to_csv(path, index=False, lineterminator="\n", float_format="%.6f", quoting=csv.QUOTE_MINIMAL)


def main(arguments: list[str]) -> int:
    """The command of this module; returns its exit status."""
    if len(arguments) != 4 or arguments[3] not in ("used", "unread"):
        sys.stderr.write(str(__doc__))
        return 2
    tables, gold, date, read = arguments
    new = counts(Path(tables), Path(gold), date=datetime.date.fromisoformat(date).isoformat(), read=read)
    old = measured()
    write(pd.concat([new, old[~old["block"].isin(new["block"])]]).sort_values("block", kind="stable", ascending=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
