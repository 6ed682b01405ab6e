"""The lexicon tables of the discourse room: complete, consistent, and without entries that cannot be found."""

import pytest

from helpers import lexicon
from helpers.discourse import encounters, relationships
from helpers.discourse.arguments import target
from helpers.discourse.predicates import Marker, Predicate, table
from helpers.entities import channels
from helpers.spans import ACT_CLASSES

FRAMES = {
    "visit", "place", "host-guest", "guest-host", "with", "counterpart", "joint", "sign", "say", "opine", "trust",
    "praise", "honour", "convey", "wish", "ask", "invite", "order", "support", "agree", "exchange", "object", "deny",
    "refuse", "regard", "utter",
}  # fmt: skip
PREDICATES = lexicon.load("predicates")


@pytest.mark.parametrize("row", PREDICATES, ids=lambda row: row["entry"])
def test_predicates_are_whole(row: dict[str, str]) -> None:
    assert row["category"] in ACT_CLASSES
    assert row["kind"] in {"speech", "stance", "open", "event", "weak", "bound"}
    assert row["frame"] in FRAMES
    assert row["gloss"]
    assert row["entry"].lower() in row["example"].lower()


def test_every_excluded_entry_has_its_reason() -> None:
    for name in ("predicates", "references", "topics"):
        rows = [row for row in lexicon.load(name, excluded=True) if row["status"] == "excluded"]
        assert rows
        assert all(row["note"] for row in rows)


@pytest.mark.parametrize("name", ["predicates", "stances", "markers", "actors", "references", "topics", "channels"])
def test_entries_stand_once(name: str) -> None:
    entries = [row["entry"].lower() for row in lexicon.load(name, excluded=True)]
    if name != "references":  # an office may be a word of reference too
        assert len(entries) == len(set(entries))
    assert all(entry == " ".join(entry.split()) for entry in entries)


def test_every_predicate_is_found_in_its_example() -> None:
    matcher, entries = table()
    for row in PREDICATES:
        hits = [hit for hit in matcher.longest(row["example"]) if isinstance(entries[hit.entry], Predicate)]
        assert any(hit.entry == row["entry"] or row["entry"] in hit.entry for hit in hits), row["entry"]


def test_every_topic_is_one_of_the_ten_fields_and_has_a_gloss() -> None:
    rows = lexicon.load("topics")
    assert len({row["category"] for row in rows}) == 10
    assert all(row["gloss"] for row in rows)


def test_excluded_contexts_hide_the_predicate() -> None:
    matcher, entries = table()
    for sentence in ("Hai nước tiếp tục hợp tác.", "Kim ngạch trao đổi thương mại tăng.", "Họ gặp khó khăn."):
        assert not [hit for hit in matcher.longest(sentence) if isinstance(entries[hit.entry], Predicate)]


def test_protocol_forms_of_predicates_have_a_family_and_a_gloss() -> None:
    forms = {row["entry"]: row for row in lexicon.load("protocol")}
    for row in PREDICATES:
        assert bool(row["protocol"]) == (row["category"] in ("VISIT", "RECEIVE", "MEET")), row["entry"]
        if row["protocol"]:
            assert forms[row["protocol"]]["gloss"]
            assert encounters.family(row["protocol"]) == forms[row["protocol"]]["family"]


def test_roles_and_tenses_of_function_words() -> None:
    _, entries = table()
    assert {entry.tense for entry in entries.values() if isinstance(entry, Marker)} >= {"past", "future", "recalled"}
    for word, role in (("với", "with"), ("của", "of"), ("giữa", "between"), ("rằng", "that"), ("và", "and")):
        entry = entries[word]
        assert isinstance(entry, Marker)
        assert entry.role == role


CHANNELS = [
    (["Ủy viên Bộ Chính trị", "Thủ tướng Chính phủ"], "government"),
    (["Tổng Bí thư", "Chủ tịch nước"], "party"),
    (["Chủ tịch Quốc hội"], "parliament"),
    (["Đại tướng", "Bộ trưởng Quốc phòng"], "defence"),
    (["Thống đốc"], "localities"),
    (["Đảng Cộng sản Việt Nam"], "party"),
    (["người làm vườn"], ""),
    ([], ""),
]


@pytest.mark.parametrize(("names", "channel"), CHANNELS)
def test_channel_of_a_side(names: list[str], channel: str) -> None:
    assert channels.of_side(names) == channel


def test_channels_of_both_sides() -> None:
    assert channels.of_sides([["Thủ tướng"], ["Thủ tướng"]]) == ("government",)
    assert channels.of_sides([["Tổng Bí thư"], ["Thủ tướng"]]) == ("party", "government")


LEVELS = [
    ("Quan hệ Đối tác chiến lược toàn diện với Ấn Độ", [("comprehensive strategic partner", 4)]),
    ("từ đối tác toàn diện lên đối tác chiến lược", [("comprehensive partner", 1), ("strategic partner", 2)]),
    ("đoàn kết đặc biệt với Lào", [("special relations", 5)]),
    ("đối tác tin cậy", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "levels"), LEVELS)
def test_relationship_levels(text: str, levels: list[tuple[str, int]]) -> None:
    found = relationships.find(text)
    assert [(level.level, level.rank) for level in found] == levels
    assert all(text[level.start : level.end] == level.text for level in found)


def test_set_phrases_have_a_gloss() -> None:
    assert all(row["gloss"] for row in lexicon.load("set_phrases"))


def test_targets_know_every_frame() -> None:
    assert {row["frame"] for row in PREDICATES} | {row["frame"] for row in lexicon.load("stances")} <= FRAMES
    assert callable(target)
