"""What can be read of texts that repeat each other: the same as counting every word anew for every stretch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.readable import Readable
from helpers.sequences import SEQUENCE, Share, places, sequences, whole
from helpers.text import WORD

LINE = "Hai bên nhất trí mở đường bay mới trong năm"
words = st.sampled_from(["hai", "bên", "nhất", "trí", "mở", "đường"])
line = st.lists(words, max_size=10).map(" ".join)


def runs(text: str, spans: list[tuple[int, int]]) -> set[tuple[str, ...]]:
    """Every SEQUENCE words in a row that stand in the spans, side by side in the text."""
    found = [(m[0].casefold(), any(a <= m.start() < b for a, b in spans)) for m in WORD.finditer(text)]
    rows = [found[i : i + SEQUENCE] for i in range(len(found) - SEQUENCE + 1)]
    return {tuple(word for word, _ in row) for row in rows if all(inside for _, inside in row)}


def read(text: str, spans: list[tuple[int, int]], shown: set[tuple[str, ...]]) -> int:
    """How many words of a text are read where the spans are shown, and these runs."""
    found = list(WORD.finditer(text))
    seen = {i for i, m in enumerate(found) if any(a <= m.start() < b for a, b in spans)}
    for i in range(len(found) - SEQUENCE + 1):
        if tuple(m[0].casefold() for m in found[i : i + SEQUENCE]) in shown:
            seen |= set(range(i, i + SEQUENCE))
    return len(seen)


@st.composite
def some_texts(draw):
    shared = draw(st.lists(line, min_size=1, max_size=4))
    texts, spans = [], []
    for _ in range(draw(st.integers(1, 3))):
        lines = draw(st.lists(st.one_of(line, st.sampled_from(shared)), min_size=1, max_size=6))
        ends = np.cumsum([len(one) + 1 for one in lines]).tolist()
        texts.append("\n".join(lines))
        spans.append([(end - len(one) - 1, end - 1) for end, one in zip(ends, lines, strict=True)])
    return texts, spans, draw(st.sampled_from(texts))[: draw(st.integers(0, 60))]


@settings(max_examples=200, deadline=None)
@given(some_texts(), st.floats(0, 1), st.integers(0, 2))
def test_what_is_admitted_is_what_counting_anew_admits(made, quote_share: float, given_spans: int) -> None:
    texts, spans, elsewhere = made
    shares = [Share(text, quote_share) for text in texts]
    readable = Readable(shares, np.unique(sequences(elsewhere)))
    shown = runs(elsewhere, [(0, len(elsewhere))])
    own: list[list[tuple[int, int]]] = [[] for _ in texts]
    for number, text in enumerate(texts):
        free = spans[number][:given_spans]
        own[number] += free
        shown |= runs(text, own[number])
        wanted = []
        for span in spans[number]:
            more = shown | runs(text, [*own[number], span])
            grown = {number} | {i for i, other in enumerate(texts) if runs(other, [(0, len(other))]) & (more - shown)}
            tried = [[*own[i], span] if i == number else own[i] for i in range(len(texts))]
            if all(read(texts[i], tried[i], more) <= shares[i].budget for i in grown):
                wanted.append(span)
                own[number].append(span)
                shown = more
        assert readable.admit(number, spans[number], free) == tuple(wanted)


@pytest.mark.parametrize(
    ("lines", "budget", "admitted"),
    [
        ([LINE], 10, 1),
        ([LINE], 9, 0),
        ([LINE, LINE], 19, 0),  # what stands twice is read twice
        ([LINE, LINE], 20, 2),
        (["Hai bên nhất", "trí mở đường", "Hai bên nhất trí mở đường"], 11, 1),  # two lines side by side give a run
        (["Hai bên nhất", "trí mở đường", "Hai bên nhất trí mở đường"], 12, 3),
        ([""], 0, 1),  # what has no word costs nothing
    ],
)
def test_lines_are_admitted_as_far_as_the_share_goes(lines: list[str], budget: int, admitted: int) -> None:
    text = "\n".join(lines)
    share = Share(text, 1)
    share.budget = budget
    ends = np.cumsum([len(one) + 1 for one in lines]).tolist()
    spans = [(end - len(one) - 1, end - 1) for end, one in zip(ends, lines, strict=True)]
    assert len(Readable([share]).admit(0, spans)) == admitted


def test_a_text_that_is_read_whole_elsewhere_admits_nothing_of_its_copy() -> None:
    shares = [Share(LINE, 0.5), Share(f"Tin mới\n{LINE}", 1)]
    readable = Readable(shares)
    assert readable.admit(1, [(0, 7), (8, 8 + len(LINE))]) == ((0, 7),)
    assert readable.admit(0, [(0, 7)]) == ((0, 7),)


def test_texts_without_words_cost_nothing() -> None:
    assert Readable([Share("", 0.5), Share("…", 0.5)]).admit(1, [(0, 1)]) == ((0, 1),)


@given(st.lists(st.booleans(), max_size=20))
def test_a_sequence_is_whole_where_all_its_words_are(inside: list[bool]) -> None:
    expected = [all(inside[i : i + SEQUENCE]) for i in range(max(len(inside) - SEQUENCE + 1, 0))]
    assert whole(np.array(inside, dtype=bool)).tolist() == expected


@given(st.lists(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_places_are_those_of_a_list(codes: list[int], known: set[int]) -> None:
    listed = sorted(known)
    found = places(np.array(codes, dtype=np.uint64), np.array(listed, dtype=np.uint64))
    assert found.tolist() == [listed.index(code) if code in known else -1 for code in codes]
