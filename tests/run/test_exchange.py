"""A run takes the place of the last one whole or not at all, wherever it is ended."""

import contextlib
import errno
import multiprocessing
import os

import pytest

from helpers.errors import RunError
from helpers.run import exchange


def _report(folder, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text('{"schema_version": 1, "banggiao": "0.1.0"}')
    (folder / "index.html").write_text(text)


def _text(target):
    return (target / "index.html").read_text()


def _beside(target):
    return sorted(p.name for p in target.parent.iterdir() if p != target)


def _no_swap(*_):
    return False


@pytest.mark.parametrize("rename", [None, _no_swap], ids=["in one step", "in two"])
@pytest.mark.parametrize("before", [None, "empty", "old"])
def test_the_new_report_takes_the_place_of_the_old(tmp_path, rename, before):
    target = tmp_path / "reports" / "seeds"
    if before == "empty":
        target.mkdir(parents=True)
    elif before:
        _report(target, before)
    with exchange.claim(target, pytest.fail) as build:
        assert build.parent == target.parent
        _report(build, "new")
        exchange.exchange(target, rename)
    assert _text(target) == "new"
    assert sorted(p.name for p in target.iterdir()) == ["index.html", "run.json"]
    assert _beside(target) == []


def test_this_system_exchanges_in_one_step_or_says_that_it_cannot(tmp_path):
    _report(tmp_path / "a", "a")
    _report(tmp_path / "b", "b")
    done = exchange.swap(tmp_path / "a", tmp_path / "b")
    assert _text(tmp_path / "a") == ("b" if done else "a")
    with pytest.raises(FileNotFoundError) if done else contextlib.nullcontext():
        exchange.swap(tmp_path / "a", tmp_path / "none")


KILLED = [
    # where the last command was killed -> what the next one finds in the target, and whether a run is kept aside
    ("while building", "old", True),
    ("before the exchange", "old", False),
    ("after the exchange", "new", False),
    ("before the second rename", "new", False),
    ("while removing the old one", "new", False),
    ("just begun", "old", False),
]


@pytest.mark.parametrize(("where", "text", "kept"), KILLED)
def test_the_next_command_puts_in_order_what_a_killed_one_left(tmp_path, where, text, kept):
    target = tmp_path / "seeds"
    build, previous = exchange.building(target), tmp_path / ".seeds.previous"
    _report(target, "old")
    _report(build, "new")
    marker = build / exchange.UNFINISHED
    if where == "just begun":
        (build / "run.json").unlink()
        (build / "index.html").unlink()
        marker.touch()
    elif where == "while building":
        (build / "run.json").unlink()
        marker.touch()
    elif where == "after the exchange":
        assert exchange.swap(build, target) or (target.rename(previous) and build.rename(target))
    elif where == "before the second rename":
        target.rename(previous)
    elif where == "while removing the old one":
        target.rename(previous)
        build.rename(target)
        (previous / "index.html").unlink()
    told = []
    exchange.finish(target, told.append)
    assert _text(target) == text
    assert _beside(target) == ([".failed"] if kept else [])
    assert len(told) == kept
    if kept:
        assert told == [
            f"An earlier run into {target} was killed; what it had made is kept in {tmp_path}/.failed/seeds."
        ]
        assert _text(tmp_path / ".failed" / "seeds") == "new"


def test_a_kill_between_two_renames_loses_nothing_without_the_new_one(tmp_path):
    target = tmp_path / "seeds"
    _report(tmp_path / ".seeds.previous", "old")
    exchange.finish(target, pytest.fail)
    assert _text(target) == "old"


def test_a_rename_that_fails_leaves_the_old_report_and_an_unfinished_build(tmp_path):
    target = tmp_path / "seeds"
    _report(target, "old")

    def refuse(*_):
        raise OSError(errno.EBUSY, "busy")

    with exchange.claim(target, pytest.fail) as build:
        _report(build, "new")
        with pytest.raises(OSError, match="busy"):
            exchange.exchange(target, refuse)
        assert exchange.unfinished(target)
        assert exchange.keep(target) == tmp_path / ".failed" / "seeds"
    assert _text(target) == "old"


FOREIGN = [
    (lambda t: (t.mkdir(), (t / "thesis.txt").write_text("mine")), "is not empty and holds no run.json"),
    (lambda t: t.write_text("mine"), "is a file"),
    (lambda t: (t.mkdir(), (t / ".git").mkdir()), "is not empty and holds no run.json"),
    (lambda t: (t.mkdir(), (t / "run.json").write_text('{"name": "another tool"}')), "holds no run.json of ours"),
]


@pytest.mark.parametrize(("make", "message"), FOREIGN)
def test_what_is_no_report_of_ours_is_not_replaced(tmp_path, make, message):
    target = tmp_path / "out"
    make(target)
    with pytest.raises(RunError, match=f"{target}.*{message}.*give --out"), exchange.claim(target, pytest.fail):
        pytest.fail("claimed")
    assert target.exists()
    assert _beside(target) == []


def test_a_report_does_not_lie_inside_another(tmp_path):
    _report(tmp_path / "seeds", "old")
    with pytest.raises(RunError, match="lies inside another report"):
        exchange.check_replaceable(tmp_path / "seeds" / "deep" / "mine")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    for target in (tmp_path / "file" / "out", tmp_path / "file" / "deep" / "out"):
        with pytest.raises(RunError, match="cannot be written there"), exchange.claim(target, pytest.fail):
            pytest.fail("claimed")


def test_a_run_that_makes_nothing_leaves_nothing(tmp_path):
    target = tmp_path / "new" / "deep" / "out"
    with exchange.claim(target, pytest.fail) as build:
        assert build.is_dir()
    assert list(tmp_path.iterdir()) == []


def _hold(target, held, done):
    with exchange.claim(target, print):
        held.set()
        done.wait(20)


def test_two_runs_into_one_target_do_not_meet(tmp_path):
    target = tmp_path / "out"
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(target, held, done))
    other.start()
    assert held.wait(20)
    with pytest.raises(RunError, match=rf"another run \(process {other.pid}\) is writing there"):
        exchange.claim(target, pytest.fail).__enter__()
    exchange.finish(target, pytest.fail)  # and another command leaves it alone
    assert exchange.building(target).is_dir()
    with exchange.claim(tmp_path / "else", pytest.fail):
        pass
    done.set()
    other.join(20)
    assert other.exitcode == 0
    with exchange.claim(target, pytest.fail):
        assert os.getpid() == int((tmp_path / ".out.lock").read_text())
    assert list(tmp_path.iterdir()) == []
