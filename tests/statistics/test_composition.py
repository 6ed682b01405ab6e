"""What the corpus is made of, counted over small tables: lengths, months, fields, dates, copies, flags, examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims, schemas, store
from helpers.quotation import Quotation
from helpers.sequences import SEQUENCE
from helpers.statistics import composition, examples, flagged, lengths, months, units
from helpers.text import count_words

Tables = dict[str, list[dict[str, Any]]]
Write = Callable[[Tables], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write tables of a run, columns not given left empty, all other tables without rows."""

    def written(tables: Tables) -> Path:
        for name in schemas.TABLES:
            blank = {k: {"text": "", "flag": True}.get(c.kind, 0) for k, c in schemas.table(name).columns.items()}
            rows = [blank | row for row in tables.get(name, [])]
            store.write(name, pd.DataFrame(rows) if rows else schemas.empty(name), tmp_path)
        return tmp_path

    return written


def _documents(*published: str) -> pd.DataFrame:
    copies = ["x" if day.endswith("*") else "" for day in published]
    return pd.DataFrame({"published_at": [day.rstrip("*") for day in published], "duplicate_of": copies}, dtype="str")


@pytest.mark.parametrize(
    ("published", "wanted"),
    [
        # months without gaps, the undated last
        (
            ["2022-12-30", "2023-02-01T10:00", "2023-02-02*", ""],
            [("2022-12", 1, 0), ("2023-01", 0, 0), ("2023-02", 2, 1), ("", 1, 0)],
        ),
        (["2023-02"], [("2023-02", 1, 0)]),
        # a year alone is no month
        (["2023-02-01", "2023"], [("2023-02", 1, 0), ("", 1, 0)]),
        # what is too long for months: quarters, years, decades
        (
            ["2022-02-01", "2022-08-01"],
            [("2022-01/2022-03", 1, 0), ("2022-04/2022-06", 0, 0), ("2022-07/2022-09", 1, 0)],
        ),
        (["2021", "2022-02-01", "2023-01-01"], [("2021", 1, 0), ("2022", 1, 0), ("2023", 1, 0)]),
        (["2001-02-01", "2028-02-01"], [("2000/2009", 1, 0), ("2010/2019", 0, 0), ("2020/2029", 1, 0)]),
        (["", ""], [("", 2, 0)]),
        ([], []),
    ],
)
def test_texts_by_month(published: list[str], wanted: list[tuple[str, int, int]]) -> None:
    table = schemas.conform("months", months.table(_documents(*published), most=5))
    assert list(table.itertuples(index=False, name=None)) == wanted


@given(st.lists(st.dates().map(str) | st.just(""), max_size=30))
def test_months_hold_every_text_once_in_few_rows(published: list[str]) -> None:
    table = months.table(_documents(*published))
    assert table["documents"].sum() == len(published)
    assert len(table) <= months.MOST + 1
    assert table["period"].is_unique


def _text(doc_id: str, *sentences: tuple[str, str], **columns: Any) -> Tables:
    """A text of sentences (zone, words), every word a token."""
    text, segments, places, tokens = "", [], [], []
    for number, (zone, line) in enumerate(sentences):
        start = len(text)
        for word in line.split():
            at = start + line.index(
                word, tokens[-1]["end"] - start if tokens and tokens[-1]["sentence"] == number else 0
            )
            tokens.append({"doc_id": doc_id, "sentence": number, "start": at, "end": at + len(word), "text": word})
        text += line + "\n"
        places.append({"doc_id": doc_id, "sentence": number, "start": start, "end": start + len(line), "zone": zone})
        segments.append({"doc_id": doc_id, "start": start, "end": len(text), "zone": zone, "rule": "by hand"})
    document = {"doc_id": doc_id, "counted": True, "words": count_words(text)} | columns
    return {"documents": [document], "texts": [{"doc_id": doc_id, "text": text}], "segments": segments,
            "sentences": places, "tokens": tokens}  # fmt: skip


def _together(*parts: Tables) -> Tables:
    return {name: [row for part in parts for row in part.get(name, [])] for name in {n for part in parts for n in part}}


def test_lengths_are_those_of_counted_texts(write: Write) -> None:
    run = write(
        _together(
            _text("a", ("headline", "một hai"), ("body", "một hai ba ."), ("boilerplate", "chia sẻ"), words=9),
            _text("b", ("body", "một"), ("body", "một hai 3 bốn năm"), words=5),
            _text("c", ("body", "một hai ba bốn năm sáu"), counted=False, words=6),
        )
    )
    table = schemas.conform("lengths", lengths.table(run))
    rows = {(row.measure, row.zone): row for row in table.itertuples(index=False)}
    assert list(rows) == [
        ("written words of a text", ""), ("words of a text", ""),
        ("words of a sentence", "headline"), ("words of a sentence", "body"),
    ]  # fmt: skip
    assert rows["written words of a text", ""][2:] == (2, 5, 6.0, 7.0, 7.0, 8.0, 9)
    assert rows["words of a text", ""][2:] == (2, 5, 5.0, 5.0, 5.0, 5.0, 5)
    assert rows["words of a sentence", "body"][2:] == pytest.approx((3, 1, 2, 3, 8 / 3, 3.5, 4))
    assert lengths.values("words of a sentence", run).tolist() == [1, 3, 4]


