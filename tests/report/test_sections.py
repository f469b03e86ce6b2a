"""Findings that turn on one denial stand together, in every form a person reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.ingest import read_documents
from claimcheck.model import Report
from claimcheck.pipeline import Knowledge, check_documents
from claimcheck.report import render
from claimcheck.report.cards import Deck
from claimcheck.report.sections import Section, sections

DENIAL = "it had not suffered any loss of personnel or equipment"
EVIDENCE = ("A destroyed Russian tank", "suggested panic in some", "wounded soldiers being abandoned")


@pytest.fixture
def report(knowledge: Knowledge, kherson: Path) -> Report:
    return check_documents(read_documents([str(kherson)]).documents, knowledge)


def parted(report: Report) -> tuple[Section, ...]:
    return sections(Deck(report).cards, report)


def test_ten_tensions_on_three_denials_and_a_date_are_four_sections(report: Report) -> None:
    tensions = [section for section in parted(report) if section.first.finding.relation == "tension"]
    assert [len(section.cards) for section in tensions] == [5, 2, 2, 1]


def test_a_section_holds_findings_of_one_rule_against_one_claim(report: Report) -> None:
    for section in parted(report):
        shared = {
            (card.finding.rule, card.finding.relation, card.sides[0].claim.id) for card in section.cards
        }
        assert len(shared) == 1


def test_the_numbers_run_on_through_the_sections(report: Report) -> None:
    numbers = [card.number for section in parted(report) for card in section.cards]
    assert numbers == list(range(1, len(report.findings) + 1))


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_denial_is_quoted_once_and_each_piece_of_evidence_stands_below_it(
    report: Report, form: str
) -> None:
    shown = " ".join(render(report, form).split()).replace("<mark>", "").replace("</mark>", "")
    shown = shown.split("Claims by sources</h2>")[0].split("## Claims by sources")[0].replace("**", "")
    body = shown[shown.rindex("A source says nothing was lost; another shows a loss") :]
    body = body.split("A source says that nothing stayed behind")[0]
    assert body.count(DENIAL) == 1
    places = [body.index(words) for words in EVIDENCE]
    assert min(places) > body.index(DENIAL)


def test_every_finding_keeps_its_place_in_the_page(report: Report) -> None:
    page = render(report, "html")
    for card in Deck(report).cards:
        assert page.count(f'id="{card.anchor}"') == 1


def test_the_json_keeps_single_findings(report: Report) -> None:
    assert len(json.loads(render(report, "json"))["findings"]) == len(report.findings)
