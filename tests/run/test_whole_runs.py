"""Whole runs: what comes out, twice the same, and what is left when one stops."""

import json
import os
import pty
import signal
import subprocess
import termios
import time

import nbformat
import psutil
import pytest
from conftest import contents

from helpers.run import exchange, manifest
from helpers.run.interrupts import StoppedError


def test_a_run_holds_executed_notebooks_tables_pages_and_its_manifest(finished):
    run = finished.reports / "texts"
    assert (run / "tables" / "one.csv").read_text() == "quan hệ,5,['Hai bên nhất trí.'],False"
    assert (run / "index.html").is_file()
    assert (run / "02_two.html").is_file()
    record = manifest.read(run)
    assert list(record.notebooks) == ["01", "02", "03"]
    assert set(record.notebooks["02"].outputs) == {"notebooks/02_two.ipynb", "tables/two.csv"}
    assert record.corpus.name == "texts"
    assert record.parameters["node"] == "quan hệ"
    assert record.changed == ()
    listed = {**record.outputs, **record.pages}
    assert set(listed) == set(contents(run)) - {"run.json"}
    assert [p.name for p in finished.reports.iterdir()] == ["texts"]  # nothing is left beside it


def test_no_output_names_a_path_of_this_machine(finished):
    run = finished.reports / "texts"
    one = nbformat.read(run / "notebooks" / "01_one.ipynb", as_version=4)
    assert one.cells[3].outputs[0].text == "tables in RUN/tables texts in CORPUS\n"
    for path, data in contents(run).items():
        assert str(finished.folder).encode() not in data, path


def test_two_runs_are_the_same_bytes_whatever_the_users_settings(finished, copy, tmp_path):
    settings = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "MPLBACKEND": "svg", "COLUMNS": "40", "HOME": str(tmp_path)}
    done = copy.banggiao("run", "--corpus", "texts", "--out", "elsewhere {1}", env=os.environ | settings)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == str(copy.folder / "elsewhere {1}" / "index.html")
    assert done.stderr == ""  # no bar where nobody looks
    assert contents(copy.folder / "elsewhere {1}") == contents(finished.reports / "texts")


def test_parameters_reach_the_notebooks_readable_and_give_the_run_its_name(project):
    gold = project.folder / "my gold"
    gold.mkdir()
    (gold / "a.ann").write_text("Hai bên nhất trí.", encoding="utf-8")
    run = project.run('node=“hòa bình” \\ "', "window=3", "gold=my gold", last="01")
    assert run.parent == project.reports / "partial"
    assert run.name.startswith("texts-")
    assert len(run.name) == len("texts-") + 6
    assert (run / "tables" / "one.csv").read_text() == "“hòa bình” \\ \",3,['Hai bên nhất trí.'],True"
    one = nbformat.read(run / "notebooks" / "01_one.ipynb", as_version=4)
    injected = [c for c in one.cells if "injected-parameters" in c.metadata.get("tags", [])]
    assert [c.source for c in injected] == ['# Parameters of this run\nwindow = 3\nnode = "“hòa bình” \\\\ \\""']
    record = manifest.read(run)
    assert record.parameters["gold"] == "my gold"
    assert record.gold.files == 1
    assert str(project.folder) not in (run / "run.json").read_text()


FAULTS = [
    ("1 / 0", "02_two, “The weak spot”: ZeroDivisionError: division by zero"),
    (
        "from helpers.errors import TableError\nraise TableError('acts.parquet is missing')",
        "02_two, “The weak spot”: acts.parquet is missing",
    ),
    ("x = = 1", "02_two, “The weak spot”: SyntaxError: invalid syntax"),
    ("raise SystemExit(0)", "02_two, “The weak spot”: the cell ends the notebook with SystemExit"),
    ("import os\nos._exit(1)", "02_two, “The weak spot”: the kernel died"),
]


@pytest.mark.parametrize(("code", "message"), FAULTS)
def test_a_failing_cell_is_named_and_the_old_report_stays(copy, code, message):
    before = contents(copy.reports / "texts")
    (copy.notebooks / "03_three.ipynb").unlink()
    copy.write("02_two", "# Two", "## The weak spot\n```\n# no heading\n```", code, "## Later", "print('never')")
    with pytest.raises(StoppedError) as stopped:
        copy.run(first="02")
    kept = copy.reports / ".failed" / "texts"
    assert str(stopped.value).startswith(message)
    assert f"kept in {kept}; {copy.reports / 'texts'} is as it was" in str(stopped.value)
    assert "\x1b" not in str(stopped.value)
    assert stopped.value.code == 1
    assert contents(copy.reports / "texts") == before
    assert "The weak spot" in (kept / "notebooks" / "02_two.ipynb").read_text()
    assert not exchange.building(copy.reports / "texts").exists()


