"""What a speaker tells of himself together with somebody else: "ông X và tôi đã trao đổi …", "chúng tôi đã nhất trí …"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from helpers.discourse.chunks import Chunk
from helpers.discourse.drafts import INNER, Candidate, Draft, Keys

SELF = "self"  # kind of the words for the speaker, and role of a participant that holds him
_I = "tôi"
_BOTH = ("AGREE", "EXCHANGE", "MEET", "SIGN")  # what takes two


def with_me(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks of a sentence with the speaker joined to whom he speaks of: "X và tôi", "tôi cùng X"."""
    out: list[Chunk] = []
    for chunk in chunks:
        joined = len(out) > 1 and (out[-1].role in ("and", "together"))
        one, other = (out[-2], chunk) if joined else (chunk, chunk)
        if joined and _is_me(other) and one.kind == "party":
            out[-2:] = [replace(one, end=other.end, role=SELF, joint=True)]
        elif joined and _is_me(one) and other.kind == "party":
            out[-2:] = [replace(other, start=one.start, role=SELF, joint=True)]
        else:
            out.append(chunk)
    return out


def _is_me(chunk: Chunk) -> bool:
    return chunk.kind == SELF and chunk.head == _I


def known(subject: Chunk, speaker: Keys | None) -> Chunk:
    """A participant with the speaker in it, if it holds him and is quoted."""
    if subject.role != SELF or not speaker:
        return subject
    keys = tuple(sorted({*subject.keys, *speaker}))
    return replace(subject, keys=keys, joint=len(keys) > 1, members=[keys])


def draft(candidate: Candidate, partners: Mapping[Keys, Keys]) -> Draft | None:
    """The act of "chúng tôi" where it takes two and the speaker has met somebody, and what goes on with such an act."""
    chunks, link, predicate = candidate.chunks, candidate.link, candidate.predicate
    last = candidate.scope.acts[-1] if candidate.scope.acts else None
    told = (
        last is not None
        and last.rule == "quoted"
        and last.joint
        and bool(set(candidate.speaker or ()) & set(last.source))
    )
    if last is not None and told and link.kind == "coordinate":
        goes_on = predicate.act in _BOTH or (predicate.kind == "speech" and predicate.frame == "say")
        return candidate.draft(last, "quoted", INNER) if goes_on else None
    we = link.kind == "embedded" and chunks[link.at].kind == SELF and not _is_me(chunks[link.at])
    partner = partners.get(candidate.speaker or (), ())
    alone = candidate.after.kind == "party" or candidate.after.role == "with"  # "chúng tôi đã gặp X"
    if not we or not partner or alone or predicate.act not in _BOTH or "future" in link.tenses:
        return None
    keys = tuple(sorted({*(candidate.speaker or ()), *partner}))
    return candidate.draft(Chunk(0, 0, "party", keys, joint=True), "quoted", INNER)
