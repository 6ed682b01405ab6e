"""The laws of vocabulary, fitted to a corpus that is large enough for them."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from helpers import schemas
from helpers.statistics import growth, zipf
from helpers.statistics.vocabulary import Running

HERDAN, ZIPF, MANDELBROT = "Herdan", "Zipf", "Zipf–Mandelbrot"


class Laws(NamedTuple):
    """Tables `vocabulary_growth`, `rank_frequency` and `laws`; the last is empty where the corpus is too small."""

    growth: pd.DataFrame
    ranks: pd.DataFrame
    fitted: pd.DataFrame


def of_corpus(running: Running, documents: pd.DataFrame, *, seed: int) -> Laws:
    """Return the curve of vocabulary growth, the ranks, and the laws fitted to both.

    Nothing is fitted to fewer than 5,000 words or 10 texts: what looks like a law there is the style of a few texts.
    """
    points, ranks = growth.curve(running, documents, seed=seed), zipf.ranks(running)
    if not growth.enough(running):
        return Laws(points, ranks.assign(fitted=math.nan), schemas.empty("laws"))
    herdan = growth.fit(points)
    plain, shifted = zipf.fit(ranks, shifted=False), zipf.fit(ranks)
    size = {"words": len(running.words), "documents": len(running.doc_ids)}
    rows = [{"law": HERDAN, "shift": 0.0, **herdan._asdict()}]
    rows += [{"law": name, **law._asdict()} for name, law in ((ZIPF, plain), (MANDELBROT, shifted))]
    fitted = pd.DataFrame(rows).assign(**size)[list(schemas.table("laws").columns)]
    return Laws(points, ranks.assign(fitted=shifted.at(ranks["rank"].to_numpy())), fitted)
