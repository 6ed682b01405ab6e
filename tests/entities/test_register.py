"""The register of entities: countries, offices, channels and English as a whole corpus gives them."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import corpus_tables, schemas, store
from helpers.corpus import readers
from helpers.entities import register

TEXTS = {
    "a": ("2021-03-05", "Thủ tướng Phần Lan Aino Korhonen thăm Hà Nội. Ông Olli Virtanen đi cùng."),
    "b": ("2023-01-10T08:30", "Thủ tướng Phần Lan Aino Korhonen nói chuyện với Đại sứ Ý tại Phần Lan Carla Bonetti."),
    "c": ("", "Chủ tịch nước Lê Văn Minh tiếp Đại sứ Áo. Quốc hội Phần Lan hoan nghênh Việt Nam."),
    "d": ("2021-03-06", "Thủ tướng Lê Văn Tuệ, Bộ trưởng Ngoại giao Trần Hữu Đạo gặp Thủ tướng Áo Karl Gruber."),
    "e": ("2021-03-07", "Nhà Trắng cho biết phu nhân Tổng thống Ellen Hartman sẽ thăm Việt Nam."),
    "f": ("2021-03-08", "Nhà vua Thái Lan Lê Văn Minh nói. Thủ tướng Áo Gruber đến Washington."),
    "g": ("2021-03-09", "Thủ tướng Trung Quốc Lý Mạnh đến. Thủ tướng Singapore Lý Mạnh Cường chào."),
    "h": ("2021-03-10", "Thủ tướng Singapore Lý Mạnh phát biểu tại Quốc hội."),
    "i": ("", "Chủ tịch nước Lê Văn Minh đi thăm nông dân."),
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, out = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("run")
    lines = ["doc_id,file,published_at", *(f"{doc},{doc}.txt,{date}" for doc, (date, _) in TEXTS.items())]
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for doc, (_, text) in TEXTS.items():
        (folder / f"{doc}.txt").write_text(f"Một buổi làm việc bình thường\n\n{text}\n", encoding="utf-8")
    corpus_tables.write(readers.read(folder, max_document_chars=10_000), out)
    store.write("entities", register.entities_table(out), out)
    return out


@pytest.fixture(scope="module")
def entities(run: Path) -> pd.DataFrame:
    return store.read("entities", run).set_index("entity_id")


@pytest.mark.parametrize(
    ("entity_id", "country", "channel", "gloss", "offices"),
    [
        ("PER:Aino Korhonen", "FI", "government", "prime minister", "Thủ tướng (2021-03-05–2023-01-10)"),
        ("PER:Olli Virtanen", "", "", "", ""),
        ("PER:Carla Bonetti", "IT", "government", "ambassador", "Đại sứ (2023-01-10)"),  # not where she serves
        ("PER:Lê Văn Minh", "VN", "state", "State President", "Chủ tịch nước"),  # a text without a date
        ("PER:Lê Văn Minh (TH)", "TH", "state", "king", "Nhà vua (2021-03-08)"),
        ("PER:Lê Văn Tuệ", "VN", "government", "prime minister", "Thủ tướng (2021-03-06)"),
        ("PER:Karl Gruber", "AT", "government", "prime minister", "Thủ tướng (2021-03-06–2021-03-08)"),
        ("PER:Ellen Hartman", "", "", "", ""),  # the office is her husband's
        ("PER:Lý Mạnh", "CN", "government", "prime minister", "Thủ tướng (2021-03-09)"),
        ("PER:Lý Mạnh (SG)", "SG", "government", "prime minister", "Thủ tướng (2021-03-10)"),
        ("PER:Lý Mạnh Cường", "SG", "government", "prime minister", "Thủ tướng (2021-03-09)"),
        ("ORG:Quốc hội Phần Lan", "FI", "parliament", "parliament", ""),
        ("ORG:Nhà Trắng", "US", "state", "White House", ""),
        ("LOC:VN", "VN", "", "Vietnam", ""),
        ("LOC:Hà Nội", "VN", "", "capital, Vietnam", ""),
    ],
)  # fmt: skip
def test_entity(entities: pd.DataFrame, entity_id: str, country: str, channel: str, gloss: str, offices: str) -> None:
    row = entities.loc[entity_id]
    assert (row["country"], row["channel"], row["gloss"], row["offices"]) == (country, channel, gloss, offices)


def test_counts_and_aliases(entities: pd.DataFrame) -> None:
    gruber = entities.loc["PER:Karl Gruber"]
    assert (gruber["aliases"], gruber["documents"], gruber["mentions"]) == ("Gruber", 2, 2)


def test_every_mention_naming_and_act_has_its_entity(run: Path, entities: pd.DataFrame) -> None:
    acts = store.read("acts", run)
    cells = [*store.read("mentions", run)["entity_id"], *store.read("namings", run)["entity_id"]]
    cells += [key for cell in [*acts["source_ids"], *acts["target_ids"]] for key in cell.split(";") if key]
    assert set(cells) <= set(entities.index)
    assert (entities["country"].str.len().isin([0, 2])).all()


def test_keys_of_acts_become_ids_and_unmentioned_ones_get_their_own() -> None:
    mentions = pd.DataFrame(
        [("a", "PER", "Aino Korhonen", "PER:Aino Korhonen"), ("a", "LOC", "VN", "LOC:VN")],
        columns=["doc_id", "type", "entity", "entity_id"],
    )
    cells = pd.Series(["Aino Korhonen;VN", "Bộ trưởng Ngoại giao Chile", "", "SE"])
    ids = register.ids_of_keys(pd.Series(["a"] * 4), cells, mentions)
    assert ids.tolist() == ["PER:Aino Korhonen;LOC:VN", "ROLE:Bộ trưởng Ngoại giao Chile", "", "LOC:SE"]


def test_who_only_acts_has_a_row(tmp_path: Path) -> None:
    for name in ("mentions", "namings", "documents"):
        store.write(name, schemas.empty(name), tmp_path)
    columns = schemas.table("acts").columns
    row = {name: 0 if column.kind == "integer" else "" for name, column in columns.items()}
    row |= {"act": "MEET", "zone": "body", "time": "reported"}
    acts = pd.DataFrame([row | {"source_ids": "LOC:SE", "target_ids": "ROLE:Bộ trưởng Ngoại giao Chile"}])
    store.write("acts", acts, tmp_path)
    table = register.entities_table(tmp_path).set_index("entity_id")
    assert table.loc["LOC:SE", ["label", "country", "mentions"]].tolist() == ["Thụy Điển", "SE", 0]
    assert table.loc["ROLE:Bộ trưởng Ngoại giao Chile", "gloss"] == "foreign minister"


def test_no_mentions_no_entities(tmp_path: Path) -> None:
    for name in ("mentions", "namings", "documents", "acts"):
        store.write(name, schemas.empty(name), tmp_path)
    assert register.entities_table(tmp_path).empty
