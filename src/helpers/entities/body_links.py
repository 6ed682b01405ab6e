"""Bodies across documents: variants of international names, of countries and of writing; abbreviations; shorter forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from helpers import lexicon
from helpers.entities.labels import most_frequent
from helpers.entities.tokens import SIGN, shape_of
from helpers.entities.tokens import keys as token_keys
from helpers.entities.vocabulary import phrase
from helpers.text import fold

Words = tuple[str, ...]
_ALIKE = 0.5  # share of words in common from which two full forms of one abbreviation are the same body
_LONGEST = 8  # letters of an abbreviation


def labels(counts: Counter[str], expanded: dict[str, Counter[str]]) -> dict[str, str]:
    """Key of a body → the key that stands for it in the corpus: the most frequent of its forms, of equals the fullest.

    `counts` are the keys with how often each is given; `expanded` tells of every abbreviation for which keys the texts
    use it. Bodies of two countries are never the same.
    """
    names = {key: normal(key) for key in sorted(counts)}
    group = _fuller(set(names.values()))
    short = _abbreviated(names, group, expanded)
    return most_frequent(counts, lambda key: short.get(group[names[key]], group[names[key]]))


@lru_cache(maxsize=200_000)
def normal(key: str) -> Words:
    """Words of a body's name in which every country is its code, a capital after `tại` the country it is the capital of,
    and international names stand in one form; blanks and signs inside an abbreviation (G 20) are left out."""
    words, at = token_keys(key), 0
    out: list[str] = []
    if _is_abbreviation(key) and len(words) > 1 and "".join(words) not in _parts():
        words = ("".join(word for word in words if shape_of(word) is not SIGN),)
    head = phrase(words, 0, "agency head")
    if head and words[head:] in _outlets():
        words = words[head:]
    longest = max(map(len, _parts()))
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            found = _parts().get(words[at : at + size])
            if out[-1:] == ["tại"]:
                found = _capitals().get(words[at : at + size], found)
            if found and not (found.startswith("=") and size == 1 and at == 0):
                out.append(found)
                at += size
                break
        else:
            out.append(words[at])
            at += 1
    return tuple(out)


@cache
def _parts() -> dict[Words, str]:
    """Names of countries → "=" and code; variants of international names → the first full form."""
    table = {
        token_keys(row["entry"]): "=" + row["iso"] for row in lexicon.load("countries") if row["category"] != "pair"
    }
    for row in lexicon.load("bodies"):
        if row["full"]:
            full = [form.strip() for form in row["full"].split(";")]
            table |= {token_keys(form): fold(full[0]) for form in (*full, row["entry"])}
    return table


@cache
def _outlets() -> frozenset[Words]:
    """The names of outlets, each as tokens."""
    rows = lexicon.load("outlets")
    return frozenset(token_keys(form) for row in rows for form in row["variants"].split(";") if form.strip())


@cache
def _capitals() -> dict[Words, str]:
    rows = (row for row in lexicon.load("places") if row["category"] == "capital")
    return {token_keys(row["entry"]): "=" + row["iso"] for row in rows}


def _is_abbreviation(key: str) -> bool:
    letters = [letter for letter in key if letter.isalnum()]
    return len(letters) <= _LONGEST and any(map(str.isupper, letters)) and not any(map(str.islower, letters))


def _fuller(names: set[Words]) -> dict[Words, Words]:
    """Every name → the one that adds a country at its end, or a post to a mission, where the corpus has just one."""
    longer: dict[Words, set[Words]] = defaultdict(set)
    for name in names:
        if len(name) > 1 and name[-1].startswith("="):
            base = name[:-2] if name[-2] == "tại" else name[:-1]
            longer[base].add(name)
    found = {name: name for name in names}
    for name in sorted(names):
        own = {other for other in longer.get(name, ()) if _countries(name) <= _countries(other)}
        if len(name) > 1 and len(own) == 1:
            found[name] = own.pop()
    return {name: found[found[name]] for name in names}


def _countries(name: Words) -> set[str]:
    return {word for word in name if word.startswith("=")}


def _abbreviated(
    names: dict[str, Words], group: dict[Words, Words], expanded: dict[str, Counter[str]]
) -> dict[Words, Words]:
    """Groups of abbreviations, and of full forms that share one and most of their words → the group they belong to."""
    found: dict[Words, Words] = {}
    for short in sorted(expanded):
        full = (key for key in expanded[short].elements() if key in names and len(short) <= len(token_keys(key)))
        uses = Counter(group[names[key]] for key in full)
        ranked = sorted(uses, key=lambda name: (-uses[name], name))
        if not ranked or not _is_abbreviation(short):
            continue
        first = found.get(ranked[0], ranked[0])
        same = [name for name in ranked if name == first or _same(name, first)]
        if len(same) == len(ranked) and short in names:
            found.setdefault(group[names[short]], first)
        for name in same:
            if name != first:
                found.setdefault(name, first)
    return {name: found.get(target, target) for name, target in found.items() if found.get(target, target) != name}


def _same(one: Words, other: Words) -> bool:
    words = [set(name) - _countries(name) for name in (one, other)]
    apart = _countries(one) and _countries(other) and _countries(one) != _countries(other)
    return not apart and len(words[0] & words[1]) >= _ALIKE * len(words[0] | words[1])


def expansions(rows: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Abbreviation → the keys that texts give it, from (text, key) of mentions of bodies."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for text, key in rows:
        if text != key and _is_abbreviation(text):
            out[text][key] += 1
    return out
