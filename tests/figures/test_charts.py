"""Every figure: with no data, with one text, two and forty; nothing sticks out, nothing changes from run to run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from helpers import schemas, words
from helpers.figures import (
    accuracy_plot,
    acts_by_actor,
    charts,
    dispersion_plot,
    keyness_plot,
    lengths,
    mentions_by_zone,
    months,
    network,
    style,
    timeline,
    vocabulary_growth,
    zipf,
)  # fmt: skip
from helpers.figures import save as saving
from helpers.spans import ZONES
from helpers.statistics import laws
from helpers.statistics import months as by_month
from helpers.statistics.vocabulary import Running

TOP = 20


def _laws(t: Any) -> laws.Laws:
    """The laws of texts of 200 words, the n-th word of the language in every n-th place."""
    texts, size = len(t.documents), 200
    drawn = np.floor(np.exp(np.random.default_rng(1).random(texts * size) * 7)).astype(np.int64)
    found, words = np.unique(drawn, return_inverse=True)
    names = tuple("một từ rất dài không ai dùng"[: 4 + i % 30] + str(i) for i in found)
    running = Running(tuple(t.documents["doc_id"]), np.arange(texts + 1) * size, words, names)
    return laws.of_corpus(running, t.documents, seed=1)


CHARTS: dict[Any, Callable[[Any], Any]] = {
    acts_by_actor: lambda t: acts_by_actor.data(t.acts, t.entities, t.documents, top_n=TOP),
    mentions_by_zone: lambda t: mentions_by_zone.data(
        t.mentions, pd.DataFrame({"zone": ZONES, "words": 100}), t.documents
    ),
    keyness_plot: lambda t: keyness_plot.data(t.keyness, t.documents, top_n=TOP),
    dispersion_plot: lambda t: dispersion_plot.data(t.positions, t.documents, node="quan hệ", top_n=TOP),
    timeline: lambda t: timeline.data(t.encounters, t.entities, t.acts, t.documents, top_n=TOP),
    network: lambda t: network.data(t.acts, t.entities, t.documents, top_n=TOP),
    accuracy_plot: lambda t: accuracy_plot.data(t.accuracy),
    months: lambda t: months.data(by_month.table(t.documents)),
    lengths: lambda t: lengths.data(np.sort(np.arange(len(t.documents)) ** 2 % 97 + 1000), kind="texts"),
    vocabulary_growth: lambda t: vocabulary_growth.data(*_laws(t)[::2]),
    zipf: lambda t: zipf.data(*_laws(t)[1:]),
}
OPTIONS: dict[Any, dict[str, Any]] = {network: {"seed": 7}}
EACH = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.NAME)


def _drawn(chart: Any, data: Any) -> tuple[Any, Any]:
    figure, ax = style.canvas(chart.height(data))
    chart.plot(data, ax, **OPTIONS.get(chart, {}))
    figure.draw_without_rendering()
    return figure, ax


def _letters(figure: Any) -> list[Text]:
    """All texts that are drawn: tick labels outside of the limits are not."""
    hidden = set()
    for axis in (figure.axes[0].xaxis, figure.axes[0].yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
            if not low <= tick.get_loc() <= high:
                hidden |= {tick.label1, tick.label2}
    return [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible() and t not in hidden]


@EACH
@pytest.mark.parametrize("n", [0, 2, 40])
def test_letters_are_large_inside_the_figure_and_apart(chart: Any, n: int, tables: Callable[[int], Any]) -> None:
    figure, ax = _drawn(chart, CHARTS[chart](tables(n)))
    width, height = figure.get_size_inches() * figure.dpi
    shown = _letters(figure)
    assert shown
    assert min(text.get_fontsize() for text in shown) >= style.SMALL
    for text in shown:
        box = text.get_window_extent()
        assert box.x0 >= -2, text.get_text()
        assert box.y0 >= -2, text.get_text()
        assert box.x1 <= width + 2, text.get_text()
        assert box.y1 <= height + 2, text.get_text()
    # slanted heads stand in slanted boxes, which may overlap without the letters doing so
    boxes = [(t.get_text(), t.get_window_extent().padded(-1.5)) for t in shown if not t.get_rotation()]
    assert [(a, b) for i, (a, one) in enumerate(boxes) for b, other in boxes[i + 1 :] if one.overlaps(other)] == []
    if n == 0:  # a sentence says that there is nothing
        assert " ".join(" ".join(t.get_text() for t in ax.texts).split()).endswith(".")
        assert chart.describe(CHARTS[chart](tables(0))).caption.startswith(("There ", "“quan hệ” does not"))


@EACH
def test_the_same_data_give_the_same_picture(chart: Any, tables: Callable[[int], Any]) -> None:
    said = chart.describe(CHARTS[chart](tables(3)))
    one, two = (saving.svg_of(_drawn(chart, CHARTS[chart](tables(3)))[0], "x", said) for _ in range(2))
    assert one == two


def test_the_same_data_give_the_same_files(tables: Callable[[int], Any], tmp_path: Path) -> None:
    for run in ("one", "two"):
        charts.draw(network, CHARTS[network](tables(3)), run=tmp_path / run, seed=7)
    files = sorted(path.name for path in (tmp_path / "one/figures").iterdir())
    assert files == [f"network.{end}" for end in ("csv", "pdf", "png", "svg")]
    for file in files:
        assert (tmp_path / "one/figures" / file).read_bytes() == (tmp_path / "two/figures" / file).read_bytes(), file


@EACH
def test_captions_and_alternative_texts_are_whole_sentences(chart: Any, tables: Callable[[int], Any]) -> None:
    for n in (0, 1, 2, 40):
        said = chart.describe(CHARTS[chart](tables(n)))
        for text in said:
            assert text.strip() == text != ""
            assert not set("{}|") & set(text), text
            assert "  " not in text
            assert "nan" not in text
        assert said.caption.endswith(".")
        assert said.alt.endswith(".")


def test_what_is_left_out_is_said(tables: Callable[[int], Any]) -> None:
    made = tables(40)
    assert "20 actors with 60 acts in all are not shown" in acts_by_actor.describe(CHARTS[acts_by_actor](made)).caption
    assert "20 encounters told by fewer acts are not shown" in timeline.describe(CHARTS[timeline](made)).caption
    assert "are not shown" in network.describe(CHARTS[network](made)).caption
    assert "20 more texts with" in dispersion_plot.describe(CHARTS[dispersion_plot](made)).caption
    assert "39 other groups" in keyness_plot.describe(CHARTS[keyness_plot](made)).caption


def test_the_rows_make_the_table_of_figures(tables: Callable[[int], Any], tmp_path: Path) -> None:
    drawn = [charts.draw(c, CHARTS[c](tables(2)), run=tmp_path, **OPTIONS.get(c, {})) for c in (timeline, network)]
    table = schemas.conform("figures", charts.table(*drawn))
    assert table["figure"].tolist() == ["timeline", "network"]
    assert set(table["table"]) <= set(schemas.TABLES)


def test_every_message_of_the_figures_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(style.__file__).parent.glob("*.py"))
    stems = (
        "month_",
        "act_",
        "mention_",
        "zone_",
        "place_",
        "share_",
        "mentions_all",
        "acts_all",
        "no_",
        "keyness_",
        "lengths_",
    )
    for key in words.catalogue()["figures"]:
        assert f'"{key}"' in source or f"figures.{key}" in source or key.startswith(stems), key
