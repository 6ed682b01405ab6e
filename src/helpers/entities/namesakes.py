"""Two persons of one name, told apart by the country, or by offices that nobody holds at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from helpers.entities.evidence import Evidence
from helpers.entities.persons import HOME

FEW = 8  # a country named in fewer than one in so many texts is a slip, where the office is the same


def by_country(evidence: list[Evidence]) -> dict[str, list[Evidence]]:
    """The texts of one name by the country of the person, those that tell none with the country that fits best."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        groups[one.country].append(one)
    implied = [one for one in groups.get(HOME, ()) if one.implied]
    for country in sorted(groups.keys() - {"", HOME}):  # Viet Nam is understood only where no text says otherwise
        shared = [one for one in implied if one.offices & _offices(groups[country])]
        if shared and len(shared) < FEW * len(groups[country]):
            groups[country] += shared
            implied = [one for one in implied if one not in shared]
            groups[HOME] = [one for one in groups[HOME] if one not in shared]
    found = {country: group for country, group in groups.items() if country and group}
    largest = sorted(found, key=lambda country: (-len(found[country]), country))
    for small in reversed(largest):
        for large in largest:
            slip = large in found and small in found and FEW * len(found[small]) <= len(found[large])
            if slip and _offices(found[small]) & _offices(found[large]):
                found[large] = found[large] + found.pop(small)
    return _with_untold(found, groups.get("", []))


def _with_untold(found: dict[str, list[Evidence]], untold: list[Evidence]) -> dict[str, list[Evidence]]:
    if not found:
        return {"": untold} if untold else {}
    known = {country: _offices(group) for country, group in found.items()}
    for one in untold:
        best = min(found, key=lambda country: (not one.offices & known[country], -len(found[country]), country))
        found[best] = [*found[best], one]
    return found


def _offices(evidence: Iterable[Evidence]) -> set[str]:
    return {office for one in evidence for office in one.offices}


def by_office(evidence: list[Evidence]) -> list[list[Evidence]]:
    """The texts of one name and country, parted where they give offices of two spheres, which no text joins, at the
    same time: nobody governs a province and a ministry in the same weeks."""
    parted: list[list[Evidence]] = []
    for one in sorted(evidence, key=lambda one: (not one.offices, one.doc_id, one.key)):
        mine = [part for part in parted if not one.offices or _offices(part) & one.offices]
        merged = [one, *(e for part in mine for e in part)] if one.offices else [one]
        if one.offices:
            parted = [part for part in parted if part not in mine] + [merged]
        elif parted:
            max(parted, key=lambda part: (len(part), part[0].doc_id)).append(one)
        else:
            parted = [merged]
    parted.sort(key=lambda part: (-len(part), part[0].doc_id))
    kept: list[list[Evidence]] = []
    for part in parted:
        home = next((other for other in kept if not _at_once(part, other)), None)
        if home is None:
            kept.append(part)
        else:
            home += part
    return kept


def _at_once(one: list[Evidence], other: list[Evidence]) -> bool:
    spheres = [set().union(*(e.spheres for e in part)) for part in (one, other)]
    days = [sorted(e.date for e in part if e.date and e.offices) for part in (one, other)]
    if not all(spheres) or spheres[0] & spheres[1] or not all(days):
        return False
    return max(days[0][0], days[1][0])[:7] <= min(days[0][-1], days[1][-1])[:7]