def test_words_by_zone_are_those_of_counted_texts(write: Write) -> None:
    run = write(
        _together(
            _text("a", ("headline", "ở Huế"), ("body", "gặp 5 người . …"), ("caption", "—")),
            _text("b", ("body", "một"), ("boilerplate", "_ 2")),
            _text("c", ("body", "một hai"), counted=False),
        )
    )
    assert dict(lengths.by_zone(run).itertuples(index=False)) == {"headline": 2, "body": 4, "boilerplate": 2}


def test_what_is_known_of_the_texts_and_by_whom_they_are(write: Write) -> None:
    documents = [
        {"doc_id": "a", "outlet": "Báo A", "published_at": "2022-05-01T10:00", "words": 10},
        {"doc_id": "b", "outlet": "Báo A", "published_at": "2022-04-01", "words": 5, "duplicate_of": "a"},
        {"doc_id": "c", "outlet": "Báo B", "words": 1},
        {"doc_id": "d", "outlet": "Báo 'C'", "words": 1},
        {"doc_id": "e", "words": 2},
    ]
    told = [
        {"doc_id": "a", "field": "outlet", "found": "Báo A", "manifest": "Báo A"},
        {"doc_id": "c", "field": "outlet", "found": "Báo B"},
    ]
    run = write({"documents": documents, "metadata": told})
    known = composition.fields(run).set_index("field")
    assert known.loc["outlet"].tolist() == [4, 80, 1, 1]
    assert known.loc["rights"].tolist() == [0, 0, 0, 0]
    rows = list(composition.by("outlet", top_n=1, run=run).itertuples(index=False, name=None))
    assert rows == [
        ("Báo A", 2, 1, 15, "2022-04-01", "2022-05-01"), ("all others", 2, 0, 2, "", ""), ("unknown", 1, 0, 2, "", ""),
    ]  # fmt: skip
    assert composition.by("outlet", top_n=9, run=run)["outlet"].tolist() == ["Báo A", "Báo 'C'", "Báo B", "unknown"]
    with pytest.raises(ValueError, match="expected one of"):
        composition.by("sha256", top_n=1, run=run)


def test_an_outlet_called_unknown_is_not_the_unknown_one(write: Write) -> None:
    run = write({"documents": [{"doc_id": "a", "outlet": "unknown"}, {"doc_id": "b"}]})
    assert composition.by("outlet", top_n=5, run=run)["documents"].tolist() == [1, 1]


def test_groups_of_copies(write: Write) -> None:
    documents = [
        {"doc_id": "a", "outlet": "Báo A", "published_at": "2022-05-02"},
        {"doc_id": "b", "outlet": "Báo B", "published_at": "2022-05-01T08:00", "duplicate_of": "a"},
        {"doc_id": "c", "outlet": "Báo A", "duplicate_of": "a"},
        {"doc_id": "d"},
        {"doc_id": "e", "duplicate_of": "d"},
    ]
    repeats = [
        {"doc_id": "b", "duplicate_of": "a", "kind": "exact", "similarity": 1.0, "contained": 1.0},
        {"doc_id": "c", "duplicate_of": "a", "kind": "near", "similarity": 0.625, "contained": 0.9},
        {"doc_id": "e", "duplicate_of": "d", "kind": "near", "similarity": 0.5, "contained": 1.0},
    ]
    run = write({"documents": documents, "duplicates": repeats})
    found = composition.groups_of_copies(top_n=5, run=run)
    assert list(found.itertuples(index=False, name=None)) == [
        ("a", 2, "b, c", 1, 0.625, "Báo A, Báo B", "2022-05-01", "2022-05-02"), ("d", 1, "e", 0, 0.5, "", "", ""),
    ]  # fmt: skip
    assert len(composition.groups_of_copies(top_n=1, run=run)) == 1
    doubtful = composition.doubtful_copies(top_n=5, run=run)
    assert doubtful["doc_id"].tolist() == ["e", "c"], "the least alike first, none with the same words"
    assert doubtful["contained"].tolist() == [1.0, 0.9]


