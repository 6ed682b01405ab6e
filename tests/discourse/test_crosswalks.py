"""Codes of Searle, CAMEO and PLOVER: by class, form, predicate and time, and whom PLOVER makes the actor."""

from __future__ import annotations

import re

import pytest
from told import BERG, LA, MINISTER, PM, SE, SPOKESWOMAN, VN, read

from helpers import lexicon
from helpers.discourse import crosswalks
from helpers.discourse.crosswalks import Crosswalk
from helpers.spans import ACT_CLASSES

ROWS = lexicon.load("crosswalk")
PREDICATES = {row["entry"]: row for row in lexicon.load("predicates")}
STANCES = {row["entry"]: row for row in lexicon.load("stances")}
CATEGORIES = {  # PLOVER, draft 2.0, with the modes of those that have some
    "AGREE": {""}, "CONSULT": {"", "visit", "third-party", "multilateral", "phone"}, "SUPPORT": {""},
    "REQUEST": {"", "assist", "change", "yield", "meet"}, "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"", "assist", "change", "yield", "meet"}, "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "THREATEN": {"", "restrict", "arrest", "relations", "expel", "territory", "violence"}, "": {""},
}  # fmt: skip
MINH, ANNA = "Trần Văn Minh", "Anna Berg"

# text, Searle, CAMEO, PLOVER category, mode, actor, recipient: the first act of the text
CASES = [
    (f"{BERG} thăm {VN}.", "", "042", "CONSULT", "visit", (ANNA,), ("VN",)),
    (f"{PM} tiếp {MINISTER}.", "", "043", "CONSULT", "visit", (ANNA,), (MINH,)),
    (f"{PM} đón {MINISTER}.", "", "043", "CONSULT", "visit", (ANNA,), (MINH,)),
    (f"{MINISTER} chào xã giao {PM}.", "", "042", "CONSULT", "visit", (ANNA,), (MINH,)),
    (f"{MINISTER} hội kiến {PM}.", "", "042", "CONSULT", "visit", (ANNA,), (MINH,)),
    (f"{PM} hội đàm với {MINISTER}.", "", "040", "CONSULT", "", (ANNA, MINH), ()),
    (f"{PM} và {MINISTER} hội đàm.", "", "040", "CONSULT", "", (ANNA, MINH), ()),
    (f"{PM} gặp {MINISTER}.", "", "040", "CONSULT", "", (ANNA, MINH), ()),
    (f"{PM} điện đàm với {MINISTER}.", "", "041", "CONSULT", "phone", (ANNA, MINH), ()),
    (f"{PM} hội đàm trực tuyến với {MINISTER}.", "", "040", "CONSULT", "phone", (ANNA, MINH), ()),
    (f"[[ROLE||Đại sứ]] [[PER||Olof Lind]] trình Quốc thư lên {PM}.", "", "040", "CONSULT", "", ("Olof Lind",), (MINH,)),
    (f"{VN} triệu tập [[ROLE||Đại sứ]] {SE}.", "expressive", "114", "ACCUSE", "disapprove", ("VN",), ("Đại sứ Thụy Điển",)),
    (f"{PM} và {BERG} đàm phán về thuế quan.", "", "046", "CONSULT", "", (ANNA, MINH), ()),
    (f"{PM} và {BERG} thảo luận về thuế quan.", "", "040", "CONSULT", "", (ANNA, MINH), ()),
    (f"{PM} sẽ tiếp {MINISTER}.", "commissive", "036", "AGREE", "", (MINH,), (ANNA,)),
    (f"{BERG} sẽ thăm {VN}.", "commissive", "036", "AGREE", "", (ANNA,), ("VN",)),
    (f"{PM} sẽ hội đàm với {MINISTER}.", "commissive", "036", "AGREE", "", (ANNA, MINH), ()),
    (f"{VN} và {SE} sẽ ký hiệp định vận tải.", "commissive", "032", "AGREE", "", ("SE", "VN"), ()),
    (f"{VN} và {SE} ký hiệp định vận tải.", "declaration", "057", "SUPPORT", "", ("SE", "VN"), ()),
    (f"{PM} cho biết hội nghị đã kết thúc.", "assertive", "010", "", "", (), ()),
    (f"{PM} khẳng định vai trò của thương mại.", "assertive", "010", "", "", (), ()),
    (f"{PM} tin tưởng quan hệ sẽ phát triển.", "assertive", "013", "", "", (), ()),
    (f"{SPOKESWOMAN} phủ nhận tin đồn.", "assertive", "016", "", "", (), ()),
    (f"{PM} cảm ơn {SE}.", "expressive", "051", "SUPPORT", "", (MINH,), ("SE",)),
    (f"{PM} bày tỏ vui mừng được gặp {BERG}.", "expressive", "051", "SUPPORT", "", (MINH,), (ANNA,)),
    (f"{PM} gửi điện chia buồn tới {BERG}.", "expressive", "018", "", "", (), ()),
    (f"{PM} chúc {BERG} thành công.", "expressive", "051", "SUPPORT", "", (MINH,), (ANNA,)),
    (f"{PM} đề nghị {SE} mở cửa thị trường.", "directive", "020", "", "", (), ()),
    (f"{PM} kêu gọi {SE} kiềm chế.", "directive", "020", "", "", (), ()),
    (f"{PM} yêu cầu {SE} mở cửa thị trường.", "directive", "100", "REQUEST", "", (MINH,), ("SE",)),
    (f"{PM} mời {BERG} thăm {VN}.", "directive", "036", "AGREE", "", (MINH,), (ANNA,)),
    (f"{BERG} nhận lời thăm {VN}.", "commissive", "036", "AGREE", "", (ANNA,), ()),
    (f"{PM} cam kết bảo vệ nhà đầu tư.", "commissive", "030", "AGREE", "", (MINH,), ()),
    (f"{PM} khẳng định {VN} sẽ mở cửa thị trường.", "commissive", "030", "AGREE", "", (MINH,), ()),
    (f"{PM} ủng hộ sáng kiến của {SE}.", "commissive", "051", "SUPPORT", "", (MINH,), ("SE",)),
    (f"{PM} bày tỏ ủng hộ sáng kiến của {SE}.", "commissive", "051", "SUPPORT", "", (MINH,), ("SE",)),
    (f"{VN} và {SE} nhất trí mở đường bay.", "commissive", "030", "AGREE", "", ("SE", "VN"), ()),
    (f"{SPOKESWOMAN} bác bỏ cáo buộc của {LA}.", "assertive", "120", "REJECT", "", ("Lê Thu Hà",), ("LA",)),
    (f"{VN} không chấp nhận yêu sách của {LA}.", "assertive", "120", "REJECT", "", ("VN",), ("LA",)),
    (f"{SPOKESWOMAN} kịch liệt lên án hành động của {LA}.", "expressive", "111", "ACCUSE", "disapprove", ("Lê Thu Hà",), ("LA",)),
    (f"{VN} cáo buộc {LA} vi phạm lãnh hải.", "assertive", "112", "ACCUSE", "allege", ("VN",), ("LA",)),
    (f"{VN} bày tỏ quan ngại về hành động của {LA}.", "expressive", "110", "ACCUSE", "disapprove", ("VN",), ("LA",)),
]  # fmt: skip


