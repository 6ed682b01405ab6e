"""Keys inside a document, and ids across documents."""

import pandas as pd
import pytest
from marked import assert_marked

from helpers.entities import linking

PERSONS = [
    "[PER Kivinen Aino] đến. Bà [PER=Kivinen_Aino Kivinen] phát biểu.",
    "[ROLE Ngoại trưởng] [LOC Áo] [PER Johann Brandauer] đến. [ROLE Ngoại trưởng] [PER=Johann_Brandauer Brandaur] đi.",
    "Bà [PER Lê Thị Thu Hương] đáp. Bà [PER=Lê_Thị_Thu_Hương Hương] nói thêm.",
    "Ông [PER Lương Chí Viễn] và ông [PER=Lương_Chí_Viễn Lương] là một người.",
    "Ông [PER Lê Văn Minh], ông [PER Trần Hữu Minh] đến. Ông [PER=Trần_Hữu_Minh Minh] nói.",
    "Ông [PER Han Seo-yun] đến. [ROLE Ngoại trưởng] [PER=Han_Seo-yun Han Seo Yun] đi. Ông [PER=Han_Seo-yun Han] vẫy.",
    "Bà [PER Aino Maria Korhonen] đến. [ROLE Bộ trưởng] [PER=Aino_Maria_Korhonen Aino Korhonen] đi.",
    "[PER=Aino_Korhonen Korhonen] cho biết. Bà [PER Aino Korhonen] đến sau.",
    "Ông [PER Modin] và bà [PER Okello] là hai người.",
]

BODIES = [
    "Thăm [LOC=AT Áo], ông gặp nhiều người trong [ORG=Chính_phủ_Áo chính phủ] và [ORG=Quốc_hội_Áo quốc hội Áo].",
    "[ORG Hạ viện Nhật Bản] mời; [ORG=Chính_phủ_Nhật_Bản chính phủ] nước này tài trợ [LOC=VN Việt Nam].",
    "[LOC=JP Nhật Bản]: [ORG=Hạ_viện_Nhật_Bản Hạ viện Nhật] họp.",
    "[ORG=Đảng_Cộng_sản_Trung_Quốc Đảng], [ORG Nhà nước Trung Quốc] mời khách.",
    "[ORG=Đảng_Nhân_dân_Cách_mạng_Lào Đảng], [ORG=Nhà_nước_Lào Nhà nước] và nhân dân [LOC=LA Lào].",
    "[LOC=VN Việt Nam] coi trọng. Theo [ORG=Bộ_Ngoại_giao_Việt_Nam Bộ Ngoại giao], việc này xong.",
    "[LOC=JP Nhật Bản] mời. [ROLE Tổng Thư ký] [ORG=đảng_Dân_chủ_Tự_do_Nhật_Bản đảng Dân chủ Tự do] đến.",
    "[ORG Đại sứ quán Áo tại Việt Nam] mở cửa. [ORG=Đại_sứ_quán_Áo_tại_Việt_Nam Đại sứ quán] cảm ơn.",
    "[ORG Liên hợp quốc] họp; [ORG=Liên_hợp_quốc LHQ] ra nghị quyết.",
    "[ORG Hội đồng Bảo an Liên hợp quốc] họp. [ORG=Hội_đồng_Bảo_an_Liên_hợp_quốc Hội đồng Bảo an] bỏ phiếu.",
    "[LOC=Hải_Phòng TP Hải Phòng] mới. [LOC Hải Phòng] đẹp.",
]


@pytest.mark.parametrize("marked", PERSONS + BODIES)
def test_keys(marked: str) -> None:
    assert_marked(marked)


