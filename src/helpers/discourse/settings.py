"""Where and when an act takes place, and in which office: read from the mentions around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import pandas as pd

from helpers import lexicon
from helpers.entities import channels
from helpers.entities.party import is_country
from helpers.language import dates
from helpers.text import flatten

_APART = 40  # characters between an office and the name that follows it
_BESIDE = 5  # characters between the parts of one title


@cache
def _wide() -> frozenset[str]:
    """Seas, rivers and continents, where nobody meets."""
    rows = lexicon.load("places")
    return frozenset(flatten(row["entry"]) for row in rows if row["category"] in ("sea", "river", "continent"))


def _foremost(offices: list[str]) -> str:
    """The office that tells most: a head of a branch before a member of a board, the first of equals."""
    return min(enumerate(offices), key=lambda item: (channels.of_name(item[1])[1], item[0]))[1]


class Setting:
    """The mentions of a corpus by sentence, its persons' offices, and the days its texts were published."""

    def __init__(self, documents: pd.DataFrame, mentions: pd.DataFrame) -> None:
        self.published = dict(zip(documents["doc_id"], documents["published_at"].str.slice(0, 10), strict=True))
        self.types = dict(zip(mentions["entity_id"], mentions["type"], strict=True))
        self._dates: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
        self._places: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
        self._offices: dict[str, Counter[str]] = defaultdict(Counter)
        columns = ["doc_id", "sentence", "start", "end", "type", "text", "entity", "entity_id"]
        before, anchor = ("", 0), ""  # document and end of the mention before; the day named last
        chain: list[str] = []  # offices that stand together before a name
        for doc, sentence, start, end, kind, text, entity, entity_id in (
            mentions[columns].sort_values(["doc_id", "start"]).itertuples(index=False, name=None)
        ):
            apart = start - before[1] if doc == before[0] else _APART
            anchor = anchor if doc == before[0] else ""
            if kind == "DATE":
                day = dates.resolve(text, self.published.get(doc, ""), anchor)
                anchor = day if len(day) == 10 else anchor
                self._dates[doc, sentence].append((start, day))
            elif (
                kind == "LOC"
                and not is_country(entity)
                and flatten(entity) not in _wide()
                and not (chain and apart < _BESIDE)
            ):
                self._places[doc, sentence].append((start, text))
            elif kind == "PER" and chain and apart < _APART:
                self._offices[entity_id][_foremost(chain)] += 1
            if kind == "ROLE":
                chain = [*chain, text] if apart < _BESIDE else [text]
            elif kind not in ("LOC", "ORG") or apart >= _BESIDE:
                chain = []
            before = (doc, end)

    def date(self, doc: str, sentence: int, start: int, month: bool) -> str:
        """The day or range (with `month` also the month) named nearest to `start` in the sentence, "" if none is."""
        shortest = 7 if month else 10
        named = self._dates.get((doc, sentence), [])
        near = [(abs(at - start), day) for at, day in named if len(day.split("/")[0]) >= shortest]
        return min(near)[1] if near else ""

    def places(self, doc: str, sentence: int, start: int) -> list[str]:
        """The building or town named nearest to `start` in the sentence, as written; [] if none is."""
        near = self._places.get((doc, sentence), [])
        return [min((abs(at - start), text) for at, text in near)[1]] if near else []

    def office(self, entity_id: str) -> str:
        """The office that most often stands before a person's name, "" for others."""
        counts = self._offices.get(entity_id)
        return min(counts, key=lambda name: (-counts[name], name)) if counts else ""
