"""The reading view: its way back to the source, whatever the source is."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import view
from helpers.text import normalise
from helpers.view import View

PIECES = st.sampled_from(
    [
        "Việt Nam", "hội đàm", " ", "  ", "\t", "\n", "\u00a0", "\u200b", "\u00ad", "\u202e", "\x0b", "\x01", "&nbsp;", "&amp;#7879;",
        "&shy;", ".", ",", "Ông", "nói", "triêụ", "hòan", "hoà", "hòa", "Ðại", "\u041dà", "\u0301", "ê", "quô ́c", "TổNG", "16", "a.vn",
    ]
)  # fmt: skip
TEXTS = (st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60)).map(normalise)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_every_place_of_the_view_is_one_of_the_source_in_order(source: str) -> None:
    found = view.of(source)
    assert len(found.starts) == len(found.ends) == len(found.text)
    places = [0, *itertools.chain(*zip(found.starts, found.ends, strict=True)), len(source)]
    assert places == sorted(places)
    assert bool(source) == bool(found.text)
    for character, start, end in zip(found.text, found.starts, found.ends, strict=True):
        assert start < end or character == " "  # only a missing blank stands for nothing


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_what_is_read_otherwise_is_a_fault(source: str) -> None:
    found = view.of(source)
    marked = {at for fault in found.faults for at in range(fault.start, fault.end)}
    kept = {start for start, end in zip(found.starts, found.ends, strict=True) if end - start == 1}
    if found.text != source:
        assert found.faults
        assert set(range(len(source))) - kept <= marked
    for character, start, end in zip(found.text, found.starts, found.ends, strict=True):
        assert character == source[start:end] or start == end or start in marked
    for fault in found.faults:
        assert source[fault.start : fault.end] == fault.text
    keys = [(fault.kind, fault.start, fault.end) for fault in found.faults]
    assert len(set(keys)) == len(keys)


@given(TEXTS, st.data())
def test_a_span_and_back(source: str, data: st.DataObject) -> None:
    found = view.of(source)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))
    placed = found.span(start, end)
    assert 0 <= placed[0] <= placed[1] <= len(source)
    read = found.text[slice(*found.into(*placed))]
    assert read.strip(" ") == found.text[start:end].strip(" ")


def test_a_text_without_faults_is_its_own_view() -> None:
    text = "Thủ tướng thăm Lào.\n\nHai bên hội đàm.\n"
    assert view.of(text) == View(text, range(len(text)), range(1, len(text) + 1))


@pytest.mark.parametrize(
    ("source", "read", "written"),
    [
        ("Vi&#7879;t Nam", "Việt Nam", "Vi&#7879;t Nam"),
        ("tại H\u00adà\u00a0Nội\u200b nay", "Hà Nội", "H\u00adà\u00a0Nội"),
        ("thăm Lào.Ông", "Ông", "Ông"),
        ("thăm Lào.Ông", "Lào.", "Lào."),
        ("hai triêụ", "triệ", "triê"),
        ("sự hơp̣ tác", "ợp tác", "ơp̣ tác"),
    ],
)
def test_spans_point_at_what_is_written(source: str, read: str, written: str) -> None:
    found = view.of(normalise(source))
    at = found.text.index(read)
    start, end = found.span(at, at + len(read))
    assert normalise(source)[start:end] == written
    assert found.into(start, end) == (at, at + len(read))


def test_a_text_that_is_all_invisible_is_left_as_it_is() -> None:
    found = view.of("\u200b\u00ad")
    assert found.text == "\u200b\u00ad"
    assert [fault.kind for fault in found.faults] == ["zero-width", "soft-hyphens"]
