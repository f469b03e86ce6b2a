"""A field that no shipped pack covers, taught in YAML alone: outbreaks, their cases and where they began."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimcheck.engine.inline_tests import run_inline_tests, run_pack_tests
from claimcheck.engine.lint import lint
from claimcheck.engine.pack_tests import pack_tests
from claimcheck.engine.packs import load_rules
from claimcheck.ingest import read_documents
from claimcheck.model import Report
from claimcheck.pipeline import check_documents, knowledge_of

HERE = Path(__file__).parent / "new_domain"
PACK, STORY = HERE / "epidemic", HERE / "outbreak"


def report_on(*packs: Path) -> Report:
    return check_documents(read_documents([str(STORY)]).documents, knowledge_of(load_rules(packs, None)))


def told(report: Report) -> set[tuple[str, str, str, str]]:
    """Relation, rule, and what the two sides say, in the order of their words."""
    quotes = {claim.id: " ".join(claim.quote.split()) for claim in report.claims}
    return {
        (finding.relation, finding.rule, *sorted(quotes[name] for name in finding.claims))
        for finding in report.findings
    }


def test_nothing_is_wrong_with_the_pack() -> None:
    assert lint(load_rules([PACK], None), None, date(2024, 2, 4)) == []


def test_the_tests_of_the_pack_pass() -> None:
    knowledge = knowledge_of(load_rules([PACK], None))
    rules = [rule for rule in knowledge.rules.rules if rule.pack == "epidemic"]
    tests = [test for test in pack_tests(knowledge.rules)[0] if test.pack == "epidemic"]
    results = [
        *run_inline_tests(rules, knowledge.domain),
        *run_pack_tests(tests, knowledge.rules.rules, knowledge.domain),
    ]
    assert len(results) == 12
    assert [f"{result.name}: {result.detail}" for result in results if not result.passed] == []


def test_the_story_is_read_with_the_words_of_the_pack() -> None:
    assert told(report_on(PACK)) == {
        (
            "contradiction",
            "core/number-mismatch",
            "At least 140 people were infected in the outbreak of cholera in Port Sela, the doctors' union said on Sunday,",
            "Only 60 people were infected in the outbreak of cholera in Port Sela",
        ),
        (
            "contradiction",
            "core/number-mismatch",
            "Cholera outbreak infects at least 140 in Port Sela",
            "Only 60 people were infected in the outbreak of cholera in Port Sela",
        ),
        (
            "contradiction",
            "epidemic/no-cases-against-case",
            "The governor said there were no cases in the outbreak in the camp outside the town.",
            "Two cooks of the camp tested positive in the outbreak on Saturday",
        ),
        (
            "contradiction",
            "epidemic/two-sources",
            "It said the outbreak came from a well in the old harbour that was drilled in the autumn.",
            "came from the fish market",
        ),
        (
            "tension",
            "epidemic/contained-or-spreading",
            "The outbreak was under control",
            "the outbreak was spreading to the villages along the lake.",
        ),
        (
            "agreement",
            "core/number-mismatch",
            "Aid workers said 9,000 people were vaccinated since Monday.",
            "Aid workers said 9,000 people were vaccinated since Monday.",
        ),
    }


def test_without_the_pack_nothing_of_it_is_found() -> None:
    assert {rule for _, rule, *_ in told(report_on())} <= {"core/number-mismatch", "core/same-occurrence"}
