"""The register of entities: countries and offices as the texts name them, over the whole corpus."""

import pandas as pd
import pytest

from helpers import schemas
from helpers.annotate import annotate
from helpers.entities import register
from helpers.text import normalise

DATES = {"a": "2021-03-05", "b": "2023-01-10T08:30"}


def tables(**texts: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    rows = []
    for doc, text in texts.items():
        for i, m in enumerate(annotate(normalise(text)).mentions):
            rows.append({"mention_id": f"{doc}:{i}", "doc_id": doc, "entity_id": f"{m.type}:{m.entity}"} | m._asdict())
    documents = pd.DataFrame({"doc_id": list(texts), "published_at": [DATES.get(doc, "") for doc in texts]})
    return pd.DataFrame(rows), documents, pd.DataFrame({"doc_id": list(texts), "text": map(normalise, texts.values())})


def entity(text: str, name: str) -> pd.Series:
    mentions, documents, texts = tables(a=text)
    table = register.entities_table(mentions, documents, texts, schemas.empty("acts"))
    return table.set_index("label").loc[name]


@pytest.mark.parametrize(
    ("text", "name", "country", "offices"),
    [
        ("Chiều 5/3, Thủ tướng Phần Lan Aino Korhonen thăm Hà Nội.", "Aino Korhonen", "FI", "Thủ tướng (2021-03-05)"),
        ("Chiều 5/3, Chủ tịch nước Lê Văn Minh tiếp Đại sứ Ý.", "Lê Văn Minh", "VN", "Chủ tịch nước (2021-03-05)"),
        (
            "Theo lời mời của Chính phủ Phần Lan, Phó Thủ tướng, Bộ trưởng Ngoại giao Lê Văn Minh thăm Helsinki.",
            "Lê Văn Minh", "VN", "Bộ trưởng Ngoại giao (2021-03-05); Phó Thủ tướng (2021-03-05)",
        ),
        ("Thủ tướng Lê Văn Minh hội đàm với Thủ tướng Phần Lan Aino Korhonen.", "Lê Văn Minh", "VN", "Thủ tướng (2021-03-05)"),
        ("Chiều 5/3, ông Aino Korhonen thăm Hà Nội.", "Aino Korhonen", "", ""),
    ],
)  # fmt: skip
def test_country_and_offices_of_a_person(text: str, name: str, country: str, offices: str) -> None:
    row = entity(text, name)
    assert (row["country"], row["offices"]) == (country, offices)


def test_one_sentence_that_names_another_country_does_not_move_a_leader_of_ones_own() -> None:
    own = "Chiều 5/3, Chủ tịch nước Lê Văn Minh tiếp Đại sứ Ý."
    mentions, documents, texts = tables(a=own, b=own, c="Nhà vua Thái Lan Lê Văn Minh nói.")
    table = register.entities_table(mentions, documents, texts, schemas.empty("acts"))
    assert table.set_index("label").loc["Lê Văn Minh", "country"] == "VN"


def test_an_office_carries_the_dates_of_the_texts_that_name_it() -> None:
    text = "Chiều 5/3, Thủ tướng Phần Lan Aino Korhonen thăm Hà Nội."
    mentions, documents, texts = tables(a=text, b=text)
    table = register.entities_table(mentions, documents, texts, schemas.empty("acts"))
    row = table.set_index("label").loc["Aino Korhonen"]
    assert row["offices"] == "Thủ tướng (2021-03-05–2023-01-10)"
    assert (row["documents"], row["mentions"]) == (2, 2)


def test_countries_are_labelled_by_name_and_bodies_have_theirs() -> None:
    text = "Quốc hội Phần Lan hoan nghênh Việt Nam."
    assert entity(text, "Việt Nam")["country"] == "VN"
    assert entity(text, "Quốc hội Phần Lan")["country"] == "FI"


def test_keys_of_acts_become_ids_and_unmentioned_ones_get_their_own() -> None:
    mentions, documents, texts = tables(a="Thủ tướng Phần Lan Aino Korhonen thăm Việt Nam.")
    cells = pd.Series(["Aino Korhonen;VN", "Bộ trưởng Ngoại giao Chile", "", "SE"])
    ids = register.ids_of_keys(pd.Series(["a"] * 4), cells, mentions)
    assert ids.tolist() == ["PER:Aino Korhonen;LOC:VN", "ROLE:Bộ trưởng Ngoại giao Chile", "", "LOC:SE"]
    acts = pd.DataFrame({"source_ids": ids, "target_ids": ""})
    table = register.entities_table(mentions, documents, texts, acts)
    assert set(table["entity_id"]) >= set(";".join(ids).split(";")) - {""}
    assert table.set_index("entity_id").loc["LOC:SE", "label"] == "Thụy Điển"


def test_no_mentions_no_entities() -> None:
    empty = [schemas.empty(name) for name in ("mentions", "documents", "texts", "acts")]
    assert register.entities_table(*empty).empty
