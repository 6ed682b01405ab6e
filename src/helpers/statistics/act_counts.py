"""How many acts: by class, actor, country, channel, topic, outlet and year, each count with the acts that it counts.

Every table has a column `act_ids`, in which up to LISTED acts stand, joined by ;. Texts that repeat another are left out.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from helpers import store
from helpers.cells import split

LISTED = 100  # acts that a count names
_IDS = f"array_to_string(list_sort(list(DISTINCT act_id))[1:{LISTED}], ';') AS act_ids"
_ACTS = """
WITH counted AS (
    SELECT a.*, d.outlet, d.published_at[:4] AS year FROM acts a JOIN documents d USING (doc_id) WHERE d.counted),
classes AS (SELECT act, gloss FROM lexicon_crosswalk WHERE level = 'class'),
sourced AS (SELECT *, unnest(string_split(source_ids, ';')) AS source_id FROM counted WHERE source_ids <> '')
"""
_BY = {
    "class": f"""SELECT act, gloss, count(*) AS acts, count(DISTINCT doc_id) AS documents,
        string_agg(DISTINCT lower(text), ', ' ORDER BY lower(text)) AS predicates, {_IDS}
        FROM counted JOIN classes USING (act) GROUP BY act, gloss ORDER BY acts DESC, act""",
    "actor": f"""SELECT labels(source_id) AS actor, act, count(*) AS acts, {_IDS}
        FROM sourced GROUP BY source_id, act ORDER BY acts DESC, actor, act""",
    "country": f"""SELECT coalesce(n.name, '') AS country, act, count(DISTINCT act_id) AS acts, {_IDS}
        FROM sourced JOIN entities e ON e.entity_id = source_id JOIN country_names n ON n.iso = e.country
        GROUP BY n.name, act ORDER BY acts DESC, n.name, act""",
    "channel": f"""SELECT channel, side, count(DISTINCT act_id) AS acts, count(DISTINCT doc_id) AS documents, {_IDS}
        FROM counted JOIN channels USING (act_id) GROUP BY channel, side ORDER BY acts DESC, channel, side""",
    "sides": f"""SELECT labels(source_ids) AS actor, act, labels(target_ids) AS target, count(*) AS acts, {_IDS}
        FROM counted WHERE source_ids <> '' AND target_ids <> ''
        GROUP BY source_ids, act, target_ids ORDER BY acts DESC, actor, act, target""",
    "topic": f"""SELECT topic, act, count(*) AS acts, {_IDS}
        FROM (SELECT *, unnest(string_split(topics, ';')) AS topic FROM counted WHERE topics <> '')
        GROUP BY topic, act ORDER BY acts DESC, topic, act""",
    "wording": f"""SELECT act, text, any_value(gloss) AS gloss, count(DISTINCT act_id) AS acts,
        coalesce(string_agg(DISTINCT country, ', ' ORDER BY country), '') AS countries, {_IDS}
        FROM (SELECT act_id, s.act, lower(s.text) AS text, n.name AS country,
                     coalesce(p.gloss, (SELECT min(t.gloss) FROM lexicon_stances t WHERE ends_with(lower(s.text), ' ' || t.entry)), '') AS gloss
              FROM sourced s LEFT JOIN lexicon_predicates p ON lower(p.entry) = lower(s.text)
              LEFT JOIN entities e ON e.entity_id = source_id LEFT JOIN country_names n ON n.iso = e.country)
        WHERE act IN ('STRESS', 'PRAISE', 'COMMIT', 'OBJECT') GROUP BY act, text ORDER BY act, acts DESC, text""",
    "scheme": f"""SELECT plover, plover_mode, cameo, count(*) AS acts, {_IDS}
        FROM counted GROUP BY plover, plover_mode, cameo ORDER BY acts DESC, plover, plover_mode, cameo""",
}
_GROUPED = f"""SELECT {{group}}, act, count(*) AS acts, round(100.0 * count(*) / any_value(whole), 1) AS percent, {_IDS}
    FROM (SELECT *, count(*) OVER (PARTITION BY {{group}}) AS whole FROM counted WHERE {{group}} <> '')
    GROUP BY {{group}}, act ORDER BY {{group}}, acts DESC, act"""


def by(kind: str, run: Path | None = None) -> pd.DataFrame:
    """Return the acts of a run by `kind`: class, actor, country, channel, sides, topic, wording or scheme (the codes of
    PLOVER and CAMEO). KeyError for another kind."""
    return store.query(_ACTS + _BY[kind], run)


def by_group(group: str, run: Path | None = None) -> pd.DataFrame:
    """Return the acts by class within each `group` (outlet or year) and their share of its acts in percent; without
    rows where all texts are of one group."""
    rows = store.query(_ACTS + _GROUPED.format(group=group), run)
    return rows if rows[group].nunique() > 1 else rows.head(0)


def fired(run: Path | None = None) -> dict[str, tuple[int, int]]:
    """Return for each predicate as written, in lower case, how many acts it makes and in how many texts."""
    sql = "SELECT lower(text) AS text, count(*) AS acts, count(DISTINCT doc_id) AS documents FROM counted GROUP BY ALL"
    return {row.text: (int(row.acts), int(row.documents)) for row in store.each(store.query(_ACTS + sql, run))}


def contents(act: str, run: Path | None = None) -> pd.DataFrame:
    """Return the acts of one class that tell their content: doc_id, in_sentence (its number), actor, addressee, topics,
    content_start, content_end and act_ids, in the order of the texts."""
    sql = f"""SELECT doc_id, sentence AS in_sentence, labels(source_ids) AS actor, replace(topics, ';', ', ') AS topics, addressee,
        content_start, content_end, act_id AS act_ids FROM counted WHERE act = '{act}' AND content_end > content_start
        ORDER BY doc_id, start"""
    rows = store.query(_ACTS + sql, run)
    countries: dict[str, str] = dict(store.query("SELECT iso, name FROM country_names", run).itertuples(index=False))
    named = [", ".join(countries.get(key, key) for key in split(cell)) for cell in rows["addressee"]]
    return rows.assign(addressee=pd.Series(named, index=rows.index, dtype="str"))
