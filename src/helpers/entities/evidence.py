"""What each text tells of each person: the country, the offices and the spheres they belong to, and its date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from helpers.cells import split
from helpers.entities import channels
from helpers.entities.name_keys import parts
from helpers.entities.persons import HOME, office
from helpers.entities.syllables import surnames, vietnamese

_CENTRAL = ("party", "state", "government", "parliament", "defence", "public security", "people")
_READ_AS_CHINESE = frozenset({"CN", "TW", "HK", "SG", "MO"})


@dataclass(slots=True)
class Evidence:
    """What one text tells of one person (codebook key `key`)."""

    doc_id: str
    key: str
    date: str = ""
    country: str = ""
    implied: bool = False  # whether the country is only understood, for want of another
    offices: set[str] = field(default_factory=set)

    @property
    def spheres(self) -> set[str]:
        """central, localities, business, people …: the spheres of the offices that the lexicon knows."""
        found = (channels.of_name(name)[0] for name in self.offices)
        return {"central" if sphere in _CENTRAL else sphere for sphere in found if sphere}


def gather(
    keys: Iterable[tuple[str, str]], namings: pd.DataFrame, published: dict[str, str], places: dict[str, Counter[str]]
) -> list[Evidence]:
    """Return the evidence of every (doc_id, key) of `keys`, in order.

    `namings` has doc_id, entity, offices, offices_after and country; `published` dates the texts; `places` counts the
    countries that each text names.
    """
    found = {pair: Evidence(*pair, date=published.get(pair[0], "")[:10]) for pair in sorted(set(keys))}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    columns = ("doc_id", "entity", "offices", "offices_after", "country")
    rows: Iterable[Any] = zip(*(namings[column] for column in columns), strict=True)
    for doc, key, before, after, country in rows:
        one = found.get((doc, key))
        if one is not None:
            one.offices |= {office(name) for cell in (before, after) for name in split(cell)}
            weight = 2 if before else 1  # what stands before a name is surer than what follows it
            votes[doc, key].update({country: weight} if country else {})
    for pair, one in found.items():
        one.country = most(votes[pair])
        if not one.country:
            one.country = _implied(one, places.get(pair[0], Counter()))
            one.implied = bool(one.country)
    return list(found.values())


def most(counted: Counter[str]) -> str:
    """The most frequent; of equal ones the first in order; "" of none."""
    return min(counted, key=lambda value: (-counted[value], value), default="")


def is_native(key: str) -> bool:
    """Whether a name has Vietnamese form: a Vietnamese surname, then syllables that could be Vietnamese."""
    words = parts(key)
    return len(words) > 1 and words[0] in surnames("vi") and all(map(vietnamese, words))


def _implied(one: Evidence, places: Counter[str]) -> str:
    """The country of an official of Vietnamese form with whom the text names none.

    It is Viet Nam, since the Vietnamese press leaves out its own country; a Chinese surname with two syllables in a text
    that names China and not Viet Nam is Chinese.
    """
    if not one.offices or not is_native(one.key):
        return ""
    words = parts(one.key)
    chinese = _READ_AS_CHINESE & places.keys()
    if len(words) < 4 and words[0] in surnames("zh") and chinese and HOME not in places:
        return most(Counter({code: places[code] for code in chinese}))
    return HOME
