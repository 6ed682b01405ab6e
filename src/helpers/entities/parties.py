"""Party phrases: the mentions that together name one participant (office, country and person; body; country)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from helpers import lexicon
from helpers.spans import Mention
from helpers.text import flatten

PARTY_TYPES = ("PER", "ROLE", "ORG", "LOC")


@dataclass(slots=True)
class Party:
    """One participant as named at [start, end): `person` is the entity key of the person, "" where none is named.

    `offices` are the offices in their order (as written), `countries` and `bodies` the keys of the places and bodies
    that say whose they are or, where there is neither person nor office, the participant itself. `honorific` is the
    form of address before the name, `head` a word such as "người đồng cấp" that stands for the office.
    """

    start: int
    end: int
    person: str = ""
    offices: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    honorific: str = ""
    head: str = ""
    last: str = ""
    core: int = 0

    @property
    def kind(self) -> str:
        """person, office, counterpart, body, country or place."""
        if self.person:
            return "person"
        if self.offices:
            return "office"
        if self.head:
            return "counterpart"
        return "body" if self.bodies else "country" if self.countries else "place"


@cache
def _glue() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = {flatten(row["entry"]): row["category"] for row in lexicon.load("party_glue")}
    words = "|".join(map(re.escape, sorted(rows, key=lambda entry: (-len(entry), entry))))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), rows


_LIST_END = (",", ".", ";", "bên lề", "tại", "ở", "và", "nhân", "trong", "về")
_SIGNATURE = {
    "honorific": "h",
    "counterpart": "k",
    "owner": "o",
    "post": "t",
    "also": "+",
    "description": "d",
    "and": "&",
}


def _gap(flat: str) -> str:
    """Signature of what stands between two mentions: signs and categories of glue words, "?" for anything else."""
    if not flat.strip(" \u200b"):
        return ""
    pattern, rows = _glue()
    out, position = [], 0
    for match in pattern.finditer(flat):
        out.append(_signs(flat[position : match.start()]))
        out.append(_SIGNATURE[rows[match.group()]])
        position = match.end()
    out.append(_signs(flat[position:]))
    return "".join(out)


def _signs(flat: str) -> str:
    bare = flat.replace(" ", "").replace("\u200b", "")
    return bare if all(sign in ",-()" for sign in bare) and len(bare) < 3 else "?"


def before(flat: str, start: int) -> tuple[str, int]:
    """Glue word ("ông", "người đồng cấp") that ends right before `start`, and where it begins; ("", start) if none."""
    window = flat[max(0, start - 24) : start]
    if not window.endswith(" "):
        return "", start
    _, rows = _glue()
    words = window.rstrip().split(" ")
    for count in (3, 2, 1):
        entry = " ".join(words[-count:])
        if count <= len(words) and rows.get(entry) in ("honorific", "counterpart"):
            return entry, start - len(window) + window.rstrip().rfind(entry)
    return "", start


def find(text: str, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Return the party phrases of the normalised `text`, in order and without overlap."""
    flat = flatten(text)
    return tuple(_build(flat, [m for m in mentions if m.type != "DATE"]))


def _build(flat: str, mentions: list[Mention]) -> Iterator[Party]:
    party: Party | None = None
    for index, mention in enumerate(mentions):
        if mention.type not in PARTY_TYPES:
            if party:
                yield party
            party = None
            continue
        if party and mention.start - party.end < 40:
            gap = _gap(flat[party.end : mention.start])
            if _joins(party, mention, gap, flat, mentions[index : index + 6]):
                _add(party, mention, "t" in gap)
                party.honorific = (
                    party.honorific or ("h" in gap and mention.type == "PER" and before(flat, mention.start)[0]) or ""
                )
                continue
        if party:
            yield party
        party = _begin(flat, mention)
    if party:
        yield party


def _begin(flat: str, mention: Mention) -> Party:
    word, start = before(flat, mention.start)
    _, rows = _glue()
    party = Party(mention.start, mention.end, core=mention.start)
    if word and rows[word] == "counterpart" and mention.type in ("LOC", "PER", "ORG"):
        party.head, party.start = word, start
    elif word and mention.type in ("PER", "ROLE"):
        party.honorific, party.start = word, start
    _add(party, mention, False)
    return party


