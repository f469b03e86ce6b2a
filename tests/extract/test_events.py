"""Of which event a figure is, where a report tells several."""

from __future__ import annotations

import pytest

from claimcheck.align.comparisons import is_main
from claimcheck.extract.assemble import extract_claims
from claimcheck.model import Claim, Document

LEAD = (
    "A strike on a market in Kupiansk killed 12 people on Friday, officials said. The market was crowded. "
    "Rescuers worked until dusk. "
)


def figure(text: str, value: str) -> Claim:
    claims = extract_claims(Document("d", "s", text, published="2023-05-13"))
    return next(claim for claim in claims if claim.quantity is not None and claim.quantity.text == value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels also fired rockets at the railway station, killing three people.",
        "The governor condemned an attack on a school that killed three children.",
        "In Izium three people were killed by shelling.",
    ],
)
def test_a_deed_told_beside_the_lead_has_a_toll_of_its_own(sentence: str) -> None:
    assert is_main(figure(LEAD, "12"))
    assert not is_main(figure(LEAD + sentence, "three"))


def test_the_attack_told_before_keeps_its_toll() -> None:
    assert is_main(figure(LEAD + "The attack also wounded 31 people, doctors said.", "31"))
