"""Which candidates report an act: main predicates apart from what is said (codebook, rulings 1, 4, 13, 14)."""

from __future__ import annotations

from helpers.discourse import (
    arguments,
    dropped,
    firsthand,
    guests,
    heads,
    hearsay,
    links,
    nominals,
    parted,
    passive,
    retold,
    serial,
    settling,
    stance,
    statements,
    subjects,
    syntax,
)
from helpers.discourse.chunks import Chunk
from helpers.discourse.document import Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Candidate, Draft, Keys, Scope
from helpers.discourse.said import Context


class Reader:
    """Reads the sentences of a document in order; `topic` is who acted last, for subjects left out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: Keys = ()
        self.body: Keys = ()  # named last, whom "cơ quan này" means
        self.author: Keys = ()  # of the statement told of last, which "Tuyên bố cho biết …" goes on with
        self.memory = settling.Memory(document)

    def read(self, chunks: list[Chunk], quoted: dict[int, Keys], heading: bool) -> list[Draft]:
        """The drafts of one sentence. `quoted` holds the chunks inside quotation marks, with the keys of who is quoted;
        `heading` tells whether it is a line of its own without a stop."""
        scope = Scope()
        chunks = heads.taken_up(chunks, self.body)
        self.body = next((c.keys for c in reversed(chunks) if c.party == "body" and c.actor and c.keys), self.body)
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
        settling.settle(self.document, chunks, scope.acts)
        self.memory.fill(chunks, scope.acts)
        told = (d for d in reversed(scope.acts) if d.level == MAIN and d.rule not in ("nominal", "heading"))
        self.topic = next((d.source for d in told), self.topic)
        self.author = statements.author(chunks)
        return scope.acts

    def _decide(self, candidate: Candidate, heading: bool) -> Draft | None:
        chunks, index, predicate, link = candidate.chunks, candidate.index, candidate.predicate, candidate.link
        if predicate.frame == "utter" and link.kind != "agent":
            return None
        if candidate.speaker is None and (opposed := passive.met_with(candidate)) is not None:
            return opposed
        motion = predicate.frame == "place" and predicate.kind == "weak"
        if motion and not syntax.place_follows(chunks, index):
            return None
        noun = (link.nominal or link.light) and (not link.light or nominals.named(candidate))
        present = dropped.present(candidate) if link.kind in ("initial", "embedded") and not noun else None
        if present is not None:
            return present
        if (told_elsewhere := retold.draft(candidate) or guests.sent(self.document, candidate)) is not None:
            return told_elsewhere
        if link.passive and not noun and link.kind in ("patient", "coordinate", "embedded", "initial"):
            return None if link.negated or link.modal else passive.without_agent(candidate)
        if predicate.kind == "event" and (noun or link.kind in ("preposition", "embedded")):
            return None if link.negated else nominals.draft(self.document, candidate)
        if nominals.between(candidate) and (noun or link.kind in ("preposition", "embedded", "direct")):
            return None if link.negated else nominals.draft(self.document, candidate)
        if not noun and statements.is_statement(chunks, index):
            return dropped.statement(Context(self.document, candidate, self.author or self.topic, heading))
        if (
            noun
            or (link.modal and not syntax.possible(candidate))
            or link.negated
            or statements.is_noun(chunks, index, link)
        ):
            return None
        if predicate.frame == "regard" and not syntax.regards(chunks, index):
            return None
        equated = parted.equated(chunks, index) if link.kind in ("embedded", "subject", "clause") else -1
        if (
            equated >= 0
            and predicate.kind != "weak"
            and predicate.frame != "exchange"  # "X là một chủ đề thảo luận"
            and candidate.speaker is None
            and not syntax.by_person(chunks, index, link)
        ):
            return candidate.draft(chunks[equated], "equated", MAIN if candidate.scope.saying is None else INNER)
        if predicate.frame == "utter":
            return passive.uttered(candidate)
        if (further := serial.draft(candidate)) is not None:
            return further
        if link.kind == "agent":
            return passive.by_agent(candidate)
        if link.kind == "subject":
            return subjects.draft(self.document, candidate)
        told = predicate.act == "VISIT" or predicate.kind in ("speech", "stance")
        if link.kind == "clause" and told and parted.described(chunks, link.at):
            return candidate.draft(chunks[link.at - 2], "relative", OBJECT)
        if candidate.speaker is not None:
            return firsthand.draft(candidate, self.memory.partners)
        if hearsay.opens(chunks, link, predicate):
            hearsay.opened(candidate)
            return None
        if link.kind in ("coordinate", "initial"):
            return dropped.draft(Context(self.document, candidate, self.topic, heading, self.memory.partners))
        if link.kind == "clause":
            return serial.aim(candidate) or serial.besides(candidate) or dropped.subordinate(candidate)
        last = candidate.scope.acts[-1] if candidate.scope.acts else None
        if link.kind == "direct" and last is not None and last.index == link.at and predicate.kind == "event":
            glad = (
                last.predicate.frame == "praise" and predicate.act == "VISIT" and syntax.object_follows(chunks, index)
            )
            chaired = predicate.frame == "say" and last.act == "MEET"  # "cùng chủ trì họp báo" is one
            chained = glad or (last.predicate.kind == "event" and last.act != "AGREE" and not chaired)
            return candidate.draft(last, "chain", OBJECT if glad else last.level) if chained else None
        return None
