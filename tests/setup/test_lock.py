"""The lock: complete, hashed, without an index, one version for all interpreters; environment.yml pins the same."""

from __future__ import annotations

import re
import runpy
import tomllib
from itertools import chain
from types import SimpleNamespace

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from helpers.paths import PROJECT

LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
PYPROJECT_TEXT = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads(PYPROJECT_TEXT)
PROJECT_TABLE = PYPROJECT["project"]
DECLARED = [*PROJECT_TABLE["dependencies"], *chain(*PROJECT_TABLE["optional-dependencies"].values())]


@pytest.fixture(scope="module")
def lock() -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(PROJECT / "src/setup/lock.py")))


def entries() -> list[tuple[Requirement, list[str]]]:
    """Every pin of the lock with its hashes."""
    blocks = re.split(r"\n(?=[A-Za-z0-9])", LOCK)
    found = []
    for block in blocks:
        if not block.startswith("#"):
            head, *rest = block.replace("\\\n", "\n").split("\n")
            found.append((Requirement(head), [line.strip() for line in rest if line.strip()]))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# a comment\n", []),
        ("babel==2.18.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n", ["babel==2.18.0"]),
        (
            "appnope==1.0 ; sys_platform == 'darwin' \\\n    --hash=sha256:aa\n",
            ["appnope==1.0 ; sys_platform == 'darwin'"],
        ),
        ("a==1 \\\n    --hash=sha256:aa\nb==2 \\\n    --hash=sha256:bb\n", ["a==1", "b==2"]),
    ],
)
def test_pins_are_read_without_hashes(lock: SimpleNamespace, text: str, expected: list[str]) -> None:
    assert lock.pins(text) == expected


def test_every_pin_is_exact_and_hashed() -> None:
    assert len(entries()) > 100
    for requirement, hashes in entries():
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert hashes, f"{requirement} has no hash"
        for line in hashes:
            assert re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line), line


def test_lock_names_no_index() -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|--trusted-host", LOCK)


def test_one_version_of_each_package() -> None:
    names = [canonicalize_name(requirement.name) for requirement, _ in entries()]
    assert sorted(set(names)) == sorted(names)


def test_what_the_project_asks_for_is_locked() -> None:
    locked = {canonicalize_name(r.name): r for r, _ in entries()}
    for text in DECLARED + PYPROJECT["build-system"]["requires"]:
        wanted = Requirement(text)
        pin = locked[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(next(iter(pin.specifier)).version), (text, str(pin))


def test_limits_hold() -> None:
    locked = {canonicalize_name(r.name): next(iter(r.specifier)).version for r, _ in entries()}
    lines = (PROJECT / "src/setup/constraints.txt").read_text(encoding="utf-8").splitlines()
    limits = [Requirement(line) for line in lines if line and not line.startswith("#")]
    assert limits
    for limit in limits:
        assert limit.specifier.contains(locked[canonicalize_name(limit.name)])


@pytest.mark.parametrize("name", [Requirement(text).name for text in DECLARED])
def test_each_dependency_has_its_reason(name: str) -> None:
    assert re.search(rf'^    "{re.escape(name)}[^"]*", +# \S.{{4,}}$', PYPROJECT_TEXT, re.MULTILINE)


def test_environment_file_pins_what_the_lock_pins(lock: SimpleNamespace) -> None:
    text = (PROJECT / "environment.yml").read_text(encoding="utf-8")
    assert text == lock.environment(LOCK), "environment.yml is not the lock's: make lock"
    environment = yaml.safe_load(text)
    *conda, pip = environment["dependencies"]
    assert environment["channels"] == ["conda-forge", "nodefaults"]
    assert conda == ["python>=3.11,<3.15", "pip"]
    assert pip["pip"][-1] == "-e ."
    assert [Requirement(item) for item in pip["pip"][:-1]] == [requirement for requirement, _ in entries()]


def test_environment_file_takes_the_interpreters_of_the_project() -> None:
    assert PROJECT_TABLE["requires-python"] == ">=3.11,<3.15"
