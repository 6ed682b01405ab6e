"""Dates as manifests, columns and web pages give them, in one form; what cannot be read for certain is not guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from helpers.corpus import stamps

_VIETNAM = timezone(timedelta(hours=7))
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?|\d{8}T\d{4,6}.*")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}.*")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})\b")
_LONGEST = 60  # characters of a cell that is a date


def iso(value: object) -> str:
    """Return a date as `2024-04-02`, with its time as `2024-04-02T06:37`; "" where there is none or it cannot be read.

    Read are ISO 8601, the dates of mail headers and feeds, and the forms of the Vietnamese press, day before month
    (`02/04/2024 06:37`, `6h37 ngày 2-4-2024`, `2 tháng 4 năm 2024`). A time with a zone is given in Vietnam's; the
    minute of midnight, as programs write a date without a time, is left out. A month or year alone, or a number, is no date.
    """
    if isinstance(value, datetime):
        return _written(value)
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text or len(text) > _LONGEST:
        return ""
    try:
        if _ISO.fullmatch(text):
            return _written(datetime.fromisoformat(text))
        if _MAIL.fullmatch(text):
            return _written(parsedate_to_datetime(text))
    except ValueError:
        return ""
    found = {stamp.value for stamp in stamps.find(_SLASHED.sub(_dashed, text))}
    return found.pop() if len(found) == 1 else ""


def _dashed(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{year}-{month:>02}-{day:>02}"


def _written(moment: datetime) -> str:
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(_VIETNAM)
        except OverflowError:
            return ""
    elif (moment.hour, moment.minute) == (0, 0):
        return moment.date().isoformat()
    return moment.strftime("%Y-%m-%dT%H:%M") if moment.year >= 1000 else ""
