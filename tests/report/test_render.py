"""A whole report: what is escaped, what is quoted, what stays the same, what is refused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import example_run
import numpy as np
import pytest
from bs4 import BeautifulSoup
from example_run import EMPTY, HOSTILE, VISIT, Text, code, image, markdown, said, shown
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import report, store
from helpers.addresses import page_name
from helpers.errors import RunError
from helpers.quotation import Source
from helpers.report import share
from helpers.sequences import sequences
from helpers.text import WORD, count_words


def soups(run: Path) -> dict[str, BeautifulSoup]:
    found = sorted(p.relative_to(run).as_posix() for p in run.rglob("*.html"))
    return {name: BeautifulSoup((run / name).read_text("utf-8"), "html.parser") for name in found}


def test_pages_of_a_whole_run(example: Path) -> None:
    assert list(soups(example)) == [
        "01_corpus_inspection.html",
        "02_entities.html",
        "03_discourse.html",
        "04_figures.html",
        "05_peer_review.html",
        "documents.html",
        f"documents/{page_name(HOSTILE.doc_id)}",
        "documents/tham-lao.html",
        "documents/trong.html",
        "index.html",
    ]


def test_source_text_names_and_parameters_are_escaped(tmp_path: Path) -> None:
    run = example_run.write(tmp_path)
    report.render(run, example_run.manifest("</title><script>alert(7)</script>", node="<script>alert(8)</script>"))
    for name, soup in soups(run).items():
        assert [s.get("src", "").rpartition("/")[2] for s in soup.find_all("script")] == ["report.js"], name
        assert not soup.find(["iframe", "object", "embed", "style"]), name
        assert not [t for t in soup.find_all(True) if any(a.startswith("on") or a == "style" for a in t.attrs)], name
        assert not soup.find_all("img", src="x"), name
        assert soup.title.get_text().count("–") == 1, name
    front = soups(run)["index.html"]
    assert front.h1.get_text() == "</title><script>alert(7)</script>"
    assert "<script>alert(8)</script>" in [c.get_text() for c in front.find_all("code")]
    assert "The corpus holds 3 texts <b>& no more</b>." in [p.get_text() for p in front.find_all("p")]
    hostile = soups(run)[f"documents/{page_name(HOSTILE.doc_id)}"]
    assert hostile.h1.get_text() == HOSTILE.title
    assert HOSTILE.title in hostile.select_one("#s0").get_text()
    assert '"><script>alert(3)</script>' in [c.get_text() for c in hostile.find_all("td")]


def test_findings_lead_to_ledger_notebook_and_sentences(example: Path) -> None:
    front = soups(example)["index.html"]
    finding = front.select_one("#finding-acts_total")
    assert "The texts report 6 diplomatic acts." in finding.get_text()
    hrefs = [a["href"] for a in finding.find_all("a")]
    assert {"03_discourse.html#finding-acts_total", "05_peer_review.html#claim-acts_total", "tables/acts.csv"} <= set(
        hrefs
    )
    assert "documents/tham-lao.html#s4" in hrefs
    assert front.select_one("#finding-formula a")["href"] == "documents/tham-lao.html#s4", (
        "found by the place of the formula"
    )
    assert front.select_one("#finding-texts_read a")["href"].startswith("documents/")
    assert not front.select("#finding-nothing li")


def test_a_figure_has_its_text_its_files_and_its_code(example: Path) -> None:
    figure = soups(example)["index.html"].select_one("#figure-acts_by_actor")
    assert figure.img["alt"] == example_run.FIGURE_ALT
    assert "How many acts each actor does." in figure.figcaption.get_text()
    assert [a["href"] for a in figure.find_all("a")] == [
        "figures/acts_by_actor.pdf",
        "figures/acts_by_actor.svg",
        "tables/acts.csv",
        "04_figures.html#figure-acts_by_actor",
    ]


def test_acts_and_names_are_marked_with_class_and_parties(example: Path) -> None:
    page = soups(example)["documents/tham-lao.html"]
    act = page.select_one("#a10")
    assert (act.get_text(), act["data-label"]) == ("đề nghị", "propose")
    assert act["title"] == "propose: Lê Văn Núi → Laos (LA), Vietnam (VN)"
    assert act.find_parent(class_="sentence")["id"] == "s4"
    assert page.select_one(".text mark.name.LOC")["title"] == "place: Viêng Chăn"
    row = [c.get_text(" ", strip=True) for c in page.select("#acts-table ~ .scroll tbody tr")[2].find_all(["th", "td"])]
    assert row[0] == "propose"
    assert row[1].startswith("đề nghị to propose")
    assert row[2:4] == ["Lê Văn Núi", "Laos (LA), Vietnam (VN)"]
    assert page.select_one(".text")["lang"] == "vi"
    assert page.select_one(".gap")["lang"] == "en"


def test_parameters_are_those_of_the_run_and_the_injected_cell_is_gone(tmp_path: Path) -> None:
    run = example_run.write(tmp_path, notebooks=1)
    report.render(run, example_run.manifest(window=7))
    page = soups(run)["01_corpus_inspection.html"]
    rows = [[c.get_text(" ", strip=True) for c in r.find_all(["th", "td"])] for r in page.select("tbody tr")[:2]]
    assert [row[:2] for row in rows] == [["window", "7 not the default"], ["node", "quan hệ"]]
    assert "window = 7" not in page.get_text()


@pytest.mark.parametrize("notebooks", [0, 1, 4])
def test_a_run_that_has_not_come_to_its_end_has_pages_too(tmp_path: Path, notebooks: int) -> None:
    run = example_run.write(tmp_path, notebooks=notebooks)
    if not notebooks:
        shutil.rmtree(run / "tables")
    report.render(run, example_run.manifest())
    pages = soups(run)
    assert len([name for name in pages if name.startswith("0")]) == notebooks
    assert ("documents/tham-lao.html" in pages) is bool(notebooks)
    front = pages["index.html"]
    assert not front.select_one("#findings")
    assert bool(front.select_one("#figures")) is (notebooks == 4)
    for name, soup in pages.items():
        for link in soup.find_all("a", href=re.compile(r"^[^#:]+$")):
            assert (run / name).parent.joinpath(link["href"]).is_file(), (name, link["href"])


def test_the_same_run_gives_the_same_bytes(example: Path, tmp_path: Path) -> None:
    run = example_run.write(tmp_path / "elsewhere")
    report.render(run, example_run.manifest())
    first = {p.relative_to(run).as_posix(): p.read_bytes() for p in run.rglob("*") if p.is_file()}
    report.render(run, example_run.manifest())
    for name, content in first.items():
        assert (run / name).read_bytes() == content, name
        assert (example / name).read_bytes() == content, name
        assert str(tmp_path).encode() not in content, name


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_an_image_without_alternative_text_is_refused(tmp_path: Path) -> None:
    cells = [markdown("# A\n\n## Dots"), code("dot()", image("image/png", PIXEL, alt=" "))]
    example_run.write_notebook(tmp_path, "04_figures", cells)
    with pytest.raises(RunError, match=r"04_figures\.ipynb, “Dots”: an image without alternative text.*as alt"):
        report.render(tmp_path, example_run.manifest())


def test_a_figure_without_its_file_is_refused(tmp_path: Path) -> None:
    run = example_run.write(tmp_path, notebooks=4)
    (run / "figures" / "acts_by_actor.svg").unlink()
    with pytest.raises(RunError, match=r"figures/acts_by_actor\.svg is missing: notebook 04_figures writes it"):
        report.render(run, example_run.manifest())


def test_a_claim_whose_evidence_cannot_be_read_is_refused(tmp_path: Path) -> None:
    run = example_run.write(tmp_path)
    claims = store.read("claims", run)
    claims.loc[1, "query"] = "SELECT * FROM actz"
    store.write("claims", claims, run)
    with pytest.raises(RunError, match=r"claim proposals: its evidence cannot be read.*actz"):
        report.render(run, example_run.manifest())


def test_a_manifest_without_a_version_is_refused(tmp_path: Path) -> None:
    told = example_run.manifest()
    del told["version"]
    with pytest.raises(RunError, match="no version"):
        report.render(tmp_path, told)


def test_a_notebook_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "01_x.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(RunError, match=r"01_x\.ipynb: not a notebook"):
        report.render(tmp_path, example_run.manifest())


def test_a_cell_that_failed_is_shown_without_colours(tmp_path: Path) -> None:
    error = example_run.nbformat.v4.new_output("error", ename="E", evalue="v", traceback=["\x1b[31mE\x1b[0m: <v>"])
    cells = [markdown("# A"), code("1/0", error, said("careful <x>", "stderr"))]
    example_run.write_notebook(tmp_path, "01_x", cells)
    report.render(tmp_path, example_run.manifest())
    warnings = [w.get_text() for w in soups(tmp_path)["01_x.html"].select(".warning")]
    assert warnings == ["E: <v>", "careful <x>"]


# --- how much is quoted -------------------------------------------------------------------------------------------


def read(text: str, pages: list[str]) -> int:
    """Words of `text` in a row of six that a page has too: counted without the means of the module."""
    of_text = [w.casefold() for w in WORD.findall(text)]
    of_pages = [f" {' '.join(w.casefold() for w in WORD.findall(page))} " for page in pages]
    found: set[int] = set()
    for i in range(len(of_text) - 5):
        if any(f" {' '.join(of_text[i : i + 6])} " in page for page in of_pages):
            found.update(range(i, i + 6))
    return len(found)


def visible(run: Path) -> list[str]:
    return [soup.get_text(" ") for soup in soups(run).values()]


@pytest.mark.parametrize("quote_share", [0, 0.2, 0.5, 0.8])
def test_all_pages_together_quote_no_more_than_the_share(tmp_path: Path, quote_share: float) -> None:
    again = VISIT._replace(doc_id="ban-hai", lines=VISIT.lines[1:5], acts=VISIT.acts[1:2], names=())
    texts = (VISIT, again, HOSTILE)
    run = example_run.write(tmp_path, texts)
    long = "Bộ trưởng Lê Văn Núi đề nghị hai bên mở thêm hai cửa khẩu"
    example_run.write_notebook(
        run, "02_entities", [markdown("# A"), code("x", shown(f"<p>{long} <b>và một tuyến</b></p>"))]
    )
    report.render(run, example_run.manifest(quote_share=quote_share))
    pages = visible(run)
    for text in texts:
        assert read(text.text, pages) <= quote_share * count_words(text.text), text.doc_id
    if quote_share >= 0.5:
        assert read(VISIT.text, pages) > 0.3 * count_words(VISIT.text), "the share is used"
        assert long in " ".join(" ".join(pages).split())
    if not quote_share:
        notebook = soups(run)["02_entities.html"].main.get_text(" ")
        assert "một tuyến" not in notebook
        assert "[… " in notebook, "what may not be quoted is measured instead"


def test_full_text_lifts_the_share(tmp_path: Path) -> None:
    run = example_run.write(tmp_path, (VISIT, EMPTY))
    report.render(run, example_run.manifest(quote_share=0.1, full_text=True))
    page = soups(run)["documents/tham-lao.html"]
    assert not page.select(".gap")
    assert read(VISIT.text, [page.select_one(".text").get_text(" ")]) > 0.8 * count_words(VISIT.text)
    assert "private use" in soups(run)["index.html"].select_one("#rights").find_parent("section").get_text()


words = st.sampled_from(["hai", "bên", "nhất", "trí", "mở", "đường", "bay", "mới", "cầu", "đoàn"])
sentence = st.lists(words, min_size=1, max_size=12).map(" ".join)


@st.composite
def a_corpus(draw):
    shared = draw(st.lists(sentence, min_size=1, max_size=6))
    sources = []
    for number in range(draw(st.integers(1, 3))):
        lines = draw(st.lists(st.one_of(sentence, st.sampled_from(shared)), min_size=1, max_size=8))
        spans, position = [], 0
        for line in lines:
            spans.append((position, position + len(line)))
            position += len(line) + 1
        acts = tuple(a for a, _ in spans if draw(st.booleans()))
        sources.append(Source(f"d{number}", "\n".join(lines), tuple(spans), acts))
    quoted = [draw(st.sampled_from(sources)).text[: draw(st.integers(0, 80))] for _ in range(draw(st.integers(0, 3)))]
    return sources, [f"<p>{q.replace(' ', '</p> <p>', 1)}</p>" for q in quoted]


@settings(max_examples=150, deadline=None)
@given(a_corpus(), st.floats(0, 1))
def test_names_titles_and_repeats_count_too(made, quote_share: float) -> None:
    sources, others = made
    settled = share.settle(sources, others, quote_share=quote_share, full_text=False)
    others = [share.redact(page, settled.banned) for page in others]
    own = {s.doc_id: " [gap] ".join(s.text[a:b] for a, b in sorted(settled.spans[s.doc_id])) for s in sources}
    pages = [*own.values(), *(share.visible(page) for page in others)]
    for source in sources:
        assert read(source.text, pages) <= quote_share * count_words(source.text) + 1e-6


def test_redaction_keeps_elements_and_counts_words() -> None:
    page = '<p title="một hai ba">Xin một hai <b>ba bốn</b> &lt;năm&gt; sáu bảy chào</p><script>một hai ba bốn năm sáu</script>'
    banned = sequences("Một hai ba bốn năm sáu bảy")
    assert share.redact(page, banned) == (
        '<p title="một hai ba">Xin [… 2 words] <b>[… 2 words]</b> &lt;[… 3 words] chào</p>'
        "<script>một hai ba bốn năm sáu</script>"
    )
    assert share.redact(page, np.empty(0, dtype=np.uint64)) == page


@pytest.mark.parametrize("doc_id", [".hidden", "a/b", "../../x", "è", "x" * 101, "", "a b", "con?", "-"])
def test_names_of_files_are_safe(doc_id: str) -> None:
    names = {page_name(i) for i in (doc_id, doc_id + "/", doc_id + "?")}
    assert len(names) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,104}", name) for name in names)


def test_a_plain_id_is_the_name_of_its_file() -> None:
    assert page_name("000_5d.x-1") == "000_5d.x-1.html"


def test_long_texts_are_marked() -> None:
    from helpers.report.marking import Mark, paragraphs

    line = "Bộ trưởng đề nghị hai bên mở đường.\n"
    text = line * 4000
    spans = tuple((i * len(line), (i + 1) * len(line) - 1) for i in range(4000))
    marks = [Mark(a + 10, a + 17, "act", "", "", f"a{i}") for i, (a, _) in enumerate(spans)]
    made = paragraphs(Source("d", text, spans, ()), spans[::2], [(a, b + 1, "body") for a, b in spans], marks)
    assert len(made) == 4000


def test_texts_with_one_name_are_told_apart(tmp_path: Path) -> None:
    twin = Text("khac", VISIT.lines[:2], (), (), VISIT.outlet, VISIT.published_at, "Tin")
    run = example_run.write(tmp_path, (VISIT, twin), notebooks=1)
    report.render(run, example_run.manifest())
    rows = soups(run)["documents.html"].select("tbody th")
    assert [row.get_text() for row in rows] == ["khac", "tham-lao"]
