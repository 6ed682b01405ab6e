"""Whose words a sentence is."""

from told import BERG, MINISTER, PM, SE, VN, read


def speakers(annotated: str) -> list[str]:
    annotation, _ = read(annotated)
    return [sentence.speaker for sentence in annotation.sentences]


def test_the_reporter_and_those_who_speak() -> None:
    text = f"{PM} tiếp {MINISTER}. {BERG} cảm ơn {VN}. Hội nghị kết thúc."
    assert speakers(text) == ["", "Anna Berg", ""]


def test_a_quotation_over_several_sentences_is_its_speakers() -> None:
    text = f'"{VN} coi trọng quan hệ với {SE}. Hai nước cần mở rộng hợp tác hơn nữa", {PM} nói.\nTrời đẹp.'
    assert speakers(text) == ["Trần Văn Minh", "Trần Văn Minh", ""]


def test_several_speakers_are_joined() -> None:
    assert speakers(f"{PM} và {MINISTER} nhất trí hợp tác.") == ["Anna Berg;Trần Văn Minh"]


def test_an_empty_text_has_no_sentences() -> None:
    assert speakers("") == []
