"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from claimcheck.report.wording import clean

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stayed, are gone, or are new."""

    what: Literal["kept", "gone", "new"]
    text: str


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The new wording with what is gone from the old one in its place.

    >>> [(change.what, change.text) for change in word_diff("at least 12 people died", "at least 15 people died")]
    [('kept', 'at least'), ('gone', '12'), ('new', '15'), ('kept', 'people died')]
    """
    left, right = _WORD.findall(clean(old)), _WORD.findall(clean(new))
    return tuple(_changes(left, right))


def _changes(left: list[str], right: list[str]) -> Iterator[Change]:
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield Change("kept", " ".join(left[start:end]))
            continue
        if end > start:
            yield Change("gone", " ".join(left[start:end]))
        if new_end > new_start:
            yield Change("new", " ".join(right[new_start:new_end]))
