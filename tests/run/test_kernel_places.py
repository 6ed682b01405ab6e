"""Kernels: progress notes, settings that do not leak in, sockets in a short folder."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.run import environment, kernels, progress
from helpers.run.imports import without


@given(st.integers(1, 10**9), st.data())
def test_progress_that_was_noted_is_read(total, data):
    done = data.draw(st.integers(0, total))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        file = Path(folder, "progress")
        patch.setenv(progress.PROGRESS_VARIABLE, str(file))
        progress.report(total, total)
        assert progress.read(file) == (total, total)
        progress.report(done, total)
        noted = progress.read(file)
        assert noted == (done, total) or (done % max(1, total // progress.STEPS) and noted == (total, total))


def test_without_a_watcher_nothing_is_noted(tmp_path, monkeypatch):
    monkeypatch.delenv(progress.PROGRESS_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    progress.report(1, 2)
    assert list(tmp_path.iterdir()) == []
    assert progress.read(tmp_path / "none") is None
    (tmp_path / "half").write_text("1")
    assert progress.read(tmp_path / "half") is None


def test_the_users_settings_do_not_reach_the_notebooks(tmp_path, monkeypatch):
    for name, value in {
        "BANGGIAO_GOLD": "/old",
        "PYTHONOPTIMIZE": "1",
        "PYTHONHASHSEED": "random",
        "MPLBACKEND": "svg",
        "TZ": "Asia/Tokyo",
        "MPLCONFIGDIR": "/proc/none",
        "KEPT": "yes",
    }.items():
        monkeypatch.setenv(name, value)
    own = environment.variables(tmp_path / "run", tmp_path / "texts", None)
    made = environment.environment(own, tmp_path, tmp_path / "progress")
    assert "BANGGIAO_GOLD" not in made
    assert "PYTHONOPTIMIZE" not in made
    assert made["BANGGIAO_RUN"] == str(tmp_path / "run")
    assert made["BANGGIAO_CORPUS"] == str(tmp_path / "texts")
    assert made["PYTHONHASHSEED"] == "0"
    assert made["MPLBACKEND"] == "module://matplotlib_inline.backend_inline"
    assert (made["TZ"], made["KEPT"]) == ("UTC", "yes")
    assert Path(made["MPLCONFIGDIR"]).parent == tmp_path  # where the user's cannot be written
    assert Path(made["MATPLOTLIBRC"]).read_text() == ""


def test_sockets_lie_in_a_short_folder_even_where_temporary_files_do_not(tmp_path, monkeypatch):
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with kernels.Kernels(tmp_path, {}) as pool:
        assert len(os.fsencode(pool.folder)) < 90
        manager = pool.take()
        assert manager.transport == "ipc"
        process = manager.provisioner.process
        assert process.poll() is None
    assert process.returncode is not None
    assert not pool.folder.exists()
    assert list(deep.iterdir()) == []


def test_a_module_can_be_left_out_for_a_while():
    with without("wave"), pytest.raises(ImportError):
        import wave
    import wave

    with without("wave"):
        import wave as again
    assert again is wave
