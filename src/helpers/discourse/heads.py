"""Participants with the noun that heads them: "phía X", "quan chức ngoại giao cấp cao của X", "Ngoại trưởng hai nước"."""

from __future__ import annotations

from dataclasses import replace

from helpers.discourse.chunks import Chunk
from helpers.discourse.predicates import PERSON
from helpers.entities import gaps
from helpers.text import flatten

_ACTING = ("head:side", "head:group", "determiner")
_SHOWN = ("office", "body", "person")
_ONE = "một"
_SOURCES, _CITING = ("nguồn tin", "nguồn tin từ"), ("trích dẫn", "dẫn ra")
_ALSO = ("cả", "ngay cả", "riêng")  # that single out who follows
_WHOSE = ("of", "in", "belonging")


def graded(chunks: list[Chunk]) -> list[Chunk]:
    """The kind or rank of officials joins their noun ("quan chức ngoại giao cấp cao"); elsewhere it is a word like others."""
    out: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "grade" or (chunk.kind == "manner" and out and out[-1].kind == "head:side"):
            behind = out and out[-1].kind == "party" and chunk.kind == "grade"  # "quan chức X giấu tên"
            if behind or (out and out[-1].kind == "head:side"):
                out[-1].end = chunk.end
                continue
            chunk = replace(chunk, kind="word")
        if chunk.kind in ("head:side", "nominaliser") and out and out[-1].kind in ("numeral", "number"):
            out[-1] = replace(out[-1], kind="determiner")  # "ba quan chức", "27 nước", "hai vòng"
        if chunk.party == "body" and out and out[-1].kind == "numeral":
            chunk.start = out.pop().start  # "nhóm G7"
        if chunk.head == "này" and out and out[-1].party in _SHOWN:
            out[-1].end = chunk.end  # "vị Thủ tướng này"
            continue
        out.append(chunk)
    return [replace(chunk, kind="word") if chunk.kind == "numeral" else chunk for chunk in out]


def is_side_of(head: Chunk) -> bool:
    """Whether a head noun means no more than who follows ("phía Tổng thống A" is A, "chính quyền Tổng thống A" is not)."""
    return gaps.words().get(flatten(head.head)) == "owner" or flatten(head.head) in _ALSO


def headed(chunks: list[Chunk]) -> list[Chunk]:
    """Head nouns before a participant join it; an unknown noun before a country or body makes it an attribute."""
    out: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "party":
            _join_owner(out)
            while out and (out[-1].kind.startswith("head:") or (out[-1].kind == "determiner" and chunk.head)):
                head = out.pop()
                if len(out) > 1 and out[-1].role == "and" and out[-2].kind.startswith("head:"):
                    out.pop()  # "lãnh đạo và nhân dân X"
                chunk.start, chunk.head = head.start, chunk.head or head.kind
                if head.head != _ONE:
                    chunk.role = PERSON if head.role == PERSON else ""
                chunk.actor = chunk.actor and head.kind in _ACTING
                chunk.actor = chunk.actor and not _cited(out, head)
                if chunk.party == "person" and head.kind == "head:side" and not is_side_of(head):
                    chunk.actor = False  # "chính quyền Tổng thống A" is not A
            if out and out[-1].party == "comrade" and chunk.head:
                chunk.start = out.pop().start  # "các đồng chí lãnh đạo X"
            before = out[-1] if out else Chunk(0, 0, "start")
            national = before.kind == "relative" and before.role != "contrast"  # "hai triệu người Anh"
            if national or before.kind in ("word", "manner", "name", "causative", "companion"):
                attribute = chunk.party in ("country", "place", "joint", "body") and not (
                    chunk.head == "head:side" and before.kind == "word"
                )  # "tàu chở quan chức X"
                chunk.actor = chunk.actor and not attribute
            if before.party == "office" and chunk.party == "nation":
                before.end = chunk.end  # "Thủ tướng nước này"
                continue
            if before.kind == "party" and chunk.party == "joint" and before.party in ("office", "body"):
                _of_both(before, chunk)  # "Ngoại trưởng hai nước"
                continue
        out.append(chunk)
    return out


def _cited(out: list[Chunk], head: Chunk) -> bool:
    """Whether a source of the press is cited by it: "hãng tin A dẫn một nguồn tin X"."""
    before = next((chunk for chunk in reversed(out) if chunk.kind != "determiner"), head)
    cites = before.kind == "citing" or (before.predicate is not None and before.predicate.entry in _CITING)
    return head.head in _SOURCES and cites


def _join_owner(out: list[Chunk]) -> None:
    """What stands between officials and whose they are goes: "lãnh đạo của X", "quan chức trong chính quyền X"."""
    at = len(out) - 1
    while at > 0 and out[at].kind == "head:side":
        at -= 1
    if at > 0 and out[at].role in _WHOSE and out[at - 1].kind == "head:side":
        del out[at]


def _of_both(holder: Chunk, both: Chunk) -> None:
    holder.end, holder.joint = both.end, True
    holder.keys = holder.keys if len(holder.keys) > 1 else both.keys
    holder.members = [holder.keys]


def taken_up(chunks: list[Chunk], body: tuple[str, ...]) -> list[Chunk]:
    """The body named last, where a clause begins with no more than "cơ quan này", "tổ chức này"."""
    out = list(chunks)
    for at, chunk in enumerate(chunks):
        before, after = (chunks[at - 1].kind if at else "comma"), chunks[at + 1 : at + 2]
        acts = bool(after) and after[0].kind in ("predicate", "adverb", "light", "negation", "date")
        if body and chunk.role == "body" and before in ("comma", "quote") and acts:
            out[at] = replace(chunk, kind="party", party="body", keys=body, members=[body], head="", role="")
    return out
