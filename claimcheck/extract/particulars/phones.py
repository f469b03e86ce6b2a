"""Telephone numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.text.sentences import Sentence

EXCHANGE, LINE = 3, 4
"""How many digits stand before and behind the last hyphen of a North American number."""


@dataclass(frozen=True, slots=True)
class PhoneMention:
    """A telephone number at tokens [first, last): its seven digits, without the area code."""

    first: int
    last: int
    digits: str


def find_phones(sentence: Sentence) -> Iterator[PhoneMention]:
    """The telephone numbers of a sentence, from left to right.

    >>> from claimcheck.text.sentences import split_sentences
    >>> sentence = split_sentences("Call the police at (555) 625-2831 or 555-0143.")[0]
    >>> [phone.digits for phone in find_phones(sentence)]
    ['6252831', '5550143']
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        bare = token.text.replace("-", "").replace(".", "")
        if bare.isdigit() and len(bare) == EXCHANGE + LINE and len(token.text) == len(bare) + 1:
            yield PhoneMention(at, at + 1, bare)
        elif (
            token.text.isdigit()
            and len(token.text) == EXCHANGE
            and at + 2 < len(tokens)
            and tokens[at + 1].text in ("-", "–", ".")
            and tokens[at + 2].text.isdigit()
            and len(tokens[at + 2].text) == LINE
        ):
            yield PhoneMention(at, at + 3, token.text + tokens[at + 2].text)
