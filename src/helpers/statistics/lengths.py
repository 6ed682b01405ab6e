"""How long texts and sentences are: in words, and in written words (syllables)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from helpers import store
from helpers.spans import ACT_ZONES

MEASURES = ("written words of a text", "words of a text", "words of a sentence")
_VALUES = rf"""
WITH counted AS (
    SELECT doc_id, s.zone, sentence, count(*) AS words
    FROM tokens t JOIN sentences s USING (doc_id, sentence) JOIN documents d USING (doc_id)
    WHERE d.counted AND s.zone IN {ACT_ZONES} AND regexp_matches(t.text, '\p{{L}}') GROUP BY ALL),
lengths AS (
    SELECT '{MEASURES[0]}' AS measure, '' AS zone, words AS value FROM documents WHERE counted
    UNION ALL SELECT '{MEASURES[1]}', '', sum(words)::BIGINT FROM counted GROUP BY doc_id
    UNION ALL SELECT '{MEASURES[2]}', zone, words FROM counted)"""


def table(run: Path | None = None) -> pd.DataFrame:
    """Return table `lengths`: how many texts or sentences there are, and least, quartiles, mean and greatest length.

    A text has the words of its headline, lede, body and captions, its written words are all it has; sentences are told
    apart by zone. Texts that statistics do not count are left out.
    """
    return store.query(
        f"""{_VALUES} SELECT measure, zone, count(*) AS count, min(value)::BIGINT AS least,
            quantile_cont(value, 0.25) AS first_quarter, median(value) AS median, avg(value) AS mean,
            quantile_cont(value, 0.75) AS third_quarter, max(value)::BIGINT AS greatest
        FROM lengths GROUP BY measure, zone
        ORDER BY list_position({list(MEASURES)}, measure), list_position({list(ACT_ZONES)}, zone)""",
        run,
    )


def values(measure: str, run: Path | None = None) -> npt.NDArray[np.int64]:
    """Return the single lengths that one of `MEASURES` counts, the shortest first; of sentences, those of lede and body."""
    found = store.query(
        f"""{_VALUES} SELECT value::BIGINT AS value FROM lengths
        WHERE measure = '{measure}' AND zone IN ('', 'lede', 'body') ORDER BY 1""",
        run,
    )
    return found["value"].to_numpy(np.int64)


def by_zone(run: Path | None = None) -> pd.DataFrame:
    """Return how many words and numbers (`words`) stand in each `zone` of the texts that statistics count."""
    return store.query(
        r"""SELECT s.zone, count(*) AS words
        FROM tokens t JOIN sentences s USING (doc_id, sentence) JOIN documents d USING (doc_id)
        WHERE d.counted AND regexp_matches(t.text, '[\p{L}\p{N}_]') GROUP BY s.zone ORDER BY s.zone""",
        run,
    )
