"""News outlets as sources: agencies, papers, websites (type ORG)."""

from __future__ import annotations

from helpers.entities import sites
from helpers.entities.context import Context, Piece
from helpers.entities.syllables import vietnamese
from helpers.entities.tokens import UPPER
from helpers.entities.vocabulary import phrase, phrases, words


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the outlet named at token `at`; names that are also common words only where a source is given."""
    end = _website(ctx, at)
    if end:
        return Piece(at, end, "ORG", "", "website")
    head = phrase(ctx.tokens.key, at, "agency head")
    if head and ctx.same_line(head, at):
        named = _listed(ctx, head) or _headed(ctx, head)
        return named._replace(first=at) if named else None
    return _listed(ctx, at) or _headed(ctx, at)


def own_name(ctx: Context, piece: Piece) -> int:
    """First token of an outlet's name without the word for what it is (hãng tin | Reuters); of other pieces the first."""
    head = phrase(ctx.tokens.key, piece.first, "agency head") if piece.rule.startswith("outlet") else 0
    return head if head and head < piece.last else piece.first


def _listed(ctx: Context, at: int) -> Piece | None:
    organ = any(hit.form == "organ" for hit in ctx.find(at, "bodies"))
    for hit in ctx.outlets[at]:
        if any(other.last > hit.last for other in ctx.find(at, "bodies")):
            continue
        own = any(not vietnamese(word) for word in ctx.tokens.word[at : hit.last] if word.isalpha())
        short = ctx.tokens.shape[at] is UPPER and hit.last == at + 1 and not ctx.tokens.shouted[at]
        sure = own or short or (hit.last - at > 3 and not organ) or ctx.tokens.key[at] in words("outlet head")
        if sure or _given(ctx, at):
            return Piece(at, hit.last, "ORG", "", "outlet")
    return None


def _headed(ctx: Context, at: int) -> Piece | None:
    """An outlet that no table holds, after its head: `tờ Bild`, `kênh truyền hình TRT`."""
    if not ctx.capital(at, at) or ctx.hits[at] or ctx.outlets[at] or ctx.titles[at] or ctx.tokens.shouted[at]:
        return None
    if not _after_head(ctx, at):
        return None
    end = sites.run(ctx, at, at)
    foreign = any(not vietnamese(word) for word in ctx.tokens.word[at:end] if word.isalpha())
    return Piece(at, end, "ORG", "", "outlet after its head") if foreign else None


def _after_head(ctx: Context, at: int) -> bool:
    """Whether a word for an outlet stands right before: báo, hãng tin, kênh truyền hình."""
    heads = (tuple(ctx.tokens.key[first:at]) for first in range(max(0, at - 3), at) if ctx.same_line(first, at))
    return any(head in phrases("outlet head") for head in heads)


def _given(ctx: Context, at: int) -> bool:
    """Whether a source is given here: `Theo Nhân Dân`, `Ảnh: Thanh Niên`, `báo Lao Động`, a byline."""
    before = at
    while ctx.same_line(before - 1, at) and ctx.tokens.key[before - 1] in (":", "(", "/"):
        before -= 1
    cue = ctx.cue_before(before, "credit")
    if cue and (before < at or ctx.tokens.key[cue.first] == "theo"):
        return True
    return _after_head(ctx, at) or ctx.tokens.zones[ctx.tokens.line[at]] == "byline"


def _website(ctx: Context, at: int) -> int:
    """End of an address such as chinhphu.vn; 0 for none."""
    tokens = ctx.tokens
    end = at
    while (
        ctx.key(end + 1, at) == "." and tokens.glued(end + 1) and ctx.same_line(end + 2, at) and tokens.glued(end + 2)
    ):
        end += 2
    return end + 1 if end > at and tokens.key[end] in words("domain") and len(tokens.word[at]) > 2 else 0
