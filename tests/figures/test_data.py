"""The numbers behind the figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from figure_tables import fill

from helpers.figures import acts_by_actor, dispersion_plot, keyness_plot, labels, mentions_by_zone, network, timeline
from helpers.figures import network_data as net

DOCUMENTS = fill("documents", [{"doc_id": "a"}, {"doc_id": "b"}, {"doc_id": "c", "duplicate_of": "a"}])
ENTITIES = fill(
    "entities",
    [{"entity_id": f"{k}:{x}", "type": k, "label": f"{x} đầy đủ"} for k, x in (("PER", "An"), ("LOC", "LA"))],
)


def _acts(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    return fill(
        "acts",
        [
            {
                "act_id": f"{doc}:a{i}",
                "doc_id": doc,
                "act": act,
                "source_ids": s,
                "target_ids": t,
                "zone": "body",
                "time": "reported",
            }
            for i, (doc, act, s, t) in enumerate(rows)
        ],
    )


def test_an_act_of_several_actors_counts_for_each() -> None:
    acts = _acts(
        ("a", "MEET", "PER:An;LOC:LA", ""),
        ("b", "MEET", "PER:An", ""),
        ("b", "SIGN", "", "PER:An"),
        ("c", "MEET", "LOC:LA", ""),
    )
    data = acts_by_actor.data(acts, ENTITIES, DOCUMENTS, top_n=5)
    assert data.counts.to_dict("records") == [
        {"row": "LOC:LA", "column": "MEET", "count": 1},
        {"row": "PER:An", "column": "MEET", "count": 2},
    ]
    assert data.rows == {"PER:An": "An đầy đủ", "LOC:LA": "LA đầy đủ"}
    assert data.columns == {"MEET": "meet"}


def test_rows_that_do_not_fit_are_counted() -> None:
    acts = _acts(*[("a", "MEET", f"PER:{i % 4}", "") for i in range(10)])
    data = acts_by_actor.data(acts, ENTITIES, DOCUMENTS, top_n=3)
    assert (list(data.rows), data.hidden_rows, data.hidden_count) == (["PER:0", "PER:1", "PER:2"], 1, 2)


def test_pairs_of_the_network() -> None:
    acts = _acts(
        ("a", "PROPOSE", "PER:An", "LOC:LA;ORG:Ban"),
        ("b", "PRAISE", "PER:An", "LOC:LA"),
        ("b", "AGREE", "LOC:LA;LOC:VN", "LOC:LA;LOC:VN"),  # both sides on both sides: one arrow each way
        ("b", "STATE", "PER:An", "PER:An"),
        ("b", "STATE", "PER:An", ""),
        ("c", "PRAISE", "PER:An", "LOC:LA"),  # a duplicate
    )
    data = network.data(acts, ENTITIES, DOCUMENTS, top_n=9)
    edges = {(e.source, e.target): e.count for e in data.edges.itertuples()}
    assert edges == {
        ("PER:An", "LOC:LA"): 2,
        ("PER:An", "ORG:Ban"): 1,
        ("LOC:LA", "LOC:VN"): 1,
        ("LOC:VN", "LOC:LA"): 1,
    }
    nodes = {n.id: (n.label, n.kind, n.acts) for n in data.nodes.itertuples()}
    assert nodes["LOC:LA"] == ("LA đầy đủ", "LOC", 3)
    assert nodes["ORG:Ban"] == ("Ban", "ORG", 1)
    assert net.graph(data).edges["PER:An", "LOC:LA"]["count"] == 2


def test_only_the_most_involved_are_kept_with_the_arrows_between_them() -> None:
    acts = _acts(
        *[("a", "MEET", "PER:An", "LOC:LA")] * 3, ("a", "MEET", "PER:An", "PER:X"), ("a", "MEET", "PER:X", "PER:Y")
    )
    data = network.data(acts, ENTITIES, DOCUMENTS, top_n=2)
    assert (list(data.nodes["id"]), len(data.edges), data.hidden_nodes, data.hidden_edges) == (
        ["PER:An", "LOC:LA"],
        1,
        2,
        2,
    )


def test_the_layout_follows_its_seed_and_keeps_apart(tables: Callable[[int], Any]) -> None:
    made = tables(12)
    data = network.data(made.acts, made.entities, made.documents, top_n=12)
    places = net.layout(data, 5)
    assert places == net.layout(data, 5) != net.layout(data, 6)
    assert len(set(places.values())) == len(data.nodes)
    for x, y in places.values():
        assert -1 <= x <= 1
        assert -1 <= y <= 1
        assert (x, y) == (round(x, 6), round(y, 6))


def test_mentions_by_zone_with_their_rate() -> None:
    mentions = fill(
        "mentions",
        [
            {"mention_id": f"m{i}", "doc_id": "a", "type": t, "zone": "lede"}
            for i, t in enumerate(("PER", "PER", "LOC"))
        ],
    )
    data = mentions_by_zone.data(mentions, pd.DataFrame({"zone": ["lede"], "words": [5]}), DOCUMENTS)
    assert data.rows == {"lede": "lede\n60 per 100 words"}
    assert {r.column: r.count for r in data.counts.itertuples()} == {"PER": 2, "LOC": 1}


def test_encounters_in_order_of_date_the_most_told_kept() -> None:
    rows = [("e1", "2024-03-31/2024-04-03", "x"), ("e2", "", "x;y"), ("e3", "2022-05-01", "x;y;z"), ("e4", "2023", "")]
    met = fill(
        "encounters",
        [
            {
                "encounter_id": i,
                "date": d,
                "act_ids": a,
                "form": "hội đàm",
                "sides": "LOC:LA;PER:An",
                "levels": ";Thủ tướng",
            }
            for i, d, a in rows
        ],
    )
    data = timeline.data(met, ENTITIES, _acts(), DOCUMENTS, top_n=3)
    assert [(e.when, e.accounts) for e in data.entries] == [
        ("1 May 2022", 3),
        ("31 March – 3 April 2024", 1),
        ("no date", 2),
    ]
    assert data.entries[0].form == "hội đàm (talks)"
    assert data.entries[0].sides == "Thủ tướng An đầy đủ – LA đầy đủ"  # persons first
    assert data.hidden == 1


def test_an_encounter_without_a_date_stands_at_its_first_report() -> None:
    documents = fill(
        "documents",
        [{"doc_id": "a", "published_at": "2024-04-02T06:37"}, {"doc_id": "b", "published_at": "2024-04-03"}],
    )
    acts = _acts(("b", "MEET", "", ""), ("a", "MEET", "", ""))
    rows = [("e1", "", "b:a0;a:a1"), ("e2", "2024-04-05", "b:a0"), ("e3", "2024-04-01", "a:a1")]
    met = fill("encounters", [{"encounter_id": i, "date": d, "act_ids": a, "form": "gặp gỡ thân"} for i, d, a in rows])
    data = timeline.data(met, ENTITIES, acts, documents, top_n=9)
    assert [(e.when, e.dated) for e in data.entries] == [
        ("1 April 2024", True),
        ("reported 2 April 2024", False),
        ("5 April 2024", True),
    ]
    assert {e.form for e in data.entries} == {"gặp gỡ thân"}  # a form without a gloss
    assert "A hollow mark" in timeline.describe(data).caption


def test_an_encounter_that_is_only_announced_is_marked() -> None:
    rows = [("e1", "2024-04-05", "planned"), ("e2", "2024-04-06", "recalled"), ("e3", "", "planned")]
    met = fill("encounters", [{"encounter_id": i, "date": d, "time": t, "form": "thăm"} for i, d, t in rows])
    data = timeline.data(met, ENTITIES, _acts(), DOCUMENTS, top_n=9)
    assert [e.when for e in data.entries] == ["announced: 5 April 2024", "6 April 2024", "announced: no date"]


def test_key_words_of_a_group_half_of_each_direction() -> None:
    rows = [
        {
            "group": g,
            "unit": f"w{i}",
            "count": 5,
            "reference_count": 1,
            "log_ratio": r,
            "log_likelihood": abs(r),
            "words": size,
        }
        for g, size in (("a", 10), ("b", 20))
        for i, r in enumerate((3.0, 2.0, 1.0, -1.0, -2.0, -3.0))
    ]
    data = keyness_plot.data(fill("keyness", rows), DOCUMENTS, top_n=4)
    assert (data.group, data.reference, data.other_groups) == ("b", "a", 1)
    assert data.rows["log_ratio"].tolist() == [3, 2, -2, -3]
    assert keyness_plot.data(fill("keyness", rows), DOCUMENTS, group="a", top_n=4).group == "a"


def test_a_dispersion_plot_knows_the_texts_without_the_term() -> None:
    positions = pd.DataFrame(
        [("b", 0, 1, 0.5), ("b", 5, 6, 0.9), ("c", 0, 1, 0.1)], columns=["doc_id", "start", "end", "position"]
    )
    data = dispersion_plot.data(positions, DOCUMENTS, node="ký", top_n=5)
    assert (data.documents, data.without, data.hidden) == ({"b": 2}, 1, 0)


@pytest.mark.parametrize(
    ("iso", "wanted"),
    [
        ("2022-05-01", "1 May 2022"),
        ("2022-05-01T06:37", "1 May 2022"),
        ("2022-05", "May 2022"),
        ("2022", "2022"),
        ("2024-03-31/2024-04-03", "31 March – 3 April 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2023/2024", "2023 – 2024"),
        ("", ""),
        ("unclear", "unclear"),
    ],
)
def test_dates_in_words(iso: str, wanted: str) -> None:
    assert labels.date(iso) == wanted


def test_texts_are_named_by_outlet_and_day_and_no_two_alike() -> None:
    documents = fill(
        "documents",
        [
            {"doc_id": "a", "outlet": "Báo", "published_at": "2022-05-01"},
            {"doc_id": "b", "outlet": "Báo", "published_at": "2022-05-01"},
            {"doc_id": "c", "outlet": "Đài"},
            {"doc_id": "d"},
        ],
    )
    assert labels.of_documents(documents) == {
        "a": "Báo, 1 May 2022 (a)",
        "b": "Báo, 1 May 2022 (b)",
        "c": "Đài",
        "d": "d",
    }


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("hội đàm", "talks"),
        ("thăm cấp Nhà nước", "State visit"),
        ("không có", ""),
    ],
)
def test_forms_of_encounters_are_glossed(form: str, wanted: str) -> None:
    assert labels.gloss(form) == wanted


@pytest.mark.parametrize(
    ("items", "wanted"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_in_a_sentence(items: list[str], wanted: str) -> None:
    assert labels.listed(items) == wanted
