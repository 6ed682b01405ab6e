"""Organisations: state organs, parties, missions, committees, firms, media (codebook type ORG)."""

from __future__ import annotations

from helpers.entities import titles
from helpers.entities.context import Context, Piece
from helpers.entities.matcher import Hit
from helpers.entities.tokens import UPPER

_PLURAL = frozenset({"hai", "các", "mỗi", "những", "nhiều", "kênh", "phi", "liên", "cấp", "ba", "mọi", "từng", "nhóm"})
_BOTH = frozenset({"hai", "các", "mỗi", "ba", "nhiều"})
_OWNERS = frozenset({"nước", "bên", "đảng", "quốc", "phía", "dân"})
_QUIET_HEADS = frozenset(
    {
        "tổ chức",
        "hội",
        "ban",
        "cục",
        "vụ",
        "quỹ",
        "nhóm",
        "hãng",
        "trường",
        "sở",
        "tòa",
        "toà",
        "phong trào",
        "cộng đồng",
    }
)


def parse(ctx: Context, at: int) -> Piece | None:
    """Return the body named from token `at` on."""
    for hit in ctx.find(at, "bodies"):
        end = _end(ctx, hit)
        if end:
            return Piece(at, end, "ORG", "", f"body: {hit.category}")
    return party(ctx, at) or _delegation(ctx, at)


def _end(ctx: Context, hit: Hit) -> int:
    if hit.form == "organ":
        return _organ(ctx, hit)
    if hit.form == "head":
        return _headed(ctx, hit)
    end = _with_owner(ctx, hit.last) if hit.category == "international" else hit.last
    if hit.form == "party":
        return _state(ctx, end) or end
    return end


def _organ(ctx: Context, hit: Hit) -> int:
    """End of a state organ with its country; 0 where the word stands for organs of several states or for none."""
    first, end = hit.first, hit.last
    before = ctx.tokens.key[first - 1] if ctx.same_line(first - 1, first) else ""
    if (
        shared(ctx, hit)
        or before in _PLURAL
        or (" ".join(ctx.tokens.key[first:end]).endswith(" đảng") and titles.beforeparty(ctx, end))
    ):
        return 0
    if hit.category == "service":
        state = _state(ctx, end)
        return state if state and not ctx.tokens.initial[first] else 0
    if hit.category == "local":
        return titles.institution(ctx, end).outer
    if hit.category == "mission":
        return _mission(ctx, end)
    owner = _with_owner(ctx, end)
    if owner > end:
        return owner
    party = (
        next((other for other in ctx.find(end, "bodies") if other.form == "party"), None)
        if end < len(ctx.tokens)
        else None
    )
    if party and ctx.same_line(end, first):
        return party.last
    state = _state(ctx, end)
    if ctx.tokens.key[first:end] == ["nhà", "nước"] and not state and not ctx.tokens.capital[first]:
        return end if _coordinated(ctx, first) else 0
    return state or end


def generic(ctx: Context, end: int, base: int) -> bool:
    """Whether `hai nước`, `các nước`, `hai bên` follow: the organs of several states."""
    return ctx.key(end, base) in _BOTH and ctx.key(end + 1, base) in _OWNERS


def shared(ctx: Context, hit: Hit) -> bool:
    """Whether an organ stands for the organs of both sides: `Quốc hội, Chính phủ hai nước`, `các kênh Đảng, Nhà nước`."""
    at = hit.last
    for _ in range(6):
        if generic(ctx, at, hit.first):
            return True
        if ctx.key(at, hit.first) not in (",", "và") or not ctx.same_line(at + 1, hit.first):
            break
        more = next((other for other in ctx.find(at + 1, "bodies") if other.form == "organ"), None)
        if not more and ctx.tokens.key[at + 1] not in ("đảng", "chính", "nhân"):
            break
        at = more.last if more else at + 2
        if not more and ctx.tokens.key[at - 1] != "đảng":
            at += 1
    before = hit.first - 1
    while ctx.same_line(before, hit.first) and hit.first - before < 14:
        if ctx.tokens.key[before] == "kênh":
            return True
        if (
            ctx.tokens.key[before] not in (",", "và")
            and not ctx.tokens.capital[before]
            and ctx.tokens.key[before] not in ("nước", "hội", "phủ")
        ):
            return False
        before -= 1
    return False


def _coordinated(ctx: Context, first: int) -> bool:
    return ctx.key(first - 1, first) in (",", "và") and ctx.key(first - 2, first) in ("đảng", "phủ", "hội")


