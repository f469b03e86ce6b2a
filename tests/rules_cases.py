"""All inline tests and lexicons of the shipped packs, for parametrised tests."""

from __future__ import annotations

from claimcheck.engine.language import InlineTest
from claimcheck.engine.lint_lexicons import read_lexicons
from claimcheck.engine.pack_tests import PackTest, pack_tests
from claimcheck.engine.packs import load_rules
from claimcheck.engine.rule_files import Rule
from claimcheck.lexicon.forms import LexiconForm


def shipped_cases() -> list[tuple[Rule, int, InlineTest]]:
    """Every inline test of every shipped rule with its number."""
    return [
        (rule, number, test)
        for rule in load_rules([], None).rules
        for number, test in enumerate(rule.form.tests)
    ]


def shipped_lexicons() -> list[LexiconForm]:
    """The lexicon of every shipped pack."""
    lexicons, problems = read_lexicons(load_rules([], None))
    assert problems == []
    return [lexicon.form for lexicon in lexicons]


def shipped_tests_of_words() -> list[PackTest]:
    """Every test of the words of a shipped pack."""
    tests, problems = pack_tests(load_rules([], None))
    assert problems == []
    return tests
