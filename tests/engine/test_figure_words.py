"""A figure in an explanation reads as its report has it."""

from __future__ import annotations

import pytest

from claimcheck.engine.figure_words import figure_words
from claimcheck.extract.assemble import extract_claims
from claimcheck.model import Document


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The raid killed at least 18 civilians.", "at least 18 civilians"),
        (
            "An estimated 20,000 battle-hardened Russian troops left.",
            "An estimated 20,000 battle-hardened Russian troops",
        ),
        ("Nine little children were hurt in the blast.", "Nine little children"),
        ("The death toll from the blast rose to 40.", "40"),
    ],
)
def test_the_words_of_the_report_are_shown(text: str, words: str) -> None:
    (claim,) = (claim for claim in extract_claims(Document("d", "s", text)) if claim.quantity is not None)
    assert figure_words(claim) == words
