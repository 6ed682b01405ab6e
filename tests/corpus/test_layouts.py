"""Layouts of many outlets (layouts.txt): the zone of every line or part of one, and the day of publication.

The layouts were written in four rounds, the last three of twenty each before the rules were run on them, which were
mended after each. Right at the first run were 179 of 212 parts (84 %) and 19 of 20 days in the second round, 175 of 210
parts (83 %) and 19 of 20 days in the third, and 165 of 172 parts (96 %) and all 20 days in the last.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from helpers.corpus import metadata, zones

CODES = {
    "K": "kicker", "H": "headline", "Y": "byline", "L": "lede", "B": "body", "C": "caption", "X": "boilerplate",
}  # fmt: skip
SIGNS = " \n\u00a0|-–—.,()[]"  # between two parts they may belong to either


class Layout(NamedTuple):
    name: str
    published: str
    flags: str
    known: str
    text: str
    parts: tuple[tuple[int, int, str], ...]  # start, end, zone


def _read() -> list[Layout]:
    _, *pages = re.split(r"^### ", (Path(__file__).parent / "layouts.txt").read_text(encoding="utf-8"), flags=re.M)
    return [_layout(*page.split("\n", 1)) for page in pages]


def _layout(head: str, body: str) -> Layout:
    name, told, *known = head.split(" | ")
    fields = dict(field.split("=", 1) for field in told.split())
    text, parts = "", []
    _, *pieces = re.split(r"\[([KHYLBCX])\]", body.rstrip("\n"))
    for code, piece in zip(pieces[::2], pieces[1::2], strict=True):
        parts.append((len(text), len(text) + len(piece), CODES[code]))
        text += piece
    reason = known[0].removeprefix("known=") if known else ""
    return Layout(name, fields["published"], fields.get("flags", ""), reason, text, tuple(parts))


LAYOUTS = _read()


def _param(layout: Layout) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=layout.known)] if layout.known else []
    return pytest.param(layout, id=layout.name, marks=marks)


def _zones_of(text: str) -> list[str]:
    return [segment.zone for segment in zones.segment(text) for _ in range(segment.start, segment.end)]


@pytest.mark.parametrize("layout", [_param(layout) for layout in LAYOUTS])
def test_zones(layout: Layout) -> None:
    found = _zones_of(layout.text)
    wrong = []
    for start, end, zone in layout.parts:
        part = layout.text[start:end]
        inner = part.strip(SIGNS) or part.strip()
        at = start + part.index(inner)
        if set(found[at : at + len(inner)]) != {zone}:
            wrong.append((part.strip(), zone, sorted(set(found[at : at + len(inner)]))))
    assert wrong == []


@pytest.mark.parametrize("layout", [pytest.param(layout, id=layout.name) for layout in LAYOUTS])
def test_day_of_publication(layout: Layout) -> None:
    found = metadata.find(layout.text, zones.segment(layout.text))
    assert (found["published_at"].value, ";".join(metadata.flags(found))) == (layout.published, layout.flags)


@pytest.mark.parametrize("layout", [pytest.param(layout, id=layout.name) for layout in LAYOUTS[:10]])
def test_blank_lines_between_paragraphs_play_no_part(layout: Layout) -> None:
    spaced = layout.text.replace("\n", "\n\n")
    assert _lines(spaced) == _lines(layout.text)


def _lines(text: str) -> list[tuple[str, str]]:
    return [(segment.zone, text[segment.start : segment.end].strip()) for segment in zones.segment(text)]


def test_there_are_layouts_of_many_kinds() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 60
    assert {zone for layout in LAYOUTS for _, _, zone in layout.parts} == set(CODES.values())
