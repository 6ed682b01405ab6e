"""Saving a figure as SVG, PDF and PNG with the same bytes each time, and showing it with its alternative text."""

from __future__ import annotations

import re
from html import escape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.figure import Figure

from helpers import paths
from helpers.errors import TableError

PNG_DPI = 220
_NAME = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")


class Description(NamedTuple):
    """What is said of a figure, in computed sentences: its title, caption and alternative text."""

    title: str
    caption: str
    alt: str


class Drawn:
    """A saved figure: `row` of table `figures`, and what a notebook shows, with the alternative text as metadata."""

    def __init__(self, row: dict[str, str], svg: str) -> None:
        self.row, self.svg = row, svg

    def __repr__(self) -> str:
        return f"{self.row['title']}. {self.row['alt']}"

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        shown = {key: self.row[key] for key in ("alt", "title", "caption", "figure")}
        return {"image/svg+xml": self.svg, "text/plain": repr(self)}, {"image/svg+xml": shown}


def save(
    figure: Figure,
    name: str,
    said: Description,
    *,
    table: str,
    notebook: str = "04_figures",
    data: pd.DataFrame | None = None,
    run: Path | None = None,
) -> Drawn:
    """Write figures/`name`.svg, .pdf and .png of a run (by default the current one), and return the figure to show.

    `table` names the table of the run that it draws on; `data`, where given, are the very values drawn, written beside
    the pictures as CSV. Raises TableError for a name that is no plain file name, and for a missing title, caption or
    alternative text.
    """
    if not _NAME.fullmatch(name):
        raise TableError(f"figure {name!r}: use lower-case letters, digits and _ for its name")
    for part, text in said._asdict().items():
        if not text.strip():
            raise TableError(f"figure {name}: its {part} is empty; say what the figure shows")
    folder = (run or paths.run_folder()) / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    svg = svg_of(figure, name, said)
    (folder / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")
    (folder / f"{name}.pdf").write_bytes(pdf_of(figure, said))
    (folder / f"{name}.png").write_bytes(png_of(figure, said))
    if data is not None:
        data.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n", float_format="%.6f")
    row = {"figure": name, **said._asdict(), "table": table, "notebook": notebook}
    return Drawn(row, svg)


def svg_of(figure: Figure, name: str, said: Description) -> str:
    """The figure as SVG with title and description, and without date."""
    out = StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    head, tag, body = out.getvalue().partition("<svg ")
    attributes, close, rest = body.partition(">")
    accessible = f'role="img" aria-labelledby="{name}-title {name}-desc" '
    spoken = (
        f'\n <title id="{name}-title">{escape(said.title)}</title>\n <desc id="{name}-desc">{escape(said.alt)}</desc>'
    )
    return head + tag + accessible + attributes + close + spoken + rest


def pdf_of(figure: Figure, said: Description) -> bytes:
    """The figure as PDF, without date."""
    out = BytesIO()
    figure.savefig(out, format="pdf", metadata={"CreationDate": None, "Title": said.title, "Subject": said.alt})
    return out.getvalue()


def png_of(figure: Figure, said: Description, dpi: int = PNG_DPI) -> bytes:
    """The figure as PNG, without the name of the software."""
    out = BytesIO()
    figure.savefig(
        out, format="png", dpi=dpi, metadata={"Software": None, "Title": said.title, "Description": said.alt}
    )
    return out.getvalue()


def table_of(drawn: list[Drawn]) -> pd.DataFrame:
    """Return table `figures` of saved figures."""
    return pd.DataFrame([figure.row for figure in drawn])
