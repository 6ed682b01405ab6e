"""Mentions in sentences of our own, with invented persons and events: the rules of the codebook, one by one."""

import pytest
from marked import assert_marked, find

EDGE_RULES = [
    # 1: office, country, name
    "[ROLE Thủ tướng] [LOC=JP Nhật Bản] [PER Tanaka Ichiro] tới thăm.",
    "[ROLE Tổng thống] [LOC=AT Cộng hòa Áo] [PER Johann Brandauer] đáp lời.",
    # 2: generic heads inside, `nước` and `thủ đô` outside
    "Đoàn thăm [LOC tỉnh Lào Cai], rồi đến thủ đô [LOC Vientiane] của nước [LOC=LA CHDCND Lào].",
    "[LOC đảo Ba Bình], [LOC quần đảo Trường Sa] và [LOC vùng Kansai] được nhắc đến.",
    # 3: a country inside a longer name is not marked again
    "[ORG Đại sứ quán Phần Lan tại Việt Nam] mở cửa.",
    "[EVENT Diễn đàn Doanh nghiệp Việt Nam - Phần Lan] khai mạc.",
    "Ông được bầu làm [ROLE Chủ tịch Nhóm nghị sĩ hữu nghị Việt Nam - Áo].",
    # 4: relations of two countries are two places
    "Quan hệ [LOC=VN Việt Nam] - [LOC=FI Phần Lan] phát triển.",
    "Tin tức về quan hệ [LOC=VN Việt] - [LOC=CN Trung] và [LOC=US Mỹ]-[LOC=JP Nhật]-[LOC=KR Hàn].",
    # 5: coordination; channels of both sides are not marked
    "Kênh Đảng, Quốc hội và hai Bộ Ngoại giao đều được nhắc đến.",
    "Hai bên trao đổi trên các kênh Đảng, Nhà nước, Chính phủ, Quốc hội.",
    "Bộ Quốc phòng hai nước và Chính phủ hai nước phối hợp.",
    # 6: descriptions after a name stay outside it
    "[ROLE Chủ tịch] [ORG đảng Dân chủ Xã hội] cầm quyền [PER Aino Korhonen] phát biểu.",
]

RULINGS = [
    # 8: the state body an office heads belongs to it; its place, a party, an international organisation do not
    "[ROLE Chủ tịch Thượng viện] [LOC=KH Vương quốc Campuchia] [PER Sok Chanthy] đến.",
    "[ROLE Thủ tướng Quốc vụ viện] [LOC=CN Trung Quốc] [PER Lương Chí Viễn] đến.",
    "[ROLE Bí thư Khu ủy] [LOC Quảng Tây] [PER Lưu Kiến Hoa] thăm [LOC tỉnh Lạng Sơn].",
    "[ROLE Phó Chủ tịch Quân ủy Trung ương] [LOC=CN Trung Quốc] đến.",
    "[ROLE Tổng Thư ký] [ORG Liên hợp quốc] [PER Mariam Okello] kêu gọi kiềm chế.",
    "[ROLE Chủ tịch] [ORG Đảng Nhân dân Campuchia] gửi thư.",
    "[ROLE Tổng Bí thư] [ORG Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam] tiếp khách.",
    "[ROLE Trưởng ban Liên lạc Đối ngoại Trung ương] [ORG Đảng Cộng sản Trung Quốc] đến.",
    "[ROLE Chủ tịch UBND] [LOC tỉnh Quảng Ninh] [PER Lê Văn Minh] tiếp đoàn.",
    "[ROLE Thống đốc Ngân hàng Nhà nước] [LOC=VN Việt Nam] [PER Trần Thị Lan] phát biểu.",
    "[ROLE Chủ tịch Phân ban Việt Nam trong Ủy ban liên Chính phủ Việt Nam - Lào về hợp tác kinh tế] họp.",
    "[ROLE Người phát ngôn Bộ Ngoại giao] [LOC=VN Việt Nam] trả lời.",
    "Hai [ROLE thủ tướng] hội đàm; hai [ROLE Bộ trưởng Quốc phòng] ký.",
    "[ROLE Phó Thủ tướng], [ROLE Bộ trưởng Ngoại giao] [PER Lê Văn Minh] phát biểu.",
    "[ROLE Đại tướng] [PER Lê Văn Minh], [ROLE Ủy viên Bộ Chính trị], [ROLE Bộ trưởng Bộ Công an] tiếp khách.",
    "Samdech Techo [PER Sok Chanthy], ngài [ROLE Đại sứ], đồng chí [PER Bounmy Keo] cùng dự.",
    "[ROLE Quốc vương] [LOC=KH Campuchia] và [ROLE Hoàng hậu] dự lễ.",
    "Chuyến thăm ở cấp Bộ trưởng diễn ra.",
    # 9: palaces act or are places
    "[ORG Nhà Trắng] cho biết như vậy; khách đến [LOC Nhà Trắng].",
    "[LOC=RU Moscow] phản đối; hội nghị họp ở [LOC Moscow].",
    "Lập trường của [LOC=KP Bình Nhưỡng] không đổi.",
    # 10: abbreviations in brackets have the key of the full form
    "[ORG Quỹ Khí hậu Toàn cầu] ([ORG=Quỹ_Khí_hậu_Toàn_cầu GCF]) họp.",
    "[DOC Công ước Liên hợp quốc về Luật Biển (UNCLOS) năm 1982] có hiệu lực.",
    # 11: cut off
    "[ROLE Thủ tướng] tiếp đoàn [LOC=VN Việt] ...",
    # 16: blocs, `người Việt`, academic titles
    "[LOC phương Tây] lo ngại; người [LOC=VN Việt] ở [LOC=DE Đức] đoàn kết.",
    "[ROLE GS.TS] [PER Lê Văn Minh] và [ROLE Trưởng đoàn] phát biểu.",
]

