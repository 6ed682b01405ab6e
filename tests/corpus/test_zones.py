"""Zones of whole pages: tables of page → (zone, text), and tiling of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import zones

PAGES = [
    pytest.param(
        [
            ("kicker", "Đối ngoại"),
            ("headline", "Tổng Bí thư tiếp Đại sứ Lào"),
            ("byline", "Theo TTXVN 02/04/2024 - 06:37"),
            ("lede", "Chiều 2/4, Tổng Bí thư tiếp Đại sứ Lào."),
            ("caption", "Tổng Bí thư tiếp Đại sứ Lào. "),
            ("caption", "Ảnh: An Bình/TTXVN |"),
            ("body", "Tại buổi tiếp, hai bên nhất trí. Đại sứ cảm ơn Việt Nam."),
            ("body", "* Nhân dịp này, Đại sứ thăm Huế."),
            ("boilerplate", "(0) Bình luận"),
            ("boilerplate", "Đừng bỏ lỡ"),
            ("boilerplate", "Tổng Bí thư tiếp Đại sứ Lào"),
            ("boilerplate", "(*) Không sao chép dưới mọi hình thức."),
        ],
        id="section, byline, photo credit, widget",
    ),
    pytest.param(
        [
            ("byline", "(VOV5) - "),
            ("lede", "Thủ tướng đề nghị hai bên thúc đẩy hợp tác."),
            ("body", "Chiều 1/5, tại Hà Nội, Thủ tướng tiếp Đại sứ Pháp."),
            ("body", "Hai bên nhất trí."),
        ],
        id="agency credit, no headline",
    ),
    pytest.param(
        [
            ("headline", "Thủ tướng hội kiến Quốc vương Campuchia"),
            ("lede", "Việt Nam đề nghị Campuchia giúp đỡ kiều dân khi Thủ tướng hội kiến Quốc vương."),
            ("caption", "Thủ tướng (trái) bắt tay Quốc vương."),
            ("body", "Trong chuyến thăm Campuchia, hai bên nhất trí tiếp tục hỗ trợ nhau trên nhiều lĩnh vực."),
            ("byline", "Lan Anh"),
        ],
        id="caption that tells left and right, author at the end",
    ),
    pytest.param(
        [
            ("headline", "Thủ tướng Lào thăm Việt Nam"),
            ("lede", "Thủ tướng Lào hôm nay tới Hà Nội, bắt đầu chuyến thăm Việt Nam hai ngày."),
            ("caption", "Thủ tướng Việt Nam đón Thủ tướng Lào tại Hà Nội."),
            (
                "body",
                "Thủ tướng Việt Nam sáng nay chủ trì lễ đón Thủ tướng Lào, sau đó hai bên hội đàm tại Phủ Chủ tịch.",
            ),
            ("body", "Hai bên ký năm văn kiện."),
        ],
        id="caption without credit right after the lede",
    ),
    pytest.param(
        [
            ("headline", "Bộ trưởng tiếp Đại sứ đặc mệnh toàn quyền Liên bang ..."),
            ("body", "Trong ba ngày, tại Nga diễn ra hội nghị quốc tế. Đoàn đại biểu ..."),
            ("byline", "Bảo Anh - Thứ sáu, 17/05/2024 21:08 (GMT+7)"),
            ("lede", "Ngày 16.5, tại Hà Nội, Bộ trưởng đã tiếp Đại sứ Thụy Sĩ."),
            ("body", "Bộ trưởng nhấn mạnh quan hệ hai nước. Đại sứ cảm ơn."),
        ],
        id="teasers cut off",
    ),
    pytest.param(
        [
            ("kicker", "Trang chủ > Chính trị > Đối ngoại"),
            ("headline", "Chủ tịch nước thăm Pháp"),
            ("byline", "Hà An"),
            ("byline", "03/04/2023 10:00"),
            ("byline", "TTXVN - "),
            ("lede", "Ngày 3/4, Chủ tịch nước tới Paris."),
            ("caption", "Chủ tịch nước tại sân bay."),
            ("caption", "Ảnh: TTXVN"),
            ("body", "Chủ tịch nước hội đàm với Tổng thống. Hai bên ký kết."),
            ("boilerplate", "Tin liên quan"),
            ("boilerplate", "Chủ tịch nước tiếp Đại sứ Pháp"),
            ("boilerplate", "Pháp mở triển lãm ở Huế"),
            ("boilerplate", ">> Xem thêm: ảnh lễ đón"),
            ("boilerplate", "Chia sẻ"),
            ("boilerplate", "12 lượt xem"),
            ("boilerplate", "Từ khóa:"),
            ("boilerplate", "Pháp"),
            ("boilerplate", "© Bản quyền thuộc về tòa soạn"),
        ],
        id="path, author line, credit on its own line, lists",
    ),
]


def zoned(text: str) -> list[tuple[str, str]]:
    return [(s.zone, text[s.start : s.end]) for s in zones.segment(text)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n"])
@pytest.mark.parametrize("page", PAGES)
def test_page(page: list[tuple[str, str]], gap: str) -> None:
    # Parts of one line are those that end with a blank.
    text = "".join(part if part.endswith(" ") else part + gap for _, part in page)
    assert [(zone, part.rstrip()) for zone, part in zoned(text)] == [(zone, part.rstrip()) for zone, part in page]


def test_page_in_one_line() -> None:
    parts = [
        ("headline", "Phát huy vai trò của hai nước trong quan hệ mới "),
        ("byline", "Theo TTXVN 02/04/2024 - 06:37"),
        (
            "lede",
            " Nhận lời mời của Nhà nước Pháp, Thủ tướng thăm Pháp từ ngày 3 đến 5/4. Đoàn đã hội kiến với Tổng thống. ",
        ),
        ("caption", "Ảnh: Trí An/TTXVN |"),
        ("body", " Tại các cuộc gặp, hai bên nhất trí. "),
        ("boilerplate", "(0) Bình luận Đừng bỏ lỡ"),
    ]
    assert zoned("".join(part for _, part in parts)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Thủ tướng thăm Lào", ["headline"]),
        ("Hôm nay, Thủ tướng thăm Lào.", ["lede"]),
        ("https://example.vn/a", ["boilerplate"]),
        ("Thủ tướng thăm Lào - Ảnh 1.\nThủ tướng thăm Lào\nHôm nay, Thủ tướng tới Lào.", ["caption", "headline", "lede"]),
        ("Hà Nội (TTXVN 3/4) - Sáng 3/4, Bộ trưởng tiếp khách.", ["byline", "lede"]),
        ("Bộ trưởng hội đàm. (Ảnh: Lê An/TTXVN). Sáng 3/4, hai bên ký kết.", ["caption", "caption", "body"]),
    ],
)  # fmt: skip
def test_short_texts(text: str, expected: list[str]) -> None:
    assert [zone for zone, _ in zoned(text)] == expected


def test_a_subheading_named_like_a_mention_stays_in_the_body() -> None:
    text = "Thủ tướng thăm Lào\nHôm nay, Thủ tướng tới Lào.\nBiển Đông\nHai bên trao đổi về Biển Đông. Hai bên nhất trí.\nHết."
    assert zoned(text)[2] == ("body", "Biển Đông\n")


PIECES = [
    "Ảnh: A/TTXVN |",
    "\n",
    "\n\n",
    " ",
    "(VOV5) - ",
    "Thủ tướng",
    "Đại sứ.",
    "02/04/2024 - 06:37",
    "Theo TTXVN",
    "Đừng bỏ lỡ",
    "Chính trị",
    "x" * 300,
    "😀",
    "...",
    "©",
    "Hà An",
    "|",
    "\x85",
    "\u2028",
    "\r",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=200))
def test_segments_tile_any_text(text: str) -> None:
    segments = zones.segment(text)
    assert "".join(text[s.start : s.end] for s in segments) == text
    assert all(s.start < s.end for s in segments)
    assert all(s.rule for s in segments)


@pytest.mark.parametrize(
    "piece",
    ["Thủ tướng tiếp Đại sứ Lào.\n", "Thủ tướng tiếp Đại sứ. Ảnh: A/B | ", "Tin liên quan\nHà An\n", "( ", "\n", "a "],
)
def test_endless_repetition_is_got_through(piece: str) -> None:
    segments = zones.segment(piece * 20_000)
    assert segments[-1].end == len(piece) * 20_000
