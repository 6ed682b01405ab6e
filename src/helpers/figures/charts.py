"""The figures of a run: from data and a module of this room to a saved figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.figures import save as saving
from helpers.figures import style
from helpers.figures.save import Description, Drawn


class Chart(Protocol):
    """What each figure's module has: how high the figure is, how it is drawn, what is said of it."""

    NAME: str
    TABLE: str

    def height(self, data: Any) -> float: ...

    def plot(self, data: Any, ax: Axes, **options: Any) -> None: ...

    def describe(self, data: Any) -> Description: ...


def draw(
    chart: Any,
    data: Any,
    *,
    name: str = "",
    notebook: str = "04_figures",
    run: Path | None = None,
    **options: Any,
) -> Drawn:
    """Draw `data` with a module of this room (a Chart), save it under its name, and return the figure to show.

    `options` go to its `plot` (`seed`, for the network). `name` takes the place of the module's own where a figure is
    drawn more than once; `notebook` is the one that shows it.
    """
    figure, ax = style.canvas(chart.height(data))
    chart.plot(data, ax, **options)
    tables = [part for part in data if isinstance(part, pd.DataFrame)]
    behind = tables[0] if tables else pd.DataFrame([entry._asdict() for entry in data[0]])
    said, name = chart.describe(data), name or chart.NAME
    return saving.save(figure, name, said, table=chart.TABLE, notebook=notebook, data=behind, run=run)


def table(*drawn: Drawn) -> pd.DataFrame:
    """Return table `figures` of these figures."""
    return saving.table_of(list(drawn))
