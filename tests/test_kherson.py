"""The two real reports in seeds/: what must be found in them, and what must not."""

from __future__ import annotations

from itertools import permutations
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


def folded(claim: Claim) -> str:
    return " ".join(claim.quote.split())


def between(report: Report, left: str, right: str) -> list[Finding]:
    """The findings of which one claim holds the left words and another one the right words."""
    quotes = {claim.id: folded(claim) for claim in report.claims}
    return [
        finding
        for finding in report.findings
        if any(left in quotes[one] and right in quotes[two] for one, two in permutations(finding.claims, 2))
    ]


NO_LOSS = "not suffered any loss of personnel or equipment"
NOT_ONE = "not a single piece of military hardware or soldier left"
ALL_OUT = "all Russian forces and equipment had been transferred"


@pytest.mark.parametrize(
    ("denial", "evidence"),
    [
        (NO_LOSS, "wounded soldiers being abandoned"),
        (NO_LOSS, "Ukrainian shelling of troop crossings"),
        (NO_LOSS, "Chaotic Russian Retreat"),
        (NO_LOSS, "panic in some units"),
        (NOT_ONE, "wounded soldiers being abandoned"),
        (NOT_ONE, "escape any way they can"),
        (ALL_OUT, "wounded soldiers being abandoned"),
        (ALL_OUT, "escape any way they can"),
    ],
)
def test_the_ministrys_denial_stands_against_what_was_seen(
    report: Report, denial: str, evidence: str
) -> None:
    (finding,) = between(report, denial, evidence)
    assert finding.relation == "tension"
    assert "hedged or only indirect evidence" in finding.explanation
    assert any(step.text.startswith("the evidence is ") for step in finding.steps)


def test_done_by_two_gmt_and_half_done_the_evening_before_is_a_tension_with_hours_and_share(
    report: Report,
) -> None:
    (finding,) = between(report, "completed by 0500 Moscow time", "half of those soldiers had been withdrawn")
    assert finding.relation == "tension"
    assert "2 hours for 50 percent of the work" in finding.explanation


def test_moscow_time_and_gmt_are_one_moment_told_twice(report: Report) -> None:
    clocks = [claim for claim in report.claims if claim.content.get("attribute") == "clock"]
    assert [(folded(claim), claim.content["value"]) for claim in clocks] == [
        ("0500 Moscow time", "02:00"),
        ("0200 GMT", "02:00"),
    ]
    assert findings_on(report, *clocks) == []


def test_two_reports_agree_that_ukrainian_forces_are_in_the_city(report: Report) -> None:
    (finding,) = between(
        report, "Ukrainian special forces had entered the city", "Special units are already in the city"
    )
    assert finding.relation == "agreement"
    speakers = {claim.speaker.name for claim in report.claims if claim.id in finding.claims and claim.speaker}
    assert "Russian reports" in speakers
    assert any("Zelensky" in speaker for speaker in speakers)


def test_the_headline_on_the_flag_is_at_most_a_tension_of_low_severity(report: Report) -> None:
    for finding in between(report, "Ukraine Hoists Flag", "possibly by partisans"):
        assert (finding.relation, finding.severity) == ("tension", "low")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NO_LOSS, "A destroyed Russian tank"),
        ("residents largely stayed indoors", "a small crowd sang along"),
        ("from the western bank", "to the left, or eastern, bank"),
        ("to the left, or eastern, bank", "soldier left on the western side"),
        ("one of four regions", "the only regional capital"),
        ("one of four regions", "Kherson city"),
        ("the only regional capital", "the first major urban hub"),
        ("failed to capture", "had been returned to Ukrainian control"),
    ],
)
def test_a_look_alike_is_no_contradiction(report: Report, left: str, right: str) -> None:
    assert [
        finding.title for finding in between(report, left, right) if finding.relation == "contradiction"
    ] == []


def test_the_only_contradiction_is_the_one_of_the_troops(report: Report) -> None:
    assert [finding.rule for finding in report.findings if finding.relation == "contradiction"] == [
        "core/part-exceeds-whole"
    ]


def test_zelensky_does_not_say_the_thirty_thousand(report: Report) -> None:
    chain = claim_with(report, "more than 30,000").attribution
    assert not any("resident" in link.name or "Zelensk" in link.name for link in chain)


def test_told_afp_names_no_speaker(report: Report) -> None:
    assert not any(link.name == "AFP" for claim in report.claims for link in claim.attribution)
