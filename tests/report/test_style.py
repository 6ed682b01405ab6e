"""Colours of the pages: every text on every ground, light and dark, with a contrast of 4.5 and more (WCAG 2.2, AA)."""

from __future__ import annotations

import re

import pytest

from helpers.report.site import ASSETS

CSS = (ASSETS / "report.css").read_text("utf-8")
_VARIABLE = re.compile(r"--(\w+): (#[0-9a-f]{6})")
LIGHT, DARK = (dict(_VARIABLE.findall(block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2])

WORDS = ("ink", "soft", "accent")
CODE = ("person", "body", "place")
PAIRS = [
    *((word, ground) for word in WORDS for ground in ("paper", "tint", "here")),
    *((word, "tint") for word in CODE),
    ("ink", "act"),
    ("soft", "act"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_contrast(colours: dict[str, str], word: str, ground: str) -> None:
    dark, light = sorted((luminance(colours[word]), luminance(colours[ground])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["person", "body", "place", "date", "paperwork"])
def test_lines_under_names_can_be_seen(colours: dict[str, str], line: str) -> None:
    dark, light = sorted((luminance(colours[line]), luminance(colours["paper"])))
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_nothing_is_loaded_from_anywhere() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_types_of_names_differ_by_more_than_colour() -> None:
    """Each has a line of its own kind or shares it only with a type of another colour; and all have labels."""
    kinds = re.findall(
        r"\.name\.([A-Z]+) \{ text-decoration-color: var\(--(\w+)\);(?: text-decoration-style: (\w+);)?", CSS
    )
    assert len(kinds) == 7
    assert len({(colour, style) for _, colour, style in kinds}) == 7
    assert "attr(data-label)" in CSS
