"""--from and --to: what is taken over, and what is refused because something changed."""

import shutil

import pytest
from conftest import PARAMETERS, contents

from helpers.errors import RunError
from helpers.run import manifest, reuse


def test_a_run_from_the_middle_gives_the_same_bytes_as_a_whole_one(copy):
    before = contents(copy.reports / "texts")
    run = copy.run(first="02")
    assert contents(run) == before
    assert '"reused": [\n  "01"\n ]' in (run / "environment.json").read_text()


def test_a_run_to_the_middle_goes_aside_and_can_be_continued(copy):
    whole = contents(copy.reports / "texts")
    partial = copy.run(last="2")
    assert partial == copy.reports / "partial" / "texts"
    assert contents(copy.reports / "texts") == whole
    assert list(manifest.read(partial).notebooks) == ["01", "02"]
    assert (partial / "02_two.html").is_file()
    assert not (partial / "03_three.html").exists()
    shutil.rmtree(copy.reports / "texts")
    assert contents(copy.run(first="03")) == whole


def test_other_parameters_are_no_hindrance_where_earlier_notebooks_do_not_use_them(copy):
    run = copy.run("top_n=7", first="02")
    assert run.name.startswith("texts-")
    assert manifest.read(run).notebooks["01"] == manifest.read(copy.reports / "texts").notebooks["01"]
    assert manifest.read(run).changed == ("top_n",)


def _change_corpus(project):
    (project.corpus / "b.txt").write_text("Thêm.", encoding="utf-8")


def _change_gold(project):
    (project.corpus / "gold").mkdir()
    (project.corpus / "gold" / "a.ann").write_text("Hai bên nhất trí.", encoding="utf-8")


def _change_notebook(project):
    project.write("01_one", "# One", PARAMETERS, "print('otherwise')")


def _change_table(project):
    (project.reports / "texts" / "tables" / "one.csv").write_text("by hand")


def _lose_table(project):
    (project.reports / "texts" / "tables" / "one.csv").unlink()


def _add_notebook(project):
    project.write("00_zero", "# Zero")


def _edit_manifest(old, new):
    def change(project):
        path = project.reports / "texts" / "run.json"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return change


CHANGES = [
    (_change_corpus, (), "the files of the corpus texts"),
    (_change_gold, (), "the gold annotations"),
    (_change_notebook, (), "the cells of 01_one"),
    (_change_table, (), "tables/one.csv, which is no longer as it was written"),
    (_lose_table, (), "tables/one.csv, which is no longer as it was written"),
    (_add_notebook, (), "00_zero was not run there"),
    (_edit_manifest('"lock": "', '"lock": "0'), (), "requirements.lock"),
    (_edit_manifest('"schema_version": 1', '"schema_version": "x"'), (), "run.json: cannot be used"),
    (_edit_manifest('"paths.py": "', '"paths.py": "0'), (), ""),  # a sum that no notebook's code has is not asked for
    (None, ("window=7",), "the parameter window: 5 then, 7 now"),
    (None, ("window=7", "node=hòa bình"), "the parameter node: quan hệ then, hòa bình now"),
]


@pytest.mark.parametrize(("change", "assignments", "named"), CHANGES)
def test_what_changed_is_named(copy, change, assignments, named):
    if change:
        change(copy)
    before = contents(copy.reports / "texts")
    request = copy.request(*assignments, first="02")
    if not named:
        copy.run(first="02")
        return
    with pytest.raises(RunError) as refused:
        copy.run(*assignments, first="02")
    assert f"\n  {named}" in str(refused.value) or named in str(refused.value)
    assert "un without --from" in str(refused.value) or "run again without --from" in str(refused.value)
    assert contents(request.reports / "texts") == before
    assert [p.name for p in copy.reports.iterdir()] == ["texts"]  # nothing begun, nothing left


def test_changed_helpers_are_named(copy):
    then = manifest.read(copy.reports / "texts")
    now = then.model_copy(
        update={
            "code": then.code | {"paths.py": "other"},
            "notebooks": then.notebooks | {"01": then.notebooks["01"].model_copy(update={"code": "other"})},
        }
    )
    with pytest.raises(RunError, match=r"\n  src/helpers/paths\.py\n"):
        reuse.choose((copy.reports / "texts",), now, ("01",))


def test_a_table_that_a_later_notebook_wrote_anew_is_not_taken_for_the_earlier_ones(copy):
    copy.write(
        "03_three",
        "# Three",
        "from helpers import paths\n(paths.run_folder() / 'tables' / 'one.csv').write_text('new')",
    )
    copy.run(first="03")
    for first in ("02", "03"):
        with pytest.raises(RunError, match=r"tables/one\.csv, which notebook 03 wrote anew"):
            copy.run(first=first)


def test_without_a_run_there_is_nothing_to_take(project):
    with pytest.raises(RunError, match="there is no run to take the earlier notebooks from"):
        project.run(first="02")
    assert not project.reports.exists()
