"""Texts that repeat another."""

from __future__ import annotations

from collections.abc import Mapping


def find(texts: Mapping[str, str]) -> dict[str, str]:
    """Return, for each text that repeats an earlier one, doc_id → doc_id of the first."""
    first: dict[str, str] = {}
    out: dict[str, str] = {}
    for doc_id in sorted(texts):
        key = " ".join(texts[doc_id].split())
        if key in first:
            out[doc_id] = first[key]
        else:
            first[key] = doc_id
    return out