@pytest.mark.parametrize(("annotated", "searle", "cameo", "plover", "mode", "actor", "recipient"), CASES)
def test_codes(
    annotated: str,
    searle: str,
    cameo: str,
    plover: str,
    mode: str,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
) -> None:
    act = read(annotated)[0].acts[0]
    found = (act.searle, act.cameo, act.plover, act.plover_mode, act.plover_actor, act.plover_recipient)
    assert found == (searle, cameo, plover, mode, actor, recipient)


def test_what_is_denied_has_no_code_unless_the_refusal_is_the_act() -> None:
    assert crosswalks.codes("gặp", "MEET", frame="counterpart", protocol="gặp", time="denied") == crosswalks.NONE
    assert crosswalks.codes("không đồng ý", "OBJECT", frame="refuse", time="denied").plover == "REJECT"


def test_a_guest_who_is_not_named_leaves_the_actor_open() -> None:
    codes = crosswalks.codes("tiếp", "RECEIVE", frame="host-guest", protocol="tiếp")
    assert crosswalks.parties(codes, ("A",), ()) == ((), ("A",))


def test_every_class_has_codes() -> None:
    assert all(crosswalks.codes("", act).cameo for act in ACT_CLASSES)
    with pytest.raises(KeyError):
        crosswalks.codes("", "SING")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['level']} {row['entry']} {row['act']}")
def test_rows_are_whole(row: dict[str, str]) -> None:
    assert row["searle"] in {"", "assertive", "directive", "commissive", "expressive", "declaration"}
    assert re.fullmatch(r"\d{3,4}", row["cameo"])
    assert row["mode"] in CATEGORIES[row["plover"]]
    assert row["actor"] in {"source", "target", "both"}
    assert row["gloss"]
    assert row["note"]
    assert bool(row["plover"]) == (row["cameo"][:2] not in {"01", "02"})  # PLOVER has no statements and appeals


@pytest.mark.parametrize("row", [row for row in ROWS if row["level"] == "predicate"], ids=lambda row: row["entry"])
def test_special_predicates_exist_in_their_class(row: dict[str, str]) -> None:
    known = [PREDICATES, STANCES]
    ending = [p for table in known for p in table if f" {p}".endswith(f" {row['entry']}")]
    assert row["act"] in {table[p]["category"] for table in known for p in ending if p in table}
    wanted = Crosswalk(row["searle"], row["cameo"], row["plover"], row["mode"], row["actor"], row["note"])
    assert crosswalks.codes(row["entry"], row["act"]) == wanted


def test_special_forms_and_frames_exist() -> None:
    forms = {row["protocol"] for row in PREDICATES.values()}
    frames = {row["frame"] for row in PREDICATES.values()}
    assert {row["entry"] for row in ROWS if row["level"] == "protocol"} <= forms
    assert {row["entry"] for row in ROWS if row["level"] == "frame"} <= frames
