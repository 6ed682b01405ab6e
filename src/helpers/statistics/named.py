"""How people are named, in which order, when, and through which channel: counts over the tables of a run, by DuckDB."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers import store, words

FORMS = """
WITH told AS (
    SELECT n.entity_id, CASE WHEN contains(n.offices, ';') THEN 'several_offices' WHEN n.offices <> '' THEN 'office'
        WHEN n.address = 'đồng chí' THEN 'comrade' WHEN n.address <> '' THEN 'address'
        WHEN contains(m.text, ' ') THEN 'name_alone' ELSE 'short_name' END AS form
    FROM namings n JOIN mentions m USING (mention_id)
    UNION ALL
    SELECT p.entity_id, 'title_alone' FROM "references" r
    JOIN (SELECT DISTINCT doc_id, entity, entity_id FROM namings) p ON p.doc_id = r.doc_id AND p.entity = r.refers_to
    WHERE r.kind = 'office')
SELECT coalesce(c.name, 'not told') AS country, count(DISTINCT entity_id) AS people,
    count(*) FILTER (form = 'several_offices') AS several_offices, count(*) FILTER (form = 'office') AS office,
    count(*) FILTER (form = 'title_alone') AS title_alone, count(*) FILTER (form = 'comrade') AS comrade,
    count(*) FILTER (form = 'address') AS other_address, count(*) FILTER (form = 'name_alone') AS alone,
    count(*) FILTER (form = 'short_name') AS short_name
FROM told JOIN entities e USING (entity_id) LEFT JOIN country_names c ON c.iso = e.country
GROUP BY ALL ORDER BY count(*) DESC, country"""

SIDES = """
SELECT CASE WHEN e.country = '' OR o.country = '' THEN '{unknown}'
            WHEN e.country = 'VN' AND o.country = 'VN' THEN '{home}' WHEN 'VN' IN (e.country, o.country) THEN '{mixed}'
            WHEN e.country = o.country THEN '{one}' ELSE '{two}' END AS sides,
    sum(sentences)::BIGINT AS sentences,
    sum(CASE WHEN greatest(rank, other_rank) = 99 OR rank = other_rank THEN 0 WHEN rank < other_rank THEN first ELSE sentences - first END)::BIGINT AS higher_first,
    sum(CASE WHEN greatest(rank, other_rank) = 99 OR rank = other_rank THEN 0 WHEN rank < other_rank THEN sentences - first ELSE first END)::BIGINT AS lower_first,
    sum(CASE WHEN e.country = 'VN' AND o.country <> 'VN' THEN first
             WHEN o.country = 'VN' AND e.country <> 'VN' THEN sentences - first ELSE 0 END)::BIGINT AS home_first
FROM named_together p JOIN entities e USING (entity_id) JOIN entities o ON o.entity_id = p.other_id
GROUP BY ALL ORDER BY sentences DESC, sides"""

TITLES = """
SELECT labels(entity_id) AS person, replace(arg_max(offices, (n, offices)), ';', ' · ') AS offices, sum(n)::BIGINT AS mentions
FROM (SELECT entity_id, offices, count(*) AS n FROM namings WHERE contains(offices, ';') GROUP BY ALL)
GROUP BY entity_id, lower(offices) ORDER BY mentions DESC, person, offices"""

PAIRS = """
SELECT e.label AS person, o.label AS other, p.sentences, p.documents, first AS first_named, sentences - first AS other_first
FROM named_together p JOIN entities e USING (entity_id) JOIN entities o ON o.entity_id = other_id
ORDER BY sentences DESC, person, other"""

MONTHS = """
WITH named AS (SELECT d.published_at[:7] AS month, m.entity_id, count(*) AS mentions, count(DISTINCT doc_id) AS texts
               FROM mentions m JOIN documents d USING (doc_id) WHERE m.type = 'PER' AND d.published_at <> '' AND d.counted GROUP BY ALL),
ranked AS (SELECT *, row_number() OVER (PARTITION BY month ORDER BY mentions DESC, entity_id) AS place FROM named)
SELECT month, (SELECT count(*) FROM documents WHERE published_at[:7] = month AND counted) AS documents,
    count(*) AS people, sum(r.mentions)::BIGINT AS mentions,
    string_agg(e.label || ' (' || r.mentions || ')', ', ' ORDER BY place) FILTER (place <= 5) AS most_named
