"""Mapping over documents: the engine changes how long it takes, never what comes out."""

import pytest

from helpers import engines


def square(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * number


@pytest.mark.parametrize("processes", [None, 1, 2])
def test_results_come_in_the_order_of_the_inputs(processes: int | None) -> None:
    seen: list[tuple[int, int]] = []
    found = list(engines.over_documents(square, range(40), processes=processes, progress=lambda *p: seen.append(p)))
    assert found == [n * n for n in range(40)]
    assert seen == [(n, 40) for n in range(1, 41)]


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_in_a_document_reaches_the_caller(processes: int) -> None:
    with pytest.raises(ValueError, match="-1 is negative"):
        list(engines.over_documents(square, [1, -1], processes=processes))


def test_nothing_to_map() -> None:
    assert list(engines.over_documents(square, [])) == []
