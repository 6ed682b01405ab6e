"""The sequence in which formulas are sought: words, commas and names, each name one element."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from helpers.statistics.units import MARK, WORD, owners

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
INNER = (",", "-", "–")  # punctuation that a formula may hold


class Elements(NamedTuple):
    """Elements in text order. `codes` numbers their units (`names[code]`), -1 for punctuation that no formula holds;
    `runs` numbers the sentences; `content` tells content words, `name` names, `mark` commas and dashes, `opens` and
    `closes` what may stand at the edges; `start` and `end` are offsets in the document `docs`."""

    codes: Integers
    names: list[str]
    runs: Integers
    content: Flags
    name: Flags
    mark: Flags
    opens: Flags
    closes: Flags
    docs: npt.NDArray[np.object_]
    start: Integers
    end: Integers


def elements(countable: pd.DataFrame, mentions: pd.DataFrame) -> Elements:
    """Return the elements of `countable` (as returned by `units.countable`); a name of `mentions` is one of them."""
    owner = owners(countable, mentions)
    change = (countable["doc_id"] != countable["doc_id"].shift()) | (
        countable["sentence"] != countable["sentence"].shift()
    )
    begins = (change | (owner < 0) | (owner != np.roll(owner, 1))).to_numpy(np.bool_)
    first = np.flatnonzero(begins)
    last = np.append(first, len(countable))[1:] - 1
    name = owner[first] >= 0
    unit = _once(countable["unit"])
    units = pd.Series([" ".join(unit[a : b + 1]) for a, b in zip(first, last, strict=True)], dtype="str")
    codes, names = pd.factorize(units, sort=True)
    kind = countable["kind"].take(first)
    mark = (kind == MARK).to_numpy(np.bool_) & ~name
    codes = np.where(mark & ~units.isin(INNER).to_numpy(np.bool_), -1, codes).astype(np.int64)
    content = (kind == WORD).to_numpy(np.bool_) & ~countable["function"].to_numpy(np.bool_)[first]
    return Elements(
        codes=codes,
        names=[str(n) for n in names],
        runs=np.asarray(np.cumsum(change.to_numpy(np.int64)), dtype=np.int64)[first],
        content=content & ~name,
        name=name,
        mark=mark,
        opens=countable["opens"].to_numpy(np.bool_)[first] | name,
        closes=countable["closes"].to_numpy(np.bool_)[first] | name,
        docs=_once(countable["doc_id"])[first],
        start=countable["start"].to_numpy(np.int64)[first],
        end=countable["end"].to_numpy(np.int64)[last],
    )


def _once(texts: pd.Series) -> npt.NDArray[np.object_]:
    """The texts, of which memory holds every one once."""
    codes, found = pd.factorize(texts)
    return np.array(list(found), dtype=object)[codes]