def _state(ctx: Context, at: int) -> int:
    """End of the country at `at` (with its form of state), 0 for none."""
    if at >= len(ctx.tokens) or not ctx.same_line(at - 1, at):
        return 0
    for hit in ctx.hits[at]:
        if hit.table == "countries" and hit.category in ("name", "short"):
            if hit.category == "short" and ctx.capital(hit.last, at):
                continue
            return hit.last
        if hit.table == "places" and hit.category == "state form":
            inner = _state(ctx, hit.last)
            if inner:
                return inner
    return 0


def _with_owner(ctx: Context, at: int) -> int:
    """End after an international organisation that owns the organ (Đại hội đồng Liên hợp quốc); `at` without one."""
    if at < len(ctx.tokens) and ctx.same_line(at - 1, at):
        for hit in ctx.find(at, "bodies"):
            if hit.category == "international":
                return hit.last
    return at


def _mission(ctx: Context, at: int) -> int:
    """End of a diplomatic mission with whose it is and where: Đại sứ quán Việt Nam tại Nhật Bản."""
    end = _state(ctx, at) or _with_owner(ctx, at)
    if ctx.key(end, at - 1) in ("tại", "ở", "bên", "cạnh") and ctx.same_line(end + 1, at - 1):
        where = _state(ctx, end + 1) or next(
            (
                hit.last
                for hit in ctx.find(end + 1, "places", "bodies")
                if "head" not in hit.category and hit.form != "head"
            ),
            0,
        )
        if where:
            return where
    return end


def _headed(ctx: Context, hit: Hit) -> int:
    """End of a name that begins with a head word (Ủy ban …); 0 where no name follows."""
    first, at = hit.first, hit.last
    if at >= len(ctx.tokens) or not ctx.same_line(first, at):
        return 0
    capital = ctx.tokens.capital[first]
    if titles.country(ctx, at) and hit.category != "media":
        return 0
    if not capital and (not ctx.tokens.capital[at] or " ".join(ctx.tokens.key[first:at]) in _QUIET_HEADS):
        return 0
    extent = titles.institution(ctx, at, names=hit.category == "firm", small=hit.category != "ministry")
    if extent.outer == at or generic(ctx, extent.outer, first):
        return 0
    if ctx.tokens.initial[first] and extent.inner == at:
        return 0
    return extent.outer


def party(ctx: Context, at: int) -> Piece | None:
    """`Đảng` (the ruling party), `đảng Dân chủ Tự do`, `Đảng Cộng sản Trung Quốc`."""
    if ctx.tokens.key[at] != "đảng":
        return None
    if ctx.capital(at + 1, at) and not ctx.tokens.shouted[at]:
        extent = titles.institution(ctx, at + 1, names=True)
        if extent.inner > at + 1:
            return Piece(at, extent.outer, "ORG", "", "party")
    before = ctx.key(at - 1, at)
    if _in_channel(ctx, at) or generic(ctx, at + 1, at):
        return None
    if ctx.tokens.capital[at] and before not in _PLURAL and not ctx.tokens.shouted[at]:
        return Piece(at, at + 1, "ORG", "", "party: bare")
    return None


def _in_channel(ctx: Context, at: int) -> bool:
    return ctx.key(at - 1, at) == "kênh"


def _delegation(ctx: Context, at: int) -> Piece | None:
    """`Đoàn đại biểu cấp cao Chính phủ Nhật Bản`: a delegation with a name."""
    if ctx.tokens.key[at] != "đoàn" or not ctx.tokens.capital[at]:
        return None
    end = at + 1
    high = False
    for words in (("đại", "biểu"), ("công", "tác"), ("cấp", "cao")):
        if tuple(ctx.key(end + number, at) for number in range(2)) == words:
            end, high = end + 2, words == ("cấp", "cao")
    if end == at + 1:
        return None
    organ = next(
        (found for hit in (ctx.find(end, "bodies") if ctx.same_line(end, at) else ()) if (found := _end(ctx, hit))), 0
    )
    of_party = party(ctx, end) if ctx.same_line(end, at) and not organ else None
    last = organ or (of_party.last if of_party else 0) or (_state(ctx, end) if high else 0)
    return Piece(at, last, "ORG", "", "delegation") if last else None


def abbreviation(ctx: Context, at: int, base: int) -> int:
    """End of an abbreviation that stands in brackets at `at` ("(JICA)"): the token after it; 0 for none."""
    if ctx.key(at, base) != "(" or not ctx.same_line(at + 2, base):
        return 0
    end = at + 1
    while ctx.same_line(end, base) and end - at < 6 and ctx.tokens.key[end] != ")":
        if ctx.tokens.shape[end] is not UPPER and ctx.tokens.key[end] not in ("-", "&", "+", "retreat", "plus"):
            return 0
        end += 1
    return end if ctx.key(end, base) == ")" and end > at + 1 else 0
