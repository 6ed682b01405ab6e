"""All mentions of a document: persons, offices, bodies, places, dates, documents, events (codebook, section 2)."""

from __future__ import annotations

import re
from functools import cache

from helpers import lexicon
from helpers.language import dates
from helpers.spans import MENTION_ZONES, Mention, Segment, Sentence

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĐĨŨƠƯẠ-Ỹ"
_ROLE = re.compile(
    r"\b(?:[Pp]hó |[Cc]ựu )?(?:[Tt]hủ tướng|[Tt]ổng thống|[Cc]hủ tịch (?:nước|[Qq]uốc hội|[HT]hượng viện|Hạ viện)|[Cc]hủ tịch"
    r"|[Tt]ổng [Bb]í thư|(?:[Bb]ộ|[Tt]hứ) trưởng(?: (?:Bộ )?(?:Ngoại giao|Quốc phòng|Công an|Công Thương))?"
    r"|[Nn]goại trưởng|[Đđ]ại sứ|[Nn]gười phát ngôn Bộ Ngoại giao|[Qq]uốc vương|Ủy viên Bộ Chính trị|Thường trực Ban Bí thư)\b"
)
_ORG = re.compile(r"\b(?:[Bb]ộ Ngoại giao|[Cc]hính phủ|[Qq]uốc hội|ASEAN|Liên [Hh](?:ợp|iệp) [Qq]uốc|TTXVN|APEC|EU)\b")
_NAME = re.compile(rf"[{_UPPER}][\w’'-]*(?: [{_UPPER}][\w’'-]*){{0,4}}")
_HONORIFIC = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Nn]gài)\s$")


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {row["entry"]: row["iso"] for row in lexicon.load("countries") if row["category"] == "name"}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(codes, key=len, reverse=True))) + r")\b"), codes


def find(text: str, segments: tuple[Segment, ...], sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the mentions of a normalised `text`, sorted and without overlap, in the zones that carry mentions.

    Each has its type and the codebook key of its entity; offsets are code points of `text`.
    """
    pattern, codes = _countries()
    taken = bytearray(len(text) + 1)
    for segment in segments:
        if segment.zone not in MENTION_ZONES:
            taken[segment.start : segment.end] = b"\1" * (segment.end - segment.start)
    found: list[Mention] = []

    def add(start: int, end: int, kind: str, entity: str, rule: str) -> None:
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(Mention(start, end, text[start:end], kind, entity or text[start:end], rule))

    for span in dates.find(text):
        add(span.start, span.end, "DATE", "", "date")
    for match in _ROLE.finditer(text):
        add(*match.span(), "ROLE", "", "office")
    for match in _ORG.finditer(text):
        add(*match.span(), "ORG", "", "body")
    for match in pattern.finditer(text):
        add(*match.span(), "LOC", codes[match.group()], "country")
    ends = {mention.end for mention in found if mention.type in ("ROLE", "LOC")}
    for match in _NAME.finditer(text):
        if match.start() - 1 in ends or _HONORIFIC.search(text[max(0, match.start() - 10) : match.start()]):
            add(*match.span(), "PER", "", "after office")
    return tuple(sorted(found))
