"""What a notebook cell shows: findings as sentences, tables with a caption; the same in a page, a notebook and a test."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import pandas as pd

from helpers import claims, words


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


def table(frame: pd.DataFrame, caption: str, *, vietnamese: Iterable[str] = (), **values: Any) -> Shown:
    """`frame` as a table whose caption and column heads are messages of the catalogue.

    `caption` is a key under [captions], filled in with `values`; a column's head is its key under [columns].
    `vietnamese` names the columns whose text is Vietnamese, for screen readers and hyphenation.
    """
    title = words.say(f"captions.{caption}", n=len(frame), **values)
    heads = [words.say(f"columns.{name}") for name in frame]
    if frame.empty:
        return Shown(
            f'<p class="empty">{escape(title)} {escape(words.say("show.none"))}</p>',
            f"{title}\n{words.say('show.none')}",
        )
    marked, numeric = set(vietnamese), {name for name in frame if pd.api.types.is_numeric_dtype(frame[name])}
    cells = frame.apply(lambda column: column.map(_cell))
    body = "".join(_row(row, marked, numeric) for row in cells.to_dict("records"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    html = f"<table><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return Shown(html, title + "\n" + cells.set_axis(heads, axis=1).to_string(index=False))


def _row(row: dict[Any, str], vietnamese: set[str], numeric: set[Any]) -> str:
    cells = []
    for name, text in row.items():
        language = ' lang="vi"' if name in vietnamese else ""
        kind = ' class="number"' if name in numeric else ""
        cells.append(f"<td{language}{kind}>{escape(text)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "–" if pd.isna(value) else f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
