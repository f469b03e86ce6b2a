"""How many a sentence says did the shooting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.figures import number_words
from claimcheck.lexicon.tables import word_set
from claimcheck.text.sentences import Sentence

MOST_BEFORE = 3


@dataclass(frozen=True, slots=True)
class AssailantsMention:
    """Assailants at tokens [first, last): at least so many, at most so many; None is no upper bound."""

    first: int
    last: int
    lowest: int
    highest: int | None


@cache
def _set(key: str) -> frozenset[str]:
    return word_set("persons", key)


def find_assailants(sentence: Sentence) -> Iterator[AssailantsMention]:
    """The numbers of gunmen that a sentence gives, from left to right; "another gunman" gives none.

    >>> from claimcheck.text.sentences import split_sentences
    >>> def read(text):
    ...     return [(m.lowest, m.highest) for m in find_assailants(split_sentences(text)[0])]
    >>> read("Two masked gunmen opened fire, and police sought the shooters.")
    [(2, 2), (2, None)]
    >>> read("A lone gunman opened fire."), read("A second gunman was caught."), read("Up to three shooters fled.")
    ([(1, 1)], [], [(2, 3)])
    """
    lowers = sentence.lowers
    for at, lower in enumerate(lowers):
        plural = lower in _set("assailants")
        if not plural and lower not in _set("assailant"):
            continue
        first = at
        while first > 0 and sentence.tags[first - 1] in "JNTDQ" and at - first < MOST_BEFORE:
            first -= 1
        before = lowers[max(0, first - 2) : at]
        if not _set("another_one").isdisjoint(before):
            continue
        number = next((_number(word) for word in before[::-1] if _number(word) is not None), None)
        if not plural:
            if number in (None, 1) and not _set("one_of").isdisjoint(before) and "least" not in before:
                yield AssailantsMention(first, at + 1, 1, 1)
        elif number is None:
            yield AssailantsMention(first, at + 1, 2, None)
        elif "to" in before:
            yield AssailantsMention(first, at + 1, 2, number)
        elif number > 1:
            yield AssailantsMention(first, at + 1, number, None if "least" in before else number)


def _number(word: str) -> int | None:
    if word.isdigit() and len(word) < 3:
        return int(word)
    value = number_words().ones.get(word)
    return None if value is None else int(value)
