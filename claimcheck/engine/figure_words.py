"""A figure with what it counts, in the words of its report."""

from __future__ import annotations

import re

from claimcheck.lexicon.inflection import noun_lemma
from claimcheck.model import Claim

FURTHEST = 5
"""So many words may stand between a figure and its noun: "20,000 battle-hardened Russian troops"."""
WORD = re.compile(r"[\w'’-]+")


def figure_words(claim: Claim) -> str:
    """The figure of a claim up to its noun, as the report has it; with the noun's name where it stands elsewhere.

    A claim without a figure has none.
    """
    quantity = claim.quantity
    if quantity is None:
        return ""
    if quantity.noun is None:
        return quantity.text
    start, end = quantity.start - claim.start, quantity.end - claim.start
    for number, word in enumerate(WORD.finditer(claim.quote, end)):
        if number > FURTHEST or start < 0:
            break
        said = word.group().lower()
        if quantity.noun in (said, noun_lemma(said)):
            return " ".join(claim.quote[start : word.end()].split())
    return f"{quantity.text} {quantity.noun}"
