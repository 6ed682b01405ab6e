"""Ships that call at a port: their visit is one of the country whose ships they are ("tàu sân bay X của Hải quân Y thăm Z")."""

from __future__ import annotations

from dataclasses import replace

from helpers.discourse.chunks import Chunk

HEAD = "head:vessel"
_NAME = 6  # words of a ship's class and name
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
