"""The quoted share over all pages of a report together: what is measured, and what is cut where it is exceeded.

Quotations go through `helpers.quotation`, which looks at one text at a time. But names, titles and formulas of six and
more words stand in tables too, and texts repeat each other. So before the pages of the texts are written, the words
of every text that can be read on the other pages are counted. Where they are too many, those pages show the length of
what was not quotable instead of the words. Then the page of each text shows what the share of all texts leaves.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from helpers.quotation import Source, quotable, ranked
from helpers.readable import Readable
from helpers.sequences import SEQUENCE, Numbers, Share, Span, places, sequences
from helpers.text import WORD
from helpers.words import say

_NONE = np.empty(0, dtype=np.uint64)
_PARTS = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>)", re.DOTALL)


class Settled(NamedTuple):
    """What the page of each text may show, and the word sequences that the other pages may not."""

    spans: dict[str, tuple[Span, ...]]
    banned: Numbers


def settle(texts: Iterable[Source], pages: Iterable[str], *, quote_share: float, full_text: bool) -> Settled:
    """Decide what the page of each text shows, given the HTML of all other pages. All texts are held in memory."""
    sources = list(texts)
    quoted = [quotable(source, quote_share=quote_share, full_text=full_text) for source in sources]
    if full_text or quote_share >= 1:
        return Settled({source.doc_id: spans for source, spans in zip(sources, quoted, strict=True)}, _NONE)
    shares = [Share(source.text, quote_share) for source in sources]
    elsewhere = np.unique(np.concatenate([_NONE, *(sequences(visible(page)) for page in pages)]))
    allowed = np.append(np.ones(len(elsewhere), dtype=bool), False)  # at -1: what stands nowhere else
    for source, share, spans in zip(sources, shares, quoted, strict=True):
        at = places(share.sequences, elsewhere)
        for kept in ((*spans, *source.names), spans):
            shown = allowed[at]
            if share.covered(shown) > share.budget:
                allowed[np.setdiff1d(at[shown], at[share.readable(kept)])] = False
    allowed = allowed[:-1]
    readable = Readable(shares, elsewhere[allowed])
    admitted = {source.doc_id: readable.admit(i, ranked(source)) for i, source in enumerate(sources)}
    return Settled(admitted, elsewhere[~allowed])


def visible(page: str) -> str:
    """The text of a page as a reader sees it, elements joined by spaces."""
    return html.unescape(" ".join(_PARTS.split(page)[::2]))


def redact(page: str, banned: Numbers) -> str:
    """`page` with every banned sequence of words replaced by its length."""
    if not len(banned):
        return page
    parts = _PARTS.split(page)
    texts = [html.unescape(part) for part in parts[::2]]
    hits = _hits(texts, banned)
    for i, text in enumerate(texts):
        parts[2 * i] = parts[2 * i] if not hits.get(i) else html.escape(_cut(text, hits[i]))
    return "".join(parts)


def redacted(text: str, banned: Numbers) -> str:
    """The same for plain text."""
    return html.unescape(redact(html.escape(text), banned))


def _hits(texts: list[str], banned: Numbers) -> Mapping[int, list[Span]]:
    """The banned words, as places in each of `texts`, which are read as one text."""
    words = [(i, m.span()) for i, text in enumerate(texts) for m in WORD.finditer(text)]
    starts = np.isin(sequences(" ".join(texts)), banned)
    marked = np.zeros(len(words), dtype=bool)
    for i in range(SEQUENCE if len(starts) else 0):
        marked[i : len(starts) + i] |= starts
    found: dict[int, list[Span]] = {}
    for (i, span), hit in zip(words, marked, strict=True):
        if hit:
            found.setdefault(i, []).append(span)
    return found


def _cut(text: str, spans: list[Span]) -> str:
    """`text` with neighbouring `spans` replaced by their number."""
    result, position, i = "", 0, 0
    while i < len(spans):
        j = i
        while j + 1 < len(spans) and not WORD.search(text[spans[j][1] : spans[j + 1][0]]):
            j += 1
        result += text[position : spans[i][0]] + say("quotation.words", n=j - i + 1)
        position, i = spans[j][1], j + 1
    return result + text[position:]
