"""Claims: each sentence rests on a query that yields exactly the rows it counts."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import claims, schemas, store


@pytest.fixture
def run(tmp_path: Path) -> Path:
    for name in schemas.TABLES:
        store.write(name, schemas.empty(name), tmp_path)
    return tmp_path


def row(table: str, **values: object) -> dict[str, object]:
    return {key: "" if c.kind == "text" else 0 for key, c in schemas.table(table).columns.items()} | values


def test_an_empty_corpus_is_said_to_be_empty(run: Path) -> None:
    assert [s.sentence for s in claims.state("skipped", run)] == ["No input was left out."]
    assert all(s.rows == 0 for name in claims.declared() for s in claims.state(name, run))


def test_a_count_and_the_rows_behind_it_agree(run: Path) -> None:
    acts = [
        row("acts", act_id=f"a:{i}", act=c, time="reported", zone="body")
        for i, c in enumerate(["MEET", "MEET", "SIGN"])
    ]
    store.write("acts", pd.DataFrame(acts), run)
    said = claims.state("acts_of_class", run)
    assert [(s.claim_id, s.sentence, s.rows) for s in said] == [
        ("acts_of_class.1", "2 acts are of class MEET (a meeting or call).", 2),
        ("acts_of_class.2", "1 act is of class SIGN (signing).", 1),
    ]
    assert store.query(said[0].query, run)["act_id"].tolist() == ["a:0", "a:1"]


def test_values_with_quotes_stay_values(run: Path) -> None:
    odd = "Côte d'Ivoire' OR '1'='1"
    store.write("entities", pd.DataFrame([row("entities", entity_id=odd, type="PER", label=odd, mentions=1)]), run)
    mention = row("mentions", mention_id="m", type="PER", zone="body")
    store.write(
        "mentions", pd.DataFrame([mention | {"entity_id": odd}, mention | {"mention_id": "n", "entity_id": "x"}]), run
    )
    assert claims.state("person_most_named", run)[0].rows == 1


def test_the_ledger_holds_every_claim_once(run: Path) -> None:
    ledger = store.write("claims", claims.ledger(run), run)
    assert ledger["claim_id"].is_unique
    assert {c.split(".")[0] for c in ledger["claim_id"]} == set(claims.declared()) - {
        "relationship_level",
        "relationship_levels",
    }
