"""Streets with their kind and block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcheck.lexicon.tables import english
from claimcheck.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class StreetMention:
    """A street at tokens [first, last): its name, its kind ("avenue") and the number of the block."""

    first: int
    last: int
    name: str
    kind: str
    block: str | None


@cache
def street_kinds() -> dict[str, str]:
    """The wordings of the kinds of street."""
    table = english("names")["street_kinds"]
    return {str(word): str(kind) for kind, forms in table.items() for word in forms}


def find_streets(sentence: Sentence) -> Iterator[StreetMention]:
    """The streets a sentence names, from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Shots rang out in the 1100 block of Deutz Avenue on Friday.")[0]
    >>> [(street.name, street.kind, street.block) for street in find_streets(sentence)]
    [('deutz', 'avenue', '1100')]
    """
    kinds = street_kinds()
    if kinds.keys().isdisjoint(sentence.lowers):
        return
    for at, lower in enumerate(sentence.lowers):
        kind = kinds.get(lower)
        if kind is None or not at or not sentence.tokens[at].text[0].isupper():
            continue
        first = at
        while (
            first > 0
            and sentence.tokens[first - 1].text[0].isupper()
            and sentence.tokens[first - 1].kind in ("word", "ordinal")
            and first > at - 3
        ):
            first -= 1
        while first > 0 and sentence.tokens[first - 1].kind == "ordinal" and first > at - 3:
            first -= 1
        if first == at:
            continue
        block = None
        if sentence.lowers[max(0, first - 2) : first] == ("block", "of") and first >= 3:
            block = sentence.lowers[first - 3]
        yield StreetMention(first, at + 1, " ".join(sentence.lowers[first:at]), kind, block)
