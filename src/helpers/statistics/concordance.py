"""Concordance: every occurrence of a word or phrase with its context (key word in context)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers import schemas
from helpers.errors import ParameterError
from helpers.lexicon.matching import Matcher
from helpers.statistics.units import MARK
from helpers.text import normalise

LEFT_OUT = "boilerplate"  # the only zone that is no text of its own: counters, "read also", repeated headlines


def concordance(
    countable: pd.DataFrame, texts: pd.DataFrame, sentences: pd.DataFrame, node: str, window: int
) -> pd.DataFrame:
    """Return table `concordance`: the hits of `node` with up to `window` words on each side, by document and place.

    The context stays inside the sentence and counts the words of `countable` (as returned by `units.countable`); hits
    in zones that `countable` does not hold have the rest of their sentence as context. See `hits` for matching.
    """
    found = hits(texts, sentences, node)
    if found.empty:
        return schemas.empty("concordance")
    words = countable[countable["kind"] != MARK].merge(found[["doc_id", "sentence"]].drop_duplicates())
    spans = {
        key: (part["start"].to_numpy(), part["end"].to_numpy()) for key, part in words.groupby(["doc_id", "sentence"])
    }
    text_of = dict(zip(texts["doc_id"], texts["text"], strict=True))
    none = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    contexts = []
    for row in found.itertuples(index=False):
        starts, ends = spans.get((row.doc_id, row.sentence), none)
        before, after = starts[ends <= row.start], ends[starts >= row.end]
        left = int(before[-window]) if len(before) >= window else row.sentence_start
        right = int(after[window - 1]) if len(after) >= window else row.sentence_end
        text = text_of[row.doc_id]
        contexts.append((_line(text[left : row.start]), text[row.start : row.end], _line(text[row.end : right])))
    found[["left", "text", "right"]] = pd.DataFrame(contexts, index=found.index, dtype="str")
    return found[list(schemas.table("concordance").columns)]


def hits(texts: pd.DataFrame, sentences: pd.DataFrame, node: str) -> pd.DataFrame:
    """Return where `node` stands in `texts`: doc_id, start, end, sentence, sentence_start, sentence_end.

    Matching is on the text, not on its segmentation into words: on word boundaries, without regard to case and to the
    placement of tone marks (hòa = hoà). A hit lies inside one sentence; boilerplate is left out. Raises ParameterError
    for a node without a letter or digit.
    """
    phrase = " ".join(normalise(node).split())
    if not any(c.isalnum() for c in phrase):
        raise ParameterError(f"node={node!r}: expected a word or phrase, such as quan hệ")
    matcher = Matcher([phrase])
    rows = [
        (doc, h.start, h.end)
        for doc, text in texts[["doc_id", "text"]].itertuples(index=False)
        for h in matcher.longest(text)
    ]
    found = pd.DataFrame(rows, columns=["doc_id", "start", "end"]).astype(
        {"doc_id": "str", "start": "int64", "end": "int64"}
    )
    kept = sentences[sentences["zone"] != LEFT_OUT]
    places = kept.rename(columns={"start": "sentence_start", "end": "sentence_end"})
    places = places[["doc_id", "sentence", "sentence_start", "sentence_end"]].sort_values(
        "sentence_start", kind="stable"
    )
    found = found.sort_values("start", kind="stable")
    joined = pd.merge_asof(found, places, left_on="start", right_on="sentence_start", by="doc_id")
    inside = joined[joined["end"] <= joined["sentence_end"]]
    return inside.astype({"sentence": "int64"}).sort_values(["doc_id", "start"], ignore_index=True)


def _line(text: str) -> str:
    return " ".join(text.split())
