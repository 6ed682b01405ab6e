"""The figures of the corpus: what they draw, and what they say of it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers import schemas
from helpers.figures import axes, lengths, months, style, vocabulary_growth, zipf


def _months(*rows: tuple[str, int, int]) -> months.Months:
    return months.data(pd.DataFrame(rows, columns=["period", "documents", "copies"]))


def test_months_say_when_most_was_published_and_what_has_no_date() -> None:
    said = months.describe(_months(("2023-11", 2, 0), ("2023-12", 0, 0), ("2024-01", 5, 3), ("", 4, 0)))
    assert said.alt == (
        "3 bars from November 2023 to January 2024 for 7 dated texts. Most stand in January 2024: 5. "
        "4 texts do not tell when they were published."
    )
    assert "3 texts that repeat another are drawn in a paler colour" in said.caption
    assert months.describe(_months(("", 1, 0))).alt == "1 text does not tell when it was published."


def test_a_month_without_texts_keeps_its_row_and_has_no_bar() -> None:
    data = _months(("2023-11", 2, 1), ("2023-12", 0, 0), ("", 1, 0))
    _, ax = style.canvas(months.height(data))
    months.plot(data, ax)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["November 2023", "December 2023", "no date"]
    assert [(bar.get_y() + bar.get_height() / 2, bar.get_x(), bar.get_width()) for bar in ax.patches] == [
        (pytest.approx(0), 0, 1),
        (pytest.approx(0), 1, 1),
        (pytest.approx(2), 0, 1),
    ]


@pytest.mark.parametrize(
    ("values", "step", "first", "beyond"),
    [
        (range(31), 2, 31, 0),
        ([1] * 100, 1, 100, 0),
        ([*range(1, 500), 90_000], 20, 500, 1),  # one far longer than the rest stands in the last bar
        ([7] * 31, 1, 31, 0),
    ],
)
def test_lengths_stand_in_bins_of_one_round_width(values: list[int], step: int, first: int, beyond: int) -> None:
    data = lengths.data(np.array(values), kind="sentences")
    assert set(data.bins["last"] - data.bins["first"] + 1) == {step}
    assert len(data.bins) <= lengths.BINS
    assert (data.bins["count"].sum(), data.beyond) == (first, beyond)
    assert data.values == ()
    assert ("stands in the last bar" in lengths.describe(data).caption) is bool(beyond)


def test_few_lengths_are_drawn_one_by_one() -> None:
    data = lengths.data(np.array([292, 315]), kind="texts")
    said = lengths.describe(data)
    assert data.values == (292, 315)
    assert said.alt == "Strokes at 292 and 315; the median is 303.5."
    assert "so few do not make a distribution" in said.caption
    assert "middle half" not in said.caption


LAWS = [
    {"law": "Herdan", "exponent": 0.6, "constant": 8.0, "shift": 0.0, "deviation": 0.01, "words": 9000, "documents": 40},
    {"law": "Zipf", "exponent": 0.9, "constant": 700.0, "shift": 0.0, "deviation": 0.07, "words": 9000, "documents": 40},
    {"law": "Zipf–Mandelbrot", "exponent": 1.1, "constant": 900.0, "shift": 2.5, "deviation": 0.02, "words": 9000,
     "documents": 40},
]  # fmt: skip
CURVE = pd.DataFrame(
    {"words": [10, 1000, 9000], "types": [9.0, 500, 2000], "low": [8.0, 450, 2000], "high": [10.0, 550, 2000],
     "orders": 20, "in_order_of_date": np.nan}
)  # fmt: skip
RANKS = pd.DataFrame({"rank": [1, 2, 10], "frequency": [600, 300, 4], "unit": ["và", "của", "nước"], "fitted": np.nan})


@pytest.mark.parametrize("fitted", [True, False])
def test_laws_are_drawn_and_told_only_where_they_are_fitted(fitted: bool) -> None:
    table = pd.DataFrame(LAWS) if fitted else schemas.empty("laws")
    growth, ranks = vocabulary_growth.data(CURVE, table), zipf.data(RANKS, table)
    told = vocabulary_growth.describe(growth), zipf.describe(ranks)
    for said in told:
        assert ("No law is fitted" in said.caption) is not fitted
        assert ("No law is fitted" in said.alt) is not fitted
    assert ("8.0 × words to the power 0.600" in told[0].caption) is fitted
    assert ("exponent 1.10 and shift 2.5" in told[1].caption) is fitted
    lines = []
    for chart, data in ((vocabulary_growth, growth), (zipf, ranks)):
        _, ax = style.canvas(chart.height(data))
        chart.plot(data, ax)
        lines.append(len(ax.lines))
    assert lines == ([2, 2] if fitted else [1, 0])


def test_growth_is_told_in_numbers() -> None:
    said = vocabulary_growth.describe(vocabulary_growth.data(CURVE, schemas.empty("laws")))
    assert said.alt.startswith("A rising line: 9,000 words hold 2,000 types, the first 1,000 of them 500.")
    assert "put together in 20 orders" in said.caption
    assert "dotted" not in said.caption
    dated = vocabulary_growth.describe(
        vocabulary_growth.data(CURVE.assign(in_order_of_date=CURVE["low"]), schemas.empty("laws"))
    )
    assert "dotted line takes them in order of publication" in dated.caption


def test_logarithmic_axes_have_whole_numbers() -> None:
    figure, ax = style.canvas(3)
    ax.plot([1, 20_000], [1, 300])
    axes.both_logarithmic(ax)
    figure.draw_without_rendering()
    shown = {label.get_text() for label in (*ax.get_xticklabels(), *ax.get_yticklabels())}
    assert {"1", "10", "100", "1,000", "10,000"} <= shown
    assert not any("." in text or "^" in text for text in shown)
