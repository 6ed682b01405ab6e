"""Texts that repeat another: exactly, or nearly (shingles and Jaccard similarity, Broder 1997).

Pairs are found by prefix filtering (Bayardo, Ma and Srikant 2007), which misses none, so the answer is exact and does
not depend on order or chance.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from math import ceil

from helpers import text as texts

SHINGLE = 5  # words
SIMILAR = 0.8  # Jaccard similarity of the shingles from which a text repeats another


def find(documents: Mapping[str, str]) -> dict[str, str]:
    """Return doc_id → doc_id of the text it repeats, for the texts (by doc_id) that repeat one.

    Of texts that repeat one another the first by doc_id is kept and is what the others point to.
    """
    shingles = {doc_id: shingles_of(documents[doc_id]) for doc_id in sorted(documents)}
    frequency = Counter(shingle for some in shingles.values() for shingle in some)
    kept: dict[int, list[str]] = defaultdict(list)  # shingle → kept texts with it among their rarest
    out: dict[str, str] = {}
    for doc_id, mine in shingles.items():
        rare_first = sorted(mine, key=lambda shingle: (frequency[shingle], shingle))
        rarest = rare_first[: len(mine) - ceil(SIMILAR * len(mine)) + 1]
        others = {other for shingle in rarest if shingle in kept for other in kept[shingle]}
        twin = next((other for other in sorted(others) if similarity(mine, shingles[other]) >= SIMILAR), None)
        if twin is not None:
            out[doc_id] = twin
        else:
            for shingle in rarest:
                if frequency[shingle] > 1:
                    kept[shingle].append(doc_id)
    return out


def shingles_of(text: str) -> frozenset[int]:
    """The runs of five words in `text`, hashed; case, tone placement and punctuation play no part.

    A text of fewer words is one shingle, one without words is its own characters.
    """
    words = texts.WORD.findall(texts.fold(text)) or [text.strip()]
    runs = (words[at : at + SHINGLE] for at in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(run).encode("utf-8", "replace"), digest_size=8).digest(), "big")
        for run in runs
    )


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard similarity: shared over all members."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if one or other else 1.0