def test_skipped_inputs_by_reason(write: Write) -> None:
    skipped = [
        {"path": "b.jsonl", "record": "3", "reason": "broken", "remedy": "mend it"},
        {"path": "b.jsonl", "record": "2", "reason": "broken", "remedy": "mend it"},
        {"path": "a.txt", "reason": "empty", "remedy": "none"},
    ]
    found = composition.skipped_by_reason(top_n=9, run=write({"skipped": skipped}))
    assert list(found.itertuples(index=False, name=None)) == [
        ("broken", 2, "mend it", "b.jsonl (2)"), ("empty", 1, "none", "a.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("found", "given_day", "wanted"),
    [
        ("2022-05-01", "2022-05-01", "found and given, the same"),
        ("2022-05-01T09:30", "2022-05-01", "found and given, the same"),
        ("2022-05-01T09:30", "2022-05-01T10:00", "found and given, the same"),
        ("2022-05-01", "2022-05", "found and given, the same"),
        ("2022-05-01", "2022-05-02", "found and given, different"),
        ("2022-05-01", "", "found only"),
        ("", "2022-05-01", "given only"),
        ("", "", "neither found nor given"),
    ],
)
def test_days_found_against_days_given(write: Write, found: str, given_day: str, wanted: str) -> None:
    row = {"doc_id": "a", "found": found, "manifest": given_day, "certainty": "exact"}
    run = write({"metadata": [row | {"field": "published_at"}, row | {"field": "title", "found": "x"}]})
    assert composition.dates_compared(run).to_dict("list") == {
        "agreement": [wanted], "certainty": ["exact"], "documents": [1],
    }  # fmt: skip


def test_flags_with_meaning_and_remedy(write: Write) -> None:
    documents = [{"doc_id": "a", "flags": "no-date;spaces"}, {"doc_id": "b", "flags": "no-date"}, {"doc_id": "c"}]
    faults = [
        {"doc_id": "a", "kind": "spaces", "start": i, "end": i + 1, "text": "\u00a0", "reads_as": " "} for i in (3, 9)
    ]
    found = flagged.flags(write({"documents": documents, "faults": faults}))
    assert found[["flag", "documents", "percent", "places"]].values.tolist() == [
        ["no-date", 2, 67, "–"],
        ["spaces", 1, 33, "2"],
    ]
    assert found["gloss"].ne("").all()
    assert found["remedy"].ne("").all()


def test_examples_of_faults_come_from_different_texts(write: Write) -> None:
    places = [("a", 3), ("a", 9), ("b", 1)]
    faults = [
        {"doc_id": d, "kind": "spaces", "start": i, "end": i + 1, "text": "\u00a0", "reads_as": " "} for d, i in places
    ]
    found = flagged.examples(2, write({"faults": faults}))
    assert found[["doc_id", "start", "written", "reads_as"]].values.tolist() == [
        ["a", 3, "‹U+00A0›", "‹U+0020›"],
        ["b", 1, "‹U+00A0›", "‹U+0020›"],
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("triêụ", "triêụ"),
        ("hai nước", "hai nước"),
        ("Hà  Nội", "Hà‹U+0020›‹U+0020›Nội"),
        ("\u200b", "‹U+200B›"),
        ("a\u00a0b", "a‹U+00A0›b"),
        ("o\u0301", "o‹U+0301›"),
        ("\u202e", "‹U+202E›"),
        ("\t", "‹U+0009›"),
        ("", ""),
    ],
)
def test_signs_that_are_not_seen_are_spelt_out(text: str, wanted: str) -> None:
    assert flagged.visible(text) == wanted


LINE = "một hai ba bốn năm sáu bảy tám chín mười"


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (11, 14, "hai ba bốn năm sáu"),  # around bốn
        (10, 11, "ba bốn năm"),  # the blank between ba and bốn
        (0, 3, "một hai ba"),
        (39, 39, "tám chín mười"),
    ],
)
def test_the_context_of_a_place_is_no_quotation(write: Write, start: int, end: int, wanted: str) -> None:
    run = write(_text("a", ("body", LINE)))
    places = pd.DataFrame({"doc_id": ["a"], "start": [start], "end": [end]})
    context = examples.in_context(places, Quotation(run, quote_share=0))["context"].iloc[0]
    assert wanted in context
    assert context in LINE
    assert count_words(context) < SEQUENCE


def test_an_example_of_a_zone_is_one_that_may_be_quoted(write: Write) -> None:
    run = write(
        _together(
            _text("a", ("headline", "Tin"), ("body", LINE), ("body", LINE.replace("một", "hai mươi"))),
            _text(
                "b", ("headline", "Thăm chính thức nước bạn láng giềng"), ("body", "Hai bên trao đổi ý kiến sáng nay")
            ),
        )
    )
    shown = examples.of_zones(Quotation(run, quote_share=1), run).set_index("zone")
    assert shown.loc["headline", "example"].strip() == "Thăm chính thức nước bạn láng giềng"
    assert shown.loc["body", ["doc_id", "rule"]].tolist() == ["a", "by hand"]
    none = examples.of_zones(Quotation(run, quote_share=0), run).set_index("zone")
    assert none.loc["body", "example"].startswith("[…")


