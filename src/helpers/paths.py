"""Where things lie: anchored on this file, never on the current folder."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent.parent
SEEDS = PROJECT / "seeds"
NOTEBOOKS = PROJECT / "notebooks"
REPORTS = PROJECT / "reports"
LEXICON = PACKAGE / "lexicon"

RUN_VARIABLE = "BANGGIAO_RUN"
CORPUS_VARIABLE = "BANGGIAO_CORPUS"
GOLD_VARIABLE = "BANGGIAO_GOLD"


def run_folder() -> Path:
    """Folder of the current run: $BANGGIAO_RUN, or reports/lab when a notebook is opened by hand."""
    return Path(os.environ.get(RUN_VARIABLE) or REPORTS / "lab")


def corpus_folder() -> Path:
    """Folder, or single file, of the current corpus: $BANGGIAO_CORPUS, or the seeds."""
    return Path(os.environ.get(CORPUS_VARIABLE) or SEEDS)


def gold_folder(gold: str = "") -> Path | None:
    """Folder of the gold annotations: $BANGGIAO_GOLD, else `gold`, else the folder gold of the corpus, if there is one."""
    named = os.environ.get(GOLD_VARIABLE) or gold
    if named:
        return Path(named)
    beside = corpus_folder() / "gold"
    return beside if beside.is_dir() else None
