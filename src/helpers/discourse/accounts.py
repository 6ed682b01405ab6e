"""Accounts of encounters: which of them tell the same one, and what they tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from helpers import lexicon

NEAR = 3  # days between two reports of one encounter, where the text does not date it
FREE = "meeting"  # the family of informal words, that may retell an encounter of any other


@dataclass(slots=True)
class Account:
    """An account of an encounter, or several of the same one joined; `when` is an ISO day or range, `told` the days of the
    reports, `times` how its acts are told (reported, planned, recalled)."""

    key: frozenset[str]
    family: str
    when: str
    sides: set[str]
    acts: list[str]
    forms: Counter[str]
    docs: set[str]
    places: list[str]
    told: list[str] = field(default_factory=list)
    order: int = 0
    times: set[str] = field(default_factory=set)


@cache
def forms() -> dict[str, tuple[str, int]]:
    """Family and rank of each protocol form; a lower rank is more formal."""
    return {row["entry"]: (row["family"], int(row["rank"])) for row in lexicon.load("protocol")}


def family(form: str) -> str:
    """The family of a protocol form; forms of one family may tell the same encounter."""
    return forms().get(form, (FREE, 9))[0]


def merged(accounts: list[Account], countries: Mapping[str, str]) -> list[Account]:
    """The encounters of one document: accounts with a date first, the others join the nearest that fits; one that
    names but a country for a side joins the only encounter with somebody of that country."""
    out: list[Account] = []
    for account in sorted(accounts, key=lambda a: (_vague(a.key), not a.when, a.family == FREE, a.order)):
        fitting = [e for e in out if e.key == account.key and _compatible(e, account)]
        if not fitting:
            met = [e for e in out if _stands_for(account.key, e.key, countries)]
            fitting = [e for e in met if _compatible(e, account)] if len({e.key for e in met}) == 1 else []
            account.sides = account.sides & set().union(*(e.sides for e in fitting)) if fitting else account.sides
        if fitting:
            _take(min(fitting, key=lambda e: (abs(e.order - account.order), e.order)), account)
        else:
            out.append(account)
    return out


def _vague(key: frozenset[str]) -> int:
    return sum(name.startswith("LOC:") for name in key)


def _stands_for(key: frozenset[str], other: frozenset[str], countries: Mapping[str, str]) -> bool:
    """Whether `key` is `other` with a country in the place of one of its people."""
    vague, met = key - other, other - key
    if len(vague) != 1 or len(met) != 1:
        return False
    (place,), (person,) = vague, met
    return place.startswith("LOC:") and person.startswith("PER:") and place == f"LOC:{countries.get(person, '')}"


def _compatible(one: Account, other: Account) -> bool:
    if not (one.family == other.family or FREE in (one.family, other.family)):
        return False
    if "visit" in (one.family, other.family) and one.family != other.family:
        return False
    return not one.when or not other.when or overlap(one.when, other.when)


def overlap(one: str, other: str) -> bool:
    """Whether two ISO days, months or ranges ("2024-03-31/2024-04-03") have a day in common."""
    (first, last), (start, end) = _bounds(one), _bounds(other)
    return first <= end and start <= last


def _bounds(when: str) -> tuple[str, str]:
    first, _, last = when.partition("/")
    last = last or first
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def _near(one: Account, other: Account) -> bool:
    """Whether the reports (or the date, where one has it) lie so near that they may tell the same encounter."""
    days = [_days(one), _days(other)]
    return any(abs((a - b).days) <= NEAR for a in days[0] for b in days[1])


def _days(encounter: Account) -> list[date]:
    texts = [*encounter.when.split("/")] if encounter.when else encounter.told
    return [date.fromisoformat(text[:10]) for text in texts if len(text) >= 10]


def _take(into: Account, account: Account) -> None:
    if not into.when or (account.when and len(account.when) > len(into.when) and account.family == "visit"):
        into.when = account.when or into.when
    if into.family == FREE:
        into.family = account.family
    into.sides |= account.sides
    into.acts += account.acts
    into.forms += account.forms
    into.docs |= account.docs
    into.places += account.places
    into.told += account.told
    into.times |= account.times


class Ledger:
    """The encounters told so far by any document, found again by their sides."""

    def __init__(self) -> None:
        self.encounters: list[Account] = []
        self._by_key: dict[frozenset[str], list[Account]] = {}

    def add(self, account: Account) -> None:
        """Join an account of one document to an encounter that another has told, or keep it as a new one."""
        known = self._by_key.setdefault(account.key, [])
        for encounter in known:
            if _compatible(encounter, account) and ((encounter.when and account.when) or _near(encounter, account)):
                _take(encounter, account)
                return
        known.append(account)
        self.encounters.append(account)
