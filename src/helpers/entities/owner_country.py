"""Whose a body or a document is: the country that its key names, whose seat of power or initiative it is."""

from __future__ import annotations

from functools import cache, lru_cache

from helpers import lexicon
from helpers.text import flatten


@cache
def _country_names() -> tuple[tuple[str, str], ...]:
    rows = lexicon.load("countries")
    return tuple((row["entry"], row["iso"]) for row in rows if row["category"] == "name" and row["iso"])


@cache
def _seats() -> dict[str, str]:
    return {
        flatten(row["entry"]): row["iso"] for row in lexicon.load("bodies") if row["category"] == "seat" and row["iso"]
    }


@lru_cache(maxsize=4096)
def country_of_body(key: str) -> str:
    """Code of the country named first in the key of a body, or whose seat of power it is; "" if none is ("Đại sứ quán Pháp tại Lào": FR)."""
    seat = _seats().get(flatten(key), "")
    if seat:
        return seat
    words = f" {key} "
    found = [(words.find(f" {name} "), -len(name), code) for name, code in _country_names() if f" {name} " in words]
    return min(found)[2] if found else ""


@cache
def _initiatives() -> tuple[tuple[str, str], ...]:
    return tuple((flatten(row["entry"]), row["iso"]) for row in lexicon.load("documents") if row["iso"])


@lru_cache(maxsize=4096)
def country_of_document(key: str) -> str:
    """Code of the country whose initiative or policy a document or framework is, or that its title names first; "" if none."""
    words = f" {flatten(key)} "
    return next((code for name, code in _initiatives() if f" {name} " in words), "") or country_of_body(key)
