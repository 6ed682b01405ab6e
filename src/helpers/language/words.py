"""Words and parts of speech, by underthesea, aligned to the offsets of the text."""

from __future__ import annotations

from helpers.spans import Sentence, Token


def tokenize(text: str, sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """Return the words of `sentences` in the normalised `text`, with part of speech."""
    from underthesea import pos_tag  # 0.4 s to import: only where words are wanted

    out: list[Token] = []
    for number, sentence in enumerate(sentences):
        at = sentence.start
        for word, tag in pos_tag(text[sentence.start : sentence.end]):
            start = text.find(word, at, sentence.end)
            if start < 0:
                continue
            at = start + len(word)
            out.append(Token(number, start, at, word, tag))
    return tuple(out)