def test_what_the_report_says_rests_on_the_rows_it_counts(write: Write) -> None:
    documents = [
        {"doc_id": "a", "outlet": "Báo A", "published_at": "2022-05-01", "flags": "no-headline;spaces"},
        {"doc_id": "b", "flags": "spaces"},
    ]
    day = {"field": "published_at", "certainty": "exact"}
    told = [
        day | {"doc_id": "a", "found": "2022-05-01T09:00", "manifest": "2022-05-01"},
        day | {"doc_id": "b", "found": "2022-05-03", "manifest": "2022-05-02", "certainty": "date-ambiguous"},
        day | {"doc_id": "c", "manifest": "2022-05-02"},
    ]
    faults = [{"doc_id": "a", "kind": "spaces", "start": 1, "end": 2, "text": "\u00a0", "reads_as": " "}]
    whole = {
        "group": "",
        "documents": 2,
        "words": 1200,
        "types": 300,
        "hapaxes": 150,
        "hapax_share": 0.5,
        "mattr": 0.714,
    }
    laws = [
        {"law": "Herdan", "exponent": 0.587, "words": 9000, "documents": 40},
        {"law": "Zipf–Mandelbrot", "exponent": 1.104, "shift": 2.5, "deviation": 0.02},
    ]
    sizes = [
        {"measure": "words of a text", "median": 1303.5},
        {"measure": "words of a sentence", "zone": "body", "median": 22.0},
    ]
    run = write(
        {
            "documents": documents,
            "metadata": told,
            "faults": faults,
            "vocabulary": [whole],
            "laws": laws,
            "lengths": sizes,
        }
    )
    names = ["fields_known", "dates_found", "dates_agreement", "lengths", "vocabulary", "vocabulary_growth",
             "rank_frequency", "quality_flags", "faults"]  # fmt: skip
    said = [(statement.sentence, statement.rows) for name in names for statement in claims.state(name, run)]
    assert said == [
        ("The day of publication is known of 1 of 2 texts, the outlet of 1, a news agency of 0, rights of 0.", 2),
        ("2 texts tell the day of publication, 1 of them by inference or ambiguously.", 2),
        ("2 texts have a day given as well as one read in the text; the two agree in 1.", 2),
        ("The median text has 1,303.5 words in headline, lede, body and captions, the median sentence of the body 22.", 2),
        ("The texts have 1,200 words of 300 types; 150 types (50 %) occur once, and windows of 100 words have a mean "
         "type–token ratio (MATTR) of 0.71.", 1),
        ("The vocabulary grows with the power 0.59 of the number of words (Herdan’s law), over 9,000 words of 40 texts.", 0),
        ("Frequency falls with rank at an exponent of 1.10 after a shift of 2.5 (Zipf–Mandelbrot), 0.020 off in the "
         "logarithm to base 10.", 0),
        ("2 of 2 texts are flagged spaces: blanks of other kinds, such as the no-break space.", 2),
        ("1 of 2 texts is flagged no-headline: no headline was found.", 1),
        ("1 place in 1 text is read otherwise than it stands.", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("together", [1, 2, 500])
def test_what_is_counted_of_a_run_is_what_is_counted_of_its_tables(
    write: Write, together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [_text(doc, ("body", line), ("byline", "Lê Thử")) for doc, line in (
        ("a", "Hoà bình Lê Thử hòa 2022 ."), ("b", "HÒA và hoà"), ("c", "Lê Thử hòa ."))]  # fmt: skip
    names = {
        "mentions": [
            {"mention_id": d, "doc_id": d, "type": "PER", "zone": "body", "start": s, "end": s + 6}
            for d, s in (("a", 9), ("c", 0))
        ]
    }
    copy = _text("d", ("body", "bản sao"), counted=False)
    run = write(_together(*texts, copy, names))
    documents, mentions = store.read("documents", run), store.read("mentions", run)
    wanted = units.countable(store.read("tokens", run), store.read("sentences", run), documents, names=mentions)
    monkeypatch.setattr(units, "_TOGETHER", together)
    found = units.of_run(documents, run)
    pd.testing.assert_frame_equal(found, wanted)
    assert found["unit"].tolist() == [
        "hòa",
        "bình",
        "Lê Thử",
        "hòa",
        "2022",
        ".",
        "hòa",
        "và",
        "hòa",
        "Lê Thử",
        "hòa",
        ".",
    ]
