"""The figures of a run: their files, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from helpers.errors import RunError
from helpers.report.site import Site
from helpers.words import say


class Picture(NamedTuple):
    """An image with its texts and the addresses of its files; what is not known is empty."""

    image: str
    alt: str
    name: str = ""
    title: str = ""
    caption: str = ""
    svg: str = ""
    png: str = ""
    pdf: str = ""
    values: str = ""
    csv: str = ""
    notebook: str = ""


def pictures(site: Site, anchors: Mapping[str, str] | None = None, *, table: str = "figures") -> list[Picture]:
    """The rows of `table` with their files; `anchors` tells on which notebook page an id stands.

    Raises RunError, naming figure and notebook, for a missing file or alternative text.
    """
    return [_picture(site, row, anchors or {}) for row in site.table(table).to_dict("records")]


def _picture(site: Site, row: dict[Any, Any], anchors: Mapping[str, str]) -> Picture:
    name, notebook = row["figure"], row["notebook"]
    if not row["alt"].strip():
        raise RunError(say("report.errors.alt", name=name, notebook=notebook))
    found = [end for end in ("svg", "png", "pdf") if (site.run / f"figures/{name}.{end}").is_file()]
    if not {"svg", "png"} & set(found):
        raise RunError(say("report.errors.figure", name=name, notebook=notebook))
    values = f"figures/{name}.csv"
    made_in = anchors.get(f"figure-{name}", "")
    return Picture(
        image=f"figures/{name}.{found[0]}",
        alt=row["alt"],
        name=name,
        title=row["title"],
        caption=row["caption"],
        values=values if (site.run / values).is_file() else "",
        csv=site.csv(row["table"]),
        notebook=f"{made_in}#figure-{name}" if made_in else "",
        **{end: f"figures/{name}.{end}" for end in found},
    )
