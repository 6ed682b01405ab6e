"""Text zones: a segment for each line, or part of a line, that plays one role in a news page (codebook, section 1).

Lines that tell their zone by themselves (`zone_cues`) come first; the others get theirs from where they stand: at the
head of the page, among photos, at its foot. In doubt a line is body: a mention in boilerplate would be lost.
"""

from __future__ import annotations

from helpers.corpus import captions, feet, heads, line_parts, zone_cues
from helpers.corpus.cues import Zone
from helpers.corpus.lines import split
from helpers.spans import Segment


def segment(text: str) -> tuple[Segment, ...]:
    """Return segments that tile the normalised `text`, each with its zone and the rule that named it.

    A segment is a line, with the blank lines after it, or a part of one (an agency's credit at its start, the credit
    of a photo at its end). An empty text has none. Takes time linear in the text.
    """
    lines = split(text)
    zones = [zone_cues.of_line(line.text) for line in lines]
    feet.lists(lines, zones)
    heads.name(lines, zones)
    feet.sections(lines, zones)
    captions.name(lines, zones)
    feet.links(lines, zones)
    feet.name(lines, zones)
    out: list[Segment] = []
    for line, zone in zip(lines, zones, strict=True):
        out += line_parts.cut(text, line.start, line.end, zone or Zone("body", "running text"), first=not out)
    return tuple(out)
