"""What an unquoted word of YAML means. Only null, true, false and plain numbers are typed."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

WORDS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}
# Eighteen digits: longer ones are identifiers, and int() refuses thousands of digits.
NUMBER_START = re.compile(r"[-0-9]")
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")


def typed(word: str) -> Scalar:
    """The value of an unquoted word; `no`, `12:30`, `0500` and `2022-11-10` stay what they look like.

    >>> [typed(word) for word in ("12", "0.5", "true", "no", "12:30", "0500", "2022-11-10")]
    [12, 0.5, True, 'no', '12:30', '0500', '2022-11-10']
    """
    if word in WORDS:
        return WORDS[word]
    if not NUMBER_START.match(word):
        return word
    if INTEGER.fullmatch(word):
        return int(word)
    if FLOAT.fullmatch(word):
        return float(word)
    return word
