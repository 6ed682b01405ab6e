"""A small run made by hand: texts of our own, their tables, figures and executed notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pandas as pd
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import schemas, show, store
from helpers.parameters import Parameters
from helpers.text import count_words


class Text(NamedTuple):
    """A text as lines of (zone, sentences); names as (words, type, key), acts as (words, class, source, target)."""

    doc_id: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    names: tuple[tuple[str, str, str], ...] = ()
    acts: tuple[tuple[str, str, str, str], ...] = ()
    outlet: str = ""
    published_at: str = ""
    title: str = ""

    @property
    def text(self) -> str:
        return "\n".join(" ".join(sentences) for _, sentences in self.lines)


VISIT = Text(
    "tham-lao",
    (
        ("kicker", ("Đối ngoại",)),
        ("headline", ("Bộ trưởng Lê Văn Núi hội đàm với Bộ trưởng Khăm Sông",)),
        ("byline", ("Báo Mẫu - 12/3/2021",)),
        ("lede", ("Sáng 12/3/2021 tại Viêng Chăn, Bộ trưởng Lê Văn Núi hội đàm với Bộ trưởng Lào Khăm Sông.",)),
        (
            "body",
            (
                "Bộ trưởng Lê Văn Núi đề nghị hai bên mở thêm hai cửa khẩu và một tuyến xe buýt chạy thẳng.",
                "Ông cho biết trời năm nay mưa nhiều hơn mọi năm nên đường núi hay bị sạt lở.",
                "Bộ trưởng Khăm Sông đánh giá cao sự giúp đỡ của Việt Nam.",
            ),
        ),
        ("body", ("Hai bên nhất trí gặp lại nhau vào mùa xuân năm sau ở Huế.", "Buổi tối cả đoàn xem múa.")),
        ("caption", ("Hai Bộ trưởng trước giờ hội đàm. Ảnh: Báo Mẫu",)),
        ("boilerplate", ("Xem thêm: Mười quán phở ngon ở Viêng Chăn mà khách nên đến thử",)),
    ),
    (
        ("Lê Văn Núi", "PER", "Lê Văn Núi"),
        ("Khăm Sông", "PER", "Khăm Sông"),
        ("Bộ trưởng", "ROLE", "Bộ trưởng"),
        ("Lào", "LOC", "LA"),
        ("Viêng Chăn", "LOC", "Viêng Chăn"),
        ("Việt Nam", "LOC", "VN"),
        ("Huế", "LOC", "Huế"),
        ("Báo Mẫu", "ORG", "Báo Mẫu"),
        ("12/3/2021", "DATE", "12/3/2021"),
    ),
    (
        ("hội đàm", "MEET", "Lê Văn Núi", "Khăm Sông"),
        ("đề nghị", "PROPOSE", "Lê Văn Núi", "LA;VN"),
        ("cho biết", "STATE", "Lê Văn Núi", ""),
        ("đánh giá cao", "PRAISE", "Khăm Sông", "VN"),
        ("nhất trí", "AGREE", "LA;VN", "LA;VN"),
    ),
    "Báo Mẫu",
    "2021-03-12",
    "Bộ trưởng Lê Văn Núi hội đàm với Bộ trưởng Khăm Sông",
)

HOSTILE = Text(
    "lạ <b>&\"'.x",
    (
        ("headline", ("Tin <script>alert(1)</script> &amp; \"quả\" 'táo' ]]> <!-- hết",)),
        (
            "body",
            ("Người phát ngôn <img src=x onerror=alert(2)> phản đối </p></div> việc đó.", "Hết < tin > &lt;ở đây."),
        ),
    ),
    (("<img src=x onerror=alert(2)>", "ORG", "<b onclick='x'>Đài</b>"), ('"quả"', "DOC", "\"quả\" > 'táo'")),
    (("phản đối", "OBJECT", "<b onclick='x'>Đài</b>", '"><script>alert(3)</script>'),),
    '<i>Báo</i> & "Đài"',
    "2022-02-02",
    "Tin <script>alert(1)</script> &amp; \"quả\" 'táo' ]]> <!-- hết",
)

EMPTY = Text("trong", ())

FIGURE_ALT = "Bar chart: Lê Văn Núi has three acts, Khăm Sông one."
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200" viewBox="0 0 640 200">'
    '<rect x="140" y="30" width="420" height="50" fill="#1b6179"/><rect x="140" y="110" width="140" height="50" '
    'fill="#1b6179"/><text x="8" y="62">Lê Văn Núi</text><text x="8" y="142">Khăm Sông</text></svg>'
)
LEDGER = [
    ("acts_total", "03", "The texts report 6 diplomatic acts.", "SELECT * FROM acts", "acts"),
    ("proposals", "03", "Lê Văn Núi proposes in 1 act.", "SELECT * FROM acts WHERE act = 'PROPOSE'", "acts"),
    ("texts_read", "01", "The corpus holds 3 texts <b>& no more</b>.", "SELECT * FROM documents", "documents"),
    ("formula", "03", "“hai bên” recurs.", "SELECT * FROM formulas", "formulas"),
    ("nothing", "01", "No text is repeated.", "SELECT * FROM documents WHERE duplicate_of <> ''", "documents"),
]


def manifest(corpus: str = "mẫu <b>&", **parameters: Any) -> dict[str, Any]:
    """The manifest of the run, with these parameters changed."""
    return {
        "corpus": corpus,
        "corpus_digest": "c0ffee" * 10,
        "parameters": Parameters(**parameters).model_dump(),
        "lock_digest": "10cc" * 16,
        "version": "0.1.0",
    }


def write(run: Path, texts: tuple[Text, ...] = (VISIT, HOSTILE, EMPTY), *, notebooks: int = 5) -> Path:
    """Write tables, figures and `notebooks` executed notebooks of these texts into a folder."""
    write_tables(run, texts)
    if notebooks >= 4:
        _figure(run)
    if notebooks >= 5:
        _claims(run)
    (run / "notebooks").mkdir(exist_ok=True)
    for name, cells in list(_NOTEBOOKS.items())[:notebooks]:
        write_notebook(run, name, cells(run))
    return run


def write_notebook(run: Path, name: str, cells: list[Any]) -> None:
    """Write an executed notebook, its cell ids in order."""
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    (run / "notebooks").mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=cells), run / "notebooks" / f"{name}.ipynb")


def write_tables(run: Path, texts: tuple[Text, ...]) -> None:
    """Write the tables of notebook 01 for these texts."""
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in _ANNOTATION}
    for text in texts:
        for name, rows in _rows(text).items():
            tables[name] += [_filled(name, {"doc_id": text.doc_id, **row}) for row in rows]
    for name, rows in tables.items():
        store.write(name, pd.DataFrame(rows) if rows else schemas.empty(name), run)


_ANNOTATION = ("documents", "skipped", "texts", "segments", "sentences", "mentions", "acts")


def _filled(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row with every column of its table."""
    columns = schemas.table(name).columns
    blank = {key: (c.values or ("",))[0] if c.kind == "text" else 0 for key, c in columns.items()}
    return {key: (blank | row)[key] for key in columns}


