"""When an act stands to the report: told as done, planned, recalled or denied."""

from __future__ import annotations

from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import Draft

_PLANNED = {"sẽ", "dự kiến", "dự kiến sẽ", "sắp", "chuẩn bị", "cũng sẽ", "tới đây", "sắp tới"}
_RECALLED = {"từng", "trước đó"}


def of(chunks: list[Chunk], draft: Draft) -> str:
    """Return "planned", "recalled", "denied" or "reported" by the words before the predicate in its clause.

    A denial is an act only where the refusal itself is reported ("không chấp nhận"); it is then "denied".
    """
    if draft.predicate.entry.startswith("không ") or draft.link.negated:
        return "denied"
    words = set(draft.link.words)
    first = next((chunk.head for chunk in chunks[:2] if chunk.kind == "adverb"), "")
    if words & _PLANNED or first in _PLANNED:
        return "planned"
    return "recalled" if words & _RECALLED or first in _RECALLED else "reported"
