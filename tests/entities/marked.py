"""Sentences with marks, for tests: [TYPE surface] or [TYPE=key surface] around each mention."""

from __future__ import annotations

import re

from helpers.entities import mentions
from helpers.spans import Mention, Segment
from helpers.text import normalise

MARK = re.compile(r"\[(PER|ROLE|ORG|LOC|DATE|DOC|EVENT)(?:=([^\s\]_]+(?:_[^\s\]_]+)*))? ([^\[\]]+)\]")


def read(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The plain text and its mentions (start, end, type, key; "" where no key is given; `_` in keys is a space)."""
    text, found, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        surface = match.group(3)
        found.append((len(text), len(text) + len(surface), match.group(1), (match.group(2) or "").replace("_", " ")))
        text += surface
        last = match.end()
    return text + marked[last:], found


def segments(text: str, zone: str = "body") -> tuple[Segment, ...]:
    """One segment a line, all in one zone."""
    out, start = [], 0
    for line in text.splitlines(keepends=True):
        out.append(Segment(start, start + len(line), zone, "test"))
        start += len(line)
    return tuple(out)


def find(text: str, zone: str = "body") -> tuple[Mention, ...]:
    text = normalise(text)
    return mentions.find(text, segments(text, zone), ())


def assert_marked(marked: str, zone: str = "body") -> None:
    """What is found in the text without marks is exactly what is marked; keys are compared where one is given."""
    text, wanted = read(normalise(marked))
    found = find(text, zone)
    assert [(text[a:b], kind) for a, b, kind, _ in wanted] == [(m.text, m.type) for m in found]
    assert [(a, b) for a, b, _, _ in wanted] == [(m.start, m.end) for m in found]
    for (_, _, _, key), mention in zip(wanted, found, strict=True):
        assert not key or key.casefold() == mention.entity.casefold()
