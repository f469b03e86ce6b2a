"""Patterns of base forms, and the negations that writers contract."""

from __future__ import annotations

import pytest

from claimcheck.text.patterns import LemmaPatterns
from claimcheck.text.sentences import split_sentences

PATTERNS = LemmaPatterns([("condition ... be not ... know", "open"), ("not be identify", "unnamed")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The condition of the victims was not known.", ["open"]),
        ("The condition of the victims wasn't known.", ["open"]),
        ("The conditions of the victims weren’t immediately known.", ["open"]),
        ("The dead haven't been identified.", ["unnamed"]),
        ("The condition of the victims was known.", []),
        ("The dead have been identified.", []),
    ],
)
def test_a_contracted_not_is_a_not(text: str, found: list[str]) -> None:
    assert [entry for _, _, entry in PATTERNS.every(split_sentences(text)[0])] == found
