"""Entity keys as a reader takes them: countries by their English name, others as they are written, cut where long."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from helpers.cells import split
from helpers.report.site import short

_COUNTRY = re.compile(r"[A-Z]{2}")


@cache
def _territories() -> dict[str, str]:
    return dict(Locale("en").territories)


def name(key: str) -> str:
    """The name of an entity key of the codebook: "Japan (JP)" for a country, else the key, of at most five words."""
    country = _territories().get(key) if _COUNTRY.fullmatch(key) else None
    return f"{country} ({key})" if country else short(key)


def listed(keys: str) -> str:
    """The names of the keys in a cell, in which they are joined by `;`."""
    return ", ".join(name(key) for key in split(keys))
