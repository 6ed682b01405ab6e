"""How people are named, in which order and with whom: counts over a small corpus of our own."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import claims, corpus_tables, lexicon, store
from helpers.corpus import readers
from helpers.entities import register
from helpers.statistics import co_mentions, left_out, named

TEXTS = {
    "a": "Tổng Bí thư, Chủ tịch nước Lê Văn Minh tiếp Thủ tướng Áo Karl Gruber. Thủ tướng Gruber cảm ơn. Ông Gruber vui.",
    "b": "Thủ tướng Áo Karl Gruber gặp Chủ tịch nước Lê Văn Minh. Đồng chí Trần Hữu Đạo có mặt. Theo Aino Korhonen, việc tốt.",
    "c": "Chủ tịch nước Lê Văn Minh và Bộ trưởng Ngoại giao Trần Hữu Đạo đến. Chủ tịch nước phát biểu.",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, out = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("run")
    lines = ["doc_id,file,published_at", "a,a.txt,2021-03-05", "b,b.txt,2021-04-05", "c,c.txt,"]
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for doc, text in TEXTS.items():
        (folder / f"{doc}.txt").write_text(f"Một ngày làm việc bình thường\n\n{text}\n", encoding="utf-8")
    corpus_tables.write(readers.read(folder, max_document_chars=10_000), out)
    entities = store.write("entities", register.entities_table(out), out)
    pairs = store.write("named_together", co_mentions.named_together(out), out)
    found = co_mentions.communities(co_mentions.graph(pairs, entities), seed=1)
    store.write("communities", found, out)
    return out


def rows(sql: str, run: Path, key: str) -> pd.DataFrame:
    return store.query(sql, run).set_index(key)


def test_forms_of_naming_by_country(run: Path) -> None:
    forms = rows(named.FORMS, run, "country")
    columns = ["people", "several_offices", "office", "title_alone", "comrade", "other_address", "alone", "short_name"]
    assert forms.loc["Vietnam", columns].tolist() == [2, 1, 3, 1, 1, 0, 0, 0]
    assert forms.loc["Austria", columns].tolist() == [1, 0, 3, 0, 0, 1, 0, 0]
    assert forms.loc["not told", columns].tolist() == [1, 0, 0, 0, 0, 0, 1, 0]


def test_pairs_tell_who_is_named_first(run: Path) -> None:
    pairs = store.read("named_together", run).set_index(["entity_id", "other_id"])
    both = pairs.loc[("PER:Karl Gruber", "PER:Lê Văn Minh")]
    assert both[["sentences", "documents", "first"]].tolist() == [2, 2, 1]
    assert pairs.loc[("PER:Lê Văn Minh", "PER:Trần Hữu Đạo"), ["rank", "other_rank", "first"]].tolist() == [1, 2, 1]


def test_order_by_sides(run: Path) -> None:
    sides = named.sides(run).set_index("sides")
    columns = ["sentences", "higher_first", "lower_first", "home_first"]
    assert sides.loc["a Vietnamese and one of another country", columns].tolist() == [2, 0, 0, 1]
    assert sides.loc["both Vietnamese", columns].tolist() == [1, 1, 0, 0]


def test_people_over_time_need_a_date(run: Path) -> None:
    months = rows(named.MONTHS, run, "month")
    assert months["documents"].to_dict() == {"2021-03": 1, "2021-04": 1}
    assert months.loc["2021-03", "most_named"] == "Karl Gruber (3), Lê Văn Minh (1)"
    dates = rows(named.PEOPLE_BY_DATE, run, "label").loc["Lê Văn Minh"]
    assert dates[["first_date", "last_date", "documents"]].tolist() == ["2021-03-05", "2021-04-05", 2]


def test_channels_references_rules_and_entries(run: Path) -> None:
    assert rows(named.CHANNELS, run, "channel").loc["government", "people"] == 2
    references = rows(named.REFERENCES, run, "kind")
    assert references.loc["office", ["count", "resolved", "for_example"]].tolist() == [1, 1, "chủ tịch nước"]
    mentions = len(store.read("mentions", run))
    assert store.query(named.RULES, run)["mentions"].sum() == mentions
    assert rows(named.ENTRIES, run, "entry").loc["countries: Áo", "mentions"] == 2
    assert "Áo" in set(store.query(named.PLACES, run)["label"])


def test_titles_do_not_hang_on_capitals(run: Path) -> None:
    titles = store.query(named.TITLES, run)
    assert titles[["person", "offices", "mentions"]].values.tolist() == [
        ["Lê Văn Minh", "Tổng Bí thư · Chủ tịch nước", 1]
    ]


def test_communities_and_their_network(run: Path) -> None:
    found = store.read("communities", run)
    assert set(found["entity_id"]) == {"PER:Karl Gruber", "PER:Lê Văn Minh", "PER:Trần Hữu Đạo"}
    pairs, entities = store.read("named_together", run), store.read("entities", run)
    network = co_mentions.graph(pairs, entities)
    assert network.edges["PER:Karl Gruber", "PER:Lê Văn Minh"]["sentences"] == 2
    first = co_mentions.write_graphml(network, found, run).read_bytes()
    again = co_mentions.communities(co_mentions.graph(pairs[::-1], entities), seed=1)
    assert again.equals(found)
    assert co_mentions.write_graphml(network, again, run).read_bytes() == first
    assert "Lê Văn Minh" in first.decode()


def test_nobody_is_named_together(run: Path) -> None:
    nobody = store.read("named_together", run).iloc[:0]
    network = co_mentions.graph(nobody, store.read("entities", run))
    assert co_mentions.communities(network, seed=1).empty


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("named_first", "named first in 1 of 2 sentences (50.0 %)"),
        ("rank_first", "named first in 1 of 1 sentence (100.0 %)"),
        ("most_together", "Karl Gruber and Lê Văn Minh are named together most often: in 2 sentences of 2 texts"),
        ("references_resolved", "1 of 1 references of kind office are resolved"),
        ("people_channels", "Channel government: 2 people"),
    ],
)
def test_claims(run: Path, name: str, said: str) -> None:
    statements = claims.state(name, run)
    assert any(said in statement.sentence for statement in statements)
    assert all(statement.rows for statement in statements)


def test_every_excluded_row_of_the_tables_of_names_tells_why() -> None:
    rows = left_out.excluded(left_out.OF_NAMES)
    assert set(rows["table"]) <= set(lexicon.names())
    assert (rows["reason"] != "").all()
    assert rows["entry"].tolist().count("sắp mãn nhiệm") == 1
    assert len(left_out.excluded()) > len(rows)
