"""Addresses of the pages of a report, from its top."""

from __future__ import annotations

import hashlib
import re

_SAFE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")


def page_name(doc_id: str) -> str:
    """File name of the page of a text: its id where that is a safe file name, else a slug with a checksum."""
    if _SAFE_NAME.fullmatch(doc_id):
        return f"{doc_id}.html"
    slug = re.sub(r"[^A-Za-z0-9]+", "-", doc_id)[:60].strip("-")
    return f"{slug or 'text'}-{hashlib.sha256(doc_id.encode()).hexdigest()[:8]}.html"


def text_address(doc_id: str) -> str:
    """Address of the page of a text."""
    return f"documents/{page_name(doc_id)}"