MENTIONS = [
    ("a", "PER", "Kivinen Aino", "PER:Kivinen Aino"),
    ("b", "PER", "Aino Kivinen", "PER:Kivinen Aino"),
    ("c", "PER", "Kivinen", "PER:Kivinen Aino"),
    ("c", "PER", "Kivinen Aino", "PER:Kivinen Aino"),
    ("a", "PER", "Peter Norrland", "PER:Peter Norrland"),
    ("b", "PER", "Anna Norrland", "PER:Anna Norrland"),
    ("c", "PER", "Norrland", "PER:Norrland"),  # two persons bear the name
    ("a", "PER", "Lê Thị Thu Hương", "PER:Lê Thị Thu Hương"),
    ("b", "PER", "Hương", "PER:Lê Thị Thu Hương"),
    ("a", "PER", "Hứa Văn Hòa", "PER:Hứa Văn Hòa"),
    ("c", "PER", "Hứa Văn Hòa", "PER:Hứa Văn Hòa"),
    ("b", "PER", "Hứa Văn Hoà", "PER:Hứa Văn Hòa"),
    ("a", "PER", "Han Seo-yun", "PER:Han Seo-yun"),
    ("a", "PER", "Han Seo-yun", "PER:Han Seo-yun"),
    ("b", "PER", "Han Seo Yun", "PER:Han Seo-yun"),
    ("a", "PER", "Díaz Ortega", "PER:Díaz Ortega"),
    ("a", "PER", "Díaz Ortega", "PER:Díaz Ortega"),
    ("b", "PER", "Diaz Ortega", "PER:Díaz Ortega"),
    ("a", "ORG", "Bộ Ngoại giao Mỹ", "ORG:Bộ Ngoại giao Mỹ"),
    ("a", "ORG", "Bộ Ngoại giao Mỹ", "ORG:Bộ Ngoại giao Mỹ"),
    ("b", "ORG", "Bộ Ngoại giao Hoa Kỳ", "ORG:Bộ Ngoại giao Mỹ"),
    ("b", "ORG", "Bộ Ngoại giao Áo", "ORG:Bộ Ngoại giao Áo"),
    ("a", "ORG", "Liên Hợp Quốc", "ORG:Liên hợp quốc"),
    ("b", "ORG", "Liên hợp quốc", "ORG:Liên hợp quốc"),
    ("b", "ORG", "Liên hợp quốc", "ORG:Liên hợp quốc"),
    ("c", "ORG", "LHQ", "ORG:Liên hợp quốc"),
    ("a", "ORG", "đảng Dân chủ Tự do", "ORG:đảng Dân chủ Tự do Nhật Bản"),
    ("b", "ORG", "đảng Dân chủ Tự do Nhật Bản", "ORG:đảng Dân chủ Tự do Nhật Bản"),
    ("a", "LOC", "VN", "LOC:VN"),
    ("b", "LOC", "VN", "LOC:VN"),
    ("a", "LOC", "Hà Nội", "LOC:Hà Nội"),
    ("b", "LOC", "TP Hà Nội", "LOC:Hà Nội"),
    ("a", "LOC", "Moscow", "LOC:Moscow"),
    ("b", "LOC", "Moskva", "LOC:Moscow"),
    ("a", "ROLE", "Phó Thủ tướng", "ROLE:Phó Thủ tướng"),
    ("b", "ROLE", "phó thủ tướng", "ROLE:Phó Thủ tướng"),
    ("a", "DATE", "hôm nay", "DATE:2024-04-02"),
    ("b", "DATE", "hôm nay", "DATE:2024-04-03"),
    ("c", "DATE", "hôm nay", "DATE:c hôm nay"),  # the text has no date
]
DOCUMENTS = pd.DataFrame({"doc_id": ["a", "b", "c"], "published_at": ["2024-04-02", "2024-04-03T08:00", ""]})


def table() -> pd.DataFrame:
    return pd.DataFrame([row[:3] for row in MENTIONS], columns=["doc_id", "type", "entity"])


def test_ids_across_documents() -> None:
    assert list(linking.corpus_ids(table(), DOCUMENTS)) == [row[3] for row in MENTIONS]


def test_ids_do_not_hang_on_the_order_of_rows() -> None:
    ids = linking.corpus_ids(table(), DOCUMENTS)
    shuffled = table().sample(frac=1, random_state=3)
    assert linking.corpus_ids(shuffled, DOCUMENTS).sort_index().tolist() == ids.tolist()


def test_no_mentions() -> None:
    empty = table().iloc[:0]
    assert linking.corpus_ids(empty, DOCUMENTS).empty


def test_ids_can_be_joined_by_semicolons() -> None:
    mentions = pd.DataFrame({"doc_id": ["a"], "type": ["DOC"], "entity": ["Tuyên bố; phần hai"]})
    assert ";" not in linking.corpus_ids(mentions, DOCUMENTS).iloc[0]
