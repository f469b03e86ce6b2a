"""The two real reports in seeds/: what must be found in them, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.engine.packs import load_rules
from claimcheck.ingest import read_documents
from claimcheck.model import Claim, Finding, Report
from claimcheck.pipeline import check_documents, knowledge_of

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "kherson"


@pytest.fixture(scope="module")
def report() -> Report:
    return check_documents(read_documents([str(SEEDS)]).documents, knowledge_of(load_rules([], None)))


def claim_with(report: Report, text: str, *, derived: bool = False) -> Claim:
    return next(
        claim
        for claim in report.claims
        if claim.quantity is not None
        and claim.quantity.text == text
        and (claim.derived is not None) == derived
    )


def findings_on(report: Report, *claims: Claim) -> list[Finding]:
    wanted = {claim.id for claim in claims}
    return [finding for finding in report.findings if wanted <= set(finding.claims)]


def test_twenty_thousand_stationed_contradicts_more_than_thirty_thousand_withdrawn(report: Report) -> None:
    stationed, withdrawn = claim_with(report, "An estimated 20,000"), claim_with(report, "more than 30,000")
    (finding,) = findings_on(report, stationed, withdrawn)
    assert finding.relation == "contradiction"
    for words in ("16,000 to 24,000", "more than 30,000", "An estimated 20,000", "part"):
        assert words in finding.explanation


def test_the_twenty_thousand_are_the_outlets_own_and_the_thirty_thousand_moscows(report: Report) -> None:
    assert claim_with(report, "An estimated 20,000").attribution == ()
    chain = claim_with(report, "more than 30,000").attribution
    assert [(link.name, link.entity) for link in chain] == [("Moscow", "russia")]


def test_half_of_those_soldiers_makes_ten_thousand(report: Report) -> None:
    derived = claim_with(report, "half", derived=True)
    assert derived.quantity is not None
    assert derived.quantity.value == 10000
    assert derived.derived is not None
    assert derived.derived.sources[0] == claim_with(report, "An estimated 20,000").id
    assert derived.attribution[0].name == "Ukrainian estimates"


def test_ten_thousand_on_the_way_does_not_contradict_thirty_thousand_in_all(report: Report) -> None:
    derived, withdrawn = claim_with(report, "half", derived=True), claim_with(report, "more than 30,000")
    assert findings_on(report, derived, withdrawn) == []


@pytest.mark.parametrize("text", ["About 50-km", "nearly nine months", "four"])
def test_figures_without_a_counterpart_are_in_no_finding(report: Report, text: str) -> None:
    assert findings_on(report, claim_with(report, text)) == []


def test_page_dates_and_years_are_no_quantities(report: Report) -> None:
    texts = [claim.quantity.text for claim in report.claims if claim.quantity is not None]
    assert not any(year in text for text in texts for year in ("2022", "2024", "13", "08"))


def test_every_quote_is_cut_by_its_offsets(report: Report) -> None:
    documents = {document.id: document for document in report.documents}
    for claim in report.claims:
        field = documents[claim.document].field(claim.field)
        assert field[claim.start : claim.end] == claim.quote
        assert claim.quote in claim.sentence
        if claim.quantity is not None:
            assert field[claim.quantity.start : claim.quantity.end] == claim.quantity.text
        for link in claim.attribution:
            assert 0 <= link.start < link.end <= len(field)
