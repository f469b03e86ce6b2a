"""When a higher figure is the later state of a toll and no contradiction."""

from __future__ import annotations

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.model import Document
from claimcheck.pipeline import check_documents, knowledge_of


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2022-11-13", "2022-11-14", "update"),
        ("2022-11-13T06:00:00Z", "2022-11-13T18:40:00Z", "update"),
        ("2022-11-13T20:00:00+02:00", "2022-11-13T18:40:00Z", "update"),
        ("2022-11-13", "2022-11-13T18:40:00Z", "contradiction"),
        ("2022-11-14", "2022-11-13", "contradiction"),
    ],
)
def test_only_a_later_report_updates_a_toll(first: str, second: str, relation: str) -> None:
    documents = [
        Document("a", "s", "The blast in Odesa killed 12 people, police said.", published=first),
        Document("b", "s", "The blast in Odesa killed 17 people, the mayor said.", published=second),
    ]
    report = check_documents(documents, knowledge_of(load_rules([], None)))
    assert [finding.relation for finding in report.findings] == [relation]
