"""Why an act disagrees with the gold: a cause computed from the annotation around it, not a judgement.

The causes are messages of the catalogue, under [evaluation.causes].
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from helpers import lexicon
from helpers.evaluation.gold import GoldAct, GoldDocument, split_keys
from helpers.lexicon.matching import Matcher
from helpers.spans import ACT_ZONES
from helpers.text import fold
from helpers.words import say

Row = Mapping[str, Any]
Sentences = Sequence[tuple[int, int, str]]  # start, end and zone, in order

_TOLD = ("STATE", "STRESS", "COMMIT")  # classes that the content of one predicate decides between (codebook, ruling 5)


def _say(name: str) -> str:
    return say(f"evaluation.causes.{name}")


class Around:
    """What stands around the acts of one document: its sentences, its mentions and acts as found, and the gold."""

    def __init__(self, sentences: Sentences, mentions: Iterable[Row], acts: Iterable[Row], gold: GoldDocument) -> None:
        self.sentences, self.gold = sentences, gold
        self.acts = list(acts)
        self.named = {(self._number(int(m["start"])), fold(str(m["entity"]))) for m in mentions}
        self.keys = {key for _, key in self.named}
        self._wanted = {(self._number(m.start), fold(m.entity)) for m in gold.mentions}

    def _number(self, position: int) -> int:
        return bisect_right(self.sentences, (position, float("inf"), "")) - 1

    def missed(self, want: GoldAct) -> str:
        """Why an act of the gold was not found."""
        number = self._number(want.start)
        if self.sentences and number >= 0 and self.sentences[number][2] not in ACT_ZONES:
            return _say("zone")
        if not _known().longest(want.text):
            return _say("not_in_lexicon")
        if any(int(a.get("content_start", 0)) <= want.start < int(a.get("content_end", 0)) for a in self.acts):
            return _say("taken_for_content")
        keys = {fold(key) for key in want.source}
        here = {key for key in keys if (number, key) in self._wanted}
        if not here:
            return _say("subject_left_out")
        return _say("clause") if any((number, key) in self.named for key in here) else _say("participant")

    def spurious(self, row: Row) -> str:
        """Why an act was found that the gold has not."""
        start, number = int(row["start"]), self._number(int(row["start"]))
        if row.get("rule") == "nominal":
            return _say("noun_phrase")
        before = [a for a in self.gold.acts if a.start < start and self._number(a.start) == number]
        if before and row.get("rule") in ("reported", "quoted", "agent"):
            return _say("content_taken_for_act")
        return _say("beside_another") if before else _say("no_act")

    def of_class(self, found: str, want: GoldAct) -> str:
        """Why an act has another class."""
        return _say("content_decides") if {found, want.act} <= set(_TOLD) else _say("class")

    def of_keys(self, side: str, found: str, want: GoldAct) -> str:
        """Why source or target (`side`) of an act are others."""
        got = {fold(key) for key in split_keys(found)}
        wanted = {fold(key) for key in getattr(want, side)}
        if not wanted:
            return _say("none_wanted")
        if not got:
            return _say(f"{side}_left_out")
        if got & wanted:
            return (
                _say("part_of_coordination")
                if got < wanted
                else _say("one_too_many")
                if wanted < got
                else _say("mixed")
            )
        if not wanted & self.keys:
            return _say("participant")
        number = self._number(want.start)
        here = any((number, key) in self._wanted for key in wanted)
        return _say("other_participant") if here else _say(f"{side}_from_context")


@cache
def _known() -> Matcher:
    """Predicates and names of stances of the lexicon."""
    return Matcher([row["entry"] for name in ("predicates", "stances") for row in lexicon.load(name)])
