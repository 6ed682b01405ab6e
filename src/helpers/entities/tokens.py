"""Written tokens of a document with what their letters tell: capital, initial of a sentence, word or sign."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.spans import MENTION_ZONES, Segment
from helpers.text import fold

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_GLUED = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_]{3})")
_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "`": "'"})
_STOPS = frozenset('.!?…:;"“”»«•*|>()[]')
_CLOSERS = frozenset(")]\"”»'")

# Shape of a token
LOWER, TITLE, UPPER, NUMBER, SIGN = "lower", "title", "upper", "number", "sign"


@dataclass(slots=True)
class Tokens:
    """The tokens of a document in parallel lists; `line` numbers the segment that each stands in.

    `capital` says whether a token counts as written with a capital (in a line all in capitals or In Title Case nearly
    every word is, which tells nothing: there `shouted` is set). `initial` marks the first word of a sentence.
    """

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    initial: list[bool] = field(default_factory=list)
    shouted: list[bool] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.word)

    def surface(self, first: int, last: int) -> str:
        """The text of tokens first … last - 1."""
        return self.text[self.start[first] : self.end[last - 1]]

    def glued(self, index: int) -> bool:
        """Whether no space stands before token `index`."""
        return index > 0 and self.end[index - 1] == self.start[index]

    def same_line(self, first: int, second: int) -> bool:
        """Whether both tokens exist and stand in one segment."""
        return 0 <= first < len(self.line) and 0 <= second < len(self.line) and self.line[first] == self.line[second]


@lru_cache(maxsize=100_000)
def key_of(word: str) -> str:
    """The form under which a token is looked up: folded, dashes and apostrophes made one."""
    return fold(word.translate(_DASHES))


@lru_cache(maxsize=100_000)
def shape_of(word: str) -> str:
    """LOWER, TITLE, UPPER (two capitals or more), NUMBER or SIGN."""
    if not word[0].isalnum():
        return SIGN
    if word.isdigit():
        return NUMBER
    capitals = sum(letter.isupper() for letter in word)
    letters = sum(letter.isalpha() for letter in word)
    if (capitals >= 2 and capitals * 2 > letters) or (capitals == letters == 1 and len(word) > 1):
        return UPPER
    return TITLE if word[0].isupper() else LOWER


def words(text: str) -> list[str]:
    """The tokens of a string, as written."""
    return _TOKEN.findall(text)


def keys(text: str) -> tuple[str, ...]:
    """The tokens of a string, as looked up."""
    return tuple(key_of(word) for word in words(text))


def tokenize(text: str, segments: tuple[Segment, ...]) -> Tokens:
    """Return the tokens of all segments that carry mentions."""
    tokens = Tokens(text)
    for number, segment in enumerate(segments):
        tokens.zones.append(segment.zone)
        if segment.zone in MENTION_ZONES:
            _add_line(tokens, segment, number)
    return tokens


def _add_line(tokens: Tokens, segment: Segment, number: int) -> None:
    first = len(tokens)
    for match in _TOKEN.finditer(tokens.text, segment.start, segment.end):
        start = match.start()
        for word in _apart(match.group()):
            tokens.start.append(start)
            start += len(word)
            tokens.end.append(start)
            tokens.word.append(word)
            tokens.key.append(key_of(word))
            tokens.shape.append(shape_of(word))
            tokens.line.append(number)
    last = len(tokens)
    shapes = tokens.shape[first:last]
    letters = [shape for shape in shapes if shape in (LOWER, TITLE, UPPER)]
    capitals = len(letters) - letters.count(LOWER)
    shouted = len(letters) > 6 and capitals >= 0.85 * len(letters)
    fresh = True
    for index in range(first, last):
        shape = tokens.shape[index]
        tokens.shouted.append(shouted)
        tokens.initial.append(fresh and shape is not SIGN)
        tokens.capital.append(shape in (TITLE, UPPER))
        fresh = shape is SIGN and (fresh or _opens(tokens, index))


def _apart(word: str) -> tuple[str, ...]:
    """The words that a missing blank has run together (PhápClaire): a word with a tone or letter of Vietnamese ends
    before a capital."""
    if word.isascii() or word.istitle() or word.islower() or word.isupper():
        return (word,)
    for match in _GLUED.finditer(word):
        left, right = word[: match.start()], word[match.start() :]
        if right.istitle() and left[1:].islower() and not left.isascii():
            return (left, right)
    return (word,)


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a sentence may begin after the sign at `index`: not after the point of an initial or abbreviation."""
    sign = tokens.word[index]
    if sign not in _STOPS or (sign in _CLOSERS and sign not in '"”)'):
        return False
    if sign in "()[]":
        return sign in "(["
    if sign == "." and tokens.same_line(index - 1, index) and tokens.glued(index):
        return len(tokens.word[index - 1]) > 1 and not (
            tokens.shape[index - 1] is UPPER and len(tokens.word[index - 1]) < 4
        )
    return True
