"""What may be quoted of a text: acts first, never more than the share, the rest as place and length."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import quotation, schemas, store
from helpers.quotation import Piece, Source, pieces, quotable, ranked
from helpers.text import WORD, count_words

TEXT = (
    "Đoàn đến nhà khách.\n"
    "Bộ trưởng đề nghị hai bên mở thêm đường bay. Trời mưa nhẹ suốt buổi sáng.\n"
    "Đại sứ cảm ơn chủ nhà.\nXem thêm tin cũ"
)


def source(text: str = TEXT, acts: tuple[str, ...] = ("đề nghị", "cảm ơn")) -> Source:
    spans, position = [], 0
    for sentence in re.split(r"(?<=\.) |\n", text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        if not sentence.startswith("Xem"):
            spans.append((start, position))
    return Source("vd", text, tuple(spans), tuple(text.index(act) for act in acts))


def shown(some: Source, spans: tuple[tuple[int, int], ...]) -> str:
    return "".join(
        some.text[p.start : p.end] if p.shown else quotation.gap(some, p)
        for p in pieces(some, spans, 0, len(some.text))
    )


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "[… sentences 0–3, 30 words]"),
        (10, "[… sentence 0, 4 words]\nBộ trưởng đề nghị hai bên mở thêm đường bay. [… sentences 2–3, 16 words]"),
        (15, "Đoàn đến nhà khách.\nBộ trưởng đề nghị hai bên mở thêm đường bay. [… sentences 2–3, 16 words]"),
        (
            16,
            "[… sentence 0, 4 words]\nBộ trưởng đề nghị hai bên mở thêm đường bay. [… sentence 2, 6 words]\n"
            "Đại sứ cảm ơn chủ nhà.\n[… 4 words]",
        ),
        (
            26,
            "Đoàn đến nhà khách.\nBộ trưởng đề nghị hai bên mở thêm đường bay. Trời mưa nhẹ suốt buổi sáng.\n"
            "Đại sứ cảm ơn chủ nhà.\n[… 4 words]",
        ),
        (30, TEXT),
    ],
)
def test_acts_come_first_then_whatever_still_fits(n: int, expected: str) -> None:
    some = source()
    assert shown(some, quotable(some, quote_share=share_of(n, TEXT))) == expected


def share_of(n: int, text: str) -> float:
    """The share at which exactly `n` words of a text may be quoted in sentences."""
    total = count_words(text)
    return 1 if n == total else (n + 0.01) / total / (1 - quotation.KEPT_BACK)


def test_the_title_and_long_names_are_counted_first() -> None:
    long = "Tuyên bố chung về hợp tác đường sắt"
    some = source(f"Hai bên nhất trí về {long}.\nĐoàn rời thành phố lúc trưa", acts=("nhất trí",))
    free, named = some, some._replace(names=((some.text.index(long), some.text.index(long) + len(long)),))
    share = share_of(6, some.text)
    assert shown(free, quotable(free, quote_share=share)).endswith("Đoàn rời thành phố lúc trưa")
    assert not quotable(named, quote_share=share), "8 words are shown as a name already"
    assert len(quotable(named, quote_share=share_of(14, some.text))) == 1


def test_full_text_lifts_the_share() -> None:
    some = source()
    assert shown(some, quotable(some, quote_share=0, full_text=True)) == TEXT


def test_ranking() -> None:
    some = source()
    assert [some.text[a:b].strip()[:8] for a, b in ranked(some)] == [
        "Bộ trưởn", "Đại sứ c", "Đoàn đến", "Trời mưa", "Xem thêm",
    ]  # fmt: skip


def test_a_repeated_sentence_is_counted_wherever_it_stands() -> None:
    line = "Hai bên nhất trí cùng xây một cây cầu mới"
    some = source(f"{line}\nĐoàn rời thành phố lúc trưa\n{line}", acts=("nhất trí",))
    assert shown(some, quotable(some, quote_share=share_of(13, some.text))) == (
        "[… sentence 0, 10 words]\nĐoàn rời thành phố lúc trưa\n[… sentence 2, 10 words]"
    ), "10 of 26 words would be quoted, but 20 could be read"
    assert (
        shown(some, quotable(some, quote_share=share_of(20, some.text))) == f"{line}\n[… sentence 1, 6 words]\n{line}"
    )


def test_a_part_of_a_sentence_left_out_is_measured_in_words() -> None:
    some = source()
    start = TEXT.index("hai bên")
    assert pieces(some, (), start, start + 7) == [Piece(start, start + 7, False, 1, 1)]
    assert quotation.gap(some, Piece(start, start + 7, False, 1, 1)) == "[… sentence 1, 2 words]"


syllables = st.sampled_from(
    [
        "hai",
        "bên",
        "nhất",
        "trí",
        "mở",
        "đường",
        "bay",
        "mới",
        "cầu",
        "lớn",
        "đoàn",
        "thăm",
        "chợ",
        "làng",
        "sông",
        "núi",
    ]
)
lines = st.lists(st.lists(syllables, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=9)


@given(lines, st.floats(0, 1), st.randoms(use_true_random=False))
def test_the_words_that_can_be_read_stay_under_the_share(some_lines: list[str], share: float, chance) -> None:
    text = "\n".join(some_lines)
    spans, position = [], 0
    for line in some_lines:
        spans.append((position, position + len(line)))
        position += len(line) + 1
    acts = tuple(sorted(a for a, _ in spans if chance.random() < 0.4))
    some = Source("d", text, tuple(spans), acts)
    page = shown(some, quotable(some, quote_share=share))
    assert read(text, page) <= share * count_words(text) + 1e-6


def read(text: str, page: str) -> int:
    """Words of `text` that stand in a row of six which the page also has: counted without the module's own means."""
    of_text = [w.casefold() for w in WORD.findall(text)]
    of_page = " ".join(w.casefold() for w in WORD.findall(page))
    found: set[int] = set()
    for i in range(len(of_text) - 5):
        if f" {' '.join(of_text[i : i + 6])} " in f" {of_page} ":
            found.update(range(i, i + 6))
    return len(found)