def _add(party: Party, mention: Mention, post: bool) -> None:
    party.end = mention.end
    party.last = mention.type
    if mention.type == "PER":
        party.person = mention.entity
    elif mention.type == "ROLE":
        party.offices.append(mention.text)
    elif mention.type == "ORG":
        party.bodies.append(mention.entity)
    elif post:
        party.places.append(mention.entity)
    elif is_country(mention.entity):
        party.countries.append(mention.entity)
    else:
        party.places.append(mention.entity)


def is_country(key: str) -> bool:
    """Whether an entity key is a country code."""
    return len(key) == 2 and key.isascii() and key.isupper()


def _joins(party: Party, mention: Mention, gap: str, flat: str, ahead: list[Mention]) -> bool:
    if "?" in gap:
        return False
    if mention.type == "PER":
        if (
            party.person
            or len(party.countries) > 1
            or gap not in ("", "h", "hh", "d", "dh", ",h", "-h", "-", "k", ",k", "kh")
        ):
            return False
        return bool(party.offices or party.head)
    if mention.type == "ROLE":
        if party.person:
            if gap not in (",", "-", "(", ",h", "-h", ",+", "+") or _names_another(flat, ahead):
                return False
            return gap[0] != "," or _closed(flat, ahead) or _opens_clause(flat, party.start)
        if not party.offices:
            return False
        if gap in (",", ",h") and (party.countries or party.places):
            return _names_another(flat, ahead) and not _own_country(flat, ahead, party)
        return gap in (",", "-", "", "+", ",+", ",h", "h")
    if party.last == "PER":
        return False
    if party.offices:
        if party.last == "LOC" and gap in ("-", ",", "&"):
            return (
                mention.type == "LOC"
                and bool(party.countries)
                and is_country(mention.entity)
                and _list_ends(flat, ahead, gap)
            )
        return gap in ("", "o", "oo", "t", "d") or (gap == "(" and party.last == "ORG")
    if party.bodies and party.last == "ORG":
        return (gap in ("", "o", "t") and mention.type == "LOC") or (gap == "(" and mention.entity == party.bodies[-1])
    return False


def _names_another(flat: str, ahead: list[Mention]) -> bool:
    """Whether the office at the head of `ahead` leads to a person's name of its own."""
    for previous, mention in pairwise(ahead):
        gap = _gap(flat[previous.end : mention.start]) if mention.start - previous.end < 30 else "?"
        if mention.type == "PER":
            return gap in ("", "h", "hh", "d", "dh", ",h", "k")
        if mention.type == "ROLE" and "o" in gap:
            return False  # the office of whoever the first one serves
        if gap not in ("", "o", "oo", "t", "d", ",", "-", "+") or mention.type not in PARTY_TYPES:
            return False
    return False


def _closed(flat: str, ahead: list[Mention]) -> bool:
    """Whether the office at the head of `ahead`, with whose it is, ends before a sign: an apposition "A, Bộ trưởng B,"."""
    end = ahead[0].end
    for mention in ahead[1:]:
        if mention.type not in PARTY_TYPES or _gap(flat[end : mention.start]) not in (
            "",
            "o",
            "oo",
            "t",
            ",",
            "-",
            "+",
        ):
            break
        end = mention.end
    return flat[end : end + 3].lstrip(" ")[:1] in ("", "\n", ",", ".", ";", ")", "-", ":", '"')


def _opens_clause(flat: str, start: int) -> bool:
    """Whether a phrase begins a line or a sentence, so that what follows it is said of it."""
    before = flat[max(0, start - 4) : start].rstrip(" ")
    return before[-1:] in ("", "\n", ".", "!", "?", '"') or before[-2:] in ('",', "”,")


def _list_ends(flat: str, ahead: list[Mention], gap: str) -> bool:
    """Whether the country at the head of `ahead` is one more whose office is meant, not the start of another clause."""
    if gap == "-":
        return True
    after = flat[ahead[0].end : ahead[0].end + 12].strip()
    name = len(ahead) > 1 and ahead[1].type in ("PER", "ROLE") and ahead[1].start - ahead[0].end < 3
    return not name and (not after or after.startswith(_LIST_END) or gap == "&")


def _own_country(flat: str, ahead: list[Mention], party: Party) -> bool:
    for mention in ahead[1:]:
        if mention.type == "LOC":
            return mention.entity not in party.countries
        if mention.type == "PER":
            return False
    return False
