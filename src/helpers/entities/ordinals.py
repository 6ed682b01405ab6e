"""Numbers inside names: of units of the armed forces, of congresses, sessions and conferences."""

from __future__ import annotations

from helpers.entities.context import Context
from helpers.entities.tokens import NUMBER
from helpers.entities.vocabulary import phrases, words


def of_unit(ctx: Context, at: int) -> int:
    """End of the number of a unit of the armed forces (Quân khu | 7); 0 for none."""
    tokens = ctx.tokens
    if not 1 < at < len(tokens) or not ctx.same_line(at - 2, at):
        return 0
    if tokens.shape[at] is not NUMBER and not (tokens.key[at] in words("roman") and tokens.word[at].isupper()):
        return 0
    return at + 1 if tuple(tokens.key[at - 2 : at]) in phrases("numbered unit") else 0


def ordinal(ctx: Context, at: int, base: int) -> int:
    """End of `lần thứ 12`, `khóa XIII`, a year or a roman number at `at`; `at` where there is none."""
    key = ctx.key(at, base)
    if key in words("ordinal head"):
        after = at + 2 if ctx.key(at + 1, base) in words("ordinal mark") else at + 1
        following = ctx.key(after, base)
        number = following and (
            ctx.tokens.shape[after] is NUMBER or following in words("roman") | words("ordinal word")
        )
        return after + 1 if number else at
    year = key.isdigit() and len(key) == 4
    roman = bool(key) and key in words("roman") and ctx.tokens.word[at].isupper()
    return at + 1 if year or roman else at
