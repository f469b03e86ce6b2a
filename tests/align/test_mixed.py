"""When the people of one report may be the civilians of another."""

from __future__ import annotations

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.model import Document
from claimcheck.pipeline import check_documents, knowledge_of


def relations(one: str, two: str) -> list[tuple[str, str]]:
    documents = [Document("a", "s", one, outlet="A"), Document("b", "s", two, outlet="B")]
    report = check_documents(documents, knowledge_of(load_rules([], None)))
    return [
        (finding.rule, finding.relation) for finding in report.findings if finding.relation != "agreement"
    ]


def test_more_people_than_civilians_are_a_tension() -> None:
    one, two = "A strike on Bor killed 18 civilians.", "A strike on Bor killed 45 people."
    assert relations(one, two) == [("core/number-mismatch", "tension")]


def test_more_civilians_than_people_are_a_contradiction() -> None:
    one, two = "A strike on Bor killed 45 civilians.", "A strike on Bor killed 18 people."
    assert relations(one, two) == [("core/number-mismatch", "contradiction")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A strike on Bor killed 18 civilians and 27 soldiers.", "A strike on Bor killed 45 people."),
        ("A strike on Bor killed 18 children.", "A strike on Bor killed 45 people."),
        (
            "A strike on Bor killed 45 people, among them 18 civilians.",
            "A strike on Bor killed 18 civilians.",
        ),
    ],
)
def test_a_report_that_counts_several_groups_does_not_mean_civilians_by_people(one: str, two: str) -> None:
    assert relations(one, two) == []
