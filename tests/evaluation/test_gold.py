"""Reading and writing inline gold annotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import paths, schemas, text
from helpers.errors import CorpusError
from helpers.evaluation import gold
from helpers.evaluation.gold import GoldAct, GoldDocument, GoldMention
from helpers.spans import ACT_CLASSES, MENTION_TYPES


def test_marks_become_spans_of_the_text_without_them() -> None:
    document = gold.parse("Chiều, [[ROLE||Đại sứ]] [[PER|Lê An Bình|Bình]] {{RECEIVE|Lê An Bình|VN; LA;|tiếp}} đoàn.\n")
    assert document.text == "Chiều, Đại sứ Bình tiếp đoàn.\n"
    assert document.mentions == (
        GoldMention(7, 13, "Đại sứ", "ROLE", "Đại sứ"),
        GoldMention(14, 18, "Bình", "PER", "Lê An Bình"),
    )
    assert document.acts == (GoldAct(19, 23, "tiếp", "RECEIVE", ("Lê An Bình",), ("LA", "VN")),)


@pytest.mark.parametrize("annotated", ["", "không có dấu nào", "một [ và { thôi | cũng được"])
def test_a_text_without_marks_is_itself(annotated: str) -> None:
    assert gold.parse(annotated) == GoldDocument(annotated, (), ())


def test_the_file_is_normalised_before_reading() -> None:
    assert gold.parse("\ufeffa\r\n[[LOC|LA|La\u0300o]]").mentions[0] == GoldMention(2, 5, "Lào", "LOC", "LA")


@pytest.mark.parametrize(
    ("annotated", "message"),
    [
        ("x\nab [[PERS||Bình]]", r"bad.ann, line 2, column 4: PERS is no mention type; use one of PER, ROLE"),
        ("{{GREET|A|B|chào}}", r"bad.ann, line 1, column 1: GREET is no act"),
        ("a [[PER|Bình]] b", r"bad.ann, line 1, column 3: \[\[ is no whole mark"),
        ("a {{MEET|A|gặp}} b", r"line 1, column 3: \{\{ is no whole mark"),
        ("[[PER||]]", r"line 1, column 1: \[\["),
        ("a ]] b", r"line 1, column 3: \]\]"),
        ("[[ORG||Bộ [[LOC|LA|Lào]]]]", r"line 1, column 1: \[\["),
        ("{{MEET|A|B|gặp [[PER||Bình]]}}", r"line 1, column 1: \{\{"),
    ],
)
def test_faults_name_file_and_place(annotated: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        gold.parse(annotated, "bad.ann")


_WORD = st.text(alphabet="aăâđôơưạủ", min_size=1, max_size=6)
_KEYS = st.lists(_WORD, max_size=3, unique=True).map(lambda keys: tuple(sorted(keys)))


@st.composite
def _documents(draw: st.DrawFn) -> GoldDocument:
    words = draw(st.lists(st.tuples(_WORD, st.sampled_from(["", "mention", "act"])), max_size=15))
    at, mentions, acts, pieces = 0, [], [], []
    for word, what in words:
        span = (at, at + len(word), word)
        if what == "mention":
            mentions.append(GoldMention(*span, draw(st.sampled_from(MENTION_TYPES)), draw(_WORD)))
        elif what == "act":
            acts.append(GoldAct(*span, draw(st.sampled_from(ACT_CLASSES)), draw(_KEYS), draw(_KEYS)))
        pieces += [word, " "]
        at += len(word) + 1
    return GoldDocument("".join(pieces), tuple(mentions), tuple(acts))


@given(_documents())
def test_writing_and_reading_again_changes_nothing(document: GoldDocument) -> None:
    assert gold.parse(gold.mark_up(document)) == document


def test_the_seeds_gold_gives_back_the_seeds() -> None:
    texts = {path.stem: text.normalise(path.read_bytes().decode("utf-8-sig")) for path in paths.SEEDS.glob("*.txt")}
    annotated = gold.read(paths.SEEDS / "gold", texts)
    mentions, acts = gold.tables(annotated)
    assert (len(annotated), len(mentions), len(acts)) == (2, 96, 30)
    for table, name in ((mentions, "gold_mentions"), (acts, "gold_acts")):
        for row in schemas.conform(name, table).itertuples():
            assert texts[row.doc_id][row.start : row.end] == row.text


def test_documents_outside_the_corpus_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("[[LOC|LA|Lào]]\n", encoding="utf-8")
    (tmp_path / "b.ann").write_text("[[PERS||lỗi]]", encoding="utf-8")
    assert list(gold.read(tmp_path, {"a": "Lào", "c": "x"})) == ["a"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.ann",
            b"[[LOC|LA|Lao]] x",
            r"a\.ann: without its marks it differs from the text at line 1, column 2: 'ao x'",
        ),
        (
            "a.ann",
            "[[LOC|LA|Lào]] x".encode(),
            r"a\.ann: without its marks it differs .* column 4: ' x' where the text has ''",
        ),
        ("a.ann", "Lào".encode("utf-16"), r"a\.ann: byte \d+ is not UTF-8"),
        ("a.txt", b"", r"holds no gold annotation"),
    ],
)
def test_faults_of_files(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        gold.read(tmp_path, {"a": "Lào"})


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such folder of gold annotations"):
        gold.read(tmp_path / "gold")
