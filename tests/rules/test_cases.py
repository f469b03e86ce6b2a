"""Every inline test of every shipped rule, through the real extractor."""

from __future__ import annotations

import pytest
from rules_cases import shipped_cases

from claimcheck.engine.inline_tests import run_inline_test
from claimcheck.engine.language import InlineTest
from claimcheck.engine.rule_files import Rule
from claimcheck.lexicon.domain import shipped_domain

CASES = shipped_cases()


@pytest.mark.parametrize(
    ("rule", "number", "case"), CASES, ids=[f"{rule.id}::{case.name}" for rule, _, case in CASES]
)
def test_the_rule_finds_what_its_test_expects(rule: Rule, number: int, case: InlineTest) -> None:
    result = run_inline_test(rule, number, case, shipped_domain())
    assert result.passed, result.detail
    assert result.outcome != "todo passes", "the gap is closed: take `todo` away"
