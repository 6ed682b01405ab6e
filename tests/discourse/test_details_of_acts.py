"""What else an act tells: protocol, time, content, topics, addressee, codes of other schemes."""

import pytest
from told import BERG, MINISTER, PM, SE, VN, read

from helpers.spans import Act


def only(annotated: str) -> tuple[Act, str]:
    annotation, _ = read(annotated)
    assert len(annotation.acts) == 1
    return annotation.acts[0], annotation.text


PROTOCOL = [
    (f"{PM} tiếp {MINISTER}.", "tiếp"),
    (f"{MINISTER} chào xã giao {PM}.", "chào xã giao"),
    (f"{MINISTER} sang thăm cấp Nhà nước {VN}.", "thăm cấp Nhà nước"),
    (f"{PM} điện đàm với {MINISTER}.", "điện đàm"),
    (f"{PM} cảm ơn {MINISTER}.", ""),
]


@pytest.mark.parametrize(("annotated", "form"), PROTOCOL)
def test_protocol_is_the_canonical_form(annotated: str, form: str) -> None:
    assert only(annotated)[0].protocol == form


TIMES = [
    (f"{PM} đã tiếp {MINISTER}.", "reported"),
    (f"{PM} sẽ tiếp {MINISTER}.", "planned"),
    (f"Dự kiến, {PM} tiếp {MINISTER}.", "planned"),
    (f"{MINISTER} từng thăm {VN}.", "recalled"),
    (f"Trước đó, {PM} đã tiếp {MINISTER}.", "recalled"),
    (f"{VN} không chấp nhận yêu sách của {SE}.", "denied"),
]


@pytest.mark.parametrize(("annotated", "time"), TIMES)
def test_time(annotated: str, time: str) -> None:
    assert only(annotated)[0].time == time


CONTENT = [
    (f"{PM} nhấn mạnh vai trò của thương mại.", "vai trò của thương mại"),
    (f'"Hai nước cần mở rộng hợp tác kinh tế", {PM} nói.', "Hai nước cần mở rộng hợp tác kinh tế"),
    (f"{PM} tiếp {MINISTER}.", ""),
]


@pytest.mark.parametrize(("annotated", "content"), CONTENT)
def test_content_is_what_is_said(annotated: str, content: str) -> None:
    act, text = only(annotated)
    assert text[act.content_start : act.content_end] == content


def test_content_ends_where_the_next_act_begins() -> None:
    annotation, _ = read(f"{PM} nhấn mạnh vai trò của thương mại, đề nghị {SE} mở cửa thị trường.")
    first, second = (annotation.text[a.content_start : a.content_end] for a in annotation.acts)
    assert first == "vai trò của thương mại"
    assert second == "Thụy Điển mở cửa thị trường"


def test_topics_in_the_order_of_their_words() -> None:
    act, _ = only(f"{PM} đề nghị {SE} hỗ trợ chuyển đổi năng lượng và đào tạo.")
    assert act.topics == ("energy", "education")


def test_topics_come_from_the_content_alone() -> None:
    annotation, _ = read(f"{BERG} nói về giáo dục. {PM} nói về thương mại.")
    assert [act.topics for act in annotation.acts] == [("education",), ("trade",)]


def test_addressee() -> None:
    assert only(f"{BERG} nói với {PM} về thương mại.")[0].addressee == ("Trần Văn Minh",)


CODES = [
    (f"{PM} tiếp {MINISTER}.", ("", "04", "CONSULT")),
    (f"{PM} đề nghị {SE} mở cửa.", ("directive", "02", "REQUEST")),
    (f"{PM} yêu cầu {SE} mở cửa.", ("directive", "10", "REQUEST")),
    (f"{PM} khẳng định {VN} sẽ mở cửa.", ("commissive", "03", "AGREE")),
    (f"{PM} cảm ơn {SE}.", ("expressive", "05", "SUPPORT")),
    (f"{PM} bác bỏ cáo buộc của {SE}.", ("assertive", "12", "REJECT")),
]


@pytest.mark.parametrize(("annotated", "codes"), CODES)
def test_codes_follow_class_and_predicate(annotated: str, codes: tuple[str, str, str]) -> None:
    act, _ = only(annotated)
    assert (act.searle, act.cameo, act.plover) == codes
