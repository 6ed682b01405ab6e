"""Which candidates report an act, and who acts: main predicates apart from what is said (codebook, rulings 1, 4, 5, 13, 14)."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.discourse import links
from helpers.discourse.chunks import Chunk, Document
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

SAYING = {"say", "ask", "agree", "support", "regard", "wish", "order", "object"}
JOINT_CONTENT = {"AGREE", "SIGN", "EXCHANGE", "MEET", "VISIT", "RECEIVE"}


@dataclass(slots=True)
class Draft:
    """A candidate that reports an act: its chunk, class, source and how it was found."""

    index: int
    predicate: Predicate
    act: str
    source: tuple[str, ...]
    joint: bool
    rule: str
    link: Link
    subject: int = -1


@dataclass(slots=True)
class Scope:
    """What a sentence has told up to a predicate."""

    acts: list[Draft] = field(default_factory=list)
    saying: Draft | None = None  # the predicate whose content is open
    own: bool = False  # its content has a clause of the speaker's own side
    inner: Draft | None = None  # the last act reported inside that content
    last: int = -1


class Reader:
    """Reads the sentences of a document in order; `topic` is who acted last, for subjects left out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: tuple[str, ...] = ()

    def read(self, chunks: list[Chunk], quoted: set[int], speaker: tuple[str, ...]) -> list[Draft]:
        """The drafts of one sentence. `quoted` are chunks inside quotation marks, `speaker` the keys of who is quoted."""
        scope = Scope()
        for index, chunk in enumerate(chunks):
            if chunk.predicate is None:
                continue
            link = links.find(chunks, index)
            draft = self._decide(chunks, index, chunk.predicate, link, scope, index in quoted, speaker)
            if draft:
                scope.acts.append(draft)
        for draft in scope.acts:
            if draft.rule in ("subject", "coordinate") and draft.source:
                self.topic = draft.source
        return scope.acts

    def _decide(
        self, chunks: list[Chunk], index: int, predicate: Predicate, link: Link, scope: Scope, quoted: bool, speaker: tuple[str, ...]
    ) -> Draft | None:
        if predicate.frame == "place" and not _place_follows(chunks, index):
            return None
        if link.nominal and not link.light or link.negated and predicate.act != "OBJECT" or link.modal:
            return None
        if predicate.frame == "regard" and not _regards(chunks, index):
            return None
        if link.kind == "agent":
            subject = chunks[link.at]
            return self._draft(index, predicate, subject.keys, subject, "agent", link, scope) if subject.actor and subject.keys else None
        if link.kind == "subject":
            return self._with_subject(chunks, index, predicate, link, scope, quoted, speaker)
        if link.kind in ("coordinate", "initial"):
            return self._without_subject(chunks, index, predicate, link, scope, quoted)
        if link.kind == "direct" and scope.acts and scope.acts[-1].index == link.at and predicate.kind == "event":
            host = scope.acts[-1]
            if host.predicate.kind == "event":
                return self._draft(index, predicate, host.source, None, "chain", link, scope)
        return None

    def _with_subject(
        self, chunks: list[Chunk], index: int, predicate: Predicate, link: Link, scope: Scope, quoted: bool, speaker: tuple[str, ...]
    ) -> Draft | None:
        subject = chunks[link.at]
        if not subject.keys or not subject.actor:
            return None
        if link.before == "preposition":
            return None
        host = scope.saying
        own = bool(self.document.sides(subject.keys) & self.document.sides(host.source if host else speaker))
        if quoted and speaker:
            if own or predicate.kind == "weak":
                return None
            return self._draft(index, predicate, subject.keys, subject, "quoted", link, scope)
        if host is not None:
            person = subject.party in ("person", "office", "man", "woman", "leaders")
            free = link.before in ("comma", "semicolon", "conjunction", "quote", "colon") and not _opens_content(chunks, host.index, link.at)
            if not (free and (person or predicate.kind == "speech")):
                if not self._reportable(host, subject, predicate, own):
                    scope.own = scope.own or own or subject.joint
                    return None
                draft = self._draft(index, predicate, subject.keys, subject, "reported", link, scope)
                scope.inner = draft
                return draft
        return self._draft(index, predicate, subject.keys, subject, "subject", link, scope)

    def _reportable(self, host: Draft, subject: Chunk, predicate: Predicate, own: bool) -> bool:
        if host.act not in ("STATE", "STRESS") and not (host.act == "PRAISE" and (predicate.kind == "event" or predicate.entry == "mời")):
            return False
        if predicate.kind == "event" or predicate.act in JOINT_CONTENT:
            return True
        return not own and not subject.joint

    def _without_subject(self, chunks: list[Chunk], index: int, predicate: Predicate, link: Link, scope: Scope, quoted: bool) -> Draft | None:
        if not scope.acts or scope.acts[-1].rule == "nominal":
            return self._initial(chunks, index, predicate, link, scope, quoted)
        host, last = scope.saying, scope.acts[-1]
        if host is not None and host.predicate.frame in SAYING:
            if predicate.kind in ("event", "weak", "open"):
                if scope.inner is not None and predicate.kind != "weak":
                    return self._draft(index, predicate, scope.inner.source, None, "coordinate", link, scope)
                return None
            if predicate.kind == "stance" and (scope.own or (host.act in ("PROPOSE", "AGREE", "COMMIT") and predicate.act in ("COMMIT", "PRAISE", "OBJECT"))):
                return None
        if predicate.kind == "weak" and not _object_follows(chunks, index):
            return None
        if predicate.kind in ("open",) and last.predicate.kind != "event" and predicate.act == "EXCHANGE":
            return None
        if predicate.kind == "event" and last.predicate.kind not in ("event",) and not _object_follows(chunks, index):
            return None
        keys = scope.inner.source if scope.inner is not None and scope.inner is last else (scope.acts[-1] if last.rule != "reported" else last).source
        base = last
        return self._draft(index, predicate, keys, None, "coordinate", link, scope, joint=base.joint)

    def _initial(self, chunks: list[Chunk], index: int, predicate: Predicate, link: Link, scope: Scope, quoted: bool) -> Draft | None:
        if predicate.kind in ("weak", "open") or quoted:
            return None
        first = _first_subject(chunks, index)
        if first is not None:
            if link.kind == "initial":
                return None
            if predicate.kind == "event" and not _object_follows(chunks, index):
                return None
            return self._draft(index, predicate, chunks[first].keys, chunks[first], "coordinate", link, scope)
        later = _later_subject(chunks, index)
        if later is not None and predicate.kind == "speech":
            return self._draft(index, predicate, chunks[later].keys, chunks[later], "fronted", link, scope)
        if self.topic and predicate.kind in ("speech",) and link.kind == "initial":
            return self._draft(index, predicate, self.topic, None, "topic", link, scope)
        return None

    def _draft(
        self, index: int, predicate: Predicate, keys: tuple[str, ...], subject: Chunk | None, rule: str, link: Link, scope: Scope, joint: bool = False
    ) -> Draft:
        draft = Draft(index, predicate, predicate.act, tuple(sorted(keys)), joint or bool(subject and subject.joint), rule, link, link.at)
        if rule not in ("reported", "quoted", "agent") and predicate.frame in SAYING | {"praise"}:
            scope.saying, scope.own, scope.inner = draft, False, None
        return draft