PERSONS = [
    "[PER Trần Văn Hoàng] (trái) bắt tay [PER Aino Korhonen] (phải).",
    "[PER Aino Korhonen], phải, và ông [PER Bounmy Keo].",
    "Ông [PER Jean-Pierre d'Arcy-Moulin] và bà [PER María de la Cruz Ortega] đến.",
    "[ROLE Tổng thống] [PER Muhammad bin Rashid al-Harbi] và [ROLE Thủ tướng] [PER S. Ranganathan] gặp nhau.",
    "[ROLE Ngoại trưởng] [LOC=KR Hàn Quốc] [PER Han Seo-yun] và [ROLE Bộ trưởng] [PER Prayoon Chan - ocha] gặp nhau.",
    "Người đồng cấp [LOC=FI Phần Lan] [PER Aino Korhonen] nhất trí.",
    "Các ông [PER Sok Chanthy] và [PER Prak Virak] cùng dự.",
    "[ROLE Đại sứ] [LOC=FI Phần Lan] tại [LOC=VN Việt Nam] [PER Aino Korhonen] trình Quốc thư.",
    "[PER Aino Korhonen] cho biết như vậy.",
    "Theo [PER Bounmy Keo], [ROLE Bộ trưởng Ngoại giao] [LOC=LA Lào], hợp tác tốt.",
    "Ảnh: [PER Minh Khôi]/[ORG TTXVN]",
    "(Ảnh: [ORG VGP]/[PER Nhật Tân])",
    "Bài, ảnh: [PER HOÀNG MINH]",
    "Tàu sân bay Carl Larsson cập cảng.",
    "Máy bay F-35 Silver Arrow II hạ cánh.",
    "[ROLE Nữ hoàng] [LOC=DK Đan Mạch] [PER Margareta II] chúc mừng.",
    "Ông [PER Chính] phát biểu.",
]

BODIES = [
    "[ORG Chính phủ Phần Lan] và [ORG Quốc hội Áo] phê chuẩn.",
    "[ORG=Đảng_Cộng_sản_Việt_Nam Đảng], [ORG Nhà nước Việt Nam] coi trọng.",
    "Cảm ơn [ORG=Chính_phủ_Áo Chính phủ] và nhân dân [LOC=AT Áo].",
    "[ORG Bộ Văn hóa, Thể thao và Du lịch Việt Nam] ký với [ORG Bộ Kinh tế Áo].",
    "[ORG Ủy ban Đối ngoại Hạ viện Áo] họp với [ORG Viện Nghiên cứu Chiến lược Phần Lan].",
    "Tổ chức thượng đỉnh là việc khó; tổ chức lễ đón cũng vậy.",
    "[ORG Đoàn đại biểu cấp cao Quốc hội Áo] đến; đoàn đại biểu [LOC=AT Áo] ở lại.",
    "[ORG đảng Xanh] và [ORG đảng Tự do Áo] liên minh; hai đảng nhất trí.",
    "Theo [ORG TTXVN], [ORG Reuters] và [ORG baoquocte.vn], hai bên ký kết.",
    "Phi chính phủ, liên chính phủ và cấp Nhà nước là những từ thường gặp.",
    "[ORG Ngân hàng Phát triển châu Á] ([ORG ADB]) tài trợ [ORG Đại học Quốc gia Hà Nội].",
    "[ORG Hội đồng Bảo an Liên hợp quốc] và [ORG Đại hội đồng LHQ] họp.",
    "[ORG Tập đoàn Nordvik] và [ORG Công ty Hải Âu Xanh] đầu tư.",
    "[ORG Hải quân Áo] diễn tập; lĩnh vực hải quân được chú trọng.",
]

