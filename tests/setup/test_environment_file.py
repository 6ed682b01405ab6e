"""environment.yml as conda uses it, conda apart: its pip section goes into a fresh environment, which then runs notebook 01."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from helpers.paths import PROJECT

WHEELS = Path(sys.prefix) / "wheels"


@pytest.mark.once
def test_the_pip_section_installs_and_runs_notebook_01_of_the_seeds(tmp_path: Path) -> None:
    environment = yaml.safe_load((PROJECT / "environment.yml").read_text(encoding="utf-8"))
    section = environment["dependencies"][-1]["pip"]
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("\n".join(section) + "\n", encoding="utf-8")
    fresh = tmp_path / "fresh"
    subprocess.run([sys.executable, "-m", "venv", fresh], check=True)

    _install(fresh / "bin/python", requirements)

    pins = {Requirement(item) for item in section[:-1]}
    wanted = {f"{r.name}{r.specifier}" for r in pins if r.marker is None or r.marker.evaluate()}
    listed = _run(fresh / "bin/python", "-m", "pip", "list", "--format", "freeze").lower().replace("_", "-").split()
    assert wanted <= set(listed)

    report = Path(_run(fresh / "bin/banggiao", "run", "--to", "01", "--out", tmp_path / "run").strip())
    assert report.is_relative_to(tmp_path)
    assert (report.parent / "tables/mentions.csv").read_text(encoding="utf-8").count("\n") > 10


def _run(*command: str | Path) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def _install(python: Path, requirements: Path) -> None:
    """Install from what set-up left on this machine: the wheels that pip kept, or uv's cache; else from the index."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_NO_", "VIRTUAL_ENV"))
    }
    pip = [python, "-m", "pip", "install", "--quiet", "--no-compile", "-r", requirements]
    uv = shutil.which("uv")
    if WHEELS.is_dir():
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(WHEELS), "PIP_CONFIG_FILE": os.devnull}
        subprocess.run(pip, cwd=PROJECT, env=clean | offline, check=True)
    elif uv:
        command = [uv, "pip", "install", "--quiet", "--offline", "--python", python, "-r", requirements]
        subprocess.run(command, cwd=PROJECT, check=True)
    else:
        subprocess.run(pip, cwd=PROJECT, check=True)
