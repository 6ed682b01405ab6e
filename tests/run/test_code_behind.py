"""Which helpers a notebook depends on, and the checksums of folders."""

import hashlib
import os
import subprocess

import pytest

from helpers.corpus import files
from helpers.paths import PACKAGE
from helpers.run import code, digests, manifest
from helpers.run.notebooks import Cell, Notebook


def _notebook(*sources, tags=()):
    return Notebook("01", "01_one", PACKAGE, tuple(Cell("code", source, tags) for source in sources), ())


def _behind(notebook):
    (found,) = code.behind(notebook)
    return found


def test_imports_are_followed_through_the_package():
    found = _behind(_notebook("import pandas as pd\nfrom helpers import claims\n%matplotlib inline"))
    wanted = {"__init__.py", "claims/__init__.py", "claims/claims.toml", "store.py", "schemas.toml", "words.toml"}
    assert wanted <= set(found)
    assert not any(path.startswith(("report/", "run/", "corpus/")) for path in found)
    assert found["words.toml"] == hashlib.sha256((PACKAGE / "words.toml").read_bytes()).hexdigest()


SAME = [
    "import helpers.claims",
    "from helpers.claims import state",
    "if True:\n    def f():\n        from helpers import claims",
    "from helpers import claims as c, errors",
]


@pytest.mark.parametrize("source", SAME)
def test_however_it_is_imported(source):
    assert _behind(_notebook(source)) == _behind(_notebook("from helpers import claims"))


def test_several_notebooks_are_answered_each_for_itself():
    one, two = _notebook("from helpers import claims"), _notebook("from helpers import words")
    assert code.behind(one, two, one) == (_behind(one), _behind(two), _behind(one))


def test_tables_of_a_package_belong_to_it():
    found = _behind(_notebook("from helpers import lexicon"))
    tables = {f"lexicon/{path.name}" for path in (PACKAGE / "lexicon").glob("*.csv")}
    assert tables
    assert tables <= set(found)
    assert not any(path.startswith("lexicon/") for path in _behind(_notebook("from helpers import words")))


def test_relative_imports_are_followed(tmp_path, monkeypatch):
    room = tmp_path / "helpers" / "room"
    room.mkdir(parents=True)
    for path in (tmp_path / "helpers" / "__init__.py", room / "__init__.py", room / "b.py", tmp_path / "helpers/c.py"):
        path.write_text("")
    (room / "a.py").write_text("from . import b\nfrom ..c import thing\n")
    (room / "b.toml").write_text("")
    (room / "templates").mkdir()
    (room / "templates" / "page.html").write_text("")
    monkeypatch.setattr(code, "PACKAGE", tmp_path / "helpers")
    assert set(_behind(_notebook("from helpers.room.a import x"))) == {
        "__init__.py",
        "c.py",
        "room/__init__.py",
        "room/a.py",
        "room/b.py",
        "room/b.toml",
        "room/templates/page.html",
    }


@pytest.mark.parametrize("source", ["import importlib\nimportlib.import_module(x)", "def ("])
def test_where_it_cannot_be_told_everything_counts(source):
    found = set(_behind(_notebook(source)))
    assert {"cli.py", "run/whole.py", "words.toml"} <= found


def test_what_a_notebook_says_counts_not_what_it_shows():
    one = code.of_notebook(_notebook("x = 1"))
    assert one == code.of_notebook(_notebook("x = 1")._replace(number="02", path=PACKAGE / "other"))
    assert one != code.of_notebook(_notebook("x = 2"))
    assert one != code.of_notebook(_notebook("x = 1", tags=("hide",)))


def test_a_corpus_is_all_its_files_but_those_that_are_no_input(tmp_path):
    names = ["a.txt", "deep/b.txt", "manifest.csv", "deep/gold/c.txt", "licensed.txt", "deep/manifest.csv"]
    aside = [
        "README.md",
        "LICENSE",
        "gold/a.ann",
        ".git/x",
        ".hidden",
        "license-texts.txt",
        "deep/readme",
        "LICENSES/b.txt",
    ]
    for name in names + aside:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = digests.corpus_files(tmp_path)
    assert sorted(f.relative_to(tmp_path).as_posix() for f in found) == sorted(names)
    inputs = {item.path for item in files.inputs(tmp_path)}
    assert set(found) == inputs | {tmp_path / "manifest.csv"}, "the same that are read"
    assert digests.corpus_files(tmp_path / "a.txt") == [tmp_path / "a.txt", tmp_path / "manifest.csv"]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_links_that_are_not_followed_are_no_part_of_a_corpus(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (tmp_path / "out.txt").write_text("x")
    (corpus / "out.txt").symlink_to(tmp_path / "out.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "nowhere.txt").symlink_to(corpus / "b.txt")
    (corpus / "a.txt").write_text("x")
    assert digests.corpus_files(corpus) == [corpus / "a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="has no such rights")
def test_a_file_that_may_not_be_opened_stops_no_checksum(tmp_path, monkeypatch):
    for name in ("a.txt", "locked.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "locked.txt").chmod(0)
    if os.geteuid() == 0:  # who may open everything
        allowed = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: allowed(path, mode) and path != tmp_path / "locked.txt")
    made = manifest.inputs(tmp_path, digests.corpus_files(tmp_path))
    assert made.files == 1
    assert made == manifest.inputs(tmp_path, [tmp_path / "a.txt"])


def test_the_checksum_of_a_folder_is_that_of_sha256sum(tmp_path):
    for name in ("b.txt", "a.txt", "ă.txt"):
        (tmp_path / name).write_text(name)
    sums = digests.of_files(tmp_path, digests.files_below(tmp_path))
    shell = "LC_ALL=C sh -c 'sha256sum *' | sha256sum"
    listed = subprocess.run(shell, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert digests.of_sums(sums) == listed.stdout.split()[0]
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    assert digests.of_sums(digests.of_files(tmp_path, digests.files_below(tmp_path))) != digests.of_sums(sums)
