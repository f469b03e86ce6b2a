"""The example of a rule: what it finds in the texts of its own first test that fires."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.engine.context import Context
from claimcheck.engine.inline_tests import documents_of
from claimcheck.engine.language import InlineTest
from claimcheck.engine.rule_files import Rule
from claimcheck.engine.run import find
from claimcheck.extract.assemble import extract_claims
from claimcheck.lexicon.domain import Domain
from claimcheck.model import Finding


@dataclass(frozen=True, slots=True)
class Example:
    """A test of a rule and what the rule really finds in its texts; nothing where it fails its test."""

    test: InlineTest
    finding: Finding | None


def example_of(rule: Rule, domain: Domain) -> Example | None:
    """The first test of a rule that must fire, with its finding; None where no test must."""
    for test in rule.form.tests:
        if test.expect != "none" and not test.todo:
            found = [
                finding for finding in findings_of(rule, test, domain) if finding.relation == test.expect
            ]
            return Example(test, found[0] if found else None)
    return None


def findings_of(rule: Rule, test: InlineTest, domain: Domain) -> tuple[Finding, ...]:
    """What one rule finds in the texts of a test."""
    documents = documents_of(test)
    claims = [claim for document in documents for claim in extract_claims(document, domain)]
    context = Context(domain, {(document.story, document.id): document for document in documents})
    return find([rule], claims, context).findings