def test_a_run_is_quoted_text_by_text(tmp_path) -> None:
    some = source()
    store.write("texts", pd.DataFrame({"doc_id": ["vd", "it's"], "text": [TEXT, "Không có gì"]}), tmp_path)
    rows = [
        {"doc_id": "vd", "start": a, "end": b, "sentence": i, "zone": "body", "speaker": ""}
        for i, (a, b) in enumerate(some.sentences)
    ]
    store.write("sentences", pd.DataFrame(rows), tmp_path)
    titles = {"doc_id": ["vd", "it's"], "title": ["Đoàn đến nhà khách.", ""]}
    for name, known in (("documents", titles), ("mentions", {"doc_id": ["vd"], "start": [0], "end": [4]})):
        store.write(name, filled(name, known), tmp_path)
    known = {"act_id": ["a0", "a1"], "doc_id": ["vd", "vd"], "start": list(some.acts)}
    store.write("acts", filled("acts", known), tmp_path)
    quote = quotation.Quotation(tmp_path, quote_share=share_of(15, TEXT))
    assert quote.show("vd", *some.sentences[1]) == "Bộ trưởng đề nghị hai bên mở thêm đường bay."
    assert quote.show("vd", *some.sentences[2]) == "[… sentence 2, 6 words]"
    assert quote.show("it's", 0, 11) == "[… 3 words]"
    with pytest.raises(KeyError):
        quote.show("none", 0, 1)


def filled(name: str, known: dict[str, list]) -> pd.DataFrame:
    """A table of which only these columns matter."""
    columns = schemas.table(name).columns
    rows = len(next(iter(known.values())))
    blank = {key: [(c.values or ("",))[0] if c.kind == "text" else 0] * rows for key, c in columns.items()}
    return pd.DataFrame(blank | known)
