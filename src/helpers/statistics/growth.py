"""Vocabulary growth: how many types the first n words hold, and Herdan's and Heaps' law."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.statistics.vocabulary import Ints, Running

ORDERS = 20  # random orders of the texts; all orders there are, where they are fewer
POINTS = 60
FIRST = 10  # words at the first point
FIT_FROM = 1000  # the law is fitted from here on: before, nearly every word is new
FEWEST_WORDS, FEWEST_TEXTS = 5000, 10  # with fewer, no law is fitted


class Power(NamedTuple):
    """types = constant · words ** exponent; `deviation` is the root mean square of the residuals of log10."""

    exponent: float
    constant: float
    deviation: float


def curve(running: Running, documents: pd.DataFrame, *, seed: int, orders: int = ORDERS) -> pd.DataFrame:
    """Return table `vocabulary_growth`: at up to 60 lengths, evenly spaced in their logarithm, how many types the first
    words of the corpus hold: mean, least and most over random orders of the texts (drawn with `seed`), and in the order
    of publication, which is missing with fewer than 10 texts or half of them dated (undated ones stand last). Words keep their order in a text.
    """
    total = len(running.words)
    if not total:
        return schemas.empty("vocabulary_growth")
    at = np.unique(np.geomspace(min(FIRST, total), total, POINTS).round().astype(np.int64))
    first = _first_places(running)
    drawn = np.array([_types(first, running, order, at) for order in _orders(len(running.doc_ids), seed, orders)])
    dates = documents.set_index("doc_id").loc[list(running.doc_ids), "published_at"].to_numpy(np.str_)
    dated = np.full(len(at), math.nan)
    if len(dates) >= FEWEST_TEXTS and 2 * (dates != "").sum() >= len(dates):
        dated = _types(first, running, np.lexsort((dates, dates == "")), at).astype(np.float64)
    return pd.DataFrame(
        {
            "words": at,
            "types": drawn.mean(0),
            "low": drawn.min(0),
            "high": drawn.max(0),
            "orders": len(drawn),
            "in_order_of_date": dated,
        }
    )


def herdan(words: Ints, types: np.ndarray) -> Power:
    """Fit Herdan's (1960), or Heaps' (1978), law by least squares of the logarithms over the points given."""
    x, y = np.log10(words), np.log10(types)
    exponent, constant = np.polyfit(x, y, 1)
    return Power(float(exponent), float(10**constant), float(np.sqrt(np.mean((y - exponent * x - constant) ** 2))))


def enough(running: Running) -> bool:
    """Whether the corpus is large enough for a law to be fitted."""
    return len(running.words) >= FEWEST_WORDS and len(running.doc_ids) >= FEWEST_TEXTS


def fit(points: pd.DataFrame) -> Power:
    """Fit the law to the mean of a `curve` that is long enough."""
    kept = points[points["words"] >= FIT_FROM]
    return herdan(kept["words"].to_numpy(np.int64), kept["types"].to_numpy(np.float64))


def _orders(texts: int, seed: int, most: int) -> list[Ints]:
    """Every order of so many texts, or `most` random ones where there are more."""
    if texts < most and math.factorial(texts) <= most:
        return [np.array(order, dtype=np.int64) for order in itertools.permutations(range(texts))]
    rng = np.random.default_rng(seed)
    return [rng.permutation(texts) for _ in range(most)]


class _First(NamedTuple):
    """The first place of each type in each text, by type: `begins` is where the rows of each type begin."""

    doc: Ints
    offset: Ints
    begins: Ints


def _first_places(running: Running) -> _First:
    doc = np.repeat(np.arange(len(running.doc_ids)), running.lengths())
    offset = np.arange(len(running.words)) - running.bounds[:-1][doc]
    _, at = np.unique(running.words * len(running.doc_ids) + doc, return_index=True)
    kinds = running.words[at]
    return _First(doc[at], offset[at], np.flatnonzero(np.diff(kinds, prepend=-1)))


def _types(first: _First, running: Running, order: Ints, at: Ints) -> Ints:
    """How many types the first `at` words hold with the texts in this order."""
    lengths = running.lengths()[order]
    starts = np.empty(len(order), dtype=np.int64)
    starts[order] = np.cumsum(lengths) - lengths
    met = np.sort(np.minimum.reduceat(starts[first.doc] + first.offset, first.begins))
    return np.searchsorted(met, at, side="left")
