"""How long a run on the seeds takes, how many texts are annotated in a second, and how long names take beside
underthesea's `ner` on the same sentences. Prints figures, asserts nothing.

The many texts are made here: the lines of the seeds, drawn anew for each text from a seeded random generator.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from helpers import __version__, engines, reading
from helpers.annotate import annotate
from helpers.corpus import readers, zones
from helpers.corpus.readers import Document
from helpers.entities import mentions
from helpers.evaluation import stock
from helpers.language import sentences
from helpers.parameters import check
from helpers.paths import SEEDS
from helpers.text import count_words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=400, help="how many texts to annotate (default 400)")
    parser.add_argument("--runs", type=int, default=3, help="how often to run the seeds (default 3)")
    parser.add_argument("--names", type=int, default=20, help="in how many texts names are timed (default 20)")
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    print(f"Bang giao {__version__}, Python {platform.python_version()}, {platform.machine()}, {cores} cores")
    time_runs(options.runs)
    corpus = synthetic(options.texts)
    for processes in sorted({1, cores}):
        time_annotation(corpus, processes)
    time_names([document.text for document in corpus[: options.names]])


def time_runs(runs: int) -> None:
    """Print the seconds of whole runs on the seeds, and of each notebook in the last."""
    banggiao = Path(sys.executable).with_name("banggiao")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, runs + 1):
            started = time.perf_counter()
            subprocess.run([banggiao, "run", "--out", f"{folder}/seeds"], check=True, stdout=subprocess.DEVNULL)
            print(f"run {number} on the seeds: {time.perf_counter() - started:.1f} s")
        if runs:
            environment = json.loads(Path(folder, "seeds/environment.json").read_text(encoding="utf-8"))
            each = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in sorted(environment["seconds"].items()))
            print(f"of which the notebooks: {each}")


def synthetic(texts: int) -> list[Document]:
    """As many texts as asked for, each of the length of a seed, the same ones every time."""
    corpus = readers.read(SEEDS, max_document_chars=check({}).max_document_chars)
    seeds = [item for item in readers.items(corpus) if isinstance(item, Document)]
    lines = [line for seed in seeds for line in seed.text.split("\n") if line.strip()]
    draw = random.Random(check({}).seed)
    made = []
    for number in range(texts):
        text = "\n".join(draw.sample(lines, k=len(lines) // len(seeds)))
        made.append(seeds[0]._replace(doc_id=f"b{number:06}", file=f"b{number:06}.txt", text=text, given={}))
    return made


def time_annotation(corpus: list[Document], processes: int) -> None:
    """Print texts and words a second over so many processes."""
    words = sum(count_words(document.text) for document in corpus)
    reading.document_rows(corpus[0])  # models and lexicons are loaded once
    started = time.perf_counter()
    rows = sum(
        len(some)
        for part in engines.over_documents(reading.document_rows, corpus, total=len(corpus), processes=processes)
        for some in part.values()
    )
    seconds = time.perf_counter() - started
    rate = f"{len(corpus) / seconds:.0f} texts and {words / seconds:.0f} words a second"
    print(
        f"annotation of {len(corpus)} texts, {processes} process{'es' * (processes > 1)}: {seconds:.1f} s, {rate}, {rows} rows"
    )


def time_names(texts: list[str]) -> None:
    """Print the seconds of underthesea's `ner`, of the mention pass and of the whole annotation on the same texts.

    `ner` and the mention pass are given the same sentences, already split; `ner` segments and tags their words itself.
    """
    cut = [(text, segments, sentences.split(text, segments)) for text in texts for segments in [zones.segment(text)]]
    stock.stock_mentions(*cut[0][::2])  # the model is loaded once
    annotate(texts[0])
    ner = _seconds(lambda: [stock.stock_mentions(text, spans) for text, _, spans in cut])
    ours = _seconds(lambda: [mentions.find(text, segments, spans) for text, segments, spans in cut])
    whole = _seconds(lambda: [annotate(text) for text in texts])
    print(f"names in {len(texts)} texts, the same sentences: underthesea ner {ner:.2f} s")
    print(f"mention pass {ours:.2f} s, {ner / ours:.1f} times as fast as ner")
    print(f"whole annotation {whole:.2f} s, {ner / whole:.1f} times as fast as ner alone")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
