"""Encounters named by a noun phrase, and what is no act at all."""

import pytest
from told import BERG, MINISTER, PM, SE, VN, read, told

PMK, BK = "Trần Văn Minh", "Anna Berg"

NOMINAL = {
    "between two": f"Kết quả {{{{MEET|{BK};{PMK}|{BK};{PMK}|hội đàm}}}} giữa {PM} và {MINISTER} rất tốt.",
    "of one with another": f"Cuộc {{{{MEET|{BK}|{PMK}|hội kiến}}}} của {MINISTER} với {PM} diễn ra hôm qua.",
    "a visit with its place and visitor": f"Chuyến {{{{VISIT|{BK}|VN|thăm chính thức}}}} {VN} của {MINISTER} diễn ra hôm qua.",
    "the visitor first": f"Trong chuyến {{{{VISIT|{BK}|VN|thăm}}}} của {MINISTER} tới {VN}, hội nghị kết thúc.",
    "a frame with the counterpart": f"Trong cuộc {{{{MEET|{PMK}|{BK}|gặp}}}} {MINISTER}, {PM} {{{{PRAISE|{PMK}|SE|cảm ơn}}}} {SE}.",
    "a frame at the end": f"{PM} {{{{PRAISE|{PMK}|SE|cảm ơn}}}} {SE} trong buổi {{{{RECEIVE|{PMK}|{BK}|tiếp}}}} {MINISTER}.",
    "a frame with the place": f"Trong chuyến {{{{VISIT|{BK}|VN|thăm}}}} {VN}, {MINISTER} {{{{PRAISE|{BK}|VN|cảm ơn}}}} {VN}.",
    "a caption": f"{PM} và {MINISTER} tại cuộc {{{{MEET|{BK};{PMK}|{BK};{PMK}|hội đàm}}}}.",
    "a caption of a reception": f"{PM} và {MINISTER} tại buổi {{{{RECEIVE|{PMK}|{BK}|tiếp}}}}.",
}

NONE = {
    "nothing": "",
    "no participant": "Hội nghị bàn về hợp tác và trao đổi kinh nghiệm.",
    "a bare frame": f"Tại cuộc hội kiến, {PM} đọc diễn văn.",
    "a visit without its place": f"Kết quả chuyến thăm của {MINISTER} rất tốt.",
    "a visit without its visitor": f"Kết quả chuyến thăm {VN} rất tốt.",
    "meetings of nobody": f"Các cuộc hội kiến với lãnh đạo {VN} rất tốt.",
    "negated": f"{PM} không nhất trí với phương án này.",
    "not yet": f"{VN} chưa ký hiệp định.",
    "cancelled": f"{PM} hủy cuộc gặp với {MINISTER}.",
    "what must be": f"{VN} cần cam kết nhiều hơn.",
    "what may be": f"{SE} có thể ký hiệp định.",
    "a passive without agent": "Sáng kiến này được đánh giá cao.",
    "the patient of a passive": f"{MINISTER} được mời dự hội nghị.",
    "a noun": f"{VN} thực hiện các cam kết với {SE}.",
    "a noun with this": f"Đề nghị này của {SE} được ghi nhận.",
    "an adverb": f"{VN} tiếp tục hội nhập.",
    "difficulties are met": f"{SE} gặp khó khăn về năng lượng.",
    "trade": f"{VN} trao đổi thương mại với {SE}.",
    "the press": "[[ORG||TTXVN]] cho biết hội nghị kết thúc.",
    "a scholar": "Chuyên gia [[PER||Paul Meyer]] cho rằng thương mại sẽ tăng.",
    "a professor": "Ông [[PER||Paul Meyer]], giáo sư kinh tế, nhận định thương mại sẽ tăng.",
    "firms": f"Doanh nghiệp {SE} mong muốn đầu tư.",
    "a thing of a country": f"Kinh tế {SE} cam kết tăng trưởng.",
    "a purpose": f"Kế hoạch này để {VN} cam kết hợp tác.",
    "gifts": f"{SE} tặng {VN} thiết bị y tế.",
    "attendance": f"{BERG} dự lễ khai mạc.",
}


@pytest.mark.parametrize("annotated", NOMINAL.values(), ids=NOMINAL)
def test_encounters_named_by_a_noun(annotated: str) -> None:
    annotation, wanted = read(annotated)
    assert told(annotation.acts) == wanted


@pytest.mark.parametrize("annotated", NONE.values(), ids=NONE)
def test_what_is_no_act(annotated: str) -> None:
    annotation, wanted = read(annotated)
    assert wanted == []
    assert told(annotation.acts) == []


def test_the_invitation_that_opens_a_report_is_a_frame() -> None:
    annotation, wanted = read(
        f"Nhận lời mời của {PM}, {MINISTER} {{{{VISIT|{BK}|VN|thăm}}}} {VN}. {SE} và {VN} là bạn."
    )
    assert told(annotation.acts) == wanted
