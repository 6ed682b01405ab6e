"""Sentences of a text, by punctuation and the shape of what follows."""

from __future__ import annotations

import re

from helpers.spans import Segment, Sentence

_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)|\n+")


def split(text: str, segments: tuple[Segment, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of the normalised `text`, each inside one segment and without outer white space."""
    out: list[Sentence] = []
    for segment in segments:
        begin = segment.start
        for end in [*(m.end() for m in _END.finditer(text, segment.start, segment.end)), segment.end]:
            piece = text[begin:end]
            if piece.strip():
                start = begin + len(piece) - len(piece.lstrip())
                out.append(Sentence(start, start + len(piece.strip()), segment.zone))
            begin = end
    return tuple(out)
