"""The message catalogue: every message can be said, and plural forms follow the number."""

import string
from collections.abc import Iterator

import pytest

from helpers import claims, schemas, words


def messages(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from messages(value, f"{path}.{key}" if path else key)
    elif isinstance(node, str):
        yield path, node


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 row behind this"), (2, "2 rows behind this"), (0, "0 rows behind this")]
)
def test_plural(n: int, said: str) -> None:
    assert words.say("show.evidence", n=n) == said


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        words.say("show.nothing_of_the_kind")


def test_source_text_with_braces_is_left_alone() -> None:
    assert "{x|y|z}" in words.say("claims.relationship_level", label="{x|y|z}", levels="")


@pytest.mark.parametrize(("key", "message"), list(messages(words.catalogue())))
def test_every_message_is_well_formed(key: str, message: str) -> None:
    plain = "".join(part for part in message if part != "|")
    assert all(name is None or name != "" for _, name, _, _ in string.Formatter().parse(plain)), key


@pytest.mark.parametrize("name", list(claims.declared()))
def test_every_claim_has_its_sentences_and_a_table(name: str) -> None:
    said = words.catalogue()["claims"]
    assert name in said
    assert claims.declared()[name]["table"] in schemas.TABLES
