"""An act while it is being read, and what a sentence has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.discourse.chunks import Chunk
from helpers.discourse.links import Link
from helpers.discourse.predicates import Predicate

# Levels: an act of the reporter's own sentence; one told inside what is said; one whose subject is another act's object.
MAIN, INNER, OBJECT = "main", "inner", "object"
# Frames whose content is a clause or an attitude: what stands in it is said, not told by the reporter.
SAYING = {"say", "opine", "ask", "agree", "support", "regard", "wish", "order", "object", "praise", "honour", "convey"}


@dataclass(slots=True)
class Draft:
    """A candidate that reports an act: its chunk, class, participants, and the rule that made it."""

    index: int
    predicate: Predicate
    act: str
    source: tuple[str, ...]
    joint: bool
    rule: str
    link: Link
    level: str = MAIN
    target: tuple[str, ...] = ()


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


def make(index: int, predicate: Predicate, who: Chunk | Draft, rule: str, link: Link, level: str) -> Draft:
    """The draft of a predicate whose source is a participant, or that of another act."""
    keys = who.source if isinstance(who, Draft) else who.keys
    return Draft(index, predicate, predicate.act, tuple(sorted(keys)), who.joint, rule, link, level)
