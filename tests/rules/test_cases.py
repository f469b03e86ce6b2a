"""Every test in a shipped pack, through the real extractor; each pack also with nothing but what it uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules_cases import shipped_cases, shipped_tests_of_words

from claimcheck.engine.inline_tests import run_inline_test, run_inline_tests, run_pack_tests
from claimcheck.engine.language import InlineTest
from claimcheck.engine.pack_tests import PackTest, pack_tests
from claimcheck.engine.packs import load_rules
from claimcheck.engine.project import load_project
from claimcheck.engine.rule_files import Rule
from claimcheck.lexicon.domain import shipped_domain
from claimcheck.pipeline import knowledge_of

CASES = shipped_cases()
WORDS = shipped_tests_of_words()
RULES = load_rules([], None).rules


@pytest.mark.parametrize(
    ("rule", "number", "case"), CASES, ids=[f"{rule.id}::{case.name}" for rule, _, case in CASES]
)
def test_the_rule_finds_what_its_test_expects(rule: Rule, number: int, case: InlineTest) -> None:
    result = run_inline_test(rule, number, case, shipped_domain())
    assert result.passed, result.detail
    assert result.outcome != "todo passes", "the gap is closed: take `todo` away"


@pytest.mark.parametrize("test", WORDS, ids=[f"{test.pack}::{test.form.name}" for test in WORDS])
def test_the_words_of_a_pack_are_found_as_their_test_expects(test: PackTest) -> None:
    (result,) = run_pack_tests([test], RULES, shipped_domain())
    assert result.passed, result.detail
    assert result.outcome != "todo passes", "the gap is closed: take `todo` away"


@pytest.mark.parametrize("pack", ["core", "conflict", "crime"])
def test_a_pack_passes_its_tests_without_the_packs_that_it_does_not_use(tmp_path: Path, pack: str) -> None:
    file = tmp_path / "claimcheck.yml"
    file.write_text(f"packs: [{pack}]\n", encoding="utf-8")
    project, problems = load_project(file)
    assert problems == []
    knowledge = knowledge_of(load_rules([], project))
    tests, problems = pack_tests(knowledge.rules)
    assert [*knowledge.problems, *problems] == []
    rules = knowledge.rules.rules
    results = [*run_inline_tests(rules, knowledge.domain), *run_pack_tests(tests, rules, knowledge.domain)]
    assert [f"{result.where}: {result.detail}" for result in results if not result.passed] == []
