"""Rank and frequency of words: the laws of Zipf (1949) and Mandelbrot (1953)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.statistics.vocabulary import Running

POINTS = 150  # ranks kept, evenly spaced in their logarithm
NAMED = (1, 10, 100, 1000, 10000)  # ranks kept in any case
FIT_DOWN_TO = 5  # words that occur less often lie on steps, and are left out of the fit
_SHIFTS = np.arange(0, 100.05, 0.1)


class Mandelbrot(NamedTuple):
    """frequency = constant / (rank + shift) ** exponent; Zipf's law has the shift 0. `deviation` is the root mean square
    of the residuals of log10."""

    exponent: float
    shift: float
    constant: float
    deviation: float

    def at(self, ranks: np.ndarray) -> np.ndarray:
        """The frequency that the law gives at these ranks."""
        return np.asarray(self.constant / (ranks + self.shift) ** self.exponent)


def ranks(running: Running) -> pd.DataFrame:
    """Return `rank`, `frequency` and `unit` of the ten most frequent types and of others down to the last, at ranks evenly
    spaced in their logarithm; types that occur equally often stand in alphabetical order."""
    if not running.names:
        return schemas.empty("rank_frequency")[["rank", "frequency", "unit"]]
    counts = running.counts()
    order = np.lexsort((np.arange(len(counts)), -counts))
    spaced = np.geomspace(1, len(order), POINTS).round().astype(np.int64)
    always = np.union1d(np.arange(1, 11), NAMED)
    kept = np.union1d(always[always <= len(order)], spaced)
    chosen = order[kept - 1]
    names = pd.Series([running.names[i] for i in chosen], dtype="str")
    return pd.DataFrame({"rank": kept, "frequency": counts[chosen], "unit": names})


def fit(points: pd.DataFrame, *, shifted: bool = True) -> Mandelbrot:
    """Fit Mandelbrot's law (Zipf's, without shift) to ranks and frequencies by least squares of the logarithms; the shift
    is sought from 0 to 100 in steps of a tenth. Points of fewer than 5 occurrences are left out.

    Raises ValueError where fewer than 3 points are left.
    """
    kept = points[points["frequency"] >= FIT_DOWN_TO]
    if len(kept) < 3:
        raise ValueError("a law of rank and frequency needs 3 points")
    rank, y = kept["rank"].to_numpy(np.float64), np.log10(kept["frequency"].to_numpy(np.float64))
    return min((_at_shift(rank, y, float(b)) for b in (_SHIFTS if shifted else _SHIFTS[:1])), key=_deviation)


def _at_shift(rank: np.ndarray, y: np.ndarray, shift: float) -> Mandelbrot:
    x = np.log10(rank + shift)
    slope, constant = np.polyfit(x, y, 1)
    deviation = float(np.sqrt(np.mean((y - slope * x - constant) ** 2)))
    return Mandelbrot(-float(slope), round(shift, 1), float(10**constant), round(deviation, 9))


def _deviation(law: Mandelbrot) -> float:
    return law.deviation
