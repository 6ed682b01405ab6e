"""What all sentences of a document share: participants, their keys and sides, and lexicon hits outside of names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

from helpers import lexicon
from helpers.discourse import actors, heads, phrases, ships
from helpers.discourse.chunks import Chunk, Cover, between
from helpers.discourse.predicates import PERSON, Marker, Predicate, past_dates, table
from helpers.entities import parties as party_phrases
from helpers.entities.owner_country import country_of_body, country_of_document
from helpers.entities.party import Party, is_delegation
from helpers.entities.persons import country_of, gather
from helpers.spans import Mention, Reference, Sentence
from helpers.text import flatten

_TWO = "hai "
_LONGEST = 400  # chunks that are read as one sentence
_CALL = "cuộc "  # classifier of nouns whose verb means something else alone: "cuộc gọi"


class Document:
    """The chunks of a document, and what it tells of its participants."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], references: tuple[Reference, ...]) -> None:
        self.text = text
        parties = party_phrases.find(text, mentions)
        self.persons = gather(parties)
        self.joint = [r for r in references if r.kind == "joint" and len(r.refers_to) == 2]
        self.items = self._participants(parties, references)
        covered = Cover(self.items)
        for mention in mentions:
            if mention.type in ("DATE", "DOC", "EVENT") and not covered.touches(mention.start, mention.end):
                kind = "date" if mention.type == "DATE" else "name"
                of = country_of_document(mention.entity) if kind == "name" else ""
                tense = "recalled" if kind == "date" and _recalled(text, mention) else ""
                start = mention.start - _led(text, mention) if kind == "date" else mention.start
                self.items.append(Chunk(start, mention.end, kind, (of,) if of else (), tense=tense))
        self._lexicon()
        self.items.sort(key=lambda c: (c.start, -c.end))
        self.starts = [c.start for c in self.items]
        self.fleet = ships.fleet(self.items)

    def _participants(self, parties: tuple[Party, ...], references: tuple[Reference, ...]) -> list[Chunk]:
        known = {(r.start, r.end): r for r in references}
        leaders = {r.end: (r.start, r.end) for r in references if r.kind == "counterpart"}
        outside = actors.outsiders(self.text, parties)
        cores = {(party.core, party.end) for party in parties}
        called = [span for span, r in known.items() if r.kind in ("office", "nation") and span not in cores]
        items: list[Chunk] = []
        for party in parties:
            if any(start <= party.core and party.end <= end for start, end in called):
                continue  # "lãnh đạo X", who is named elsewhere
            span = (party.core, party.end) if (party.core, party.end) in known else (party.start, party.end)
            span = leaders.get(party.end, span) if party.kind in ("country", "body") else span
            reference = known.pop(span, None)
            keys = reference.refers_to if reference else _keys(party)
            item = Chunk(party.start, party.end, "party", keys, party.kind, joint=len(keys) > 1, members=[keys])
            item.actor = not (keys and keys[0] in outside)
            if party.kind == "body" and is_delegation(keys[0]):
                item.party = "delegation"
            if party.head and keys and keys[0] not in self.persons:  # "người đứng đầu X", who may stand beside his name
                item.role = PERSON
            if party.kind == "place" and keys:
                item.seat = actors.seat(keys[0])
            items.append(item)
        for item in items:
            if (
                item.party == "office"
                and item.joint
                and self.text[max(0, item.start - 4) : item.start].casefold() == _TWO
            ):
                item.start -= len(_TWO)  # "hai thủ tướng"
        covered = Cover(items)
        for reference in known.values():
            if not covered.touches(reference.start, reference.end):
                item = Chunk(reference.start, reference.end, "party", reference.refers_to, reference.kind)
                item.actor = not set(reference.refers_to) & outside
                item.joint, item.members = len(reference.refers_to) > 1, [reference.refers_to]
                items.append(item)
        return items

    def _lexicon(self) -> None:
        taken = Cover(self.items)
        matcher, entries = table()
        titles = [item.start for item in self.items if item.kind == "name"]
        last = -1
        for hit in matcher.all(self.text):
            entry, end = entries[hit.entry], hit.end
            if isinstance(entry, Predicate) and entry.kind == "event":
                end = next((start - 1 for start in titles if hit.start < start < end), end)  # "ra [Tuyên bố chung …]"
            if hit.start < last or taken.touches(hit.start, end):
                continue
            last = end
            if isinstance(entry, Predicate):
                first = entry.entry.find(_CALL) + len(_CALL) if entry.kind == "bound" and _CALL in entry.entry else 0
                if first:  # "các cuộc gọi": a noun, with its classifier
                    head, role = entry.entry[: first - 1], "" if entry.entry.startswith(_CALL) else "plural"
                    self.items.append(Chunk(hit.start, hit.start + first - 1, "nominaliser", head=head, role=role))
                self.items.append(Chunk(hit.start + first, end, "predicate", predicate=entry))
            elif isinstance(entry, Marker):
                self.items.append(
                    Chunk(hit.start, hit.end, entry.category, head=entry.entry, role=entry.role, tense=entry.tense)
                )
            else:
                self.items.append(Chunk(hit.start, hit.end, "word"))

    def sides(self, keys: tuple[str, ...]) -> set[str]:
        """The countries on whose side the entity keys stand, as far as the document tells."""
        return {code for code in (country_of(key, self.persons) for key in keys) if code}

    def pair(self, position: int) -> tuple[str, ...]:
        """The two countries that "hai bên" means at `position`, () if the document does not tell."""
        return min(self.joint, key=lambda r: abs(r.start - position)).refers_to if self.joint else ()

    def partner(self, source: tuple[str, ...]) -> tuple[str, ...]:
        """The country that the document names most, other than that of `source`; () if it names no other."""
        counts = Counter(c.keys[0] for c in self.items if c.party == "country" and len(c.keys) == 1)
        others = [code for code in sorted(counts) if code not in self.sides(source)]
        return (max(others, key=lambda code: counts[code]),) if others else ()

    def country_of_place(self, key: str) -> str:
        """Code of the country that the place `key` lies in, "" if the lexicon does not know it."""
        flat = flatten(key)
        names = (flat, *(flat.removeprefix(head) for head in _place_heads()))
        words = flat.split(" ")
        ends = (" ".join(words[at:]) for at in range(1, len(words)))  # "sân bay quốc tế Bắc Kinh"
        return next((code for name in (*names, *ends) if (code := _places().get(name, ""))), "") or country_of_body(key)

    def _governments(self, chunks: list[Chunk]) -> None:
        """ "chính quyền (của) Tổng thống A" is the country of A."""
        for at, (head, chunk) in enumerate(pairwise(chunks), 1):
            if head.role == "of" and at > 2 and chunks[at - 3].kind != "nominaliser":
                head = chunks[at - 2]
            government = head.kind == "head:side" and not heads.is_side_of(head)
            if government and chunk.party == "person" and (country := tuple(self.sides(chunk.keys[:1]))):
                chunks[at] = replace(chunk, party="country", keys=country, members=[country])

    def stretch(self, start: int, end: int) -> list[Chunk]:
        """The chunks of the stretch [start, end) of the text, participants as they are mentioned."""
        out: list[Chunk] = []
        position = start
        for item in self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if item.start < position:
                continue
            out += between(self.text, position, item.start)
            out.append(item)
            position = item.end
        return out + between(self.text, position, end)

    def sentence(self, sentence: Sentence) -> list[list[Chunk]]:
        """The chunks of one sentence, participants made whole; one list, or several where it is too long to be one."""
        out = self.stretch(sentence.start, sentence.end)
        self._governments(out)
        pieces = [out[start : start + _LONGEST] for start in range(0, len(out), _LONGEST)]
        return [phrases.whole(ships.owned(piece, self.fleet)) for piece in pieces]


