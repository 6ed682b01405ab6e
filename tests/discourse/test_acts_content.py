"""Main predicates apart from what is said: coordination, reported speech, quotations, subjects left out."""

import pytest
from told import BERG, LA, MINISTER, PM, SE, SPOKESWOMAN, VN, read, told

PMK, BK = "Trần Văn Minh", "Anna Berg"

CONTENT = {
    "verbs in a request are content": f"{PM} {{{{PROPOSE|{PMK}|SE;VN|đề nghị}}}} hai bên tăng cường gặp gỡ, thúc đẩy trao đổi đoàn, ủng hộ lẫn nhau. {SE} gần {VN}.",
    "own attitudes are content": f"{PM} {{{{STRESS|{PMK}|SE|khẳng định}}}} {VN} coi trọng và mong muốn phát triển quan hệ với {SE}.",
    "a request to visit is content": f"{PM} {{{{PROPOSE|{PMK}|{BK}|mời}}}} {MINISTER} thăm chính thức {VN}.",
    "a stance under a stance": f"{PM} {{{{STRESS|{PMK}|SE|khẳng định}}}} đặc biệt coi trọng quan hệ với {SE}.",
}

COORDINATION = {
    "verbs of saying side by side": f"{PM} {{{{STRESS|{PMK}||nhấn mạnh}}}} tiềm năng hợp tác, {{{{PROPOSE|{PMK}|SE|đề nghị}}}} {SE} mở cửa thị trường.",
    "behind the content of another": f"{MINISTER} {{{{PRAISE|{BK}|VN|đánh giá cao}}}} vai trò của {VN} và {{{{COMMIT|{BK}|VN|khẳng định}}}} {SE} sẽ hỗ trợ {VN}.",
    "with a shared object": f"{PM} {{{{PRAISE|{PMK}|SE|hoan nghênh}}}} và {{{{COMMIT|{PMK}|SE|ủng hộ}}}} sáng kiến của {SE}.",
    "encounters in a row": f"{MINISTER} {{{{MEET|{BK}|{PMK}|hội kiến}}}} {PM}, {{{{MEET|{BK}|Lê Thu Hà|gặp}}}} [[ROLE||Chủ tịch Quốc hội]] [[PER||Lê Thu Hà]].",
    "another subject": f"{PM} {{{{PROPOSE|{PMK}|SE|đề nghị}}}} {SE} hợp tác; {MINISTER} {{{{PRAISE|{BK}|VN|cảm ơn}}}} {VN}.",
    "after the guest's visit the host goes on": f"{PM} {{{{PRAISE|{PMK}|{BK}|chào mừng}}}} {MINISTER} {{{{VISIT|{BK}|VN|thăm}}}} {VN}, {{{{PROPOSE|{PMK}|SE|đề nghị}}}} {SE} hợp tác.",
}

REPORTED = {
    "a real act of both": f"{MINISTER} {{{{STATE|{BK}||cho biết}}}} {VN} và {SE} đã {{{{SIGN|SE;VN|SE;VN|ký}}}} hiệp định.",
    "a stance of the other side": f"{SPOKESWOMAN} {{{{STATE|Lê Thu Hà||cho biết}}}} {LA} {{{{OBJECT|LA||phản đối}}}} dự án.",
    "the other side's acts in a row": f"{SPOKESWOMAN} {{{{STATE|Lê Thu Hà||cho biết}}}} phía {SE} {{{{PRAISE|SE|VN|đánh giá cao}}}} thành tựu của {VN}, {{{{AGREE|SE||nhất trí}}}} mở rộng hợp tác.",
    "a visit announced": f"{SPOKESWOMAN} {{{{STATE|Lê Thu Hà||thông báo}}}} {MINISTER} sẽ {{{{VISIT|{BK}|VN|thăm}}}} {VN}.",
    "an invitation that is thanked for": f"{MINISTER} {{{{PRAISE|{BK}|{PMK}|cảm ơn}}}} {PM} đã {{{{PROPOSE|{PMK}|SE|mời}}}} {SE} dự hội nghị.",
    "by whom": f"{MINISTER} {{{{AGREE|{BK}|VN|nhất trí cao}}}} với chủ đề do {VN} {{{{PROPOSE|VN||đề xuất}}}}.",
}

QUOTED = {
    "the speaker stands behind": f'"{VN} hoan nghênh mọi nỗ lực và ủng hộ đối thoại hòa bình", bà [[PER|Lê Thu Hà|Hà]] {{{{STRESS|Lê Thu Hà||nhấn mạnh}}}}. {SPOKESWOMAN} dự họp báo.',
    "the speaker stands before": f'{SPOKESWOMAN} {{{{STATE|Lê Thu Hà||nói}}}}: "{VN} hoan nghênh mọi nỗ lực và ủng hộ đối thoại hòa bình".',
    "the other side in a quotation": f'"Trong các cuộc trao đổi, {SE} rất {{{{PRAISE|SE|VN|coi trọng}}}} quan hệ với {VN}", {SPOKESWOMAN} {{{{STATE|Lê Thu Hà||nói}}}}.',
    "over two sentences": f'"{VN} luôn hoan nghênh các nỗ lực hòa bình. {VN} ủng hộ đối thoại giữa các bên", {SPOKESWOMAN} {{{{STATE|Lê Thu Hà||nói}}}}.',
}

DROPPED = {
    "a fronted clause": f"{{{{PRAISE|{PMK}|SE|Đánh giá cao}}}} thành tựu của {SE}, {PM} {{{{PROPOSE|{PMK}|SE|đề nghị}}}} {SE} hợp tác.",
    "a fronted meeting": f"{{{{MEET|{BK}|{PMK}|Hội kiến}}}} {PM}, {MINISTER} {{{{PRAISE|{BK}|VN|cảm ơn}}}} {VN}.",
    "a setting in which one speaks": f"{{{{STATE|{PMK}||Phát biểu}}}} tại hội nghị, {PM} {{{{STRESS|{PMK}||nhấn mạnh}}}} vai trò của đối thoại.",
    "before an encounter": f"Trước khi {{{{MEET|{BK}|{PMK}|gặp}}}} {PM}, {MINISTER} {{{{PRAISE|{BK}|VN|ca ngợi}}}} {VN}.",
    "while receiving": f"{PM} {{{{STRESS|{PMK}||nhấn mạnh}}}} vai trò của thương mại khi {{{{RECEIVE|{PMK}|{BK}|tiếp}}}} {MINISTER}.",
    "a pronoun": f"{BERG} {{{{PRAISE|{BK}|VN|cảm ơn}}}} {VN}. Bà {{{{PROPOSE|{BK}|VN|mong}}}} {VN} mở cửa. {MINISTER} rời hội nghị.",
    "a heading told below": f"{{{{PROPOSE|{PMK}|SE|Đề nghị}}}} {SE} mở cửa thị trường\n\n{PM} {{{{PROPOSE|{PMK}|SE|đề nghị}}}} {SE} mở cửa thị trường.",
    "behind an apposition": "[[PER||Lê Thu Hà]], [[ROLE||Người phát ngôn Bộ Ngoại giao]], {{STATE|Lê Thu Hà||cho biết}} hội nghị kết thúc.",
}


@pytest.mark.parametrize(
    "annotated",
    [text for table in (CONTENT, COORDINATION, REPORTED, QUOTED, DROPPED) for text in table.values()],
    ids=[name for table in (CONTENT, COORDINATION, REPORTED, QUOTED, DROPPED) for name in table],
)
def test_what_is_an_act_and_whose(annotated: str) -> None:
    annotation, wanted = read(annotated)
    assert told(annotation.acts) == wanted
