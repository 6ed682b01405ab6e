"""The page of each text: what it is, what it says as far as it may be quoted, its acts and its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from helpers import store
from helpers.quotation import Source, sources
from helpers.report import glossing
from helpers.report.marking import Mark, paragraphs
from helpers.report.names import listed, name
from helpers.report.share import Settled, redacted
from helpers.report.site import Site, short
from helpers.spans import MENTION_TYPES
from helpers.text import fold
from helpers.words import say

Rows = list[Any]
_CHUNK = 500
FACTS = (
    "outlet", "agency", "author", "published_at", "words", "sentences", "file", "sha256", "flags", "rights", "note",
)  # fmt: skip
_TABLES = ("documents", "segments", "mentions", "acts")


def act_anchor(act_id: str) -> str:
    """The id of an act on the page of its text: what stands behind the last colon of `act_id`."""
    return act_id.rpartition(":")[2]


def pages(site: Site, settled: Settled) -> Iterator[tuple[str, str]]:
    """Address and HTML of the page of every text, showing what was settled."""
    wanted = sorted(settled.spans)
    for i in range(0, len(wanted), _CHUNK):
        some = wanted[i : i + _CHUNK]
        rows = {table: _by_text(site, table, some) for table in _TABLES}
        for source in sources(site.run, some):
            own = {table: rows[table].get(source.doc_id, []) for table in _TABLES}
            yield _page(site, settled, source, own)


def _by_text(site: Site, table: str, doc_ids: Iterable[str]) -> dict[str, Rows]:
    some = ", ".join("'" + doc_id.replace("'", "''") + "'" for doc_id in doc_ids)
    frame: pd.DataFrame = store.query(f"SELECT * FROM {table} WHERE doc_id IN ({some}) ORDER BY ALL", site.run)
    rows: dict[str, Rows] = {}
    for row in frame.itertuples(index=False):
        rows.setdefault(str(row.doc_id), []).append(row)
    return rows


def _page(site: Site, settled: Settled, source: Source, rows: dict[str, Rows]) -> tuple[str, str]:
    here, document, spans = site.text_href(source.doc_id), rows["documents"][0], settled.spans[source.doc_id]
    acts = sorted(rows["acts"], key=lambda a: (a.start, a.end))
    mentions = sorted(rows["mentions"], key=lambda m: (m.start, m.end))
    segments = sorted((int(s.start), int(s.end), s.zone) for s in rows["segments"])
    marks = [_act_mark(a) for a in acts] + [_mention_mark(m) for m in mentions]
    page = site.render(
        "text.html.j2",
        here,
        site.labels[source.doc_id],
        document=document,
        headline=redacted(document.title, settled.banned),
        paragraphs=paragraphs(source, spans, segments, marks),
        acts=[_act_row(a) for a in acts],
        names=_named(mentions),
        facts=_facts(document),
        original=site.text_href(document.duplicate_of),
        types=[(kind, say(f"report.types.{kind}")) for kind in MENTION_TYPES],
        whole=spans == ((0, len(source.text)),),
    )
    return here, page


def _act_mark(act: Any) -> Mark:
    label = say(f"report.acts.{act.act}")
    sides = say("report.toward", source=listed(act.source), target=listed(act.target))
    return Mark(int(act.start), int(act.end), f"act {act.act}", label, f"{label}: {sides}", act_anchor(act.act_id))


def _mention_mark(mention: Any) -> Mark:
    label = say(f"report.types.{mention.type}")
    title = f"{label}: {name(mention.entity)}"
    return Mark(int(mention.start), int(mention.end), f"name {mention.type}", label, title)


def _facts(document: Any) -> list[tuple[str, str]]:
    """What is known of a text, for its head: (name, value)."""
    values = [(field, getattr(document, field)) for field in FACTS]
    return [
        (say(f"report.facts.{field}"), f"{value:,}" if isinstance(value, int) else str(value).replace(";", ", "))
        for field, value in values
        if value != ""
    ]


def _act_row(act: Any) -> dict[str, Any]:
    details = [act.protocol, say(f"report.times.{act.time}"), act.topics.replace(";", ", ")]
    if act.addressee:
        details.append(say("report.to", names=listed(act.addressee)))
    return {
        "anchor": act_anchor(act.act_id),
        "name": say(f"report.acts.{act.act}"),
        "text": act.text,
        "gloss": glossing.predicates().get(fold(act.text), ""),
        "source": listed(act.source),
        "target": listed(act.target),
        "details": "; ".join(filter(None, details)),
        "sentence": int(act.sentence),
    }


def _named(mentions: Rows) -> list[dict[str, Any]]:
    """Every name of a text once: type, name, how it is written, and the sentences it stands in."""
    entities: dict[tuple[str, str], Rows] = {}
    for mention in mentions:
        entities.setdefault((mention.type, mention.entity), []).append(mention)
    return [
        {
            "type": say(f"report.types.{kind}"),
            "name": name(key),
            "forms": list(dict.fromkeys(short(m.text) for m in found)),
            "count": len(found),
            "sentences": sorted({int(m.sentence) for m in found}),
        }
        for (kind, key), found in sorted(entities.items(), key=_by_type_and_count)
    ]


def _by_type_and_count(item: tuple[tuple[str, str], Rows]) -> tuple[int, int, str]:
    (kind, key), found = item
    return MENTION_TYPES.index(kind), -len(found), key
