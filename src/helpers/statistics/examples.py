"""Examples from the texts, as far as they may be quoted: one of each zone, and a few words around a place."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers import store
from helpers.quotation import Quotation
from helpers.sequences import SEQUENCE
from helpers.text import WORD, count_words

_TRIED = 10  # segments of a zone looked at for one that may be quoted whole
_SHORT = 4  # words of a segment that says too little
_FAR = 200  # characters around a place in which its neighbours are looked for


def of_zones(quotes: Quotation, run: Path | None = None) -> pd.DataFrame:
    """Return a segment of each zone as an example: zone, doc_id, rule, example. One that may be quoted whole and has a few
    words is taken before others, one of an earlier text before later ones."""
    tried = store.query(
        f"""SELECT zone, doc_id, start, "end", rule FROM segments
        QUALIFY row_number() OVER (PARTITION BY zone ORDER BY "end" - start < 20, doc_id, start) <= {_TRIED}
        ORDER BY zone, "end" - start < 20, doc_id, start""",
        run,
    )
    shown = [quotes.show(row.doc_id, row.start, row.end) for row in store.each(tried)]
    texts = [quotes.of(row.doc_id)[0].text[row.start : row.end] for row in store.each(tried)]
    worse = [2 * (told != text) + (count_words(text) < _SHORT) for told, text in zip(shown, texts, strict=True)]
    ranked = tried.assign(example=pd.Series(shown, dtype="str"), worse=pd.Series(worse, dtype="int64"))
    best = ranked.sort_values(["zone", "worse"], kind="stable").drop_duplicates("zone")
    return best[["zone", "doc_id", "rule", "example"]].reset_index(drop=True)


def in_context(places: pd.DataFrame, quotes: Quotation) -> pd.DataFrame:
    """`places` (doc_id, start, end) with a column `context`: the place and the words around it, so few that they are no
    quotation (see `helpers.quotation`); line ends are blanks there."""
    found = [_around(quotes.of(row.doc_id)[0].text, row.start, row.end) for row in store.each(places)]
    return places.assign(context=pd.Series(found, index=places.index, dtype="str"))


def _around(text: str, start: int, end: int) -> str:
    left = max(0, start - _FAR)
    spans = [(left + m.start(), left + m.end()) for m in WORD.finditer(text[left : end + _FAR])]
    first = next((i for i, span in enumerate(spans) if span[1] >= start), len(spans))
    last = next((i for i, span in enumerate(spans) if span[0] > end), len(spans))
    room = max(SEQUENCE - 1 - (last - first), 0)
    first, last = max(first - room // 2, 0), min(last + room - room // 2, len(spans))
    kept = spans[first:last]
    return " ".join(text[min([start, *(a for a, _ in kept)]) : max([end, *(b for _, b in kept)])].split())
