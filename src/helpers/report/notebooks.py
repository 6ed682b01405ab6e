"""An executed notebook as a page: prose, folded code, findings, tables and figures."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from markupsafe import Markup

from helpers.errors import RunError
from helpers.report import glossing, markup
from helpers.report.pictures import Picture
from helpers.report.settings import assigned, rows_of
from helpers.report.site import TEMPLATES, Page, Site, environment
from helpers.words import say

_IMAGES = ("image/svg+xml", "image/png", "image/jpeg")
_PRIORITY = ["text/html", "text/markdown", "text/plain"]


class Chapter(NamedTuple):
    """A notebook made into a page: `anchors` are the ids on it, `parameters` the names that its cell sets."""

    page: Page
    title: str
    source: str
    body: Markup
    anchors: tuple[str, ...]
    parameters: tuple[str, ...]


Pictures = dict[str, Picture]  # by name


def chapter(site: Site, path: Path, pictures: Pictures, exists: Callable[[str], bool]) -> Chapter:
    """Convert one executed notebook. `pictures` are those of table `figures`; `exists` tells which addresses links may
    lead to.

    Raises RunError, naming notebook and heading, for an image without alternative text.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:
        raise RunError(say("report.errors.notebook", name=path.name, reason=error)) from None
    names = _prepare(site, path.name, notebook, pictures)
    soup = markup.parse(_convert(notebook))
    parts = markup.headings(soup)
    markup.tables(soup)
    markup.scrolling(soup)
    markup.links(soup, exists)
    markup.unique_ids(soup)
    glossing.languages(soup)
    glossing.glosses(soup)
    first = soup.find("h1")
    title = first.get_text(" ", strip=True) if first else page_title(path.stem)
    if first:
        first.decompose()
    page = Page(f"{path.stem}.html", page_title(path.stem), tuple(parts))
    anchors = tuple(str(tag["id"]) for tag in soup.find_all(True, id=True))
    return Chapter(page, title, f"notebooks/{path.name}", Markup(soup.decode(formatter="minimal")), anchors, names)


def page_title(stem: str) -> str:
    """The short name of a notebook in the navigation: "02_entities" is "2 Entities"."""
    number, _, rest = stem.partition("_")
    return f"{number.lstrip('0')} {rest.replace('_', ' ').capitalize()}".strip()


def _convert(notebook: nbformat.NotebookNode) -> str:
    from nbconvert import HTMLExporter  # half a second to import: only where pages are made
    from traitlets.config import Config

    config = Config()
    config.NbConvertBase.display_data_priority = _PRIORITY
    exporter = HTMLExporter(
        config=config,
        template_name="notebook",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(notebook, resources={"say": say})
    return body


def _prepare(site: Site, name: str, notebook: nbformat.NotebookNode, pictures: Pictures) -> tuple[str, ...]:
    """Number the cells, leave out the injected one, and put figures and parameters in as HTML, in place."""
    notebook.cells = [c for c in notebook.cells if "injected-parameters" not in c.metadata.get("tags", [])]
    names: tuple[str, ...] = ()
    heading = ""
    for number, cell in enumerate(notebook.cells, start=1):
        cell.metadata["anchor"] = f"cell-{number}"
        if cell.cell_type == "markdown":
            heading = next(
                (line.lstrip("# ") for line in reversed(cell.source.splitlines()) if line[:1] == "#"), heading
            )
            continue
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output.data["text/html"] = markup.parse(output.data["text/html"]).decode(formatter="minimal")
            if found := [kind for kind in _IMAGES if kind in output.get("data", {})]:
                output.data = {"text/html": _figure(output, found[0], pictures, f"{name}, “{heading}”")}
                output.output_type = "display_data"
        if "parameters" in cell.metadata.get("tags", []):
            names = assigned(cell.source)
            table = (
                environment().get_template("parameters.html.j2").render(rows=rows_of(site.manifest.parameters, names))
            )
            cell.outputs = [nbformat.v4.new_output("display_data", data={"text/html": table}), *cell.outputs]
    return names


def _figure(output: Any, kind: str, pictures: Pictures, where: str) -> str:
    """An image as a figure: the file of the run where its metadata name one (`figure`), else the image itself."""
    metadata = output.get("metadata", {})
    told = {**metadata, **metadata.get(kind, {})}
    alt = str(told.get("alt") or "").strip()
    if not alt:
        raise RunError(say("report.errors.image", place=where))
    data = output.data[kind]
    encoded = base64.b64encode(data.encode()).decode() if kind == "image/svg+xml" else "".join(data.split())
    bare = Picture(f"data:{kind};base64,{encoded}", alt, title=told.get("title", ""), caption=told.get("caption", ""))
    return environment().get_template("figure.html.j2").render(figure=pictures.get(told.get("figure", ""), bare))
