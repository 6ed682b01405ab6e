"""The pages of a report: index.html, a page for each notebook and each text, all readable from the file system.

`render` is called when the notebooks of a run have been executed; it reads their files and the tables and figures of
the run, and writes pages. The same run gives the same bytes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from helpers.quotation import Quotation, sources
from helpers.report import front, notebooks, share, texts
from helpers.report.notebooks import Chapter
from helpers.report.pictures import pictures
from helpers.report.site import ASSETS, Manifest, Page, Site
from helpers.words import say

__all__ = ["render"]

_FIGURES = ("corpus_figures", "figures")


def render(run: Path, manifest: object) -> None:
    """Write the pages of a run into its folder, as far as the run has come.

    `manifest` is that of `helpers.run`, or a mapping with corpus (name), corpus_digest, parameters (all effective
    values), lock_digest and version. Raises RunError or TableError, naming the file and the remedy, for a notebook,
    figure or claim that cannot be shown.
    """
    site = Site(run, Manifest.of(manifest))
    share_of = {name: site.manifest.parameters[name] for name in ("quote_share", "full_text")}
    chapters = _chapters(site)
    quotation = Quotation(run, **share_of)
    made = {"index.html": front.page(site, quotation, chapters)}
    if site.has("documents"):
        made["documents.html"] = front.texts(site)
    for i, chapter in enumerate(chapters):
        before, after = (chapters[j].page if 0 <= j < len(chapters) else None for j in (i - 1, i + 1))
        values = {"chapter": chapter, "before": before, "after": after}
        made[chapter.page.href] = site.render("notebook.html.j2", chapter.page.href, chapter.title, **values)
    known = sources(run) if site.has("texts") else iter(())
    settled = share.settle(known, made.values(), **share_of)
    for here, page in made.items():
        site.write(here, share.redact(page, settled.banned))
    for here, page in texts.pages(site, settled):
        site.write(here, page)
    shutil.copytree(ASSETS, run / "assets", dirs_exist_ok=True, copy_function=shutil.copyfile)


def _chapters(site: Site) -> list[Chapter]:
    """The executed notebooks as pages; the navigation of the site is filled on the way."""
    paths = sorted((site.run / "notebooks").glob("*.ipynb"))
    site.pages.append(Page("index.html", say("report.front")))
    site.pages += [Page(f"{path.stem}.html", notebooks.page_title(path.stem)) for path in paths]
    if site.has("documents"):
        site.pages.append(Page("documents.html", say("report.texts")))
    by_name = {picture.name: picture for table in _FIGURES for picture in pictures(site, table=table)}
    return [notebooks.chapter(site, path, by_name, site.exists) for path in paths]
