"""Countries and other plain places as they stand in a text, and pairs of countries joined by dashes."""

from __future__ import annotations

from helpers.entities.context import Context
from helpers.entities.matcher import Hit


def at(ctx: Context, index: int) -> Hit | None:
    """The country named at `index`, unless a longer place is (Lào in Lào Cai)."""
    if index >= len(ctx.hits):
        return None
    found = next((hit for hit in ctx.hits[index] if hit.table == "countries" and hit.category == "name"), None)
    longer = place(ctx, index) if found else None
    return None if found and longer and longer.last > found.last else found


def formal(ctx: Context, index: int) -> Hit | None:
    """The country after a form of state at `index` (Liên bang | Nga)."""
    form = next((hit for hit in ctx.hits[index] if hit.category == "state form"), None)
    return at(ctx, form.last) if form and ctx.same_line(form.last, index) else None


def place(ctx: Context, index: int) -> Hit | None:
    """The place named at `index` that is no country and no head of a name."""
    plain = (hit for hit in ctx.find(index, "places") if "head" not in hit.category and hit.category != "state form")
    return next(plain, None)


def end_of(ctx: Context, index: int) -> int:
    """End of the country at `index`, in a full or a short form, with its form of state; 0 for none."""
    if not ctx.same_line(index - 1, index):
        return 0
    for hit in ctx.hits[index]:
        if hit.table == "countries" and hit.category in ("name", "short"):
            if hit.category == "short" and ctx.capital(hit.last, index):
                continue
            return hit.last
        if hit.category == "state form" and (inner := end_of(ctx, hit.last)):
            return inner
    return 0


def pair(ctx: Context, index: int) -> int:
    """End of countries joined by dashes that begin at `index` (Việt Nam - Lào - Campuchia); `index` for none."""
    end, count = _side(ctx, index), 1
    if not end:
        return index
    while ctx.key(end, index) == "-" and ctx.same_line(end + 1, index) and (more := _side(ctx, end + 1)):
        end, count = more, count + 1
    return end if count > 1 else index


def _side(ctx: Context, index: int) -> int:
    for hit in ctx.hits[index]:
        if hit.table == "countries" or (hit.table == "bodies" and hit.category == "international"):
            return hit.last
        if hit.category == "state form" and ctx.same_line(hit.last, index) and (inner := at(ctx, hit.last)):
            return inner.last
    return 0
