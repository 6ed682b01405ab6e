"""What is counted: the words of running text, spelt one way, of texts that repeat no other one.

Every statistic begins with `countable`. Counted are the zones headline, lede, body and caption of the documents that
table `documents` says are counted. A word is a token of underthesea with a letter in it; numbers and punctuation are kept in the
table, for they stand between words, but are no words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from helpers import lexicon, store
from helpers.spans import ACT_ZONES
from helpers.text import fold

COLUMNS = ("doc_id", "sentence", "start", "end", "unit", "kind", "function", "opens", "closes")
WORD, NUMBER, MARK = "word", "number", "mark"
NAMES = ("PER", "ORG", "LOC")
_TOGETHER = 500  # documents

Ints = npt.NDArray[np.int32]


class Numbers:
    """A number from 0 for each text that is met, so that memory holds every text once."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, texts: pd.Series) -> Ints:
        """The numbers of these texts."""
        codes, found = pd.factorize(texts)
        return np.array([self._known.setdefault(text, len(self._known)) for text in found], dtype=np.int32)[codes]

    def texts(self) -> list[str]:
        """The texts by their number."""
        return list(self._known)


def countable(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    names: pd.DataFrame | None = None,
    zones: tuple[str, ...] = ACT_ZONES,
) -> pd.DataFrame:
    """Return the tokens that statistics count, by document and place, with the columns COLUMNS.

    `unit` is the token in lower case, in the spelling (tone placement) most frequent in these documents; `kind` is
    word, number or mark; `function` tells the function words of lexicon `stopwords`; `opens` and `closes` the words
    that may begin and end a phrase: content words, and the function words whose `edge` there is left or right.
    Offsets are those of `tokens`. With `names`, which are table `mentions`, a person, body or place is one word,
    in its own case ("đảng Dân chủ Tự do"), else its words are counted apart.
    """
    kept, named = _in_zones(sentences, zones), None if names is None else _names(names)
    return _spelt(
        _placed(tokens[tokens["doc_id"].isin(some)], kept[kept["doc_id"].isin(some)], named)
        for some in _some_at_a_time(documents)
    )


def of_run(
    documents: pd.DataFrame, run: Path | None = None, *, named: bool = True, zones: tuple[str, ...] = ACT_ZONES
) -> pd.DataFrame:
    """Return `countable` of a run, without its words in memory as table `tokens` has them; names are one word if `named`."""
    return _spelt(placed(documents, run, named=named, zones=zones))


def placed(
    documents: pd.DataFrame, run: Path | None = None, *, named: bool = True, zones: tuple[str, ...] = ACT_ZONES
) -> Iterator[pd.DataFrame]:
    """Yield the words of the counted documents of a run, by document and place, some hundred documents at a time:
    doc_id, sentence, start, end, text, and whether each is a name."""
    for some in _some_at_a_time(documents):
        tokens, sentences = (store.of_documents(name, some, run) for name in ("tokens", "sentences"))
        names = _names(store.of_documents("mentions", some, run)) if named else None
        yield _placed(tokens, _in_zones(sentences, zones), names)


def _some_at_a_time(documents: pd.DataFrame) -> list[list[str]]:
    counted = sorted(documents.loc[documents["counted"], "doc_id"])
    return [counted[i : i + _TOGETHER] for i in range(0, len(counted), _TOGETHER)] or [[]]


def _in_zones(sentences: pd.DataFrame, zones: tuple[str, ...]) -> pd.DataFrame:
    return sentences.loc[sentences["zone"].isin(zones), ["doc_id", "sentence"]]


def _names(mentions: pd.DataFrame) -> pd.DataFrame:
    return mentions.loc[mentions["type"].isin(NAMES), ["doc_id", "start", "end"]]


def _placed(tokens: pd.DataFrame, kept: pd.DataFrame, named: pd.DataFrame | None) -> pd.DataFrame:
    """The tokens in the sentences `kept`, by document and place, those of a name as one."""
    rows = tokens[["doc_id", "sentence", "start", "end", "text"]].merge(kept, on=["doc_id", "sentence"])
    rows = rows.sort_values(["doc_id", "start"], kind="stable", ignore_index=True)
    rows["name"] = False
    return rows if named is None else _joined(rows, named[named["doc_id"].isin(rows["doc_id"].unique())])


