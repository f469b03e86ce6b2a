"""A total against the two parts that make it up: 120 passengers and 6 crew are 126 people aboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.lexicon.senses import senses
from claimcheck.model import Interval
from claimcheck.passages.words import Word

BETWEEN = 3


def added_up_wrongly(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    """Why a total of one passage is not the sum of the parts in the other, or None.

    >>> from claimcheck.passages.words import read_words
    >>> from claimcheck.text.sentences import split_sentences
    >>> one, two = (read_words(split_sentences(t)) for t in ("The Orlo had 120 passengers and 6 crew aboard.",
    ...     "There were 131 people aboard the Orlo."))
    >>> added_up_wrongly(one, two)
    '120 passengers and 6 crew are 126, not 131 people'
    """
    return _wrong(left, right) or _wrong(right, left)


def _wrong(left: Sequence[Word], right: Sequence[Word]) -> str | None:
    named = {word.key for word in left if word.kind == "name"}
    if not named & {word.key for word in right if word.kind == "name"}:
        return None
    for one, part, two, other in _parts(left):
        assert one.stated is not None and two.stated is not None
        total = one.stated + two.stated
        for figure, noun in _totals(right):
            if figure.range is not None and figure.range.disjoint(Interval.point(total)):
                return f"{one.text} {part.text} and {two.text} {other.text} are {total:,}, not {figure.text} {noun.text}"
    return None


def _parts(words: Sequence[Word]) -> Iterator[tuple[Word, Word, Word, Word]]:
    """Two figures in a row whose nouns together are all there are on board."""
    for one, part, two, other in zip(words, words[1:], words[2:], words[3:], strict=False):
        exact = one.kind == two.kind == "figure" and one.qualifier == two.qualifier == "exact"
        if (
            exact
            and one.stated is not None
            and two.stated is not None
            and frozenset({part.key, other.key}) in senses().halves
        ):
            yield one, part, two, other


def _totals(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Figures of people that are said to be on board."""
    for at, figure in enumerate(words[:-1]):
        noun = words[at + 1]
        if figure.kind != "figure" or noun.kind == "figure" or not noun.content:
            continue
        if noun.key in senses().everybody and any(
            word.key in senses().aboard for word in words[at + 2 : at + 2 + BETWEEN]
        ):
            yield figure, noun
