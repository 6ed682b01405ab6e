"""The environment variables of the kernels: nothing of the user's settings may change what a notebook computes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from helpers import paths
from helpers.run.progress import PROGRESS_VARIABLE

_DROPPED = {
    "PYTHONWARNINGS",
    "PYTHONSTARTUP",
    "PYTHONIOENCODING",
    "PYTHONINSPECT",
    "PYTHONOPTIMIZE",
    "FORCE_COLOR",
    paths.RUN_VARIABLE,
    paths.CORPUS_VARIABLE,
    paths.GOLD_VARIABLE,
}
_FIXED = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    # one thread: sums of floating-point numbers in one order
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # large arrays are given back to the system when they are freed, a sixth less memory for 5,000 texts
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_MMAP_THRESHOLD_": "1048576",
}


def variables(run: Path, corpus: Path, gold: Path | None) -> dict[str, str]:
    """The variables from which helpers in a notebook know their run."""
    known = {paths.RUN_VARIABLE: str(run), paths.CORPUS_VARIABLE: str(corpus)}
    return known | ({paths.GOLD_VARIABLE: str(gold)} if gold else {})


def environment(own: dict[str, str], folder: Path, progress: Path) -> dict[str, str]:
    """The caller's environment made neutral, with `own` variables; `folder` takes the files that settings need,
    `progress` what `helpers.run.progress.report` notes."""
    settings = folder / "matplotlibrc"
    settings.touch()
    kept = {k: v for k, v in os.environ.items() if k not in _DROPPED}
    return {
        **kept,
        **_FIXED,
        "IPYTHONDIR": str(folder / "ipython"),
        "MATPLOTLIBRC": str(settings),
        "MPLCONFIGDIR": _matplotlib_cache(folder),
        PROGRESS_VARIABLE: str(progress),
        **own,
    }


def _matplotlib_cache(folder: Path) -> str:
    """A folder where matplotlib keeps its list of fonts from run to run: the user's, else one inside `folder`."""
    named = os.environ.get("MPLCONFIGDIR")
    caches = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))  # noqa: PTH111 -- never fails
    cache = Path(named) if named else caches / "matplotlib"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=cache):
            return str(cache)
    except OSError:
        return str(folder / "matplotlib")
