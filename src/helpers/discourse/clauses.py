"""Which candidates report an act, and who acts: main predicates apart from what is said (codebook, rulings 1, 4, 13, 14)."""

from __future__ import annotations

from helpers.discourse import arguments, links, nominals, stance, syntax
from helpers.discourse.chunks import Chunk, Document
from helpers.discourse.drafts import INNER, MAIN, OBJECT, Draft, Scope
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

SAYING = {"say", "opine", "ask", "agree", "support", "regard", "wish", "order", "object", "praise", "honour", "convey"}
_JOINT_CONTENT = {"AGREE", "SIGN", "EXCHANGE", "MEET", "VISIT", "RECEIVE"}
_ADDING = ("cũng như", "nhất là", "trong đó", "đặc biệt là")


class Reader:
    """Reads the sentences of a document in order; `topic` is who acted last, for subjects left out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topic: tuple[str, ...] = ()
        self.met: dict[tuple[str, ...], tuple[str, ...]] = {}  # who met whom in this sentence and the one before
        self.partner: dict[tuple[str, ...], tuple[str, ...]] = {}  # the same, since the beginning
        self.chunks: list[Chunk] = []
        self.scope = Scope()

    def read(self, chunks: list[Chunk], quoted: dict[int, tuple[str, ...]]) -> list[Draft]:
        """The drafts of one sentence. `quoted` holds the chunks inside quotation marks, with the keys of who is quoted."""
        self.chunks, self.scope = chunks, Scope()
        for index, chunk in enumerate(chunks):
            if chunk.predicate is None:
                continue
            draft = self._decide(index, chunk.predicate, links.find(chunks, index), quoted.get(index))
            if draft:
                if draft.rule != "nominal":
                    draft.act = stance.adjust(self.document, chunks, draft)
                    draft.target = arguments.target(self.document, chunks, draft, len(chunks), self.scope.acts)
                self.scope.acts.append(draft)
        self._settle()
        return self.scope.acts

    def _settle(self) -> None:
        """Targets once more, now that it is known where each content ends; what the next sentence needs to know."""
        chunks, acts = self.chunks, self.scope.acts
        for number in range(len(acts) - 1, -1, -1):
            draft = acts[number]
            if draft.rule == "nominal":
                continue
            later = next(
                (d for d in acts[number + 1 :] if d.rule not in ("nominal", "reported", "quoted", "agent")), None
            )
            end = later.index if later else len(chunks)
            draft.target = arguments.target(self.document, chunks, draft, end, acts[:number])
            between = chunks[draft.index + 1 : end]
            if (
                not draft.target
                and later
                and later.rule == "coordinate"
                and all(c.kind in ("conjunction", "comma", "adverb", "manner") for c in between)
            ):
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

    def _decide(self, index: int, predicate: Predicate, link: Link, speaker: tuple[str, ...] | None) -> Draft | None:
        chunks = self.chunks
        if predicate.frame == "place" and not syntax.place_follows(chunks, index):
            return None
        noun = link.nominal and not link.light
        if predicate.kind == "event" and (noun or link.kind == "preposition"):
            return nominals.draft(self.document, chunks, index, link, self.scope)
        if noun or link.modal or (link.negated and predicate.act != "OBJECT") or syntax.is_noun(chunks, index, link):
            return None
        if predicate.frame == "regard" and not syntax.regards(chunks, index):
            return None
        if link.kind == "agent":
            return (
                self._draft(index, predicate, chunks[link.at], "agent", link, INNER)
                if syntax.is_actor(chunks[link.at])
                else None
            )
        if link.kind == "subject":
            return self._with_subject(index, predicate, link, speaker)
        if link.kind in ("coordinate", "initial"):
            return self._without_subject(index, predicate, link, speaker)
        if link.kind == "clause":
            return self._subordinate(index, predicate, link)
        if (
            link.kind == "direct"
            and self.scope.acts
            and self.scope.acts[-1].index == link.at
            and predicate.kind == "event"
        ):
            host = self.scope.acts[-1]
            return (
                self._draft(index, predicate, host, "chain", link, host.level)
                if host.predicate.kind == "event"
                else None
            )
        return None

    def _with_subject(
        self, index: int, predicate: Predicate, link: Link, speaker: tuple[str, ...] | None
    ) -> Draft | None:
        chunks, scope, document = self.chunks, self.scope, self.document
        subject = chunks[link.at]
        if not syntax.is_actor(subject) or link.before == "preposition":
            return None
        if speaker is not None:
            own = bool(document.sides(subject.keys) & document.sides(speaker))
            if not speaker or predicate.kind == "weak" or not self._reportable("STATE", subject, predicate, own):
                return None
            return self._draft(index, predicate, subject, "quoted", link, INNER)
        host = scope.saying
        if host is None:
            return self._draft(
                index, predicate, subject, "subject", link, OBJECT if link.before == "predicate" else MAIN
            )
        own = bool(document.sides(subject.keys) & document.sides(host.source))
        opening = syntax.opens_content(chunks, host.index, link.at)
        boundary = syntax.boundary_before(chunks, link.at)
        if boundary and not opening:
            other = subject.party in syntax.PERSONS or not own
            if (other and (predicate.kind == "speech" or subject.party in syntax.PERSONS)) or boundary == "semicolon":
                return self._draft(index, predicate, subject, "subject", link, MAIN)
        if not self._reportable(host.act, subject, predicate, own):
            scope.own = scope.own or own or subject.joint
            return None
        scope.inner = self._draft(index, predicate, subject, "reported", link, INNER)
        return scope.inner

    def _reportable(self, host: str, subject: Chunk, predicate: Predicate, own: bool) -> bool:
        """Whether a predicate with a subject inside what is said is a further real act (ruling 4)."""
        if host == "PRAISE":
            return predicate.kind == "event" or predicate.entry == "mời"
        if host not in ("STATE", "STRESS"):
            return False
        if predicate.kind == "event" or predicate.act in _JOINT_CONTENT:
            return True
        return not own and not subject.joint

    def _without_subject(
        self, index: int, predicate: Predicate, link: Link, speaker: tuple[str, ...] | None
    ) -> Draft | None:
        chunks, scope = self.chunks, self.scope
        last = scope.main
        if link.kind == "coordinate" and chunks[link.at].head in _ADDING and predicate.kind != "speech":
            return None
        if speaker is not None:
            return None
        if last is None:
            return self._initial(index, predicate, link)
        host = scope.saying
        if (
            scope.inner is not None
            and host is not None
            and host.act in ("STATE", "STRESS")
            and link.sign != "semicolon"
            and predicate.kind != "weak"
        ):
            return self._draft(index, predicate, scope.inner, "coordinate", link, INNER)
        if host is not None and not self._leaves(host, predicate, link):
            return None
        if (
            predicate.kind in ("weak", "event")
            and last.predicate.kind != "event"
            and not syntax.object_follows(chunks, index)
        ):
            return None
        if predicate.kind == "weak" and not syntax.object_follows(chunks, index):
            return None
        return self._draft(index, predicate, last, "coordinate", link, MAIN)

    def _leaves(self, host: Draft, predicate: Predicate, link: Link) -> bool:
        """Whether a coordinated predicate leaves the content of `host` and stands beside it."""
        if predicate.kind == "speech":
            return True
        if predicate.kind == "stance":
            own = self.scope.own or self._own_content(host) or "luôn" in link.words
            kept = host.act in ("PROPOSE", "AGREE", "COMMIT") and predicate.act in ("COMMIT", "PRAISE", "OBJECT")
            return not own and not kept
        return host.predicate.frame == "praise" and predicate.act == "STATE" and predicate.kind == "open"

    def _own_content(self, host: Draft) -> bool:
        """Whether what `host` says begins with its own side or with a stance."""
        for chunk in self.chunks[host.index + 1 :]:
            if chunk.kind == "party":
                return bool(self.document.sides(chunk.keys) & self.document.sides(host.source)) and not chunk.joint
            if chunk.predicate is not None:
                return host.predicate.frame == "say" and chunk.predicate.kind == "stance"
            if chunk.kind not in ("adverb", "complementiser", "comma", "colon", "manner", "quote"):
                return False
        return False

    def _initial(self, index: int, predicate: Predicate, link: Link) -> Draft | None:
        chunks = self.chunks
        if predicate.kind in ("weak", "open"):
            return None
        first = syntax.first_subject(chunks, index)
        if first is not None:
            if link.kind == "initial" or (predicate.kind == "event" and not syntax.object_follows(chunks, index)):
                return None
            return self._draft(index, predicate, chunks[first], "coordinate", link, MAIN)
        later = syntax.later_subject(chunks, index)
        if later is not None:
            good = (
                (predicate.kind == "speech" and predicate.act != "STATE")
                or predicate.act == "SIGN"
                or syntax.object_follows(chunks, index)
            )
            return self._draft(index, predicate, chunks[later], "fronted", link, OBJECT) if good else None
        if self.topic and predicate.kind == "speech" and link.kind == "initial":
            return self._topic(index, predicate, link)
        return None

    def _topic(self, index: int, predicate: Predicate, link: Link) -> Draft | None:
        """A sentence or heading without subject: who acted last, or the one met where it speaks of the actor's own side."""
        draft = self._draft(index, predicate, Chunk(0, 0, "party", self.topic), "topic", link, MAIN)
        sides = {code for chunk in self.chunks if chunk.kind == "party" for code in self.document.sides(chunk.keys)}
        if sides and sides == self.document.sides(self.topic) and predicate.act == "PRAISE":
            draft.source = self.partner.get(self.topic, ())
        return draft if draft.source else None

    def _subordinate(self, index: int, predicate: Predicate, link: Link) -> Draft | None:
        """ "… khi đón X", "Sau khi hội đàm với X, A …": an encounter by the subject of the sentence."""
        chunks = self.chunks
        if (
            predicate.kind != "event"
            or self.chunks[link.at].kind != "subordinator"
            or not syntax.object_follows(chunks, index)
        ):
            return None
        if self.scope.main is not None:
            return self._draft(index, predicate, self.scope.main, "subordinate", link, OBJECT)
        later = syntax.later_subject(chunks, index)
        return self._draft(index, predicate, chunks[later], "subordinate", link, OBJECT) if later is not None else None

    def _draft(
        self, index: int, predicate: Predicate, subject: Chunk | Draft, rule: str, link: Link, level: str
    ) -> Draft:
        keys = subject.source if isinstance(subject, Draft) else subject.keys
        draft = Draft(index, predicate, predicate.act, tuple(sorted(keys)), subject.joint, rule, link, level)
        if level == MAIN and predicate.frame in SAYING:
            self.scope.saying, self.scope.own, self.scope.inner = draft, False, None
        elif level == MAIN:
            self.scope.saying = None
        return draft
