"""Which Python is taken: the newest of those wanted that is on the path and runs; else the message says what is wanted."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.paths import PROJECT

SCRIPT = PROJECT / "src/setup/interpreters.sh"
SHELL = shutil.which("sh") or "/bin/sh"
REAL = Path(sys._base_executable).resolve()  # type: ignore[attr-defined]
VERSION = "{}.{}".format(*sys.version_info)
OTHER = next(version for version in ("3.11", "3.12") if version != VERSION)


def program(folder: Path, name: str, body: str) -> Path:
    """A program of that name in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!{SHELL}\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def interpreters(*folders: Path, script: Path = SCRIPT) -> subprocess.CompletedProcess[str]:
    """What the script prints with only these folders, and the tool it needs, on the path."""
    tools = folders[0].parent / "tools"
    tools.mkdir(exist_ok=True)
    if not (tools / "sort").exists():
        (tools / "sort").symlink_to(shutil.which("sort") or "/usr/bin/sort")
    path = ":".join(str(folder) for folder in (*folders, tools))
    return subprocess.run([SHELL, script], env={"PATH": path}, capture_output=True, text=True, check=False)


def test_wanted_versions_are_those_of_the_project() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    bounds = dict(re.findall(r"^(oldest|newest)=(\d+)$", script, re.MULTILINE))
    wanted = f'requires-python = ">=3.{bounds["oldest"]},<3.{int(bounds["newest"]) + 1}"'
    assert wanted in (PROJECT / "pyproject.toml").read_text(encoding="utf-8")


def test_without_any_the_message_says_what_is_wanted(tmp_path: Path) -> None:
    done = interpreters(tmp_path / "empty")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Python 3.11 to 3.14" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_one_that_does_not_run_is_passed_over_and_named(tmp_path: Path) -> None:
    broken = program(tmp_path / "shims", "python3.13", "echo 'command not found' >&2; exit 127")
    done = interpreters(tmp_path / "shims")
    assert (done.returncode, done.stdout) == (1, "")
    assert str(broken) in done.stderr


def test_one_without_venv_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "bin", "python3.12", "echo \"ModuleNotFoundError: No module named 'ensurepip'\" >&2; exit 1")
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / f"python{VERSION}").symlink_to(REAL)
    done = interpreters(tmp_path / "bin", tmp_path / "later")
    assert done.stdout.startswith(f"{VERSION} ")


def test_a_later_one_of_the_same_name_stands_in_for_one_that_does_not_run(tmp_path: Path) -> None:
    program(tmp_path / "shims", f"python{VERSION}", "exit 127")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / f"python{VERSION}").symlink_to(REAL)
    done = interpreters(tmp_path / "shims", tmp_path / "bin")
    version, found = done.stdout.split()
    assert (version, Path(found).resolve()) == (VERSION, REAL)


@pytest.mark.parametrize("name", ["python3", "python"])
def test_plain_names_count_too(tmp_path: Path, name: str) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / name).symlink_to(REAL)
    assert interpreters(tmp_path / "bin").stdout.startswith(f"{VERSION} ")


def test_newest_comes_first_and_each_version_once(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for name in ("python3", f"python{VERSION}"):
        (tmp_path / "bin" / name).symlink_to(REAL)
    program(tmp_path / "bin", f"python{OTHER}", f"echo '{OTHER} /opt/with space/python{OTHER}'")
    lines = interpreters(tmp_path / "bin").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == sorted([VERSION, OTHER], reverse=True)
    assert f"{OTHER} /opt/with space/python{OTHER}" in lines


@pytest.mark.parametrize("offset", [-1, 1])
def test_other_versions_are_passed_over(tmp_path: Path, offset: int) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").symlink_to(REAL)
    minor = sys.version_info.minor + offset
    text = re.sub(r"^(oldest|newest)=\d+$", rf"\1={minor}", SCRIPT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (tmp_path / "interpreters.sh").write_text(text, encoding="utf-8")
    done = interpreters(tmp_path / "bin", script=tmp_path / "interpreters.sh")
    assert (done.returncode, done.stdout) == (1, "")
    assert str(tmp_path / "bin" / "python3") in done.stderr


def test_the_environment_that_is_active_leads_to_the_interpreter_under_it(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "active"], check=True)
    found = interpreters(tmp_path / "active/bin").stdout.split(maxsplit=1)[1].strip()
    assert not found.startswith(str(tmp_path))
