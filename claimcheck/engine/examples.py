"""The example of a rule: what it finds in the texts of its own first test that fires."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.engine.inline_tests import findings_in
from claimcheck.engine.language import InlineTest
from claimcheck.engine.rule_files import Rule
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
                finding for finding in findings_in(test, [rule], domain) if finding.relation == test.expect
            ]
            return Example(test, found[0] if found else None)
    return None