def _rows(text: Text) -> dict[str, list[dict[str, Any]]]:
    segments, sentences, position = [], [], 0
    for zone, line in text.lines:
        start = position
        for sentence in line:
            number = {"sentence": len(sentences), "zone": zone}
            sentences.append({"start": position, "end": position + len(sentence)} | number)
            position += len(sentence) + 1
        segments.append({"start": start, "end": min(position, len(text.text)), "zone": zone, "rule": "by hand"})
    document = {
        "file": f"{text.doc_id}.txt",
        "outlet": text.outlet,
        "published_at": text.published_at,
        "title": text.title,
        "language": "vi",
        "words": count_words(text.text),
        "sentences": len(sentences),
    }
    names = [
        found | {"type": kind, "entity": key, "mention_id": f"{text.doc_id}:m{i}{j}"}
        for i, (words, kind, key) in enumerate(text.names)
        for j, found in enumerate(_found(text.text, words, sentences))
    ]
    acts = [
        found | {"act": act, "source": source, "target": target, "act_id": f"{text.doc_id}:a{i}{j}"}
        for i, (words, act, source, target) in enumerate(text.acts)
        for j, found in enumerate(_found(text.text, words, sentences))
    ]
    return {
        "documents": [document],
        "texts": [{"text": text.text}],
        "segments": segments,
        "sentences": sentences,
        "mentions": names,
        "acts": acts,
    }


def _found(text: str, words: str, sentences: list[dict[str, Any]]) -> list[dict[str, Any]]:
    places, start = [], text.find(words)
    while start >= 0:
        inside = [s["sentence"] for s in sentences if s["start"] <= start < s["end"]]
        places.append({"start": start, "end": start + len(words), "text": words, "sentence": inside[0]})
        start = text.find(words, start + len(words))
    return places


def _figure(run: Path) -> None:
    row = {"figure": "acts_by_actor", "title": "Acts by actor", "caption": "How many acts each actor does.",
           "alt": FIGURE_ALT, "table": "acts", "notebook": "04_figures"}  # fmt: skip
    store.write("figures", pd.DataFrame([row]), run)
    (run / "figures").mkdir(parents=True, exist_ok=True)
    (run / "figures" / "acts_by_actor.svg").write_text(SVG, encoding="utf-8")
    (run / "figures" / "acts_by_actor.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")


