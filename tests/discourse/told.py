"""Sentences of our own in the format of the gold annotations, read as perfect input for the analysis of acts."""

from __future__ import annotations

from typing import NamedTuple

from helpers.annotate import annotate
from helpers.evaluation import gold
from helpers.spans import Act, Annotation, Mention

PM = "[[ROLE||Thủ tướng]] [[PER||Trần Văn Minh]]"
MINISTER = "[[ROLE||Bộ trưởng Ngoại giao]] [[LOC|SE|Thụy Điển]] [[PER||Anna Berg]]"
BERG = "[[ROLE||Bộ trưởng]] [[PER||Anna Berg]]"
SPOKESWOMAN = "[[ROLE||Người phát ngôn Bộ Ngoại giao]] [[PER||Lê Thu Hà]]"
VN, SE, LA = "[[LOC|VN|Việt Nam]]", "[[LOC|SE|Thụy Điển]]", "[[LOC|LA|Lào]]"


class Told(NamedTuple):
    """An act as a test speaks of it."""

    act: str
    text: str
    source: tuple[str, ...]
    target: tuple[str, ...]


def read(annotated: str) -> tuple[Annotation, list[Told]]:
    """The annotation of a text whose mentions are given, and the acts that its marks say are in it."""
    document = gold.parse(annotated)
    mentions = tuple(Mention(m.start, m.end, m.text, m.type, m.entity, "given") for m in document.mentions)
    wanted = [Told(a.act, a.text, a.source, a.target) for a in document.acts]
    return annotate(document.text, mentions=mentions), wanted


def told(acts: tuple[Act, ...]) -> list[Told]:
    """What was found, in the order of the text."""
    return [Told(a.act, a.text, a.source, a.target) for a in acts]
