"""Whether one passage states as a fact what the other only plans, allows or supposes."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.lexicon.senses import senses
from claimcheck.passages.likeness import FOLLOWING, sense_of
from claimcheck.passages.words import Word

REACH = 3


def overstated(left: Sequence[Word], right: Sequence[Word]) -> Word | None:
    """The verb that b states as a fact and a only as a plan or possibility, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("Oslo may buy the ferry.", "Oslo bought the ferry."))
    >>> overstated(one, two).text
    'bought'
    """
    if any(_uncertain(word) for word in right):
        return None
    for word in right:
        if word.tag != "V" or not word.content:
            continue
        told = [
            at for at, other in enumerate(left) if other.tag in "VI" and sense_of(other, word) in FOLLOWING
        ]
        if told and all(any(map(_uncertain, left[max(at - REACH, 0) : at])) for at in told):
            return word
    return None


def _uncertain(word: Word) -> bool:
    return word.key in senses().uncertain
