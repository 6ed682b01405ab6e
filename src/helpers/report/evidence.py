"""From a claim to the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from helpers import store
from helpers.errors import RunError, TableError
from helpers.quotation import Quotation
from helpers.report.site import Site
from helpers.words import say

QUOTED = 3  # sentences shown with a claim
LINKED = 24  # sentences linked from a claim
_ROWS = 2000  # rows looked through for them


class Place(NamedTuple):
    """A sentence of a text, or the text as a whole where `sentence` is -1."""

    doc_id: str
    sentence: int


class Proof(NamedTuple):
    """What a report shows beside a claim: links to places, the first of them with the words, and how many more."""

    places: list[dict[str, Any]]
    more: int


def prove(site: Site, quotation: Quotation, claim: dict[str, Any]) -> Proof:
    """The sentences behind a row of table `claims`; RunError naming the claim if its query fails."""
    try:
        places = list(dict.fromkeys(_places(site, quotation, _rows(site, claim["query"]))))
    except TableError as error:
        raise RunError(say("report.errors.evidence", name=claim["claim_id"], reason=error)) from None
    shown = [_shown(site, quotation, place, quoted=i < QUOTED) for i, place in enumerate(places[:LINKED])]
    return Proof(shown, max(len(places) - LINKED, 0))


def _rows(site: Site, query: str) -> pd.DataFrame:
    """The rows of a claim in text order."""
    rows = store.query(query, site.run)
    order = [name for name in ("doc_id", "start", "sentence") if name in rows]
    return (rows.sort_values(order, kind="stable") if order else rows).head(_ROWS)


def _places(site: Site, quotation: Quotation, rows: pd.DataFrame) -> Iterator[Place]:
    for row in rows.to_dict("records"):
        if row.get("spans"):
            for span in str(row["spans"]).split(";"):
                doc_id, _, numbers = span.rpartition(":")
                yield _at(site, quotation, doc_id, int(numbers.partition("-")[0]))
        elif "doc_id" in row and row.get("sentence") is not None:
            yield Place(str(row["doc_id"]), int(row["sentence"]))
        elif "doc_id" in row:
            yield (
                _at(site, quotation, str(row["doc_id"]), int(row["start"]))
                if "start" in row
                else Place(row["doc_id"], -1)
            )


def _at(site: Site, quotation: Quotation, doc_id: str, position: int) -> Place:
    """The place of a character; the text as a whole where no sentence stands there."""
    if not site.text_href(doc_id):
        return Place(doc_id, -1)
    source, _ = quotation.of(doc_id)
    return Place(doc_id, next((n for n, (a, b) in enumerate(source.sentences) if a <= position < b), -1))


def _shown(site: Site, quotation: Quotation, place: Place, *, quoted: bool) -> dict[str, Any]:
    href, text = site.text_href(place.doc_id), ""
    if href and place.sentence >= 0:
        source, _ = quotation.of(place.doc_id)
        text = quotation.show(place.doc_id, *source.sentences[place.sentence]) if quoted else ""
        href += f"#s{place.sentence}"
    return {"label": site.labels.get(place.doc_id, place.doc_id), "number": place.sentence, "href": href, "text": text}
