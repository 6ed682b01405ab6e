"""Referring expressions (hai bên, ông, đoàn, an office without name …) and the entities that they stand for."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from helpers import lexicon
from helpers.entities import parties as party_phrases
from helpers.entities.antecedents import Antecedents
from helpers.entities.epithets import Called, Epithets
from helpers.entities.holders import Holders, is_plural, words_of
from helpers.entities.party import Party
from helpers.entities.persons import HOME, gather
from helpers.entities.salience import View
from helpers.entities.unnamed import Unnamed
from helpers.lexicon.matching import Hit, Matcher
from helpers.spans import Mention, Reference, Sentence

_PRONOUNS = ("man", "woman", "comrade")
# categories of words that point to nobody themselves
_BESIDE = ("pair", "plural", "home office", "leading office", "nation head", "no leader", "dated")


@cache
def _expressions() -> tuple[Matcher, dict[str, str]]:
    rows = lexicon.load("references", excluded=True)
    found = {row["entry"]: row["category"] for row in rows if row["category"] not in _BESIDE}
    return Matcher(found), found


def find(text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Reference, ...]:
    """Return the referring expressions of the normalised `text`, in order, with the entity keys they stand for.

    An expression that the document does not resolve has no keys, except an office, which then stands for itself
    (the office, a space and the country as written). Offsets are code points of `text`.
    """
    return _Resolver(text, sentences, mentions).run()


class _Resolver:
    """The state of one document while its expressions are resolved from left to right."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> None:
        self.text, self.mentions = text, mentions
        self.parties = party_phrases.find(text, mentions)
        self.persons = gather(self.parties)
        self.view = View(sentences, mentions, self.persons)
        self.taken = [mention.start for mention in mentions]
        self.cores = [party.core for party in self.parties]
        self.done: list[Reference] = []
        self.offices = Unnamed(text, mentions, self.parties)
        self.holders = Holders(text, self.persons, self.view, self.offices)
        self.antecedents = Antecedents(text, sentences, self.parties, self.view)
        self.epithets = Epithets(text, mentions, self.parties, self.view, self.holders)

    def run(self) -> tuple[Reference, ...]:
        """Every expression of the document, resolved."""
        matcher, categories = _expressions()
        items: list[tuple[int, int, Called | Party | Hit]] = [(party.start, 1, party) for party in self.parties]
        items += [(hit.start, 2, hit) for hit in matcher.longest(self.text)]
        items += [(called.start, 0, called) for called in self.epithets.find()]
        reach = 0
        for _, _, item in sorted(items, key=lambda entry: entry[:2]):
            if isinstance(item, Called):
                reach = item.end
                self._add(*item[:2], "office", item.keys)
                self.view.add(item.start, item.keys)
            elif isinstance(item, Party):
                if item.core >= reach:
                    self._party(item)
                elif item.offices:  # whom an aide serves
                    self.view.add(item.start, (item.person,) if item.person else self.holders.office(item))
            elif not self._inside_name(item) and not (self.done and item.start < self.done[-1].end):
                self._expression(item, categories[item.entry])
        return tuple(sorted(self.done))

    def _party(self, party: Party) -> None:
        if party.person:
            keys: tuple[str, ...] = (party.person,)
        elif party.offices:
            keys = self.holders.pair(party) if self.holders.both(party) else self.holders.office(party)
            self._add(party.core, party.end, "office", keys)
        elif party.head:
            keys = self.holders.counterpart(party)
            self._add(party.start, party.end, "counterpart", keys)
        elif led := self.offices.leader(party, self.persons):
            keys = (led[1],)
            self._add(led[0], party.end, "counterpart", keys)
        elif below := self.antecedents.named_below(party, self.persons):
            keys = (below[1],)
            self._add(below[0], party.end, "counterpart", keys)
        elif whole := self._this_nation(party):
            self._add(*whole, "nation", _one(self.view.foreign(party.start)))
            return
        else:
            return
        self.view.add(party.start, keys)
        self.antecedents.note(party, keys)

    def _this_nation(self, party: Party) -> tuple[int, int] | None:
        """Where "quốc gia Đông Nam Á này" stands around the name of a region."""
        word, behind = self.text[: party.core].rsplit(maxsplit=2)[-2:], self.text[party.end : party.end + 4]
        head = " ".join(word).lower() if party.kind == "place" else ""
        if behind != " này" or head not in words_of("nation head"):
            return None
        return party.core - len(head) - 1, party.end + 4

    def _inside_name(self, hit: Hit) -> bool:
        """Whether an expression overlaps a mention."""
        at = bisect_left(self.taken, hit.end) - 1
        return at >= 0 and self.mentions[at].end > hit.start

    def _named_behind(self, hit: Hit, kinds: tuple[str, ...], reach: int) -> bool:
        """Whether a party phrase of one of `kinds` begins at most `reach` characters behind an expression."""
        at = bisect_left(self.cores, hit.end)
        return at < len(self.parties) and self.cores[at] - hit.end <= reach and self.parties[at].kind in kinds

    def _expression(self, hit: Hit, kind: str) -> None:
        keys: tuple[str, ...]
        if kind == "joint":
            keys = self.view.two_countries(hit.start)
        elif kind == "leaders" and hit.entry in _officials() and self._named_behind(hit, ("country", "body"), 24):
            return  # "hai quan chức của X"
        elif kind == "leaders":
            keys = self.view.two_persons(hit.start) or self._two_leaders()
            self.antecedents.groups.append((hit.start, keys))
        elif kind in _PRONOUNS:
            if self._named_behind(hit, ("person", "office"), 1):
                return  # a form of address, not a pronoun
            keys = _one(self.view.person(hit.start, kind))
        elif kind == "they":
            keys = self.antecedents.they(hit.start)
            kind = "leaders" if len(keys) > 1 or set(keys) & set(self.persons) else "body"
        elif kind == "somebody" and self.text[max(0, hit.start - 4) : hit.start].lower() == "một ":
            return  # "một nhà ngoại giao của X"
        elif kind in ("official", "somebody"):
            keys, kind = self.antecedents.official(hit, kind == "somebody"), "office"
            self.antecedents.again(hit.start, keys)
        elif kind == "leader":
            told = self.text[max(0, hit.start - 3) : hit.start].endswith((", ", "là "))  # "A, người đứng đầu phái bộ"
            if (
                told
                or is_plural(self.antecedents.flat, hit.start)
                or self._named_behind(hit, ("person", "office", "country", "body", "counterpart"), 12)
            ):
                return
            leaders = {key for key, person in self.persons.items() if person.leads}
            keys, kind = _one(self.view.foremost(hit.start, leaders)), "office"
        elif kind == "several":
            keys, kind = self.antecedents.several(hit.start), "leaders"
        elif kind == "group":
            if self._named_behind(hit, ("place", "body"), 2):
                return  # "ba nước châu Âu"
            keys = self.antecedents.countries(hit.start)
            self.antecedents.groups.append((hit.start, keys))
        elif kind in ("nation", "partner"):
            keys = _one(self.view.foreign(hit.start))
        elif kind == "delegation":
            keys = _one(self.view.delegation(hit.start))
            if not keys or self._named_behind(hit, ("country", "body"), 20):
                return
        elif kind == "home":
            keys = (HOME,)
        else:
            return
        self._add(hit.start, hit.end, kind, keys)

    def _two_leaders(self) -> tuple[str, ...]:
        """The two leaders of different countries that the text names, if it names no other; () else."""
        leaders = sorted(key for key, person in self.persons.items() if person.leads)
        apart = len({self.persons[key].country for key in leaders}) == len(leaders) == 2
        return tuple(leaders) if apart else ()

    def _add(self, start: int, end: int, kind: str, keys: tuple[str, ...]) -> None:
        self.done.append(Reference(start, end, self.text[start:end], kind, keys))


@cache
def _officials() -> frozenset[str]:
    """Words for two officials: a numeral and a word for one."""
    ones = tuple(row["entry"] for row in lexicon.load("actors") if row["category"] == "official")
    return frozenset(row["entry"] for row in lexicon.load("references") if row["entry"].endswith(ones))


def _one(key: str) -> tuple[str, ...]:
    return (key,) if key else ()
