"""Statements that speak for who made them, and candidates that are nouns where they stand."""

from __future__ import annotations

from helpers.discourse import syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import SAYING
from helpers.discourse.links import Link


def of_statement(chunks: list[Chunk], position: int) -> int:
    """Where the statement begins whose author is the participant at `position` and that speaks for it ("thông cáo của X
    cho biết", "tuyên bố của X nêu rõ"); -1 if there is none."""
    if position and chunks[position - 1].kind == "statement":
        return position - 1
    if position < 2 or chunks[position - 1].role not in ("of", "from"):
        return -1
    noun = chunks[position - 2]
    told = noun.predicate is not None and noun.predicate.frame in ("say", "opine") and noun.predicate.kind != "stance"
    alone = position == 2 or chunks[position - 3].kind not in ("party", "adverb", "predicate", "light")
    return position - 2 if noun.kind == "statement" or (told and alone) else -1


def author(chunks: list[Chunk]) -> tuple[str, ...]:
    """Who made the statement that a sentence tells of last ("theo tuyên bố của X"), () if it tells of none."""
    for position in range(len(chunks) - 1, -1, -1):
        if syntax.is_actor(chunks[position]) and of_statement(chunks, position) >= 0:
            return chunks[position].keys
    return ()


def is_statement(chunks: list[Chunk], index: int) -> bool:
    """Whether a statement that the text has told of speaks here: "Tuyên bố này cũng nêu rõ …", "…", thông cáo cho biết."""
    predicate = chunks[index].predicate
    if predicate is None or predicate.frame not in ("say", "opine") or predicate.kind != "speech":
        return False
    at = index - 1
    while at > 0 and (chunks[at].kind in ("adverb", "demonstrative", "manner") or chunks[at].role == "on"):
        at -= 1
    noun = chunks[at] if at >= 0 else Chunk(0, 0, "start")
    told = noun.predicate is not None and noun.predicate.frame == "say" and noun.predicate.kind == "speech"
    return (noun.kind == "statement" or told) and syntax.boundary_before(chunks, at) in ("start", "comma", "quote")


def is_noun(chunks: list[Chunk], index: int, link: Link) -> bool:
    """Whether what follows makes the candidate a noun: "đề nghị trên", "khẳng định của X"."""
    if index + 1 >= len(chunks):
        return False
    after, predicate = chunks[index + 1], chunks[index].predicate
    uttered = predicate is not None and predicate.kind == "event" and predicate.frame in SAYING
    if (after.kind == "demonstrative" and not uttered) or is_statement(chunks, min(index + 1, len(chunks) - 1)):
        return True
    if after.role == "on" and index + 2 < len(chunks) and is_statement(chunks, index + 2):
        return True  # "tuyên bố trên nêu rõ"
    if link.light and predicate is not None and predicate.kind != "event" and predicate.act != "EXCHANGE":
        return True  # "có thông tin", "đã có cam kết"
    own = index + 2 < len(chunks) and chunks[index + 2].kind == "self"  # "bày tỏ mong muốn của mình"
    if (
        after.role == "of"
        and not (own and link.kind == "subject")
        and predicate is not None
        and predicate.frame not in ("honour", "convey", "visit")
    ):
        return not (predicate.kind == "event" and predicate.frame == "agree" and link.kind == "subject")
    goes_on = (
        index + 2 < len(chunks) and chunks[index + 2].kind == "passive" and after.tense in ("past", "future", "present")
    )
    if (
        goes_on
        and link.kind in ("initial", "coordinate")
        and predicate is not None
        and predicate.act in ("EXCHANGE", "MEET")
    ):
        return True  # "đàm phán sẽ được nối lại"
    behind = next((chunk for chunk in chunks[index + 1 :] if chunk.kind not in ("adverb", "manner")), after)
    return link.kind == "initial" and (after.role == "on" or after.kind == "passive" or behind.role == "of")