PLACES = [
    "Tại [LOC Phủ Chủ tịch], [LOC trụ sở Bộ Quốc phòng] và [LOC sân bay quốc tế Nội Bài].",
    "Đoàn viếng [LOC Lăng Chủ tịch Hồ Chí Minh] và thăm [LOC tượng đài Chủ tịch Hồ Chí Minh].",
    "Hợp tác ở [LOC châu Á - Thái Bình Dương], [LOC Đông Nam Á], [LOC Biển Đông].",
    "Yêu cầu, bưu điện, bóng đá và tàu sân bay không phải địa danh.",
    "Lễ mừng ở [LOC Oulunsalo], [LOC bang Västerland] và [LOC thành phố Nordhafen].",
    "[ROLE Thống đốc] [LOC bang Västerland] [PER Aino Korhonen] tiếp đoàn.",
    "[LOC=GB Anh] và [LOC=FR Pháp] nhất trí. Anh cũng đến dự.",
    "Bộ luật, giải pháp, hành pháp, ý kiến, áo dài, đức tính đều là từ thường.",
    "[ROLE Thủ tướng] [LOC=GB Anh] [PER Edward Whitcombe] gặp [ROLE Thủ tướng] [LOC=JP Nhật] [PER Tanaka].",
    "Tại [LOC=CD Cộng hòa Dân chủ Congo] và [LOC=NE Niger].",
    "[ROLE Bộ trưởng Quốc phòng] [LOC=VN Việt] và [LOC=LA Lào] gặp nhau.",
]

DOCUMENTS = [
    "Hai bên thông qua “[DOC Tuyên bố chung về tăng cường hợp tác toàn diện vì hòa bình trong khu vực]”.",
    "Thực hiện [DOC Hiệp định Thương mại tự do Việt Nam - Phần Lan] và [DOC Hiệp định CPTPP].",
    "Ký [DOC Bản ghi nhớ về hợp tác nghề cá] tại [LOC Hà Nội].",
    "Sớm hoàn tất [DOC Bộ Quy tắc ứng xử của các bên ở Biển Đông] ([DOC COC]).",
    "Ủng hộ [DOC sáng kiến Vành đai và Con đường]; hoan nghênh sáng kiến của [LOC=FI Phần Lan].",
    "Các hiệp định và thỏa thuận đã ký cần được thực hiện.",
    "Theo nghị quyết của [ORG Liên hợp quốc], hai bên rút quân.",
    "Dự [EVENT Hội nghị Cấp cao ASEAN lần thứ 61] và [EVENT SEA Games 45].",
    "Sau [EVENT Đại hội XV của Đảng], theo [DOC Nghị quyết Đại hội XV của Đảng], việc này xong.",
    "[EVENT Kỳ họp lần thứ 9 Ủy ban hỗn hợp Việt Nam - Áo] bế mạc.",
    "Bên lề [EVENT hội nghị ASEAN], hai bên gặp thượng đỉnh lần thứ hai.",
    "Mừng 40 năm quan hệ; kỳ họp tới bàn việc khác.",
    "Ông đến dự [EVENT APEC] rồi dự [EVENT Hội nghị G7] và [EVENT G7 mở rộng].",
    "[EVENT Hội nghị thượng đỉnh G20] ở [LOC Rio de Janeiro] kết thúc.",
]

TITLED = [
    ("THỦ TƯỚNG PHẦN LAN THĂM VIỆT NAM", ["ROLE:THỦ TƯỚNG", "LOC:PHẦN LAN", "LOC:VIỆT NAM"]),
    ("Thủ Tướng Lê Văn Minh Tiếp Đại Sứ Phần Lan", ["ROLE:Thủ Tướng", "PER:Lê Văn Minh", "ROLE:Đại Sứ", "LOC:Phần Lan"]),
    (
        "CHỦ TỊCH QUỐC HỘI TRẦN THỊ LAN TIẾP BÀ AINO KORHONEN\nBà Aino Korhonen cảm ơn Chủ tịch Quốc hội Trần Thị Lan.",
        [
            "ROLE:CHỦ TỊCH QUỐC HỘI", "PER:TRẦN THỊ LAN", "PER:AINO KORHONEN",
            "PER:Aino Korhonen", "ROLE:Chủ tịch Quốc hội", "PER:Trần Thị Lan",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize("marked", EDGE_RULES + RULINGS)
def test_codebook(marked: str) -> None:
    assert_marked(marked)


@pytest.mark.parametrize("marked", PERSONS + BODIES + PLACES + DOCUMENTS)
def test_grammar(marked: str) -> None:
    assert_marked(marked)


@pytest.mark.parametrize(("text", "wanted"), TITLED)
def test_lines_in_capitals(text: str, wanted: list[str]) -> None:
    assert [f"{m.type}:{m.text}" for m in find(text)] == wanted


def test_only_zones_that_carry_mentions() -> None:
    text = "Thủ tướng Phần Lan thăm Hà Nội."
    assert all(find(text, zone) for zone in ("body", "caption", "byline"))
    assert not find(text, "boilerplate")
    assert not find(text, "kicker")


def test_a_name_does_not_cross_a_line() -> None:
    assert [m.text for m in find("Ông Lê Văn\nMinh đến.")] == ["Lê Văn"]


def test_signature_below_the_article() -> None:
    assert_marked("[LOC=AT Áo] cảm ơn [LOC=VN Việt Nam].\n[PER Minh Khôi]\n")


def test_nothing_in_nothing() -> None:
    assert find("") == ()
    assert find("\n\n") == ()
    assert find("D\0") == ()
    assert find("Hai bên nhất trí tăng cường hợp tác.") == ()
