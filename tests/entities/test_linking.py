"""Keys inside a document, and ids of places, bodies, dates and the rest across documents."""

import pandas as pd
import pytest
from marked import assert_marked

from helpers import schemas
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


# What the texts give as key (and as text, where it differs) → the id that all of them get
SAME = [
    ("a name of a ministry's country in another form", "ORG", ["Bộ Ngoại giao Mỹ", "Bộ Ngoại giao Mỹ", "Bộ Ngoại giao Hoa Kỳ"], "Bộ Ngoại giao Mỹ"),
    ("capital letters", "ORG", ["Liên hợp quốc", "Liên hợp quốc", "Liên Hợp Quốc"], "Liên hợp quốc"),
    ("another word in an international name", "ORG", ["Liên hợp quốc", "Liên hợp quốc", "Liên hiệp quốc"], "Liên hợp quốc"),
    ("an abbreviation of the lexicon", "ORG", ["Liên hợp quốc", "Liên hợp quốc", "LHQ"], "Liên hợp quốc"),
    ("a party without and with its country", "ORG", ["đảng Dân chủ Tự do", "đảng Dân chủ Tự do Nhật Bản"], "đảng Dân chủ Tự do Nhật Bản"),
    ("an agency with the word for what it is", "ORG", ["Reuters", "Reuters", "hãng tin Reuters", "Hãng thông tấn Reuters"], "Reuters"),
    ("an embassy by the capital and by the country", "ORG", ["Đại sứ quán Áo tại Việt Nam", "Đại sứ quán Áo tại Hà Nội"], "Đại sứ quán Áo tại Việt Nam"),
    ("an embassy without its post", "ORG", ["Đại sứ quán Áo tại Hà Nội", "Đại sứ quán Áo"], "Đại sứ quán Áo tại Hà Nội"),
    ("a blank inside an abbreviation", "ORG", ["G20", "G20", "G 20", "G-20"], "G20"),
    ("a code", "LOC", ["VN", "VN"], "VN"),
    ("a city with its head", "LOC", ["Hà Nội", "TP Hà Nội", "thành phố Hà Nội"], "Hà Nội"),
    ("a capital in two languages", "LOC", ["Moscow", "Moskva", "Mát-xcơ-va"], "Moscow"),
    ("a city with and without its full name", "LOC", ["TP HCM", "Thành phố Hồ Chí Minh", "TPHCM", "TP HCM"], "TP HCM"),
    ("a dash in a province", "LOC", ["Thừa Thiên - Huế", "Thừa Thiên Huế", "Thừa Thiên Huế"], "Thừa Thiên Huế"),
    ("a province with its head", "LOC", ["Ninh Bình", "tỉnh Ninh Bình"], "Ninh Bình"),
    ("a peninsula", "LOC", ["Crimea", "bán đảo Crimea"], "Crimea"),
    ("an office in small letters", "ROLE", ["Phó Thủ tướng", "phó thủ tướng"], "Phó Thủ tướng"),
    ("a document with two spellings of a tone", "DOC", ["Tuyên bố hòa bình", "Tuyên bố hòa bình", "Tuyên bố hoà bình"], "Tuyên bố hòa bình"),
]  # fmt: skip
APART = [
    ("ministries of two countries", "ORG", "Bộ Ngoại giao Mỹ", "Bộ Ngoại giao Áo"),
    ("a ministry that could be of either", "ORG", "Bộ Y tế", "Bộ Y tế Áo"),
    ("embassies of one country in two", "ORG", "Đại sứ quán Áo tại Việt Nam", "Đại sứ quán Áo tại Lào"),
    ("embassies of two countries in one", "ORG", "Đại sứ quán Áo tại Việt Nam", "Đại sứ quán Ý tại Việt Nam"),
    ("parties of two countries", "ORG", "Đảng Cộng sản Nhật Bản", "Đảng Cộng sản Áo"),
    ("the government and the state", "ORG", "Chính phủ Áo", "Nhà nước Áo"),
    ("a capital and its country", "LOC", "Vienna", "AT"),
    ("a capital and a state of that name", "LOC", "Washington", "bang Washington"),
    ("two groups", "ORG", "G7", "G20"),
    ("an office and its deputy", "ROLE", "Thủ tướng", "Phó Thủ tướng"),
]


def ids(kind: str, keys: list[str], texts: list[str] | None = None) -> list[str]:
    documents = [f"d{number}" for number in range(len(keys))]
    rows = {"doc_id": documents, "type": kind, "entity": keys, "text": texts or keys}
    dates = pd.DataFrame({"doc_id": documents, "published_at": ""})
    return list(linking.corpus_ids(pd.DataFrame(rows), dates, schemas.empty("namings")))


@pytest.mark.parametrize(("kind", "keys", "label"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_one_entity(kind: str, keys: list[str], label: str) -> None:
    assert ids(kind, keys) == [f"{kind}:{label}"] * len(keys)


@pytest.mark.parametrize(("kind", "one", "other"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_two_entities(kind: str, one: str, other: str) -> None:
    pair = [one, other, "Bộ Y tế Ý"] if one == "Bộ Y tế" else [one, other]  # fits two
    assert len(set(ids(kind, pair))) == len(pair)


def test_an_abbreviation_is_what_other_texts_say_it_is() -> None:
    full = "Cơ quan Nghiên cứu Biển Áo"
    assert ids("ORG", [full, full, "CNB"], [full, "CNB", "CNB"]) == [f"ORG:{full}"] * 3


def test_an_abbreviation_longer_than_the_name_is_not_its() -> None:
    assert ids("ORG", ["nhà nước Áo", "nhà nước Áo", "SANAX"], ["nhà nước Áo", "SANAX", "SANAX"])[2] == "ORG:SANAX"


def test_two_full_forms_of_one_abbreviation() -> None:
    one, other, foreign = "Cơ quan Nghiên cứu Biển Áo", "Cục Nghiên cứu Biển Áo", "Cục Nghiên cứu Biển Ý"
    found = ids("ORG", [one, one, other, foreign], [one, "CNB", "CNB", "CNB"])
    assert len(set(found[:3])) == 1
    assert found[3] not in found[:3]


@pytest.mark.parametrize(
    ("doc", "key", "day"),
    [
        ("a", "hôm nay", "2024-04-02"),
        ("b", "hôm nay", "2024-04-03"),
        ("c", "hôm nay", "c hôm nay"),
        ("c", "2/4/2024", "2024-04-02"),
    ],
)
def test_dates(doc: str, key: str, day: str) -> None:
    mentions = pd.DataFrame({"doc_id": [doc], "type": ["DATE"], "entity": [key], "text": [key]})
    documents = pd.DataFrame({"doc_id": ["a", "b", "c"], "published_at": ["2024-04-02", "2024-04-03T08:00", ""]})
    assert linking.corpus_ids(mentions, documents, schemas.empty("namings")).tolist() == [f"DATE:{day}"]


def test_no_mentions() -> None:
    empty = [schemas.empty(name) for name in ("mentions", "documents", "namings")]
    assert linking.corpus_ids(*empty).empty


def test_ids_can_be_joined_by_semicolons() -> None:
    assert ids("DOC", ["Tuyên bố; phần hai"]) == ["DOC:Tuyên bố, phần hai"]
