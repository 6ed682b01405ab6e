"""What queries may use beside the tables of a run: macros that turn entity ids into labels, and the names of countries."""

from __future__ import annotations

from functools import cache

import pandas as pd
from babel import Locale

_SPLIT = """
    FROM (SELECT unnest(string_split(ids, ';')) AS id, generate_subscripts(string_split(ids, ';'), 1) AS place) AS i
    LEFT JOIN entities AS e ON e.entity_id = i.id"""
MACROS = {
    "labels": f"""CREATE TEMP MACRO labels(ids) AS (
    SELECT string_agg(coalesce(e.label, i.id), ', ' ORDER BY i.place) {_SPLIT})""",
    "sides_of": f"""CREATE TEMP MACRO sides_of(ids, mark) AS (
    SELECT string_agg(coalesce(e.label, i.id), mark
                      ORDER BY array_position(['PER', 'ROLE', 'ORG', 'LOC'], e.type), i.place) {_SPLIT})""",
}


@cache
def countries() -> pd.DataFrame:
    """Return the English name of each ISO 3166-1 code (CLDR): iso, name."""
    named = {str(code): str(name) for code, name in Locale("en").territories.items()}
    codes = sorted(code for code in named if len(code) == 2 and code.isalpha())
    return pd.DataFrame({"iso": codes, "name": [named[code] for code in codes]})
