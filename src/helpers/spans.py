"""The rows that one document yields: plain tuples with integer offsets into its normalised text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

MENTION_TYPES = ("PER", "ROLE", "ORG", "LOC", "DATE", "DOC", "EVENT")
ACT_CLASSES = (
    "VISIT", "RECEIVE", "MEET", "SIGN", "STATE", "STRESS", "PRAISE", "PROPOSE", "COMMIT", "AGREE", "EXCHANGE", "OBJECT",
)  # fmt: skip
ZONES = ("headline", "kicker", "byline", "lede", "body", "caption", "boilerplate")
TIMES = ("reported", "planned", "recalled", "denied")
MENTION_ZONES = ("headline", "byline", "lede", "body", "caption")
ACT_ZONES = ("headline", "lede", "body", "caption")


class Segment(NamedTuple):
    """A line of the text or a part of one; the segments of a text tile it."""

    start: int
    end: int
    zone: str
    rule: str


class Sentence(NamedTuple):
    """A sentence inside one segment. `speaker` is the entity key of whoever says it, "" if it is the reporter."""

    start: int
    end: int
    zone: str
    speaker: str = ""


class Token(NamedTuple):
    """A word as segmented by underthesea; `sentence` is the index of its sentence."""

    sentence: int
    start: int
    end: int
    text: str
    pos: str


class Mention(NamedTuple):
    """A name, office, place, date, document or event (codebook, section 2).

    `rule` made it; `entry` are the rows of the lexicon that stand in it ("table: entry", joined by ;), "" for none.
    """

    start: int
    end: int
    text: str
    type: str
    entity: str
    rule: str
    entry: str = ""


class Reference(NamedTuple):
    """A referring expression (hai bên, ông, đoàn …) and the entity keys it stands for."""

    start: int
    end: int
    text: str
    kind: str
    refers_to: tuple[str, ...]


class Act(NamedTuple):
    """A diplomatic act (codebook, section 3); `source`, `target` and `addressee` hold entity keys, and so do the
    actor and recipient that PLOVER sees in it."""

    start: int
    end: int
    text: str
    act: str
    protocol: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    addressee: tuple[str, ...]
    content_start: int
    content_end: int
    topics: tuple[str, ...]
    time: str
    searle: str
    cameo: str
    plover: str
    plover_mode: str
    plover_actor: tuple[str, ...]
    plover_recipient: tuple[str, ...]
    rule: str


class Fault(NamedTuple):
    """A place where the text is read otherwise than it stands (`lexicon/faults.csv` explains the kinds); `reads_as` is
    what the analysis takes it for, "" for nothing."""

    kind: str
    start: int
    end: int
    text: str
    reads_as: str


@dataclass(frozen=True)
class Annotation:
    """All that one document says of itself; a pure function of its text and date. `notes` are the quality flags that the
    analysis gives reason for: kinds of faults, and what the date found in the text rests on."""

    text: str
    segments: tuple[Segment, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    acts: tuple[Act, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    metadata: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # field → (value, rule, certainty)