def _led(text: str, date: Mention) -> int:
    """Characters of the word that leads a date of the past: "hồi tháng 3"."""
    word = text[max(0, date.start - 6) : date.start].rpartition(" ")[0].rpartition(" ")[2]
    return len(word) + 1 if word and flatten(word) in past_dates() else 0


def _recalled(text: str, date: Mention) -> bool:
    """Whether a date, with the word before it, recalls the past: "hồi tháng 3", "năm ngoái"."""
    before = (
        text[: date.start].rsplit(maxsplit=1)[-1:] if date.start < 9 else text[date.start - 9 : date.start].split()[-1:]
    )
    words = f" {flatten(' '.join([*before, date.text]))} "
    return any(f" {word} " in words for word in past_dates())


@cache
def _place_heads() -> tuple[str, ...]:
    return tuple(f"{flatten(row['entry'])} " for row in lexicon.load("places") if row["category"] == "area head")


@cache
def _places() -> dict[str, str]:
    return {flatten(row["entry"]): row["iso"] for row in lexicon.load("places") if row["iso"]}


def _keys(party: Party) -> tuple[str, ...]:
    if party.person:
        return (party.person,)
    if party.bodies:
        return (party.bodies[0],)
    return (*party.countries[:1],) or (*party.places[:1],)
