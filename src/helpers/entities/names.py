"""The shape of a person's name: Vietnamese and Chinese by surname, Korean with hyphen, foreign with particles and initials."""

from __future__ import annotations

import unicodedata

from helpers.entities.context import Context
from helpers.entities.syllables import surnames, vietnamese
from helpers.entities.tokens import TITLE, UPPER
from helpers.entities.vocabulary import words

LONGEST = 6


def end_of(ctx: Context, at: int) -> int:
    """End of the person's name that begins at token `at`, as far as its shape goes; `at` where none begins."""
    tokens = ctx.tokens
    end, parts = at, 0
    local = vietnamese(tokens.word[at]) and tokens.key[at] in surnames("vi") | surnames("zh")
    limit = 4 if local else LONGEST
    while parts < limit and ctx.same_line(end, at):
        if parts and (_stops(ctx, end) or not _goes_on(ctx, end, sure=local and parts == 1)):
            break
        step = _part(ctx, end, at, first=parts == 0)
        if step == end:
            break
        parts += 1
        if local and parts == 2 and tokens.key[at + 1] in words("middle name"):
            limit = 5
        end = _nickname(ctx, _joined(ctx, step, at), at)
    return end


def _part(ctx: Context, at: int, base: int, *, first: bool) -> int:
    """End of one part of a name: a capitalised word, an initial, or a particle before a capital."""
    tokens = ctx.tokens
    if ctx.dated[at] >= 0:
        return at
    if tokens.shape[at] in (TITLE, UPPER) and tokens.word[at][0].isalpha():
        if (
            tokens.shape[at] is UPPER
            and len(tokens.word[at]) > 3
            and not (first or tokens.shouted[at] or _capitals(ctx, base) or _surname(ctx, at, base))
        ):
            return at
        end = at + 1
        if ctx.key(end, base) != "." or not tokens.glued(end):
            return end
        if not first and tokens.key[at] in words("generation"):
            return end + 1 if ctx.same_line(end + 1, base) else end
        return end + 1 if len(tokens.word[at]) <= 2 and ctx.capital(end + 1, base) else end
    if not first and ctx.key(at + 1, base) == "'" and tokens.word[at] in words("elided") and ctx.capital(at + 2, base):
        return at + 3 if tokens.glued(at + 1) and tokens.glued(at + 2) else at
    particle = ctx.cue(at, "particle", base)
    if particle and not first:
        end = particle.last
        for _ in range(2):
            if ctx.key(end, base) == "-":
                end += 1
            follow = ctx.cue(end, "particle", base)
            if follow and not ctx.capital(end, base):
                end = follow.last
        return end if ctx.capital(end, base) and not _stops(ctx, end) else at
    return at


def _capitals(ctx: Context, at: int) -> bool:
    """Whether a name begins with a word all in capitals, as in the credit of a picture (TRUNG DŨNG)."""
    word = ctx.tokens.word[at]
    return len(word) == 1 or (ctx.tokens.shape[at] is UPPER and vietnamese(word))


def _surname(ctx: Context, at: int, base: int) -> bool:
    """Whether a word all in capitals is a foreign surname after a given name (Claire MOREAU): in no table."""
    given = at == base + 1 and not vietnamese(ctx.tokens.word[base]) and ctx.tokens.shape[base] is TITLE
    return given and not ctx.hits[at] and not ctx.outlets[at] and not vietnamese(ctx.tokens.word[at])


def _nickname(ctx: Context, at: int, base: int) -> int:
    """End of a nickname in quotation marks inside a name (Teodoro "Teddy" Locsin); `at` where none stands."""
    marks = ('"', "“", "”", "'")
    inside = ctx.key(at, base) in marks and ctx.capital(at + 1, base) and ctx.key(at + 2, base) in marks
    goes_on = ctx.capital(at + 3, base) or ctx.cue(at + 3, "particle", base)
    return at + 3 if inside and goes_on and not _stops(ctx, at + 3) else at


