"""Texts that repeat another: copies, agency reports with additions, and what only shares a background."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import duplicates, zones
from helpers.text import normalise

LONG = (
    "Thủ tướng tiếp Đại sứ Lào tại Hà Nội, hai bên nhất trí thúc đẩy hợp tác kinh tế, văn hóa, giáo dục và quốc phòng. "
    * 3
)
REPORT = [
    "Sáng 4/3, tại Nhà Quốc hội, Phó Chủ tịch Quốc hội Nguyễn Diệu Linh tiếp đoàn nghị sĩ Thụy Điển do bà Karin Holm dẫn đầu.",
    "Phó Chủ tịch Quốc hội hoan nghênh chuyến thăm, cho rằng quan hệ hai nước đang phát triển tốt đẹp trên nhiều lĩnh vực.",
    "Bà Karin Holm cảm ơn sự đón tiếp, bày tỏ ấn tượng về nỗ lực chuyển đổi năng lượng và đề nghị hai bên chia sẻ kinh nghiệm.",
    "Hai bên nhất trí duy trì trao đổi đoàn, phối hợp tại các diễn đàn liên nghị viện và ủng hộ doanh nghiệp hai nước đầu tư.",
    "Cùng ngày, đoàn đến thăm một dự án điện gió ở ngoài khơi và gặp gỡ đại diện cộng đồng doanh nghiệp Thụy Điển tại Hải Phòng.",
]
ADDED = "Trước đó, tỉnh Quảng Ninh cũng đón đoàn chuyên gia Bắc Âu sang khảo sát cảng biển và khu kinh tế ven bờ vịnh trong ba ngày."
OTHER = [
    "Tổng thống Pháp thăm Huế và dự lễ khai mạc tuần văn hóa do thành phố tổ chức nhân dịp kỷ niệm quan hệ kết nghĩa.",
    "Trong diễn văn, ông nhắc tới các dự án trùng tu và cảm ơn người dân thành phố đã giữ gìn kiến trúc hai bên bờ sông.",
    "Buổi chiều, ông trồng cây lưu niệm trong khuôn viên trường học rồi lên đường ra Hà Nội bằng chuyên cơ.",
]
AGENCY = "Quốc hội Việt Nam tiếp đoàn Thụy Điển\n(TTXVN) - " + "\n".join(REPORT)
PAPER = (
    "Thụy Điển ủng hộ doanh nghiệp đầu tư vào Việt Nam\nThứ Hai, 04/03/2024 18:20\n"
    + "\n".join([REPORT[0], "Hai nhà lãnh đạo tại buổi tiếp. Ảnh: An Bình", *REPORT[1:], ADDED])
    + "\nTheo TTXVN\nChia sẻ\nTin liên quan\nĐại sứ Thụy Điển thăm Huế"
)


def find(texts: dict[str, str], dates: dict[str, str] | None = None) -> dict[str, str]:
    return duplicates.find(texts, dates=dates)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"a": "Hai bên hội đàm.", "b": "Hai bên hội đàm."}, {"b": "a"}),
        ({"b": "Hai bên hội đàm.", "a": "hai bên  hội đàm"}, {"b": "a"}),
        ({"a": LONG, "b": LONG + "Đoàn rời Hà Nội."}, {"b": "a"}),
        ({"a": LONG, "b": LONG.replace("hóa", "hoá")}, {"b": "a"}),
        ({"a": LONG, "b": "\n".join(OTHER), "c": LONG}, {"c": "a"}),
        ({"a": "\n".join(REPORT), "b": REPORT[0]}, {}),
        ({"a": "!!!", "b": "???", "c": "!!!"}, {"c": "a"}),
        ({"agency": AGENCY, "paper": PAPER}, {"paper": "agency"}),
        ({"agency": AGENCY, "shorter": "Tin vắn\n" + "\n".join(REPORT[:4])}, {"shorter": "agency"}),
        ({"agency": AGENCY, "notice": "Tin vắn\n" + "\n".join(REPORT[:2])}, {}),
        ({"agency": AGENCY, "background": "Hải Phòng\n" + "\n".join([*OTHER, *REPORT[3:]])}, {}),
        ({"": "a", "b": ""}, {}),
        ({}, {}),
    ],
)  # fmt: skip
def test_find(texts: dict[str, str], expected: dict[str, str]) -> None:
    assert find(texts) == expected


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace("o", "\u043e").replace("a", "\u0430"),  # Cyrillic letters
        lambda text: text.replace("Đ", "Ð").replace("đ", "ð"),
        lambda text: text.replace("iế", "iê\u0301").replace("triển", "triên\u0309"),
        lambda text: text.replace("hóa", "hoá").replace("\u0020", "\u00a0"),
        lambda text: text.replace("m ", "\u200bm "),
        lambda text: text.replace("h", "\u00adh"),
        lambda text: text.replace("à", "&agrave;"),
        lambda text: text.replace(", ", ",").replace(". ", "."),
    ],
)
@pytest.mark.parametrize("name", ["agency", "paper", "short"])
def test_texts_are_compared_as_they_are_read(written: Callable[[str], str], name: str) -> None:
    text = {"agency": AGENCY, "paper": PAPER, "short": "Đại sứ Đan Mạch đến Hà Nội hôm nay."}[name]
    copy = normalise(written(text))
    [found] = duplicates.repeats({"a": text, "b": copy})
    assert (found.doc_id, found.duplicate_of, found.kind) == ("b", "a", "exact")


def test_what_surrounds_an_article_plays_no_part() -> None:
    footer = "\nChia sẻ\nTin liên quan\n" + "\n".join(
        f"Lãnh đạo thành phố tiếp đoàn số {n} của tỉnh bạn" for n in range(8)
    )
    short = {"a": REPORT[0] + "\n" + REPORT[1] + footer, "b": OTHER[0] + "\n" + OTHER[1] + footer}
    assert find(short) == {}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"agency": "2024-03-05", "paper": "2024-03-04T18:20"}, {"agency": "paper"}),
        ({"agency": "", "paper": "2024-03-04"}, {"agency": "paper"}),
        ({"agency": "2024-03-04", "paper": "2024-03-04"}, {"paper": "agency"}),
        (None, {"paper": "agency"}),
    ],
)
def test_the_first_by_date_is_kept(dates: dict[str, str] | None, expected: dict[str, str]) -> None:
    assert find({"paper": PAPER, "agency": AGENCY}, dates) == expected


def test_kind_and_degree_of_a_repetition_are_told() -> None:
    found = duplicates.repeats({"agency": AGENCY, "copy": AGENCY, "paper": PAPER})
    assert [(it.doc_id, it.duplicate_of, it.kind) for it in found] == [
        ("copy", "agency", "exact"),
        ("paper", "agency", "near"),
    ]
    assert found[0].similarity == found[0].contained == 1.0
    one, other = duplicates.shingles_of(AGENCY), duplicates.shingles_of(PAPER)
    assert (found[1].similarity, found[1].contained) == duplicates.overlap(one, other)
    assert found[1].contained == 1.0 > found[1].similarity > duplicates.SIMILAR


def test_a_copy_of_a_text_that_repeats_another_points_to_the_kept_one() -> None:
    assert find({"a": AGENCY, "b": PAPER, "c": PAPER}) == {"b": "a", "c": "a"}


def test_signatures_are_small_can_be_sent_and_stand_in_for_the_texts() -> None:
    texts = {"a": AGENCY, "b": PAPER, "c": "\n".join(OTHER), "d": LONG}
    signatures = {key: pickle.loads(pickle.dumps(duplicates.signature(text))) for key, text in texts.items()}
    assert all(len(pickle.dumps(signature)) < 2_000 for signature in signatures.values())
    asked: list[str] = []

    class Watched(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            asked.append(key)
            return super().__getitem__(key)

    assert duplicates.find(Watched(texts), signatures) == {"b": "a"}
    assert set(asked) == {"a", "b"}  # nobody reads texts that repeat nothing


def test_zones_at_hand_give_the_same_signature() -> None:
    assert duplicates.signature(PAPER, zones.segment(PAPER)) == duplicates.signature(PAPER)


WORDS = st.lists(st.sampled_from(["mot", "hai", "ba", "bon", "nam"]), max_size=12).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=7))
def test_agrees_with_comparing_all_pairs(texts: list[str]) -> None:
    documents = {f"d{number}": text for number, text in enumerate(texts)}
    found = duplicates.find(documents)
    assert all(kept not in found and kept < twin for twin, kept in found.items())
    shingles = {doc_id: duplicates.shingles_of(text) for doc_id, text in documents.items()}
    kept = [doc_id for doc_id in documents if doc_id not in found]
    for one, other in combinations(kept, 2):
        assert duplicates.overlap(shingles[one], shingles[other])[0] < 0.8  # hashing misses none of these
    for twin, first in found.items():
        similarity, contained = duplicates.overlap(shingles[twin], shingles[first])
        assert similarity >= duplicates.SIMILAR
        assert contained >= duplicates.CONTAINED


def test_order_of_reading_plays_no_part() -> None:
    texts = {"a": LONG, "b": LONG + " x", "c": "Khác hẳn.", "d": LONG}
    assert find(dict(reversed(texts.items()))) == find(texts) == {"b": "a", "d": "a"}


def test_a_group_of_many_near_copies() -> None:
    texts = {
        f"d{n:02}": "\n".join([*REPORT, f"Phóng viên số {n} đưa tin từ Hà Nội vào lúc {n} giờ sáng cùng ngày."])
        for n in range(30)
    }
    assert find(texts) == {key: "d00" for key in texts if key != "d00"}
