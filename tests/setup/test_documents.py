"""What README and its companions say is so: parameters, commands, files they point to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.cli import main
from helpers.corpus.manifest import FIELDS
from helpers.parameters import Parameters
from helpers.paths import PROJECT
from helpers.spans import ACT_CLASSES, MENTION_TYPES, ZONES

README = (PROJECT / "README.md").read_text(encoding="utf-8")
CODEBOOK = (PROJECT / "docs/codebook.md").read_text(encoding="utf-8")
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "seeds/README.md",
    "docs/data-statement.md",
    "docs/codebook.md",
]


def test_parameter_table_is_that_of_the_model() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (?:`([^`]*)`)? ?\| .{10,} \|$", README, re.MULTILINE)
    defaults = {name: field.default for name, field in Parameters.model_fields.items()}
    assert dict(rows) == {k: str(v).lower() if isinstance(v, bool) else str(v) for k, v in defaults.items()}


def test_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set().union(
        *(re.findall(r"`make ([a-z]+)", (PROJECT / page).read_text(encoding="utf-8")) for page in PAGES)
    )
    assert {"help", "lab", "lock"} <= named <= targets
    assert set(re.findall(r"^    make ([a-z]+)", README, re.MULTILINE)) == {"report", "test"}
    lines = re.findall(r"^    banggiao ([a-z]+)(.*?)(?: +#.*)?$", README, re.MULTILINE)
    assert len(lines) > 4
    for command, arguments in lines:
        known = {option for parameter in main.commands[command].params for option in parameter.opts}
        assert set(re.findall(r"(?<!\S)--?[a-z]+", arguments)) <= known


def test_manifest_columns_are_those_that_are_read() -> None:
    assert f"`{', '.join(FIELDS)}`" in README


@pytest.mark.parametrize("label", [*MENTION_TYPES, *ACT_CLASSES])
def test_codebook_explains_each_label(label: str) -> None:
    assert re.search(rf"^\| {label} \| \S", CODEBOOK, re.MULTILINE)


def test_codebook_names_each_zone() -> None:
    assert [zone for zone in ZONES if f"`{zone}`" not in CODEBOOK] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page: str) -> None:
    path = PROJECT / page
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / Path(link)).exists()] == []
