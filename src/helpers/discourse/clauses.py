"""Which candidates report an act: main predicates apart from what is said (codebook, rulings 1, 4, 13, 14)."""

from __future__ import annotations

from helpers.discourse import arguments, dropped, firsthand, links, nominals, parted, stance, subjects, syntax
from helpers.discourse.chunks import Chunk
from helpers.discourse.concerns import addressee
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Candidate, Draft, Keys, Scope
from helpers.discourse.said import Context
from helpers.entities.party import is_country

_ASIDE = ("conjunction", "comma", "adverb", "manner", "light", "nominaliser")
_SHARING = (
    "praise", "support", "object", "regard", "honour", "guest-host", "host-guest", "counterpart",
)  # fmt: skip  # frames whose object may stand behind the next verb
_LATER = ("nominal", "reported", "quoted", "agent")  # rules whose acts do not end the content of the one before


def _end(chunks: list[Chunk], later: Draft | None) -> int:
    """Where the content of an act ends: before the next act, or before the subject that it has."""
    if later is None:
        return len(chunks)
    return later.link.at if later.rule == "subject" and later.level == MAIN else later.index


def _partner(draft: Draft, before: list[Draft]) -> Keys:
    """With whom one agrees or exchanges views in an encounter that the sentence has told: "A hội đàm với B và nhất trí …"."""
    met = next((d for d in reversed(before) if d.act == "MEET" and d.source == draft.source), None)
    return met.target if met is not None else ()


def _guest(draft: Draft, after: list[Draft]) -> Keys:
    """With whom one agrees when receiving or meeting: "A thống nhất … khi đón B"."""
    met = next((d for d in after if d.rule == "subordinate" and d.act in ("MEET", "RECEIVE")), None)
    return met.target if met is not None and met.source == draft.source else ()


