"""Which mentions of a document name the same person: the fullest form of the name is the key."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from helpers.entities.context import Context, Piece
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import SIGN, shape_of
from helpers.entities.tokens import keys as token_keys
from helpers.entities.tokens import words as token_words
from helpers.entities.vocabulary import phrase

Words = tuple[str, ...]
_SAME_NAME = 88  # rapidfuzz ratio from which two full names are spellings of one
_SAME_WORD = 75  # the same for single names, which must also begin alike
_NEAR = 50  # persons named before among whom an ambiguous name is looked for
_WIFE = 6  # words before a name among which its bearer is called a wife
_SHORTEST = 4  # letters of a word whose misspelling can be told


@lru_cache(maxsize=100_000)
def parts(name: str) -> Words:
    """The words of a name as keys, without hyphens, points and apostrophes."""
    return tuple(
        key for key, word in zip(token_keys(name), token_words(name), strict=True) if shape_of(word) is not SIGN
    )


def keys(ctx: Context, pieces: list[Piece]) -> dict[int, str]:
    """Piece number → key, for the persons among `pieces`."""
    surfaces = {index: ctx.surface(p.first, p.last) for index, p in enumerate(pieces) if p.type == "PER"}
    people = _People(Counter(surfaces.values()))
    for index, name in surfaces.items():
        if ctx.cut(pieces[index].last, pieces[index].first):
            people.complete(name)
    people.part(_ranks(ctx, pieces))
    out: dict[int, str] = {}
    recent: list[str] = []
    wives = {name for index, name in surfaces.items() if _a_wife(ctx, pieces[index])}
    for index, name in surfaces.items():
        husbands = () if _a_wife(ctx, pieces[index]) else wives
        out[index] = people.key(name, recent, husbands)
        if not recent or recent[-1] != out[index]:
            recent.append(out[index])
    return out


def _a_wife(ctx: Context, piece: Piece) -> bool:
    """Whether a person is named as a woman or somebody's wife: "bà A", "phu nhân Tổng thống X B"."""
    before = ctx.tokens.key[max(0, piece.first - _WIFE) : piece.first]
    return before[-1:] == ["bà"] or any(pair == ("phu", "nhân") for pair in pairwise(before))


def _ranks(ctx: Context, pieces: list[Piece]) -> dict[str, set[str]]:
    """Name → `monarch` and `heir`, as the royal titles right before its mentions say."""
    found: dict[str, set[str]] = defaultdict(set)
    for before, piece in pairwise(pieces):
        if piece.type == "PER" and before.rule == "office: royal" and before.last == piece.first:
            title = ctx.tokens.key[before.first : before.last]
            for rank in ("monarch", "heir"):
                if phrase(title, 0, rank) == len(title):
                    found[ctx.surface(piece.first, piece.last)].add(rank)
    return found


class _People:
    """The full names of a document, each with the fullest form of the same name, found by their words."""

    def __init__(self, counts: Counter[str]) -> None:
        order = {name: number for number, name in enumerate(counts)}
        full = [name for name in counts if len(parts(name)) > 1]
        full.sort(key=lambda name: (-len(parts(name)), -counts[name], order[name]))
        self.label: dict[str, str] = {}
        self.by_word: dict[str, list[str]] = defaultdict(list)
        self.by_initial: dict[str, list[str]] = defaultdict(list)
        self.by_letter: dict[str, list[str]] = defaultdict(list)
        self.chosen: dict[str, str] = {}
        for name in full:
            near = dict.fromkeys([*self._with(parts(name)), *self.by_initial["".join(w[0] for w in parts(name))]])
            self.label[name] = next((other for other in near if _same(parts(name), parts(other))), name)
            if self.label[name] == name:
                for word in dict.fromkeys((*parts(name), "".join(parts(name)))):
                    if word not in self.by_word:
                        self.by_letter[word[0]].append(word)
                    self.by_word[word].append(name)
                self.by_initial["".join(word[0] for word in parts(name))].append(name)

    def _with(self, words: Words) -> Iterable[str]:
        return [name for word in (*words, "".join(words)) for name in self.by_word.get(word, ())]

    def complete(self, name: str) -> None:
        """Take a name cut off by the end of a teaser for the one that begins like it."""
        own = parts(name)
        longer = {
            self.label[other] for other in self._with(own[:1]) if parts(other)[: len(own)] == own and other != name
        }
        if own and len(longer) == 1:
            self.label[name] = longer.pop()

    def part(self, ranks: dict[str, set[str]]) -> None:
        """Keep a monarch called by one name from those of that name who are only heirs (Quốc vương A, Thái tử B bin A)."""
        for name, own in ranks.items():
            fits = self.by_word.get(parts(name)[0], ()) if own == {"monarch"} and len(parts(name)) == 1 else ()
            if fits and all(ranks.get(other) == {"heir"} for other in fits):
                self.chosen[name] = name

    def key(self, name: str, recent: list[str], others: Collection[str] = ()) -> str:
        """The full name that a name stands for; itself where none fits, or several of which none was named before. It
        stands for one of `others` only where no other name fits."""
        known = self.label.get(name) or self.chosen.get(name)
        if known or not parts(name):
            return known or name
        word = parts(name)[0]
        fits = {other for other in self.by_word.get(word, ()) if _part_of(word, parts(other))}
        fits = fits.difference(others) or fits
        if len(fits) > 1:
            return next((key for key in reversed(recent[-_NEAR:]) if key in fits), name)
        self.chosen[name] = fits.pop() if fits else self._misspelt(word) or name
        return self.chosen[name]

    def _misspelt(self, word: str) -> str:
        """The one full name of which a word begins alike and is nearly the same; "" for none."""
        if len(word) < _SHORTEST or (vietnamese(word) and len(word) == _SHORTEST):
            return ""
        alike = [part for part in self.by_letter.get(word[0], ()) if fuzz.ratio(part, word) >= _SAME_WORD]
        near = {name for part in alike for name in self.by_word[part]}
        return near.pop() if len(near) == 1 else ""


def _same(short: Words, long: Words) -> bool:
    """Whether `short` is the same name as `long`, in other order or spelling, or a part of it."""
    if sorted(short) == sorted(long) or "".join(short) == "".join(long):
        return True
    if len(short) < len(long):
        if all(vietnamese(word) for word in long) and long[0] in surnames("vi"):
            return short == long[-len(short) :]
        return set(short) < set(long)
    if len(short) != len(long) or all(vietnamese(word) for word in (*short, *long)):
        return False
    alike = all(a[0] == b[0] for a, b in zip(short, long, strict=True))
    return alike and fuzz.ratio(" ".join(short), " ".join(long)) >= _SAME_NAME


def _part_of(word: str, name: Words) -> bool:
    """Whether a person of that name may be called by `word` alone: Vietnamese by the given name, others by any part."""
    if len(name) > 2 and name[0] in surnames("vi") and all(vietnamese(part) for part in name):
        return word == name[-1] or (word == name[0] and word in surnames("zh"))
    return word in name
