"""What the repository holds: its layout, citation, licences, and no trace of a machine."""

from __future__ import annotations

import re
import subprocess
from datetime import date

import pytest
import yaml

from helpers import __version__, schemas
from helpers.paths import PROJECT

LAYOUT = {
    "README.md", "environment.yml", "pyproject.toml", "requirements.lock", "Makefile", "CITATION.cff", "LICENSE", "LICENSE-CC-BY-4.0",
    "CHANGELOG.md", "CONTRIBUTING.md", "seeds", "notebooks", "src", "tests", "reports", "docs", "bench", ".ci", ".gitattributes", ".gitignore",
}  # fmt: skip
MACHINE = re.compile(r"(?<![\w.:/*-])/(?:work|root|builds)/\w")


def tracked() -> list[str]:
    """The files that git knows, below the project root."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\0") if (PROJECT / name).is_file()]


def test_top_level_is_the_layout() -> None:
    assert {name.split("/")[0] for name in tracked()} == LAYOUT


def test_no_file_names_a_place_on_a_machine() -> None:
    named = []
    for name in tracked():
        content = (PROJECT / name).read_bytes()
        text = content.decode("utf-8", errors="replace")
        if str(PROJECT) in text or MACHINE.search(text):
            named.append(name)
    assert named == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("read /" + "root/x", True),
        ('"/' + 'work/main"', True),
        ("src/helpers/work/x", False),
        ("https://example.org/work/x", False),
        ("at work/root/x", False),
    ],
)
def test_places_on_a_machine_are_recognised(text: str, expected: bool) -> None:
    assert bool(MACHINE.search(text)) is expected


def test_citation_can_be_read() -> None:
    citation = yaml.safe_load((PROJECT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["message"]
    assert citation["title"].startswith("Bang giao")
    assert citation["authors"] == [{"name": "Bang giao contributors"}]
    assert citation["version"] == __version__
    assert citation["license"] == "Apache-2.0"
    assert "doi" not in citation
    assert isinstance(citation.get("date-released", date.today()), date)


def test_change_log_tells_of_this_version() -> None:
    assert f"\n## {__version__} (" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("LICENSE", ["Apache License", "Version 2.0, January 2004", "9. Accepting Warranty or Additional Liability"]),
        (
            "LICENSE-CC-BY-4.0",
            ["Attribution 4.0 International", "Section 1 -- Definitions", "Section 8 -- Interpretation"],
        ),
    ],
)
def test_licences_are_whole(name: str, phrases: list[str]) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert [phrase for phrase in phrases if phrase not in text] == []


@pytest.mark.parametrize("name", ["README.md", "seeds/README.md"])
def test_readers_are_told_what_the_licences_leave_out(name: str) -> None:
    text = " ".join((PROJECT / name).read_text(encoding="utf-8").split())
    assert "cover neither `seeds/` nor passages quoted under `reports/`" in text


def test_tables_of_running_text_are_not_committed() -> None:
    running = [name for name, table in schemas.TABLES.items() if table.running_text]
    assert running
    for name in running:
        assert _ignored(f"reports/seeds/tables/{name}.parquet"), name
        assert _ignored(f"reports/seeds/tables/{name}/part-0.parquet"), name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("reports/seeds/index.html", False),
        ("reports/seeds/tables/acts.csv", False),
        ("reports/seeds/environment.json", True),
        ("reports/lab/tables/acts.csv", True),
        ("reports/partial/seeds/index.html", True),
        ("reports/other/index.html", True),
        (".venv-3.12/bin/python", True),
    ],
)
def test_only_the_published_run_is_committed(name: str, expected: bool) -> None:
    assert _ignored(name) is expected


def _ignored(name: str) -> bool:
    return subprocess.run(["git", "check-ignore", "--no-index", "-q", name], cwd=PROJECT, check=False).returncode == 0
