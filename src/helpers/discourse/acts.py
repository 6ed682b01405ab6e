"""Diplomatic acts of a text."""

from __future__ import annotations

from functools import cache

from helpers import lexicon
from helpers.lexicon.matching import Matcher
from helpers.spans import ACT_ZONES, Act, Mention, Reference, Sentence


@cache
def _lexicon() -> tuple[Matcher, dict[str, str]]:
    rows = {row["entry"]: row["category"] for row in lexicon.load("predicates")}
    return Matcher(rows), rows


def find(
    text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], references: tuple[Reference, ...]
) -> tuple[Act, ...]:
    """Return the acts of the normalised `text` in the order of their predicates."""
    matcher, classes = _lexicon()
    out = []
    for sentence in sentences:
        if sentence.zone not in ACT_ZONES:
            continue
        parties = [m for m in mentions if m.type in ("PER", "LOC", "ORG") and sentence.start <= m.start < sentence.end]
        for hit in matcher.longest(text[sentence.start : sentence.end]):
            start, end = sentence.start + hit.start, sentence.start + hit.end
            source = next(((m.entity,) for m in reversed(parties) if m.end <= start), ())
            if source:
                out.append(
                    Act(
                        start,
                        end,
                        text[start:end],
                        classes[hit.entry],
                        "",
                        source,
                        (),
                        (),
                        end,
                        sentence.end,
                        (),
                        "reported",
                        "",
                        "",
                        "",
                        "keyword",
                    )
                )
    return tuple(out)
