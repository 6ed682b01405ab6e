"""One id for one entity across documents, from the keys that each document gives alone.

Forms are merged by a normal form: case and tone placement; for persons the order of names, hyphens, and diacritics of
foreign names; for bodies the country and the variants of international names; for places the ISO code, the variants of
a capital and heads such as `thành phố`; for dates the day they name. A shorter form joins a fuller one only where
the corpus has just one that it fits.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from functools import cache

import pandas as pd

from helpers import lexicon
from helpers.entities.name_keys import parts
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import keys as token_keys
from helpers.entities.vocabulary import phrases
from helpers.language import dates
from helpers.text import fold

Words = tuple[str, ...]


def corpus_ids(mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.Series:
    """Return the entity id of every row of `mentions` (columns doc_id, type, entity), such as "PER:Kishida Fumio".

    `documents` (doc_id, published_at) dates the texts, so that `hôm nay` is a day. The same rows give the same ids,
    whatever their order.
    """
    published = dict(zip(documents["doc_id"], documents["published_at"], strict=True)) if len(documents) else {}
    rows = list(zip(mentions["type"], mentions["entity"], mentions["doc_id"], strict=True))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, entity, _ in rows:
        if kind != "DATE":
            counts[kind][entity] += 1
    label = {kind: _labels(kind, found) for kind, found in counts.items()}
    days: dict[tuple[str, str], str] = {}
    ids = []
    for kind, entity, doc in rows:
        if kind == "DATE":
            when = published.get(doc, "")
            name = days.get((entity, when)) or days.setdefault((entity, when), dates.resolve(entity, when))
            ids.append(f"DATE:{name or f'{doc} {entity}'}")
        else:
            ids.append(f"{kind}:{label[kind][entity]}")
    return pd.Series([value.replace(";", ",") for value in ids], index=mentions.index, dtype="str")


def _labels(kind: str, counts: Counter[str]) -> dict[str, str]:
    """Every key of one type → the label of its entity: the most frequent key of its group, of equals the fullest."""
    normal = {key: _normal(kind, key) for key in sorted(counts)}
    group = {form: form for form in normal.values()}
    if kind == "PER":
        group |= _fuller_names(set(normal.values()))
    elif kind == "ORG":
        group |= _fuller_bodies(set(normal.values()))
    members: dict[Words, list[str]] = defaultdict(list)
    for key, form in normal.items():
        members[group[form]].append(key)
    best = {form: min(keys, key=lambda key: _rank(kind, key, counts)) for form, keys in members.items()}
    return {key: best[group[form]] for key, form in normal.items()}


def _rank(kind: str, key: str, counts: Counter[str]) -> tuple[int, int, int, str]:
    """Order of the forms of one entity: for persons fuller names first, then the frequent, the long (places: short)."""
    return (-len(parts(key)) if kind == "PER" else 0, -counts[key], len(key) if kind == "LOC" else -len(key), key)


def _normal(kind: str, key: str) -> Words:
    if kind == "PER":
        return _normal_name(key)
    if kind == "ORG":
        return _normal_body(key)
    if kind == "LOC":
        return _normal_place(key)
    return token_keys(key) or (fold(key),)


def _normal_name(key: str) -> Words:
    """A name in Vietnamese syllables as it is; of others the words in alphabetical order, without diacritics."""
    words = parts(key)
    if all(vietnamese(word) for word in words):
        return words or (fold(key),)
    bare = (unicodedata.normalize("NFD", word.replace("đ", "d")) for word in words)
    return tuple(sorted("".join(c for c in word if not unicodedata.combining(c)) for word in bare))


def _fuller_names(names: set[Words]) -> dict[Words, Words]:
    """Short names → the one fuller name of the corpus that they fit (Modi → Modi Narendra; the given name Hằng)."""
    by_word: dict[str, set[Words]] = defaultdict(set)
    for name in names:
        for word in name:
            by_word[word].add(name)
    found: dict[Words, Words] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        longer = {
            found.get(other, other) for other in by_word[name[0]] if len(other) > len(name) and _fits(name, other)
        }
        if len(longer) == 1:
            found[name] = longer.pop()
    return found


def _fits(short: Words, long: Words) -> bool:
    if long[0] in surnames("vi") and all(vietnamese(word) for word in long):
        return short == long[-len(short) :] or (len(short) == 1 and short[0] == long[0] and long[0] in surnames("zh"))
    return set(short) <= set(long)


def _normal_body(key: str) -> Words:
    """Words of a body's name in which every country is its code and international names stand in one form."""
    words, out, at = token_keys(key), [], 0
    table = _body_parts()
    longest = max(map(len, table))
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            found = table.get(words[at : at + size])
            if found and not (found.startswith("=") and size == 1 and at == 0):
                out.append(found)
                at += size
                break
        else:
            out.append(words[at])
            at += 1
    return tuple(out)


@cache
def _body_parts() -> dict[Words, str]:
    """Names of countries → "=" and code; variants of international names → the first full form."""
    table = {
        token_keys(row["entry"]): "=" + row["iso"] for row in lexicon.load("countries") if row["category"] != "pair"
    }
    for row in lexicon.load("bodies"):
        if row["full"]:
            forms = [form.strip() for form in row["full"].split(";")]
            table |= {token_keys(form): fold(forms[0]) for form in (*forms, row["entry"])}
    return table


def _fuller_bodies(names: set[Words]) -> dict[Words, Words]:
    """Bodies without a country → the same with one, where the corpus has it with just one."""
    with_country: dict[Words, set[Words]] = defaultdict(set)
    for name in names:
        if len(name) > 1 and name[-1].startswith("="):
            with_country[name[:-1]].add(name)
    return {
        name: next(iter(with_country[name])) for name in names if len(name) > 1 and len(with_country.get(name, ())) == 1
    }


def _normal_place(key: str) -> Words:
    words = token_keys(key)
    for head in sorted(phrases("bare area"), key=len, reverse=True):
        if words[: len(head)] == head and len(words) > len(head):
            words = words[len(head) :]
            break
    capital = _capitals().get(words)
    return (f"={capital}",) if capital else words or (fold(key),)


@cache
def _capitals() -> dict[Words, str]:
    """Forms of the names of capitals → capital of which country."""
    return {
        token_keys(row["entry"]): f"capital {row['iso']}"
        for row in lexicon.load("places")
        if row["category"] == "capital"
    }
