"""Whether the figures of one passage follow from those of another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.passages.likeness import FOLLOWING, range_sense, sense_of
from claimcheck.passages.words import Word

NEIGHBOURS = 2
SMALLEST_SUM = Decimal(3)


def unfounded(left: Sequence[Word], right: Sequence[Word]) -> tuple[Word, ...]:
    """The figures of b (`right`) that no figure of a (`left`), and no sum of two, gives.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("304 people ran.", "About 300 people ran 5 miles."))
    >>> [word.text for word in unfounded(one, two)]
    ['5']
    """
    given = [at for at, word in enumerate(left) if word.range is not None]
    sums = _sums([left[at] for at in given])
    return tuple(
        word
        for at, word in enumerate(right)
        if word.range is not None
        and not _is_article(word)
        and word.stated not in sums
        and not any(_gives(left, here, right, at) for here in given)
    )


def adds_up(left: Sequence[Word], figure: Word) -> bool:
    """Whether a figure of b is the sum of two neighbouring figures of a."""
    return figure.kind == "figure" and figure.stated in _sums(
        [word for word in left if word.kind == "figure"]
    )


def _is_article(word: Word) -> bool:
    """ "One" often counts nothing."""
    return word.text.lower() == "one"


def _sums(figures: Sequence[Word]) -> frozenset[Decimal]:
    """The sums of two figures that stand next to each other."""
    found = set()
    for one, two in pairwise(figures):
        if one.stated is not None and two.stated is not None and one.stated + two.stated >= SMALLEST_SUM:
            found.add(one.stated + two.stated)
    return frozenset(found)


def _gives(left: Sequence[Word], here: int, right: Sequence[Word], at: int) -> bool:
    """Whether a figure of a gives one of b: the same number, or inside its range and of the same thing."""
    one, two = left[here], right[at]
    if one.kind != two.kind:
        return False
    sense = range_sense(one, two)
    if sense == "same" or (one.stated == two.stated and two.qualifier in ("exact", one.qualifier)):
        return True
    return sense in ("broader", "synonym") and _same_thing(left, here, right, at)


def _same_thing(left: Sequence[Word], here: int, right: Sequence[Word], at: int) -> bool:
    """Whether the words behind two figures name one thing."""
    return any(
        sense_of(one, two) in FOLLOWING
        for one in left[here + 1 : here + 1 + NEIGHBOURS]
        for two in right[at + 1 : at + 1 + NEIGHBOURS]
    )
