"""Texts that repeat another: copies, and the same agency report with a headline, a paragraph or a photo of one's own.

Compared are the runs of five words (shingles, Broder 1997) of the lede and the paragraphs: headlines, captions and what
surrounds an article differ between outlets that print the same report. They are compared as the analysis reads them
(`helpers.view`): a copy in another encoding, with look-alike letters or misplaced tones is a copy. Candidates are found by MinHash (Broder 1997) and
locality-sensitive hashing (Indyk and Motwani 1998), one band at a time, so that memory grows with the number of texts
only; each is confirmed by the exact overlap of the two texts, which are fetched when needed.

A text repeats another if four fifths of the shorter stand in the longer and half of what both say is common to both. On
5,000 news reports the pairs that meet the first condition are the same report and those below it, down to 0.75, are
different reports of one event; the second keeps a long report apart from the short notice that it holds.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from datasketch import MinHash

from helpers import text as texts
from helpers import view
from helpers.corpus import zones
from helpers.spans import Segment

SHINGLE = 5  # words
CONTAINED = 0.8  # share of the smaller set of shingles that must stand in the larger
SIMILAR = 0.5  # Jaccard similarity of the two sets
_BANDS, _ROWS = 64, 4  # finds a pair of similarity 0.5 with probability 0.984, one of 0.6 with 0.9999
_SEED = 1
_FEW_WORDS = 20  # a text with fewer words in lede and paragraphs is compared whole
_ZONES = ("lede", "body")
_CACHED = 512  # texts whose shingles are kept while candidates are confirmed


class Signature(NamedTuple):
    """What is kept of a text to find its copies: a checksum of its words, and 256 minima of 32 bits."""

    exact: bytes
    minima: bytes


class Repeat(NamedTuple):
    """A text that repeats another: kind exact (the same words) or near, Jaccard similarity, share of the smaller."""

    doc_id: str
    duplicate_of: str
    kind: str
    similarity: float
    contained: float


def signature(text: str, segments: Iterable[Segment] | None = None) -> Signature:
    """Return the signature of a normalised `text`; `segments` are its zones, found anew where they are not given."""
    words = _words(text, segments)
    minima = _empty().copy()
    minima.update_batch(sorted(_shingles(words)))
    exact = hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16).digest()
    return Signature(exact, minima.hashvalues.astype("<u4").tobytes())


def find(
    documents: Mapping[str, str],
    signatures: Mapping[str, Signature] | None = None,
    dates: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return doc_id → doc_id of the text it repeats, for the texts of `documents` that repeat one (see `repeats`)."""
    return {it.doc_id: it.duplicate_of for it in repeats(documents, signatures, dates)}


def repeats(
    documents: Mapping[str, str],
    signatures: Mapping[str, Signature] | None = None,
    dates: Mapping[str, str] | None = None,
) -> tuple[Repeat, ...]:
    """Return what texts (doc_id → text) repeat another, by doc_id.

    `signatures` (of all documents) are computed where they are not given; then only texts that may repeat one another
    are looked up. Of a group the first is kept, by date of `dates` (ISO 8601; those without stand last) and doc_id; the
    others point to it. A kept text repeats no other, and the order of `documents` plays no part.
    """
    given = {key: signature(documents[key]) for key in documents} if signatures is None else signatures
    known = dates or {}
    order = sorted(documents, key=lambda doc_id: (known.get(doc_id) or "9", doc_id))
    shingles = lru_cache(maxsize=_CACHED)(lambda doc_id: shingles_of(documents[doc_id]))
    first: dict[bytes, str] = {}
    for doc_id in order:
        first.setdefault(given[doc_id].exact, doc_id)
    near = _nearest(list(first.values()), given, shingles)
    found = []
    for doc_id in order:
        copied = first[given[doc_id].exact]
        if copied in near:
            kept, similarity, contained = near[copied]
            found.append(Repeat(doc_id, kept, "near", similarity, contained))
        elif copied != doc_id:
            found.append(Repeat(doc_id, copied, "exact", 1.0, 1.0))
    return tuple(sorted(found))


def shingles_of(text: str, segments: Iterable[Segment] | None = None) -> frozenset[int]:
    """The runs of five words in lede and paragraphs, hashed; case, tone placement and punctuation play no part.

    A text of fewer words is one shingle, one without words is its own characters.
    """
    return _shingles(_words(text, segments))


def overlap(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """Jaccard similarity of two sets of shingles, and the share of the smaller that stands in the larger."""
    shared = len(one & other)
    if not one or not other:
        return (0.0, 0.0) if one or other else (1.0, 1.0)
    return shared / (len(one) + len(other) - shared), shared / min(len(one), len(other))


def _nearest(
    order: list[str], signatures: Mapping[str, Signature], shingles: Callable[[str], frozenset[int]]
) -> dict[str, tuple[str, float, float]]:
    """The kept text that each text repeats, with their overlap; `order` is that in which texts are kept."""
    candidates: dict[int, set[int]] = defaultdict(set)
    for earlier, later in _candidates(order, signatures):
        candidates[later].add(earlier)
    out: dict[str, tuple[str, float, float]] = {}
    for later in sorted(candidates):
        for earlier in sorted(candidates[later]):
            if order[earlier] in out:
                continue
            similarity, contained = overlap(shingles(order[earlier]), shingles(order[later]))
            if similarity >= SIMILAR and contained >= CONTAINED:
                out[order[later]] = (order[earlier], similarity, contained)
                break
    return out


def _candidates(order: list[str], signatures: Mapping[str, Signature]) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `order`, the smaller first, whose signatures agree in a band; a pair may come more than once."""
    size = 4 * _ROWS
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = defaultdict(list)
        for position, doc_id in enumerate(order):
            bucket = buckets[signatures[doc_id].minima[band * size : (band + 1) * size]]
            yield from ((earlier, position) for earlier in bucket)
            bucket.append(position)


def _words(text: str, segments: Iterable[Segment] | None) -> list[str]:
    """The words that are compared: those of lede and paragraphs, or all where there are few of them."""
    read = view.of(text).text
    inside = segments if segments is not None and read == text else zones.segment(read)
    article = " ".join(read[segment.start : segment.end] for segment in inside if segment.zone in _ZONES)
    words = texts.WORD.findall(texts.fold(article))
    if len(words) < _FEW_WORDS:
        words = texts.WORD.findall(texts.fold(read)) or [read.strip()]
    return words


def _shingles(words: list[str]) -> frozenset[int]:
    runs = (words[at : at + SHINGLE] for at in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(run).encode("utf-8", "replace"), digest_size=8).digest(), "big")
        for run in runs
    )


def _low_bits(shingle: int) -> int:
    return shingle & 0xFFFFFFFF


@cache
def _empty() -> MinHash:
    """The signature of no text, with its permutations drawn once."""
    return MinHash(num_perm=_BANDS * _ROWS, seed=_SEED, hashfunc=_low_bits, scheme="affine32")
