"""The first page of a report: findings with their evidence, figures, how to read and how far to trust it."""

from __future__ import annotations

from typing import Any

from helpers.quotation import Quotation
from helpers.report import evidence, glossing
from helpers.report.notebooks import Chapter
from helpers.report.pictures import pictures
from helpers.report.settings import rows_of
from helpers.report.site import Site
from helpers.words import say

LEDGER = "05_peer_review.html"
TEXTS_LISTED = 20
WHOLE = ("all", "")  # types of table `accuracy` that stand for all
PARTS = (
    "findings", "figures", "reading", "texts", "accuracy", "skipped", "parameters", "glossary", "citing", "rights",
)  # fmt: skip


def page(site: Site, quotation: Quotation, chapters: list[Chapter]) -> str:
    """The HTML of index.html."""
    anchors = {anchor: chapter.page.href for chapter in reversed(chapters) for anchor in chapter.anchors}
    settings = rows_of(site.manifest.parameters)
    content = {
        "findings": findings(site, quotation, anchors),
        "figures": pictures(site, anchors),
        "texts": text_rows(site)[:TEXTS_LISTED],
    }
    return site.render(
        "index.html.j2",
        "index.html",
        say("report.title"),
        **content,
        parts=[(part, say(f"report.{part}")) for part in PARTS if content.get(part, True)],
        sizes=sizes(site),
        accuracy=accuracy(site),
        skipped=site.rows("skipped"),
        parameters=settings,
        used={row["name"]: [c.page for c in chapters if row["name"] in c.parameters] for row in settings},
        chapters=chapters,
        glossary=glossing.glossary(),
        decimal=decimal,
    )


def texts(site: Site) -> str:
    """The HTML of documents.html, which lists all texts."""
    return site.render("texts.html.j2", "documents.html", say("report.texts"), texts=text_rows(site))


def sizes(site: Site) -> dict[str, int] | None:
    """How many texts, words, names and acts there are; None before the first notebook has run."""
    documents = site.table("documents")
    if not site.has("documents"):
        return None
    return {
        "texts": len(documents),
        "words": int(documents["words"].sum()),
        "names": len(site.table("mentions")),
        "acts": len(site.table("acts")),
    }


def findings(site: Site, quotation: Quotation, anchors: dict[str, str]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The claims with their evidence, by topic, in the order of the ledger."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for claim in site.rows("claims"):
        proof = evidence.prove(site, quotation, claim)
        name, table, stated = claim["claim_id"], claim["table"], anchors.get(f"finding-{claim['claim_id']}", "")
        shown = {
            "id": name,
            "sentence": claim["sentence"],
            "rows": claim["rows"],
            "table": table,
            "csv": site.csv(table),
            "ledger": f"{LEDGER}#claim-{name}" if f"claim-{name}" in anchors else "",
            "notebook": f"{stated}#finding-{name}" if stated else "",
            "places": proof.places,
            "more": proof.more,
        }
        groups.setdefault(claim["topic"], []).append(shown)
    return [(say(f"topics.{topic}"), shown) for topic, shown in groups.items()]


def text_rows(site: Site) -> list[dict[str, Any]]:
    """The texts of the corpus, each with its address and the number of its names and acts."""
    counts = {kind: site.table(kind)["doc_id"].value_counts().to_dict() for kind in ("mentions", "acts")}
    rows = {row["doc_id"]: row for row in site.rows("documents")}
    return [
        rows[i]
        | {"label": site.labels[i], "href": site.text_href(i)}
        | {kind: count.get(i, 0) for kind, count in counts.items()}
        for i in sorted(rows)
    ]


def accuracy(site: Site) -> list[tuple[str, list[dict[str, Any]]]]:
    """The measures of accuracy over several types together, by what they were measured on; all, if there are none."""
    rows = site.rows("accuracy")
    whole = [row for row in rows if row["type"] in WHOLE or "+" in row["type"]]
    blocks: dict[str, list[dict[str, Any]]] = {}
    for row in whole or rows:
        blocks.setdefault(row["block"], []).append(row)
    return list(blocks.items())


def decimal(value: float) -> str:
    """A share with two decimals, a dash where it is not known."""
    return "–" if value != value else f"{value:.2f}"
