"""A sentence as a row of chunks: participants, predicates, function words, signs and the words between."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from helpers import lexicon
from helpers.discourse.predicates import Marker, Predicate, adverbial, table
from helpers.entities import parties as party_phrases
from helpers.entities.parties import Party
from helpers.entities.persons import country_of, gather
from helpers.spans import Mention, Reference, Sentence
from helpers.text import flatten

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]|_")
SIGNS = {
    ",": "comma", ";": "semicolon", ":": "colon", "(": "open", ")": "close", "-": "dash", "–": "dash", "—": "dash",
    '"': "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote", ".": "stop", "!": "stop", "?": "stop", "…": "stop", "/": "comma",
}  # fmt: skip


@dataclass(slots=True)
class Chunk:
    """A piece of a sentence. `kind`: party, predicate, date, name (document, event), a marker category, a sign, or word.

    A party has the keys of its participants; `actor` tells whether it can act (firms, media and scholars cannot, nor can
    a country that only says whose something is). `members` are the keys of each coordinated part.
    """

    start: int
    end: int
    kind: str
    keys: tuple[str, ...] = ()
    party: str = ""
    actor: bool = True
    joint: bool = False
    predicate: Predicate | None = None
    head: str = ""
    members: list[tuple[str, ...]] = field(default_factory=list)


class Document:
    """What all sentences of a document share: participants, their keys, and lexicon hits outside of names."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], references: tuple[Reference, ...]) -> None:
        self.text = text
        parties = party_phrases.find(text, mentions)
        self.persons = gather(parties)
        self.items: list[Chunk] = []
        known = {(r.start, r.end): r for r in references}
        used: set[tuple[int, int]] = set()
        for party in parties:
            span = next((s for s in ((party.core, party.end), (party.start, party.end)) if s in known), None)
            if span:
                used.add(span)
            keys = known[span].refers_to if span else _keys(party)
            self.items.append(
                Chunk(party.start, party.end, "party", keys, party.kind, joint=len(keys) > 1, members=[keys])
            )
        covered = _Cover(sorted((c.start, c.end) for c in self.items))
        for mention in mentions:
            if mention.type in ("DATE", "DOC", "EVENT") and not covered.touches(mention.start, mention.end):
                self.items.append(Chunk(mention.start, mention.end, "date" if mention.type == "DATE" else "name"))
        for reference in references:
            if (reference.start, reference.end) not in used and not covered.touches(reference.start, reference.end):
                two = reference.kind in ("joint", "leaders")
                item = Chunk(
                    reference.start,
                    reference.end,
                    "party",
                    reference.refers_to,
                    reference.kind,
                    joint=two,
                    members=[reference.refers_to],
                )
                self.items.append(item)
        taken = _Cover(sorted((c.start, c.end) for c in self.items))
        matcher, entries = table()
        last = -1
        for hit in matcher.all(text):
            if hit.start < last or taken.touches(hit.start, hit.end):
                continue
            last = hit.end
            entry = entries[hit.entry]
            if isinstance(entry, Predicate):
                self.items.append(Chunk(hit.start, hit.end, "predicate", predicate=entry))
            elif isinstance(entry, Marker):
                self.items.append(Chunk(hit.start, hit.end, entry.category, head=entry.entry))
            else:
                self.items.append(Chunk(hit.start, hit.end, "word"))
        self.items.sort(key=lambda c: (c.start, -c.end))
        self.starts = [c.start for c in self.items]
        self.joint = [r for r in references if r.kind == "joint" and len(r.refers_to) == 2]

    def sides(self, keys: tuple[str, ...]) -> set[str]:
        """The countries on whose side the entity keys stand, as far as the document tells."""
        return {code for code in (country_of(key, self.persons) for key in keys) if code}

    def pair(self, position: int) -> tuple[str, ...]:
        """The two countries that "hai bên" means at `position`, () if the document does not tell."""
        return min(self.joint, key=lambda r: abs(r.start - position)).refers_to if self.joint else ()

    def country_of_place(self, key: str) -> str:
        """Code of the country that the place `key` lies in, "" if the lexicon does not know it."""
        flat = flatten(key)
        return _places().get(flat, "") or next(
            (code for head in _PLACE_HEADS if (code := _places().get(flat.removeprefix(head), ""))), ""
        )

    def sentence(self, sentence: Sentence) -> list[Chunk]:
        """The chunks of one sentence, heads merged into their participants and coordinated participants made one."""
        out: list[Chunk] = []
        position = sentence.start
        for item in self.items[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]:
            if item.start < position:
                continue
            out += _words(self.text, position, item.start)
            out.append(item)
            position = item.end
        out += _words(self.text, position, sentence.end)
        return _coordinate(_heads(_adverbs(out)))


_PLACE_HEADS = ("tỉnh ", "thành phố ", "thủ đô ", "bang ", "vùng ", "đảo ")


@cache
def _places() -> dict[str, str]:
    return {flatten(row["entry"]): row["iso"] for row in lexicon.load("places") if row["iso"]}


def _keys(party: Party) -> tuple[str, ...]:
    if party.person:
        return (party.person,)
    if party.bodies:
        return (party.bodies[0],)
    return (*party.countries[:1],) or (*party.places[:1],)


def _words(text: str, start: int, end: int) -> list[Chunk]:
    return [Chunk(m.start(), m.end(), SIGNS.get(m.group(), "word")) for m in _WORD.finditer(text, start, end)]


