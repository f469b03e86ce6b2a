"""Polarity and factuality of a clause."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.tables import english
from claimcheck.model import Factuality, Polarity
from claimcheck.text.listed import tells
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.sentences import Sentence

STRENGTH: tuple[Factuality, ...] = ("asked", "conditional", "planned", "hedged")


@cache
def _markers() -> PhraseIndex[Factuality]:
    table = english("factuality")
    return PhraseIndex((str(phrase), kind) for kind in STRENGTH for phrase in table[kind])


def factuality_of(sentence: Sentence, first: int, last: int, anchor: int | None = None) -> Factuality:
    """How committed the clause at tokens [first, last) is, at a token inside it.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Moscow will withdraw 30,000 troops.")[0]
    >>> factuality_of(sentence, 0, len(sentence.tokens))
    'planned'
    """
    if sentence.lowers[-1] == "?" or sentence.lowers[-2:-1] == ("?",):
        return "asked"
    start = first
    if first > 0 and sentence.lowers[first - 1] in ("if", "unless", "whether"):
        start -= 1
    last = _before_free_relative(sentence, first if anchor is None else anchor, last)
    verb = first if anchor is None else anchor
    found = {
        kind
        for begin, end, kind in _markers().every(sentence.lowers[start:last])
        if not _is_of_relative(sentence, start + begin, start + end, verb)
    }
    if tells("factuality", "hedging_the_rest", sentence.lowers[: first if anchor is None else anchor]):
        found.add("hedged")
    return next((kind for kind in STRENGTH if kind in found), "asserted")


def _is_of_relative(sentence: Sentence, first: int, last: int, verb: int) -> bool:
    """Whether a marker is said of those that "who" stands for: "everyone who | wanted to leave has left"."""
    return bool(first) and sentence.lowers[first - 1] == "who" and "X" in sentence.tags[last:verb]


def _before_free_relative(sentence: Sentence, anchor: int, last: int) -> int:
    """Where "what would be the worst attack" begins behind the token: what is said of it there is no stance to it."""
    return next((at for at in range(anchor + 1, last) if sentence.lowers[at] == "what"), last)


def polarity_of(sentence: Sentence, verb: int | None, first: int) -> Polarity:
    """Whether the verb at a token is negated ("did not kill"); without one, whether "not" stands before the figure.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("The army did not lose 40 tanks.")[0]
    >>> polarity_of(sentence, 4, 5)
    'negated'
    """
    anchor = first if verb is None else verb
    negators = grammar().negators
    for here in range(anchor - 1, max(anchor - 5, -1), -1):
        lower, kind = sentence.lowers[here], sentence.tags[here]
        if lower in negators and lower not in (
            "no",
            "without",
            "neither",
            "nor",
            "barely",
            "hardly",
            "scarcely",
        ):
            only = sentence.lowers[here + 1 : here + 2] == ("only",)
            return "affirmed" if only else "negated"
        if kind not in "RXMOY":
            break
    return "affirmed"
