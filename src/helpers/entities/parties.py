"""Party phrases: the mentions that together name one participant (office, country and person; body; country)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpers.entities import gaps
from helpers.entities.apposition import joins
from helpers.entities.party import PARTY_TYPES, Party, is_country
from helpers.spans import Mention
from helpers.text import flatten

_APART = 40  # characters beyond which two mentions do not name one participant


def find(text: str, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Return the party phrases of the normalised `text`, in order and without overlap; dates do not part them."""
    found = _build(flatten(text), [mention for mention in mentions if mention.type != "DATE"])
    return tuple(map(_without_leader, _serving(flatten(text), found)))


def _serving(flat: str, parties: Iterable[Party]) -> Iterator[Party]:
    """A name behind a comma is that of who serves, not of whom he serves: "Người phát ngôn của Tổng thống X, ông A"."""
    last: Party | None = None
    for party in parties:
        near = last is not None and last.kind == "office" and 0 < party.core - last.end < _APART
        serves = near and last is not None and gaps.between(flat[last.end : party.core]) == "o"
        if last is not None and serves and party.offices and _named_apart(flat, party):
            last.person, last.honorific, last.end = party.person, party.honorific, party.end
            last.countries += party.countries
            continue
        if last:
            yield last
        last = party
    if last:
        yield last


def _named_apart(flat: str, party: Party) -> bool:
    """Whether a comma stands right before the name in a phrase."""
    name = flat[party.core : party.end].rpartition(", ")[2].removeprefix(f"{party.honorific} ")
    return (
        bool(party.person)
        and len(name) < party.end - party.core
        and not name.startswith(tuple(map(flatten, party.offices)))
    )


def _without_leader(party: Party) -> Party:
    """ "lãnh đạo X" without a name is nobody in particular: the word stays outside the phrase."""
    if party.head and not party.person and gaps.words().get(party.head) == "leader":
        party.head, party.start = "", party.core
    return party


def _build(flat: str, mentions: list[Mention]) -> Iterator[Party]:
    party: Party | None = None
    for index, mention in enumerate(mentions):
        if mention.type not in PARTY_TYPES:
            if party:
                yield party
            party = None
            continue
        if party and mention.start - party.end < _APART:
            gap = gaps.between(flat[party.end : mention.start])
            if joins(party, gap, flat, mentions[index : index + 6]):
                _add(party, mention, "t" in gap)
                if "h" in gap and mention.type == "PER":
                    party.honorific = party.honorific or gaps.before(flat, mention.start)[0]
                continue
        if party:
            yield party
        party = _begin(flat, mention)
    if party:
        yield party


def _begin(flat: str, mention: Mention) -> Party:
    party = Party(mention.start, mention.end, core=mention.start)
    word, start = gaps.before(flat, mention.start)
    category = gaps.words().get(word)
    if (category in ("counterpart", "fellow", "leader") and mention.type != "ROLE") or (
        category == "representative" and mention.type == "ORG"
    ):
        party.head, party.start = word, start
    elif category == "honorific" and mention.type in ("PER", "ROLE"):
        party.honorific, party.start = word, start
    _add(party, mention, False)
    return party


def _add(party: Party, mention: Mention, post: bool) -> None:
    party.end, party.last = mention.end, mention.type
    if mention.type == "PER":
        party.person = mention.entity
    elif mention.type == "ROLE":
        party.offices.append(mention.text)
    elif mention.type == "ORG":
        party.bodies.append(mention.entity)
    elif is_country(mention.entity) and not post:
        party.countries.append(mention.entity)
    else:
        party.places.append(mention.entity)
