"""Offices and leaders that stand without a name: with which country, and whom they may mean."""

from __future__ import annotations

from bisect import bisect_left

from helpers.entities import gaps
from helpers.entities.party import Party
from helpers.entities.persons import Person, home_offices, office
from helpers.spans import Mention
from helpers.text import flatten

_WORDS = 24  # characters before a name in which the word for a leader is looked for
_WITHIN = 24  # mentions of one party: an office and a list of countries
_BESIDE = 8  # characters between two offices of one country


class Unnamed:
    """The offices of a text that nobody is named to hold, asked for one by one."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], parties: tuple[Party, ...]) -> None:
        self.text, self.mentions, self.parties = text, mentions, parties
        self.taken = [mention.start for mention in mentions]
        self.cores = [party.core for party in parties]
        self.unnamed = self._unnamed()

    def _unnamed(self) -> dict[tuple[str, str], str]:
        """Office and country of those that stand without a name, with the fullest form in which the text writes them."""
        found: dict[tuple[str, str], str] = {}
        for party in self.parties:
            sharing = self.sharing(party)
            if party.offices and not party.person and len(sharing.countries) == 1 and not party.bodies:
                owner = (office(party.offices[-1]), sharing.countries[0])
                name = f"{party.offices[-1]} {self.as_written(sharing)}"
                found[owner] = max(found.get(owner, ""), name, key=len)
        return found

    def sharing(self, party: Party) -> Party:
        """The party behind an office without a country that has one for both: "Nhà vua và Hoàng hậu Nhật Bản"; else itself."""
        named = party.countries or party.bodies or party.person
        if named or not party.offices or office(party.offices[-1]) in home_offices():
            return party
        further = self._next(party)
        joined = self._joined(party, further) == "&"
        return further if joined and further.kind == "office" and len(further.countries) == 1 else party

    def full(self, party: Party) -> str:
        """An office that nobody in the text is named to hold, with its country where the text tells one; "" if it does not."""
        held = office(party.offices[-1])
        if len(party.countries) == 1 and not party.bodies:
            return self.unnamed.get((held, party.countries[0]), "")
        alike = {name for (other, _), name in self.unnamed.items() if other == held}
        none = not party.countries and not party.bodies and held not in home_offices()
        return alike.pop() if none and len(alike) == 1 else ""

    def as_written(self, party: Party) -> str:
        """The country or body that says whose an office is, as the text writes it."""
        wanted = {*party.countries, *party.bodies}
        first = bisect_left(self.taken, party.start)
        within = (m for m in self.mentions[first : first + _WITHIN] if m.start < party.end)
        return next((mention.text for mention in within if mention.entity in wanted), "")

    def served(self, party: Party) -> str:
        """Whom an office serves, as the text writes it: "Trợ lý của Tổng thống X"; "" if it does not tell."""
        master = self._next(party)
        serves = master.kind in ("office", "person") and self._joined(party, master) == "o"
        return self.text[master.core : master.end] if serves else ""

    def leader(self, party: Party, persons: dict[str, Person]) -> tuple[int, str] | None:
        """ "Lãnh đạo X" at the head of a sentence: where it begins and the one person of X named so far who holds an office."""
        word, start = gaps.before(flatten(self.text[max(0, party.core - _WORDS) : party.core]), min(party.core, _WORDS))
        at = party.core - min(party.core, _WORDS) + start
        leads = gaps.words().get(word) == "leader" and self.text[at : at + 1].isupper()
        listed = self._joined(party, self._next(party)) in ("&", ",", "-", "–")
        if not leads or listed or party.kind not in ("country", "body"):
            return None
        code = party.countries[0] if party.kind == "country" else ""
        found = [
            person.key
            for person in persons.values()
            if person.before(party.start) >= 0
            and (person.country == code and person.offices if code else party.bodies[0] in person.bodies)
        ]
        return (at, found[0]) if len(found) == 1 else None

    def _next(self, party: Party) -> Party:
        at = bisect_left(self.cores, party.end)
        return self.parties[at] if at < len(self.parties) else party

    def _joined(self, party: Party, further: Party) -> str:
        """What stands between a party and the next one, in the signs of `gaps`, "?" where they are far apart."""
        near = 0 <= further.core - party.end < _BESIDE
        return gaps.between(flatten(self.text[party.end : further.core])) if near else "?"