def _joined(ctx: Context, end: int, base: int) -> int:
    """End after what a hyphen or an apostrophe joins to the name: Jong-un, Byung - se, O'Brien."""
    tokens = ctx.tokens
    while ctx.same_line(end + 1, base):
        sign, after = tokens.key[end], tokens.word[end + 1]
        if sign not in ("-", "'") or not after[0].isalpha():
            break
        tight = tokens.glued(end) and tokens.glued(end + 1)
        if tight or (sign == "-" and _loose_join(ctx, end, base)):
            end += 2
        else:
            break
    return end


def _loose_join(ctx: Context, at: int, base: int) -> bool:
    """Whether ` - ` at token `at` stands inside a name (Moon Jae - in, Chan - ocha) and not before an explanation."""
    tokens = ctx.tokens
    after = at + 1
    if tokens.shape[after] is UPPER or ctx.outlets[after] or any(hit.table == "offices" for hit in ctx.hits[after]):
        return False
    if tokens.key[base] in surnames("ko") and at - base == 2:
        return len(tokens.word[after]) <= 6 and not vietnamese_only(tokens.word[after])
    if tokens.capital[after]:
        return _double(ctx, at, base)
    small = not tokens.capital[after] and not vietnamese_only(tokens.word[after])
    return (
        small
        and not vietnamese_only(tokens.word[at - 1])
        and len(tokens.word[after]) <= 6
        and not ctx.cue(after, "saying")
    )


def _double(ctx: Context, at: int, base: int) -> bool:
    """Whether a hyphen at `at` joins two names to one (Jean - Yves Laurent, Miguel Díaz - Canel), not two persons."""
    tokens, after = ctx.tokens, at + 1
    pair = tokens.key[at - 1], tokens.key[after]
    if at - base == 1 and pair[0] in words("compound name") and ctx.capital(after + 1, base):
        return True
    if ctx.hits[after] or ctx.hits[at - 1] or vietnamese(tokens.word[at - 1]) or vietnamese(tokens.word[after]):
        return False
    alone = at - base > 1 and not ctx.capital(after + 1, base)
    return alone or any(_ends_name(ctx, index, pair) for index in range(1, len(tokens) - 2))


def _ends_name(ctx: Context, at: int, pair: tuple[str, str]) -> bool:
    """Whether the pair of names stands at `at` joined by a hyphen as the end of a longer name."""
    key = ctx.tokens.key
    if (key[at], key[at + 2]) != pair or key[at + 1] != "-" or ctx.capital(at + 3, at):
        return False
    return not vietnamese(ctx.tokens.word[at - 1]) and ctx.capital(at - 1, at)


def vietnamese_only(word: str) -> bool:
    """Whether a word has letters or tones that only Vietnamese writes."""
    return any(ord(letter) > 0x7F for letter in unicodedata.normalize("NFD", word.casefold()) + word) and vietnamese(
        word
    )


def _goes_on(ctx: Context, at: int, *, sure: bool) -> bool:
    """Whether the word at `at` may belong to a name begun before it: in a line all in capitals no word that the
    document writes small elsewhere (`sure`: the second syllable of a Vietnamese name), and no verb."""
    if not ctx.tokens.shouted[at]:
        return True
    if ctx.cue(at, "saying") or ctx.verbs[at]:
        return False
    return sure or (ctx.tokens.key[at] not in ctx.lowered and not ctx.titles[at])


def _stops(ctx: Context, at: int) -> bool:
    """Whether an office, a body or a country begins at `at`, where a name must have ended."""
    for hit in ctx.hits[at]:
        capital = ctx.tokens.capital[at]
        length = hit.last - hit.first
        if hit.table == "offices" and capital and (length > 1 or len(ctx.tokens.word[at]) > 2):
            return True
        if hit.table in ("bodies", "documents", "events") and capital and length > 1 and hit.form != "head":
            return True
        if hit.table == "countries" and hit.category == "name" and (length > 1 or len(ctx.tokens.word[at]) > 4):
            return True
    return False