def test_what_cells_write_to_stderr_is_told(copy):
    copy.write("03_three", "# Three", "## Doubts", "import warnings\nwarnings.warn('odd numbers', stacklevel=1)")
    copy.run(first="03")
    assert copy.told == ["03_three, “Doubts” warns: UserWarning: odd numbers"]


SLEEP = """
import re, subprocess
from helpers import paths
worker = subprocess.Popen(["sleep", "60"])
(paths.run_folder() / "asleep").touch()
re.match(r"(a+)+$", "a" * 40 + "b")  # holds the interpreter for longer than anyone waits
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_ended_run_leaves_the_report_as_it_was_and_no_process(copy, number):
    before = contents(copy.reports / "texts")
    copy.write("02_two", "# Two", "## A long wait", SLEEP)
    target, build = copy.reports / "texts", copy.reports / ".texts.building"
    temporary = copy.folder / "t"
    temporary.mkdir()
    options = {"cwd": copy.folder, "stderr": subprocess.PIPE, "text": True, "env": os.environ | {"TMPDIR": temporary}}
    with subprocess.Popen(copy.command("run", "--corpus", "texts"), **options) as driver:
        _wait_for((build / "asleep").exists)
        assert len(_processes(build)) >= 3  # two kernels and a worker
        if number == signal.SIGINT:
            second = copy.banggiao("run", "--corpus", "texts")
            assert second.returncode == 2
            assert f"another run (process {driver.pid}) is writing there" in second.stderr
        driver.send_signal(number)
        _, said = driver.communicate(timeout=20)
    _wait_for(lambda: not _processes(build) and not any(temporary.iterdir()))
    assert contents(target) == before
    kept = copy.reports / ".failed" / "texts"
    if number == signal.SIGKILL:  # nobody was left to put things in order: the next run does
        assert driver.returncode == -signal.SIGKILL
        copy.write("02_two", "# Two")
        copy.run()
        assert copy.told == [f"An earlier run into {target} was killed; what it had made is kept in {kept}."]
        assert not build.exists()
    else:
        assert driver.returncode == 128 + number
        assert said == (
            f"Error: Interrupted in 02_two, “A long wait”. What there is of the run is kept in {kept}; "
            f"{target} is as it was.\n"
        )
    assert (kept / "tables" / "one.csv").is_file()


def _wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def _processes(build):
    """The living processes that were started for a build: kernels, their guards, their workers."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("BANGGIAO_RUN") == str(build) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found


WORK = """
import time
from helpers.run import progress
for done in range(1, 9):
    progress.report(done, 8)
    time.sleep(0.1)
"""


def test_on_a_terminal_notebook_cell_and_documents_are_shown(copy):
    copy.write("03_three", "# Three", WORK)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    with subprocess.Popen(
        copy.command("run", "--corpus", "texts", "--from", "3"), cwd=copy.folder, stdout=subprocess.PIPE, stderr=theirs
    ) as driver:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
    assert driver.returncode == 0
    assert b"03_three" in shown
    assert b" 1/2," in shown  # cells
    assert b"of 8 documents" in shown


def _read(terminal):
    try:
        return os.read(terminal, 10_000)
    except OSError:  # its other end is closed
        return b""


def test_a_run_whose_pages_fail_is_kept_too(copy):
    target = copy.reports / "texts"
    before = contents(target)
    copy.write("03_three", "# Three", "from helpers import paths\n(paths.run_folder() / 'index.html').mkdir()")
    with pytest.raises(StoppedError, match=r"rendering the pages: IsADirectoryError"):
        copy.run(first="03")
    assert contents(target) == before
    assert (copy.reports / ".failed" / "texts" / "index.html").is_dir()


def test_environment_stands_apart(finished):
    run = finished.reports / "texts"
    environment = json.loads((run / "environment.json").read_text())
    assert set(environment["seconds"]) == {"01", "02", "03"}
    assert "python" not in json.loads((run / "run.json").read_text())
