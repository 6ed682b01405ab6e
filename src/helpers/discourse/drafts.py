"""An act while it is being read, the candidate it is made from, and what a sentence has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.discourse.chunks import Chunk
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

Keys = tuple[str, ...]

# Levels: an act of the reporter's own sentence; one told inside what is said; one whose subject is another act's object.
MAIN, INNER, OBJECT = "main", "inner", "object"
# Frames whose content is a clause or an attitude: what stands in it is said, not told by the reporter.
SAYING = {"say", "opine", "ask", "agree", "support", "regard", "wish", "order", "object", "praise", "honour", "convey",
    "trust", "deny", "refuse", "invite",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A candidate that reports an act: its chunk, class, participants, and the rule that made it.

    `topic` is, of a heading, who acted last before it; `patient`, of a passive, to whom it is done.
    """

    index: int
    predicate: Predicate
    act: str
    source: Keys
    joint: bool
    rule: str
    link: Link
    level: str = MAIN
    target: Keys = ()
    topic: Keys = ()
    patient: Keys = ()


@dataclass(slots=True)
class Scope:
    """What a sentence has told up to a predicate.

    `saying` is the main predicate whose content is open (a saying by someone who is no actor has no source), `own`
    whether that content has a clause of the speaker's own side, `held` whether another person of that side speaks in it,
    `inner` the last act reported inside it.
    """

    acts: list[Draft] = field(default_factory=list)
    saying: Draft | None = None
    own: bool = False
    held: bool = False
    inner: Draft | None = None

    @property
    def main(self) -> Draft | None:
        """The last act on the reporter's level that has a subject of its own or shares one."""
        return next((d for d in reversed(self.acts) if d.level == MAIN and d.rule not in ("nominal", "agent")), None)

    def opened(self, draft: Draft) -> None:
        """Take note of a predicate on the reporter's level: its content is open now, or there is none."""
        self.saying = draft if draft.predicate.frame in SAYING else None
        self.own, self.held, self.inner = False, False, None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate of the lexicon at chunk `index`, how it hangs on what stands before it, and what was told so far.

    `speaker` are the keys of who is quoted, where it stands in a quotation (empty if unknown), else None.
    """

    chunks: list[Chunk]
    scope: Scope
    index: int
    predicate: Predicate
    link: Link
    speaker: Keys | None

    @property
    def after(self) -> Chunk:
        """The chunk behind the predicate, a stop at the end of the sentence."""
        return self.chunks[self.index + 1] if self.index + 1 < len(self.chunks) else Chunk(0, 0, "stop")

    def draft(self, who: Chunk | Draft, rule: str, level: str = MAIN) -> Draft:
        """The draft whose source is a participant, or that of another act."""
        keys = who.source if isinstance(who, Draft) else who.keys
        source = tuple(sorted(keys))
        return Draft(self.index, self.predicate, self.predicate.act, source, who.joint, rule, self.link, level)
