"""Parameters: what is accepted, what is refused and how the message helps."""

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import ParameterError
from helpers.parameters import Parameters, allowed, changed, check, parse

ACCEPTED = [
    ((), {}),
    (("window=3",), {"window": 3}),
    (("window= 7 ",), {"window": 7}),
    (("window=5",), {}),  # the default is no change
    (("full_text=TRUE", "quote_share=0.25"), {"full_text": True, "quote_share": 0.25}),
    (("group_by=year", "reference=2024"), {"group_by": "year", "reference": "2024"}),
    (("node=a=b",), {"node": "a=b"}),
    (("node=ho\u0300a bi\u0300nh",), {"node": "hòa bình"}),  # decomposed letters are composed
]


@pytest.mark.parametrize(("assignments", "expected"), ACCEPTED)
def test_assignments_are_read(assignments, expected):
    assert changed(parse(assignments)) == expected


REFUSED = [
    (("windw=3",), "no parameter is called windw; did you mean window?"),
    (("zzzzzz=3",), "no parameter is called zzzzzz; `banggiao params` lists them all"),
    (("window=-1",), "window=-1: expected a whole number from 1 to 50"),
    (("window=x",), "window=x: expected a whole number from 1 to 50"),
    (("window=5.5",), "window=5.5: expected a whole number from 1 to 50"),
    (("window=",), "window=: expected a whole number from 1 to 50"),
    (("quote_share=nan",), "quote_share=nan: expected a number from 0 to 1"),
    (("quote_share=1.01",), "quote_share=1.01: expected a number from 0 to 1"),
    (("full_text=1",), "full_text=1: expected true or false"),
    (("group_by=day",), "group_by=day: expected one of doc_id, outlet, agency, year"),
    (("node=",), "node=: expected text of 1 to 200 characters, on one line"),
    (("node=a\nb",), "node='a\\nb': expected text of 1 to 200 characters, on one line"),
    (("node=" + "a" * 201,), "(201 characters): expected text of 1 to 200 characters"),
    (("window=3", "window=4"), "-p window is given twice (3 and 4); give it once"),
    (("window",), "-p window: write NAME=VALUE"),
    (("=3",), "-p =3: write NAME=VALUE"),
]


@pytest.mark.parametrize(("assignments", "message"), REFUSED)
def test_refusals_name_value_and_remedy(assignments, message):
    with pytest.raises(ParameterError, match=re.escape(message)):
        parse(assignments)


FILES = [
    ("window: 3\nnode: hòa bình\n", {"window": 3, "node": "hòa bình"}),
    ("\ufeffwindow: 3", {"window": 3}),
    ("", {}),
    ("# nothing\n", {}),
    ("full_text: yes", {"full_text": True}),  # YAML's own word for true
    ("reference: 2024", {"reference": "2024"}),  # a year is a group's name
]


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_files_are_read(tmp_path, text, expected):
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    assert changed(parse(file=file)) == expected


BAD_FILES = [
    ("windw: 3", "no parameter is called windw; did you mean window?"),
    ("window: yes", "window=True: expected a whole number"),
    ("node: no", "node=False: expected text"),
    ("window: 3\nwindow: 4", "window is given twice"),
    ("- window", "expected lines such as `window: 5`"),
    ("window: [", "cannot be read as YAML"),
    ("window: !!python/object/apply:os.getcwd []", "cannot be read as YAML"),
    ("window: null", "window=None: expected a whole number"),
    ("window: [1, 2]", "window=[1, 2]: expected a whole number"),
    ("window: 2024-01-01", "window=2024-01-01: expected a whole number"),
]


@pytest.mark.parametrize(("text", "message"), BAD_FILES)
def test_bad_files_are_named(tmp_path, text, message):
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError, match=re.escape(str(file)) + ".*" + re.escape(message)):
        parse(file=file)


def test_a_missing_or_binary_file_is_named(tmp_path):
    with pytest.raises(ParameterError, match=r"none\.yaml.*No such file"):
        parse(file=tmp_path / "none.yaml")
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00w")
    with pytest.raises(ParameterError, match=r"b\.yaml: cannot be read as YAML"):
        parse(file=tmp_path / "b.yaml")


def test_the_command_line_wins_over_the_file(tmp_path: Path):
    file = tmp_path / "mine.yaml"
    file.write_text("window: 3\ntop_n: 7", encoding="utf-8")
    assert changed(parse(("window=4",), file)) == {"window": 4, "top_n": 7}


@pytest.mark.parametrize("name", Parameters.model_fields)
def test_every_parameter_has_a_meaning_a_range_and_a_default_inside_it(name):
    field = Parameters.model_fields[name]
    assert field.description
    assert not field.description.endswith(".")
    assert allowed(name)
    assert changed(check({name: field.default})) == {}
    assert changed(parse((f"{name}={field.default}",))) == {}  # as typed, too


@given(st.integers(-(10**12), 10**12))
def test_the_range_said_is_the_range_applied(value):
    low, high = map(int, re.findall(r"\d+", allowed("window")))
    if low <= value <= high:
        assert parse((f"window={value}",)).window == value
    else:
        with pytest.raises(ParameterError, match=f"from {low} to {high}"):
            parse((f"window={value}",))


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused_in_words(name, value):
    with contextlib.suppress(ParameterError):
        parse((f"{name}={value}",))
