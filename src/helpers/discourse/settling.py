"""Targets once a sentence is read: where each content ends, what acts share, and what sentences before have told."""

from __future__ import annotations

from dataclasses import replace

from helpers.discourse import arguments, praised
from helpers.discourse.addressees import addressee
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import MAIN, SAYING, Draft, Keys
from helpers.entities.party import is_country

_ASIDE = ("conjunction", "comma", "adverb", "manner", "light", "nominaliser")
_SHARING = (
    "praise", "support", "object", "regard", "honour", "guest-host", "host-guest", "counterpart", "joint", "with",
    "exchange", "visit",
)  # fmt: skip  # frames whose object may stand behind the next verb
_LATER = (
    "nominal",
    "reported",
    "retold",
    "quoted",
    "agent",
)  # rules whose acts do not end the content of the one before
_WISHED = ("mong", "muốn", "mỏi", "đợi", "chờ", "vọng", "kêu gọi")  # words of a proposal that ask nobody in particular
_DECISIONS = ("word", "nominaliser", "adverb", "statement", "predicate")  # what a noun for a decision may be read as
_FRONT = 5  # chunks of a sentence that begins with a clause
_MEETING = ("MEET", "RECEIVE")
_SAID = ("STATE", "STRESS", "PROPOSE")


def settle(document: Document, chunks: list[Chunk], acts: list[Draft]) -> None:
    """Read the targets of a sentence's acts once more, now that it is known where each content ends."""
    for number in range(len(acts) - 1, -1, -1):
        draft, before, after = acts[number], acts[:number], acts[number + 1 :]
        if draft.rule == "nominal":
            continue
        later = next((d for d in after if d.rule not in _LATER), None)
        end = _end(chunks, later)
        draft.target = arguments.target(document, chunks, draft, end, before)
        mutual = draft.act in ("AGREE", "EXCHANGE") and draft.rule == "coordinate"
        if (mutual or draft.rule == "aim") and not draft.target:
            _agree(chunks, draft, before)
        if draft.act == "AGREE" and draft.rule == "subject" and not draft.target:
            draft.target = _guest(draft, after) or _proposer(chunks, draft, before)
        draft.target = draft.target or _ruled(chunks, draft, end)
        if later is not None and not draft.target:
            last = next((d for d in after[after.index(later) + 1 :] if d.rule not in _LATER), None)
            draft.target = _shared(document, chunks, draft, later, last)


def _end(chunks: list[Chunk], later: Draft | None) -> int:
    """Where the content of an act ends: before the next act, or before the subject that it has."""
    if later is None:
        return len(chunks)
    if later.rule != "subject" or later.level != MAIN:
        return later.index
    at = later.link.at
    while at > 0 and chunks[later.link.at - 1].kind == "citing" and chunks[at].kind != "comma":
        at -= 1  # ", Reuters dẫn lời B cho biết"
    return at or later.link.at


def _agree(chunks: list[Chunk], draft: Draft, before: list[Draft]) -> None:
    """With whom one agrees or exchanges views in an encounter that the sentence has told: "A hội đàm với B và nhất trí …"."""
    met = next((d for d in reversed(before) if _toward(d) and d.source == draft.source), None)
    draft.target = met.target if met is not None else ()
    if draft.target and any(c.role == "together" for c in chunks[draft.link.at : draft.index]):
        draft.source, draft.joint = tuple(sorted({*draft.source, *draft.target})), True
        draft.target = draft.source  # "A hội đàm với B, cùng nhất trí …"


def _toward(draft: Draft) -> bool:
    """Whether an act brings two together: an encounter, or a letter to somebody."""
    return draft.act == "MEET" or (draft.act == "STATE" and draft.predicate.kind == "event" and bool(draft.target))


def _guest(draft: Draft, after: list[Draft]) -> Keys:
    """With whom one agrees when receiving or meeting: "A thống nhất … khi đón B", "… trong cuộc gặp với B"."""
    met = next((d for d in after if d.rule in ("subordinate", "nominal") and d.act in _MEETING), None)
    return met.target if met is not None and met.source == draft.source else ()


def _proposer(chunks: list[Chunk], draft: Draft, before: list[Draft]) -> Keys:
    """Who has proposed what one agrees to without saying what: "A đề nghị … và B đã đồng ý"."""
    more = (
        chunks[draft.index + 1].kind not in ("stop", "comma", "semicolon") if draft.index + 1 < len(chunks) else False
    )
    asked = next((d for d in reversed(before) if d.act == "PROPOSE" and d.source != draft.source), None)
    return () if more or asked is None else asked.source


