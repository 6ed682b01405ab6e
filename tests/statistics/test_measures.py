"""The formulas, against published values and other tools' numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.statistics import measures

# Dunning 1993, table 1: words in sequence of a 31,777-word corpus (k(AB), k(A~B), k(~AB), k(~A~B)); nltk 3.10 and
# association-measures 0.3.2 give the same values.
DUNNING = [
    (110, 2442, 111, 29114, 270.72),
    (29, 13, 123, 31612, 263.90),
    (31, 23, 139, 31584, 256.84),
    (10, 0, 3, 31764, 167.23),
    (76, 104, 2476, 29121, 157.21),
]
# association-measures 0.3.2, log_ratio(discounting="Hardie2014") of the same tables and of one with a zero
HARDIE = [
    (110, 2552, 111, 29225, 3.504446637),
    (29, 42, 123, 31735, 7.476936289),
    (10, 10, 3, 31767, 13.370278731),
    (5, 100, 15, 900, 1.584962501),
    (0, 50, 20, 950, -1.074000581),
]
# Gries 2008, section 2: a corpus of five parts; DP of "a" is 0.18. The others and DP norm by corpus-dispersion 0.2.0.
PARTS = (9, 10, 10, 10, 11)
GRIES = [
    ((1, 2, 3, 4, 5), 0.18, 0.2195),
    ((2, 2, 2, 2, 2), 0.02, 0.0244),
    ((0, 1, 0, 0, 0), 0.8, 0.9756),
    ((0, 0, 0, 0, 1), 0.78, 0.9512),
    ((0, 0, 1, 1, 0), 0.6, 0.7317),
]


@pytest.mark.parametrize(("a", "b", "c", "d", "g2"), DUNNING)
def test_log_likelihood_has_the_published_values(a: int, b: int, c: int, d: int, g2: float) -> None:
    assert float(measures.log_likelihood(a, b, c, d)) == pytest.approx(g2, abs=0.005)


def test_log_likelihood_of_equal_shares_or_no_counts_is_zero() -> None:
    assert measures.log_likelihood([10, 0], [90, 0], [20, 0], [180, 0]) == pytest.approx([0, 0], abs=1e-9)


@given(st.tuples(*[st.integers(0, 10**6)] * 4))
def test_log_likelihood_is_positive_and_symmetric(cells: tuple[int, int, int, int]) -> None:
    a, b, c, d = cells
    value = float(measures.log_likelihood(a, b, c, d))
    assert value >= 0
    assert float(measures.log_likelihood(c, d, a, b)) == pytest.approx(value, rel=1e-6, abs=1e-6)
    assert float(measures.log_likelihood(a, c, b, d)) == pytest.approx(value, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(("a", "size_a", "c", "size_c", "wanted"), HARDIE)
def test_log_ratio_agrees_with_another_tool(a: int, size_a: int, c: int, size_c: int, wanted: float) -> None:
    assert float(measures.log_ratio(a, size_a, c, size_c)) == pytest.approx(wanted, abs=1e-8)


def test_log_ratio_counts_doublings() -> None:
    assert measures.log_ratio([8, 2, 4], 100, [2, 8, 4], 100) == pytest.approx([2, -2, 0])


def test_log_dice_reaches_14_where_the_words_never_part_and_falls_by_one_with_half_the_overlap() -> None:
    # Rychlý 2008, section 3: the greatest value is 14; a difference of 1 is twice as many
    assert measures.log_dice([10, 5, 20], [10, 10, 20], [10, 10, 20]) == pytest.approx([14, 13, 14])


def test_log_dice_agrees_with_dice_of_another_tool() -> None:
    # association-measures 0.3.2: dice of (110, 2552, 221), (29, 42, 152), (10, 10, 13)
    dice = np.array([0.079336, 0.298969, 0.869565])
    assert measures.log_dice([110, 29, 10], [2552, 42, 10], [221, 152, 13]) == pytest.approx(
        14 + np.log2(dice), abs=1e-4
    )


@pytest.mark.parametrize(("counts", "dp", "norm"), GRIES)
def test_deviation_of_proportions_has_the_published_values(counts: tuple[int, ...], dp: float, norm: float) -> None:
    value = measures.deviation_of_proportions(counts, PARTS)
    assert value == pytest.approx([dp], abs=1e-9)
    assert measures.normalised_deviation(value, PARTS) == pytest.approx([norm], abs=5e-5)


def test_deviation_with_a_single_part_is_zero_and_cannot_be_normalised() -> None:
    assert measures.deviation_of_proportions([3], [50]).tolist() == [0]
    assert np.isnan(measures.normalised_deviation([0.0], [50])).all()


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 500)), min_size=2, max_size=12))
def test_deviation_lies_between_zero_and_its_greatest_value(parts: list[tuple[int, int]]) -> None:
    counts, sizes = zip(*parts, strict=True)
    value = measures.deviation_of_proportions(counts, sizes)
    if sum(counts):
        assert 0 <= value[0] <= 1
        assert -1e-12 <= measures.normalised_deviation(value, sizes)[0] <= 1 + 1e-9
    else:
        assert np.isnan(value[0])


def test_p_value_of_the_common_critical_values() -> None:
    # chi-squared, one degree of freedom
    assert measures.p_value([0, 3.841459, 6.634897, 10.827566]) == pytest.approx([1, 0.05, 0.01, 0.001], abs=1e-7)


def test_holm_steps_down_and_never_back() -> None:
    # stepped down by hand as in Holm 1979 (what p.adjust of R does too): 5 x 0.005, 4 x 0.01, 3 x 0.03, then no smaller
    assert measures.holm([0.01, 0.04, 0.03, 0.005, 0.9]) == pytest.approx([0.04, 0.09, 0.09, 0.025, 0.9])


def test_holm_of_nothing_is_nothing() -> None:
    assert measures.holm([]).tolist() == []
