"""Abbreviations that a full stop belongs to, and endings of domains: a full stop beside them ends no sentence."""

from __future__ import annotations

from functools import cache

from helpers import lexicon


@cache
def with_stop() -> frozenset[str]:
    """Abbreviations of lexicon `abbreviations`, as written before their full stop."""
    return frozenset(row["entry"] for row in lexicon.load("abbreviations") if row["category"] != "domain")


@cache
def domains() -> frozenset[str]:
    """Endings of internet domains, in lower case."""
    return frozenset(row["entry"] for row in lexicon.load("abbreviations") if row["category"] == "domain")
