"""environment.yml as conda uses it, conda apart: its pip section goes into a fresh environment, which then runs notebook 01."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from stock import stock

from helpers.paths import PROJECT

SECTION = yaml.safe_load((PROJECT / "environment.yml").read_text(encoding="utf-8"))["dependencies"][-1]["pip"]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """The `bin` of a fresh environment, which is removed again: it holds a gigabyte."""
    folder = tmp_path / "fresh"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    yield folder / "bin"
    shutil.rmtree(folder)


@pytest.mark.once
def test_the_pip_section_installs_and_runs_notebook_01_of_the_seeds(fresh: Path, tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("\n".join(SECTION) + "\n", encoding="utf-8")
    variables, uv = stock()
    command: list[str | Path] = [fresh / "python", "-m", "pip", "install", "--quiet", "--no-compile"]
    if uv:
        command = [uv, "pip", "install", "--quiet", "--python", fresh / "python"]
    # As conda does: from the folder of the file, which "-e ." refers to.
    subprocess.run([*command, "-r", requirements], cwd=PROJECT, env=os.environ | variables, check=True)

    pins = [Requirement(item) for item in SECTION[:-1]]
    wanted = {f"{pin.name}{pin.specifier}" for pin in pins if pin.marker is None or pin.marker.evaluate()}
    listed = _run(fresh / "python", "-m", "pip", "list", "--format", "freeze").lower().replace("_", "-").split()
    assert wanted <= set(listed)

    report = Path(_run(fresh / "banggiao", "run", "--to", "01", "--out", tmp_path / "run").strip())
    assert report.is_relative_to(tmp_path)
    assert (report.parent / "tables/mentions.csv").read_text(encoding="utf-8").count("\n") > 10


def _run(*command: str | Path) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
