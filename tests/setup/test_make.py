"""What make does before it runs anything: the message without Python, the one without a browser, the environment made once."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from stock import stock

from helpers.paths import PROJECT

TOOLS = ("make", "sh", "sed", "sort", "cat", "grep", "rm", "mkdir")
BUILD = ("editables", "hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers")
Make = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what set-up needs, whose lock holds the build backend only."""
    copy = tmp_path / "project"
    shutil.copytree(PROJECT / "src/setup", copy / "src/setup", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "pyproject.toml", "README.md", "src/helpers/__init__.py"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / name, copy / name)
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"\n(?=[A-Za-z0-9])", lock) if block.split("==")[0] in BUILD]
    assert len(blocks) == len(BUILD)
    (copy / "requirements.lock").write_text("\n".join(blocks).rstrip() + "\n", encoding="utf-8")
    return copy


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for the path that holds no Python and no browser."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found, f"{tool} is not on the path"
        (folder / tool).symlink_to(found)
    return folder


@pytest.fixture
def make(project: Path, tools: Path) -> Make:
    """Runs make in the copy, with only `tools` and the folders given on the path."""

    def run(target: str, *folders: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        path = ":".join(str(folder) for folder in (tools, *folders))
        return subprocess.run(
            ["make", target],
            cwd=project,
            env={"PATH": path, "HOME": str(project), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize("target", ["report", "lint", "lab", "bench"])
def test_without_python_the_message_says_which_are_wanted(make: Make, project: Path, target: str) -> None:
    done = make(target)
    assert done.returncode != 0
    assert "Python 3.11 to 3.14" in done.stderr
    assert not (project / ".venv").exists()


def test_without_a_browser_the_tests_stop_before_all_else(make: Make, project: Path) -> None:
    done = make("test")
    assert done.returncode != 0
    assert re.search(r"^ +sudo apt-get install -y chromium", done.stderr, re.MULTILINE)
    assert "Python" not in done.stderr
    assert not (project / ".venv").exists()


def test_a_browser_that_is_named_but_does_not_run_is_said_so(make: Make, tools: Path) -> None:
    (tools / "chromium").symlink_to(tools / "cat")
    done = make("test", BANGGIAO_CHROMIUM="/nowhere/chrome")
    assert done.returncode != 0
    assert "/nowhere/chrome does not run" in done.stderr


def test_a_browser_that_is_named_is_used(make: Make, tools: Path) -> None:
    done = make("test", BANGGIAO_CHROMIUM=str(tools / "cat"))
    assert "apt-get install -y chromium" not in done.stderr
    assert "Python 3.11 to 3.14" in done.stderr  # the next thing that is missing


def test_help_lists_every_target(make: Make, project: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (project / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    listed = set(re.findall(r"^make ([a-z]+)\t\S", make("help").stdout, re.MULTILINE))
    assert listed == targets - {"environment"}
    assert listed >= {"report", "test", "lint", "lab", "bench", "lock", "clean", "help"}


@pytest.mark.once
def test_the_environment_is_made_once_and_anew_when_its_makings_change(make: Make, project: Path) -> None:
    variables, uv = stock()
    folders = [Path(sys._base_executable).parent]  # type: ignore[attr-defined]
    if uv:
        folders.append(Path(uv).parent)
    made = project / ".venv/made-of"

    (project / ".venv/bin").mkdir(parents=True)  # what an interrupted set-up leaves
    (project / ".venv/bin/banggiao").write_text("not whole", encoding="utf-8")
    done = make("environment", *folders, **variables)
    assert done.returncode == 0, done.stderr
    assert "Setting up .venv" in done.stderr
    assert (project / ".venv/bin/banggiao").read_text(encoding="utf-8") != "not whole"
    first = made.stat().st_mtime_ns

    done = make("environment", *folders, **variables)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert made.stat().st_mtime_ns == first

    with (project / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    done = make("environment", *folders, **variables)
    assert done.returncode == 0, done.stderr
    assert "Setting up .venv" in done.stderr
    assert made.stat().st_mtime_ns != first
