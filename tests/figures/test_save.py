"""Files of a figure and what a notebook shows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest
from IPython.core.formatters import DisplayFormatter
from nbconvert import HTMLExporter
from PIL import Image

from helpers.errors import TableError
from helpers.figures import save as saving
from helpers.figures import style
from helpers.figures.save import Description, Drawn

SAID = Description("Tiêu đề & <tên>", "Một câu chú thích.", 'Hai vạch, một vạch "dài" hơn.')
SVG = "{http://www.w3.org/2000/svg}"


def _save(run: Path, said: Description = SAID, name: str = "hai_vach") -> Drawn:
    figure, ax = style.canvas(2)
    ax.barh(["Hội đàm", "Đón tiếp"], [1, 2], color=style.DARK, hatch="//")
    return saving.save(figure, name, said, table="acts", run=run)


def test_the_svg_is_accessible_and_asks_for_nothing(tmp_path: Path) -> None:
    _save(tmp_path)
    written = (tmp_path / "figures/hai_vach.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(written)
    assert root.get("role") == "img"
    ids = {child.get("id"): child.text for child in root if child.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [ids[key] for key in str(root.get("aria-labelledby")).split()] == [SAID.title, SAID.alt]
    assert not list(root.iter(f"{SVG}text"))  # letters are outlines: they need no font
    assert "<dc:date>" not in written
    for link in ('href="http', "@import", "url(http"):
        assert link not in written


def test_the_pdf_has_embedded_letters_and_no_date(tmp_path: Path) -> None:
    _save(tmp_path)
    pdf = (tmp_path / "figures/hai_vach.pdf").read_bytes()
    assert b"/CreationDate" not in pdf
    assert b"/Type42" in pdf or b"/TrueType" in pdf or b"/CIDFontType2" in pdf


def test_the_png_is_large_enough_to_print(tmp_path: Path) -> None:
    _save(tmp_path)
    with Image.open(tmp_path / "figures/hai_vach.png") as image:
        assert image.width == round(style.WIDTH * saving.PNG_DPI)
        assert "Software" not in image.info
        assert image.info["Description"] == SAID.alt


@pytest.mark.parametrize("part", ["title", "caption", "alt"])
def test_a_figure_without_its_texts_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(TableError, match=f"figure hai_vach: its {part} is empty"):
        _save(tmp_path, SAID._replace(**{part: " "}))
    assert not (tmp_path / "figures").exists()


@pytest.mark.parametrize("name", ["", "../a", "A", "a b", "a.svg"])
def test_a_name_that_is_no_file_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(TableError, match="use lower-case letters"):
        _save(tmp_path, name=name)


def test_the_row_describes_the_figure(tmp_path: Path) -> None:
    row = _save(tmp_path).row
    assert row == {"figure": "hai_vach", **SAID._asdict(), "table": "acts", "notebook": "04_figures"}


def test_a_notebook_shows_it_with_its_alternative_text(tmp_path: Path) -> None:
    formatter = DisplayFormatter()
    data, metadata = formatter.format(_save(tmp_path))
    assert metadata["image/svg+xml"]["alt"] == SAID.alt
    output = nbformat.v4.new_output("execute_result", data=data, metadata=metadata, execution_count=1)
    cell = nbformat.v4.new_code_cell("figure", outputs=[output], execution_count=1)
    page, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    assert "data:image/svg+xml;base64," in page


def test_letters_of_vietnamese_are_all_in_the_font() -> None:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    font = get_font(findfont(FontProperties(family=style.SETTINGS["font.family"]), fallback_to_default=False))
    letters = "aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ→←–…“”"
    assert [c for c in letters + letters.upper() if not font.get_char_index(ord(c))] == []


@pytest.mark.parametrize(
    ("text", "width", "most", "wanted"),
    [
        ("một hai ba", 20, 3, "một hai ba"),
        ("một hai ba bốn", 11, 3, "một hai\nba bốn"),
        ("đảng Dân chủ Tự do Nhật Bản", 24, 3, "đảng Dân chủ\nTự do Nhật Bản"),
        ("một hai ba bốn năm sáu", 8, 2, "một hai\nba bốn …"),
        ("đường/dẫn/rất/dài/không/có/khoảng/trắng", 10, 2, "đường/dẫn/rất/dài/không/có/khoảng/trắng"),
        ("trên\ndưới hai", 9, 2, "trên\ndưới hai"),
        ("", 9, 2, ""),
    ],
)
def test_long_names_are_broken_into_even_lines(text: str, width: int, most: int, wanted: str) -> None:
    assert style.wrap(text, width, most) == wanted


def test_colours_differ_in_grey() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    grey = sorted(lightness(colour) for colour in (style.DARK, style.MIDDLE, style.LIGHT, style.PAPER))
    assert min(b - a for a, b in pairwise(grey)) > 0.15
