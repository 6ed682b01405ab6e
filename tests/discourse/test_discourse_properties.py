"""What holds of every text: spans, order, keys, and time that grows with the text alone."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from told import BERG, MINISTER, PM, SE, VN, read

from helpers.annotate import annotate
from helpers.discourse import acts, speakers
from helpers.entities import references
from helpers.spans import ACT_CLASSES, Mention, Sentence

WORDS = st.sampled_from(
    [
        "Thủ tướng", "Phạm Văn An", "Lào", "Việt Nam", "hội đàm", "với", "khẳng định", "rằng", "sẽ", "đề nghị", "hai bên",
        "và", ",", ".", ";", "\n", '"', "“", "”", "(", ")", "-", "thăm", "chuyến", "cuộc", "của", "giữa", "được", "do",
        "không", "ông", "bà", "đoàn", "đánh giá cao", "tiếp", "đến", "Hà Nội", "ngày 5/3", "…", "\u200b", "İ", "cho biết",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_acts_lie_in_the_text_in_order_and_have_sources(text: str) -> None:
    annotation = annotate(text)
    assert list(annotation.acts) == sorted(annotation.acts)
    for act in annotation.acts:
        assert text[act.start : act.end] == act.text
        assert act.act in ACT_CLASSES
        assert act.source == tuple(sorted(set(act.source)))
        assert act.target == tuple(sorted(set(act.target)))
        assert act.source
        assert all(act.source)
        assert 0 <= act.content_start <= act.content_end <= len(text)
        assert act.time in {"reported", "planned", "recalled", "denied"}
        assert act.cameo
    spans = [(act.start, act.end) for act in annotation.acts]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_references_lie_in_the_text_and_outside_of_names(text: str) -> None:
    annotation = annotate(text)
    for reference in annotation.references:
        assert text[reference.start : reference.end] == reference.text
        assert reference.kind


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    sentences = (Sentence(0, len(text), "body"),) if text else ()
    found = references.find(text, sentences, ())
    acts_found = acts.find(text, sentences, (), found)
    assert len(speakers.attribute(text, sentences, acts_found)) == len(sentences)


def test_the_same_text_gives_the_same_rows() -> None:
    annotated = f"{PM} tiếp {MINISTER}. Hai bên nhất trí hợp tác. {BERG} cảm ơn {VN}, đề nghị {SE} hợp tác."
    assert read(annotated)[0].acts == read(annotated)[0].acts


def test_acts_stand_only_in_zones_that_carry_them() -> None:
    text = "Lào thăm Việt Nam."
    mentions = (Mention(0, 3, "Lào", "LOC", "LA", ""), Mention(9, 17, "Việt Nam", "LOC", "VN", ""))
    for zone, count in (("body", 1), ("headline", 1), ("boilerplate", 0), ("byline", 0), ("kicker", 0)):
        assert len(acts.find(text, (Sentence(0, len(text), zone),), mentions, ())) == count


def test_one_sentence_without_end_is_got_through() -> None:
    unit = "Lào hội đàm với Việt Nam (đoàn), "
    names = [(0, 3, "Lào", "LA"), (unit.index("Việt"), unit.index("Việt") + 8, "Việt Nam", "VN")]
    text = unit * 4000
    mentions = tuple(
        Mention(len(unit) * n + s, len(unit) * n + e, t, "LOC", k, "") for n in range(4000) for s, e, t, k in names
    )
    sentences = (Sentence(0, len(text), "body"),)
    found = acts.find(text, sentences, mentions, references.find(text, sentences, mentions))
    assert found
    assert all(text[act.start : act.end] == act.text for act in found)
