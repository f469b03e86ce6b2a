"""Patterns made from lists of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(phrases: Iterable[str]) -> str:
    r"""A regular expression for any of the phrases, longest first, any white space for a space.

    >>> re.match(alternatives(["by", "written by"]), "written\u00a0by AFP").group()
    'written\xa0by'
    """
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"


def opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines that begin with one of the phrases and do not go on inside a word.

    >>> bool(opening(["by"]).match("Bystanders watched as the convoy left Kherson"))
    False
    """
    return re.compile(alternatives(phrases) + r"(?:(?<=\W)|(?!\w))", re.IGNORECASE)


def anywhere(phrases: Iterable[str], *, fold: bool = True) -> re.Pattern[str]:
    """A pattern for one of the phrases as whole words; `fold` disregards case.

    >>> anywhere(["AP"], fold=False).search("The Kremlin wrote in CAPS, AP noted").start()
    27
    """
    return re.compile(r"(?<!\w)" + alternatives(phrases) + r"(?!\w)", re.IGNORECASE if fold else 0)
