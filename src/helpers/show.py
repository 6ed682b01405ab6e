"""What a notebook cell shows: findings as sentences, tables with a caption; the same in a page, a notebook and a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import pandas as pd

from helpers import claims, opening, store, words
from helpers.quotation import Quotation


class Shown:
    """An output with two faces: HTML for pages, plain text for terminals and tests."""

    def __init__(self, html: str, text: str) -> None:
        self.html, self.text = html, text

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def finding(*names: str) -> Shown:
    """The sentences of one or several claims, each linked to its row of the ledger."""
    said = [statement for name in names for statement in claims.state(name)]
    items = "".join(
        f'<li id="finding-{escape(s.claim_id)}">{escape(s.sentence)} '
        f'<a href="05_peer_review.html#claim-{escape(s.claim_id)}">{escape(words.say("show.evidence", n=s.rows))}</a></li>'
        for s in said
    )
    return Shown(f'<ul class="findings">{items}</ul>', "\n".join(s.sentence for s in said))


def ledger(rows: pd.DataFrame) -> Shown:
    """Table `claims` as a list that findings link to: each sentence with its query and the number of rows behind it."""
    items = "".join(
        f'<li id="claim-{escape(r.claim_id)}"><p>{escape(r.sentence)}</p>'
        f"<p>{escape(words.say('show.ledger', notebook=r.notebook, table=r.table, n=r.rows))}</p>"
        f"<pre><code>{escape(r.query)}</code></pre></li>"
        for r in store.each(rows)
    )
    text = rows[["claim_id", "rows", "sentence"]].to_string(index=False, header=False)
    return Shown(f'<ol class="ledger">{items}</ol>', text)


def table(
    frame: pd.DataFrame,
    caption: str,
    *,
    vietnamese: Iterable[str] = (),
    opens: Mapping[str, str] | None = None,
    quotes: Quotation | None = None,
    **values: Any,
) -> Shown:
    """`frame` as a table whose caption and column heads are messages of the catalogue.

    `caption` is a key under [captions], filled in with `values`; a column's head is its key under [columns].
    `vietnamese` names the columns whose text is Vietnamese, for screen readers and hyphenation. `opens` names, for
    columns of counts, the columns of act ids that they count: these are not shown, but each count opens to the
    sentences of its acts, quoted as `quotes` allows.
    """
    opened = {count: opening.opened(frame[count], frame[ids], quotes) for count, ids in (opens or {}).items() if quotes}
    frame = frame.drop(columns=list((opens or {}).values()))
    title = words.say(f"captions.{caption}", n=len(frame), **values)
    heads = [words.say(f"columns.{name}") for name in frame]
    if frame.empty:
        return Shown(
            f'<p class="empty">{escape(title)} {escape(words.say("show.none"))}</p>',
            f"{title}\n{words.say('show.none')}",
        )
    marked, numeric = set(vietnamese), {name for name in frame if pd.api.types.is_numeric_dtype(frame[name])}
    cells = frame.apply(lambda column: column.map(_cell))
    inside = [{name: html[i] for name, html in opened.items()} for i in range(len(frame))]
    rows = zip(cells.to_dict("records"), inside, strict=True)
    body = "".join(_row(row, marked, numeric, html) for row, html in rows)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    html = f"<table><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return Shown(html, title + "\n" + cells.set_axis(heads, axis=1).to_string(index=False))


def with_context(rows: pd.DataFrame, quotes: Quotation) -> pd.DataFrame:
    """`rows` (doc_id, start, end) with a column `context`: the sentence each stands in, as far as it may be quoted."""
    contexts = [quotes.show(r.doc_id, *_sentence(quotes, r.doc_id, r.start, r.end)) for r in store.each(rows)]
    return rows.assign(context=pd.Series(contexts, index=rows.index, dtype="str"))


def with_content(acts: pd.DataFrame, quotes: Quotation) -> pd.DataFrame:
    """`acts` (doc_id, content_start, content_end) with a column `content`: its words, as far as they may be quoted."""
    contents = [quotes.show(a.doc_id, int(a.content_start), int(a.content_end)) for a in store.each(acts)]
    return acts.assign(content=pd.Series(contents, index=acts.index, dtype="str"))


def quoted_lines(lines: pd.DataFrame, quotes: Quotation) -> pd.DataFrame:
    """Lines of a concordance as doc_id, left, text, right; a context that may not be quoted is its place and length."""
    shown = []
    for line in store.each(lines):
        _, spans = quotes.of(line.doc_id)
        left, right = line.left, line.right
        if not any(start <= line.start and line.end <= end for start, end in spans):
            left, right = "", quotes.show(line.doc_id, *_sentence(quotes, line.doc_id, line.start, line.end))
        shown.append((line.doc_id, left, line.text, right))
    return pd.DataFrame(shown, columns=["doc_id", "left", "text", "right"], dtype="str")


def _sentence(quotes: Quotation, doc_id: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence that holds [start, end), or that span itself where none does."""
    source, _ = quotes.of(doc_id)
    return next(((a, b) for a, b in source.sentences if a <= start and end <= b), (start, end))


def _row(row: dict[Any, str], vietnamese: set[str], numeric: set[Any], html: Mapping[str, str]) -> str:
    cells = []
    for name, text in row.items():
        language = ' lang="vi"' if name in vietnamese else ""
        kind = ' class="number"' if name in numeric else ""
        cells.append(f"<td{language}{kind}>{html.get(name) or escape(text)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "–" if pd.isna(value) else f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
