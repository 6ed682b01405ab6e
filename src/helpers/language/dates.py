"""Dates as Vietnamese news writes them: where they stand, and which day, month, year or range they name.

The grammar stands in `date_grammar`, its words in `lexicon/dates.csv`; here the surroundings of a candidate decide
whether it is a date at all, and neighbouring dates become ranges. What counts follows the codebook (DATE, and the
first two rulings).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from helpers.language import date_values
from helpers.language.date_candidates import Candidate
from helpers.language.date_contexts import holds
from helpers.language.date_grammar import rules
from helpers.language.date_tokens import Chain, any_of, category, chains

_CLOCK = re.compile(r"\d[:hg]\d\d\Z")
_OFFSET = re.compile(r"[ \u00a0](?:GMT|UTC)[ ]?[+-]\d{1,2}(?!\w)")


class DateSpan(NamedTuple):
    """A date expression, [start, end), and the rule that found it."""

    start: int
    end: int
    rule: str = ""


def find(text: str) -> tuple[DateSpan, ...]:
    """Return every date expression in the normalised `text`, in order and without overlap."""
    spans: list[DateSpan] = []
    for chain in chains(text):
        at = 0
        while at < len(chain.tokens):
            name, length = _longest(text, chain, at, spans[-1].end if spans else -1)
            if length:
                spans.append(DateSpan(chain.tokens[at].start, chain.tokens[at + length - 1].end, name))
            at += length or 1
    return tuple(_with_offset(text, span) for span in _ranges(text, spans))


def _with_offset(text: str, span: DateSpan) -> DateSpan:
    """A date that ends in a time of the clock with the offset from Greenwich that follows without a bracket."""
    offset = _OFFSET.match(text, span.end)
    return span._replace(end=offset.end()) if offset and _CLOCK.search(text, span.start, span.end) else span


def resolve(expression: str, published: str, anchor: str = "") -> str:
    """Return what `expression` names: an ISO 8601 day, month, year, or a range "2024-03-31/2024-04-03".

    `published` is the date of the text, `anchor` the day last named before (for "cùng ngày"); both ISO 8601 or "".
    Days without a year are taken in the year that brings them nearest to `published`. "" where it cannot be told.
    """
    return date_values.resolve(expression, published, anchor)


def _longest(text: str, chain: Chain, at: int, last: int) -> tuple[str, int]:
    """Name and length in tokens of the longest rule that holds at token `at`; ("", 0) where none does."""
    matches = [(match.end() - at, rule) for rule in rules() if (match := rule.pattern.match(chain.letters, at))]
    for length, rule in sorted(matches, key=lambda item: -item[0]):
        if holds(rule, Candidate(text, chain.tokens, at, at + length, last)):
            return rule.name, length
    return "", 0


def _ranges(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """Join two dates that a connector makes one range, and a date with `đến nay`."""
    opening, joint, until_now = _connectors()
    out: list[DateSpan] = []
    for span in spans:
        first = out[-1] if out else None
        if first and _is_gloss(text, first, span):
            out[-1] = DateSpan(first.start, span.end + 1, first.rule)
        elif first and joint.fullmatch(text, first.end, span.start):
            out[-1] = span = DateSpan(first.start, span.end, "range")
            start = opening.search(text, max(0, span.start - 12), span.start)
            out[-1] = span._replace(start=start.start() if start else span.start)
        else:
            out.append(span)
        now = until_now.match(text, span.end)
        if now:
            start = opening.search(text, max(0, out[-1].start - 12), out[-1].start)
            out[-1] = DateSpan(start.start() if start else out[-1].start, now.end(), "range until now")
    return out


def _is_gloss(text: str, first: DateSpan, second: DateSpan) -> bool:
    """Whether the second is the date in brackets of the day that the first names: "chiều nay (15/8)"."""
    between = text[first.end : second.start]
    return (
        first.rule in ("day deictic", "weekday")
        and second.rule in ("day", "full date")
        and between.lstrip(" \u00a0") == "("
        and len(between) <= 2
        and text.startswith(")", second.end)
    )


@cache
def _connectors() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    opening, joint = any_of("opening"), any_of("connector", "tới")
    now = next(entry for entry in category("near deictic") if category("near deictic")[entry] == "0")
    return (
        re.compile(rf"(?<!\w){opening}[ \u00a0]\Z", re.IGNORECASE),
        re.compile(rf"[ \u00a0]{joint}[ \u00a0]", re.IGNORECASE),
        re.compile(rf"[ \u00a0]{joint}[ \u00a0]{now}(?!\w)", re.IGNORECASE),
    )
