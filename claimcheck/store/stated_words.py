"""The words of a sentence that a decision hangs on: figures, hedges, dates, negations. Read as text, not as claims.

What the extractors made of a sentence is in the keys already. This is the second guard: a figure, hedge or date
that no extractor reads still reopens a finding when it is edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from claimcheck.lexicon.calendar import calendar
from claimcheck.lexicon.figures import figure_words, number_words
from claimcheck.lexicon.grammar import grammar
from claimcheck.lexicon.hedges import hedges
from claimcheck.lexicon.tables import english
from claimcheck.text.phrases import PhraseIndex
from claimcheck.text.tokens import tokenize

_DIGIT = re.compile(r"\d")
_SPACES_IN_NUMBERS = re.compile(r"(?<=\d)[,\s\u00a0\u202f\u2009](?=\d{3}\b)")
_STANCES = ("hedged", "planned", "conditional", "asked", "corrected", "hedging_the_rest")


@lru_cache(maxsize=4096)
def stated_words(sentence: str) -> tuple[str, ...]:
    """Every figure, hedge, date and negation of a sentence in small letters, sorted; its order does not matter.

    >>> stated_words("On Thursday, Kyiv said that at least 30,000 soldiers had not left.")
    ('30000', 'at least', 'not', 'thursday')
    >>> stated_words("Kyiv said on Thursday at least 30,000 soldiers had, in fact, not left.")
    ('30000', 'at least', 'not', 'thursday')
    """
    return tuple(sorted(_found(sentence)))


def _found(sentence: str) -> Iterator[str]:
    tokens = tokenize(sentence, split=number_words().splitting)
    lowers = [token.lower for token in tokens]
    taken: set[int] = set()
    for first, behind, phrase in _phrases().every(lowers):
        yield phrase
        taken.update(range(first, behind))
    words = _words()
    for at, token in enumerate(tokens):
        if at not in taken and (_DIGIT.search(token.text) or token.lower in words):
            yield _SPACES_IN_NUMBERS.sub("", token.lower)
    yield from (sign for sign in "½¼¾⅓⅔⅕⅛" if sign in sentence)


@cache
def _phrases() -> PhraseIndex[str]:
    """Wordings of several words, each as itself."""
    return PhraseIndex((phrase, phrase) for phrase in dict.fromkeys(_listed()) if not phrase.isspace())


def _listed() -> Iterable[str]:
    for hedge in hedges():
        yield from hedge.before
        yield from hedge.after
    factuality = english("factuality")
    for stance in _STANCES:
        yield from (str(phrase) for phrase in factuality[stance])
    yield from number_words().band_phrases
    yield from number_words().zero
    yield from calendar().stretches
    yield from calendar().relative


@cache
def _words() -> frozenset[str]:
    """Single words that are figures, dates or negations."""
    numbers, days = number_words(), calendar()
    return frozenset(
        [
            *numbers.ones,
            *numbers.tens,
            *numbers.magnitudes,
            *numbers.fractions,
            *numbers.bands,
            *numbers.multiples,
            *figure_words().ordinal_words,
            *days.months,
            *days.weekdays,
            *days.day_parts,
            *english("calendar")["seasons"],
            *(bound for bound in days.bounds if bound not in _LOOSE_BOUNDS),
            *grammar().negators,
        ]
    )


_LOOSE_BOUNDS = frozenset({"at", "in", "on", "from", "during", "around", "about", "following"})
"""Prepositions of time that are as often something else: they alone state nothing."""