FROM ranked r JOIN entities e USING (entity_id) GROUP BY month ORDER BY month"""

PEOPLE_BY_DATE = """
SELECT e.label, min(d.published_at[:10]) AS first_date, max(d.published_at[:10]) AS last_date,
    count(DISTINCT d.published_at[:7]) AS months, count(DISTINCT doc_id) AS documents, count(*) AS mentions
FROM mentions m JOIN documents d USING (doc_id) JOIN entities e USING (entity_id)
WHERE m.type = 'PER' AND d.published_at <> '' AND d.counted GROUP BY e.entity_id, e.label ORDER BY mentions DESC, label"""

CHANNELS = """
WITH ranked AS (SELECT *, row_number() OVER (PARTITION BY channel, type ORDER BY mentions DESC, label) AS place
                FROM entities WHERE type IN ('PER', 'ORG') AND mentions > 0)
SELECT CASE channel WHEN '' THEN 'not told' ELSE channel END AS channel, count(*) FILTER (type = 'PER') AS people,
    coalesce(sum(mentions) FILTER (type = 'PER'), 0)::BIGINT AS people_mentions,
    coalesce(string_agg(label, ', ' ORDER BY place) FILTER (type = 'PER' AND place <= 3), '') AS for_example,
    count(*) FILTER (type = 'ORG') AS bodies, coalesce(sum(mentions) FILTER (type = 'ORG'), 0)::BIGINT AS bodies_mentions,
    coalesce(string_agg(label, ', ' ORDER BY place) FILTER (type = 'ORG' AND place <= 3), '') AS bodies_for_example
FROM ranked GROUP BY channel ORDER BY channel = '', people_mentions + bodies_mentions DESC, channel"""

REFERENCES = """
WITH forms AS (SELECT kind, lower(text) AS form, count(*) AS n FROM "references" GROUP BY ALL),
shown AS (SELECT kind, string_agg(form, ', ' ORDER BY place) AS for_example
          FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY n DESC, form) AS place FROM forms) WHERE place <= 4 GROUP BY kind)
SELECT kind, count(*) AS count, count(*) FILTER (refers_to <> '') AS resolved,
    round(100 * avg((refers_to <> '')::INT), 1) AS percent, any_value(for_example) AS for_example
FROM "references" JOIN shown USING (kind) GROUP BY kind ORDER BY count DESC, kind"""

RULES = """
SELECT type, rule, count(*) AS mentions, count(DISTINCT doc_id) AS documents, count(DISTINCT entity_id) AS entities,
    arg_max(text, (n, text)) AS for_example
FROM (SELECT *, count(*) OVER (PARTITION BY rule, type, text) AS n FROM mentions)
GROUP BY ALL ORDER BY mentions DESC, type, rule"""

ENTRIES = """
SELECT entry, count(*) AS mentions, count(DISTINCT m.doc_id) AS documents, string_agg(DISTINCT type, ', ' ORDER BY type) AS types
FROM (SELECT doc_id, type, unnest(string_split(entry, '; ')) AS entry FROM mentions WHERE entry <> '') m
GROUP BY entry ORDER BY mentions DESC, entry"""

OTHERS = """
SELECT type, label, documents, mentions FROM entities
WHERE type IN ('DOC', 'EVENT') OR (type = 'DATE' AND regexp_matches(label, '^[0-9]{4}\\b'))
QUALIFY row_number() OVER (PARTITION BY type ORDER BY mentions DESC, label) <= 20
ORDER BY array_position(['DOC', 'EVENT', 'DATE'], type), mentions DESC, label"""

PLACES = """
SELECT label, coalesce(c.name, '') AS country, e.gloss AS gloss, e.aliases, e.documents, e.mentions
FROM entities e LEFT JOIN country_names c ON c.iso = e.country
WHERE type = 'LOC' AND mentions > 0 ORDER BY mentions DESC, label"""


def sides(run: Path | None = None) -> pd.DataFrame:
    """Who is named first where two persons stand in one sentence, by what the two are to each other."""
    kinds = ("home", "mixed", "one", "two", "unknown")
    return store.query(SIDES.format(**{kind: words.say(f"statistics.sides_{kind}") for kind in kinds}), run)
