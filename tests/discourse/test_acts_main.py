"""Acts with a subject of their own: class, predicate, source and target by the argument frame."""

import pytest
from told import BERG, LA, MINISTER, PM, SE, SPOKESWOMAN, VN, read, told

PMK, BK = "Trần Văn Minh", "Anna Berg"

ENCOUNTERS = {
    "a host receives": f"{PM} {{{{RECEIVE|{PMK}|{BK}|tiếp}}}} {MINISTER}.",
    "a guest calls": f"{MINISTER} {{{{MEET|{BK}|{PMK}|đến chào xã giao}}}} {PM}.",
    "talks with": f"{MINISTER} đã {{{{MEET|{BK}|{PMK}|hội đàm}}}} với {PM}.",
    "talks of both": f"{PM} và {MINISTER} {{{{MEET|{BK};{PMK}|{BK};{PMK}|hội đàm}}}}.",
    "a light verb": f"{MINISTER} đã có cuộc {{{{MEET|{BK}|{PMK}|hội kiến}}}} với {PM}.",
    "a visit": f"{MINISTER} {{{{VISIT|{BK}|VN|thăm chính thức}}}} {VN}.",
    "a town stands for its country": f"{MINISTER} [[DATE||sáng nay]] {{{{VISIT|{BK}|VN|đến}}}} [[LOC||Hà Nội]].",
    "arrival, then the visit": f"{MINISTER} {{{{VISIT|{BK}|VN|tới}}}} [[LOC||Hà Nội]], bắt đầu chuyến {{{{VISIT|{BK}|VN|thăm}}}} {VN}.",
    "the guest who visits": f"{PM} {{{{RECEIVE|{PMK}|{BK}|tiếp}}}} {MINISTER} {{{{VISIT|{BK}|VN|sang thăm}}}} {VN}.",
    "the guest who is visiting": f"{PM} {{{{RECEIVE|{PMK}|{BK}|tiếp}}}} {MINISTER}, đang {{{{VISIT|{BK}|VN|thăm}}}} {VN}.",
    "a signing": f"{PM} và {MINISTER} {{{{SIGN|{BK};{PMK}|{BK};{PMK}|ký}}}} hiệp định thương mại.",
    "two leaders met": f"{MINISTER} {{{{MEET|{BK}|Lê Thu Hà;{PMK}|hội kiến}}}} {PM} và [[ROLE||Chủ tịch Quốc hội]] [[PER||Lê Thu Hà]].",
    "a delegation and its head": (
        f"[[PER||Lê Thu Hà]] dẫn đầu [[ORG||Đoàn đại biểu Quốc hội Việt Nam]] "
        f"{{{{VISIT|Lê Thu Hà;Đoàn đại biểu Quốc hội Việt Nam|SE|thăm}}}} {SE}."
    ),
    "a handshake in brackets": f"{PM} (phải) {{{{MEET|{PMK}|{BK}|bắt tay}}}} {MINISTER}.",
}

SAYINGS = {
    "praise of a visit has its owner": f"{PM} {{{{PRAISE|{PMK}|{BK}|hoan nghênh}}}} chuyến thăm của {MINISTER}.",
    "praise of relations has both": f"{MINISTER} {{{{PRAISE|{BK}|SE;VN|đánh giá cao}}}} quan hệ {VN} - {SE}.",
    "thanks": f"{MINISTER} {{{{PRAISE|{BK}|VN|cảm ơn}}}} {VN}.",
    "regards are sent to": f"{MINISTER} {{{{PRAISE|{BK}|{PMK}|chuyển lời thăm hỏi}}}} của [[ROLE||Nhà vua]] {SE} tới {PM}.",
    "a request": f"{PM} {{{{PROPOSE|{PMK}|SE|đề nghị}}}} {SE} mở cửa thị trường.",
    "an invitation": f"{PM} {{{{PROPOSE|{PMK}|{BK}|mời}}}} {MINISTER} thăm {VN}.",
    "a commitment": f"{SE} {{{{COMMIT|SE|VN|cam kết}}}} hỗ trợ {VN}.",
    "readiness": f"{SE} {{{{COMMIT|SE|VN|sẵn sàng}}}} hợp tác với {VN}.",
    "a protest": f"{SPOKESWOMAN} {{{{OBJECT|Lê Thu Hà|LA|phản đối}}}} hành động của {LA}.",
    "concern, made with a carrier verb": f"{SPOKESWOMAN} {{{{OBJECT|Lê Thu Hà||bày tỏ quan ngại}}}} sâu sắc về tình hình.",
    "regarded as": f"{SE} {{{{STRESS|SE|VN|coi}}}} {VN} là đối tác quan trọng.",
    "information": f"{MINISTER} {{{{STATE|{BK}||thông báo}}}} kết quả hội nghị.",
    "information to somebody": f"{MINISTER} {{{{STATE|{BK}|VN|giới thiệu}}}} với đoàn {VN} thành tựu của mình.",
    "trust in the other side": f"{MINISTER} {{{{STATE|{BK}|VN|tin tưởng}}}} nhân dân {VN} sẽ thành công.",
    "an exchange": f"{PM} và {MINISTER} {{{{EXCHANGE|{BK};{PMK}|{BK};{PMK}|trao đổi}}}} về hợp tác năng lượng.",
    "agreement of one with the other": f"{MINISTER} {{{{AGREE|{BK}|{PMK}|nhất trí cao}}}} với đề nghị của {PM}.",
    "a capital speaks": "[[LOC||Stockholm]] {{OBJECT|SE||lên án}} vụ tấn công.",
}


@pytest.mark.parametrize("annotated", [*ENCOUNTERS.values(), *SAYINGS.values()], ids=[*ENCOUNTERS, *SAYINGS])
def test_main_acts(annotated: str) -> None:
    annotation, wanted = read(annotated)
    assert told(annotation.acts) == wanted


COMMITMENTS = {
    "own future": (f"{MINISTER} khẳng định {SE} sẽ mở đại sứ quán.", "COMMIT"),
    "own readiness": (f"{PM} khẳng định {VN} sẵn sàng hợp tác.", "COMMIT"),
    "a policy that supports": (f"{PM} nhấn mạnh lập trường của {VN} là ủng hộ hòa bình.", "COMMIT"),
    "a refusal of one's own act": (f"{PM} tuyên bố {VN} sẽ không rút lui.", "COMMIT"),
    "what both should do": (f"{PM} nhấn mạnh hai bên cần hợp tác.", "STRESS"),
    "esteem": (f"{PM} khẳng định {VN} luôn coi trọng quan hệ này.", "STRESS"),
    "what the other will do": (f"{PM} nhấn mạnh {SE} sẽ thành công.", "STRESS"),
    "an opinion about the future": (f"{BERG} nhận định quan hệ sẽ phát triển.", "STATE"),
}


@pytest.mark.parametrize(("annotated", "wanted"), COMMITMENTS.values(), ids=COMMITMENTS)
def test_class_by_what_is_said_first(annotated: str, wanted: str) -> None:
    annotation, _ = read(annotated)
    assert [act.act for act in annotation.acts] == [wanted]