class Reader:
    """Reads the sentences of a document in order; `topic` is who acted last, for subjects left out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: Keys = ()
        self.author: Keys = ()  # of the statement told of last, which "Tuyên bố cho biết …" goes on with
        self.visited: dict[Keys, Keys] = {}
        self.partners: dict[Keys, Keys] = {}  # who met whom last in the document
        self.met: dict[Keys, Keys] = {}  # who met whom in this sentence and the one before

    def read(self, chunks: list[Chunk], quoted: dict[int, Keys], heading: bool) -> list[Draft]:
        """The drafts of one sentence. `quoted` holds the chunks inside quotation marks, with the keys of who is quoted;
        `heading` tells whether it is a line of its own without a stop."""
        scope = Scope()
        for index, chunk in enumerate(chunks):
            if chunk.predicate is None:
                continue
            link = links.find(chunks, index)
            draft = self._decide(Candidate(chunks, scope, index, chunk.predicate, link, quoted.get(index)), heading)
            if draft is None:
                continue
            calls = draft.predicate.frame == "guest-host" and draft.level == OBJECT
            known = draft.joint or bool(draft.patient) or (calls and any(d.act == "RECEIVE" for d in scope.acts))
            if draft.rule != "nominal" and not syntax.complete(chunks, index, known):
                continue
            if draft.rule != "nominal":
                if draft.level == MAIN:
                    scope.opened(draft)
                draft.act = stance.adjust(self.document, chunks, draft)
                draft.target = arguments.target(self.document, chunks, draft, len(chunks), scope.acts)
            scope.acts.append(draft)
        self._settle(chunks, scope.acts)
        self.author = syntax.author(chunks)
        return scope.acts

    def _settle(self, chunks: list[Chunk], acts: list[Draft]) -> None:
        """Targets once more, now that it is known where each content ends; what the next sentence needs to know."""
        for number in range(len(acts) - 1, -1, -1):
            draft = acts[number]
            if draft.rule == "nominal":
                continue
            later = next((d for d in acts[number + 1 :] if d.rule not in _LATER), None)
            end = _end(chunks, later)
            draft.target = arguments.target(self.document, chunks, draft, end, acts[:number])
            if draft.act in ("AGREE", "EXCHANGE") and draft.rule in ("coordinate", "aim") and not draft.target:
                draft.target = _partner(draft, acts[:number])
                if draft.target and any(c.role == "together" for c in chunks[draft.link.at : draft.index]):
                    draft.source, draft.joint = tuple(sorted({*draft.source, *draft.target})), True
                    draft.target = draft.source  # "A hội đàm với B, cùng nhất trí …"
            if draft.act == "AGREE" and draft.rule == "subject" and not draft.target:
                draft.target = _guest(draft, acts[number + 1 :])
            shared = later is not None and later.rule == "coordinate" and draft.predicate.frame in _SHARING
            if later and shared and not draft.target and all(c.kind in _ASIDE for c in chunks[draft.index + 1 : end]):
                draft.target = later.target
        for draft in acts:
            if draft.act == "VISIT":
                abroad = any(map(is_country, draft.target))
                draft.target = draft.target if abroad else self.visited.get(draft.source, draft.target)
                self.visited[draft.source] = draft.target
        met = {d.source: d.target for d in acts if d.act in ("MEET", "RECEIVE") and d.target and d.source != d.target}
        met |= {target: source for source, target in met.items()}
        met |= {d.source: told for d in acts if d.act == "STATE" and (told := addressee(chunks, d.index, len(chunks)))}
        for draft in acts:
            if draft.act == "PROPOSE" and not draft.target and draft.predicate.frame in ("ask", "invite"):
                draft.target = met.get(draft.source) or self.met.get(draft.source, ())
            if draft.level == MAIN and draft.rule not in ("nominal", "heading"):
                self.topic = draft.source
        self.met = met
        self.partners |= met

    def _decide(self, candidate: Candidate, heading: bool) -> Draft | None:
        chunks, index, predicate, link = candidate.chunks, candidate.index, candidate.predicate, candidate.link
        motion = predicate.frame == "place" and predicate.kind == "weak"
        if motion and not syntax.place_follows(chunks, index):
            return None
        noun = link.nominal and not link.light
        present = dropped.present(candidate) if link.kind in ("initial", "embedded") and not noun else None
        if present is not None:
            return present
        if predicate.kind == "event" and (noun or link.kind in ("preposition", "embedded")):
            return None if link.negated else nominals.draft(self.document, candidate)
        if nominals.between(candidate) and (noun or link.kind in ("preposition", "embedded", "direct")):
            return None if link.negated else nominals.draft(self.document, candidate)
        if not noun and syntax.is_statement(chunks, index):
            return dropped.statement(Context(self.document, candidate, self.author or self.topic, heading))
        if noun or link.modal or link.negated or syntax.is_noun(chunks, index, link):
            return None
        if predicate.frame == "regard" and not syntax.regards(chunks, index):
            return None
        if link.kind == "patient" or (link.passive and link.kind == "coordinate"):
            return None  # agentless passive
        equated = parted.equated(chunks, index) if link.kind in ("embedded", "subject", "clause") else -1
        if equated >= 0 and predicate.kind != "weak" and candidate.speaker is None and not syntax.by_person(chunks, link):
            return candidate.draft(chunks[equated], "equated", MAIN if candidate.scope.saying is None else INNER)
        if link.kind == "agent":
            return subjects.by_agent(candidate)
        if link.kind == "subject":
            return subjects.draft(self.document, candidate)
        if link.kind == "clause" and predicate.act == "VISIT" and parted.described(chunks, link.at):
            return candidate.draft(chunks[link.at - 2], "relative", OBJECT)
        if candidate.speaker is not None:
            return firsthand.draft(candidate, self.partners)
        if link.kind in ("coordinate", "initial"):
            return dropped.draft(Context(self.document, candidate, self.topic, heading))
        if link.kind == "clause":
            return dropped.subordinate(candidate)
        last = candidate.scope.acts[-1] if candidate.scope.acts else None
        if link.kind == "direct" and last is not None and last.index == link.at and predicate.kind == "event":
            glad = (
                last.predicate.frame == "praise" and predicate.act == "VISIT" and syntax.object_follows(chunks, index)
            )
            chained = glad or (last.predicate.kind == "event" and last.act != "AGREE")
            return candidate.draft(last, "chain", OBJECT if glad else last.level) if chained else None
        return None
