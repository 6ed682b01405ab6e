"""What else an act tells: protocol and time."""

import pytest
from told import MINISTER, PM, SE, VN, read

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
