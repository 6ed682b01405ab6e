"""Who is a diplomatic actor: not media, scholars or analysts; a capital where it stands for its government."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from helpers import lexicon
from helpers.entities import gaps
from helpers.entities.party import Party
from helpers.text import flatten

_REACH = 60  # characters around a name in which its bearer is described


@cache
def _outside() -> re.Pattern[str]:
    rows = [flatten(row["entry"]) for row in lexicon.load("actors") if row["category"] in ("scholar", "media")]
    words = "|".join(map(re.escape, sorted(rows, key=lambda entry: (-len(entry), entry))))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _academic() -> frozenset[str]:
    return frozenset(flatten(row["entry"]) for row in lexicon.load("offices") if row["category"] == "academic")


@lru_cache(maxsize=4096)
def _of_research(name: str) -> bool:
    words = [flatten(row["entry"]) for row in lexicon.load("actors") if row["category"] == "scholar body"]
    return any(f" {word} " in f" {name} " for word in words)


@cache
def media() -> frozenset[str]:
    """Names of news outlets, flattened."""
    names = [name for row in lexicon.load("outlets") for name in (row["name"], *row["variants"].split(";"))]
    return frozenset(flatten(name) for name in names if name)


@cache
def _media_heads() -> tuple[str, ...]:
    return tuple(f"{flatten(row['entry'])} " for row in lexicon.load("actors") if row["category"] == "media")


def is_media(key: str) -> bool:
    """Whether the key of a body names a news outlet, with or without the word for its kind ("hãng tin AFP")."""
    flat = flatten(key)
    return flat in media() or any(
        flat.startswith(head) and flat.removeprefix(head) in media() for head in _media_heads()
    )


@cache
def _capitals() -> dict[str, str]:
    return {flatten(row["entry"]): row["iso"] for row in lexicon.load("places") if row["category"] == "capital"}


def seat(key: str) -> str:
    """Code of the country whose capital the place `key` is, "" if it is none."""
    return _capitals().get(flatten(key), "")


def is_local(keys: tuple[str, ...]) -> bool:
    """Whether the key of a place names a unit that has a government: a province, a city."""
    return bool(keys) and flatten(keys[0]).startswith(tuple(f"{entry} " for entry in _local_heads()))


@cache
def _local_heads() -> frozenset[str]:
    return frozenset(flatten(row["entry"]) for row in lexicon.load("actors") if row["category"] == "local")


def outsiders(text: str, parties: tuple[Party, ...]) -> set[str]:
    """Keys of the media, of bodies of research, and of the persons whom the document only describes as scholars, analysts or journalists."""
    flat = flatten(text)
    out: set[str] = set()
    officials: set[str] = set()
    for party in parties:
        if party.kind == "body":
            if is_media(party.bodies[0]) or _of_research(flatten(party.bodies[0])):
                out.add(party.bodies[0])
        elif party.person:
            offices = {flatten(name) for name in party.offices}
            if any(_of_research(name) for name in (*offices, *map(flatten, party.bodies))):
                out.add(party.person)
            elif offices - _academic() or party.head:
                officials.add(party.person)
            elif offices or _described(flat, party):
                out.add(party.person)
    return out - officials


def _described(flat: str, party: Party) -> bool:
    """Whether a word for a scholar or journalist stands right before the name or in the apposition behind it."""
    ahead = flat[max(0, party.start - _REACH) : party.start]
    words = list(_outside().finditer(ahead))
    if words and not re.search(r"[,.;:\"\n]", ahead[words[-1].end() :]):
        return True
    behind = flat[party.end : party.end + _REACH].split("\n")[0]
    found = re.match(r"\s*[,(-]\s*", behind)
    if not found:
        return False
    first = re.match(r"\w+ ", behind[found.end() :])
    led = found.end() + first.end() if first and first.group().strip() in _leading() else found.end()
    return bool(_outside().match(behind, found.end()) or _outside().match(behind, led))


@cache
def _leading() -> frozenset[str]:
    """Words that may stand before the description of a person: "một", "là", "cựu"."""
    words = {
        flatten(row["entry"])
        for row in lexicon.load("markers")
        if row["role"] == "be" or row["category"] == "determiner"
    }
    return frozenset(words | {entry for entry, category in gaps.words().items() if category == "honorific"})
