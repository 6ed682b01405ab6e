"""The formulas: association, effect size, spread and correction, over numpy arrays of counts."""

from __future__ import annotations

import math
from typing import cast

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.ArrayLike


def log_likelihood(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Floats:
    """G2 of the four-field tables [[a, b], [c, d]] (Dunning 1993), all four cells counted; 0 for an empty table.

    Of keyness: a and c are the occurrences of a word in both corpora, b and d all other words of them.
    """
    cells = [np.asarray(x, dtype=np.float64) for x in (a, b, c, d)]
    a1, b1, c1, d1 = cells
    total = a1 + b1 + c1 + d1
    rows, columns = (a1 + b1, a1 + b1, c1 + d1, c1 + d1), (a1 + c1, b1 + d1, a1 + c1, b1 + d1)
    out = np.zeros(np.broadcast(*cells).shape)
    for observed, row, column in zip(cells, rows, columns, strict=True):
        with np.errstate(divide="ignore", invalid="ignore"):
            term = observed * np.log(observed * total / (row * column))
        out = out + np.where(observed > 0, term, 0.0)
    return cast(Floats, np.maximum(2 * out, 0.0))


def log_ratio(a: Numbers, size_a: Numbers, c: Numbers, size_c: Numbers) -> Floats:
    """Binary logarithm of the ratio of two relative frequencies (Hardie 2014): 1 means twice as frequent in the first.

    Zero correction, after Hardie: an absent word counts as half an occurrence in the corpus that lacks it.
    """
    first, second = (np.where(np.asarray(x) == 0, 0.5, np.asarray(x, dtype=np.float64)) for x in (a, c))
    with np.errstate(divide="ignore", invalid="ignore"):
        return cast(Floats, np.log2((first / np.asarray(size_a)) / (second / np.asarray(size_c))))


def log_dice(together: Numbers, node: Numbers, collocate: Numbers) -> Floats:
    """logDice (Rychlý 2008): 14 + log2(2 f(xy) / (f(x) + f(y))); one point more is twice as strong.

    It does not depend on the size of the corpus. 14 is reached where the two never stand apart.
    """
    pairs = np.asarray(together, dtype=np.float64)
    with np.errstate(divide="ignore"):
        return cast(Floats, 14 + np.log2(2 * pairs / (np.asarray(node) + np.asarray(collocate))))


def deviation_of_proportions(counts: Numbers, sizes: Numbers) -> Floats:
    """DP (Gries 2008) of each row of `counts` over corpus parts of the given `sizes`.

    0: spread as the parts are large; towards 1: all in one small part. NaN for a row without occurrences.
    """
    table = np.atleast_2d(np.asarray(counts, dtype=np.float64))
    expected = np.asarray(sizes, dtype=np.float64) / np.sum(sizes)
    with np.errstate(invalid="ignore"):
        observed = table / table.sum(axis=1, keepdims=True)
    return cast(Floats, np.abs(observed - expected).sum(axis=1) / 2)


def normalised_deviation(dp: Numbers, sizes: Numbers) -> Floats:
    """DP norm (Lijffijt & Gries 2012): DP over its greatest value, 1 less the share of the smallest part.

    NaN with a single part, over which nothing can be spread.
    """
    shares = np.asarray(sizes, dtype=np.float64) / np.sum(sizes)
    greatest = 1 - shares.min()
    values = np.asarray(dp, dtype=np.float64)
    return cast(Floats, values / greatest if len(shares) > 1 else np.full_like(values, np.nan))


def p_value(g2: Numbers) -> Floats:
    """Probability of a G2 at least as large under independence: chi-squared with one degree of freedom."""
    return np.array([math.erfc(math.sqrt(x / 2)) for x in np.asarray(g2, dtype=np.float64)], dtype=np.float64)


def holm(p: Numbers) -> Floats:
    """Correct p-values for their number by Holm (1979), which holds however the tests depend on each other."""
    values = np.asarray(p, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    stepped = np.maximum.accumulate((len(values) - np.arange(len(values))) * values[order])
    out = np.empty_like(values)
    out[order] = np.minimum(stepped, 1.0)
    return out
