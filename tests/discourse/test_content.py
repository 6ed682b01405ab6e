"""What is said, on which topics, and who is asked to do it: a text of our own and, by predicate, what is expected."""

from __future__ import annotations

import pytest
from told import BERG, LA, MINISTER, PM, SE, SPOKESWOMAN, VN, read

POLITICS, DEFENCE, TRADE, ODA = (
    "politics and trust",
    "defence and security",
    "economy and trade",
    "ODA and infrastructure",
)
SCIENCE, WORK, LOCAL, PEOPLE = "science", "education and labour", "local ties", "culture and people"
SEA, FORA = "region and law of the sea", "multilateral fora"
MINH, ANNA = "Trần Văn Minh", "Anna Berg"
JOINT = "[[LOC|VN|Việt Nam]] và [[LOC|SE|Thụy Điển]]"
Wanted = tuple[str, str, tuple[str, ...], tuple[str, ...]]

# case, text, (predicate, content, topics, addressee) for each act
CASES: list[tuple[str, str, list[Wanted]]] = [
    ("noun phrase", f"{PM} nhấn mạnh vai trò của thương mại.", [("nhấn mạnh", "vai trò của thương mại", (TRADE,), ())]),
    (
        "complementiser",
        f"{PM} cho rằng hai nước còn nhiều dư địa hợp tác quốc phòng.",
        [("cho rằng", "hai nước còn nhiều dư địa hợp tác quốc phòng", (DEFENCE,), ())],
    ),
    (
        "rằng is no content",
        f"{BERG} nói rằng mạng 5G sẽ phủ khắp vùng Bắc Âu.",
        [("nói", "mạng 5G sẽ phủ khắp vùng Bắc Âu", (SCIENCE,), ())],
    ),
    (
        "về is no content",
        f"{BERG} trao đổi với {PM} về đào tạo điều dưỡng.",
        [("trao đổi", "đào tạo điều dưỡng", (WORK,), (MINH,))],
    ),
    (
        "về việc",
        f"{PM} thông báo về việc thành lập viện nghiên cứu chip bán dẫn.",
        [("thông báo", "thành lập viện nghiên cứu chip bán dẫn", (SCIENCE,), ())],
    ),
    (
        "addressee before the content",
        f"{BERG} nói với {PM} rằng lễ hội văn hóa sẽ mở vào mùa thu.",
        [("nói", "lễ hội văn hóa sẽ mở vào mùa thu", (PEOPLE,), (MINH,))],
    ),
    (
        "addressee and nothing else",
        f"{BERG} trả lời {PM}.",
        [("trả lời", "", (), (MINH,))],
    ),
    (
        "addressee, then a noun",
        f"{BERG} thông báo với {PM} kết quả kỳ họp Nghị viện.",
        [("thông báo", "kết quả kỳ họp Nghị viện", (POLITICS,), (MINH,))],
    ),
    (
        "adverb that belongs to the content",
        f"{BERG} khẳng định sẽ tiếp tục cấp vốn ODA.",
        [("khẳng định", "sẽ tiếp tục cấp vốn ODA", (ODA,), ())],
    ),
    (
        "place and day are no content",
        f"{PM} phát biểu tại hội nghị tổng kết ở [[LOC||Hà Nội]] [[DATE||ngày 13/3]].",
        [("phát biểu", "", (), ())],
    ),
    (
        "circumstance that opens the content",
        f"{PM} nhấn mạnh trong bối cảnh mới, hai nước cần bảo đảm an ninh mạng.",
        [("nhấn mạnh", "trong bối cảnh mới, hai nước cần bảo đảm an ninh mạng", (DEFENCE,), ())],
    ),
    (
        "clause of time is no content",
        f"{PM} lên tiếng sau khi bão đi qua.",
        [("lên tiếng", "", (), ())],
    ),
    (
        "chain by commas: each its own",
        f"{PM} nhấn mạnh vai trò của thương mại, đề nghị {SE} mở trường dạy nghề, cam kết bảo vệ nhà đầu tư.",
        [
            ("nhấn mạnh", "vai trò của thương mại", (TRADE,), ()),
            ("đề nghị", "Thụy Điển mở trường dạy nghề", (WORK,), ("SE",)),
            ("cam kết", "bảo vệ nhà đầu tư", (TRADE,), ()),
        ],
    ),
    (
        "chain by và and đồng thời",
        f"{BERG} hoan nghênh kết quả giao lưu nhân dân và mong muốn {VN} đăng cai hội chợ sách, đồng thời cảm ơn {PM}.",
        [
            ("hoan nghênh", "kết quả giao lưu nhân dân", (PEOPLE,), ()),
            ("mong muốn", "Việt Nam đăng cai hội chợ sách", (PEOPLE,), ("VN",)),
            ("cảm ơn", "Thủ tướng Trần Văn Minh", (), ()),
        ],
    ),
    (
        "chain by semicolon",
        f"{PM} đánh giá cao dự án cầu đường sắt; đề nghị {SE} sớm giải ngân.",
        [
            ("đánh giá cao", "dự án cầu đường sắt", (ODA,), ()),
            ("đề nghị", "Thụy Điển sớm giải ngân", (), ("SE",)),
        ],
    ),
    (
        "fronted content",
        f"Cho rằng địa phương hai nước còn nhiều dư địa kết nghĩa, {PM} đề nghị {SE} lập đường bay thẳng.",
        [
            ("Cho rằng", "địa phương hai nước còn nhiều dư địa kết nghĩa", (LOCAL,), ()),
            ("đề nghị", "Thụy Điển lập đường bay thẳng", (ODA,), ("SE",)),
        ],
    ),
    (
        "another speaker after a comma",
        f"{PM} nêu vấn đề thuế quan, còn {BERG} nhắc lại chuyến thăm trước.",
        [("nêu", "vấn đề thuế quan", (TRADE,), ()), ("nhắc lại", "chuyến thăm trước", (), ())],
    ),
    (
        "another speaker after a semicolon",
        f"{PM} phản đối việc áp thuế; trong khi đó, {BERG} ủng hộ một lộ trình dài hơn.",
        [("phản đối", "việc áp thuế", (TRADE,), ()), ("ủng hộ", "một lộ trình dài hơn", (), ())],
    ),
    (
        "another speaker after và",
        f"{PM} nêu vấn đề visa, và {MINISTER} nhắc lại lộ trình đã định.",
        [("nêu", "vấn đề visa", (PEOPLE,), ()), ("nhắc lại", "lộ trình đã định", (), ())],
    ),
    (
        "quotation before",
        f'"Hai nước cần mở rộng hợp tác kinh tế", {PM} nói.',
        [("nói", "Hai nước cần mở rộng hợp tác kinh tế", (TRADE,), ())],
    ),
    (
        "quotation before, circumstance behind",
        f"“Chúng tôi muốn học hỏi kinh nghiệm trồng rừng của các bạn”, {BERG} nói tại buổi họp báo ở [[LOC||Hà Nội]].",
        [("nói", "Chúng tôi muốn học hỏi kinh nghiệm trồng rừng của các bạn", (SCIENCE,), ())],
    ),
    (
        "quotation before, addressee behind",
        f"“Các bạn luôn được chào đón ở đất nước chúng tôi”, {BERG} nói với {PM}.",
        [("nói", "Các bạn luôn được chào đón ở đất nước chúng tôi", (), (MINH,))],
    ),
    (
        "quotation of several sentences before",
        f'"Nghề cá nuôi sống ven biển. Luật biển phải được tôn trọng. Đó là lập trường của chúng tôi", {SPOKESWOMAN} nói.',
        [
            (
                "nói",
                "Nghề cá nuôi sống ven biển. Luật biển phải được tôn trọng. Đó là lập trường của chúng tôi",
                (TRADE, SEA),
                (),
            )
        ],
    ),
    (
        "quotation before, the next act behind",
        f'"Đây là một ngày vui của hai dân tộc", {PM} nói và cảm ơn {BERG}.',
        [("nói", "Đây là một ngày vui của hai dân tộc", (), ()), ("cảm ơn", "Bộ trưởng Anna Berg", (), ())],
    ),
    (
        "quotation behind a colon",
        f'{BERG} nhấn mạnh: "Chúng ta hãy cùng chống biến đổi khí hậu".',
        [("nhấn mạnh", "Chúng ta hãy cùng chống biến đổi khí hậu", (SCIENCE,), ())],
    ),
    (
        "quotation of several sentences behind a colon",
        f'{BERG} nói: "Tôi rất mừng. Các trường đại học đã ký thỏa thuận. Sinh viên sẽ được lợi."',
        [("nói", "Tôi rất mừng. Các trường đại học đã ký thỏa thuận. Sinh viên sẽ được lợi", (WORK,), ())],
    ),
    (
        "quotation, then a circumstance",
        f'{BERG} nói "tôi yêu ẩm thực của các bạn" khi rời [[LOC||Hà Nội]].',
        [("nói", "tôi yêu ẩm thực của các bạn", (PEOPLE,), ())],
    ),
    (
        "a few words in quotation marks",
        f'{BERG} coi {VN} là "đối tác tin cậy" trong ngành điện hạt nhân.',
        [("coi", 'Việt Nam là "đối tác tin cậy" trong ngành điện hạt nhân', (POLITICS, TRADE), ())],
    ),
    (
        "quotation around the verb",
        f'"Hai bên cần minh bạch hơn về thuế quan", {PM} nói, "và cần hành động ngay trong năm nay".',
        [("nói", "Hai bên cần minh bạch hơn về thuế quan", (TRADE,), ())],
    ),
    (
        "what the press adds is no content",
        f"{BERG} tuyên bố sẽ mở thêm trung tâm tiếng Thụy Điển, theo [[ORG||Bản tin Bắc Âu]].",
        [("tuyên bố", "sẽ mở thêm trung tâm tiếng Thụy Điển", (), ())],
    ),
    (
        "proposal to the other side",
        f"{PM} đề nghị {SE} hỗ trợ chuyển đổi năng lượng và đào tạo.",
        [("đề nghị", "Thụy Điển hỗ trợ chuyển đổi năng lượng và đào tạo", (TRADE, WORK), ("SE",))],
    ),
    (
        "proposal to both sides",
        f"{JOINT} họp ở [[LOC||Hà Nội]]. {PM} đề nghị hai bên tuần tra chung trên biển.",
        [("đề nghị", "hai bên tuần tra chung trên biển", (DEFENCE, SEA), ("SE", "VN"))],
    ),
    (
        "proposal to a person",
        f"{PM} đề nghị {MINISTER} thúc đẩy phê chuẩn hiệp định bảo hộ đầu tư.",
        [
            (
                "đề nghị",
                "Bộ trưởng Ngoại giao Thụy Điển Anna Berg thúc đẩy phê chuẩn hiệp định bảo hộ đầu tư",
                (TRADE,),
                (ANNA,),
            )
        ],
    ),
    (
        "invitation",
        f"{PM} mời {BERG} thăm lại {VN}.",
        [("mời", "Bộ trưởng Anna Berg thăm lại Việt Nam", (), (ANNA,))],
    ),
    (
        "wish for the own side asks nobody",
        f"{BERG} mong muốn {SE} có thêm lao động tay nghề cao.",
        [("mong muốn", "Thụy Điển có thêm lao động tay nghề cao", (WORK,), ())],
    ),
    (
        "demand of a country",
        f"{SPOKESWOMAN} yêu cầu {LA} chấm dứt việc xả lũ.",
        [("yêu cầu", "Lào chấm dứt việc xả lũ", (), ("LA",))],
    ),
    (
        "appeal without anyone asked",
        f"{PM} kêu gọi nỗ lực chung vì hòa bình trên bán đảo [[LOC||Triều Tiên]].",
        [("kêu gọi", "nỗ lực chung vì hòa bình trên bán đảo Triều Tiên", (SEA,), ())],
    ),
    (
        "health wished",
        f"{PM} chúc {BERG} thành công trên cương vị mới.",
        [("chúc", "Bộ trưởng Anna Berg thành công trên cương vị mới", (), (ANNA,))],
    ),
    (
        "thanks for",
        f"{PM} cảm ơn {SE} đã tài trợ xây bệnh viện nhi.",
        [("cảm ơn", "Thụy Điển đã tài trợ xây bệnh viện nhi", (ODA, SCIENCE), ())],
    ),
    (
        "thanks to someone, through a letter",
        f"{PM} gửi lời cảm ơn tới {BERG} vì sự giúp đỡ.",
        [("gửi lời cảm ơn", "vì sự giúp đỡ", (), (ANNA,))],
    ),
    (
        "joy at something",
        f"{BERG} bày tỏ vui mừng trước những bước tiến của hợp tác nghị viện.",
        [("bày tỏ vui mừng", "những bước tiến của hợp tác nghị viện", (POLITICS,), ())],
    ),
    (
        "praise of trust",
        f"{PM} đánh giá cao sự tin cậy chính trị giữa hai nước.",
        [("đánh giá cao", "sự tin cậy chính trị giữa hai nước", (POLITICS,), ())],
    ),
    (
        "agreement to do something",
        f"{JOINT} nhất trí phối hợp tại [[ORG||Liên hợp quốc]].",
        [("nhất trí", "phối hợp tại Liên hợp quốc", (FORA,), ())],
    ),
    (
        "agreement with someone about something",
        f"{BERG} nhất trí với {PM} về sự cần thiết của đối thoại chiến lược.",
        [("nhất trí", "sự cần thiết của đối thoại chiến lược", (POLITICS,), (MINH,))],
    ),
    (
        "document signed",
        f"{PM} và {BERG} ký bản ghi nhớ về hợp tác nông nghiệp.",
        [("ký", "bản ghi nhớ về hợp tác nông nghiệp", (TRADE,), ())],
    ),
    (
        "discussion",
        f"{PM} và {BERG} thảo luận tình hình [[LOC||Biển Đông]] và vai trò của [[ORG||ASEAN]].",
        [("thảo luận", "tình hình Biển Đông và vai trò của ASEAN", (SEA, FORA), ())],
    ),
    (
        "objection",
        f"{SPOKESWOMAN} phản đối các hoạt động khảo sát trái phép trong vùng đặc quyền kinh tế của {VN}.",
        [
            (
                "phản đối",
                "các hoạt động khảo sát trái phép trong vùng đặc quyền kinh tế của Việt Nam",
                (SEA,),
                (),
            )
        ],
    ),
    (
        "trust that",
        f"{PM} tin tưởng {SE} sẽ đăng cai thành công hội nghị khí hậu.",
        [("tin tưởng", "Thụy Điển sẽ đăng cai thành công hội nghị khí hậu", (SCIENCE,), ())],
    ),
    (
        "support",
        f"{BERG} bày tỏ ủng hộ đối với lập trường của {VN} về tự do hàng hải.",
        [("bày tỏ ủng hộ", "lập trường của Việt Nam về tự do hàng hải", (SEA,), ())],
    ),
    (
        "a further act inside what is said",
        f"{BERG} cho biết {LA} đã ký hiệp định về vận tải.",
        [
            ("cho biết", "Lào đã ký hiệp định về vận tải", (ODA,), ()),
            ("ký", "hiệp định về vận tải", (ODA,), ()),
        ],
    ),
    ("an encounter has none", f"{PM} tiếp {MINISTER}.", [("tiếp", "", (), ())]),
    ("a visit has none", f"{BERG} thăm {VN}.", [("thăm", "", (), ())]),
    (
        "topics in the order of their words, each once",
        f"{PM} nêu du học sinh, xuất khẩu gạo, học bổng và tàu ngầm.",
        [("nêu", "du học sinh, xuất khẩu gạo, học bổng và tàu ngầm", (WORK, TRADE, DEFENCE), ())],
    ),
    (
        "topics come from the content alone",
        f"Trong phiên về thương mại, {BERG} nói về giáo dục. {PM} nêu hợp tác du lịch.",
        [("nói", "giáo dục", (WORK,), ()), ("nêu", "hợp tác du lịch", (PEOPLE,), ())],
    ),
    (
        "không có chủ đề",
        f"{PM} nhắc lại điều đó.",
        [("nhắc lại", "điều đó", (), ())],
    ),
    (
        "day between verb and complementiser",
        f"{BERG} cho biết [[DATE||ngày 5/5]] rằng hội nghị đã kết thúc.",
        [("cho biết", "hội nghị đã kết thúc", (), ())],
    ),
    (
        "day that opens the content",
        f"{BERG} cho biết [[DATE||năm 2030]] hai nước sẽ có đường cao tốc nối liền.",
        [("cho biết", "năm 2030 hai nước sẽ có đường cao tốc nối liền", (ODA,), ())],
    ),
    (
        "bracket inside",
        f"{PM} nhấn mạnh hợp tác giữa các tỉnh (nhất là vùng cao) cần thiết thực hơn.",
        [("nhấn mạnh", "hợp tác giữa các tỉnh (nhất là vùng cao) cần thiết thực hơn", (LOCAL,), ())],
    ),
    (
        "purpose belongs to the content",
        f"{PM} đề nghị {SE} cử chuyên gia nhằm nâng cao năng lực chống tội phạm mạng.",
        [("đề nghị", "Thụy Điển cử chuyên gia nhằm nâng cao năng lực chống tội phạm mạng", (DEFENCE,), ("SE",))],
    ),
    (
        "order to one's own",
        f"{PM} chỉ đạo [[ORG||Bộ Công an]] phối hợp với phía bạn phòng chống ma túy.",
        [("chỉ đạo", "Bộ Công an phối hợp với phía bạn phòng chống ma túy", (DEFENCE,), ("Bộ Công an",))],
    ),
]


@pytest.mark.parametrize(("case", "annotated", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_content_topics_addressee(case: str, annotated: str, wanted: list[Wanted]) -> None:
    annotation, _ = read(annotated)
    found = [(a.text, annotation.text[a.content_start : a.content_end], a.topics, a.addressee) for a in annotation.acts]
    assert [row for row in found if row[0] in {want[0] for want in wanted}] == wanted


def test_cases_differ() -> None:
    assert len({case for case, _, _ in CASES}) == len({text for _, text, _ in CASES}) == len(CASES)
