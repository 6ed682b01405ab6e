"""The command line as it is typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpers import __version__
from helpers.parameters import Parameters

BANGGIAO = Path(sys.executable).with_name("banggiao")


def banggiao(*arguments, cwd):
    return subprocess.run([BANGGIAO, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60, check=False)


WRONG = [
    (("-p", "windw=3"), ("windw", "did you mean window?")),
    (("-p", "window=-1"), ("window=-1", "a whole number from 1 to 50")),
    (("-p", "window=x"), ("window=x", "a whole number from 1 to 50")),
    (("-p", "window=3", "-p", "window=4"), ("window", "given twice")),
    (("--params", "bad.yaml"), ("bad.yaml: window=99", "a whole number from 1 to 50")),
    (("--from", "04", "--to", "02"), ("--from 04 comes after --to 02",)),
    (("--corpus", "none"), ("none: no such folder",)),
    (("--form", "02"), ("No such option",)),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_input_exits_2_and_nothing_has_begun(tmp_path, arguments, said):
    (tmp_path / "bad.yaml").write_text("window: 99")
    done = banggiao("run", "--out", "out", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    for words in said:
        assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["bad.yaml"]


def test_a_folder_of_the_users_is_not_replaced(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    done = banggiao("run", "--out", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "is not empty and holds no run.json" in done.stderr
    assert (tmp_path / "out" / "thesis.txt").read_text() == "mine"


def test_params_lists_every_parameter_with_range_default_meaning_and_notebooks(tmp_path):
    done = banggiao("params", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name, field in Parameters.model_fields.items():
        assert f"\n{name}\n    {field.description}\n    " in "\n" + done.stdout
    assert "a whole number from 1 to 50; default: 5; notebooks: 03" in done.stdout
    assert "true or false; default: false; notebooks:" in done.stdout


def test_help_and_version(tmp_path):
    helped = banggiao("--help", cwd=tmp_path)
    assert [c for c in ("run", "params", "score") if f"\n  {c} " not in helped.stdout] == []
    assert banggiao("--version", cwd=tmp_path).stdout == f"banggiao, version {__version__}\n"
    assert "--corpus" in banggiao("run", "-h", cwd=tmp_path).stdout


GOLD = "[[LOC|VN|Việt Nam]] {{PRAISE|VN|JP|hoan nghênh}} [[LOC|JP|Nhật Bản]].\n"
MENTIONS = "doc_id,start,end,type,entity\na,0,8,LOC,VN\na,20,28,ORG,JP\n"
ACTS = "doc_id,start,end,act,source,target\na,9,19,PRAISE,VN,\n"


def test_score_prints_what_agrees_with_the_gold(tmp_path):
    for path, text in {"run/tables/mentions.csv": MENTIONS, "run/tables/acts.csv": ACTS, "gold/a.ann": GOLD}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    done = banggiao("score", "run", "gold", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = {tuple(line.split()) for line in done.stdout.splitlines()}
    assert ("1", "document", "with", "gold") in lines
    assert ("mentions", "all", "0.500", "0.500", "0.500", "1", "2", "2") in lines
    assert ("acts", "PRAISE", "1.000", "1.000", "1.000", "1", "1", "1") in lines
    assert ("source", "1.000", "(1", "of", "1", "right)") in lines
    assert ("target", "0.000", "(0", "of", "1", "right)") in lines


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("none", "gold"), "mentions.csv"), (("run",), "GOLD_DIR")],
)
def test_score_names_what_is_missing(tmp_path, arguments, said):
    (tmp_path / "run" / "tables").mkdir(parents=True)
    (tmp_path / "run" / "tables" / "mentions.csv").write_text(MENTIONS)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.ann").write_text(GOLD, encoding="utf-8")
    done = banggiao("score", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
