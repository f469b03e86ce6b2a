"""All inline tests of the shipped rules, for parametrised tests."""

from __future__ import annotations

from claimcheck.engine.language import InlineTest
from claimcheck.engine.packs import load_rules
from claimcheck.engine.rule_files import Rule


def shipped_cases() -> list[tuple[Rule, int, InlineTest]]:
    """Every inline test of every shipped rule with its number."""
    return [
        (rule, number, test)
        for rule in load_rules([], None).rules
        for number, test in enumerate(rule.form.tests)
    ]
