"""The run that the tests of the report look at, and the browser that they look with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import example_run
import pytest
from playwright.sync_api import Browser, sync_playwright

from helpers import paths, report


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run made by hand, rendered."""
    run = example_run.write(tmp_path_factory.mktemp("example"))
    report.render(run, example_run.manifest())
    return run


@pytest.fixture(scope="session", params=["example", "seeds"])
def pages(request: pytest.FixtureRequest) -> Path:
    """The folder of a rendered run: the one made by hand, and the published one."""
    if request.param == "example":
        return request.getfixturevalue("example")
    if not (paths.REPORTS / "seeds" / "index.html").is_file():
        pytest.skip("reports/seeds has no pages; `make report` writes them")
    return paths.REPORTS / "seeds"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "no chromium; install it with: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()
