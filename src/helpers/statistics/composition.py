"""What the corpus is made of: the fields that are known of its texts, who published them, and what repeats what."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers import store, words

FIELDS = ("outlet", "agency", "author", "published_at", "title", "address", "rights")


def fields(run: Path | None = None) -> pd.DataFrame:
    """Return, by field of table `documents`: how many texts it is known of, their share, how many have it from the
    manifest (or a column of the record), and how many only from the text."""
    parts = [
        f"""SELECT {i} AS i, '{name}' AS field, count(*) FILTER ("{name}" <> '') AS known, count(*) AS texts,
            count(*) FILTER (m.manifest <> '') AS given, count(*) FILTER (m.manifest = '' AND m.found <> '') AS only_found
        FROM documents d LEFT JOIN metadata m ON m.doc_id = d.doc_id AND m.field = '{name}'"""
        for i, name in enumerate(FIELDS)
    ]
    return store.query(
        f"""SELECT field, known, round(100 * known / nullif(texts, 0))::INTEGER AS percent, given, only_found
        FROM ({" UNION ALL ".join(parts)}) ORDER BY i""",
        run,
    )


def by(column: str, *, top_n: int, run: Path | None = None) -> pd.DataFrame:
    """Return the texts by one of `FIELDS`: texts, copies among them, written words, first and last day.

    The `top_n` values with the most texts; the others together and the texts without one make the last rows.
    """
    if column not in FIELDS:
        raise ValueError(f"{column}: expected one of {', '.join(FIELDS)}")
    unknown, others = (words.say(f"statistics.{key}").replace("'", "''") for key in ("unknown", "others"))
    return store.query(
        f"""WITH ranked AS (
            SELECT "{column}" AS value, row_number() OVER (ORDER BY "{column}" = '', count(*) DESC, "{column}") AS place
            FROM documents GROUP BY "{column}"),
        placed AS (
            SELECT d.*, CASE WHEN value = '' THEN 2 WHEN place > {top_n} THEN 1 ELSE 0 END AS last
            FROM documents d JOIN ranked ON value = "{column}")
        SELECT CASE last WHEN 2 THEN '{unknown}' WHEN 1 THEN '{others}' ELSE "{column}" END AS "{column}",
            count(*) AS documents, count(*) FILTER (duplicate_of <> '') AS copies, sum(words)::BIGINT AS written_words,
            coalesce(min(nullif(left(published_at, 10), '')), '') AS first_date,
            coalesce(max(left(published_at, 10)), '') AS last_date
        FROM placed GROUP BY last, 1 ORDER BY last, documents DESC, 1""",
        run,
    )


def groups_of_copies(*, top_n: int, run: Path | None = None) -> pd.DataFrame:
    """Return the `top_n` largest groups of texts that repeat one: the text kept, how many copies it has and which (ten at
    most), how many of them have the same words, how similar to it the least similar is, the outlets of all of them, and
    the first and last day."""
    return store.query(
        f"""SELECT kept.doc_id, count(*) AS copies, array_to_string(list_sort(list(copy.doc_id))[:10], ', ') AS copied_in,
            count(*) FILTER (r.kind = 'exact') AS exact, min(r.similarity) AS least_similarity,
            array_to_string(list_sort(list_distinct(list(nullif(copy.outlet, '')) || [any_value(nullif(kept.outlet, ''))])), ', ') AS outlets,
            coalesce(least(min(nullif(left(copy.published_at, 10), '')), any_value(nullif(left(kept.published_at, 10), ''))), '') AS first_date,
            coalesce(greatest(max(nullif(left(copy.published_at, 10), '')), any_value(nullif(left(kept.published_at, 10), ''))), '') AS last_date
        FROM duplicates r JOIN documents copy USING (doc_id) JOIN documents kept ON kept.doc_id = r.duplicate_of
        GROUP BY kept.doc_id ORDER BY copies DESC, kept.doc_id LIMIT {top_n}""",
        run,
    )


def doubtful_copies(*, top_n: int, run: Path | None = None) -> pd.DataFrame:
    """Return the `top_n` rows of table `duplicates` that were nearest to being no copies: those whose overlap with the
    text that they repeat is the least; texts with the same words are left out."""
    return store.query(
        f"""SELECT doc_id, duplicate_of, similarity, contained FROM duplicates WHERE kind = 'near'
        ORDER BY similarity, contained, doc_id LIMIT {top_n}""",
        run,
    )


def skipped_by_reason(*, top_n: int, run: Path | None = None) -> pd.DataFrame:
    """Return why inputs were left out, the most frequent reasons first: count, remedy, and the first input as example."""
    return store.query(
        f"""SELECT reason, count(*) AS inputs, any_value(remedy) AS remedy,
            min(path || CASE WHEN record = '' THEN '' ELSE ' (' || record || ')' END) AS example
        FROM skipped GROUP BY reason ORDER BY inputs DESC, reason LIMIT {top_n}""",
        run,
    )


def dates_compared(run: Path | None = None) -> pd.DataFrame:
    """Return how the days of publication read in the texts compare with those given, by what the day found rests on.

    Compared is what both tell: of a day and a month, the month.
    """
    kinds = ("same", "differs", "only_found", "only_given", "neither")
    said = " ".join(f"WHEN '{kind}' THEN '{words.say(f'statistics.dates_{kind}')}'" for kind in kinds)
    return store.query(
        f"""SELECT CASE kind {said} END AS agreement, certainty, count(*) AS documents
        FROM (SELECT certainty, {comparison()} AS kind FROM metadata WHERE field = 'published_at')
        GROUP BY kind, certainty ORDER BY list_position({list(kinds)}, kind), documents DESC, certainty""",
        run,
    )


def comparison() -> str:
    """SQL over a row of table `metadata` of the field published_at: same, differs, only_found, only_given or neither."""
    return """CASE WHEN found = '' AND manifest = '' THEN 'neither' WHEN manifest = '' THEN 'only_found'
        WHEN found = '' THEN 'only_given'
        WHEN left(found, least(len(manifest), 10)) = left(manifest, least(len(found), 10)) THEN 'same' ELSE 'differs' END"""
