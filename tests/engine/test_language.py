"""The form of a rule: what must be there, what may not, and how an author is told."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from claimcheck.engine.checks import NumberMismatch, PartExceedsWhole
from claimcheck.engine.language import RuleFile, RuleForm
from claimcheck.resources import parse, validated

RULE = """\
id: number-mismatch
title: Two figures
maturity: stable
severity: high
check:
  type: number_mismatch
  pair: {same: [event, measure], differ: [outlet], within: 36h}
  tolerance: {relative: 0.05}
explain: "{left.speaker} says {left.quote}; {right.speaker} says {right.quote}"
tests:
  - name: fires
    texts: {A: "12 died.", B: "20 died."}
    expect: contradiction
  - name: silent
    texts: {A: "12 died.", B: "Twelve died."}
    expect: none
"""


def read(text: str) -> tuple[RuleForm | None, list[str]]:
    parsed, problems = parse(text, "rules.yml")
    assert parsed is not None
    form, wrong = validated(RuleForm, parsed)
    return form, [str(problem) for problem in problems + wrong]


def changed(old: str, new: str) -> list[str]:
    assert old in RULE
    form, problems = read(RULE.replace(old, new))
    assert form is None
    return problems


def test_a_whole_rule_is_read() -> None:
    form, problems = read(RULE)
    assert problems == []
    assert form is not None
    assert isinstance(form.check, NumberMismatch)
    assert form.check.pair.window == timedelta(hours=36)
    assert form.check.tolerance.relative == Decimal("0.05")
    assert form.check.when_rising == "later_may_be_higher"
    assert [test.expect for test in form.tests] == ["contradiction", "none"]


def test_an_unknown_key_is_refused_with_the_nearest_known_one() -> None:
    assert changed("  tolerance:", "  tolerence:") == [
        "rules.yml:8:3: check.tolerence: unknown key - did you mean 'tolerance'?"
    ]


def test_an_unknown_check_is_refused_with_the_nearest_known_one() -> None:
    (problem,) = changed("number_mismatch\n", "number_mismach\n")
    assert problem.startswith('rules.yml:6:3: check: "number_mismach" is not one of number_mismatch, ')
    assert problem.endswith("did you mean 'number_mismatch'?")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "id: number-mismatch",
            "id: Number_Mismatch",
            'id: "Number_Mismatch" is not a name in small letters',
        ),
        ("within: 36h", "within: 36 hours", 'check.pair.within: "36 hours" is no length of time'),
        (
            "maturity: stable",
            "maturity: stabel",
            'maturity: "stabel" is not one of experimental, test, stable',
        ),
        ("relative: 0.05", "relative: 5", "check.tolerance.relative: should be less than or equal to 1"),
        ("name: silent", "name: fires", "tests: two tests have the same name: fires"),
        ("expect: none", "expect: tension", "tests: a stable rule needs a test that fires and one that"),
        (
            "expect: none",
            "expect: none\n    todo: true",
            "tests: a stable rule needs a test that fires and one that",
        ),
        ("expect: none", "expect: none\n    todo: yes", "tests.1.todo: should be a valid boolean"),
        (
            "expect: none",
            "expect: none\n    published: {C: 2022-11-13}",
            "tests.1.published: dates a text that is",
        ),
        (
            "expect: none",
            "expect: none\n    published: {A: Friday}",
            'tests.1.published.A: "Friday" is no date',
        ),
        (
            "{left.quote}",
            "{left.qoute}",
            "explain: unknown placeholder {left.qoute} - did you mean {left.quote}?",
        ),
        ("{left.quote}", "{part.quote}", "explain: unknown placeholder {part.quote}"),
        ("{left.quote}", "{left.quote.__class__}", "explain: unknown placeholder {left.quote.__class__}"),
        ("title: Two figures", "title: ''", "title: should have at least 1 character"),
    ],
)
def test_a_mistake_is_told_in_plain_words(old: str, new: str, problem: str) -> None:
    assert problem in "\n".join(changed(old, new))


def test_a_mistake_does_not_hide_the_others() -> None:
    assert (
        len(changed("maturity: stable\nseverity: high", "maturity: stabel\nseverity: hgih\nwhoops: 1")) == 3
    )


def test_the_rule_about_parts_speaks_of_part_and_whole() -> None:
    text = (
        RULE.replace("number_mismatch", "part_exceeds_whole")
        .replace("left.", "part.")
        .replace("right.", "whole.")
    )
    form, problems = read(text.replace("tolerance: {relative: 0.05}", "part: {measure: {has: part_of}}"))
    assert problems == []
    assert form is not None
    assert isinstance(form.check, PartExceedsWhole)


def test_each_relation_may_have_its_own_words() -> None:
    line = next(line for line in RULE.splitlines() if line.startswith("explain"))
    form, problems = read(RULE.replace(line, "explain:\n  contradiction: No.\n  tension: Hardly."))
    assert problems == []
    assert form is not None
    assert form.explanation("tension") == "Hardly."
    assert form.explanation("update") == "No."


def test_a_misspelt_relation_in_the_explanation_is_told() -> None:
    line = next(line for line in RULE.splitlines() if line.startswith("explain"))
    assert changed(line, "explain:\n  contradicton: No.\n  tension: Hardly.") == [
        "rules.yml:10:3: explain.contradicton: unknown key - did you mean 'contradiction'?"
    ]


def test_a_newer_language_is_refused_with_a_clear_message() -> None:
    parsed, _ = parse("language: 2\nrules: []\n", "rules.yml")
    assert parsed is not None
    _, (problem,) = validated(RuleFile, parsed)
    assert str(problem) == (
        "rules.yml:1:11: language: this claimcheck reads language 1, not 2: update claimcheck or the file"
    )


def test_the_schema_for_editors_needs_no_tuples() -> None:
    assert "prefixItems" not in str(RuleFile.model_json_schema())