def without_duplicates(rows: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Return the `rows` (with a column doc_id) of the documents that repeat no other document."""
    return rows[rows["doc_id"].isin(documents.loc[documents["counted"], "doc_id"])]


def function_words() -> dict[str, str]:
    """The function words of lexicon `stopwords`, folded, each with the edge of a phrase at which it may stand."""
    return {fold(row["entry"]): row["edge"] for row in lexicon.load("stopwords")}


def owners(rows: pd.DataFrame, mentions: pd.DataFrame) -> np.ndarray:
    """Return, for each of `rows` (words by document and place), the number of the mention it begins in, -1 for none."""
    owner = np.full(len(rows), -1, dtype=np.int64)
    places = rows.groupby("doc_id", sort=False).indices
    starts = rows["start"].to_numpy(np.int64)
    number = 0
    for doc, part in mentions[["doc_id", "start", "end"]].groupby("doc_id", sort=True):
        at = places.get(doc)
        for start, end in part[["start", "end"]].itertuples(index=False):
            if at is not None:
                low, high = np.searchsorted(starts[at], [start, end])
                owner[at[low:high]] = number
            number += 1
    return owner


def _joined(rows: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The words of each mention as one row."""
    owner = owners(rows, mentions)
    begins = (owner < 0) | (owner != np.roll(owner, 1))
    begins[:1] = True
    number = np.cumsum(begins) - 1
    first = rows[begins].reset_index(drop=True)
    several = (np.bincount(number) > 1)[number]
    text = rows[several].groupby(number[several])["text"].agg(" ".join)
    first.loc[text.index, "text"] = text.astype("str")
    last = np.append(np.flatnonzero(begins), len(rows))[1:] - 1
    return first.assign(end=rows["end"].to_numpy()[last], name=owner[begins] >= 0)


def _spelt(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """With the columns unit, kind, function, opens and closes: names are spelt as they are mostly written, other words in
    lower case. Of each part no more is kept than numbers."""
    docs, words, names = Numbers(), Numbers(), Numbers()
    kept = []
    for part in parts:
        named = part.pop("name").to_numpy(np.bool_)
        form = np.empty(len(part), dtype=np.int32)
        form[~named], form[named] = words.of(part["text"][~named]), -1 - names.of(part["text"][named])
        kept.append(part.assign(doc_id=docs.of(part["doc_id"]), form=form).drop(columns="text"))
    rows = pd.concat(kept, ignore_index=True)
    del kept
    form = rows.pop("form").to_numpy()
    tables = [
        _units(forms.texts(), np.bincount(numbers, minlength=len(forms.texts())), spell, functions)
        for forms, numbers, spell, functions in (
            (words, form[form >= 0], str.lower, function_words()),
            (names, -1 - form[form < 0], str, {}),
        )
    ]
    at = np.where(form >= 0, form, len(tables[0]) - 1 - form)
    found = pd.concat(tables, ignore_index=True)
    rows["doc_id"] = pd.Series(docs.texts(), dtype="str").take(rows["doc_id"].to_numpy()).array
    return rows.assign(**{str(name): found[name].take(at).array for name in found})[list(COLUMNS)]


def _units(
    forms: list[str], counts: np.ndarray, spell: Callable[[str], str], functions: dict[str, str]
) -> pd.DataFrame:
    """The columns of each form; forms that differ in case or in the placement of a tone mark are one unit."""
    table = pd.DataFrame({"form": pd.Series(forms, dtype="str"), "count": counts})
    table["spelt"] = pd.Series([spell(form) for form in table["form"]], dtype="str")
    table["key"] = pd.Series([fold(form) for form in table["form"]], dtype="str")
    edges = table["key"].map(functions)  # missing for content words
    table["unit"] = table["key"].map(usual(table)).astype("str")
    table["kind"] = pd.Series([_kind(key) for key in table["key"]], dtype="str")
    content = edges.isna() & (table["kind"] == WORD)
    table["function"] = edges.notna()
    table["opens"], table["closes"] = content | (edges == "left"), content | (edges == "right")
    return table[["unit", "kind", "function", "opens", "closes"]]


def usual(forms: pd.DataFrame) -> pd.Series:
    """Return how each key is spelt most often, by key in order: `forms` has the columns key, spelt and count."""
    summed = forms.groupby(["key", "spelt"])["count"].sum().reset_index()
    best = summed.sort_values(["key", "count", "spelt"], ascending=[True, False, True]).drop_duplicates("key")
    return best.set_index("key")["spelt"]


def _kind(text: str) -> str:
    if any(c.isalpha() for c in text):
        return WORD
    return NUMBER if any(c.isdigit() for c in text) else MARK
