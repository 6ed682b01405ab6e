"""Small real notebooks, run by real kernels through papermill."""

import io
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from helpers.parameters import parse
from helpers.run import plan, whole

DRIVER = Path(__file__).with_name("driver.py")

PARAMETERS = """
window = 5  # words on each side of a node that count as its context
node = "quan hệ"  # word or phrase shown in the concordance and its collocations
"""
ONE = """
from helpers import paths
tables = paths.run_folder() / "tables"
tables.mkdir()
texts = sorted(p.read_text() for p in paths.corpus_folder().glob("*.txt"))
(tables / "one.csv").write_text(f"{node},{window},{texts},{paths.gold_folder()  is not None}")
print("tables in", tables, "texts in", paths.corpus_folder())
"""
TWO = """
import sys
from helpers import paths
one = (paths.run_folder() / "tables" / "one.csv").read_text()
(paths.run_folder() / "tables" / "two.csv").write_text(one * 2)
for word in {"hòa bình", "hữu nghị", "hợp tác"}:
    print(word)
"""


def notebook(path, *cells):
    """Write a notebook: a cell that begins with # is Markdown, one that begins with `window` or so has the tag."""
    made = []
    for text in cells:
        source = text.strip("\n")
        if source.startswith("#"):
            made.append(nbformat.v4.new_markdown_cell(source))
        else:
            tags = {"tags": ["parameters"]} if source.split(" = ")[0] in ("window", "top_n") else {}
            made.append(nbformat.v4.new_code_cell(source, metadata=tags))
    kernel = {"name": "not installed anywhere", "language": "python", "display_name": "none"}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata={"kernelspec": kernel}), path)


class Project:
    """Notebooks, a corpus and reports in a folder of their own."""

    def __init__(self, folder):
        self.folder, self.notebooks, self.corpus = folder, folder / "notebooks", folder / "texts"
        self.reports = folder / "reports"
        self.told = []
        self.corpus.mkdir(parents=True)
        (self.corpus / "a.txt").write_text("Hai bên nhất trí.", encoding="utf-8")
        self.write("01_one", "# One", PARAMETERS, "## Write the table", ONE)
        self.write("02_two", "# Two", "top_n = 20  # rows shown in tables and figures", "## Read it", TWO)
        self.write("03_three", "# Three", "## Say so", "print('done')")

    def write(self, name, *cells):
        notebook(self.notebooks / f"{name}.ipynb", *cells)

    def request(self, *assignments, **options):
        options = {"corpus": self.corpus, "cwd": self.folder} | options
        return plan.Request(parse(assignments), notebooks=self.notebooks, reports=self.reports, **options)

    def run(self, *assignments, **options):
        """Run in this process; return the report's folder."""
        made = plan.make(self.request(*assignments, **options))
        return whole.run(made, tell=self.told.append, stream=io.StringIO()).parent

    def command(self, *arguments):
        return [sys.executable, str(DRIVER), str(self.folder), *map(str, arguments)]

    def banggiao(self, *arguments, **options):
        """Run the command line; return what it printed and its exit code."""
        options = {"cwd": self.folder, "capture_output": True, "text": True, "timeout": 60} | options
        return subprocess.run(self.command(*arguments), **options, check=False)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def finished(tmp_path_factory):
    """A project with one finished run of all notebooks; tests that change it take `copy`."""
    project = Project(tmp_path_factory.mktemp("finished") / "project")
    project.run()
    return project


@pytest.fixture
def copy(finished, tmp_path):
    """A copy of the finished project."""
    import shutil

    copy = Project(tmp_path / "project")
    shutil.copytree(finished.folder, copy.folder, dirs_exist_ok=True)
    return copy


def contents(folder):
    """Every file of a run but environment.json, by path."""
    files = (f for f in Path(folder).rglob("*") if f.is_file() and f.name != "environment.json")
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}
