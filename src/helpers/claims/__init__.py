"""What the report says: every claim is a query over the tables and a sentence of the message catalogue.

`claims.toml` declares them, in the order in which the report shows them: `topic` groups them there (named in
`words.toml` under [topics]), `notebook` prints the claim, `values` is the SQL that computes what its sentence needs
(one sentence a row), `evidence` the SQL that yields the rows behind one sentence, in which `$name` stands for a value
of that row, and `table` the table those rows come from. Sentences stand in `words.toml` under [claims]; `<claim>_none`
there, if it has one, is said when `values` yields no row; `@name` in the SQL of `values` stands for the words `name`
under [claims.words].
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from helpers import store, words

_NAME = re.compile(r"\$(\w+)")
_WORDS = re.compile(r"@(\w+)")


class Statement(NamedTuple):
    """One sentence said, with the query that yields the rows behind it and how many there are."""

    claim_id: str
    topic: str
    notebook: str
    sentence: str
    query: str
    table: str
    rows: int


@cache
def declared() -> dict[str, dict[str, str]]:
    """All claims, in the order in which they are declared."""
    return tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))


def state(name: str, run: Path | None = None) -> list[Statement]:
    """Return the sentences of one claim, computed from the tables of a run."""
    claim = declared()[name]
    rows: list[dict[str, Any]] = [
        row._asdict() for row in store.each(store.query(_WORDS.sub(_words, claim["values"]), run))
    ]
    if not rows:
        return (
            []
            if f"{name}_none" not in words.catalogue()["claims"]
            else [_statement(name, name, words.say(f"claims.{name}_none"), claim, {}, run)]
        )
    several = len(rows) > 1
    return [
        _statement(f"{name}.{i}" if several else name, name, words.say(f"claims.{name}", **row), claim, row, run)
        for i, row in enumerate(rows, start=1)
    ]


def ledger(run: Path | None = None) -> pd.DataFrame:
    """Return table `claims`: every sentence of every claim whose tables the run has."""
    said = [statement for name in declared() for statement in state(name, run)]
    return pd.DataFrame(said, columns=list(Statement._fields))


def _statement(
    claim_id: str, name: str, sentence: str, claim: dict[str, str], row: dict[str, Any], run: Path | None
) -> Statement:
    query = " ".join(_NAME.sub(lambda m: _literal(row.get(m[1])), claim["evidence"]).split())
    rows = len(store.query(query, run))
    return Statement(claim_id, claim["topic"], claim["notebook"], sentence, query, claim["table"], rows)


def _words(match: re.Match[str]) -> str:
    return _literal(words.say(f"claims.words.{match[1]}"))


def _literal(value: Any) -> str:
    """A value as an SQL literal."""
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)
