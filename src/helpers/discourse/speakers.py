"""Who speaks: sentences that are quoted or reported speech of an entity."""

from __future__ import annotations

from helpers.spans import Act, Sentence


def attribute(text: str, sentences: tuple[Sentence, ...], acts: tuple[Act, ...]) -> tuple[Sentence, ...]:
    """Return `sentences` with the entity key of the speaker where they are speech of an entity."""
    return sentences
