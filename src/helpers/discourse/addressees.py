"""To whom something is said, and toward whom a stance of one's own is told or quoted (codebook, ruling 7)."""

from __future__ import annotations

from helpers.discourse import quotes
from helpers.discourse.actors import is_media
from helpers.discourse.chunks import Chunk
from helpers.discourse.concerns import AWAY, OPENING, other_side, preposition
from helpers.discourse.document import Document
from helpers.discourse.drafts import Draft, Keys
from helpers.discourse.firsthand import SELF
from helpers.discourse.objects import is_other, series
from helpers.discourse.predicates import Predicate
from helpers.discourse.syntax import PERSONS

_STANCES = ("PRAISE", "COMMIT")
_WISHED = ("muốn", "vọng", "mong")  # words of a wish
_MESSAGE = "thông điệp"
_NEAR, _FAR = 3, 9  # chunks behind a verb of saying, behind a message, in which who is spoken to stands


def told(document: Document, chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """To whom something is told, or the other side where a stance of the speaker's own is told."""
    found = addressee(chunks, draft.index, end)
    if found or not _own_stance(document, chunks, draft, document.sides(draft.source), end):
        return found or quoted(document, chunks, draft)
    return other_side(document, chunks, draft, end, clause=True)


def addressee(chunks: list[Chunk], index: int, end: int) -> Keys:
    """Who is spoken to right behind a saying predicate: "nói với X", "trấn an X về …", "đưa ra thông điệp cứng rắn với X"."""
    predicate = chunks[index].predicate
    message = predicate is not None and predicate.entry.endswith(_MESSAGE)
    for position in range(index + 1, min(end - 1, index + _FAR)):
        chunk, after = chunks[position], chunks[position + 1]
        to = chunk.role in ("with", "to") or (chunk.predicate is not None and chunk.predicate.frame == "place")
        if to and after.kind == "party":
            return () if any(map(is_media, after.keys)) else tuple(sorted(after.keys))
        if chunk.kind == "party":
            several = chunks[index + 1].kind == "determiner"  # "trấn an các đồng minh châu Âu"
            named = after.role == "about" and (several or chunk.party != "place")
            return tuple(sorted(chunk.keys)) if named else ()
        message = message or chunk.kind == "statement" or (chunk.kind == "determiner" and position == index + 1)
        between = ("adverb", "manner", "determiner", "date", "statement", *(("word", "quote") if message else ()))
        if chunk.kind not in between or (position > index + _NEAR and not message):
            break
    return ()


def quoted(document: Document, chunks: list[Chunk], draft: Draft) -> Keys:
    """The other side toward which a speaker takes a stance in the quotation before him: "Chúng tôi coi X là bạn", ông A nói."""
    marks = quotes.marks_before(chunks, draft.index)
    if not marks:
        return ()
    own = document.sides(draft.source)
    inside = range(marks[-2] + 1 if len(marks) > 1 else 0, marks[-1])
    themselves = False
    subject: Keys = ()
    for position in inside:
        chunk = chunks[position]
        if chunk.kind == "party" and chunk.role == SELF:
            return ()  # "X và tôi đã trao đổi"
        opens = chunk.kind == "party" and position == inside.start
        if opens and chunks[position + 1].role == "be" and is_other(document, chunk, own, draft.source, False):
            subject = chunk.keys  # "X là đối tác của chúng tôi"
        if chunk.kind == SELF or (chunk.kind == "party" and own and document.sides(chunk.keys) == own):
            themselves = themselves or chunk.head != "chúng ta"
            if themselves and subject:
                return tuple(sorted(subject))
        elif chunk.kind == "party" and chunk.joint:
            return ()
        elif chunk.kind == "party" and themselves and preposition(chunks, position) not in AWAY:
            thing = not chunk.actor and not document.sides(chunk.keys)  # "hiến chương Liên hợp quốc"
            other = not thing and is_other(document, chunk, own, draft.source, True)
            return series(chunks, position, marks[-1]) if other else ()
    return ()


def _own_stance(document: Document, chunks: list[Chunk], draft: Draft, own: set[str], end: int) -> bool:
    """Whether the content begins with a stance of the speaker's own side ("cho biết Nga coi trọng …")."""
    subject = False
    for at in range(draft.index + 1, end):
        chunk = chunks[at]
        if chunk.predicate is not None:
            return _is_stance(chunk.predicate, chunks[min(at + 1, end - 1)], subject)
        mine = chunk.party not in PERSONS or set(chunk.keys) == set(draft.source)
        side = chunk.kind == "party" and mine and document.sides(chunk.keys) & own
        subject = subject or bool(side)
        if chunk.kind not in OPENING and not side:
            return False
    return False


def _is_stance(predicate: Predicate, after: Chunk, subject: bool) -> bool:
    """Whether a predicate tells an attitude, not a deed ("đã đề nghị X") nor what is said next ("muốn nhấn mạnh");
    `subject`: whose it is stands before it."""
    if predicate.act == "PROPOSE":
        wished = predicate.kind == "stance" or predicate.entry.endswith(_WISHED)
        return wished and (after.predicate is None or after.predicate.frame != "say")
    if predicate.act == "OBJECT":
        return not subject  # "cho biết không công nhận X"; what one's own country objects to is an act of its own
    return predicate.kind in ("stance", "speech") and (predicate.act in _STANCES or predicate.frame == "regard")
