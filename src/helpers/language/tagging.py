"""Parts of speech by underthesea's own model, with its features made in linear time.

underthesea builds the features of a word by going over the whole sentence again for each of them, which is four fifths of
the time of an annotation. Here they are made once; the model, and so the tags, are the same (a test compares them).
"""

from __future__ import annotations

from itertools import pairwise

# The features of underthesea's part-of-speech model of 2017 (a conditional random field): offsets of the words.
_LOWER = [(f"T[{offset}].lower=", offset) for offset in (-2, -1, 0, 1, 2)]
_TITLE = [(f"T[{offset}].istitle=", offset) for offset in (0, -1, 1)]
_SINGLE = [(f"T[{offset}]=", offset) for offset in (-2, -1, 0, 1, 2)]
_PAIRS = [(f"T[{offset},{offset + 1}]=", offset) for offset in (-2, -1, 0, 1)]
_TAGS = [(f"T[{offset}][1]=", offset) for offset in (-3, -2, -1)]  # of the tags before: unknown while tagging, "X"
_TAG_PAIRS = [(f"T[{offset},{offset + 1}][1]=", offset) for offset in (-3, -2)]
_MARGIN = 3  # the furthest offset


def tag(sentence: str) -> list[tuple[str, str]]:
    """Return the words of `sentence` with their part of speech, as `underthesea.pos_tag` does."""
    from underthesea import word_tokenize  # 0.4 s to import: only where words are wanted
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

    words = word_tokenize(sentence)
    return list(zip(words, CRFPOSTagPredictor.Instance().model.tag(features(words)), strict=True)) if words else []


def features(words: list[str]) -> list[list[str]]:
    """The features of each word, spelled as the model knows them: "T[-1,0]=tiếp Thủ tướng"."""
    lower = _framed([word.lower() for word in words])
    title = _framed([str(is_title(word)) for word in words])
    pairs = _framed([f"{one} {two}" for one, two in pairwise(words)])
    tags, tag_pairs = _framed(["X"] * len(words)), _framed(["X X"] * (len(words) - 1))
    single = _framed(words)
    layers = (
        (_LOWER, lower),
        (_TITLE, title),
        (_SINGLE, single),
        (_PAIRS, pairs),
        (_TAGS, tags),
        (_TAG_PAIRS, tag_pairs),
    )
    return [
        [name + values[number + offset] for names, values in layers for name, offset in names]
        for number in range(_MARGIN, _MARGIN + len(words))
    ]


def _framed(values: list[str]) -> list[str]:
    """The values with marks for what lies before and after the sentence."""
    return ["BOS"] * _MARGIN + values + ["EOS"] * (_MARGIN + 1)


def is_title(word: str) -> bool:
    """Whether every syllable of a word begins with a capital letter."""
    return all(syllable[:1].istitle() for syllable in word.split(" "))
