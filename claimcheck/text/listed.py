"""Phrases of the lists of a language folder, found in token sequences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.lexicon.tables import word_set
from claimcheck.text.phrases import PhraseIndex


@cache
def listed(table: str, *keys: str) -> PhraseIndex[str]:
    """The phrases of lists of a shipped table, each leading to itself.

    >>> [phrase for _, _, phrase in listed("narrative", "superseded").every("an earlier toll was nine".split())]
    ['earlier toll']
    """
    return PhraseIndex((phrase, phrase) for key in keys for phrase in word_set(table, key))


def tells(table: str, key: str, lowers: Sequence[str]) -> bool:
    """Whether one of the phrases of a list stands among words.

    >>> tells("narrative", "happening", "the shooting took place at dawn".split())
    True
    """
    return bool(listed(table, key).every(lowers))