def _ruled(chunks: list[Chunk], draft: Draft, end: int) -> Keys:
    """Whose decision it is that one takes a stance on: "Sau khi X ra phán quyết, A hoan nghênh quyết định đó"."""
    if draft.act not in ("PRAISE", "OBJECT") or draft.link.kind != "subject" or len(chunks) < _FRONT:
        return ()
    body, what = chunks[1], chunks[draft.index + 1 : end]
    fronted = chunks[0].kind == "subordinator" and body.party == "body" and draft.link.at > 2
    bare = bool(what) and what[0].kind in _DECISIONS and not any(chunk.kind == "party" for chunk in what)
    return body.keys if fronted and bare and not set(body.keys) & set(draft.source) else ()


def _shared(document: Document, chunks: list[Chunk], draft: Draft, later: Draft, last: Draft | None) -> Keys:
    """The target that stands behind the next verb: "gặp, chúc mừng B", "hoan nghênh và tin tưởng chuyến thăm của B"."""
    between = chunks[draft.index + 1 : later.index]
    if later.rule == "chain" and (draft.act, later.act) in (("PRAISE", "VISIT"), ("MEET", "PRAISE")):
        return later.target  # "vui mừng đến thăm X", "có cuộc điện đàm chúc mừng B"
    if (
        later.rule != "coordinate"
        or draft.predicate.frame not in _SHARING
        or any(c.kind not in _ASIDE for c in between)
    ):
        return ()
    if later.target or draft.predicate.frame not in ("praise", "object"):
        return later.target
    return praised.owners(document, chunks, replace(draft, index=later.index), _end(chunks, last))


class Memory:
    """What the sentences read so far have told of who was where, who met whom, and who accused whom."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.visited: dict[Keys, Keys] = {}
        self.partners: dict[Keys, Keys] = {}  # who met whom last in the document
        self.met: dict[Keys, Keys] = {}  # who met whom in this sentence and the one before
        self.guests: list[Keys] = []  # who visited or was received, in order
        self.blamed: list[Draft] = []
        self.said: list[Draft] = []

    def fill(self, chunks: list[Chunk], acts: list[Draft]) -> None:
        """Fill in the targets that earlier sentences tell, and take note of what this one tells."""
        for draft in acts:
            if draft.act in _SAID:
                self.said.append(draft)
            if draft.act == "VISIT":
                self._visit(chunks, draft)
            elif draft.act == "PRAISE" and praised.of_a_visit(chunks, draft, len(chunks)):
                draft.target = self._visitor(draft) or draft.target
            elif draft.act == "OBJECT":
                draft.target = draft.target or self._accuser(chunks, draft)
                self.blamed.append(draft)
            if draft.act == "RECEIVE" or (draft.act == "PRAISE" and draft.predicate.frame == "honour"):
                self.guests.append(draft.target)
        met = {d.source: d.target for d in acts if d.act in _MEETING and d.target and d.source != d.target}
        met |= {target: source for source, target in met.items()}
        met |= {d.source: told for d in acts if d.act == "STATE" and (told := addressee(chunks, d.index, len(chunks)))}
        for draft in acts:
            wished = draft.predicate.entry.endswith(_WISHED) or draft.predicate.frame not in ("ask", "invite")
            if draft.act == "PROPOSE" and not draft.target and not wished:
                draft.target = met.get(draft.source) or self.met.get(draft.source, ())
        self.met = met
        self.partners |= met

    def _visit(self, chunks: list[Chunk], draft: Draft) -> None:
        abroad = any(map(is_country, draft.target)) or any(self.document.sides(draft.target))
        after = [*chunks[draft.index + 1 : draft.index + 3], Chunk(0, 0, "stop")]
        things = after[0].kind == "determiner" and after[1].kind == "word"  # "thăm các di tích"
        if not abroad and not things:
            draft.target = self.visited.get(draft.source, draft.target)
        self.visited[draft.source] = draft.target
        self.guests.append(draft.source)

    def _visitor(self, draft: Draft) -> Keys:
        """Whose visit it is that nobody is named with: who visited last, of another side."""
        own = self.document.sides(draft.source)
        theirs = (keys for keys in reversed(self.guests) if keys and not set(keys) & set(draft.source))
        return next((keys for keys in theirs if not self.document.sides(keys) & own), ())

    def _accuser(self, chunks: list[Chunk], draft: Draft) -> Keys:
        """Who made the accusation or the remark that is rejected: "bác bỏ cáo buộc", "phủ nhận thông tin này"."""
        noun, mark = [*chunks[draft.index + 1 : draft.index + 3], Chunk(0, 0, "stop"), Chunk(0, 0, "stop")][:2]
        what, own = noun.predicate, self.document.sides(draft.source)
        spoken = noun.kind == "statement" or (what is not None and what.frame in SAYING and what.act != "OBJECT")
        if spoken and (mark.kind == "demonstrative" or mark.role == "on"):
            theirs = (d.source for d in reversed(self.said) if not self.document.sides(d.source) & own)
            return next((keys for keys in theirs if keys and not set(keys) & set(draft.source)), ())
        if what is None or what.act != "OBJECT":
            return ()
        said = (d for d in reversed(self.blamed) if self.document.sides(d.target) & own and d.source != draft.source)
        return next((d.source for d in said), ())
