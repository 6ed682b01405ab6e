"""Mapping over documents: the engine changes how long it takes, never what comes out."""

from collections.abc import Iterator

import pytest

from helpers import engines


def square(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * number


@pytest.mark.parametrize("processes", [None, 1, 2])
def test_results_come_in_the_order_of_the_inputs(processes: int | None) -> None:
    found = list(engines.over_documents(square, range(100), total=100, processes=processes))
    assert found == [n * n for n in range(100)]


@pytest.mark.parametrize("processes", [1, 2])
def test_inputs_are_read_as_they_are_needed(processes: int) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = engines.over_documents(square, items(), total=10_000, processes=processes)
    assert next(results) == 0
    assert len(taken) <= engines.CHUNK * (engines.AHEAD * processes + 2)
    results.close()


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_in_a_document_reaches_the_caller(processes: int) -> None:
    with pytest.raises(ValueError, match="-1 is negative"):
        list(engines.over_documents(square, [1, -1], total=2, processes=processes))


def test_nothing_to_map() -> None:
    assert list(engines.over_documents(square, [], total=0)) == []
