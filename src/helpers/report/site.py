"""What all pages of a report share: the run they show, their names, the layout and the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import pandas as pd

from helpers import schemas, store
from helpers.addresses import text_address
from helpers.errors import RunError
from helpers.sequences import SEQUENCE
from helpers.text import WORD
from helpers.words import say

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"
ASSETS = HERE / "assets"


class Manifest(NamedTuple):
    """What a report says of its run: the corpus by name and checksum, all effective parameters, versions."""

    corpus: str
    corpus_digest: str
    parameters: dict[str, Any]
    lock_digest: str
    version: str

    @classmethod
    def of(cls, run_manifest: object) -> Manifest:
        """Read the manifest of `helpers.run`, or a mapping with these names; RunError for one that is missing."""
        if isinstance(run_manifest, Mapping):
            missing = [name for name in cls._fields if name not in run_manifest]
            if missing:
                raise RunError(say("report.errors.manifest", name=missing[0]))
            return cls(**{name: run_manifest[name] for name in cls._fields})
        made: Any = run_manifest
        return cls(made.corpus.name, made.corpus.digest, dict(made.parameters), made.lock, made.banggiao)


class Page(NamedTuple):
    """A page in the navigation: address from the top of the run, name, and the parts it is divided into."""

    href: str
    name: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass
class Site:
    """One report: its run, and the pages found so far."""

    run: Path
    manifest: Manifest
    pages: list[Page] = field(default_factory=list)

    def table(self, name: str) -> pd.DataFrame:
        """A table of the run, without rows where the run has not come so far."""
        return store.read(name, self.run) if self.has(name) else schemas.empty(name)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table of the run, none where the run has not come so far."""
        return [{str(key): value for key, value in row.items()} for row in self.table(name).to_dict("records")]

    def has(self, name: str) -> bool:
        """Whether the run has a table."""
        return store.exists(name, self.run)

    def csv(self, name: str) -> str:
        """Address of the CSV file of a table, empty where there is none."""
        return f"tables/{name}.csv" if name and (store.folder(self.run) / f"{name}.csv").is_file() else ""

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each text, from outlet and date; its id where that would not tell it from another."""
        named = {
            str(row["doc_id"]): " ".join(filter(None, (row["outlet"] or row["agency"], row["published_at"][:10])))
            for row in self.rows("documents")
        }
        uses = Counter(named.values())
        return {doc_id: label if label and uses[label] == 1 else doc_id for doc_id, label in named.items()}

    def text_href(self, doc_id: str) -> str:
        """Address of the page of a text, empty where the run has none."""
        return text_address(doc_id) if doc_id in self.labels and self.has("texts") else ""

    def exists(self, href: str) -> bool:
        """Whether an address inside the run leads to a page or a file of it."""
        known = any(href == page.href for page in self.pages) or href in self._text_hrefs
        return known or (".." not in href and (self.run / href).is_file())

    @cached_property
    def _text_hrefs(self) -> frozenset[str]:
        return frozenset(map(self.text_href, self.labels))

    def render(self, template: str, here: str, title: str, **values: Any) -> str:
        """A whole page at address `here`, made by a template."""
        root = "../" * here.count("/")
        return (
            environment()
            .get_template(template)
            .render(site=self, manifest=self.manifest, here=here, root=root, title=title, **values)
        )

    def write(self, here: str, page: str) -> None:
        """Write a page at address `here`."""
        path = self.run / here
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")


@cache
def environment() -> jinja2.Environment:
    """The templates; everything put into them is escaped."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(say=say, short=short)
    return made


def short(name: str) -> str:
    """A name of up to five words; a longer one is cut, so that lists of names quote no text."""
    words = list(WORD.finditer(name))
    return name if len(words) < SEQUENCE else name[: words[SEQUENCE - 2].end()] + " …"