def _place_follows(chunks: list[Chunk], index: int) -> bool:
    following = chunks[index + 1 : index + 3]
    return bool(following) and following[0].kind == "party" and following[0].party in ("country", "place")


def _regards(chunks: list[Chunk], index: int) -> bool:
    return any(c.kind == "complementiser" and c.head == "là" for c in chunks[index + 1 : index + 25])


def _object_follows(chunks: list[Chunk], index: int) -> bool:
    for chunk in chunks[index + 1 : index + 5]:
        if chunk.kind == "party":
            return True
        if chunk.kind in ("comma", "semicolon", "predicate"):
            return False
    return False


def _opens_content(chunks: list[Chunk], host: int, subject: int) -> bool:
    """Whether nothing but a comma, colon or complementiser stands between a saying predicate and a subject."""
    return all(c.kind in ("comma", "colon", "complementiser", "adverb", "manner", "quote", "date") for c in chunks[host + 1 : subject])


def _first_subject(chunks: list[Chunk], index: int) -> int | None:
    """The participant that begins the sentence or follows its opening frame, before `index`."""
    for position, chunk in enumerate(chunks[:index]):
        if chunk.kind == "party" and chunk.actor and chunk.keys and chunk.party != "place":
            before = chunks[position - 1].kind if position else "start"
            if before in ("start", "comma", "adverb", "date", "quote", "stop", "close"):
                return position
    return None


def _later_subject(chunks: list[Chunk], index: int) -> int | None:
    for position in range(index + 2, len(chunks) - 1):
        chunk = chunks[position]
        if chunk.kind == "party" and chunk.actor and chunk.keys and chunks[position - 1].kind in ("comma", "quote"):
            return position if any(c.kind in ("predicate", "adverb") for c in chunks[position + 1 : position + 3]) else None
    return None
