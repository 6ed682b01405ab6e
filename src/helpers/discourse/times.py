"""When an act stands to the report: told as done, planned, recalled or denied."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import Draft


def of(chunks: list[Chunk], draft: Draft) -> str:
    """Return "planned", "recalled", "denied" or "reported" by the words before the predicate in its clause.

    A denial is an act only where the refusal itself is reported ("không chấp nhận"); it is then "denied".
    """
    if draft.predicate.frame == "refuse" or draft.link.negated:
        return "denied"
    tenses = {*draft.link.tenses, *(chunk.tense for chunk in chunks[:2])}
    if "future" in tenses:
        return "planned"
    return "recalled" if "recalled" in tenses else "reported"
