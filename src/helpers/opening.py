"""Counts that open to what they count: links to the sentences of the acts behind a number, the first of them quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

import pandas as pd

from helpers import store, words
from helpers.addresses import text_address
from helpers.cells import split
from helpers.quotation import Quotation

QUOTED = 2  # sentences that a count shows
LINKED = 24  # acts that a count leads to

Place = tuple[str, int]  # doc_id and number of a sentence


def opened(counts: pd.Series, act_ids: pd.Series, quotes: Quotation, run: Path | None = None) -> list[str]:
    """For each count the HTML of a number that opens: the sentences of its acts (ids joined by ;), in text order.

    What may not be quoted is shown as its place and length. A count without acts stays a number.
    """
    wanted = sorted({act_id for cell in act_ids for act_id in split(cell)[:LINKED]})
    places = _places(wanted, run)
    shown: dict[Place, str] = {}
    return [
        _details(int(count), split(cell), places, quotes, shown) for count, cell in zip(counts, act_ids, strict=True)
    ]


def _places(act_ids: Iterable[str], run: Path | None) -> Mapping[str, Place]:
    listed = ", ".join("'" + act_id.replace("'", "''") + "'" for act_id in act_ids) or "NULL"
    rows = store.query(f"SELECT act_id, doc_id, sentence FROM acts WHERE act_id IN ({listed})", run)
    return {row.act_id: (row.doc_id, int(row.sentence)) for row in store.each(rows)}


def _details(
    count: int, ids: tuple[str, ...], places: Mapping[str, Place], quotes: Quotation, shown: dict[Place, str]
) -> str:
    distinct = sorted({places[i] for i in ids[:LINKED] if i in places})
    if not distinct:
        return f"{count:,}"
    items = [_item(*place, quotes if n < QUOTED else None, shown) for n, place in enumerate(distinct)]
    if len(ids) > LINKED:
        items.append(f"<li>{escape(words.say('show.more_acts', n=count - LINKED))}</li>")
    return f'<details class="evidence"><summary>{count:,}</summary><ul>{"".join(items)}</ul></details>'


def _item(doc_id: str, sentence: int, quotes: Quotation | None, shown: dict[Place, str]) -> str:
    label = escape(words.say("report.place", label=doc_id, number=sentence))
    link = f'<a href="{text_address(doc_id)}#s{sentence}">{label}</a>'
    if quotes is None:
        return f"<li>{link}</li>"
    if (doc_id, sentence) not in shown:
        source, _ = quotes.of(doc_id)
        shown[doc_id, sentence] = quotes.show(doc_id, *source.sentences[sentence])
    return f'<li>{link} <blockquote lang="vi">{escape(shown[doc_id, sentence])}</blockquote></li>'
