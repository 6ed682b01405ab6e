"""The bench prints its figures; how large they are is nobody's test."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from helpers.paths import PROJECT


@pytest.mark.once
def test_bench_prints_its_figures() -> None:
    command = [sys.executable, PROJECT / "bench/bench.py", "--runs", "0", "--texts", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert re.search(
        r"^annotation of 3 texts, 1 process: [\d.]+ s, \d+ texts and \d+ words a second", done.stdout, re.MULTILINE
    )
    assert done.stderr == ""
