"""Which lines are captions: a noun phrase that stands alone, as under a photograph."""

from __future__ import annotations

import re

from claimcheck.ingest.layout_words import CaptionWords

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
_QUOTATION = re.compile(r"[\"“”«»]")
_FEWEST, _MOST = 5, 45


def is_caption(line: str, words: CaptionWords) -> bool:
    """Whether a line that is a paragraph of its own is a caption; when in doubt it is not.

    >>> from claimcheck.ingest.layout_words import layout_words
    >>> words = layout_words().caption
    >>> is_caption("A destroyed Russian tank near Ivanivka, a village liberated by Ukraine", words)
    True
    >>> is_caption("A Russian commander killed 20 people in Kherson", words)
    False
    >>> is_caption("The army withdrew more than 30,000 troops from Kherson", words)
    False
    """
    if words.opening.match(line):
        return True
    if _SENTENCE_END.search(line) or _QUOTATION.search(line):
        return False
    tokens = [token.casefold() for token in _WORD.findall(line)]
    if not _FEWEST <= len(tokens) <= _MOST or tokens[0] not in words.determiners:
        return False
    return not any(_may_be_finite(tokens, place, words) for place in range(1, len(tokens)))


def _may_be_finite(tokens: list[str], place: int, words: CaptionWords) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if before in words.determiners:
        return False
    if token in words.finite:
        return True
    if not token.endswith("ed") or len(token) < 5:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    return not (after == "by" or (token in words.participles and after in words.prepositions))
