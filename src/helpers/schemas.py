"""The tables of a run: columns, types and meaning, as code; `store` checks them on every write.

Text columns are never null: what is not known is the empty string. `integer?` columns may be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import pandas as pd

from helpers.errors import TableError
from helpers.spans import ACT_CLASSES, MENTION_TYPES, ZONES

if TYPE_CHECKING:
    import pandera.pandas as pa

Kind = Literal["text", "integer", "integer?", "number", "flag"]


class Column(NamedTuple):
    kind: Kind
    meaning: str
    values: tuple[str, ...] = ()


class Table(NamedTuple):
    """One table: `notebook` writes it; `csv` says whether a CSV stands beside the Parquet file;
    `key` are the columns that identify a row; `running_text` tables are written but never published."""

    notebook: str
    row: str
    columns: dict[str, Column]
    key: tuple[str, ...]
    csv: bool = True
    running_text: bool = False


def _text(meaning: str, values: tuple[str, ...] = ()) -> Column:
    return Column("text", meaning, values)


def _integer(meaning: str) -> Column:
    return Column("integer", meaning)


def _number(meaning: str) -> Column:
    return Column("number", meaning)


DOC = {"doc_id": _text("document")}
SPAN = DOC | {"start": _integer("first code point"), "end": _integer("code point after the last")}
GOLD = {"gold": _text("key in the gold annotation")}

TABLES: dict[str, Table] = {
    "documents": Table(
        "01",
        "a text",
        DOC
        | {
            "file": _text("path inside the corpus folder"),
            "sha256": _text("checksum of the file"),
            "outlet": _text("who published it"),
            "agency": _text("news agency it is taken from"),
            "author": _text("named author"),
            "published_at": _text("date or date and time, ISO 8601"),
            "title": _text("headline"),
            "language": _text("ISO 639-1 code"),
            "characters": _integer("code points"),
            "words": _integer("written words"),
            "sentences": _integer("sentences"),
            "duplicate_of": _text("doc_id of the text that it repeats"),
            "flags": _text("quality flags, joined by ;"),
            "rights": _text("rights, from the manifest"),
            "note": _text("note, from the manifest"),
        },
        ("doc_id",),
    ),
    "metadata": Table(
        "01",
        "a piece of metadata of a text",
        DOC
        | {
            "field": _text("outlet, agency, author, published_at or title"),
            "found": _text("value read in the text"),
            "manifest": _text("value given by the manifest"),
            "rule": _text("how it was found"),
        },
        ("doc_id", "field"),
    ),
    "skipped": Table(
        "01",
        "an input left out",
        {
            "path": _text("path inside the corpus folder"),
            "record": _text("record in the file, if it has several"),
            "reason": _text("why"),
            "remedy": _text("what would let it in"),
        },
        ("path", "record"),
    ),
    "texts": Table(
        "01", "a normalised text", DOC | {"text": _text("the text on which all offsets stand")}, ("doc_id",), csv=False, running_text=True
    ),
    "segments": Table(
        "01",
        "a line or a part of one",
        SPAN | {"zone": _text("zone", ZONES), "rule": _text("rule that named the zone")},
        ("doc_id", "start"),
        csv=False,
    ),
    "sentences": Table(
        "01",
        "a sentence",
        SPAN
        | {
            "sentence": _integer("its number in the text, from 0"),
            "zone": _text("zone", ZONES),
            "speaker": _text("who says it, if quoted"),
        },
        ("doc_id", "sentence"),
    ),
    "tokens": Table(
        "01",
        "a word",
        SPAN | {"sentence": _integer("number of its sentence"), "text": _text("the word"), "pos": _text("part of speech")},
        ("doc_id", "start"),
        csv=False,
        running_text=True,
    ),
    "mentions": Table(
        "01",
        "a name or office",
        {"mention_id": _text("doc_id and number")}
        | SPAN
        | {
            "text": _text("as written"),
            "type": _text("mention type", MENTION_TYPES),
            "entity": _text("codebook key"),
            "entity_id": _text("entity across documents"),
            "zone": _text("zone", ZONES),
            "sentence": _integer("number of its sentence"),
            "rule": _text("rule that found it"),
        },
        ("mention_id",),
    ),
    "references": Table(
        "01",
        "a referring expression",
        SPAN | {"text": _text("as written"), "kind": _text("kind"), "refers_to": _text("codebook keys, joined by ;")},
        ("doc_id", "start"),
    ),
    "acts": Table(
        "01",
        "a diplomatic act",
        {"act_id": _text("doc_id and number")}
        | SPAN
        | {
            "text": _text("predicate as written"),
            "act": _text("class", ACT_CLASSES),
            "protocol": _text("protocol form of an encounter"),
            "source": _text("codebook keys, joined by ;"),
            "target": _text("codebook keys, joined by ;"),
            "source_ids": _text("entity ids"),
            "target_ids": _text("entity ids"),
            "addressee": _text("codebook keys"),
            "content_start": _integer("what is said: first code point"),
            "content_end": _integer("what is said: end; equal to the start where empty"),
            "topics": _text("topics, joined by ;"),
            "time": _text("time", ("reported", "planned", "recalled", "denied")),
            "searle": _text("illocutionary class (Searle 1976)"),
            "cameo": _text("CAMEO root code"),
            "plover": _text("PLOVER type"),
            "zone": _text("zone", ZONES),
            "sentence": _integer("number of its sentence"),
            "rule": _text("rule that found it"),
        },
        ("act_id",),
    ),
    "gold_mentions": Table(
        "01",
        "a mention of the gold annotation",
        SPAN | {"text": _text("as written"), "type": _text("type", MENTION_TYPES), "entity": _text("key")},
        ("doc_id", "start"),
    ),
    "gold_acts": Table(
        "01",
        "an act of the gold annotation",
        SPAN | {"text": _text("as written"), "act": _text("class", ACT_CLASSES), "source": _text("keys"), "target": _text("keys")},
        ("doc_id", "start"),
    ),
    "stock_mentions": Table(
        "01",
        "a name found by underthesea's stock NER, on gold documents only",
        SPAN | {"text": _text("as written"), "type": _text("type", MENTION_TYPES), "entity": _text("its text")},
        ("doc_id", "start"),
    ),
    "frequencies": Table(
        "01",
        "a frequent word or phrase",
        {
            "kind": _text("word or phrase"),
            "unit": _text("as counted, in lower case"),
            "count": _integer("occurrences"),
            "documents": _integer("texts it stands in"),
        },
        ("kind", "unit"),
    ),
    "entities": Table(
        "02",
        "a person, body, place …",
        {
            "entity_id": _text("type and key, unique in the corpus"),
            "type": _text("type", MENTION_TYPES),
            "label": _text("fullest form"),
            "country": _text("ISO 3166-1 alpha-2"),
            "offices": _text("offices, each with first and last date"),
            "aliases": _text("other forms"),
            "documents": _integer("texts"),
            "mentions": _integer("mentions"),
        },
        ("entity_id",),
    ),
    "encounters": Table(
        "03",
        "a meeting or visit, told once or often",
        {
            "encounter_id": _text("number"),
            "date": _text("ISO date or range"),
            "place": _text("place"),
            "form": _text("protocol form"),
            "sides": _text("entity ids, joined by ;"),
            "levels": _text("offices of the sides"),
            "act_ids": _text("acts that tell it"),
        },
        ("encounter_id",),
    ),
    "keyness": Table(
        "03",
        "a word of one group against the reference",
        {
            "group": _text("group"),
            "reference": _text("compared with"),
            "unit": _text("word"),
            "count": _integer("in the group"),
            "reference_count": _integer("in the reference"),
            "log_likelihood": _number("G2 (Dunning 1993)"),
            "log_ratio": _number("binary log of the ratio of relative frequencies (Hardie 2014)"),
            "p_value": _number("corrected; missing where groups are too small"),
        },
        ("group", "unit"),
    ),
    "collocations": Table(
        "03",
        "a neighbour of the node",
        {
            "node": _text("node"),
            "collocate": _text("neighbour"),
            "count": _integer("together"),
            "collocate_count": _integer("neighbour alone"),
            "log_dice": _number("logDice (Rychly 2008)"),
            "log_likelihood": _number("G2"),
        },
        ("node", "collocate"),
    ),
    "dispersion": Table(
        "03",
        "a word's spread over documents",
        {
            "unit": _text("word"),
            "count": _integer("occurrences"),
            "range": _integer("texts"),
            "dp": _number("deviation of proportions (Gries 2008), normalised (Lijffijt & Gries 2012)"),
        },
        ("unit",),
    ),
    "formulas": Table(
        "03",
        "a recurrent set phrase",
        {
            "formula": _text("formula"),
            "count": _integer("occurrences"),
            "documents": _integer("texts"),
            "variants": _text("forms with counts"),
            "spans": _text("doc_id:start-end, joined by ;"),
        },
        ("formula",),
    ),
    "concordance": Table(
        "03",
        "a hit of the node",
        SPAN | {"left": _text("words before"), "text": _text("hit"), "right": _text("words after")},
        ("doc_id", "start"),
        csv=False,
        running_text=True,
    ),
    "figures": Table(
        "04",
        "a figure",
        {
            "figure": _text("file name without ending"),
            "title": _text("title"),
            "caption": _text("caption"),
            "alt": _text("alternative text"),
            "table": _text("table behind it"),
            "notebook": _text("notebook"),
        },
        ("figure",),
    ),
    "claims": Table(
        "05",
        "something the report says",
        {
            "claim_id": _text("id"),
            "sentence": _text("what is said"),
            "query": _text("SQL over the tables that yields the rows behind it"),
            "table": _text("table the rows come from"),
            "rows": _integer("number of rows behind it"),
        },
        ("claim_id",),
    ),
    "accuracy": Table(
        "05",
        "a measure of accuracy",
        {
            "block": _text("what it was measured on"),
            "system": _text("bang giao or stock"),
            "layer": _text("mentions, acts, source …"),
            "type": _text("type or class"),
            "correct": _integer("right"),
            "predicted": _integer("found"),
            "gold": _integer("wanted"),
            "precision": _number("share"),
            "recall": _number("share"),
            "f1": _number("F1"),
            "low": _number("lower end of the 95% interval"),
            "high": _number("upper end"),
            "interval": _text("method of the interval"),
        },
        ("block", "system", "layer", "type"),
    ),
    "errors": Table(
        "05",
        "a disagreement with the gold",
        SPAN
        | {
            "layer": _text("mentions or acts"),
            "kind": _text("missed, spurious, or which part differs"),
            "text": _text("as written"),
            "found": _text("value found"),
        }
        | GOLD,
        ("layer", "doc_id", "start", "kind"),
    ),
}

DTYPES = {"text": "str", "integer": "int64", "integer?": "Int64", "number": "float64", "flag": "bool"}


def table(name: str) -> Table:
    """The schema of a table; TableError for a name that is none."""
    try:
        return TABLES[name]
    except KeyError:
        raise TableError(f"no table is called {name}; the tables are {', '.join(TABLES)}") from None


def empty(name: str) -> pd.DataFrame:
    """A table without rows, with the columns and types of its schema."""
    return pd.DataFrame({key: pd.Series(dtype=DTYPES[column.kind]) for key, column in table(name).columns.items()})


def conform(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return `rows` with exactly the columns, order and types of the schema; TableError naming table and column."""
    wanted = table(name).columns
    missing, surplus = [c for c in wanted if c not in rows], [c for c in rows if c not in wanted]
    if missing or surplus:
        raise TableError(f"table {name}: missing columns {missing}, unknown columns {surplus}")
    if rows.empty:
        return empty(name)
    frame = rows[list(wanted)].reset_index(drop=True)
    for key, column in wanted.items():
        if column.kind == "text" and frame[key].isna().any():
            raise TableError(f"table {name}, column {key}: a missing value; write an empty text")
        try:
            frame[key] = frame[key].astype(DTYPES[column.kind])
        except (TypeError, ValueError) as error:
            raise TableError(f"table {name}, column {key}: {error}") from None
    _check(name, frame)
    return frame


def _check(name: str, frame: pd.DataFrame) -> None:
    import pandera.errors

    try:
        _pandera(name).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        case = error.failure_cases.iloc[0]
        raise TableError(
            f"table {name}, column {case['column']}: {case['failure_case']!r} fails {case['check']} (row {case['index']})"
        ) from None


def _pandera(name: str) -> pa.DataFrameSchema:
    import pandera.pandas as pa  # 0.7 s to import: only where a table is written

    schema = table(name)
    columns = {
        key: pa.Column(DTYPES[c.kind], checks=[pa.Check.isin(c.values)] if c.values else None, nullable=c.kind in ("number", "integer?"))
        for key, c in schema.columns.items()
    }
    return pa.DataFrameSchema(columns, unique=list(schema.key), strict=True)
