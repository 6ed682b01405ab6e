"""Which candidates report an act, and who acts: main predicates apart from what is said (codebook, rulings 1, 4, 13, 14)."""

from __future__ import annotations

from helpers.discourse import arguments, dropped, links, nominals, stance, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, SAYING, Draft, Scope, make
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

_JOINT_CONTENT = {"AGREE", "SIGN", "EXCHANGE", "MEET", "VISIT", "RECEIVE"}
_ASIDE = ("conjunction", "comma", "adverb", "manner")
_SHARING = ("praise", "support", "object", "regard", "honour")  # frames whose object may stand behind the next verb
Keys = tuple[str, ...]


class Reader:
    """Reads the sentences of a document in order; `topic` is who acted last, for subjects left out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: Keys = ()
        self.met: dict[Keys, Keys] = {}  # who met whom in this sentence and the one before
        self.partner: dict[Keys, Keys] = {}  # the same, since the beginning

    def read(self, chunks: list[Chunk], quoted: dict[int, Keys]) -> list[Draft]:
        """The drafts of one sentence. `quoted` holds the chunks inside quotation marks, with the keys of who is quoted."""
        scope = Scope()
        for index, chunk in enumerate(chunks):
            if chunk.predicate is None:
                continue
            draft = self._decide(chunks, scope, index, chunk.predicate, quoted.get(index))
            if draft is None or (draft.rule != "nominal" and not syntax.complete(chunks, draft.index, draft.joint)):
                continue
            if draft.level == MAIN and draft.rule != "nominal":
                scope.opened(draft)
            if draft.rule != "nominal":
                draft.act = stance.adjust(self.document, chunks, draft)
                draft.target = arguments.target(self.document, chunks, draft, len(chunks), scope.acts)
            scope.acts.append(draft)
        self._settle(chunks, scope.acts)
        return scope.acts

    def _settle(self, chunks: list[Chunk], acts: list[Draft]) -> None:
        """Targets once more, now that it is known where each content ends; what the next sentence needs to know."""
        for number in range(len(acts) - 1, -1, -1):
            draft = acts[number]
            if draft.rule == "nominal":
                continue
            later = next(
                (d for d in acts[number + 1 :] if d.rule not in ("nominal", "reported", "quoted", "agent")), None
            )
            end = later.index if later else len(chunks)
            draft.target = arguments.target(self.document, chunks, draft, end, acts[:number])
            shared = later is not None and later.rule == "coordinate" and draft.predicate.frame in _SHARING
            if later and shared and not draft.target and all(c.kind in _ASIDE for c in chunks[draft.index + 1 : end]):
                draft.target = later.target
        met = {d.source: d.target for d in acts if d.act in ("MEET", "RECEIVE") and d.target and d.source != d.target}
        met |= {target: source for source, target in met.items()}
        for draft in acts:
            if draft.act == "PROPOSE" and not draft.target and draft.predicate.frame == "ask":
                draft.target = met.get(draft.source) or self.met.get(draft.source, ())
            if draft.level == MAIN and draft.rule != "nominal":
                self.topic = draft.source
        self.met = met
        self.partner |= met

    def _decide(
        self, chunks: list[Chunk], scope: Scope, index: int, predicate: Predicate, speaker: Keys | None
    ) -> Draft | None:
        link = links.find(chunks, index)
        if predicate.frame == "place" and not syntax.place_follows(chunks, index):
            return None
        noun = link.nominal and not link.light
        if predicate.kind == "event" and (noun or link.kind == "preposition"):
            return nominals.draft(self.document, chunks, index, link, scope)
        if noun or link.modal or link.negated or syntax.is_noun(chunks, index, link):
            return None
        if predicate.frame == "regard" and not syntax.regards(chunks, index):
            return None
        if link.kind == "patient" or (link.passive and link.kind == "coordinate"):
            return None  # agentless passive
        if link.kind == "agent":
            by = chunks[link.at]
            return make(index, predicate, by, "agent", link, INNER) if syntax.is_actor(by) else None
        if link.kind == "subject":
            return self._with_subject(chunks, scope, index, predicate, link, speaker)
        if speaker is not None:
            return None
        if link.kind in ("coordinate", "initial"):
            context = dropped.Context(self.document, chunks, scope, self.topic, self.partner)
            return dropped.draft(context, index, predicate, link)
        if link.kind == "clause":
            return dropped.subordinate(chunks, scope, index, predicate, link)
        last = scope.acts[-1] if scope.acts else None
        if link.kind == "direct" and last is not None and last.index == link.at and predicate.kind == "event":
            chained = last.predicate.kind == "event" and last.act != "AGREE"
            return make(index, predicate, last, "chain", link, last.level) if chained else None
        return None

    def _with_subject(
        self, chunks: list[Chunk], scope: Scope, index: int, predicate: Predicate, link: Link, speaker: Keys | None
    ) -> Draft | None:
        subject = syntax.governing(chunks[link.at], predicate)
        if link.before in ("preposition", "purpose", "causative", "modal"):
            return None
        asked = link.before == "predicate" and syntax.is_asking(chunks[link.at - 1])
        if asked:
            return None  # "mời A thăm …": what is asked
        if link.before == "predicate" and syntax.is_visit(chunks[link.at - 1]):
            main = scope.main  # "A thăm B …": B is a place here, not who acts
            return make(index, predicate, main, "coordinate", link, MAIN) if main else None
        if predicate.frame == "place" and subject.party in ("country", "joint"):
            return None
        if not syntax.is_actor(subject):
            if speaker is None and predicate.frame in SAYING and predicate.kind in ("speech", "open"):
                scope.saying = make(index, predicate, Chunk(0, 0, "party"), "outsider", link, MAIN)
                scope.own, scope.inner = False, None
            return None
        if speaker is not None:
            own = self._same_side(subject.keys, speaker)
            good = bool(speaker) and predicate.kind != "weak" and _reportable("STATE", subject, predicate, own)
            return make(index, predicate, subject, "quoted", link, INNER) if good else None
        if link.before == "relative" and predicate.kind in ("open", "weak"):
            return None
        if link.before == "subordinator" and predicate.kind == "event":
            return make(index, predicate, subject, "subordinate", link, OBJECT)
        host = scope.saying
        if host is None:
            return make(index, predicate, subject, "subject", link, OBJECT if link.before == "predicate" else MAIN)
        return self._after_saying(chunks, scope, index, predicate, link, subject, host)

    def _after_saying(
        self,
        chunks: list[Chunk],
        scope: Scope,
        index: int,
        predicate: Predicate,
        link: Link,
        subject: Chunk,
        host: Draft,
    ) -> Draft | None:
        """A predicate with a subject of its own behind a saying predicate: a new clause, a reported act, or content."""
        own = self._same_side(subject.keys, host.source)
        boundary = syntax.boundary_before(chunks, link.at)
        person = subject.party in syntax.PERSONS
        if boundary and not syntax.opens_content(chunks, host.index, link.at):
            if boundary == "semicolon" or person or (not own and predicate.kind == "speech"):
                return make(index, predicate, subject, "subject", link, MAIN)
        if not _reportable(host.act, subject, predicate, own):
            scope.own = scope.own or own or subject.joint
            scope.held = own and person and not set(subject.keys) & set(host.source)
            return None
        scope.inner = make(index, predicate, subject, "reported", link, INNER)
        return scope.inner

    def _same_side(self, one: Keys, other: Keys) -> bool:
        return bool(self.document.sides(one) & self.document.sides(other))


def _reportable(host: str, subject: Chunk, predicate: Predicate, own: bool) -> bool:
    """Whether a predicate with a subject inside what is said is a further real act (ruling 4)."""
    if host == "PRAISE":
        return predicate.kind == "event" or predicate.entry == "mời"
    if host not in ("STATE", "STRESS"):
        return False
    if predicate.kind == "event" or predicate.act in _JOINT_CONTENT:
        return True
    return not own and not subject.joint
