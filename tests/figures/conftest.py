"""Tables to draw, of any size: acts, entities, documents, encounters and what else the figures read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pandas as pd
import pytest
from figure_tables import fill

from helpers.spans import ACT_CLASSES, MENTION_TYPES, ZONES


class Tables(NamedTuple):
    """Tables as the figures take them."""

    documents: pd.DataFrame
    entities: pd.DataFrame
    acts: pd.DataFrame
    mentions: pd.DataFrame
    tokens: pd.DataFrame
    sentences: pd.DataFrame
    encounters: pd.DataFrame
    keyness: pd.DataFrame
    positions: pd.DataFrame
    accuracy: pd.DataFrame


@pytest.fixture(scope="session")
def tables() -> Callable[[int], Tables]:
    """`tables(n)`: n documents and as many actors, every third with a very long name; 0 gives empty tables."""

    def build(n: int) -> Tables:
        docs = [f"d{i:02}" for i in range(n)]
        kinds = [
            ("PER", "Lê Văn {}"),
            ("LOC", "Nước {}"),
            ("ORG", "Đoàn đại biểu cấp cao Hội hữu nghị và hợp tác số {}"),
        ]
        actors = [(f"{kind}:{name.format(i)}", kind, name.format(i)) for i in range(n) for kind, name in [kinds[i % 3]]]
        pairs = [(i, (i * k + 1) % n) for i in range(n) for k in (1, 2, 5)]
        acts = [
            {"act_id": f"{docs[i]}:a{j}", "doc_id": docs[i], "act": ACT_CLASSES[j % 12], "time": "reported", "zone": "body",
             "source_ids": actors[i][0], "target_ids": actors[k][0]}
            for j, (i, k) in enumerate(pairs)
        ]  # fmt: skip
        mentions = [
            {"mention_id": f"m{j}", "doc_id": docs[j % n], "type": MENTION_TYPES[j % 7], "zone": ZONES[j % 7]}
            for j in range(9 * n)
        ]
        places = [
            {"doc_id": doc, "sentence": k, "start": 50 * k, "zone": zone}
            for doc in docs
            for k, zone in enumerate(ZONES)
        ]
        words = [
            {"doc_id": doc, "sentence": i % 7, "start": 50 * (i % 7) + i, "text": "lời"}
            for doc in docs
            for i in range(70)
        ]
        met = [
            {"encounter_id": f"e{i}", "date": f"20{10 + i % 12}-0{1 + i % 9}-1{i % 10}" if i % 5 else "", "form": "hội đàm",
             "sides": ";".join(a[0] for a in (actors[i], actors[(i + 1) % n], actors[(i + 2) % n])), "act_ids": f"a{i};b{i}"}
            for i in range(n)
        ]  # fmt: skip
        keys = [
            {"group": doc, "unit": f"từ khóa {i}", "count": i, "reference_count": 20 - i, "words": 100 + len(doc), "log_ratio": (i - 9.5) / 2,
             "documents": 1, "reference_documents": n - 1, "log_likelihood": abs(i - 9.5), "p_value": float("nan")}
            for doc in docs for i in range(20)
        ] if n > 1 else []  # fmt: skip
        measured = [
            {
                "block": block,
                "system": system,
                "layer": layer,
                "type": kind,
                "f1": 0.7,
                "low": 0.5,
                "high": 0.9,
                "correct": 1,
            }
            for block in ("this corpus", "excerpts")
            for system, layer, kind in [
                *(("ours", "mentions", t) for t in (*MENTION_TYPES, "all", "PER+ORG+LOC")),
                *(("ours", "acts", t) for t in (*ACT_CLASSES, "all")),
                *(("ours", s, "all") for s in ("linking", "linking_hard", "source", "target")),
                ("stock", "mentions", "PER"),
            ]
            if n
        ]
        hits = [
            {"doc_id": doc, "start": i, "end": i + 1, "position": i / 12}
            for k, doc in enumerate(docs)
            for i in range(1 + k % 12)
        ]
        return Tables(
            fill("documents", [{"doc_id": doc, "outlet": "Báo Thử", "published_at": f"2022-05-{1 + i % 28:02}"} for i, doc in enumerate(docs)]),
            fill("entities", [{"entity_id": i, "type": kind, "label": label} for i, kind, label in actors]),
            fill("acts", acts), fill("mentions", mentions), fill("tokens", words), fill("sentences", places),
            fill("encounters", met), fill("keyness", keys),
            pd.DataFrame(hits, columns=["doc_id", "start", "end", "position"]).astype({"doc_id": "str"}), fill("accuracy", measured),
        )  # fmt: skip

    return cache(build)
