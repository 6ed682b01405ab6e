"""One id for one entity across documents, from the keys that each document gives alone.

Persons, bodies and places have a module each (`person_links`, `body_links`, `place_links`); dates are linked by the day
they name, all else by its words. The ids depend on the mentions and namings alone, not on their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict

import pandas as pd

from helpers.entities import body_links, evidence, owners, person_links, place_links
from helpers.entities.labels import most_frequent
from helpers.entities.tokens import keys as token_keys
from helpers.language import dates
from helpers.text import fold

Triple = tuple[str, str, str]  # doc_id, type and codebook key


def corpus_ids(mentions: pd.DataFrame, documents: pd.DataFrame, namings: pd.DataFrame) -> pd.Series:
    """Return the entity id of every row of `mentions` (doc_id, type, entity, text), such as "PER:Kishida Fumio".

    `documents` (doc_id, published_at) dates the texts, so that `hôm nay` is a day; `namings` (doc_id, entity, offices,
    offices_after, country) tells persons of one name apart. The same rows give the same ids, whatever their order.
    """
    published = dict(zip(documents["doc_id"], documents["published_at"], strict=True))
    triples = list(zip(mentions["doc_id"], mentions["type"], mentions["entity"], strict=True))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, kind, key in triples:
        counts[kind][key] += 1
    label: dict[Triple, str] = _persons(set(triples), namings, published)
    bodies = mentions.loc[mentions["type"] == "ORG", ["text", "entity"]]
    short = body_links.expansions(zip(bodies["text"], bodies["entity"], strict=True))
    shared = {
        "ORG": body_links.labels(counts["ORG"], short),
        "LOC": place_links.labels(counts["LOC"]),
        **{kind: _by_words(counts[kind]) for kind in ("ROLE", "DOC", "EVENT")},
    }
    for doc, kind, key in set(triples) - label.keys():
        when = published.get(doc, "")
        label[doc, kind, key] = _day(doc, key, when) if kind == "DATE" else shared[kind][key]
    ids = [f"{triple[1]}:{label[triple]}".replace(";", ",") for triple in triples]
    return pd.Series(ids, index=mentions.index, dtype="str")


def _persons(triples: set[Triple], namings: pd.DataFrame, published: dict[str, str]) -> dict[Triple, str]:
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for doc, kind, key in triples:
        if kind == "LOC" and key in owners.codes():
            places[doc][key] += 1
    people = ((doc, key) for doc, kind, key in triples if kind == "PER")
    found = evidence.gather(people, namings, published, places)
    return {(doc, "PER", key): label for (doc, key), label in person_links.labels(found).items()}


def _day(doc: str, key: str, published: str) -> str:
    return dates.resolve(key, published) or f"{doc} {key}"


def _by_words(counts: Counter[str]) -> dict[str, str]:
    """Key → the most frequent of the keys with the same words, of equals the longest."""
    return most_frequent(counts, lambda key: token_keys(key) or fold(key))
