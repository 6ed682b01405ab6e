"""Text zones: a segment for each line, or part of a line, that plays one role in a news page (codebook, section 1)."""

from __future__ import annotations

import re

from helpers.spans import Segment

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


def segment(text: str) -> tuple[Segment, ...]:
    """Return segments that tile the normalised `text`, each with its zone and the rule that named it."""
    out: list[Segment] = []
    for number, line in enumerate(_LINE.finditer(text)):
        zone = (
            "headline"
            if number == 0 and len(line.group()) < 160 and not line.group().rstrip().endswith(".")
            else "body"
        )
        out.append(Segment(line.start(), line.end(), zone, "position"))
    return tuple(out)