def _adverbs(chunks: list[Chunk]) -> list[Chunk]:
    """A predicate that is also an adverb is one where another predicate follows."""
    for chunk, after in zip(chunks, [*chunks[1:], Chunk(0, 0, "stop")], strict=True):
        if (
            chunk.predicate
            and chunk.predicate.frame == "place"
            and chunk.predicate.kind == "weak"
            and chunk.predicate.entry != "rời"
        ):
            if after.predicate:
                chunk.kind, chunk.head, chunk.predicate = "adverb", chunk.predicate.entry, None
            elif after.party not in ("country", "place"):
                chunk.kind, chunk.head, chunk.predicate = "preposition", chunk.predicate.entry, None
        elif chunk.predicate and after.predicate and chunk.predicate.entry in adverbial():
            chunk.kind, chunk.head, chunk.predicate = "adverb", chunk.predicate.entry, None
    return chunks


def _heads(chunks: list[Chunk]) -> list[Chunk]:
    """Head nouns before a participant join it; an unknown noun before a country or body makes it an attribute."""
    out: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "party":
            while out and (out[-1].kind.startswith("head:") or (out[-1].kind == "determiner" and chunk.head)):
                head = out.pop()
                chunk.start = head.start
                chunk.head = chunk.head or head.kind
                chunk.actor = chunk.actor and head.kind in ("head:side", "head:group", "determiner")
            if chunk.party in ("country", "place", "joint") and out and out[-1].kind in ("word", "manner", "name"):
                chunk.actor = False
            if out and out[-1].kind == "party" and chunk.party == "joint" and out[-1].party in ("office", "body"):
                out[-1].end, out[-1].keys, out[-1].joint = (
                    chunk.end,
                    out[-1].keys if len(out[-1].keys) > 1 else chunk.keys,
                    True,
                )
                out[-1].members = [out[-1].keys]
                continue
        out.append(chunk)
    return out


_JOINERS = {"comma", "conjunction", "dash", "adverb", "preposition"}


def _coordinate(chunks: list[Chunk]) -> list[Chunk]:
    """Participants joined by "và", a comma or a dash become one chunk, where they can be one subject or object."""
    out: list[Chunk] = []
    for index, chunk in enumerate(chunks):
        if chunk.kind == "companion" and len(out) > 1 and out[-2].kind == "party":
            out[-2].end = chunk.end
            out.pop()
            continue
        if chunk.kind == "party" and len(out) > 1 and out[-1].kind == "lead" and out[-2].kind == "party":
            _lead(out, chunk)
            continue
        if (
            chunk.kind == "party"
            and len(out) > 1
            and out[-1].head == "của"
            and out[-2].party == "office"
            and chunk.party in ("person", "office")
        ):
            out.pop()  # "đặc phái viên của Tổng Bí thư A"
            out[-1].end = chunk.end
            continue
        if (
            chunk.kind == "lead"
            and len(out) > 2
            and out[-1].kind == "party"
            and out[-2].kind == "agent"
            and out[-3].kind == "party"
        ):
            leader = out.pop()
            out.pop()
            _lead(out, leader, chunk.end)
            continue
        if (
            chunk.kind == "party"
            and len(out) > 1
            and out[-1].kind in ("comma", "conjunction", "dash")
            and out[-2].kind == "party"
        ):
            left, join = out[-2], out[-1]
            if _same_rank(left, chunk) and (join.kind != "comma" or _list_goes_on(chunks, index, out)):
                left.end, left.joint = chunk.end, True
                left.members = [*left.members, *chunk.members]
                left.keys = tuple(dict.fromkeys([*left.keys, *chunk.keys]))
                left.actor = left.actor and (chunk.actor or chunk.party != "person")
                out.pop()
                continue
        out.append(chunk)
    return out


def _lead(out: list[Chunk], other: Chunk, end: int = 0) -> None:
    """A delegation and who leads it are one participant: "A dẫn đầu B", "B do A dẫn đầu"."""
    if out[-1].kind == "lead":
        out.pop()
    whole = out[-1]
    whole.end = end or other.end
    if other.party in ("body", "person", "delegation"):
        whole.keys = tuple(dict.fromkeys([*whole.keys, *other.keys]))


_PERSONS = {"person", "office", "counterpart", "man", "woman", "comrade", "leaders"}
_SIDES = {"country", "body", "joint", "delegation", "nation", "partner", "home"}


def _same_rank(left: Chunk, right: Chunk) -> bool:
    if left.party == "place" or right.party == "place":
        return left.party == right.party
    if left.party in _PERSONS:
        return right.party in _PERSONS or right.party in ("delegation", "body")
    return left.party in _SIDES and right.party in _SIDES


def _list_goes_on(chunks: list[Chunk], index: int, out: list[Chunk]) -> bool:
    """Whether a comma before chunk `index` continues a list rather than closing a frame or a clause."""
    after = next((c.kind for c in chunks[index + 1 :] if c.kind not in ("date", "open", "close", "companion")), "stop")
    if after in ("predicate", "light", "lead", "adverb", "negation", "modal", "word"):
        if len(out) > 2 and out[-3].predicate is not None and out[-3].predicate.frame in ("say", "opine", "ask"):
            return True
        frame = any(c.kind in ("preposition", "subordinator", "nominaliser") for c in out[:-2]) or any(
            c.kind == "predicate" for c in out[:-2]
        )
        return not frame
    return True


class _Cover:
    """Which stretches of the text are taken, for questions in order of position."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether [start, end) overlaps a taken stretch."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and self.ends[index] > start
