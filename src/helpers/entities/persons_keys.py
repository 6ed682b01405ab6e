"""Which mentions of a document name the same person: the fullest form of the name is the key."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz

from helpers.entities.context import Context, Piece
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import SIGN, shape_of
from helpers.entities.tokens import keys as token_keys
from helpers.entities.tokens import words as token_words

_SAME_NAME = 88  # rapidfuzz ratio from which two full names are spellings of one
_SAME_WORD = 75  # the same for single names, which must also begin alike


def parts(name: str) -> tuple[str, ...]:
    """The words of a name as keys, without hyphens, points and apostrophes."""
    return tuple(
        key for key, word in zip(token_keys(name), token_words(name), strict=True) if shape_of(word) is not SIGN
    )


def keys(ctx: Context, pieces: list[Piece]) -> dict[int, str]:
    """Piece number → key, for the persons among `pieces`."""
    surfaces = {index: ctx.surface(p.first, p.last) for index, p in enumerate(pieces) if p.type == "PER"}
    counts = Counter(surfaces.values())
    order = {name: number for number, name in enumerate(counts)}
    full = sorted(
        (name for name in counts if len(parts(name)) > 1),
        key=lambda name: (-len(parts(name)), -counts[name], order[name]),
    )
    label = _labels(full, counts)
    for index, name in surfaces.items():
        if ctx.cut(pieces[index].last, pieces[index].first):
            longer = {
                other for key, other in label.items() if parts(key)[: len(parts(name))] == parts(name) and key != name
            }
            if len(longer) == 1:
                label[name] = longer.pop()
    chosen: dict[str, str] = {}
    out: dict[int, str] = {}
    recent: list[str] = []
    for index, name in surfaces.items():
        key = label.get(name) or chosen.get(name) or _resolve(name, full, label, recent)
        if name not in label:
            chosen[name] = key
        out[index] = key
        recent.append(key)
    return out


def _labels(full: list[str], counts: Counter[str]) -> dict[str, str]:
    """Every full name → the fullest form of the same name."""
    label: dict[str, str] = {}
    for name in full:
        match = next((other for other in label.values() if _same(parts(name), parts(other), exact=False)), None)
        label[name] = match or name
    return label


def _same(short: tuple[str, ...], long: tuple[str, ...], *, exact: bool) -> bool:
    """Whether `short` is the same name as `long` or a part of it."""
    if sorted(short) == sorted(long) or "".join(short) == "".join(long):
        return True
    if len(short) < len(long):
        local = all(vietnamese(word) for word in long) and long[0] in surnames("vi")
        windows = [long[i : i + len(short)] for i in range(len(long) - len(short) + 1)]
        if local:
            return short == long[-len(short) :] and len(short) > 1
        return short in windows or (short[0] == long[0] and short[-1] == long[-1]) or set(short) < set(long)
    if exact or len(short) != len(long):
        return False
    near = fuzz.ratio(" ".join(short), " ".join(long)) >= _SAME_NAME
    tonal = all(vietnamese(word) for word in (*short, *long))
    return near and not tonal and all(a[0] == b[0] for a, b in zip(short, long, strict=True))


def _resolve(name: str, full: list[str], label: dict[str, str], recent: list[str]) -> str:
    """The full name that a single name (Kishida, Hằng, Tập) stands for; itself where none or several fit."""
    own = parts(name)
    if not own:
        return name
    word = own[0]
    fits = {label[other] for other in full if _part_of(word, parts(other))}
    if len(fits) > 1:
        near = next((key for key in reversed(recent) if key in fits), None)
        return near or name
    if fits:
        return fits.pop()
    if (vietnamese(word) and len(word) < 5) or len(word) < 4:
        return name
    near_names = {
        label[other]
        for other in full
        if any(part[0] == word[0] and fuzz.ratio(part, word) >= _SAME_WORD for part in parts(other))
    }
    return near_names.pop() if len(near_names) == 1 else name


def _part_of(word: str, name: tuple[str, ...]) -> bool:
    """Whether a person of that name may be called by `word` alone: Vietnamese by the given name, others by any part."""
    local = (
        all(vietnamese(part) for part in name)
        and name[0] in surnames("vi")
        and name[0] not in surnames("zh") - surnames("vi")
    )
    if local and len(name) >= 3:
        return word == name[-1] or (word == name[0] and name[0] in surnames("zh"))
    return word in name
