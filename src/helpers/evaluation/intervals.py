"""95% intervals of measures of accuracy: from counts, or over documents where there are enough."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from helpers import words

FEWEST_FOR_BOOTSTRAP = 10  # documents
RESAMPLES = 2000
_Z = 1.959963984540054  # normal quantile of 0.975


def wilson(correct: float, base: float) -> tuple[float, float]:
    """Return the Wilson (1927) interval of the share correct/base; (nan, nan) where base is 0."""
    if base <= 0:
        return math.nan, math.nan
    share, z2 = correct / base, _Z * _Z
    middle = (share + z2 / (2 * base)) / (1 + z2 / base)
    half = _Z / (1 + z2 / base) * math.sqrt(share * (1 - share) / base + z2 / (4 * base * base))
    low, high = middle - half, middle + half
    return (low if correct > 0 else 0.0), (high if correct < base else 1.0)  # exact at the ends


def bootstrap(correct: npt.ArrayLike, base: npt.ArrayLike, seed: int) -> npt.NDArray[np.float64]:
    """Return the percentile intervals [low, high] of sum(correct)/sum(base) over resampled documents (Efron 1979).

    Rows of both tables are measures, columns documents; all measures are resampled alike, RESAMPLES times from `seed`.
    NaN for a measure whose base is 0.
    """
    hits, bases = (np.atleast_2d(np.asarray(x, dtype=np.float64)) for x in (correct, base))
    documents = hits.shape[1]
    weights = np.random.default_rng(seed).multinomial(documents, np.full(documents, 1 / documents), size=RESAMPLES).T
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = (hits @ weights) / (bases @ weights)
    out = np.full((len(hits), 2), np.nan)
    for i, row in enumerate(shares):  # a resample may hold no case of a rare type
        if np.isfinite(row).any():
            out[i] = np.percentile(row[np.isfinite(row)], [2.5, 97.5])
    return out


def f1_base(predicted: npt.ArrayLike, gold: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """The base of which the right ones are F1: the mean of the numbers found and wanted."""
    return (np.asarray(predicted, dtype=np.float64) + np.asarray(gold, dtype=np.float64)) / 2


def of_documents(correct: npt.ArrayLike, base: npt.ArrayLike, seed: int) -> tuple[npt.NDArray[np.float64], str]:
    """Return the intervals [low, high] of each measure (rows; columns are documents) and the name of the method.

    From 10 documents up the bootstrap over documents; below, Wilson on the counts, which takes each case for an
    independent one and F1 for the share of right ones in its base.
    """
    hits, bases = (np.atleast_2d(np.asarray(x, dtype=np.float64)) for x in (correct, base))
    if hits.shape[1] >= FEWEST_FOR_BOOTSTRAP:
        return bootstrap(hits, bases, seed), words.say("evaluation.bootstrap")
    pairs = zip(hits.sum(axis=1), bases.sum(axis=1), strict=True)
    return np.array([wilson(c, b) for c, b in pairs]).reshape(-1, 2), words.say("evaluation.wilson")
