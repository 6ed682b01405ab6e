"""Gold annotations: the text itself with inline marks, so that a person can read and correct it in any editor.

- mention: `[[TYPE|entity key|surface]]`, the key left empty where it equals the surface
- act: `{{ACT|source;source|target;target|surface}}`, empty lists left empty
Marks neither nest nor overlap; taken away, they give back the normalised text, a final newline apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from helpers import schemas
from helpers.cells import joined
from helpers.errors import CorpusError
from helpers.spans import ACT_CLASSES, MENTION_TYPES
from helpers.text import normalise

ENDING = ".ann"
_MARK = re.compile(
    r"\[\[(?P<type>\w+)\|(?P<entity>[^\[\]|]*)\|(?P<named>[^\[\]|]+)\]\]"
    r"|\{\{(?P<act>\w+)\|(?P<source>[^{}|]*)\|(?P<target>[^{}|]*)\|(?P<said>[^{}|]+)\}\}"
)
_STRAY = re.compile(r"\[\[|\]\]|\{\{|\}\}")


class GoldMention(NamedTuple):
    """A mention, [start, end) in the text without marks; `entity` is its key."""

    start: int
    end: int
    text: str
    type: str
    entity: str


class GoldAct(NamedTuple):
    """An act, [start, end) of its predicate; `source` and `target` are entity keys, sorted."""

    start: int
    end: int
    text: str
    act: str
    source: tuple[str, ...]
    target: tuple[str, ...]


class GoldDocument(NamedTuple):
    """The text without marks, and what was marked, in text order."""

    text: str
    mentions: tuple[GoldMention, ...]
    acts: tuple[GoldAct, ...]


def parse(annotated: str, name: str = "gold") -> GoldDocument:
    """Return the annotations of a text with marks, normalised first (NFC, line ends).

    Raises CorpusError, naming `name`, line and place, for an unknown label or a mark that is not whole.
    """
    annotated = normalise(annotated)
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    acts: list[GoldAct] = []
    length = last = 0
    for mark in _MARK.finditer(annotated):
        between = annotated[last : mark.start()]
        _refuse_stray(annotated, last, mark.start(), name)
        surface = mark["named"] or mark["said"]
        length += len(between)
        start, end = length, length + len(surface)
        if mark["type"]:
            _known(mark["type"], MENTION_TYPES, "mention type", name, annotated, mark.start())
            mentions.append(GoldMention(start, end, surface, mark["type"], mark["entity"] or surface))
        else:
            _known(mark["act"], ACT_CLASSES, "act", name, annotated, mark.start())
            acts.append(
                GoldAct(start, end, surface, mark["act"], split_keys(mark["source"]), split_keys(mark["target"]))
            )
        pieces += [between, surface]
        length, last = end, mark.end()
    _refuse_stray(annotated, last, len(annotated), name)
    pieces.append(annotated[last:])
    return GoldDocument("".join(pieces), tuple(mentions), tuple(acts))


def mark_up(document: GoldDocument) -> str:
    """Return the text with its marks: the inverse of `parse`."""
    marks = [
        (m.start, m.end, f"[[{m.type}|{'' if m.entity == m.text else m.entity}|{m.text}]]") for m in document.mentions
    ]
    marks += [
        (a.start, a.end, f"{{{{{a.act}|{';'.join(a.source)}|{';'.join(a.target)}|{a.text}}}}}") for a in document.acts
    ]
    pieces, last = [], 0
    for start, end, mark in sorted(marks):
        pieces += [document.text[last:start], mark]
        last = end
    return "".join([*pieces, document.text[last:]])


def split_keys(cell: str) -> tuple[str, ...]:
    """Return the entity keys of a list joined by ";", stripped and sorted."""
    return tuple(sorted(key.strip() for key in cell.split(";") if key.strip()))


def read(folder: Path, texts: Mapping[str, str] | None = None) -> dict[str, GoldDocument]:
    """Return the gold annotation of every `.ann` file of a folder, by doc_id (the file name without its ending).

    Where `texts` (normalised, by doc_id) are given, documents that are not among them are left out, and each text
    without marks must equal the one given, a final newline apart. Raises CorpusError naming file and place, and for a
    folder that is missing or holds no such file.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder of gold annotations; give one that holds DOC_ID{ENDING} files")
    files = sorted(folder.glob(f"*{ENDING}"))
    if not files:
        raise CorpusError(f"{folder}: holds no gold annotation; name the files DOC_ID{ENDING}")
    out = {}
    for path in files:
        if texts is not None and path.stem not in texts:
            continue
        try:
            annotated = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise CorpusError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None
        document = parse(annotated, str(path))
        if texts is not None:
            _same(document.text, texts[path.stem], str(path))
        out[path.stem] = document
    return out


def tables(gold: Mapping[str, GoldDocument]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the tables `gold_mentions` and `gold_acts`."""
    mentions = [{"doc_id": doc} | m._asdict() for doc, document in sorted(gold.items()) for m in document.mentions]
    acts: list[dict[str, Any]] = [
        {"doc_id": doc} | a._asdict() | {"source": joined(a.source), "target": joined(a.target)}
        for doc, document in sorted(gold.items())
        for a in document.acts
    ]
    return _frame("gold_mentions", mentions), _frame("gold_acts", acts)


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows)[list(schemas.table(name).columns)] if rows else schemas.empty(name)


def _place(text: str, at: int) -> str:
    line = text.count("\n", 0, at) + 1
    return f"line {line}, column {at - text.rfind(chr(10), 0, at)}"


def _refuse_stray(text: str, start: int, end: int, name: str) -> None:
    stray = _STRAY.search(text, start, end)
    if stray:
        near = text[max(start, stray.start() - 20) : stray.end() + 30].replace("\n", "⏎")
        raise CorpusError(
            f"{name}, {_place(text, stray.start())}: {stray.group()} is no whole mark, near {near!r}; "
            "write [[TYPE|key|words]] or {{ACT|sources|targets|words}}, without one inside another"
        )


def _known(label: str, labels: tuple[str, ...], what: str, name: str, text: str, at: int) -> None:
    if label not in labels:
        raise CorpusError(f"{name}, {_place(text, at)}: {label} is no {what}; use one of {', '.join(labels)}")


def _same(found: str, wanted: str, name: str) -> None:
    found, wanted = found.rstrip("\n"), wanted.rstrip("\n")
    if found == wanted:
        return
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), min(len(found), len(wanted)))
    raise CorpusError(
        f"{name}: without its marks it differs from the text at {_place(found, at)}: "
        f"{found[at : at + 20]!r} where the text has {wanted[at : at + 20]!r}; correct the annotation, not the text"
    )
