"""Slots of two claims, level by level."""

from __future__ import annotations

import pytest

from claimcheck.align.comparisons import COMPARISONS, Slot
from claimcheck.engine.packs import load_rules
from claimcheck.lexicon.domain import shipped_domain
from claimcheck.model import Claim, Document
from claimcheck.pipeline import claims_of, knowledge_of


def figures(left: str, right: str) -> tuple[Claim, Claim]:
    """The first figure of each of two reports of one story."""
    knowledge = knowledge_of(load_rules([], None))
    claims = claims_of([Document("a", "s", left), Document("b", "s", right)], knowledge)
    one, two = (
        next(claim for claim in claims if claim.document == name and claim.quantity is not None)
        for name in "ab"
    )
    return one, two


@pytest.mark.parametrize(
    ("slot", "left", "right", "level"),
    [
        ("measure", "The blast killed 12 people.", "Twelve people died in the blast.", "equal"),
        ("measure", "The blast killed 12 people.", "The blast wounded 12 people.", "different"),
        ("measure", "Some 500 troops were withdrawn.", "Some 500 troops were stationed there.", "contained"),
        ("scope", "The blast killed 12 children.", "The blast killed 12 people.", "contained"),
        ("scope", "The blast killed 12 children.", "The blast killed 12 soldiers.", "different"),
        ("scope", "The blast killed 12 civilians.", "Twelve civilians died.", "equal"),
        ("unit", "The road is 30 km long.", "The road is 19 miles long.", "compatible"),
        ("unit", "The road is 30 km long.", "The load is 30 tonnes.", "different"),
        ("unit", "Sales rose 5 percent.", "Sales fell 5 percent.", "different"),
        ("basis", "Pay fell 2 percent in real terms.", "Pay fell 1 percent in nominal terms.", "different"),
        ("basis", "Output grew 1 percent on the quarter.", "Output grew 3 percent on the year.", "different"),
        (
            "basis",
            "It has 34 percent of likely voters.",
            "It has 41 percent of registered voters.",
            "different",
        ),
        ("basis", "It saw 85 cases per 100,000 people.", "It saw 9 cases per 10,000 people.", "different"),
        ("basis", "Pay fell 2 percent in real terms.", "Pay fell 1 percent.", "equal"),
        (
            "basis",
            "Pay fell 2 percent in real terms.",
            "Adjusted for inflation, pay fell 1 percent.",
            "equal",
        ),
        ("basis", "Output grew at an annual rate of 1 percent.", "Real incomes grew 3 percent.", "equal"),
        ("actor", "Some 500 Russian troops left.", "Some 500 Ukrainian troops left.", "different"),
        ("actor", "Some 500 Russian troops left.", "Some 500 troops left.", "unknown"),
        ("place", "The blast killed 12 people in Homs.", "The blast killed 9 people in Aleppo.", "different"),
        ("place", "The blast killed 12 people in Homs.", "The blast killed 9 people in Homs city.", "equal"),
        ("factuality", "The army will withdraw 500 troops.", "The army withdrew 400 troops.", "different"),
        ("basis", "The blast killed 12 people.", "Another 30 people were killed in the blast.", "different"),
        ("basis", "The man shot 12 people.", "The man shot three other people.", "different"),
        ("basis", "The blast killed 12 people.", "Two others were pronounced dead.", "different"),
        ("basis", "The blast wounded 12 people.", "The blast wounded two others.", "equal"),
        ("measure", "The blast killed 12 people.", "Nine people were confirmed dead.", "equal"),
        ("measure", "Two others — a boy and a girl — were wounded.", "The blast wounded 12 people.", "equal"),
        (
            "factuality",
            "The army fired rockets that killed 12 people in what would be its worst attack.",
            "The army fired rockets that killed 9 people.",
            "equal",
        ),
        ("polarity", "The army did not withdraw 500 troops.", "The army withdrew 500 troops.", "different"),
    ],
)
def test_a_slot_of_two_sentences_has_the_level_a_reader_gives_it(
    slot: Slot, left: str, right: str, level: str
) -> None:
    comparison = COMPARISONS[slot](*figures(left, right), shipped_domain())
    assert comparison.level == level, comparison.reason


@pytest.mark.parametrize("slot", list(COMPARISONS))
def test_levels_do_not_depend_on_the_order_of_the_two_sides(slot: Slot) -> None:
    left, right = figures(
        "Moscow pulled back more than 30,000 troops from Kherson.",
        "An estimated 20,000 Russian troops had been stationed in Odesa.",
    )
    domain = shipped_domain()
    assert COMPARISONS[slot](left, right, domain).level == COMPARISONS[slot](right, left, domain).level
