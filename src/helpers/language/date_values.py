"""What a date expression names: the tokens of the grammar read as days, months, years and ranges."""

from __future__ import annotations

import re

from helpers.language import date_points, date_shapes
from helpers.language.date_matches import Known
from helpers.language.date_points import Point, Range
from helpers.language.date_tokens import DateToken, chains

_DROPPED = set("cpLhog|em")  # time of day, prepositions, day heads: they do not change which day it is


def resolve(expression: str, published: str, anchor: str = "") -> str:
    """Return the ISO 8601 day, month, year or range that `expression` names, "" where it cannot be told."""
    tokens = [token for chain in chains(expression) for token in chain.tokens]
    found = _read(_kept(tokens), Known(date_points.parse(published), date_points.parse(anchor)))
    if found is None:
        return ""
    first, last = found
    return first.iso() if first == last else f"{first.iso()}/{last.iso()}"


def _kept(tokens: list[DateToken]) -> list[DateToken]:
    """The tokens that carry the value: a date written out says more than the weekday or "hôm nay" beside it."""
    letters = _spell(tokens)
    if letters in ("a", "n", "u"):  # nay without a part of day, a number without the word for day
        return []
    kept = [
        token
        for at, token in enumerate(tokens)
        if token.letter not in _DROPPED and not (token.letter in "qun" and letters[at + 1 : at + 2] == "h")
    ]
    if any(token.letter in "nY" for token in kept):
        kept = [token for token in kept if token.letter not in "wD"]
        spelled = _spell(kept)
        kept = kept[1:] if spelled[:2] in ("an", "in") else kept
        kept = kept[2:] if spelled[:3] in ("Kkn", "Krn", "Kan") else kept
    while kept and kept[0].letter in ",-":
        kept = kept[1:]
    while kept and kept[-1].letter in ",-":
        kept = kept[:-1]
    return kept


def _spell(tokens: list[DateToken]) -> str:
    return "".join(token.letter for token in tokens)


def _read(tokens: list[DateToken], known: Known) -> Range | None:
    """One date, or a range of two; of a list the range from its first to its last."""
    whole = _whole(date_shapes.read(tokens, known), known)
    if whole:
        return whole
    for joint in "t-l,":
        for place in (found.start() for found in re.finditer(re.escape(joint), _spell(tokens))):
            start = date_shapes.read(tokens[:place], known) or date_shapes.read(tokens[:1], known)
            found = _between(start, date_shapes.read(tokens[place + 1 :], known), known)
            if found:
                return found
    return None


def _between(start: Point | Range | None, end: Point | Range | None, known: Known) -> Range | None:
    if isinstance(start, Point) and isinstance(end, Point):
        return date_points.joined(start, end, known.published)
    first, last = _whole(start, known), _whole(end, known)
    if first is None or last is None or first[0].first_day() > last[1].last_day():
        return None
    return first[0], last[1]


def _whole(side: Point | Range | None, known: Known) -> Range | None:
    if isinstance(side, Point):
        point = date_points.completed(side, known.published)
        return (point, point) if point else None
    return side
