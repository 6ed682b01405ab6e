"""The lexicon tables of the entities agree with themselves, with the code and with CLDR."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale
from marked import find

from helpers import entities, lexicon
from helpers.entities import syllables, tokens, vocabulary

TABLES = (
    "countries",
    "places",
    "bodies",
    "offices",
    "documents",
    "events",
    "title_words",
    "name_cues",
    "grammar_words",
    "surnames",
)
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(entities.__file__).parent.glob("*.py")))
NO_STATES = re.compile(
    "AC|AI|AQ|AS|AW|AX|BL|BM|BQ|BV|CC|CP|CW|CX|DG|EA|EU|EZ|FK|FO|GF|GG|GI|GP|GS|GU|HM|IC|IM|IO|JE|KY|MF|MP|MQ|MS|NF|PM|PN|QO|RE|SH|SJ|SX|TA|TC|TF|TK|UM|UN|VG|VI|WF|XA|XB|YT|ZZ"
)  # territories, blocs, codes of no place


@pytest.mark.parametrize("name", TABLES)
def test_rows(name: str) -> None:
    rows = lexicon.load(name, excluded=True)
    for row in rows:
        assert row["entry"] == unicodedata.normalize("NFC", row["entry"].strip())
        assert row["category"]
        assert row["status"] in ("", "excluded")
        assert row["status"] == "" or row["note"], f"{name}: {row['entry']} is excluded without a reason"
        assert tokens.keys(row["entry"])


@pytest.mark.parametrize("name", TABLES)
def test_no_entry_twice(name: str) -> None:
    spelt = Counter((row["entry"], row["category"]) for row in lexicon.load(name))
    assert [entry for entry, times in spelt.items() if times > 1] == []


def test_every_state_has_a_name() -> None:
    codes = {
        code for code in Locale("vi").territories if re.fullmatch("[A-Z]{2}", code) and not NO_STATES.fullmatch(code)
    }
    named = {row["iso"] for row in lexicon.load("countries") if row["category"] == "name"}
    assert codes - named == set()


@pytest.mark.parametrize("name", ["countries", "places", "bodies"])
def test_codes_are_codes(name: str) -> None:
    codes = set(Locale("vi").territories)
    for row in lexicon.load(name):
        assert row["iso"] in codes or (row["iso"] == "" and name != "countries")


def test_a_name_of_a_country_has_one_code() -> None:
    codes: dict[tuple[str, ...], set[str]] = {}
    for row in lexicon.load("countries"):
        codes.setdefault(tokens.keys(row["entry"]), set()).add(row["iso"])
    assert {names: found for names, found in codes.items() if len(found) > 1} == {}


def test_the_capital_of_a_country_is_one() -> None:
    for row in lexicon.load("places"):
        if row["category"] == "capital":
            assert row["iso"]


def test_every_category_of_grammar_words_is_asked_for() -> None:
    asked = set(re.findall(r'"([^"\n]+)"', CODE))
    assert {row["category"] for row in lexicon.load("grammar_words")} - asked == set()
    with pytest.raises(KeyError):
        vocabulary.words("no such category")


def test_the_code_asks_for_cues_that_exist() -> None:
    asked = set(re.findall(r'cue(?:_before)?\([^()]+, "([^"]+)"', CODE))
    assert asked - {row["category"] for row in lexicon.load("name_cues")} == set()


def test_forms_of_bodies() -> None:
    assert {row["form"] for row in lexicon.load("bodies")} == {"organ", "head", "name", "party"}
    assert {row["case"] for table in ("bodies", "places", "offices") for row in lexicon.load(table)} <= {"", "any"}


@pytest.mark.parametrize(
    "word", ["Nguyễn", "Phúc", "Quốc", "Khuyến", "gì", "giếng", "Hoà", "Hòa", "uỷ", "nghiêng", "Y"]
)
def test_syllables(word: str) -> None:
    assert syllables.vietnamese(word)


@pytest.mark.parametrize("word", ["Putin", "Modi", "Kishida", "Korhonen", "Schmidt", "Jong", "Trump", "Obama", "ASEAN"])
def test_foreign_words(word: str) -> None:
    assert not syllables.vietnamese(word)


def test_examples_of_countries() -> None:
    for row in lexicon.load("countries"):
        if row["category"] == "name" and row["example"]:
            found = [m.entity for m in find(row["example"]) if m.type == "LOC"]
            assert found == [row["iso"], "VN"], row["example"]


def test_examples_of_offices() -> None:
    for row in lexicon.load("offices"):
        found = find(row["example"])
        assert [m.type for m in found] == ["ROLE", "PER"], row["example"]
        assert found[0].text.startswith(row["entry"])
