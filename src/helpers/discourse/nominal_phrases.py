"""The noun phrase of an encounter: who meets, with whom, and where, as it says itself."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.discourse.chunks import Chunk

# Roles of function words (lexicon/markers.csv)
_WITH = ("with", "together")
_APART = ("about", "time", "source")  # what follows is no participant
_PLACES = ("country", "place", "nation", "partner")
_ENDS = {
    "semicolon", "stop", "relative", "subordinator", "purpose", "colon", "quote", "complementiser", "passive", "light",
}  # fmt: skip
_AFTER_LIST = {"conjunction", "comma", "stop", "semicolon", "preposition"}
_CAPTION = {
    "preposition", "nominaliser", "adverb", "date", "determiner", "open", "close", "word", "comma",
}  # fmt: skip
_WELCOME = {"by": "of", "from": "of", "to": "with"}  # roles of what stands before host and guest of a welcome
_COMING = ("sắp tới", "tới đây")  # times of a noun, no tense of a verb: "cuộc gặp sắp tới của A"
_TENSES = ("past", "future", "present")
_REACH = 22  # chunks that a noun phrase may hold


@dataclass(slots=True)
class Phrase:
    """Participants found in the noun phrase, as chunk indices; `both` where they stand on one footing."""

    agents: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    both: bool = False


def scan(chunks: list[Chunk], index: int) -> Phrase:
    """Read the phrase headed by the encounter at `index`: "hội đàm giữa A với B", "thăm X của A", "hội kiến của A với B"."""
    found = Phrase()
    predicate = chunks[index].predicate
    visit = predicate is not None and predicate.act == "VISIT"
    guest = predicate is not None and predicate.act == "RECEIVE"
    word = ""
    for position in range(index + 1, min(len(chunks), index + _REACH)):
        chunk = chunks[position]
        motion = chunk.predicate is not None and chunk.predicate.frame == "place"
        if chunk.tense in _TENSES and chunk.head not in _COMING:
            break  # "chuyến thăm sẽ góp phần vào quan hệ của …"
        if chunk.kind == "party":
            _take(found, chunks, position, word, visit)
            word = ""
        elif motion:
            word = "to"
        elif chunk.kind == "preposition" or chunk.role in ("and", "together"):
            word = (_WELCOME.get(chunk.role, chunk.role) if guest else chunk.role) or "other"
            if word in _APART or (word == "in" and not visit):
                break
        elif chunk.kind == "agent" and guest:
            word = "of"  # "lễ đón B do A chủ trì"
        elif chunk.kind == "comma" and visit and not found.agents and _next(chunks, position).role == "of":
            continue  # "thăm X, của A"
        elif chunk.kind == "comma":
            further = chunks[position + 1] if position + 1 < len(chunks) else chunk
            more = (
                visit and found.places and not found.agents and (further.party == "country" or further.kind == "attend")
            )
            if not more and (visit or not (found.partners and _goes_on(chunks, position))):
                break
            word = ","
        elif (
            chunk.kind in _ENDS
            or (chunk.kind == "predicate" and not (visit and not found.agents))
            or (chunk.kind == "word" and not visit and (found.partners or found.agents) and word not in ("of", "with"))
        ):
            break
    return found


def _take(found: Phrase, chunks: list[Chunk], position: int, word: str, visit: bool) -> None:
    """Put the participant at `position`, which follows `word`, into its role."""
    chunk = chunks[position]
    alone = not found.partners and not found.agents
    pair = chunk.role == "pair" or (chunk.party == "country" and len(chunk.keys) > 1)
    if word == "between" or (not word and not visit and alone and pair):
        found.agents, found.both = (position,), True  # "giữa A và B", "hội đàm Mỹ - Triều"
    elif found.both and word in ("and", *_WITH) and (word != "and" or len(chunks[found.agents[0]].keys) < 2):
        found.agents = (*found.agents, position)
    elif word == "of" and not found.agents and chunk.party != "place":
        found.agents = (position,)
    elif visit and chunk.party in _PLACES and (not found.places or word == ","):
        found.places = (*found.places, position)
    elif (
        not visit and not found.both and (word in _WITH or (not word and alone and _takes_object(chunks, position)))
    ) or (word in ("and", ",") and chunk.party in ("person", "office") and position - (*found.partners, 0)[-1] <= 2):
        found.partners = (*found.partners, position)


def _takes_object(chunks: list[Chunk], position: int) -> bool:
    """Whether the participant at `position` may be met without a word for "with": "cuộc gặp A", no "cuộc họp G7"."""
    met = next((c.predicate for c in reversed(chunks[:position]) if c.predicate is not None), None)
    return met is not None and met.frame != "joint" and chunks[position].party != "place"


def _next(chunks: list[Chunk], position: int) -> Chunk:
    return chunks[position + 1] if position + 1 < len(chunks) else Chunk(0, 0, "stop")


def _goes_on(chunks: list[Chunk], position: int) -> bool:
    """Whether a further participant follows the comma, and not the subject of the main clause."""
    kinds = [chunk.kind for chunk in chunks[position + 1 : position + 3]]
    return len(kinds) == 2 and kinds[0] == "party" and kinds[1] in _AFTER_LIST


def caption(chunks: list[Chunk], index: int) -> Chunk | None:
    """The joint participants of a caption "A và B tại cuộc hội đàm", None if the sentence is none."""
    first, between = chunks[0], chunks[1:index]
    if first.kind != "party" or len(first.members) < 2 or not 0 < len(between) < 8:
        return None
    return first if all(chunk.kind in _CAPTION for chunk in between) else None
