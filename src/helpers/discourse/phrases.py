"""Participants made whole: with the noun that heads them, their companions, and those they are coordinated with."""

from __future__ import annotations

from helpers.discourse import asides
from helpers.discourse.chunks import Chunk
from helpers.discourse.firsthand import with_me
from helpers.discourse.heads import graded, headed
from helpers.discourse.predicates import PERSON
from helpers.discourse.ships import named

_PERSONS = {"person", "office", "counterpart", "man", "woman", "comrade", "leaders"}
_SIDES = {"country", "body", "joint", "delegation", "nation", "partner", "home"}
_MUTUAL = ("AGREE", "SIGN", "EXCHANGE", "MEET")
_COMPANY = ("with", "together", "to", "of")  # roles of function words
_WITH = ("conjunction", "comma", "preposition")  # what joins a companion
_TRAIN = ("đoàn", "đoàn đại biểu", "phái đoàn", "đoàn công tác")  # who comes with somebody, when nobody is named
_FRAME = ("preposition", "subordinator", "nominaliser", "predicate")


def whole(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks of a sentence with its participants made whole."""
    return _both(_coordinated(with_me(headed(named(asides.left_out(graded(chunks)))))))


def _both(chunks: list[Chunk]) -> list[Chunk]:
    """ "hai nước Việt Nam và Lào" is one expression."""
    out: list[Chunk] = []
    for chunk in chunks:
        both = chunk.party in ("country", "joint") and len(chunk.keys) > 1
        if out and both and out[-1].party in (("leaders",) if chunk.party == "joint" else ("joint", "leaders")):
            out[-1].end = chunk.end
            if out[-1].party == "joint":
                out[-1].keys, out[-1].members = chunk.keys, [chunk.keys]
        else:
            out.append(chunk)
    return out


def _coordinated(chunks: list[Chunk]) -> list[Chunk]:
    """Participants joined by "và", a comma or a dash become one chunk, where they can be one subject or object."""
    out: list[Chunk] = []
    for index, chunk in enumerate(chunks):
        last, earlier = (out[-1], out[-2]) if len(out) > 1 else (Chunk(0, 0, "start"), Chunk(0, 0, "start"))
        if (
            chunk.head in _TRAIN
            and chunk.kind == "head:side"
            and earlier.party in _PERSONS
            and last.kind == "conjunction"
        ):
            out.pop().end = earlier.end = chunk.end  # "A và đoàn"
        elif chunk.kind == "companion" and out and out[-1].kind == "party":
            out[-1].end = chunk.end  # "Người phát ngôn bộ này"
        elif chunk.kind == "companion" and earlier.kind == "party" and (last.kind in _WITH or last.role in _COMPANY):
            out.pop().end = earlier.end = chunk.end  # "A và phu nhân"
        elif chunk.kind == "party" and last.kind == "lead" and earlier.kind == "party":
            out.pop()
            _lead(earlier, chunk, chunk.end)
        elif (
            chunk.party == "country"
            and last.kind == "comma"
            and earlier.party == "place"
            and not _clause(chunks, index)
        ):
            out.pop()  # "Siem Reap, Campuchia"
            earlier.end, earlier.members = chunk.end, [*earlier.members, chunk.keys]
        elif chunk.kind == "party" and last.role == "of" and earlier.party == "office" and chunk.party in _PERSONS:
            out.pop().end = earlier.end = chunk.end  # "đặc phái viên của Tổng Bí thư A"
        elif chunk.party == "body" and last.role in ("of", "belonging") and earlier.party == "person":
            out.pop().end = earlier.end = chunk.end  # "Người phát ngôn A của Bộ B"
        elif chunk.party == "person" and last.kind == "agent" and earlier.party == "delegation":
            out.pop()
            _lead(earlier, chunk, chunk.end)  # "đoàn đại biểu do A (dẫn đầu)"
        elif chunk.kind == "lead" and earlier.party == "delegation" and last.kind == "party":
            out.append(chunk)
        elif chunk.kind == "lead" and last.kind == "party" and earlier.kind == "agent" and out[-3:-2] and out[-3].keys:
            del out[-2:]
            _lead(out[-1], last, chunk.end)  # "B do A dẫn đầu"
        elif chunk.party in _PERSONS and last.role == "together" and earlier.kind == "date" and _begun(out):
            out.pop()
            _join(out[-2], chunk)  # "A hôm nay cùng B nhấn mạnh …"
        elif chunk.role == PERSON and last.kind == "comma" and earlier.party == "person":
            out.pop().end = earlier.end = chunk.end  # "A, đại diện X"
        elif chunk.kind == "party" and earlier.kind == "party" and _joined(chunks, index, out):
            out.pop()
            earlier.role = "pair" if last.kind == "dash" else earlier.role  # "cuộc gặp A - B"
            _join(earlier, chunk)
        else:
            out.append(chunk)
    return out


def _begun(out: list[Chunk]) -> bool:
    """Whether a person begins the sentence, with a date and a word for together behind him."""
    return len(out) == 3 and out[0].party in _PERSONS


def _lead(delegation: Chunk, other: Chunk, end: int) -> None:
    """A delegation and who leads it are one participant."""
    delegation.end = end
    if other.party in ("body", "person", "delegation"):
        delegation.keys = tuple(dict.fromkeys([*delegation.keys, *other.keys]))


def _joined(chunks: list[Chunk], index: int, out: list[Chunk]) -> bool:
    left, sign, right = out[-2], out[-1], chunks[index]
    if sign.kind == "conjunction" and right.party == "joint":
        return False  # "thăm X và hai bên nhất trí"
    together = sign.role == "together" and right.party in ("delegation", "person", "office")
    if len(out) == 2 and sign.role == "with" and left.party == right.party == "country" and _mutual(chunks, index + 1):
        return True  # "Việt Nam với Cuba nhất trí …"
    if not (together or sign.kind in ("comma", "conjunction", "dash")) or not _same_rank(left, right):
        return False
    if sign.kind == "comma" and not right.actor and any(c.kind == "citing" for c in chunks[index + 1 : index + 4]):
        return False  # "…, Reuters hôm nay dẫn lời …"
    if sign.kind == "comma" and len(out) > 2 and out[-3].kind == "behalf":
        return False  # "Thay mặt A, B …"
    return sign.kind != "comma" or _list_goes_on(chunks, index, out)


def _clause(chunks: list[Chunk], index: int) -> bool:
    """Whether the country at `index` says something itself: "công du châu Á, Mỹ tái khẳng định …"."""
    further = next((c for c in chunks[index + 1 :] if c.kind not in ("adverb", "date", "manner")), chunks[index])
    return further.predicate is not None and further.predicate.kind in ("speech", "stance")


def _mutual(chunks: list[Chunk], position: int) -> bool:
    predicate = chunks[position].predicate if position < len(chunks) else None
    return predicate is not None and predicate.act in _MUTUAL


def _join(left: Chunk, right: Chunk) -> None:
    left.end, left.joint = right.end, True
    left.members = [*left.members, *right.members]
    left.keys = tuple(dict.fromkeys([*left.keys, *right.keys]))
    left.actor = left.actor and (right.actor or right.party != "person")


def _same_rank(left: Chunk, right: Chunk) -> bool:
    for one, other in ((left, right), (right, left)):
        if one.seat and other.party == "country":  # "Manila và Trung Quốc"
            one.keys, one.party, one.members, one.seat = (one.seat,), "country", [(one.seat,)], ""
    if "place" in (left.party, right.party):
        return left.party == right.party
    if left.party in _PERSONS:
        return right.party in _PERSONS or right.party in ("delegation", "body") or right.head == "head:side"
    return left.party in _SIDES and right.party in _SIDES


def _list_goes_on(chunks: list[Chunk], index: int, out: list[Chunk]) -> bool:
    """Whether a comma before chunk `index` continues a list rather than closing a frame or a clause."""
    aside = ("date", "open", "close", "companion", "adverb", "negation", "modal")
    after = next((c.kind for c in chunks[index + 1 : index + 20] if c.kind not in aside), "stop")
    tensed = any(c.tense in ("past", "present", "future") for c in chunks[index + 1 : index + 2])
    if not tensed and after not in ("predicate", "light", "lead", "word"):
        return True
    before = out[-3] if len(out) > 2 else Chunk(0, 0, "start")
    listed = out[-2].party == "body" and before.role in _COMPANY and any(c.predicate for c in out[:-2])
    if after == "word" and listed:
        return True  # "sẵn sàng cùng Đảng, Nhà nước Việt Nam nâng cao …"
    if before.kind == "determiner" and "person" in (out[-2].party, chunks[index].party):
        return True  # "các Đại sứ A, B trình …"
    host = before.predicate
    if host is not None and host.frame in ("say", "opine", "ask"):
        return True
    return not any(c.kind in _FRAME for c in out[:-2])
