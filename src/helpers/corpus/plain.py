"""Text files: one text a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from helpers.corpus import sources
from helpers.corpus.sources import Content, Entry, Options, Problem, Source


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """The one entry of a .txt file."""
    yield Entry("", PurePosixPath(source.file).stem, lambda: _content(source, options))


def _content(source: Source, options: Options) -> Content | Problem:
    raw = sources.whole(source, options)
    if isinstance(raw, Problem):
        return raw
    decoded = sources.decode(raw, options.encoding)
    return decoded if isinstance(decoded, Problem) else Content(decoded[0], sources.sha256(raw), decoded[1])
