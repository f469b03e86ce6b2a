"""Runs the tests that stand in packs: whole sentences through the real extractor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.align.story import aligned
from claimcheck.engine.context import Context
from claimcheck.engine.language import InlineTest
from claimcheck.engine.pack_tests import PackTest
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.run import find
from claimcheck.extract.documents import read_each
from claimcheck.extract.times.anchor import report_days
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Document, Finding

CONFLICTS = ("contradiction", "tension", "update")
Outcome = Literal["fired", "silent", "noisy", "missing", "todo", "todo passes"]


@dataclass(frozen=True, slots=True)
class TestResult:
    """What one test gave: `fired` and `silent` are as expected, `noisy` and `missing` are not.

    `rule` is the rule's id, for a test of words the pack with the rule that it asks for.
    """

    rule: str
    name: str
    where: str
    outcome: Outcome
    detail: str

    __test__ = False

    @property
    def passed(self) -> bool:
        return self.outcome in ("fired", "silent", "todo", "todo passes")


def run_inline_tests(rules: Sequence[Rule], domain: Domain) -> Iterator[TestResult]:
    """The results of all inline tests of the rules, each test alone with its own rule."""
    for rule in rules:
        for number, test in enumerate(rule.form.tests):
            yield run_inline_test(rule, number, test, domain)


def documents_of(test: InlineTest) -> list[Document]:
    """The texts of a test as documents of one story, the outlet being the name of the text."""
    return [
        Document(id=outlet, story="test", text=text, outlet=outlet, published=test.published.get(outlet))
        for outlet, text in test.texts.items()
    ]


def run_inline_test(rule: Rule, number: int, test: InlineTest, domain: Domain) -> TestResult:
    """Whether the rule finds the expected relation between the texts of a test."""
    where = f"{rule.where}:{rule.line(f'tests.{number}')}"
    return _result(rule.id, where, test, findings_in(test, [rule], domain))


def run_pack_tests(tests: Sequence[PackTest], rules: Sequence[Rule], domain: Domain) -> Iterator[TestResult]:
    """The results of tests of words; agreements are no noise where a test asks no rule by name."""
    for test in tests:
        asked = [rule for rule in rules if test.form.rule in (None, rule.id)]
        found = findings_in(test.form, asked, domain)
        told = [
            finding
            for finding in found
            if test.form.rule is not None or finding.relation in (test.form.expect, *CONFLICTS)
        ]
        yield _result(test.name, test.where, test.form, told)


def findings_in(test: InlineTest, rules: Sequence[Rule], domain: Domain) -> tuple[Finding, ...]:
    """What rules find in the texts of a test, which are read as the reports of one story are."""
    documents = documents_of(test)
    reading = read_each(documents, domain)
    by_id = {(document.story, document.id): document for document in documents}
    context = Context(domain, by_id, report_days(documents))
    claims = aligned(reading.claims, reading.leads, context.domain)
    return find(rules, claims, context).findings


def _result(name: str, where: str, test: InlineTest, findings: Sequence[Finding]) -> TestResult:
    outcome, detail = _judge(test, findings)
    if test.todo:
        outcome = "todo passes" if outcome in ("fired", "silent") else "todo"
    return TestResult(name, test.name, where, outcome, detail)


def _judge(test: InlineTest, findings: Sequence[Finding]) -> tuple[Outcome, str]:
    relations = sorted({finding.relation for finding in findings})
    if test.expect == "none":
        if not findings:
            return "silent", ""
        return "noisy", f"expected nothing, found {findings[0].relation}: {findings[0].explanation}"
    matching = [finding for finding in findings if finding.relation == test.expect]
    if not matching:
        return "missing", f"expected {test.expect}, found {', '.join(relations) or 'nothing'}"
    if test.why is not None and not any(test.why in finding.explanation for finding in matching):
        return "missing", f"the explanation does not say “{test.why}”: {matching[0].explanation}"
    others = [relation for relation in relations if relation != test.expect]
    if others:
        return "noisy", f"also found {', '.join(others)}"
    return "fired", ""