def _claims(run: Path) -> None:
    start = VISIT.text.find("hai bên")
    formula = {"kind": "recurrent", "formula": "hai bên", "count": 2, "spans": f"{VISIT.doc_id}:{start}-{start + 7}"}
    store.write("formulas", pd.DataFrame([_filled("formulas", formula)]), run)
    rows = [
        {
            "claim_id": i,
            "topic": "stances",
            "notebook": notebook,
            "sentence": said,
            "query": query,
            "table": table,
            "rows": len(store.query(query, run)),
        }
        for i, notebook, said, query, table in LEDGER
    ]
    store.write("claims", pd.DataFrame(rows), run)
    counts = {"correct": 8, "predicted": 10, "gold": 9, "documents": 2, "precision": 0.8, "recall": 8 / 9, "f1": 0.84}
    measures = [
        _filled("accuracy", counts | {"block": "this corpus, used while building", "system": system, "layer": "mentions",
                                      "type": kind, "low": 0.6, "high": 0.95, "interval": "Wilson"})
        for system in ("bang giao", "stock") for kind in ("all", "PER")
    ]  # fmt: skip
    store.write("accuracy", pd.DataFrame(measures), run)


def markdown(text: str) -> Any:
    """A Markdown cell."""
    return new_markdown_cell(text)


def code(source: str, *outputs: Any, tags: tuple[str, ...] = ()) -> Any:
    """An executed code cell."""
    return new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)} if tags else {})


def shown(html: str, text: str = "shown") -> Any:
    """What a cell displays as HTML."""
    return new_output("display_data", data={"text/html": html, "text/plain": text})


def image(kind: str, data: str, **metadata: Any) -> Any:
    """An image that a cell displays."""
    return new_output("display_data", data={kind: data}, metadata=metadata)


def said(text: str, name: str = "stdout") -> Any:
    """What a cell prints."""
    return new_output("stream", name=name, text=text)


_PANDAS = (
    '<div><style scoped>.x{color:red}</style><table border="1" class="dataframe"><thead>'
    '<tr style="text-align: right;"><th></th><th>Name</th><th>Acts</th></tr></thead><tbody>'
    "<tr><th>0</th><td>Lê Văn Núi</td><td>3</td></tr><tr><th>1</th><td>Khăm Sông</td><td>1</td></tr></tbody></table></div>"
)
_PARAMETERS = "window = 5  # words on each side\nnode = 'quan hệ'  # word shown"


def _inspection(run: Path) -> list[Any]:
    return [
        markdown("# What the corpus holds\n\n**Question.** Which texts are there, and where do they come from?"),
        code(_PARAMETERS, tags=("parameters",)),
        code("window = 7", tags=("injected-parameters",)),
        markdown("## Sizes\n\nThe talks are called *hội đàm*; see [the ledger](05_peer_review.ipynb#ledger)."),
        code("print(len(documents))", said("\x1b[31m3 texts\x1b[0m are <b>read</b>.\nNone is left out.\n")),
        code("documents", shown(_PANDAS)),
        markdown("#### A heading two levels too deep\n\n- [x](missing.html) and [y](https://example.org/y)"),
        code("wide", shown(_wide_table())),
        code("x", new_output("execute_result", data={"text/plain": "'a < b' " + "long " * 60}, execution_count=1)),
    ]


def _wide_table() -> str:
    names = ("label", "type", "mentions", "documents", "offices", "aliases", "example", "reason", "remedy", "rule")
    frame = pd.DataFrame([[f"giá trị {i} {name}" for name in names] for i in range(3)], columns=list(names))
    return show.table(frame, "people", vietnamese=["label"]).html


def _entities(run: Path) -> list[Any]:
    script = '<p onclick="alert(4)">A<script>alert(5)</script> <a href="javascript:alert(6)">b</a></p>'
    return [
        markdown("# Who is named\n\n" + script),
        markdown("## People"),
        code("people", shown("<table><tr><td><iframe src='https://example.org'></iframe>Khăm Sông</td></tr></table>")),
    ]


def _discourse(run: Path) -> list[Any]:
    item = '<ul class="findings"><li id="finding-acts_total">6 acts. <a href="05_peer_review.html#claim-acts_total">6 rows behind this</a></li></ul>'
    return [
        markdown("# Who does what\n\n## Acts"),
        code("finding('acts_total')", shown(item)),
        code("finding('acts_total')", shown(item)),
    ]


def _figures(run: Path) -> list[Any]:
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    return [
        markdown("# Figures\n\n## Acts by actor"),
        code(
            "bars()", image("image/svg+xml", SVG, **{"image/svg+xml": {"alt": FIGURE_ALT, "figure": "acts_by_actor"}})
        ),
        code("pixel()", image("image/png", pixel + "\n", alt="One dot")),
    ]


def _review(run: Path) -> list[Any]:
    return [
        markdown("# Review\n\n## Ledger"),
        code("show.ledger(claims)", shown(show.ledger(store.read("claims", run)).html)),
    ]


_NOTEBOOKS = {
    "01_corpus_inspection": _inspection,
    "02_entities": _entities,
    "03_discourse": _discourse,
    "04_figures": _figures,
    "05_peer_review": _review,
}
