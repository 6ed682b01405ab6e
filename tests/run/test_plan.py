"""What is refused before anything runs, and where a run goes."""

import re

import pytest

from helpers import paths
from helpers.errors import BanggiaoError, CorpusError
from helpers.parameters import Parameters
from helpers.run import plan

REFUSED = [
    ({"corpus": "none"}, (), "none: no such folder or file; give --corpus a folder of texts"),
    ({"corpus": "mine/thesis.odt"}, (), "no readable text: thesis.odt: not one of the file types read"),
    ({"corpus": "blank"}, (), "no readable text: a.txt: white space only"),
    ({"corpus": "listed"}, (), "manifest.csv, line 2: b.txt is not in the corpus folder"),
    ({}, ("encoding=klingon",), "encoding=klingon: not an encoding that is read"),
    ({"corpus": "empty"}, (), "empty: holds no text"),
    ({"corpus": "seeds"}, (), "a corpus called seeds"),
    ({"corpus": "partial"}, (), "a corpus called partial"),
    ({"corpus": ".hidden"}, (), "a corpus called .hidden"),
    ({"first": "9"}, (), "--from 9: there is no such notebook; the numbers are 01, 02, 03"),
    ({"last": "x"}, (), "--to x: there is no such notebook"),
    ({"first": "03", "last": "02"}, (), "--from 03 comes after --to 02"),
    ({"out": "texts"}, (), "the report cannot lie in, or around,"),
    ({"out": "texts/reports"}, (), "the report cannot lie in, or around,"),
    ({"out": "."}, (), "the report cannot lie in, or around,"),
    ({"out": "notebooks/x"}, (), "the report cannot lie in, or around,"),
    ({"out": "mine"}, (), "mine is not empty and holds no run.json"),
    ({"out": "mine/thesis.txt"}, (), "thesis.txt is a file; give --out a folder"),
    ({"out": "/"}, (), "give --out"),
    ({}, ("gold=none",), "none: no folder of gold annotations"),
    ({}, ("gold=empty",), "empty: no folder of gold annotations"),
    ({"out": "gold/x"}, ("gold=gold",), "the report cannot lie in, or around,"),
]


@pytest.fixture
def furnished(project):
    for name in ("empty", "seeds", "partial", ".hidden", "mine", "gold", "blank", "listed"):
        (project.folder / name).mkdir()
    for name in (
        "seeds/a.txt",
        "partial/a.txt",
        ".hidden/a.txt",
        "mine/thesis.txt",
        "mine/thesis.odt",
        "gold/a.ann",
        "listed/a.txt",
    ):
        (project.folder / name).write_text("Hai bên nhất trí.", encoding="utf-8")
    (project.folder / "blank" / "a.txt").write_text(" \n")
    (project.folder / "listed" / "manifest.csv").write_text("file\nb.txt\n")
    for name in ("README.md", "manifest.csv"):
        (project.folder / "empty" / name).write_text("No text.")
    return project


@pytest.mark.parametrize(("options", "assignments", "message"), REFUSED)
def test_bad_input_is_refused_in_words_before_anything_is_written(furnished, options, assignments, message):
    before = sorted(furnished.folder.rglob("*"))
    with pytest.raises(BanggiaoError, match=re.escape(message)):
        plan.make(furnished.request(*assignments, **options))
    assert sorted(furnished.folder.rglob("*")) == before


def test_a_run_goes_to_reports_under_the_name_of_its_corpus(furnished):
    made = plan.make(furnished.request())
    assert made.target == furnished.reports / "texts"
    assert made.gold is None
    assert [n.number for n in made.notebooks] == ["01", "02", "03"]


def test_other_parameters_other_name_and_the_same_ones_the_same(furnished):
    names = {
        plan.make(furnished.request(*given)).target.name
        for given in [("window=3",), ("window=3", "top_n=20"), ("window=4",), ("gold=gold",)]
    }
    assert len(names) == 3
    assert all(re.fullmatch("texts-[0-9a-f]{6}", name) for name in names)


def test_relative_paths_start_at_the_callers_folder(furnished):
    made = plan.make(furnished.request("gold=../gold", cwd=furnished.corpus, corpus="../texts", out="../new"))
    assert (made.corpus, made.target) == (furnished.corpus, furnished.folder / "new")
    assert made.gold == furnished.folder / "gold"
    assert made.parameters.gold == "gold"  # as pages may name it


def test_the_gold_of_the_corpus_is_taken_by_itself_and_naming_it_is_no_change(furnished):
    gold = furnished.corpus / "gold"
    gold.mkdir()
    (gold / "a.ann").write_text("Hai bên nhất trí.", encoding="utf-8")
    by_default, named = plan.make(furnished.request()), plan.make(furnished.request("gold=texts/gold"))
    assert by_default == named
    assert named.gold == gold


def test_the_last_notebook_makes_a_whole_run_any_other_a_partial_one(furnished):
    targets = {
        last: plan.make(furnished.request(last=last)).target.relative_to(furnished.reports).as_posix()
        for last in ("1", "02", "03")
    }
    assert targets == {"1": "partial/texts", "02": "partial/texts", "03": "texts"}
    made = plan.make(furnished.request(out="mine/r", first="02", last="02"))
    assert made.target == furnished.folder / "mine" / "partial" / "r"
    assert [n.number for n in made.earlier] == ["01"]


def test_the_seeds_are_the_corpus_by_default():
    made = plan.make(plan.Request(Parameters(), paths.PROJECT))
    assert made.corpus == paths.SEEDS
    assert made.target == paths.REPORTS / "seeds"
    assert made.gold == paths.SEEDS / "gold"


def test_a_link_to_a_folder_stands_for_the_folder(furnished):
    (furnished.folder / "real").mkdir()
    (furnished.folder / "link").symlink_to(furnished.folder / "real")
    assert plan.make(furnished.request(out="link")).target == furnished.folder / "real"


def test_a_corpus_may_be_a_file_and_its_report_is_called_after_it(furnished):
    made = plan.make(furnished.request(corpus="texts/a.txt"))
    assert made.corpus == furnished.corpus / "a.txt"
    assert made.target == furnished.reports / "a"
    assert made.gold is None


@pytest.mark.parametrize("name", ["circle", "x" * 300, "~nobody-of-this-name/texts", "texts/\udcff"])
def test_a_place_that_cannot_be_is_no_corpus(furnished, name):
    (furnished.folder / "circle").symlink_to(furnished.folder / "circle")
    with pytest.raises(CorpusError, match="no such folder or file; give --corpus"):
        plan.make(furnished.request(corpus=name, out="r"))


def test_long_names_of_corpora_make_short_ones_of_reports(furnished):
    corpus = furnished.folder / ("đ" * 120 + ".txt")
    corpus.write_text("Thủ tướng tiếp Đại sứ Lào.", encoding="utf-8")
    target = plan.make(furnished.request(corpus=corpus.name)).target
    assert re.fullmatch(r"d{80}-[0-9a-f]{8}", target.name)
    assert target.parent == furnished.reports
    with pytest.raises(BanggiaoError, match="give --out a shorter one"):
        plan.make(furnished.request(corpus=corpus.name, out="r/" + "x" * 201))


def test_texts_are_looked_at_only_where_the_notebook_that_reads_them_runs(furnished):
    asked = {"corpus": "blank", "out": "r"}
    with pytest.raises(BanggiaoError, match="no readable text"):
        plan.make(furnished.request(**asked))
    assert plan.make(furnished.request(**asked, first="02")).earlier
