"""Ships that call at a port: their visit is one of the country whose ships they are ("tàu sân bay X của Hải quân Y thăm Z")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from helpers.discourse.chunks import Chunk

HEAD = "head:vessel"
_NAME = 6  # words of a ship's class and name
_NEAR = 3  # characters between a ship and its country
_NAMING = ("word", "number", "dash", "quote")


def named(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks of a sentence without the names of ships, so that a ship and its country stand side by side."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        out.append(chunks[at])
        at += 1
        if out[-1].kind != HEAD:
            continue
        owner = next((i for i in range(at, min(len(chunks), at + _NAME + 1)) if chunks[i].kind not in _NAMING), at)
        if owner + 1 < len(chunks) and chunks[owner].role == "of":
            owner += 1
        if owner < len(chunks) and chunks[owner].party in ("country", "body"):
            out.append(chunks[owner])
            at = _behind(chunks, owner + 1)
    return out


def fleet(items: Sequence[Chunk]) -> str:
    """Code of the one country whose ships the participants and words of a document tell of; "" if of none or of several."""
    near = [b for a, b in pairwise(items) if a.kind == HEAD and b.start - a.end <= _NEAR and b.party == "country"]
    codes = {key for chunk in near for key in chunk.keys}
    return codes.pop() if len(codes) == 1 else ""


def owned(chunks: list[Chunk], code: str) -> list[Chunk]:
    """Return the chunks of a sentence with the country `code` behind each ship that has none there: "tàu sân bay USS X thăm"."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        out.append(chunk)
        behind = next((c for c in chunks[at + 1 : at + _NAME + 2] if c.kind not in _NAMING), chunk)
        if code and chunk.kind == HEAD and behind.role != "of" and behind.kind != "party":
            out.append(Chunk(chunk.end, chunk.end, "party", (code,), "country", members=[(code,)]))
    return out


def _behind(chunks: list[Chunk], at: int) -> int:
    """Where the sentence goes on behind the name of a ship that follows its country: "tàu sân bay Mỹ USS X thăm"."""
    end = at
    while end < len(chunks) and end - at < _NAME and chunks[end].kind in ("word", "number"):
        end += 1
    further = chunks[end].kind if end < len(chunks) else "stop"
    return end if further in ("predicate", "adverb", "date", "modal") else at


def country(subject: Chunk, sides: set[str]) -> Chunk:
    """A ship of the one country among its `sides`, as that country; other participants as they are."""
    if subject.head != HEAD or len(sides) != 1:
        return subject
    return replace(subject, keys=tuple(sides), party="country", actor=True)
