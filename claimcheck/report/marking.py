"""Which words of each side of a finding to mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from claimcheck.model import Claim, Span

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
# Beyond this share of differing words the marks hide more than they show.
_TOO_MANY = 0.7


def marks(claims: Sequence[Claim]) -> tuple[tuple[Span, ...], ...]:
    """The spans to mark for each claim: its figure, else the words that the other side lacks."""
    return tuple(_marks_of(claim, _other(claims, place)) for place, claim in enumerate(claims))


def differing_words(quote: str, other: str) -> tuple[Span, ...]:
    """The words of a quote that do not stand in the other, in its order.

    >>> [span.of("half the men left") for span in differing_words("half the men left", "all the men left")]
    ['half']
    """
    words = [Span(*match.span()) for match in _WORD.finditer(quote)]
    left = [word.of(quote).casefold() for word in words]
    right = [match[0].casefold() for match in _WORD.finditer(other)]
    differing = [
        place
        for tag, start, end, _, _ in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        if tag != "equal"
        for place in range(start, end)
    ]
    if len(differing) > _TOO_MANY * len(words):
        return ()
    return _joined(quote, [words[place] for place in differing])


def _other(claims: Sequence[Claim], place: int) -> str:
    return claims[1 if place == 0 else 0].quote if len(claims) > 1 else claims[0].quote


def _marks_of(claim: Claim, other: str) -> tuple[Span, ...]:
    if claim.quantity:
        return (Span(claim.quantity.start, claim.quantity.end),)
    return tuple(
        Span(claim.start + span.start, claim.start + span.end) for span in differing_words(claim.quote, other)
    )


def _joined(quote: str, words: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring words in one span."""
    spans: list[Span] = []
    for word in words:
        if spans and quote[spans[-1].end : word.start].isspace():
            spans[-1] = Span(spans[-1].start, word.end)
        else:
            spans.append(word)
    return tuple(spans)
