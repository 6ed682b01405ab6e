"""Candidates: where the predicates of the lexicon stand, before syntax decides which of them report an act."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from helpers import lexicon
from helpers.entities import gaps
from helpers.lexicon.matching import Matcher
from helpers.text import flatten

PERSON = "one person"  # role of a word for one who is of a side: "đại diện X", "quan chức X"
UTTERANCE = "utterance"  # category of the verbs that put forward a statement, a proposal, a promise


@dataclass(frozen=True, slots=True)
class Predicate:
    """An entry of `lexicon/predicates.csv`: act class, kind (speech, stance, open, event, weak), argument frame, form."""

    entry: str
    act: str
    kind: str
    frame: str
    protocol: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A function word of `lexicon/markers.csv` or a head noun of `lexicon/actors.csv` with its category."""

    entry: str
    category: str
    role: str = ""
    tense: str = ""


@cache
def adverbial() -> frozenset[str]:
    """Predicates that are adverbs before another predicate ("trân trọng mời")."""
    return frozenset(row["entry"] for row in lexicon.load("markers") if row["category"] == "adverb")


@cache
def past_dates() -> tuple[str, ...]:
    """Words in or before a date that recall the past: "năm ngoái", "hồi"."""
    return tuple(row["entry"] for row in lexicon.load("markers") if row["category"] == "past date")


Entry = Predicate | Marker | None


@cache
def table() -> tuple[Matcher, dict[str, Entry]]:
    """The matcher over predicates, function words and head nouns, and what each entry is (None: excluded)."""
    entries: dict[str, Entry] = {}
    for row in lexicon.load("actors"):
        if row["category"] in ("scholar body", "local"):
            continue
        side = "side" if row["category"] in ("official", "aide") else row["category"]
        one = side != row["category"] or gaps.words().get(flatten(row["entry"])) in ("leader", "representative")
        entries[row["entry"]] = Marker(row["entry"], f"head:{side}", PERSON if one else "")
    for row in lexicon.load("markers"):
        if row["category"] not in ("past date", UTTERANCE):
            entries[row["entry"]] = Marker(row["entry"], row["category"], row["role"], row["tense"])
    for row in lexicon.load("predicates", excluded=True):
        if row["status"] == "excluded":
            entries.setdefault(row["entry"], None)
        elif row["kind"] != "weak" or row["entry"] not in entries:
            entries[row["entry"]] = Predicate(row["entry"], row["category"], row["kind"], row["frame"], row["protocol"])
    for predicate in _carried():
        entries.setdefault(predicate.entry, predicate)
    entries |= {
        row["entry"]: Predicate(row["entry"], row["category"], "weak", "place", row["protocol"])
        for row in lexicon.load("predicates")
        if row["frame"] == "place" and row["kind"] == "weak"
    }
    return Matcher(entries), entries


def _carried() -> list[Predicate]:
    """Predicates made of a verb and the name of a stance or utterance: "bày tỏ (sự, niềm) vui mừng", "đưa ra (một, các) đề xuất"."""
    stance = [row["entry"] for row in lexicon.load("markers") if row["role"] == "stance"]  # "sự", "niềm", "rất"
    number = [row["entry"] for row in lexicon.load("markers") if row["category"] == "determiner"]  # "một", "các"
    out = []
    for category, kind, links in (("carrier", "speech", stance), (UTTERANCE, "event", number)):
        for verb in (row["entry"] for row in lexicon.load("markers") if row["category"] == category):
            for words in (verb, *(f"{verb} {link}" for link in links)):
                for row in lexicon.load("stances"):
                    out.append(Predicate(f"{words} {row['entry']}", row["category"], kind, row["frame"], ""))
    return out
